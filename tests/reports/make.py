#!/usr/bin/env python3
"""Makes labelled small reports from the phrases beside this file.

usage: make.py --seed N --count 1000 --out FILE.tsv

The same seed and count give the same file. README.md says what the labels mean. Python 3.11 or later, standard library only.
"""
import argparse, collections, csv, os, random, re, tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ("id", "measure", "title", "before", "text", "after", "label", "why")
SHARES = (("met", 45), ("gap", 25), ("noproof", 30))
GROUPS = {"all": "M1 M2 M3 M4 M5 M6 M7 M8 M9", "count": "M1 M2 M3 M4 M5 M6 M7 M8", "full": "M1 M3 M4 M5 M8", "part": "M2 M6 M7", "money": "M9"}
# What share of a threshold measure counts as clearly above and clearly below: never so near the demand that rounding could decide.
ABOVE = {"M2": (0.33, 0.85), "M6": (0.957, 0.998), "M7": (0.64, 0.96), "M9": (0.915, 0.997)}
BELOW = {"M2": (0.06, 0.26), "M6": (0.62, 0.93), "M7": (0.1, 0.55), "M9": (0.38, 0.875)}
DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def load(name):
    with open(os.path.join(HERE, name), "rb") as handle:
        return tomllib.load(handle)


def spoken(n):
    """A number below 1000 in words, as a clerk writes it before the digits."""
    if n < 10:
        return DIGITS[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        head = "mười" if tens == 1 else DIGITS[tens] + " mươi"
        if ones == 0:
            return head
        last = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, DIGITS[ones])
        return f"{head} {last}"
    hundreds, rest = divmod(n, 100)
    head = DIGITS[hundreds] + " trăm"
    if rest == 0:
        return head
    return f"{head} {'lẻ ' if rest < 10 else ''}{spoken(rest)}"


def dotted(n):
    return f"{n:,}".replace(",", ".")


def comma(x, places):
    text = f"{x:.{places}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def capital(text):
    """First letters of paragraphs and sentences; rows of tables and bullets keep their own."""
    def raise_first(part):
        return re.sub(r"^([\s“*+-]*)([^\W\d_])", lambda m: m[1] + m[2].upper(), part)
    # Where two slots both name the year, once is enough.
    text = re.sub(r"(năm 2018)( trong)? năm 2018", r"\1", text)
    text = re.sub(r"trong năm( trong)? năm 2018", "trong năm 2018", text)
    parts = []
    for paragraph in text.split(" ¶ "):
        paragraph = raise_first(paragraph)
        paragraph = re.sub(r"(?<=[^\W\d])(\. |\? )([^\W\d_])", lambda m: m[1] + m[2].upper(), paragraph)
        parts.append(re.sub(r"(?<=[\d%)])(\. )([^\W\d_])", lambda m: m[1] + m[2].upper(), paragraph))
    return " ¶ ".join(parts)


