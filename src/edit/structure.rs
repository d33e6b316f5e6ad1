//! The modules that a program's text builds: `nn.Sequential(...)` calls with their layers, and classes with the layers
//! that their `__init__` sets. Each is a slot that can be edited.

use std::collections::BTreeMap;

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt, StmtClassDef};
use ruff_text_size::{Ranged, TextRange};

use super::names::{Imports, dotted};
use super::palette::Layers;
use super::program::Program;
use crate::session::protocol::{Argument, ModuleSlot};

/// A slot and the place in the syntax tree that it stands for.
pub struct Slot<'a> {
    pub view: ModuleSlot,
    pub node: SlotNode<'a>,
}

#[derive(Clone, Copy)]
pub enum SlotNode<'a> {
    /// A call that makes a module: `nn.Linear(64, 32)`.
    Call(&'a ExprCall),
    /// A child of a container that is no call of a known layer: `block`, `*layers`.
    Other(&'a Expr),
    /// A class of the learner's, made of the attributes that its `__init__` sets.
    Class(&'a StmtClassDef),
    /// `self.fc1 = nn.Linear(64, 32)` in a class's `__init__`.
    Attribute {
        call: &'a ExprCall,
        assign: &'a Stmt,
    },
}

impl SlotNode<'_> {
    pub fn range(&self) -> TextRange {
        match self {
            SlotNode::Call(call) | SlotNode::Attribute { call, .. } => call.range(),
            SlotNode::Other(expr) => expr.range(),
            SlotNode::Class(class) => class.range(),
        }
    }
}

/// All slots of a program in the order of the text; ids count from 0.
pub fn slots<'a>(program: &'a Program, layers: &Layers) -> Vec<Slot<'a>> {
    let mut finder = Finder {
        program,
        layers,
        imports: Imports::of(program.body()),
        slots: Vec::new(),
    };
    finder.visit_body(program.body());
    let mut slots = finder.slots;
    name_paths(&mut slots);
    slots
}

struct Finder<'a, 'l> {
    program: &'a Program,
    layers: &'l Layers,
    imports: Imports,
    slots: Vec<Slot<'a>>,
}

impl<'a> Finder<'a, '_> {
    /// The full class name when a call makes a module.
    fn class_of(&self, call: &ExprCall) -> Option<String> {
        let class = self.imports.resolve(&dotted(&call.func)?);
        self.layers.get(&class).map(|_| class)
    }

    /// Adds a slot with the next id, and says the id.
    fn push(&mut self, mut view: ModuleSlot, node: SlotNode<'a>) -> u32 {
        view.id = self.slots.len() as u32;
        view.span = self.program.span(node.range());
        let id = view.id;
        self.slots.push(Slot { view, node });
        id
    }

    /// A call that makes a module, with the children of a container.
    fn call(
        &mut self,
        call: &'a ExprCall,
        name: String,
        parent: Option<u32>,
        index: u32,
        assign: Option<&'a Stmt>,
    ) -> bool {
        let Some(class) = self.class_of(call) else {
            return false;
        };
        let layer = self.layers.get(&class);
        let container =
            layer.is_some_and(|layer| layer.container) || class.ends_with(".ModuleList");
        let written = self.program.source(&*call.func).to_string();
        let arguments = if container {
            Vec::new()
        } else {
            self.arguments(call, &class)
        };
        let node = match assign {
            Some(assign) => SlotNode::Attribute { call, assign },
            None => SlotNode::Call(call),
        };
        let view = ModuleSlot {
            parent,
            index,
            name,
            class: written,
            container,
            arguments,
            ..ModuleSlot::default()
        };
        let id = self.push(view, node);
        if container {
            self.children(call, id);
        }
        true
    }

    fn children(&mut self, call: &'a ExprCall, parent: u32) {
        for (index, (name, child)) in children(call).into_iter().enumerate() {
            let (index, name) = (index as u32, name.unwrap_or_else(|| index.to_string()));
            if let Expr::Call(inner) = child
                && self.call(inner, name.clone(), Some(parent), index, None)
            {
                continue;
            }
            let class = self.program.source(child).to_string();
            let parent = Some(parent);
            let view = ModuleSlot {
                parent,
                index,
                name,
                class,
                ..ModuleSlot::default()
            };
            self.push(view, SlotNode::Other(child));
        }
    }

    /// The arguments of a call with the names that the class gives them.
    fn arguments(&self, call: &ExprCall, class: &str) -> Vec<Argument> {
        let fields = self
            .layers
            .get(class)
            .map(|layer| layer.fields.as_slice())
            .unwrap_or_default();
        let source = |expr: &Expr| self.program.source(expr).to_string();
        let positional = call
            .arguments
            .args
            .iter()
            .enumerate()
            .map(|(index, value)| Argument {
                name: fields
                    .get(index)
                    .map(|field| field.name.clone())
                    .unwrap_or_default(),
                value: source(value),
            });
        let named = call.arguments.keywords.iter().filter_map(|keyword| {
            Some(Argument {
                name: keyword.arg.as_ref()?.to_string(),
                value: source(&keyword.value),
            })
        });
        positional.chain(named).collect()
    }

    fn class(&mut self, class: &'a StmtClassDef) {
        let name = class.name.to_string();
        if self.layers.get(&name).is_none() {
            return;
        }
        let view = ModuleSlot {
            class: name.clone(),
            name,
            container: true,
            ..ModuleSlot::default()
        };
        let id = self.push(view, SlotNode::Class(class));
        for (index, (name, call, assign)) in attributes(class).into_iter().enumerate() {
            self.call(call, name, Some(id), index as u32, Some(assign));
        }
    }
}

