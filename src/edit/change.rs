//! Edits of the picture as edits of the text: layers added, removed, moved, their arguments set. Only what the edit is
//! about changes; comments and formatting stay.

use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_python_parser::parse_expression;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::names::Imports;
use super::palette::{Layer, Layers};
use super::program::Program;
use super::structure::{Slot, SlotNode, children, slots};
use super::{class_body, sequence};
use crate::session::protocol::{Argument, Edit, TextEdit};

/// Why an edit cannot be made, in words for the learner.
pub type Refusal = String;

/// The text edits that an edit of the picture asks for.
pub fn edits(program: &Program, layers: &Layers, edit: &Edit) -> Result<Vec<TextEdit>, Refusal> {
    if !program.is_valid() {
        return Err("The program has a syntax error: mend that first.".into());
    }
    let slots = slots(program, layers);
    let editor = Editor {
        program,
        layers,
        slots: &slots,
    };
    match edit {
        Edit::AddLayer {
            container,
            index,
            class,
            arguments,
        } => editor.add(*container, *index as usize, class, arguments),
        Edit::RemoveLayer { slot } => editor.remove(*slot),
        Edit::MoveLayer { slot, index } => editor.move_to(*slot, *index as usize),
        Edit::SetArguments { slot, arguments } => editor.set_arguments(*slot, arguments),
    }
}

struct Editor<'a> {
    program: &'a Program,
    layers: &'a Layers,
    slots: &'a [Slot<'a>],
}

impl<'a> Editor<'a> {
    fn slot(&self, id: u32) -> Result<&'a Slot<'a>, Refusal> {
        self.slots
            .get(id as usize)
            .ok_or_else(|| "This module is no longer in the text.".to_string())
    }

    fn add(
        &self,
        container: u32,
        index: usize,
        class: &str,
        arguments: &[Argument],
    ) -> Result<Vec<TextEdit>, Refusal> {
        let slot = self.slot(container)?;
        let (name, full) = self.class_name(class);
        let layer = self.layers.get(&full);
        let arguments = match layer {
            Some(layer) => self.with_required(layer, container, index, arguments),
            None => arguments.to_vec(),
        };
        check_expressions(&arguments)?;
        let call = format!("{name}({})", written_arguments(layer, &arguments));
        let mut edits = match slot.node {
            SlotNode::Call(parent) | SlotNode::Attribute { call: parent, .. }
                if slot.view.container =>
            {
                self.add_child(parent, index, &call, class)
            }
            SlotNode::Class(parent) => class_body::add(self.program, parent, index, &call, class)?,
            _ => {
                return Err(format!(
                    "{} is not a container: a layer can be put into a Sequential or a class.",
                    slot.view.class
                ));
            }
        };
        edits.extend(self.missing_import(&full));
        Ok(edits)
    }

    fn add_child(&self, parent: &ExprCall, index: usize, call: &str, class: &str) -> Vec<TextEdit> {
        let kids = children(parent);
        let named = kids.iter().any(|(name, _)| name.is_some());
        let text = match named {
            true => format!(
                "(\"{}\", {call})",
                unused_name(
                    class,
                    &kids
                        .iter()
                        .filter_map(|(n, _)| n.as_deref())
                        .collect::<Vec<_>>()
                )
            ),
            false => call.to_string(),
        };
        let items = self.items(parent);
        sequence::insert(
            self.program,
            list_range(parent),
            &items,
            index.min(items.len()),
            &text,
        )
    }

    /// The ranges of a container's children in the text, `("name", layer)` pairs whole.
    fn items(&self, parent: &ExprCall) -> Vec<TextRange> {
        match list_of(parent) {
            Some(list) => list.elts.iter().map(Ranged::range).collect(),
            None => parent.arguments.args.iter().map(Ranged::range).collect(),
        }
    }

    /// How the program writes a class of the palette, and the class's full name.
    fn class_name(&self, class: &str) -> (String, String) {
        let Some(short) = class.strip_prefix("nn.") else {
            return (class.to_string(), class.to_string());
        };
        let full = format!("torch.nn.{short}");
        let written = Imports::of(self.program.body())
            .written(&full)
            .unwrap_or_else(|| class.to_string());
        (written, full)
    }

