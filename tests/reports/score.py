#!/usr/bin/env python3
"""Scores `kiemchung check` on labelled reports such as make.py makes.

usage: score.py --bin target/release/kiemchung --rules PACK --tsv FILE [--list] [--keep DIR] [--least-met PERCENT] [--least-gap PERCENT]

Each row becomes the only report of one agency of one batch, and agencies.csv assigns that agency the one criterion of the row.
`check` runs once over the batch. Printed are counts for each measure and label; with --list also every row that is not right and what
the tool said of it. Exit code 1 if anything was called met or gap against its label, or if too few met or gap labels were
decided; 2 if `check` itself failed.
Python 3 standard library only.
"""
import argparse, collections, csv, datetime, json, os, re, subprocess, sys, tempfile, zipfile
from xml.sax.saxutils import escape

# M1 to M5 are told by the province, M6 to M9 by one department of itself.
PROVINCE = {"parent": "", "office": "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", "symbol": "BC-UBND", "to": "Bộ Nội vụ", "role": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "signer": "Lê Hoàng Nam"}
DEPARTMENT = {"parent": "UBND TỈNH ĐẮK LẮK", "office": "SỞ Y TẾ", "symbol": "BC-SYT", "to": "Sở Nội vụ tỉnh Đắk Lắk", "role": "GIÁM ĐỐC", "signer": "Phan Thị Mai"}
FIRST, LAST = datetime.date(2018, 12, 20), datetime.date(2019, 3, 25)
OUTCOMES = ("right", "question", "false_met", "false_gap", "other")

TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
LINKS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
         'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def line(text, bold=False, centred=False):
    place = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{place}<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def lines(text, **look):
    return "".join(line(part, **look) for part in text.split("\n") if part)


