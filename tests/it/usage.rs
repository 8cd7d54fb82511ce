//! Wrong usage, folders that are missing, empty or not writable, broken rules: a clear error and its exit code.

use std::path::Path;

use crate::common::kiemchung;

const RULES: [&str; 2] = ["--rules", "dak-lak-2018"];

struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn ended(arguments: &[&str], folder: &Path) -> Ended {
    let output = kiemchung().current_dir(folder).args(arguments).output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn wrong_usage_is_exit_2_and_says_what_would_be_right() {
    let folder = folder_with(&[("nop/S1/a.txt", "a")]);
    for (arguments, words) in [
        (vec!["check", "nop"], "dak-lak-2018"),
        (vec!["check", "nop", "--rules", "khong-co"], "bundled packs: dak-lak-2018"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--criterion", "S9"], "it has S1, S2"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--agency", "ai"], "no such agency"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--as-of", "hôm nay"], "--as-of"),
        (
            vec!["check", "nop", "--rules", "dak-lak-2018", "--as-of", "31/01/2019"],
            "year-month-day, such as 2019-01-31",
        ),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--agencies", "khong-co.csv"], "khong-co.csv"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--facts", "khong-co.csv"], "khong-co.csv"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--why", "S9"], "--why S9"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--why", "S2/khong-co"], "rules show dak-lak-2018"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--out", "nop"], "this is ROOT itself"),
        (vec!["check", "nop", "--rules", "dak-lak-2018", "--out", "nop/S1"], "holds other files (“a.txt”)"),
        (vec!["form", "nop/S1/a.txt", "khong-co.pdf"], "khong-co.pdf: there is no such file"),
        (vec!["text", "nop/S1"], "nop/S1: this is a folder"),
        (vec!["statements", "nop/S1/a.txt", "khong-co.pdf"], "khong-co.pdf: there is no such file"),
        (vec!["statements", "--year", "18", "nop/S1/a.txt"], "--year"),
        (vec!["explain", "KC999"], "neither a finding code"),
        (vec!["form"], "FILES"),
        (vec!["kiểm"], "unrecognized subcommand"),
        (vec![], "Usage"),
    ] {
        let done = ended(&arguments, folder.path());
        assert_eq!(done.code, 2, "{arguments:?}: {}", done.err);
        assert!(done.err.contains(words), "{arguments:?}: {}", done.err);
        assert!(done.out.is_empty(), "{arguments:?}: {}", done.out);
        assert!(!folder.path().join("kiemchung-report/report.json").exists(), "{arguments:?}");
    }
}

#[test]
fn names_cannot_steer_the_terminal() {
    let folder = folder_with(&[("nop/S1/a\u{1b}[2J.txt", "Số: 1/BC-SNV\u{1b}]0;x\u{7}")]);
    let path = "nop/S1/a\u{1b}[2J.txt";
    for arguments in [
        vec!["check", "nop", RULES[0], RULES[1]],
        vec!["check", "nop", RULES[0], RULES[1], "--why", "S1"],
        vec!["check", "nop", RULES[0], RULES[1], "--verbose"],
        vec!["form", path],
        vec!["text", path],
        vec!["statements", path],
    ] {
        let done = ended(&arguments, folder.path());
        let all = done.out + &done.err;
        assert!(all.contains("a\u{FFFD}[2J.txt"), "{arguments:?}: {all}");
        assert!(!all.contains(|c: char| c.is_control() && c != '\n'), "{arguments:?}: {all:?}");
    }
}

#[test]
fn a_missing_root_is_exit_2_an_empty_one_exit_3() {
    let folder = folder_with(&[("tep.txt", "a")]);
    std::fs::create_dir_all(folder.path().join("rong/S1")).unwrap();
    for (root, code, words) in [
        ("khong-co", 2, "khong-co: there is no such folder"),
        ("tep.txt", 2, "this is a file"),
        ("rong", 3, "no file at all under this folder"),
    ] {
        let done = ended(&["check", root, RULES[0], RULES[1], "--out", "bao-cao"], folder.path());
        assert_eq!(done.code, code, "{root}: {}", done.err);
        assert!(done.err.contains(words), "{root}: {}", done.err);
    }
}

#[test]
fn an_output_folder_that_cannot_be_written_is_exit_4_before_anything_is_read() {
    let folder = folder_with(&[("nop/S1/a.txt", "a"), ("tep", "no folder")]);
    let done = ended(&["check", "nop", RULES[0], RULES[1], "--out", "tep/bao-cao"], folder.path());
    assert_eq!(done.code, 4, "{}", done.err);
    assert!(done.err.contains("cannot be written") && done.err.contains("--out"), "{}", done.err);
}

