//! Which file takes which names from which other file, as the sources say it.
//!
//! What counts is the file that defines a name: a face that only passes names on is nobody's import. Code for tests
//! (`#[cfg(test)]`) is left out, and so is each file that only such code declares.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItemFn, Item, ItemMod, ItemUse, Macro, MetaList, UseTree, Visibility};

/// Sources by their path under `src/`: `check/item.rs`.
pub(super) type Sources = BTreeMap<String, String>;

/// Names that one file takes from others, by the path of the file that defines them; `*` stands for all of a file.
pub(super) type Imports = BTreeMap<String, BTreeSet<String>>;

/// Segments of a path: `check::item` are two. That of the crate is empty.
type Path = Vec<String>;

/// Re-exports of re-exports that are followed; a name that leads to itself ends here.
const HOPS: usize = 16;

/// What one module says.
#[derive(Default)]
struct Module {
    file: String,
    defines: BTreeSet<String>,
    /// Names that `use` brings in, with what they stand for.
    names: BTreeMap<String, Path>,
    /// What is brought in whole: `use a::*`.
    globs: BTreeSet<Path>,
    /// What is passed on: `pub use`.
    passed_on: BTreeSet<Path>,
    /// What is taken: by `use`, or by a path of two segments and more in the code.
    taken: BTreeSet<Path>,
}

/// A crate: its modules, and what its files take from each other.
#[derive(Default)]
pub(super) struct Graph {
    modules: BTreeMap<Path, Module>,
    /// What each file takes from others.
    pub(super) imports: BTreeMap<String, Imports>,
    /// The rooms of the library from the ground up, as `lib.rs` declares them.
    pub(super) rooms: Vec<String>,
}

impl Graph {
    /// Reads a crate from `lib.rs` downwards. `cli`, which the binary declares, is read as one more room.
    ///
    /// # Errors
    /// When a source is no Rust or a declared file is not there.
    pub(super) fn of(sources: &Sources) -> Result<Self, String> {
        let mut graph = Self::default();
        graph.rooms = graph.add_file(Vec::new(), "lib.rs", sources)?;
        if sources.contains_key("cli/mod.rs") {
            graph.add_file(vec!["cli".to_owned()], "cli/mod.rs", sources)?;
        }
        for (path, module) in &graph.modules {
            for (target, name) in graph.taken(path, module) {
                if target != module.file {
                    graph.imports.entry(module.file.clone()).or_default().entry(target).or_default().insert(name);
                }
            }
        }
        Ok(graph)
    }

    /// Adds a module that is a file, and all below it; gives back the modules that it declares.
    fn add_file(&mut self, path: Path, file: &str, sources: &Sources) -> Result<Vec<String>, String> {
        let source = sources.get(file).ok_or_else(|| format!("{file} is declared and is not there"))?;
        let parsed = syn::parse_file(source).map_err(|error| format!("{file}: {error}"))?;
        self.add(path, file, &parsed.items, sources)
    }

    fn add(&mut self, path: Path, file: &str, items: &[Item], sources: &Sources) -> Result<Vec<String>, String> {
        let mut reader = Reader::default();
        items.iter().for_each(|item| reader.visit_item(item));
        let Reader { module, children } = reader;
        self.modules.insert(path.clone(), Module { file: file.to_owned(), ..module });
        let names = children.iter().map(|child| child.ident.to_string()).collect();
        for child in children {
            let path = joined(&path, &child.ident);
            match &child.content {
                Some((_, items)) => self.add(path, file, items, sources)?,
                None => {
                    let folder = path.join("/");
                    let beside = format!("{folder}.rs");
                    let own = if sources.contains_key(&beside) { beside } else { format!("{folder}/mod.rs") };
                    self.add_file(path, &own, sources)?
                }
            };
        }
        Ok(names)
    }

