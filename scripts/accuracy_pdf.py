#!/usr/bin/env python3
"""How much of the text of born-digital PDFs is read: word recall and whole head lines, over a corpus beside the project.

usage: accuracy_pdf.py --bin target/debug/kiemchung [--corpus ../shared/corpus] [--worst N] [--missing FILE]

The reference is what two other programs agree on: the words of a page that both pdftotext and PyMuPDF give, counted as
often as both give them (NFC, spaces folded, ligatures in letters; dots are no words). Counted are pages whose text a person sees: more
visible than invisible letters, and no picture over them. Files in TCVN3 or VNI, which the others do not convert, are left
to the test accuracy_of_old_encodings. The head lines are "Số: 12/..." and "ngày 1 tháng 2 năm 2018" that stand whole on one
line, compared with pdftotext.

PyMuPDF is under the AGPL: it serves this script alone, is in no dependency of the program and is never shipped with it.
Exits with 1 where the figures are below what is demanded; without the corpus or a tool it says so and exits with 0.
"""
import argparse, collections, json, os, re, shutil, subprocess, sys, unicodedata

LEAST = 0.998  # over the Vietnamese documents, and over all
SETS = {"vn": ["vn/pdf"], "others": ["peers/kreuzberg", "peers/pdf.js", "peers/pdfminer.six", "peers/pypdf", "peers/sample-files", "peers/tika"]}
FORMS = {"number": re.compile(r"\bSố\s?:\s?\d+[a-z]?\s?[/-]\s?[\w&]+", re.I), "date": re.compile(r"ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}", re.I)}


def words(text):
    text = re.sub("[\ufb00-\ufb04]", lambda m: unicodedata.normalize("NFKC", m.group()), text)
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "-")
    return collections.Counter(word for word in text.split() if any(c.isalnum() for c in word))


def head_lines(text):
    lines = [" ".join(unicodedata.normalize("NFC", line).split()) for line in text.splitlines()]
    return {name: collections.Counter(m.group().lower() for line in lines for m in form.finditer(line)) for name, form in FORMS.items()}


def is_seen(page):
    """True if most letters of a page are drawn visibly and no picture of the page lies over them."""
    seen, all_, last = 0, 0, -1
    for span in page.get_texttrace():
        n = sum(1 for c in span["chars"] if c[0] != 32)
        all_, last = all_ + n, max(last, span["seqno"])
        seen += n if span["type"] != 3 else 0
    area = abs(page.rect) or 1
    cover = [i for i, (kind, box, *_) in enumerate(page.get_bboxlog()) if kind == "fill-image" and abs(pymupdf.Rect(box) & page.rect) > 0.7 * area]
    return seen * 2 > all_ and not any(i > last for i in cover)


def reference(path):
    """For each page that counts: its number, the agreed words, what pdftotext gives."""
    pages = []
    with pymupdf.open(path) as document:
        if document.needs_pass:
            return []
        for number, page in enumerate(document, 1):
            if not is_seen(page):
                continue
            done = subprocess.run(["pdftotext", "-f", str(number), "-l", str(number), path, "-"], capture_output=True, timeout=60)
            theirs = done.stdout.decode("utf-8", "replace")
            pages.append((number, words(theirs) & words(page.get_text()), theirs))
    return pages


def own(program, paths):
    """For each path its pages by number: kind and text; none for a file in an old encoding."""
    command = [program, "text", "--ocr", "never", "--no-cache"]
    shown = subprocess.run(command + paths, stdout=subprocess.PIPE, check=False).stdout.decode()
    told = json.loads(subprocess.run(command + ["--format", "json"] + paths, stdout=subprocess.PIPE, check=False).stdout)
    read = {}
    for document, text in zip(told, re.split(r"^=== .*\n", shown, flags=re.M)[1:], strict=True):
        texts = re.split(r"^--- page \d+.*\n", text, flags=re.M)[1:]
        pages = {page["number"]: (page["kind"], text) for page, text in zip(document.get("pages", []), texts)}
        converted = any(remark["kind"] == "converted" for remark in document.get("remarks", []))
        read[document["path"]] = {} if converted else pages
    return read


