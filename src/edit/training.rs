//! Finds the training loop in a program and the acts that it is made of.
//!
//! A place where a program trains is the innermost loop or function around a `backward()` (or `torch.autograd.grad`);
//! in a program without loop it is the module itself. Its statements are the acts: forward, loss, zero_grad, backward,
//! step; neighbours of one phase make one act.

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::names::Mentions;
use super::phase::{Classifier, Part};
use super::program::Program;
use crate::session::protocol::{LoopAct, Phase, Span};

/// A place in the text where a program trains.
#[derive(Debug)]
pub struct Training {
    /// What repeats: see [`Repeats`].
    pub repeats: Repeats,
    /// The function whose frame runs the acts; `<module>` at the top.
    pub function: String,
    pub span: Span,
    /// First and last line of the body.
    pub body: (u32, u32),
    /// Line of the body's first statement.
    pub first: u32,
    pub acts: Vec<Act>,
    /// Which lines belong to which phase, closures inside included.
    lines: Vec<(u32, u32, Phase)>,
}

/// What one iteration of a training is.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Repeats {
    /// Once around a loop whose header is evaluated each time.
    Loop { header: u32 },
    /// Once around `while True:`, whose header Python does not visit again.
    Forever,
    /// One call of the function.
    Call,
    /// Nothing repeats.
    Once,
}

/// One of the acts of a training: a button.
#[derive(Debug)]
pub struct Act {
    pub phase: Phase,
    pub label: String,
    /// A program that does the act, to be run in the paused frame.
    pub code: String,
    pub span: Span,
    /// First and last line.
    pub lines: (u32, u32),
    conditional: bool,
    /// The names that `backward` is called on.
    pub roots: Vec<String>,
}

impl Training {
    /// The phase that a line of the body belongs to. None for a line outside.
    pub fn phase_at(&self, line: u32) -> Option<Phase> {
        if line < self.body.0 || line > self.body.1 {
            return None;
        }
        let inner = self
            .lines
            .iter()
            .filter(|(from, to, _)| (*from..=*to).contains(&line));
        Some(
            inner
                .min_by_key(|(from, to, _)| to - from)
                .map_or(Phase::Other, |(_, _, phase)| *phase),
        )
    }

    /// The act that a line belongs to, or else the first one after it.
    pub fn act_at(&self, line: u32) -> Option<usize> {
        self.acts
            .iter()
            .position(|act| (act.lines.0..=act.lines.1).contains(&line))
            .or_else(|| self.acts.iter().position(|act| act.lines.0 > line))
    }

    /// Whether an act stands under a condition of its own: coming to it does not mean doing it.
    pub fn conditional(&self, act: usize) -> bool {
        self.acts.get(act).is_some_and(|act| act.conditional)
    }

    /// The acts that go back through the graph.
    pub fn backwards(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|act| !act.roots.is_empty())
    }

    pub fn contains(&self, line: u32) -> bool {
        (self.body.0..=self.body.1).contains(&line)
    }

    /// The acts for the page; `next` is the index of the one that comes next.
    pub fn views(&self, next: Option<usize>) -> Vec<LoopAct> {
        let view = |(index, act): (usize, &Act)| LoopAct {
            phase: act.phase,
            label: act.label.clone(),
            code: act.code.clone(),
            span: act.span.clone(),
            next: next == Some(index),
        };
        self.acts.iter().enumerate().map(view).collect()
    }
}

/// All places where a program trains, in the order of the text.
pub fn find(program: &Program) -> Vec<Training> {
    let classifier = Classifier::of(program);
    let mut found = Vec::new();
    Finder {
        program,
        classifier: &classifier,
        found: &mut found,
    }
    .body(program.body(), &Around::Module);
    if found.is_empty() && trains(program.body()) {
        found.extend(training(
            program,
            &classifier,
            program.body(),
            &Around::Module,
        ));
    }
    found
}

/// Does a body hold a backward pass, at any depth?
fn trains(body: &[Stmt]) -> bool {
    Mentions::of_all(body)
        .calls
        .iter()
        .any(|call| is_backward(call))
}

/// `loss.backward()`, `torch.autograd.grad(...)`, `torch.autograd.backward(...)`.
pub(super) fn is_backward(call: &ruff_python_ast::ExprCall) -> bool {
    match super::names::callee(call) {
        "backward" => matches!(&*call.func, Expr::Attribute(_)),
        "grad" => super::names::dotted(&call.func)
            .is_some_and(|name| name.ends_with("autograd.grad") || name == "grad"),
        _ => false,
    }
}

/// What stands around a body.
enum Around<'a> {
    Module,
    Function(&'a Stmt, &'a str),
    Loop(&'a Stmt, &'a str),
}

struct Finder<'a, 'f> {
    program: &'a Program,
    classifier: &'f Classifier<'a>,
    found: &'f mut Vec<Training>,
}

impl<'a> Finder<'a, '_> {
    /// Looks for trainings inside a body; true when one was found there.
    fn body(&mut self, body: &'a [Stmt], around: &Around<'a>) -> bool {
        let mut any = false;
        for stmt in body {
            any |= self.stmt(stmt, around);
        }
        any
    }

    fn stmt(&mut self, stmt: &'a Stmt, around: &Around<'a>) -> bool {
        let function = match around {
            Around::Module => "<module>",
            Around::Function(_, name) | Around::Loop(_, name) => name,
        };
        match stmt {
            Stmt::For(f) => self.repeated(&f.body, &Around::Loop(stmt, function)),
            Stmt::While(w) => self.repeated(&w.body, &Around::Loop(stmt, function)),
            // A closure that computes the loss for an optimizer belongs to the loop around it.
            Stmt::FunctionDef(_) if matches!(around, Around::Loop(..)) => false,
            // A `Function` of the learner's own: its `backward` computes gradients, it does not train.
            Stmt::FunctionDef(f) => {
                self.repeated(&f.body, &Around::Function(stmt, f.name.as_str()))
            }
            Stmt::ClassDef(class) => self.body(&class.body, around),
            _ => {
                let mut any = false;
                for inner in inner_bodies(stmt) {
                    any |= self.body(inner, around);
                }
                any
            }
        }
    }

    /// A body that repeats is a training unless one stands inside it.
    fn repeated(&mut self, body: &'a [Stmt], around: &Around<'a>) -> bool {
        if !trains(body) {
            return false;
        }
        if self.body(body, around) {
            return true;
        }
        let training = training(self.program, self.classifier, body, around);
        let found = training.is_some();
        self.found.extend(training);
        found
    }
}

