"use strict";
// Filters of the report. They hide rows, and groups that become empty. Their state is kept in the fragment of the URL, so that
// a filtered view can be bookmarked or sent. Text from documents is only compared here, never written to the page.
(() => {
  const KEYS = ["agency", "criterion", "verdict", "severity", "code", "q"];
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const parts = find("[data-part]");
  const groups = find("[data-group]");
  const cells = find("[data-cell]");
  // Numbers of rows in headings, and texts that hold only for the unfiltered report.
  const counts = find("[data-count]").map((node) => ({ node, group: node.closest("[data-group]"), whole: node.textContent }));
  const wholes = find("[data-whole]");
  const secrets = find("[data-secret]");
  const views = find("nav [data-view]");
  const rows = find("[data-row]").map((node) => ({ node, keys: node.dataset.keys?.split(" ") ?? KEYS, words: null }));
  let state = {};

  // Print everything unfolded.
  addEventListener("beforeprint", () => {
    for (const fold of find("details:not([open])")) { fold.open = true; fold.dataset.printed = ""; }
  });
  addEventListener("afterprint", () => {
    for (const fold of find("details[data-printed]")) { fold.open = false; delete fold.dataset.printed; }
  });

  // Drops case and diacritics: "bao cao" finds "Báo cáo".
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  // The searchable text of a row: its own, and the names of the groups around it.
  const wordsOf = (row) => {
    if (row.words === null) {
      const names = [];
      for (let up = row.node.closest("[data-name]"); up; up = up.parentElement.closest("[data-name]")) names.push(up.dataset.name);
      row.words = fold(`${names.join(" ")} ${row.node.textContent}`);
    }
    return row.words;
  };

  const has = (node, key, wanted) => {
    const value = node.dataset[key] ?? "";
    return key === "agency" ? value === wanted : value.split(" ").includes(wanted);
  };

  const fits = (row) => row.keys.every((key) => {
    if (!state[key]) return true;
    if (key === "q") return fold(state.q).split(/\s+/).every((word) => wordsOf(row).includes(word));
    return has(row.node, key, state[key]);
  });

  const apply = () => {
    const active = KEYS.some((key) => state[key]);
    const alive = new Map();
    let count = 0;
    for (const row of rows) {
      const shown = !active || fits(row);
      row.node.hidden = !shown;
      if (!shown) continue;
      const part = row.node.closest("[data-part]");
      if (row.keys === KEYS && part.dataset.part === (state.view ?? "")) count += 1;
      for (let up = row.node.parentElement.closest("[data-group]"); up; up = up.parentElement.closest("[data-group]")) alive.set(up, (alive.get(up) ?? 0) + 1);
    }
    for (const group of groups) group.hidden = active && !alive.has(group);
    for (const { node, group, whole } of counts) node.textContent = active ? String(alive.get(group) ?? 0) : whole;
    for (const whole of wholes) whole.hidden = active;
    // A view of one agency does not name the files of others.
    for (const notice of secrets) notice.hidden = Boolean(state.agency) && notice.dataset.secret !== state.agency;
    for (const part of parts) {
      // A view shows one part. Without a view all parts are shown or, with filters, those of the agencies.
      const outside = state.view ? part.dataset.part !== state.view : active && part.dataset.part;
      part.hidden = Boolean(outside) || (active && part.hasAttribute("data-group") && !alive.has(part));
    }
    for (const cell of cells) {
      const fit = ["criterion", "verdict"].every((key) => !state[key] || has(cell, key, state[key]));
      cell.classList.toggle("dim", !fit);
    }
    // Unfold parts that hold what was searched for.
    const look = Boolean(state.q || state.code || state.severity);
    for (const fold of find("details[data-group]")) {
      if (look && !fold.hidden && !fold.open) { fold.open = true; fold.dataset.opened = ""; }
      if (!look && "opened" in fold.dataset) { fold.open = false; delete fold.dataset.opened; }
    }
    document.body.classList.toggle("one", Boolean(state.view));
    for (const link of views) link.toggleAttribute("aria-current", link.dataset.view === (state.view ?? ""));
    for (const key of KEYS) if (form.elements[key].value !== (state[key] ?? "")) form.elements[key].value = state[key] ?? "";
    form.elements.count.value = active ? String(count) : "";
    document.getElementById("lines").hidden = !active;
    document.getElementById("none").hidden = !active || count > 0;
  };

  const address = (extra = {}) => {
    const words = Object.entries({ ...state, ...extra }).filter(([, value]) => value);
    return `#${new URLSearchParams(words)}`;
  };

  const reveal = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    // Change the view first; clear the filters only if they hide the target there as well.
    const view = target.closest("[data-part]")?.dataset.part;
    if (target.closest("[hidden]")) { state.view = view; apply(); }
    if (target.closest("[hidden]")) { state = { view }; apply(); }
    for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    find(".here").forEach((node) => node.classList.remove("here"));
    target.classList.add("here");
    target.scrollIntoView();
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };

  // "#agency=so-noi-vu&verdict=gap" is a state, "#a3-S1" an anchor; both together are "…&at=a3-S1".
  const read = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      let id = hash;
      try { id = decodeURIComponent(hash); } catch { /* not encoded */ }
      apply();
      reveal(id);
      history.replaceState(null, "", address({ at: id }));
      return;
    }
    const found = new URLSearchParams(hash);
    state = {};
    for (const key of [...KEYS, "view"]) if (found.get(key)) state[key] = found.get(key);
    apply();
    if (found.get("at")) reveal(found.get("at"));
  };

  const change = () => {
    for (const key of KEYS) {
      const value = form.elements[key].value.trim();
      if (value) state[key] = value; else delete state[key];
    }
    history.replaceState(null, "", address());
    apply();
  };

  const show = (view) => {
    if (view) state.view = view; else delete state.view;
    history.pushState(null, "", address());
    apply();
    scrollTo(0, 0);
  };

  const clear = () => {
    state = state.view ? { view: state.view } : {};
    history.replaceState(null, "", address());
    apply();
  };

  // Focuses the next or previous visible finding or line.
  const step = (by) => {
    const stops = find(".finding, .stop").filter((node) => node.checkVisibility());
    const at = stops.indexOf(document.activeElement.closest(".finding, .stop"));
    const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "center" }); }
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") { clear(); document.activeElement.blur(); return; }
    if (event.target.closest("input, select, textarea")) return;
    const acts = {
      "/": () => form.elements.q.focus(),
      j: () => step(1),
      k: () => step(-1),
    };
    const view = views[Number(event.key) - 1];
    if (view) { event.preventDefault(); show(view.dataset.view); return; }
    if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
  };

  let pause = 0;
  form.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(change, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); change(); });
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
  for (const link of views) link.addEventListener("click", (event) => { event.preventDefault(); show(link.dataset.view); });
  addEventListener("hashchange", read);
  addEventListener("popstate", read);
  addEventListener("keydown", onKey);
  form.hidden = false;
  document.getElementById("keys").hidden = false;
  read();
})();
