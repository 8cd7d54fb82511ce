//! The rules of the house, held against the sources: a room uses only rooms above it in the list of `src/lib.rs`, no files
//! import each other in a circle, only the worker opens documents, and a room's face defines nothing that its files use.

mod graph;

use std::collections::{BTreeMap, BTreeSet};

use graph::{Graph, Sources};

use crate::common::root;

/// The one file that may use the readers: the others are on the safe side of the pipe.
const WORKER: &str = "process/worker.rs";

/// What breaks a rule: which file takes what from which, and what to do.
fn faults(graph: &Graph) -> Vec<String> {
    let mut faults = BTreeSet::new();
    for (file, imports) in &graph.imports {
        for (from, names) in imports {
            let taken = format!("{file} → {from} ({})", names.iter().cloned().collect::<Vec<_>>().join(", "));
            let (room, other) = (room(file), room(from));
            if level(graph, room) < level(graph, other) {
                faults.insert(format!(
                    "{taken}: in src/lib.rs `{room}` stands before `{other}`, so it cannot use it; move down what is \
                     taken, or have it handed in"
                ));
            }
            if other == "read" && room != "read" && file != WORKER {
                faults.insert(format!("{taken}: only {WORKER} opens documents; ask process::Pool for what it reads"));
            }
            if from.strip_suffix("mod.rs").is_some_and(|folder| file.starts_with(folder)) {
                faults.insert(format!(
                    "{taken}: a face defines nothing that its files use; give it a file of its own, which the face \
                     passes on"
                ));
            }
        }
    }
    faults.into_iter().chain(circles(graph)).collect()
}

/// One circle for each set of files that import each other.
fn circles(graph: &Graph) -> Vec<String> {
    let mut circles = BTreeMap::new();
    for chain in graph.imports.keys().filter_map(|file| graph.circle(file)) {
        let steps = chain.iter().zip(chain.iter().cycle().skip(1));
        let steps: Vec<String> = steps
            .map(|(file, from)| {
                let names: Vec<&str> = graph.imports[*file][*from].iter().map(String::as_str).collect();
                format!("{file} → {from} ({})", names.join(", "))
            })
            .collect();
        let fault = format!("{}: a circle; what both need gets a file of its own, below them", steps.join(", "));
        circles.entry(BTreeSet::from_iter(chain)).or_insert(fault);
    }
    circles.into_values().collect()
}

/// The room of a file: the first folder of its path, or the file itself.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// How high a room stands. What the library does not declare, such as `cli`, stands above all.
fn level(graph: &Graph, room: &str) -> usize {
    graph.rooms.iter().position(|r| r == room).unwrap_or(usize::MAX)
}

#[test]
fn the_sources_keep_the_rules_of_the_house() {
    let graph = Graph::of(&sources()).unwrap();
    // A graph that sees nothing finds no fault either.
    assert!(
        graph.imports[WORKER].keys().any(|from| room(from) == "read"),
        "the worker's use of the readers is not seen"
    );
    let faults = faults(&graph);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn the_table_of_the_documentation_lists_the_rooms_in_order() {
    let page = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("/` |")).map(|(room, _)| room);
    let graph = Graph::of(&sources()).unwrap();
    assert_eq!(rows.collect::<Vec<_>>(), graph.rooms.iter().map(String::as_str).chain(["cli"]).collect::<Vec<_>>());
}

/// All of `src/`.
fn sources() -> Sources {
    let src = root().join("src");
    let files = walkdir::WalkDir::new(&src).into_iter().map(Result::unwrap).map(walkdir::DirEntry::into_path);
    let files = files.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    files.map(|path| (name(path.strip_prefix(&src).unwrap()), std::fs::read_to_string(&path).unwrap())).collect()
}

/// A relative path with `/` on every system.
fn name(path: &std::path::Path) -> String {
    path.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
}

/// A small house: what it shows, its files, and the beginning of each fault that is found in it.
type House<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

