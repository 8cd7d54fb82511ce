//! Nothing of a pack's subject stands in the program: the same pack with another deed, another noun or another giver gives the
//! same verdict for each sentence.

use crate::common::kiemchung;
use crate::intake::put;
use crate::words::docx;

const PACK: &str = "id = \"ban-sao\"\ntitle = \"Bộ tiêu chí mẫu\"\nlevel = \"tỉnh\"\nplace = \"tỉnh Đắk Lắk\"\nyear = 2018\n\
                    source = \"Đặt ra để kiểm thử\"\ncriteria = [\"M1\"]\n";

const EVIDENCE: &str = r#"code = "M1"
name = "Số đo mẫu"
clause = "Mẫu"

[[evidence]]
id = "bao-cao"
name = "Báo cáo năm"
match = { types = ["BC"], phrases = ["kết quả"] }
require = { measures = ["so-do"] }

[[measure]]
id = "so-do"
name = "Số đo"
"#;

/// A measure, the title of the reports, and their sentences.
#[derive(Clone)]
struct Case {
    measure: String,
    vocabulary: String,
    title: String,
    sentences: Vec<String>,
}

impl Case {
    /// The same with words replaced by others.
    fn with(&self, words: &[(&str, &str)]) -> Self {
        let replace = |text: &String| words.iter().fold(text.clone(), |text, (old, new)| text.replace(old, new));
        Self {
            measure: replace(&self.measure),
            vocabulary: replace(&self.vocabulary),
            title: replace(&self.title),
            sentences: self.sentences.iter().map(replace).collect(),
        }
    }

    /// The verdict on each sentence, each in a report of its own.
    fn verdicts(&self) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "goi/pack.toml", PACK);
        put(folder.path(), "goi/M1.toml", format!("{EVIDENCE}{}", self.measure));
        put(folder.path(), "goi/vocabulary.toml", &self.vocabulary);
        for (number, sentence) in self.sentences.iter().enumerate() {
            put(folder.path(), &format!("nop/so-{number:02}/M1/bc.docx"), report(&self.title, sentence));
        }
        let arguments = ["check", "nop", "--rules", "goi", "--as-of", "2019-01-31", "--format", "json", "--no-cache"];
        let done = kiemchung().current_dir(folder.path()).args(arguments).output().unwrap();
        let error = String::from_utf8_lossy(&done.stderr);
        assert!(matches!(done.status.code(), Some(0 | 1)), "{error}");
        let report = std::fs::read(folder.path().join("kiemchung-report/report.json")).unwrap();
        let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
        let verdict = |submission: &serde_json::Value| {
            let checks = submission["criteria"][0]["evidence"][0]["checks"].as_array().unwrap();
            let check = checks.iter().find(|c| c["check"] == "threshold").unwrap();
            check["verdict"].as_str().unwrap().to_owned()
        };
        report["submissions"].as_array().unwrap().iter().map(verdict).collect()
    }
}

fn report(title: &str, sentence: &str) -> Vec<u8> {
    docx(&[
        "ỦY BAN NHÂN DÂN",
        "TỈNH ĐẮK LẮK",
        "Số: 45/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đắk Lắk, ngày 20 tháng 12 năm 2018",
        "BÁO CÁO",
        title,
        "Kính gửi: Bộ Nội vụ",
        sentence,
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn A",
    ])
}

fn case(measure: &str, vocabulary: &str, title: &str, sentences: &[(&str, &str)]) -> (Case, Vec<String>) {
    let own = |text: &str| text.to_owned();
    let case = Case {
        measure: own(measure),
        vocabulary: own(vocabulary),
        title: own(title),
        sentences: sentences.iter().map(|(sentence, _)| own(sentence)).collect(),
    };
    (case, sentences.iter().map(|(_, verdict)| own(verdict)).collect())
}