#[test]
fn the_output_folder_is_never_walked() {
    let folder = folder_with(&[("nop/S1/a.txt", "a")]);
    let run = || {
        let done = ended(
            &["check", "nop", RULES[0], RULES[1], "--out", "nop/bao-cao", "--as-of", "2019-01-31"],
            folder.path(),
        );
        assert_eq!(done.code, 1, "{}", done.err);
        std::fs::read(folder.path().join("nop/bao-cao/report.json")).unwrap()
    };
    assert_eq!(run(), run());
}

#[test]
fn an_earlier_report_in_the_root_is_no_agency() {
    let folder = folder_with(&[("nop/so-a/S1/a.txt", "a"), ("nop/so-b/report.json", "{}")]);
    let agencies = |out: &str| {
        let done = ended(&["check", "nop", RULES[0], RULES[1], "--out", out, "--ocr", "never"], folder.path());
        let report = std::fs::read_to_string(folder.path().join(out).join("report.json")).unwrap();
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        let names = report["submissions"].as_array().unwrap().iter().map(|s| s["agency"].as_str().unwrap().to_owned());
        (names.collect::<Vec<_>>(), done.err)
    };
    let both = vec!["so-a".to_owned(), "so-b".to_owned()];
    assert_eq!(agencies("nop/bao-cao"), (both.clone(), String::new()));
    // A program that has the report open leaves a file of its own.
    std::fs::write(folder.path().join("nop/bao-cao/~$report.xlsx"), "a").unwrap();
    let (names, said) = agencies("bao-cao-2");
    assert_eq!(names, both);
    assert!(said.contains("bao-cao holds an earlier report and is not read"), "{said}");
    // With anything else in it, it is read; a folder named like a leftover is something else.
    std::fs::create_dir(folder.path().join("nop/bao-cao/moi.tmp")).unwrap();
    assert_eq!(agencies("bao-cao-3").0.len(), 3);
    std::fs::remove_dir(folder.path().join("nop/bao-cao/moi.tmp")).unwrap();
    std::fs::write(folder.path().join("nop/bao-cao/van-ban.txt"), "a").unwrap();
    assert_eq!(agencies("bao-cao-4").0.len(), 3);
}

#[test]
fn an_agency_that_is_not_there_is_said_before_anything_is_read() {
    let folder = folder_with(&[("nop/so-a/S1/a.txt", "a"), ("nop/so-b/S1/a.txt", "a")]);
    let done = ended(
        &["check", "nop", RULES[0], RULES[1], "--agency", "xyz", "--progress", "json", "--out", "bao-cao"],
        folder.path(),
    );
    assert_eq!(done.code, 2, "{}", done.err);
    assert!(done.err.contains("there is so-a, so-b") && !done.err.contains("progress"), "{}", done.err);
}

#[test]
fn a_broken_rule_file_is_shown_with_its_line_and_a_caret() {
    let pack = "id = \"thu\"\ntitle = \"Thử\"\nlevel = \"xã\"\nyear = 2018\nsource = \"x\"\ncriteria = [\"1\"]\n";
    let criterion = |evidence: &str| {
        format!("code = \"1\"\nname = \"Một\"\nclause = \"x\"\n[[evidence]]\nid = \"a\"\nname = \"A\"\n{evidence}")
    };
    for (text, line, words) in [
        ("code = \"1\"\nname = \"Một\nclause = \"x\"".to_owned(), "2", "KC901"),
        (criterion("mach = 1"), "7", "unknown key \"mach\""),
        (criterion("mach = 1"), "4", "the key \"match\" is missing"),
        (criterion("match = { phrases = [\"a\"] }\nrequire = { windw = 1 }"), "8", "unknown key \"windw\""),
        (
            criterion(
                "match = { phrases = [\"a\"] }\nrequire = { window = { from = \"Y-01-01\", til = \"Y-12-31\" } }",
            ),
            "8",
            "unknown field `til`",
        ),
        (criterion("match = { phrases = [\"a\"] }\nrequire = { count = \"two\" }"), "8", "invalid type"),
        (criterion("match = { types = [\"QD\"], phrases = [\"a\"] }"), "7", "no such type of document"),
        (criterion("match = { number = \"mười\" }"), "7", "no document number"),
        (
            criterion("match = { phrases = [\"a\"] }\nrequire = { window = { from = \"Y-13-01\", to = \"Y-12-31\" } }"),
            "8",
            "this is no day",
        ),
        (
            criterion("match = { phrases = [\"a\"] }\nrequire = { window = { from = \"Y-12-01\", to = \"Y-01-31\" } }"),
            "8",
            "ends before it begins",
        ),
        (criterion("match = { phrases = [\"a\"] }\nrequire = { measures = [\"b\"] }"), "8", "no such measure"),
        (criterion("match = { phrases = [\"a\"] }\nrequire = { after = \"b\" }"), "8", "no earlier item with this id"),
        (criterion("match = { phrases = [\"a||b\"] }"), "7", "empty phrase"),
        (criterion("match = { types = [\"QĐ\"] }"), "5", "would match any document"),
    ] {
        let folder = folder_with(&[("goi/pack.toml", pack), ("goi/1.toml", &text), ("nop/1/a.txt", "a")]);
        for arguments in [vec!["rules", "lint", "goi"], vec!["check", "nop", "--rules", "goi"]] {
            let done = ended(&arguments, folder.path());
            assert_eq!(done.code, 2, "{text}: {}", done.err);
            assert!(done.err.contains(words) && done.err.contains('^'), "{words}: {}", done.err);
            assert!(done.err.contains(&format!("1.toml:{line}:")), "{words}: {}", done.err);
            assert!(!done.err.contains("no file of the pack has this code"), "{words}: {}", done.err);
        }
    }
    let folder = folder_with(&[("goi/pack.toml", pack)]);
    let done = ended(&["rules", "lint", "goi"], folder.path());
    assert!(done.code == 2 && done.err.contains("no file of the pack has this code"), "{}", done.err);
}