/// The bodies of a statement that neither repeat nor are called: `if`, `with`, `try`.
pub(super) fn inner_bodies(stmt: &Stmt) -> Vec<&[Stmt]> {
    match stmt {
        Stmt::If(s) => std::iter::once(&s.body[..])
            .chain(s.elif_else_clauses.iter().map(|c| &c.body[..]))
            .collect(),
        Stmt::With(s) => vec![&s.body],
        Stmt::Try(s) => vec![&s.body, &s.orelse, &s.finalbody],
        _ => Vec::new(),
    }
}

fn training(
    program: &Program,
    classifier: &Classifier,
    body: &[Stmt],
    around: &Around,
) -> Option<Training> {
    let (first, last) = (body.first()?, body.last()?);
    let parts = classifier.parts(body);
    let (repeats, function, span) = match around {
        Around::Module => (
            Repeats::Once,
            "<module>",
            TextRange::new(first.start(), last.end()),
        ),
        Around::Function(stmt, name) => (Repeats::Call, *name, stmt.range()),
        Around::Loop(stmt, name) => (repeats(program, stmt), *name, stmt.range()),
    };
    let lines = |range: TextRange| (program.line(range.start()), program.line(range.end()));
    Some(Training {
        repeats,
        function: function.to_string(),
        span: program.span(span),
        body: (program.line(first.start()), program.line(last.end())),
        first: program.line(first.start()),
        acts: acts(program, &parts),
        lines: parts
            .iter()
            .flat_map(|part| {
                part.inner
                    .iter()
                    .copied()
                    .chain([(part.stmt.range(), part.phase)])
            })
            .map(|(range, phase)| (lines(range).0, lines(range).1, phase))
            .collect(),
    })
}

fn repeats(program: &Program, stmt: &Stmt) -> Repeats {
    let constant = |test: &Expr| matches!(test, Expr::BooleanLiteral(_) | Expr::NumberLiteral(_));
    match stmt {
        Stmt::While(w) if constant(&w.test) => Repeats::Forever,
        _ => Repeats::Loop {
            header: program.line(stmt.start()),
        },
    }
}

/// Neighbouring parts of one phase and label make one act.
fn acts(program: &Program, parts: &[Part]) -> Vec<Act> {
    let mut groups: Vec<Vec<&Part>> = Vec::new();
    let mut apart = true;
    for part in parts {
        let Some(label) = part.label else {
            // A print between two lines of the forward pass does not make two acts of it.
            apart |= part.phase != Phase::Other;
            continue;
        };
        match groups.last_mut() {
            Some(group) if !apart && group[0].label == Some(label) => group.push(part),
            _ => groups.push(vec![part]),
        }
        apart = false;
    }
    let many = |label: &str| {
        groups
            .iter()
            .filter(|group| group[0].label == Some(label))
            .count()
            > 1
    };
    let act = |group: &Vec<&Part>| {
        let (first, last) = (group.first()?, group.last()?);
        let range = TextRange::new(first.stmt.start(), last.stmt.end());
        let label = first.label?;
        let own = program.source(first.stmt).lines().next().unwrap_or(label);
        Some(Act {
            phase: first.phase,
            label: if many(label) {
                shortened(own)
            } else {
                label.to_string()
            },
            code: code(program, group),
            span: program.span(range),
            lines: (program.line(range.start()), program.line(range.end())),
            conditional: group.iter().any(|part| part.conditional),
            roots: first.roots.clone(),
        })
    };
    groups.iter().filter_map(act).collect()
}

fn shortened(code: &str) -> String {
    match code.char_indices().nth(28) {
        Some((at, _)) => format!("{}…", &code[..at]),
        None => code.to_string(),
    }
}

/// A program of an act: its statements at the left margin, inside the `with` and `for` headers they stand in.
fn code(program: &Program, group: &[&Part]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut open: Vec<TextRange> = Vec::new();
    for part in group {
        let common = open
            .iter()
            .zip(&part.headers)
            .take_while(|(a, b)| a == b)
            .count();
        for (depth, header) in part.headers.iter().enumerate().skip(common) {
            lines.push(format!(
                "{}{}:",
                "    ".repeat(depth),
                program.slice(*header)
            ));
        }
        let margin = "    ".repeat(part.headers.len());
        lines.extend(
            dedented(program, part.stmt)
                .into_iter()
                .map(|line| format!("{margin}{line}")),
        );
        open.clone_from(&part.headers);
    }
    lines.join("\n")
}

/// The lines of a statement, moved to the left margin as far as all of them have the indentation.
fn dedented(program: &Program, stmt: &Stmt) -> Vec<String> {
    let start = program.line_start(program.line(stmt.start()));
    let indent = program.slice(TextRange::new(start, stmt.start()));
    let indent = if indent.trim().is_empty() { indent } else { "" };
    program
        .source(stmt)
        .lines()
        .map(|line| line.strip_prefix(indent).unwrap_or(line).to_string())
        .collect()
}