impl<'a> Visitor<'a> for Finder<'a, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Assign(assign) => {
                let name = assign.targets.first().and_then(dotted).unwrap_or_default();
                match &*assign.value {
                    Expr::Call(call) if self.call(call, name, None, 0, None) => {}
                    _ => walk_stmt(self, stmt),
                }
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) if self.call(call, String::new(), None, 0, None) => {}
            _ => walk_expr(self, expr),
        }
    }
}

/// The children of a container call: `Sequential(a, b)`, `Sequential(OrderedDict([("name", a)]))`, `ModuleList([a, b])`.
pub fn children(call: &ExprCall) -> Vec<(Option<String>, &Expr)> {
    let named = |expr: &Expr| matches!(expr, Expr::Call(inner) if dotted(&inner.func).is_some_and(|n| n.ends_with("OrderedDict")));
    match &*call.arguments.args {
        [only] if named(only) => {
            let Expr::Call(inner) = only else {
                return Vec::new();
            };
            let Some(Expr::List(list)) = inner.arguments.args.first() else {
                return Vec::new();
            };
            list.elts.iter().filter_map(named_child).collect()
        }
        [Expr::List(list)] => list.elts.iter().map(|child| (None, child)).collect(),
        args => args.iter().map(|child| (None, child)).collect(),
    }
}

fn named_child(pair: &Expr) -> Option<(Option<String>, &Expr)> {
    let Expr::Tuple(tuple) = pair else {
        return None;
    };
    let [Expr::StringLiteral(name), child] = &tuple.elts[..] else {
        return None;
    };
    Some((Some(name.value.to_str().to_string()), child))
}

/// `self.NAME = CALL` statements of a class's `__init__`, in order.
fn attributes(class: &StmtClassDef) -> Vec<(String, &ExprCall, &Stmt)> {
    let init = class.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(function) if function.name.as_str() == "__init__" => Some(&function.body),
        _ => None,
    });
    let Some(body) = init else { return Vec::new() };
    body.iter().filter_map(attribute).collect()
}

/// `self.NAME = CALL`
fn attribute(stmt: &Stmt) -> Option<(String, &ExprCall, &Stmt)> {
    let Stmt::Assign(assign) = stmt else {
        return None;
    };
    let Expr::Call(call) = &*assign.value else {
        return None;
    };
    let name = dotted(assign.targets.first()?)?
        .strip_prefix("self.")?
        .to_string();
    Some((name, call, stmt))
}

/// Gives each slot its path in the graph: `model.0`. Layers of a class get the path of the first instance of the class.
fn name_paths(slots: &mut [Slot]) {
    let mut instances: BTreeMap<String, String> = BTreeMap::new();
    for _ in 0..4 {
        for index in 0..slots.len() {
            let slot = &slots[index].view;
            let path = match (slot.parent, &slots[index].node) {
                (None, SlotNode::Class(class)) => instances
                    .get(class.name.as_str())
                    .cloned()
                    .unwrap_or_default(),
                (None, _) => slot.name.clone(),
                (Some(parent), _) => match slots[parent as usize].view.path.as_str() {
                    "" => String::new(),
                    path => format!("{path}.{}", slot.name),
                },
            };
            if !path.is_empty() {
                instances
                    .entry(slot.class.clone())
                    .or_insert_with(|| path.clone());
            }
            slots[index].view.path = path;
        }
    }
}
