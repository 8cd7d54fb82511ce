//! Tesseract as a process of its own: the picture goes to its standard input, words come back as a table. What it
//! writes is taken as a stranger's text.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::engine::{Engine, Recognised};
use crate::document::{Band, Picture};
use crate::files::ContentHash;
use crate::limits::Limits;
use crate::text::nfc;

/// Longest time for one page.
const CLOCK: Duration = Duration::from_secs(90);
/// Most bytes of its table.
const MOST_OUTPUT: u64 = 8 << 20;
/// Longest word, in bytes.
const LONGEST_WORD: usize = 400;

/// The `tesseract` on the search path, with its Vietnamese model.
#[derive(Debug)]
pub struct Tesseract {
    name: String,
    /// Version.
    pub version: String,
    /// First digits of the SHA-256 of its model.
    pub model: String,
}

impl Tesseract {
    /// The program and its Vietnamese model, if both are there.
    pub fn find() -> Option<Self> {
        let version = output(&["--version"])?;
        let version = version.lines().next()?.trim_start_matches("tesseract").trim().to_owned();
        let listed = output(&["--list-langs"])?;
        if !listed.lines().any(|l| l.trim() == "vie") {
            return None;
        }
        // List of available languages in "/usr/share/tesseract-ocr/5/tessdata/" (3):
        let folder = listed.lines().next().and_then(|l| l.split('"').nth(1)).map(Path::new);
        let model = folder.and_then(|f| std::fs::read(f.join("vie.traineddata")).ok());
        let model = model.map_or_else(|| "?".to_owned(), |m| format!("{:.12}", ContentHash::of(&[&m])));
        Some(Self { name: format!("tesseract {version} vie {model}"), version, model })
    }
}

fn output(arguments: &[&str]) -> Option<String> {
    let out = Command::new("tesseract").args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

impl Engine for Tesseract {
    fn name(&self) -> &str {
        &self.name
    }

    fn recognise(&self, picture: &Picture) -> Result<Vec<Recognised>, String> {
        let dpi = (picture.dpi.round() as u32).max(70).to_string();
        // A line, a few stamps anywhere, or a page whose layout is to be found.
        let layout = match picture.band {
            Band::Line => "7",
            Band::Stamps => "11",
            _ => "3",
        };
        let mut child = Command::new("tesseract")
            .args(["stdin", "stdout", "-l", "vie", "--oem", "1", "--psm", layout, "--dpi", &dpi, "tsv"])
            // Its own threads cost three times the work and gain nothing.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("tesseract could not be started: {e}"))?;
        Limits::confine_engine(child.id());
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("no pipe to tesseract".to_owned());
        };
        let (sender, table) = mpsc::channel();
        std::thread::spawn(move || {
            let mut text = Vec::new();
            let read = stdout.take(MOST_OUTPUT).read_to_end(&mut text);
            let _ = sender.send(read.map(|_| text));
        });
        let header = format!("P5\n{} {}\n255\n", picture.width, picture.height);
        // An engine that does not read is stopped by the clock too: that ends the writing.
        let (table, ended) = std::thread::scope(|scope| {
            scope.spawn(move || {
                let _ = stdin.write_all(header.as_bytes()).and_then(|()| stdin.write_all(&picture.pixels));
            });
            let table = table.recv_timeout(CLOCK);
            let ended = if table.is_ok() { ended(&mut child) } else { None };
            let _ = child.kill();
            let _ = child.wait();
            (table, ended)
        });
        match table {
            Ok(Ok(_)) if ended.is_none_or(|status| !status.success()) => Err("tesseract failed on the page".to_owned()),
            Ok(Ok(table)) => Ok(words(&String::from_utf8_lossy(&table), picture)),
            Ok(Err(error)) => Err(format!("tesseract could not be read: {error}")),
            Err(_) => Err(format!("tesseract took more than {} s", CLOCK.as_secs())),
        }
    }
}

/// How a process that has closed its output ends; none if it does not within a moment.
fn ended(child: &mut Child) -> Option<ExitStatus> {
    for _ in 0..100 {
        match child.try_wait() {
            Ok(None) => std::thread::sleep(Duration::from_millis(10)),
            Ok(status) => return status,
            Err(_) => return None,
        }
    }
    None
}

/// The words of a table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn words(table: &str, picture: &Picture) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = Vec::new();
    let mut last = None;
    let mut line = 0;
    for row in table.lines() {
        let cells: Vec<&str> = row.splitn(12, '\t').collect();
        let [level, _, block, paragraph, in_paragraph, _, left, top, width, height, confidence, text] = cells[..]
        else {
            continue;
        };
        let text: String = text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
        if level != "5" || text.is_empty() || text.len() > LONGEST_WORD {
            continue;
        }
        let numbers = [left, top, width, height].map(str::parse::<u32>);
        let ([Ok(x), Ok(y), Ok(w), Ok(h)], Ok(confidence)) = (numbers, confidence.parse::<f32>()) else { continue };
        let (x1, y1) = (x.saturating_add(w), y.saturating_add(h));
        if x1 > picture.width || y1 > picture.height || w == 0 || h == 0 || !(0.0..=100.0).contains(&confidence) {
            continue;
        }
        let own = [block, paragraph, in_paragraph].map(str::to_owned);
        if last.as_ref() != Some(&own) {
            (last, line) = (Some(own), line + 1);
        }
        found.push(Recognised { text: nfc(&text), rect: [x, y, x1, y1], confidence, line });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_hostile_table_gives_only_words_inside_the_picture() {
        let picture = Picture { width: 100, height: 50, ..Picture::default() };
        let table = "level\tpage\n5\t1\t1\t1\t1\t1\t5\t5\t20\t10\t91.5\tSố:\n5\t1\t1\t1\t1\t2\t90\t5\t20\t10\t91\tx\n\
            5\t1\t1\t1\t1\t3\t-4\t5\t20\t10\t91\tx\n5\t1\t1\t1\t1\t4\t4294967295\t5\t20\t10\t91\tx\n\
            5\t1\t1\t1\t1\t5\t5\t5\t20\t10\tNaN\tx\n5\t1\t1\t1\t1\t6\t5\t5\t20\t10\t91\t\u{7}\n5\t1\t2\t1\t1\t1\t5\t5\t2\t1\t9\ta\tb\n";
        let found = words(table, &picture);
        let texts: Vec<(&str, u32)> = found.iter().map(|w| (w.text.as_str(), w.line)).collect();
        assert_eq!(texts, [("Số:", 1), ("ab", 2)]);
    }

    proptest! {
        #[test]
        fn any_table_gives_only_words_inside_the_picture(
            rows in proptest::collection::vec("(5|4|\\PC)(\t([0-9]{1,3}|-1|4294967295|NaN|\\PC{0,3})){0,12}", 0..8),
            newline in "(\n|\r\n|\r)",
        ) {
            let picture = Picture { width: 100, height: 50, ..Picture::default() };
            for word in words(&rows.join(&newline), &picture) {
                let [x0, y0, x1, y1] = word.rect;
                prop_assert!(x0 < x1 && x1 <= 100 && y0 < y1 && y1 <= 50 && !word.text.is_empty());
                prop_assert!((0.0..=100.0).contains(&word.confidence));
            }
        }
    }
}
