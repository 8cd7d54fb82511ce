#!/bin/sh
# Says what is missing, and installs it where that is possible without asking: on Debian, as root or with sudo.
set -eu

if ! command -v cargo >/dev/null 2>&1; then
    echo "A Rust toolchain is needed: see https://rustup.rs" >&2
    exit 1
fi
# Some of the crates build a little C.
if ! command -v cc >/dev/null 2>&1; then
    echo "A C compiler is missing; installing gcc." >&2
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends gcc libc6-dev
fi
# Scans are read with Tesseract; without it they stay unread, and the tests that need it say so.
if ! tesseract --list-langs 2>/dev/null | grep -qx vie; then
    echo "Tesseract with its Vietnamese model is missing; installing tesseract-ocr, tesseract-ocr-vie." >&2
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie ||
        echo "It could not be installed: scans stay unread." >&2
fi
