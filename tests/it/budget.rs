//! How much text is held: of one document, and of all documents of a submission.
#![cfg(unix)]

use kiemchung::limits::Limits;

use crate::swapped::messages;

const FILES: [&str; 4] = ["so/S1/a.txt", "so/S1/b.txt", "so/S1/c.txt", "so-khac/S1/d.txt"];

fn beyond(limits: Limits) -> Vec<(String, String)> {
    let found = messages(&FILES, limits, |folder| {
        for (number, file) in FILES.iter().enumerate() {
            std::fs::write(folder.join(file), format!("Số: {number}/BC-SNV\nBÁO CÁO\n{}", "Kết quả. ".repeat(500)))
                .unwrap();
        }
    });
    found.into_iter().filter(|(_, id)| id.starts_with("KC107")).collect()
}

#[test]
fn a_document_with_too_much_text_is_named_and_nothing_else_is_lost() {
    let all = beyond(Limits { text: 1_000, ..Limits::default() });
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|(_, id)| id == "KC107-text"), "{all:?}");
    assert!(beyond(Limits::default()).is_empty());
}

#[test]
fn a_submission_with_too_much_text_costs_its_last_documents_alone() {
    let left_out = beyond(Limits { submission_text: 17_000, ..Limits::default() });
    assert_eq!(left_out, [("S1/c.txt".to_owned(), "KC107-submission".to_owned())]);
}