class Row:
    """One report: its measure, its voice, its numbers, and the filling of templates with them."""

    def __init__(self, chance, measure, words, shared, shape, label):
        self.r, self.measure, self.words, self.shared, self.shape, self.label = chance, measure, words, shared, shape, label
        self.voice = chance.choice(words["voice"])
        self.zero = chance.random() < 0.6  # "05" for 5 throughout a report, or "5" throughout
        self.places = chance.choice((1, 1, 2))
        self.fixed = {}
        self.numbers()

    # Numbers.

    def near(self, whole, bounds, at_least=1):
        low, high = bounds
        return max(at_least, min(whole - 1, round(whole * self.r.uniform(low, high))))

    def done(self, whole, label):
        """How many of the whole are done so that the label holds."""
        if self.measure in ABOVE:
            bounds = ABOVE if label == "met" else BELOW
            count = self.near(whole, bounds[self.measure])
            low, high = bounds[self.measure]
            # Rounding may leave the bounds where the whole is small; step back inside.
            while label == "met" and count < whole * (low - 0.01):
                count += 1
            while label == "gap" and count > whole * high and count > 1:
                count -= 1
            return count
        if label == "met":
            return whole
        return whole - self.r.randint(1, max(1, min(whole // 3, 9)))

    def numbers(self):
        r, m = self.r, self.measure
        mode = self.shape.get("numbers", "either") if self.label == "noproof" else self.label
        if m == "M9":
            return self.money(mode)
        if m == "M2":
            self.a, self.b = r.randint(18, 22), 15
            n = self.a + self.b
        else:
            low, high = self.words["range"]
            n = r.randint(low, high)
            self.a = r.randint(n // 3, max(n // 3 + 1, 2 * n // 3))
            self.b = n - self.a
        if self.shape.get("table") in ("status", "planned"):
            n = r.randint(4, min(9, len(self.words["items"])))
        if mode == "early":
            # Half a year proves nothing only where the year may still turn out either way: never already enough, and for tasks that
            # come in during the year even a full half-year leaves the rest open.
            if m in ("M3", "M5"):
                n = max(4, n // 2)
                k = r.choice((n, self.near(n, (0.5, 0.9))))
            elif m == "M6":
                n = max(50, n // 2)
                k = self.done(n, r.choice(("met", "gap")))
            elif m == "M2":
                k = self.near(n, (0.06, 0.2))
            else:
                k = self.near(n, (0.15, 0.5))
        elif mode == "clash":
            k = self.done(n, "met")
        elif self.shape.get("all"):
            k = n if self.label == "met" else self.done(n, "gap")
        else:
            k = self.done(n, mode if mode in ("met", "gap") else r.choice(("met", "gap")))
        if self.shape.get("few"):
            k = n - r.randint(1, 3)
        self.n, self.k, self.rest = n, k, n - k
        self.k3 = self.done(n, "gap")
        if m == "M2":
            # Spread over the two blocs, never more than a bloc has.
            self.ka = r.randint(max(0 if k < 2 else 1, k - self.b), min(self.a, k if k < 2 else k - 1))
        else:
            self.ka = r.randint(k // 4, max(k // 4, 3 * k // 4))
        self.kb = k - self.ka

    def money(self, mode):
        r = self.r
        total = r.randint(450, 9800) * 10  # in millions, whole tens, so that billions need two decimals at most
        label = mode if mode in ("met", "gap") else {"clash": "met", "early": "gap"}.get(mode) or r.choice(("met", "gap"))
        pick = lambda which: int(total * r.uniform(*(ABOVE if which == "met" else BELOW)["M9"])) // 10 * 10
        self.n = total
        self.k = total if self.shape.get("all") else int(total * r.uniform(0.2, 0.55)) // 10 * 10 if mode == "early" else pick(label)
        self.k3 = pick("gap")
        self.rest = total - self.k
        self.a = int(total * r.uniform(0.55, 0.8)) // 10 * 10
        self.b = total - self.a
        # Both parts spent in about the same share, so that neither is above its own whole.
        self.ka = self.a - min(self.a, int(self.rest * 0.3) // 10 * 10)
        self.kb = self.k - self.ka
        self.unit = r.choice(("million", "billion", "dong"))

    # Writing of numbers.

    def num(self, n):
        return f"0{n}" if self.zero and 0 < n < 10 else dotted(n)

    def share(self, part, whole):
        value = 100 * part / whole
        places = self.places
        if part < whole and round(value, places) >= 100:
            places = 2
        return comma(value, places)

    def percent(self, part, whole):
        return self.share(part, whole) + self.once("sign", lambda: "%" if self.r.random() < 0.9 else " %")

    def cash(self, millions, unit=None):
        unit = unit or self.unit
        if unit == "million":
            return f"{dotted(millions)} triệu đồng"
        if unit == "billion":
            return f"{comma(millions / 1000, 3)} tỷ đồng"
        return f"{dotted(millions * 1000000)} đồng"

    # Filling.

    def once(self, name, make):
        """The same choice throughout a report."""
        if name not in self.fixed:
            self.fixed[name] = make()
        return self.fixed[name]

    def pick(self, text):
        """Takes one of each [a~b~c], inner ones first."""
        while True:
            inner = re.search(r"\[([^\[\]]*~[^\[\]]*)\]", text)
            if not inner:
                return text
            text = text[:inner.start()] + self.r.choice(inner[1].split("~")) + text[inner.end():]

    def fill(self, text):
        text = self.pick(text)
        for _ in range(8):
            text = re.sub(r"\{(\w+)\}", lambda m: self.pick(self.slot(m[1])), text)
            if "{" not in text:
                break
        return text

    def timeless(self, text):
        """A report of half a year or of last year must not say "in the year" in its column heads."""
        if self.shape.get("numbers") == "early" or "last year" in self.shape["name"] and self.label == "noproof":
            return text.replace(" trong năm", "").replace(" đến 31/12/2018", "")
        return text

    def slot(self, name):
        r, v, s = self.r, self.voice, self.shared
        if name in ("Year", "Asof", "Rate"):
            return self.up(self.fill("{" + name.lower() + "}"))
        if name in ("u", "us", "set", "who", "tot", "don", "res", "rate", "deed"):
            return self.once(name, lambda: self.timeless(self.fill(self.words[name] if name in ("who", "deed") else v[name])))
        if name in ("don_l", "res_l"):
            text = self.slot(name[:3])
            return text[0].lower() + text[1:]
        if name in ("A", "A2", "pas", "neg"):
            return self.timeless(v[name])
        if name == "pas3":
            return re.sub(r"^đã ", "", self.pick(self.timeless(v["pas"])))
        if name == "ug":
            return self.words.get("ug", "{u}")
        if name in ("u17", "giver"):
            return self.words[name]
        if name in ("year", "asof"):
            return r.choice(s[name])
        if name == "year0":
            return r.choice(("năm 2018", "trong năm 2018"))
        if name == "got":
            return r.choice(s["got"])
        if name in ("lead", "leadgap"):
            if r.random() < 0.5:
                return ""
            side = "province" if self.measure < "M6" else "agency"
            return r.choice(s["lead_gap"] if name == "leadgap" else s[f"lead_{side}"]) + ", "
        if name == "because":
            return r.choice(s["because"])
        if name == "because2":
            return r.choice([b for b in s["because"] if b.startswith(("do", "vì"))])
        if name == "man":
            return ", " + r.choice(self.words["man"]) if r.random() < 0.3 else ""
        if name in ("office", "field", "other", "weak"):
            return self.aside(name)
        if name in ("enough", "deedwhole"):
            return "{deed}"
        if name == "enoughC":
            return self.up(self.slot("deed"))
        if name == "enough19":
            return self.words["deed19"]
        if name == "names":
            items = r.sample(self.words["items"], self.rest)
            return "; ".join(f"({i}) {x.split(' / ')[0]}" for i, x in enumerate(items, 1))
        if name in ("elsewhere", "elsewhere_l"):
            place = "tỉnh" if self.measure < "M6" else "Sở Y tế tỉnh"
            return place if name == "elsewhere_l" else self.up(place)
        if name == "huyen":
            return r.choice(s["district"])
        if name == "sở":
            return r.choice(s["department"])
        if name in ("n", "k", "k3", "a", "b", "ka", "kb"):
            return self.num(getattr(self, name))
        if name == "r":
            return self.num(self.rest)
        if name == "nw":
            return spoken(self.n)
        if name == "kw":
            return spoken(self.k)
        if name == "r2":
            return self.once("r2", lambda: self.num(r.randint(1, 3)))
        if name in ("early", "e"):
            return self.once("early", lambda: self.num(r.randint(1, max(1, self.k // 2))))
        if name == "p":
            return self.once("p", lambda: self.percent(self.k, self.n))
        if name == "p3":
            return self.percent(self.k3, self.n)
        if name == "pr":
            return self.percent(self.rest, self.n)
        if name == "plow":
            return comma(100 * self.k / self.n * r.uniform(0.6, 0.93), 1) + "%"
        if name == "phigh":
            now = 100 * self.k / self.n
            return comma(min(100, now + max(0.2, (100 - now) * r.uniform(0.3, 1))), 1) + "%"
        if name == "min":
            return str(self.words.get("min", 100))
        if name == "low":
            return self.once("low", lambda: str(self.words["min"] - r.randint(3, 12)))
        if name == "high":
            return self.once("high", lambda: str(min(100, self.words["min"] + r.randint(2, 5))))
        cash = {"t": self.n, "d": self.k, "rest": self.rest, "d3": self.k3, "ta": self.a, "tb": self.b, "da": self.ka, "db": self.kb}
        if name in cash:
            return self.cash(cash[name])
        if name == "t_ty":
            return self.cash(self.n, "billion")
        if name == "d_tr":
            return self.cash(self.k, "million")
        raise KeyError(f"{name} in {self.shape['name']}")

    def aside(self, name):
        """A sentence about a part or about another thing; its numbers are of its own size."""
        r = self.r
        text = r.choice(self.words[name])
        if self.measure != "M9":
            if self.measure == "M6":
                n = r.randint(10, 60) if name == "other" else self.n if name == "weak" else r.randint(60, 900)
            elif self.measure == "M2":
                n = self.n if name in ("other", "weak") else r.randint(8, 20)
            elif name in ("office", "field"):
                n = r.randint(4, 14)
            elif name == "weak":
                n = self.n
            else:
                n = r.randint(10, 60)
            k = n if "{n}" not in text else max(1, n - r.randint(1, max(1, n // 3)))
            if self.measure == "M2" and name == "weak":
                k = self.k
            self.n, self.k, self.rest = n, k, n - k
            self.fixed.pop("p", None)
        elif name != "weak":
            # A single fund is far smaller than the whole budget.
            self.n, self.k = self.n // 80 * 10 + 20, 0
            self.k = int(self.n * r.uniform(0.5, 0.98)) // 10 * 10
            self.unit = "million"
        return text

    @staticmethod
    def up(text):
        return text[0].upper() + text[1:]

    # Tables.

    def split(self, whole, parts, caps=None):
        """Whole numbers that sum to the whole, none above its cap."""
        if caps:
            out = [0] * parts
            for _ in range(whole):
                free = [i for i in range(parts) if out[i] < caps[i]]
                out[self.r.choices(free, [caps[i] - out[i] for i in free])[0]] += 1
            return out
        if whole < parts * 2:
            parts_ = [1] * parts
            for _ in range(whole - parts):
                parts_[self.r.randrange(parts)] += 1
            return parts_
        weights = [self.r.uniform(0.5, 2) for _ in range(parts)]
        out = [max(1, int(whole * w / sum(weights))) for w in weights]
        out[0] += whole - sum(out)
        while out[0] < 1:
            big = max(range(parts), key=lambda i: out[i])
            out[big] -= 1
            out[0] += 1
        return out

    def spread(self, done, wholes):
        """Done of each part, by the share of the whole where numbers are large."""
        total = sum(wholes)
        if total <= 600:
            return self.split(done, len(wholes), wholes)
        left = total - done
        weights = [w * self.r.uniform(0.4, 1.6) for w in wholes]
        out = [min(w, int(left * x / sum(weights))) for w, x in zip(wholes, weights)]
        rest = left - sum(out)
        for i in range(len(out)):
            add = min(rest, wholes[i] - out[i])
            out[i] += add
            rest -= add
        return [w - o for w, o in zip(wholes, out)]

    def table(self, kind):
        r = self.r
        if kind in ("status", "planned"):
            return self.listing(kind)
        if kind.startswith("money"):
            return self.budget(kind)
        tot, don, res = (self.slot(x) for x in ("tot", "don", "res"))
        percent = r.choice(self.shared["percent_head"])
        # A percent sign in the head leaves the cells bare.
        rate = (lambda k, n: self.share(k, n)) if "%" in percent else (lambda k, n: self.share(k, n) + "%")
        if kind == "vertical":
            rows = [[tot, dotted(self.n)], [don, dotted(self.k)]] + ([[res, dotted(self.rest)]] if r.random() < 0.6 else [])
            rows.append([r.choice(("Tỷ lệ", "Tỷ lệ đạt được")), self.percent(self.k, self.n)])
            if r.random() < 0.5:
                rows = [[str(i)] + row for i, row in enumerate(rows, 1)]
                return self.rows([["STT", "Nội dung", "Số liệu"]] + rows)
            return self.rows([[r.choice(("Nội dung", "Chỉ tiêu")), r.choice(("Số lượng", "Kết quả năm 2018"))]] + rows)
        if kind == "onerow":
            head, row = [tot, don, res], [dotted(x) for x in (self.n, self.k, self.rest)]
            if r.random() < 0.6:
                head.append(percent)
                row.append(rate(self.k, self.n))
            return self.rows([head, row])
        if kind == "quarter":
            names, label = ["Quý I", "Quý II", "Quý III", "Quý IV"], "Quý"
            if r.random() < 0.4:
                names = [f"{x}/2018" for x in names]
            total_name = r.choice(("Cả năm", "Cả năm 2018", "Tổng cộng"))
            wholes = self.split(self.n, 4)
        else:
            label = r.choice(self.words["fieldhead"])
            total_name = r.choice(self.shared["total_row"])
            if self.measure == "M2":
                names, wholes = list(self.words["fields"]), [self.a, self.b]
            else:
                top = min(len(self.words["fields"]), max(2, self.n // 2))
                names = r.sample(self.words["fields"], r.randint(min(3, top), min(6, top)))
                wholes = self.split(self.n, len(names))
        dones = [self.ka, self.kb] if self.measure == "M2" and kind != "broken" else self.spread(self.k3 if kind == "broken" else self.k, wholes)
        with_rest = kind == "rest" or (kind != "percent" and r.random() < 0.6)
        with_rate = kind == "percent" or (kind not in ("broken", "twohead") and r.random() < 0.35)
        numbered = r.random() < 0.5
        line = lambda n, k: [dotted(n), dotted(k)] + ([dotted(n - k)] if with_rest or kind == "twohead" else []) + ([rate(k, n)] if with_rate else [])
        if kind == "twohead":
            first = ([r.choice(("STT", "TT"))] if numbered else []) + [label, tot, r.choice(("Kết quả", "Trong đó", "Kết quả thực hiện"))]
            heads = [first, [""] * (len(first) - 1) + [don, res]]
        else:
            heads = [([r.choice(("STT", "TT"))] if numbered else []) + [label, tot, don] + ([res] if with_rest else []) + ([percent] if with_rate else [])]
        body = [([str(i + 1)] if numbered else []) + [names[i]] + line(wholes[i], dones[i]) for i in range(len(names))]
        total = ([""] if numbered else []) + [total_name] + line(self.n, self.k)
        return self.rows(heads + (body + [total] if r.random() < 0.85 or kind == "twohead" else [total] + body))

    def listing(self, kind):
        r, m, s = self.r, self.measure, self.shared
        items = r.sample(self.words["items"], self.n)
        leads = [x.split(" / ")[1] if " / " in x else r.choice(self.words["lead_item"]) for x in items]
        items = [x.split(" / ")[0] for x in items]
        lead_head = {"M3": "Cơ quan được kiểm tra", "M8": "Đơn vị"}.get(m, r.choice(("Cơ quan chủ trì", "Chủ trì")))
        head = ["STT", r.choice(self.words["itemhead"]), lead_head]
        if kind == "planned":
            head.append("Thời hạn")
            return self.rows([head] + [[str(i + 1), x, leads[i], f"Quý {r.choice(('II', 'III', 'IV'))}/2018"] for i, x in enumerate(items)])
        head.append(r.choice(s["status_head"]))
        done, left = (s.get(f"{x}_{m}", s[x]) for x in ("status_done", "status_open"))
        one = r.choice(done)
        open_rows = set(r.sample(range(self.n), self.rest))
        say = lambda i: r.choice(left) if i in open_rows else (one if r.random() < 0.7 else r.choice(done))
        return self.rows([head] + [[str(i + 1), x, leads[i], say(i)] for i, x in enumerate(items)])

    def budget(self, kind):
        r = self.r
        tot, don, res = (self.slot(x) for x in ("tot", "don", "res"))
        percent = r.choice(self.shared["percent_head"])
        rate = (lambda k, n: self.share(k, n)) if "%" in percent else (lambda k, n: self.share(k, n) + "%")
        if kind == "moneyrow":
            unit = " (triệu đồng)"
            return self.rows([[tot + unit, don + unit, percent], [dotted(self.n), dotted(self.k), rate(self.k, self.n)]])
        if kind == "moneyvertical":
            rows = [[tot, self.cash(self.n)], [don, self.cash(self.k)]] + ([[res, self.cash(self.rest)]] if r.random() < 0.6 else [])
            return self.rows([[r.choice(("Nội dung", "Chỉ tiêu")), "Số tiền"]] + rows + [["Tỷ lệ giải ngân", self.percent(self.k, self.n)]])
        names = r.sample(self.words["fields"], r.randint(3, 5))
        wholes = [x * 10 for x in self.split(self.n // 10, len(names))]
        dones = [x for x in self.spread(self.k3 if kind == "moneybroken" else self.k, wholes)]
        with_rest, with_rate = r.random() < 0.5, r.random() < 0.5 and kind != "moneybroken"
        line = lambda n, k: [dotted(n), dotted(k)] + ([dotted(n - k)] if with_rest else []) + ([rate(k, n)] if with_rate else [])
        head = [r.choice(self.words["fieldhead"]), tot, don] + ([res] if with_rest else []) + ([percent] if with_rate else [])
        return self.rows([head] + [[names[i]] + line(wholes[i], dones[i]) for i in range(len(names))] + [[r.choice(self.shared["total_row"])] + line(self.n, self.k)])

    @staticmethod
    def rows(cells):
        return " ¶ ".join("|" + "|".join(row) for row in cells)

    # The report.

    def write(self):
        r, s, w = self.r, self.shared, self.words
        text = capital(self.fill(r.choice(self.shape["text"])))
        if "before" in self.shape:
            before = capital(self.fill(r.choice(self.shape["before"])))
        else:
            before = r.choices(("", r.choice(w["heads"]), r.choice(s["openings"])), (40, 45, 15))[0]
        if r.random() < 0.12 and "before" not in self.shape:
            apart = "¶" in text or text.endswith(":")
            text = r.choice(s["preface"]) + (" ¶ " if apart else " ") + text
        if "table" in self.shape:
            text += " ¶ " + self.table(self.shape["table"])
        # What follows must be of another thing. Texts that prove nothing get no remark that points to proof.
        plain = s["tail_any"] if self.label != "noproof" else [t for t in s["tail_any"] if not t.startswith(("Hồ sơ", "Số liệu"))]
        pools = [plain, w["tails"]] + ([s["tail_money"]] if self.measure != "M9" and self.label != "noproof" else [])
        after = "" if r.random() < 0.45 else r.choice(r.choice(pools))
        if after and "¶" not in text and not text.endswith(":") and r.random() < 0.3:
            text, after = f"{text} {after}", ""
        return {"measure": self.measure, "title": r.choice(w["titles"]), "before": before, "text": text, "after": after, "label": self.label, "why": self.why()}

    def why(self):
        if self.label == "noproof":
            return self.shape["name"]
        unit = " million" if self.measure == "M9" else ""
        return f"{self.shape['name']}: {self.k} of {self.n}{unit}, demand {self.words.get('min', 100)} %"


def fits(shape, measure):
    wanted = set()
    for name in shape["for"]:
        wanted |= set(GROUPS.get(name, name).split())
    return measure in wanted - set(shape.get("not", ()))


def make(seed, count):
    measures, shared = load("measures.toml"), load("shared.toml")
    shapes = {label: load(f"{label}.toml")["shape"] for label, _ in SHARES}
    chance = random.Random(seed)
    labels = [label for label, share in SHARES for _ in range(round(count * share / 100))]
    labels = (labels + ["met"] * count)[:count]
    codes = sorted(measures)
    # Every measure gets its turn within each label; then the order is mixed.
    turns = [(label, codes[i % len(codes)]) for i, label in enumerate(labels)]
    chance.shuffle(turns)
    bags, seen, out = collections.defaultdict(list), set(), []
    for number, (label, measure) in enumerate(turns, 1):
        bag = bags[label, measure]
        if not bag:  # every shape once before any comes again
            bag += [s for s in shapes[label] if fits(s, measure)]
            chance.shuffle(bag)
        shape = bag.pop()
        for _ in range(60):
            row = Row(chance, measure, measures[measure], shared, shape, label).write()
            if (measure, row["text"]) not in seen:
                break
        seen.add((measure, row["text"]))
        row["id"] = f"g{seed}-{number:04d}"
        out.append(row)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--seed", type=int, required=True)
    p.add_argument("--count", type=int, default=1000)
    p.add_argument("--out", required=True)
    args = p.parse_args()
    with open(args.out, "w", encoding="utf-8", newline="") as handle:
        table = csv.DictWriter(handle, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        table.writeheader()
        table.writerows(make(args.seed, args.count))


if __name__ == "__main__":
    main()