def cell(inner, width=1, merge=""):
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    down = {"start": '<w:vMerge w:val="restart"/>', "more": "<w:vMerge/>"}.get(merge, "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{1700 * width}" w:type="dxa"/>{span}{down}</w:tcPr>{inner}</w:tc>'


def frame(rows, columns, border):
    sides = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    look = f"<w:tblBorders>{sides}</w:tblBorders>" if border else ""
    grid = '<w:gridCol w:w="1700"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(f"<w:tr>{r}</w:tr>" for r in rows)}</w:tbl>'


def grid(rows):
    """A table of figures. A head of two rows has its cells joined, as offices draw it."""
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    out, start = [], 0
    if len(rows) > 2 and rows[1][0] == "" and rows[0][0] and any(a == "" and b for a, b in zip(rows[0], rows[1])):
        first, second, i = "", "", 0
        while i < columns:
            if rows[1][i] == "":
                first += cell(line(rows[0][i], bold=True), merge="start")
                second += cell(line(""), merge="more")
                i += 1
                continue
            end = i + 1
            while end < columns and rows[0][end] == "" and rows[1][end]:
                end += 1
            first += cell(line(rows[0][i], bold=True), width=end - i)
            second += "".join(cell(line(rows[1][j], bold=True)) for j in range(i, end))
            i = end
        out, start = [first, second], 2
    out += ["".join(cell(line(text, bold=n == 0)) for text in row) for n, row in enumerate(rows) if n >= start]
    return frame(out, columns, border=True)


def body(text):
    """Paragraphs and tables of one column of the TSV, in their order."""
    out, table = "", []
    for part in [p.strip() for p in text.split("¶")] + [""]:
        if part.startswith("|"):
            table.append([c.strip() for c in part[1:].split("|")])
            continue
        if table:
            out, table = out + grid(table), []
        if part:
            out += line(part)
    return out


def issued(row):
    """The day of the report: after every day it names, within the window of issue."""
    words = " ".join(row[c] for c in ("title", "before", "text", "after"))
    days = [FIRST]
    for day, month, year in re.findall(r"(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)", words) + re.findall(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (20\d\d)", words):
        try:
            named = datetime.date(int(year), int(month), int(day))
        except ValueError:
            continue
        if FIRST <= named <= LAST:
            days.append(min(LAST, named + datetime.timedelta(days=4)))
    return max(days)


def report(row, number):
    who = PROVINCE if row["measure"] in ("M1", "M2", "M3", "M4", "M5") else DEPARTMENT
    day = issued(row)
    left = lines(who["parent"], centred=True) + lines(who["office"], bold=True, centred=True) + line(f"Số: {number}/{who['symbol']}", centred=True)
    right = (line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centred=True) + line("Độc lập - Tự do - Hạnh phúc", bold=True, centred=True)
             + line(f"Đắk Lắk, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}", centred=True))
    sign = lines(who["role"], bold=True, centred=True) + line("(Đã ký)", centred=True) + line(who["signer"], bold=True, centred=True)
    parts = [frame([cell(left) + cell(right)], 2, border=False), line("BÁO CÁO", bold=True, centred=True), line(row["title"], bold=True, centred=True),
             line(f"Kính gửi: {who['to']}.", centred=True), body(row["before"]), body(row["text"]), body(row["after"]),
             frame([cell(line("Nơi nhận:") + line("- Như trên;") + line("- Lưu: VT.")) + cell(sign)], 2, border=False), "<w:sectPr/>"]
    return f'<w:document xmlns:w="{SPACE}"><w:body>{"".join(parts)}</w:body></w:document>'


def save(path, document):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", LINKS), ("word/document.xml", document)):
            packed.writestr(name, head + text)


def outcome(label, verdict):
    """met and gap must be said only where the label says so; unclear is right for noproof and a needless question elsewhere."""
    if verdict not in ("met", "gap", "unclear"):
        return "other"
    if verdict == "unclear":
        return "right" if label == "noproof" else "question"
    return "right" if verdict == label else f"false_{verdict}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bin", required=True)
    p.add_argument("--rules", required=True)
    p.add_argument("--tsv", required=True)
    p.add_argument("--list", action="store_true", help="show every row that is not right")
    p.add_argument("--keep", help="make the batch in this folder and leave it there")
    p.add_argument("--least-met", type=float, default=0, help="percent of met labels that must be decided")
    p.add_argument("--least-gap", type=float, default=0, help="percent of gap labels that must be decided")
    args = p.parse_args()
    with open(args.tsv, encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory() as spare:
        root = args.keep or spare
        counts, listed = judge(rows, root, args)
    if args.list:
        print("\n".join(listed))
    print(f"{'':8} {'n':>5} " + " ".join(f"{name:>9}" for name in OUTCOMES))
    for key in sorted(counts, key=lambda k: ("M1" <= k <= "M9", k)):
        print(f"{key:8} {sum(counts[key].values()):5} " + " ".join(f"{counts[key][name]:9}" for name in OUTCOMES))
    fail = []
    for name in ("false_met", "false_gap", "other"):
        if counts["all"][name]:
            fail.append(f"{counts['all'][name]} {name}")
    for label, least in (("met", args.least_met), ("gap", args.least_gap)):
        total = sum(counts[label].values())
        share = 100 * counts[label]["right"] / total if total else 100
        print(f"{label}: {share:.1f} % decided")
        if share < least:
            fail.append(f"{label} below {least:g} %")
    if fail:
        print("FAILED: " + ", ".join(fail))
        sys.exit(1)


def judge(rows, root, args):
    batch, out = os.path.join(root, "batch"), os.path.join(root, "out")
    os.makedirs(batch, exist_ok=True)
    with open(os.path.join(batch, "agencies.csv"), "w", encoding="utf-8", newline="") as handle:
        sheet = csv.writer(handle)
        sheet.writerow(["folder", "name", "level", "items"])
        for n, row in enumerate(rows, 1):
            save(os.path.join(batch, f"a{n:05d}", row["measure"], "bao-cao.docx"), report(row, n))
            sheet.writerow([f"a{n:05d}", f"Đơn vị {row['id']}", "tỉnh", row["measure"]])
    command = [args.bin, "check", batch, "--rules", args.rules, "--layout", "batch", "--as-of", "2019-06-30", "--out", out, "--format", "json",
               "--no-cache", "--ocr", "never", "--progress", "none"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        print(f"check ended with {run.returncode}: {run.stderr[-500:]}", file=sys.stderr)
        sys.exit(2)
    with open(os.path.join(out, "report.json"), encoding="utf-8") as handle:
        said = json.load(handle)
    verdicts = {(s["agency"], c["code"]): c["verdict"] for s in said["submissions"] for c in s["criteria"]}
    words = collections.defaultdict(list)
    for finding in said["findings"]:
        if finding.get("verdict") in ("gap", "unclear"):
            words[finding["agency"]].append(f"{finding['code']} {finding['text']}")
    counts, listed = collections.defaultdict(collections.Counter), []
    for n, row in enumerate(rows, 1):
        agency = f"a{n:05d}"
        verdict = verdicts.get((agency, row["measure"]), "none")
        result = outcome(row["label"], verdict)
        for key in ("all", row["label"], row["measure"]):
            counts[key][result] += 1
        if result != "right":
            shown = " | ".join(row[c] for c in ("title", "before", "text", "after"))
            listed.append(f"{result:9} {row['id']} {row['measure']} label {row['label']}, said {verdict}: {shown}\n          why: {row['why']}; tool: {' / '.join(words[agency])[:300]}")
    return counts, listed


if __name__ == "__main__":
    main()
