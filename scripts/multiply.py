#!/usr/bin/env python3
"""Multiplies the fixture batch: so many copies of its agencies, each file made unique without changing what it says.

    scripts/multiply.py COPIES FOLDER
"""
import pathlib
import shutil
import sys
import zipfile

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures" / "nop-2018"


def make_unique(path: pathlib.Path, number: int) -> None:
    """Adds what no reader shows: a comment behind a PDF, the comment of an archive, a space behind other files."""
    mark = f"copy {number}"
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        path.write_bytes(data + f"\n% {mark}\n".encode())
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path, "a") as archive:
            archive.comment = mark.encode()
    elif data:
        path.write_bytes(data + b" " * number)


def main() -> None:
    copies, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    agencies = [entry for entry in sorted(FIXTURES.iterdir()) if entry.is_dir()]
    for number in range(copies):
        for agency in agencies:
            target = folder / f"{agency.name}-{number:04}"
            shutil.copytree(agency, target, symlinks=True)
            for path in sorted(target.rglob("*")):
                if path.is_file() and not path.is_symlink() and path.name != "manifest.csv":
                    make_unique(path, number + 1)


if __name__ == "__main__":
    main()