    /// What a module takes: names, each with the file that defines it.
    fn taken(&self, path: &[String], module: &Module) -> BTreeSet<(String, String)> {
        let located = |target: &Path| self.locate(path, target, HOPS);
        let items = |target| located(target).and_then(|(defining, name)| Some((defining, name?)));
        let whole = |target| located(target).map(|(defining, name)| (defining, name.unwrap_or("*".to_owned())));
        // A face that passes on what is below it takes nothing.
        let passed_on = module.passed_on.iter().filter_map(items).filter(|(defining, _)| !defining.starts_with(path));
        let taken = module.taken.iter().filter_map(items).chain(module.globs.iter().filter_map(whole));
        taken.chain(passed_on).map(|(defining, name)| (self.modules[&defining].file.clone(), name)).collect()
    }

    /// The module that defines what a path stands for when it is written in the module `from`, and the name there; no
    /// name: the path stands for the module itself. None: it leads out of the crate.
    fn locate(&self, from: &[String], path: &[String], hops: usize) -> Option<(Path, Option<String>)> {
        let hops = hops.checked_sub(1)?;
        let (head, rest) = path.split_first()?;
        match head.as_str() {
            "crate" | "kiemchung" => self.descend(&[], rest, hops),
            "self" => self.descend(from, rest, hops),
            "super" => {
                let (_, above) = from.split_last()?;
                let is_on = rest.first().is_some_and(|next| next == "super");
                if is_on { self.locate(above, rest, hops) } else { self.descend(above, rest, hops) }
            }
            name => {
                let module = self.modules.get(from)?;
                let is_here = module.names.contains_key(name) || self.modules.contains_key(&joined(from, name));
                if is_here { self.descend(from, path, hops) } else { None }
            }
        }
    }

    /// The same for a path that starts in the module `at`.
    fn descend(&self, at: &[String], path: &[String], hops: usize) -> Option<(Path, Option<String>)> {
        let module = self.modules.get(at)?;
        let Some((name, rest)) = path.split_first() else { return Some((at.to_vec(), None)) };
        let below = joined(at, name);
        let is_module = self.modules.contains_key(&below);
        // A file often bears the name of what it defines (`pub use text::text`): what stands last is the item.
        if is_module && !rest.is_empty() {
            return self.descend(&below, rest, hops);
        }
        if module.defines.contains(name) {
            return Some((at.to_vec(), Some(name.clone())));
        }
        if let Some(target) = module.names.get(name) {
            let whole: Path = target.iter().chain(rest).cloned().collect();
            return self.locate(at, &whole, hops);
        }
        if is_module {
            return Some((below, None));
        }
        let globs = module.globs.iter().filter_map(|glob| self.locate(at, glob, hops));
        let defining = globs.map(|(module, _)| module).find(|m| self.modules[m].defines.contains(name));
        // What no item defines is made by a macro of that module.
        Some((defining.unwrap_or_else(|| at.to_vec()), Some(name.clone())))
    }

    /// A shortest chain of imports that leads from a file back to it.
    pub(super) fn circle<'a>(&'a self, file: &'a str) -> Option<Vec<&'a str>> {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut waiting = VecDeque::from([file]);
        while let Some(at) = waiting.pop_front() {
            for next in self.imports.get(at).into_iter().flat_map(BTreeMap::keys) {
                if next == file {
                    let mut chain = vec![at];
                    while chain[chain.len() - 1] != file {
                        chain.push(came_from[chain[chain.len() - 1]]);
                    }
                    chain.reverse();
                    return Some(chain);
                }
                if !came_from.contains_key(next.as_str()) {
                    came_from.insert(next, at);
                    waiting.push_back(next);
                }
            }
        }
        None
    }
}

/// Gathers what the items of one module say.
#[derive(Default)]
struct Reader<'ast> {
    module: Module,
    children: Vec<&'ast ItemMod>,
}