#[test]
fn packs_are_listed_shown_and_linted() {
    let folder = tempfile::tempdir().unwrap();
    let done = ended(&["rules", "list"], folder.path());
    assert!(done.code == 0 && done.out.starts_with("dak-lak-2018  "), "{}", done.out);
    let done = ended(&["rules", "show", "dak-lak-2018"], folder.path());
    assert!(done.code == 0 && done.out.contains("3507/QĐ-UBND ngày 21/12/2017"), "{}", done.out);
    let done = ended(&["rules", "lint", "dak-lak-2018"], folder.path());
    assert!(done.code == 0 && done.out.contains("no problems"), "{}", done.out);
}

#[test]
fn codes_and_criteria_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    for code in kiemchung::check::codes() {
        let done = ended(&["explain", &code.as_str().to_lowercase()], folder.path());
        assert!(done.code == 0 && done.out.lines().count() > 8, "{}: {}", code.as_str(), done.out);
    }
    let done = ended(&["explain", "s3A"], folder.path());
    assert!(done.code == 0 && done.out.contains("30%"), "{}", done.out);
    // Every demand is shown, also the order in time and what the pack demands of every document.
    for words in ["không trước Kế hoạch kiểm tra CCHC năm 2018", "trích yếu không nêu “xử lý”", "có người ký"]
    {
        assert!(done.out.contains(words), "{words}: {}", done.out);
    }
    let yearly = ended(&["explain", "S1"], folder.path()).out;
    assert!(yearly.contains("trích yếu là của kỳ:"), "{yearly}");
}

#[test]
fn a_rule_file_shows_all_that_is_wrong_and_nothing_else() {
    let pack = "title = \"Thử\"\nlevel = \"xã\"\nyear = 2018\nsource = \"x\"\ncriteria = [\"1\"]\n\
                [[demand]]\nid = \"a\"\nname = \"A\"\nclause = \"x\"\nform = [\"number\"]\n";
    let criterion = "code = \"1\"\nname = \"Một\"\nofficial = false\n\
                     [[evidence]]\nid = \"a\"\nproposal = true\nmatch = { phrases = [\"a\"] }\n\
                     [evidence.require]\nmeasures = [\"m\"]\n\
                     content = [{ id = \"c\", name = \"C\", phrases = [] }, { id = \"d\", name = 1, phrases = [\"d\"] }]\n\
                     [[measure]]\nid = \"m\"\nname = \"M\"\nphrases = [\"m\"]\nat_least = \"all\"\n";
    let folder = folder_with(&[("goi/pack.toml", pack), ("goi/1.toml", criterion)]);
    let done = ended(&["rules", "lint", "goi"], folder.path());
    let problems: Vec<&str> = done.err.lines().filter(|line| line.contains("error[")).collect();
    assert_eq!(
        problems,
        [
            "error: error[KC901]: the key \"clause\" is missing",
            "error[KC901]: the key \"name\" is missing",
            "error[KC902]: content without phrases is in every text",
            "error[KC901]: invalid type: integer `1`, expected a string",
            "error[KC901]: invalid type: string \"all\", expected f64",
            "error[KC901]: the key \"id\" is missing",
        ],
        "{}",
        done.err
    );
}