def measure(program, corpus, folders, args):
    paths = [os.path.join(corpus, folder, name) for folder in folders for name in sorted(os.listdir(os.path.join(corpus, folder))) if name.endswith(".pdf")]
    read, rows, heads = own(program, paths), [], collections.Counter()
    for path in paths:
        if not read.get(path):
            heads["files not read or converted"] += 1
            continue
        try:
            pages = reference(path)
        except Exception:  # a file that the reference cannot open tells nothing
            continue
        found = wanted = 0
        lost = collections.Counter()
        for number, agreed, theirs in pages:
            kind, text = read[path].get(number, ("none", ""))
            if kind == "scan" or not agreed:  # its text is not believed: recognition reads the page
                heads["pages not believed"] += kind == "scan" and bool(agreed)
                continue
            mine = words(text)
            found, wanted, lost = found + (agreed & mine).total(), wanted + agreed.total(), lost + (agreed - mine)
            ours, other = head_lines(text), head_lines(theirs)
            for name in FORMS:
                heads[f"{name} ours"] += ours[name].total()
                heads[f"{name} pdftotext"] += other[name].total()
                if args.missing and other[name] - ours[name]:
                    print(f"  {os.path.basename(path)} page {number}: not whole {dict(other[name] - ours[name])}")
        if wanted:
            rows.append((found / wanted, os.path.basename(path), found, wanted, lost))
    if not rows:
        return None
    total = sum(r[2] for r in rows) / sum(r[3] for r in rows)
    mean = sum(r[0] for r in rows) / len(rows)
    print(f"{len(rows)} files, {sum(r[3] for r in rows)} words: recall {total:.4f}, mean of files {mean:.4f}, below 0.95: {sum(r[0] < 0.95 for r in rows)}")
    print("  heads and pages: " + ", ".join(f"{k} {v}" for k, v in sorted(heads.items())))
    for share, name, _, count, lost in sorted(rows, key=lambda r: r[2] - r[3])[: args.worst]:
        print(f"  {share:.4f} of {count:6} {name}" + (f": {' '.join(list(lost)[:30])}" if args.missing else ""))
    return total, heads, (sum(r[2] for r in rows), sum(r[3] for r in rows))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--corpus", default=os.path.join(here, "..", "..", "shared", "corpus"))
    parser.add_argument("--worst", type=int, default=3, help="how many of the files that lost most words are named")
    parser.add_argument("--missing", action="store_true", help="also the words and lines that were lost")
    parser.add_argument("--only", choices=sorted(SETS))
    args = parser.parse_args()
    if not os.path.isdir(args.corpus):
        sys.exit(print(f"skipped: no corpus at {args.corpus}"))
    if pymupdf is None or shutil.which("pdftotext") is None:
        sys.exit(print("skipped: PyMuPDF or pdftotext is missing"))
    failed, found, wanted = False, 0, 0
    for name, folders in SETS.items():
        if args.only in (None, name):
            print(f"PDF, {name}: ", end="")
            got = measure(args.bin, args.corpus, folders, args)
            if got:
                total, heads, (part, of) = got
                found, wanted = found + part, wanted + of
                failed |= any(heads[f"{f} ours"] < heads[f"{f} pdftotext"] for f in FORMS) or name == "vn" and total < LEAST
    if wanted:
        print(f"PDF, all: recall {found / wanted:.4f} of {wanted} words (demanded: {LEAST})")
    sys.exit(failed or found < LEAST * wanted)


try:
    import pymupdf
    pymupdf.TOOLS.mupdf_display_errors(False)
except ImportError:
    pymupdf = None

if __name__ == "__main__":
    main()
