//! What a tag says of how the text in its element is shown: its own meaning, its attributes, the CSS in `style`.

use html5ever::tokenizer::Tag;

/// Tags whose content is struck out: it does not hold any more.
const STRUCK: [&str; 3] = ["s", "strike", "del"];

/// How the text in an element is shown; of two displays of one element the greater one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Display {
    Plain,
    Struck,
    /// In the colour of paper.
    White,
    Hidden,
}

impl Display {
    /// Whether a person sees what stands in the element, as far as its start tag itself tells.
    pub(super) fn of(tag: &Tag) -> Self {
        let name = &*tag.name;
        if STRUCK.contains(&name) {
            return Self::Struck;
        }
        let displays = tag.attrs.iter().map(|attribute| match &*attribute.name.local {
            "hidden" => Self::Hidden,
            "style" => Self::styled(&attribute.value),
            "color" if name == "font" && is_white(&attribute.value) => Self::White,
            _ => Self::Plain,
        });
        displays.max().unwrap_or(Self::Plain)
    }

    /// What the declarations of a `style` attribute say.
    fn styled(style: &str) -> Self {
        let style = style.to_ascii_lowercase();
        let declared = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        let displays = declared.map(|(property, value)| {
            let first = value.split([' ', '!']).find(|word| !word.is_empty()).unwrap_or_default();
            match (property.trim(), first) {
                ("display", "none") | ("visibility", "hidden" | "collapse") | ("mso-hide", "all") => Self::Hidden,
                ("text-decoration" | "text-decoration-line", _) if value.contains("line-through") => Self::Struck,
                ("color", _) if is_white(value) => Self::White,
                _ => Self::Plain,
            }
        });
        displays.max().unwrap_or(Self::Plain)
    }
}

fn is_white(colour: &str) -> bool {
    let colour = colour.to_ascii_lowercase().replace(' ', "");
    matches!(colour.trim_end_matches("!important"), "white" | "#fff" | "#ffffff" | "rgb(255,255,255)")
}