#[track_caller]
fn assert_same(case: &Case, expected: &[String]) {
    let told = |verdicts: &[String]| -> Vec<String> {
        verdicts.iter().zip(&case.sentences).map(|(verdict, sentence)| format!("{verdict}: {sentence}")).collect()
    };
    assert_eq!(told(&case.verdicts()), told(expected));
}

#[test]
fn another_deed_gives_the_same_verdicts() {
    let (inspected, expected) = case(
        "deed = [\"kiểm tra\"]\nnoun = [\"cơ quan\", \"body.all\"]\nabout = [\"kiểm tra\"]\nown = [\"kế hoạch\"]\nat_least = 30.0\n",
        "",
        "Kết quả kiểm tra năm 2018",
        &[
            ("Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%.", "met"),
            ("Trong 35 cơ quan, đơn vị, đã kiểm tra 14 cơ quan.", "met"),
            ("Tỷ lệ cơ quan, đơn vị được kiểm tra đạt 40%.", "met"),
            ("Năm 2018 đã kiểm tra 8/35 cơ quan, đơn vị, đạt 22,9%.", "gap"),
            ("Phấn đấu kiểm tra 14/35 cơ quan, đơn vị.", "unclear"),
            ("Kế hoạch đề ra kiểm tra 14/35 cơ quan, đơn vị.", "unclear"),
            ("Giả sử đã kiểm tra 14/35 cơ quan, đơn vị.", "unclear"),
            ("Năm 2017 đã kiểm tra 14/35 cơ quan, đơn vị.", "unclear"),
            ("Theo phản ánh, đã kiểm tra 14/35 cơ quan, đơn vị.", "unclear"),
            ("Lập danh sách kiểm tra 14/35 cơ quan, đơn vị.", "unclear"),
            ("Đã ban hành quyết định kiểm tra đối với 14/35 cơ quan, đơn vị.", "unclear"),
        ],
    );
    assert_same(&inspected, &expected);
    let mut trained = inspected.with(&[("kiểm tra", "tập huấn")]);
    trained.vocabulary = "[deed.\"tập huấn\"]\nwords = [\"tập huấn\"]\n".to_owned();
    assert_same(&trained, &expected);
}

#[test]
fn another_noun_and_another_giver_give_the_same_verdicts() {
    let (tasks, expected) = case(
        "deed = [\"hoàn thành\"]\nnoun = [\"nhiệm vụ\"]\nabout = [\"chính phủ\"]\ngiver = [\"body.central\"]\nat_least = 100.0\n",
        "",
        "Kết quả thực hiện nhiệm vụ Chính phủ giao năm 2018",
        &[
            ("Chính phủ giao 45 nhiệm vụ; đã hoàn thành 45 nhiệm vụ.", "met"),
            ("Cả 45 nhiệm vụ Chính phủ giao đều đã hoàn thành.", "met"),
            ("Đã hoàn thành 45/45 nhiệm vụ Chính phủ giao, đạt 100%.", "met"),
            ("Chính phủ giao 45 nhiệm vụ; đã hoàn thành 31 nhiệm vụ.", "gap"),
            ("Đã hoàn thành 44/45 nhiệm vụ Chính phủ giao.", "gap"),
            ("Đã giao 45/45 nhiệm vụ Chính phủ giao cho các sở.", "unclear"),
            ("UBND tỉnh giao 45 nhiệm vụ; đã hoàn thành 45 nhiệm vụ.", "unclear"),
            ("Kỳ vọng hoàn thành 45/45 nhiệm vụ Chính phủ giao.", "unclear"),
            ("Trong quý III đã hoàn thành 12/12 nhiệm vụ Chính phủ giao.", "unclear"),
            ("Đã hoàn thành 12/12 nhiệm vụ Chính phủ giao về đất đai.", "unclear"),
        ],
    );
    assert_same(&tasks, &expected);
    let others =
        [("nhiệm vụ", "vấn đề"), ("chính phủ", "tỉnh ủy"), ("Chính phủ", "Tỉnh ủy"), ("body.central", "body.party")];
    assert_same(&tasks.with(&others), &expected);
}