#[test]
fn what_breaks_a_rule_is_found() {
    #[rustfmt::skip]
    let houses: &[House<'_>] = &[
        ("a house in order", &[
            ("text.rs", "pub fn fold() {}"),
            ("read.rs", "pub fn open() { crate::text::fold() }"),
            ("process/mod.rs", "mod worker; pub use worker::serve;"),
            ("process/worker.rs", "use crate::read::open; pub fn serve() { open() }"),
            ("check.rs", "use crate::{process, text::fold}; fn run() { process::serve(); fold() }"),
        ], &[]),
        ("a room above, by use", &[
            ("text.rs", "use crate::check::{self, Finding as F};"), ("check.rs", "pub struct Finding;"),
        ], &["text.rs → check.rs (Finding): in src/lib.rs `text` stands before `check`"]),
        ("a room above, by a path in code", &[
            ("text.rs", "fn f() -> Option<crate::check::Finding> { None }"), ("check.rs", "pub struct Finding;"),
        ], &["text.rs → check.rs (Finding): in src/lib.rs"]),
        ("a room above, by the name of a module", &[
            ("text.rs", "use crate::check; fn f() { check::run() }"), ("check.rs", "pub fn run() {}"),
        ], &["text.rs → check.rs (run): in src/lib.rs"]),
        ("a room above, inside a macro", &[
            ("text.rs", r#"fn f() { println!("{}", [crate::check::run()].len()) }"#), ("check.rs", "pub fn run() {}"),
        ], &["text.rs → check.rs (run): in src/lib.rs"]),
        ("a room above, all of it", &[
            ("text.rs", "use crate::check::*;"), ("check.rs", "pub fn run() {}"),
        ], &["text.rs → check.rs (*): in src/lib.rs"]),
        ("a room above, passed on", &[
            ("text.rs", "pub use crate::check::run;"), ("check.rs", "pub fn run() {}"),
        ], &["text.rs → check.rs (run): in src/lib.rs"]),
        ("a room above, in tests only", &[
            ("text.rs", "#[cfg(test)] mod tests { use crate::check::run; } #[cfg(test)] use crate::check::run;"),
            ("check.rs", "pub fn run() {}"),
        ], &[]),
        ("the command line below", &[
            ("check.rs", "use crate::cli::main;"), ("cli/mod.rs", "use kiemchung::text::fold; pub fn main() {}"),
            ("text.rs", "pub fn fold() {}"),
        ], &["check.rs → cli/mod.rs (main): in src/lib.rs"]),
        ("readers called by another than the worker", &[
            ("read/mod.rs", "mod open; pub use open::open;"), ("read/open.rs", "pub fn open() {}"),
            ("check.rs", "fn f() { crate::read::open() }"),
        ], &["check.rs → read/open.rs (open): only process/worker.rs opens documents"]),
        ("a circle through a re-export", &[
            ("check/mod.rs", "mod item; mod item_name; pub use item::Item;"),
            ("check/item.rs", "use super::item_name::name; pub struct Item;"),
            ("check/item_name.rs", "use crate::check::Item; pub fn name(_: Item) {}"),
        ], &["check/item.rs → check/item_name.rs (name), check/item_name.rs → check/item.rs (Item): a circle"]),
        ("a circle of three", &[
            ("check/mod.rs", "mod a; mod b; mod c;"),
            ("check/a.rs", "pub use super::b::B; pub struct A;"),
            ("check/b.rs", "use super::c; pub struct B(c::C);"),
            ("check/c.rs", "pub struct C(super::a::A);"),
        ], &["check/a.rs → check/b.rs (B), check/b.rs → check/c.rs (C), check/c.rs → check/a.rs (A): a circle"]),
        ("vocabulary in a face", &[
            ("check/mod.rs", "mod kinds; pub struct Finding;"), ("check/kinds/mod.rs", "mod after;"),
            ("check/kinds/after.rs", "use super::super::Finding;"),
        ], &["check/kinds/after.rs → check/mod.rs (Finding): a face defines nothing that its files use"]),
        ("a face for others", &[
            ("check/mod.rs", "mod run; pub fn all() { run::run() }"), ("check/run.rs", "pub fn run() {}"),
        ], &[]),
        ("names that a macro makes", &[
            ("text.rs", "use crate::check::Code;"), ("check.rs", "codes! { A }"),
        ], &["text.rs → check.rs (Code): in src/lib.rs"]),
    ];
    for (title, files, expected) in houses {
        let mut sources: Sources = files.iter().map(|(file, source)| (file.to_string(), source.to_string())).collect();
        sources.insert("lib.rs".to_owned(), "mod text; mod read; mod process; mod check;".to_owned());
        for empty in ["text", "read", "process", "check"] {
            if !sources.contains_key(&format!("{empty}.rs")) {
                sources.entry(format!("{empty}/mod.rs")).or_default();
            }
        }
        let found = faults(&Graph::of(&sources).unwrap());
        let is_as_expected =
            found.len() == expected.len() && found.iter().zip(*expected).all(|(f, e)| f.starts_with(e));
        assert!(is_as_expected, "{title}: {found:#?}");
    }
}