impl Reader<'_> {
    fn take_use(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        let (name, alias) = match tree {
            UseTree::Path(path) => return self.take_use(&path.tree, &joined(before, &path.ident), is_public),
            UseTree::Group(group) => return group.items.iter().for_each(|t| self.take_use(t, before, is_public)),
            UseTree::Glob(_) => return self.module.globs.extend([before.to_vec()]),
            UseTree::Name(leaf) => (&leaf.ident, None),
            UseTree::Rename(leaf) => (&leaf.ident, Some(&leaf.rename)),
        };
        let target = if name == "self" { before.to_vec() } else { joined(before, name) };
        let Some(known_as) = alias.map(ToString::to_string).or_else(|| target.last().cloned()) else { return };
        self.module.names.insert(known_as, target.clone());
        if is_public { &mut self.module.passed_on } else { &mut self.module.taken }.insert(target);
    }

    /// Paths in the tokens of a macro, whatever it makes of them.
    fn take_tokens(&mut self, mut cursor: Cursor<'_>) {
        let mut path = Path::new();
        let mut is_joined = false;
        while !cursor.eof() {
            if let Some((ident, next)) = cursor.ident() {
                if !is_joined {
                    self.take_path(std::mem::take(&mut path));
                }
                path.push(ident.to_string());
                (cursor, is_joined) = (next, false);
            } else if let Some(next) = after_colons(cursor) {
                (cursor, is_joined) = (next, true);
            } else {
                self.take_path(std::mem::take(&mut path));
                is_joined = false;
                if let Some((inside, ..)) = cursor.any_group() {
                    self.take_tokens(inside);
                }
                let Some((_, next)) = cursor.token_tree() else { break };
                cursor = next;
            }
        }
        self.take_path(path);
    }

    /// A single name is of this module, or brought in by a `use` that is counted already.
    fn take_path(&mut self, path: Path) {
        if path.len() > 1 {
            self.module.taken.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'ast> {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = introduced(item);
        if !attributes.iter().any(is_for_tests) {
            self.module.defines.extend(name.map(ToString::to_string));
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !item.attrs.iter().any(is_for_tests) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.children.push(item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.take_use(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.take_path(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        visit::visit_macro(self, call);
        self.take_tokens(TokenBuffer::new2(call.tokens.clone()).begin());
    }

    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.take_tokens(TokenBuffer::new2(list.tokens.clone()).begin());
    }
}

/// The attributes of an item, and the name that it defines if it defines one.
fn introduced(item: &Item) -> (&[Attribute], Option<&syn::Ident>) {
    match item {
        Item::Const(i) => (&i.attrs, Some(&i.ident)),
        Item::Enum(i) => (&i.attrs, Some(&i.ident)),
        Item::Fn(i) => (&i.attrs, Some(&i.sig.ident)),
        Item::Macro(i) => (&i.attrs, i.ident.as_ref()),
        Item::Static(i) => (&i.attrs, Some(&i.ident)),
        Item::Struct(i) => (&i.attrs, Some(&i.ident)),
        Item::Trait(i) => (&i.attrs, Some(&i.ident)),
        Item::Type(i) => (&i.attrs, Some(&i.ident)),
        Item::Impl(i) => (&i.attrs, None),
        Item::Mod(i) => (&i.attrs, None),
        Item::Use(i) => (&i.attrs, None),
        _ => (&[], None),
    }
}

/// `#[cfg(test)]`, also with more: `#[cfg(all(test, unix))]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else { return false };
    let words = list.tokens.to_string();
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    list.path.is_ident("cfg") && words.clone().any(|w| w == "test") && words.all(|w| w != "not")
}

fn after_colons(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (first, next) = cursor.punct()?;
    let (second, next) = next.punct()?;
    (first.as_char() == ':' && second.as_char() == ':').then_some(next)
}

fn joined(path: &[String], name: &(impl ToString + ?Sized)) -> Path {
    path.iter().cloned().chain([name.to_string()]).collect()
}