    /// `from torch import nn` where the program has no way to say `nn` yet.
    fn missing_import(&self, full: &str) -> Option<TextEdit> {
        if !full.starts_with("torch.nn.")
            || Imports::of(self.program.body()).written(full).is_some()
        {
            return None;
        }
        let last = self
            .program
            .body()
            .iter()
            .take_while(|stmt| matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_)))
            .last();
        let (at, text) = match last {
            Some(import) => (import.end(), "\nfrom torch import nn"),
            None => (TextSize::new(0), "from torch import nn\n"),
        };
        Some(TextEdit {
            span: self.program.point(at),
            text: text.into(),
        })
    }

    /// The arguments with those that the layer requires filled in from its neighbours: a Linear between others takes
    /// what comes out of the one before and gives what the one after takes.
    fn with_required(
        &self,
        layer: &Layer,
        container: u32,
        index: usize,
        arguments: &[Argument],
    ) -> Vec<Argument> {
        let siblings: Vec<&Slot> = self
            .slots
            .iter()
            .filter(|slot| slot.view.parent == Some(container))
            .collect();
        let at = index.min(siblings.len());
        let value = |slot: &&Slot, prefix: &str| {
            slot.view
                .arguments
                .iter()
                .find(|a| a.name.starts_with(prefix))
                .map(|a| a.value.clone())
        };
        let before = siblings[..at]
            .iter()
            .rev()
            .find_map(|slot| value(slot, "out_"));
        let after = siblings[at..].iter().find_map(|slot| value(slot, "in_"));
        let guess = |name: &str| match name {
            "in_features" | "in_channels" | "num_features" | "normalized_shape" => {
                before.clone().or(after.clone())
            }
            "out_features" | "out_channels" => after.clone().or(before.clone()),
            "kernel_size" => Some("3".into()),
            _ => None,
        };
        let mut all = Vec::new();
        for field in &layer.fields {
            match arguments
                .iter()
                .find(|a| a.name == field.name && !a.value.trim().is_empty())
            {
                Some(given) => all.push(given.clone()),
                None if field.required => {
                    let value = guess(&field.name).unwrap_or_else(|| "16".into());
                    all.push(Argument {
                        name: field.name.clone(),
                        value,
                    });
                }
                None => {}
            }
        }
        all
    }

    fn remove(&self, id: u32) -> Result<Vec<TextEdit>, Refusal> {
        let slot = self.slot(id)?;
        let Some(parent) = slot.view.parent else {
            return Err(format!(
                "{} stands by itself in the text: remove it there.",
                slot.view.class
            ));
        };
        match (self.slot(parent)?.node, slot.node) {
            (SlotNode::Class(class), _) => class_body::remove(self.program, class, &slot.view.name),
            (SlotNode::Call(call) | SlotNode::Attribute { call, .. }, _) => {
                let items = self.items(call);
                Ok(sequence::remove(
                    self.program,
                    list_range(call),
                    &items,
                    slot.view.index as usize,
                ))
            }
            _ => Err("Nothing to remove here.".into()),
        }
    }

    fn move_to(&self, id: u32, to: usize) -> Result<Vec<TextEdit>, Refusal> {
        let slot = self.slot(id)?;
        let parent = slot
            .view
            .parent
            .map(|parent| self.slot(parent))
            .transpose()?;
        match parent.map(|parent| parent.node) {
            Some(SlotNode::Call(call) | SlotNode::Attribute { call, .. }) => {
                let items = self.items(call);
                Ok(sequence::move_item(
                    self.program,
                    list_range(call),
                    &items,
                    slot.view.index as usize,
                    to,
                ))
            }
            Some(SlotNode::Class(class)) => Err(format!(
                "The order of {}'s layers is the order in which forward() calls them: change it there.",
                class.name
            )),
            _ => Err("This module stands in no container.".into()),
        }
    }

    fn set_arguments(&self, id: u32, arguments: &[Argument]) -> Result<Vec<TextEdit>, Refusal> {
        check_expressions(arguments)?;
        let slot = self.slot(id)?;
        let (SlotNode::Call(call) | SlotNode::Attribute { call, .. }) = slot.node else {
            return Err("This module has no arguments in the text.".into());
        };
        set_arguments(self.program, call, &slot.view.arguments, arguments)
    }
}

