#!/usr/bin/env python3
"""What recognition costs: CPU of a scanned page beside bare tesseract on the same picture, of a look at a head, memory of
all processes of two jobs, and memory of a short and a long scan, which should be the same.

usage: bench_scans.py PROGRAM
"""
import os, re, resource, shutil, subprocess, sys, tempfile, time, zlib

program = os.path.abspath(sys.argv[1])
here = os.path.dirname(os.path.abspath(__file__))
# A report of four pages and an annex: its first page is full of text, as those are whose heads alone are read, its fourth is
# signed.
REPORT = os.path.join(here, "..", "fixtures", "nop-2018", "ubnd-tinh", "S2", "331-BC-UBND nam 2018.pdf")
ENV = {**os.environ, "OMP_THREAD_LIMIT": "1"}


def cpu(command, turns=3):
    """CPU seconds of a command and its children: the least of some turns."""
    spent = []
    for _ in range(turns):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def resident(root):
    """Resident kilobytes of a process and all below it, each page of shared memory counted once for each."""
    parents, sizes = {}, {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            status = open(f"/proc/{name}/status").read()
        except OSError:
            continue
        parents[int(name)] = int(re.search(r"PPid:\s+(\d+)", status).group(1))
        found = re.search(r"VmRSS:\s+(\d+)", status)
        sizes[int(name)] = int(found.group(1)) if found else 0
    below, grown = {root}, True
    while grown:
        more = {p for p, parent in parents.items() if parent in below} - below
        below, grown = below | more, bool(more)
    return sum(sizes.get(p, 0) for p in below)


def peak(command):
    """Most megabytes that a command and all that it started held at one time."""
    process = subprocess.Popen(command, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, resident(process.pid))
        time.sleep(0.02)
    return most >> 10


def pdf(path, images):
    """A PDF whose pages show a picture each: (dictionary entries, bytes). One picture in a row is kept once."""
    first = 3 + len(images)
    shown, streams = [], []
    for image in images:
        if not streams or streams[-1] is not image:
            streams.append(image)
        shown.append(first + len(streams))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (3 + i) for i in range(len(images))), len(images))]
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 %d 0 R >> >> /Contents %d 0 R >>"
                % (image, first) for image in shown]
    objects.append(b"<< /Length 27 >>\nstream\n595 0 0 842 0 0 cm /Im0 Do \nendstream")
    objects += [b"<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)
                for entries, data in streams]
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, xref)
    open(path, "wb").write(out)


def jpeg(path):
    """A JPEG file as a picture of a PDF; its frame tells height and width."""
    data = open(path, "rb").read()
    frame = re.search(rb"\xff\xc0..\x08(..)(..)", data, re.DOTALL)
    height, width = (int.from_bytes(side, "big") for side in frame.groups())
    return b"/Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode" % (width, height), data


def main():
    for program_of in ("tesseract", "pdftoppm"):
        if not shutil.which(program_of):
            print(f"scans: {program_of} is not installed, skipped")
            return
    with tempfile.TemporaryDirectory() as folder:
        file = lambda name: os.path.join(folder, name)
        subprocess.run(["pdftoppm", "-jpeg", "-r", "200", "-l", "4", REPORT, file("page")], check=True)
        names = sorted(name for name in os.listdir(folder) if name.startswith("page-"))
        pages = [jpeg(file(name)) for name in names]
        pdf(file("page.pdf"), pages[:1])
        pdf(file("report.pdf"), pages)
        form = [program, "form", "--no-cache", "--jobs", "1"]
        bare = cpu(["tesseract", file(names[0]), "stdout", "-l", "vie", "--oem", "1", "--psm", "3", "tsv"])
        start = cpu([*form, "--ocr", "never", file("page.pdf")])
        whole = cpu([*form, file("page.pdf")])
        ends = cpu([*form, file("report.pdf")]) - start
        print(f"scans     a page: {whole:.2f} s, bare tesseract {bare:.2f} s: {whole / bare:.2f} times (1.15 wanted)")
        print(f"scans     head and foot of a report: {ends:.2f} s, a look {ends / 2 / bare:.2f} times the bare page (0.45 wanted)")
        for name in ("a", "b"):
            pdf(file(f"{name}.pdf"), pages[:1] * 12)
        both = peak([program, "text", "--no-cache", "--jobs", "2", "--ocr", "always", file("a.pdf"), file("b.pdf")])
        print(f"scans     two jobs, all processes: {both} MB (below 600 wanted)")
        # A page with one stroke and no word, so that many are looked at in a minute.
        rows = [b"\x00" * 106 if 600 <= y < 603 else b"\xff" * 106 for y in range(1200)]
        bits = zlib.compress(b"".join(rows))
        black = b"/Width 848 /Height 1200 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode"
        held = {}
        stroke = (black, bits)
        for pages in (20, 500):
            pdf(file("many.pdf"), [stroke] * pages)
            held[pages] = peak([program, "text", "--no-cache", "--jobs", "2", "--ocr", "always", file("many.pdf")])
        print("scans     memory by pages: " + ", ".join(f"{pages}: {most} MB" for pages, most in held.items()))


main()
