//! Reads one document as `kiemchung form` does and prints the fields of its form:
//! `cargo run --example read_form -- FILE`.
#![allow(clippy::print_stdout, reason = "an example speaks to its user")]

use std::path::PathBuf;

use anyhow::Context;
use kiemchung::batch::{ReadOptions, Store, read_files};
use kiemchung::process;
use kiemchung::text::visible;

fn main() -> anyhow::Result<()> {
    // Documents are opened by workers alone: this very program, started again by the pool.
    if process::is_worker() {
        return Ok(process::serve()?);
    }
    let file = std::env::args_os().nth(1).context("name a document: read_form FILE")?;
    let (program, store) = (std::env::current_exe()?, Store::default());
    let options = ReadOptions { jobs: 1, program: &program, store: &store, recognition: None, file_names: true };
    for read in read_files(&[PathBuf::from(file)], options)? {
        println!("status: {}", read.status.name());
        // One file may hold several documents, each with a form of its own.
        for part in &read.parts {
            let form = &part.form;
            let fields = [
                ("type", &form.r#type),
                ("number", &form.number),
                ("issued", &form.issued.field),
                ("issuer", &form.issuer),
                ("abstract", &form.r#abstract),
                ("signer", &form.signer),
            ];
            for (name, field) in fields {
                println!("{name}: {} ({:?})", visible(field.value.as_deref().unwrap_or("–")), field.state);
            }
        }
    }
    Ok(())
}