/// Changes the arguments of a call to the wanted ones. `present` are the present ones by name, positional ones first.
pub fn set_arguments(
    program: &Program,
    call: &ExprCall,
    present: &[Argument],
    wanted: &[Argument],
) -> Result<Vec<TextEdit>, Refusal> {
    let positional = call
        .arguments
        .args
        .iter()
        .map(|arg| (arg.range(), arg.range()));
    let keywords = call
        .arguments
        .keywords
        .iter()
        .filter(|k| k.arg.is_some())
        .map(|k| (k.range(), k.value.range()));
    let places: Vec<(TextRange, TextRange)> = positional.chain(keywords).collect();
    let mut items: Vec<TextRange> = places.iter().map(|(item, _)| *item).collect();
    items.sort_by_key(|item| item.start());
    let mut edits = Vec::new();
    let mut added = Vec::new();
    for argument in wanted {
        match present.iter().position(|p| p.name == argument.name) {
            Some(index) if present[index].value.trim() == argument.value.trim() => {}
            Some(index) => {
                let range = places
                    .get(index)
                    .map(|(_, value)| *value)
                    .ok_or("This argument is no longer in the text.")?;
                edits.push(TextEdit {
                    span: program.span(range),
                    text: argument.value.trim().to_string(),
                });
            }
            None if argument.value.trim().is_empty() => {}
            None => added.push(format!("{}={}", argument.name, argument.value.trim())),
        }
    }
    let positional_count = call.arguments.args.len();
    for (index, argument) in present.iter().enumerate() {
        if argument.name.is_empty() || wanted.iter().any(|w| w.name == argument.name) {
            continue;
        }
        if index + 1 < positional_count {
            return Err(format!(
                "{} stands before other arguments without a name and cannot be left out.",
                argument.name
            ));
        }
        if let Some(at) = places
            .get(index)
            .and_then(|(item, _)| items.iter().position(|i| i == item))
        {
            edits.extend(sequence::remove(program, inside(call), &items, at));
        }
    }
    if !added.is_empty() {
        edits.extend(sequence::insert(
            program,
            inside(call),
            &items,
            items.len(),
            &added.join(", "),
        ));
    }
    Ok(edits)
}

/// The text of an argument list: what is required by position, the rest by name, defaults left out.
fn written_arguments(layer: Option<&Layer>, arguments: &[Argument]) -> String {
    let Some(layer) = layer else {
        return arguments
            .iter()
            .map(|a| format!("{}={}", a.name, a.value))
            .collect::<Vec<_>>()
            .join(", ");
    };
    let mut list = Vec::new();
    for field in &layer.fields {
        let Some(argument) = arguments.iter().find(|a| a.name == field.name) else {
            continue;
        };
        let value = argument.value.trim();
        match field.required {
            true => list.push(value.to_string()),
            false if field.default.as_deref() == Some(value) => {}
            false => list.push(format!("{}={value}", field.name)),
        }
    }
    list.join(", ")
}

fn check_expressions(arguments: &[Argument]) -> Result<(), Refusal> {
    for argument in arguments {
        let value = argument.value.trim();
        if !value.is_empty() && parse_expression(value).is_err() {
            return Err(format!(
                "{}: `{value}` is not a Python expression.",
                argument.name
            ));
        }
    }
    Ok(())
}

/// The inside of a call's brackets.
fn inside(call: &ExprCall) -> TextRange {
    let range = call.arguments.range();
    let one = TextSize::new(1);
    TextRange::new(
        range.start() + one,
        (range.end() - one).max(range.start() + one),
    )
}

fn list_of(call: &ExprCall) -> Option<&ruff_python_ast::ExprList> {
    match call.arguments.args.first()? {
        Expr::List(list) => Some(list),
        Expr::Call(inner) => match inner.arguments.args.first()? {
            Expr::List(list) if super::names::callee(inner) == "OrderedDict" => Some(list),
            _ => None,
        },
        _ => None,
    }
}

/// The inside of the brackets that hold a container's children.
fn list_range(call: &ExprCall) -> TextRange {
    let one = TextSize::new(1);
    match list_of(call) {
        Some(list) => TextRange::new(
            list.start() + one,
            (list.end() - one).max(list.start() + one),
        ),
        None => inside(call),
    }
}

/// A name for a new child that none has yet: `linear`, `linear2`.
pub fn unused_name(class: &str, taken: &[&str]) -> String {
    let stem = class.rsplit('.').next().unwrap_or(class).to_lowercase();
    let free = |name: &String| !taken.contains(&name.as_str());
    std::iter::once(stem.clone())
        .chain((2..).map(|n| format!("{stem}{n}")))
        .find(free)
        .unwrap_or(stem)
}
