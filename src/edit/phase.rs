//! Which phase of training a statement belongs to: data, forward, loss, zero_grad, backward or step.
//!
//! The question is answered from the text: the loss is what `backward` is called on; what it was computed from is the
//! forward pass; of that, what touches neither a model nor a parameter is data.

use std::collections::BTreeSet;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::names::{Imports, Mentions, callee, dotted, key};
use super::program::Program;
use super::training::{inner_bodies, is_backward};
use crate::session::protocol::Phase;

/// A statement of a training's body with its phase. Statements inside `if`, `with` and loops over parameters are parts
/// of their own.
pub struct Part<'a> {
    pub stmt: &'a Stmt,
    /// The `with` and `for` headers around it inside the body, outermost first, without their colon.
    pub headers: Vec<TextRange>,
    pub phase: Phase,
    /// Name of the act; None for a statement that is none.
    pub label: Option<&'static str>,
    /// It stands inside an `if` or `try` of the body.
    pub conditional: bool,
    /// What a backward is called on.
    pub roots: Vec<String>,
    /// Phases of the statements of a closure.
    pub inner: Vec<(TextRange, Phase)>,
}

/// Knows which names of the program hold models, parameters, schedulers and functions that use them.
pub struct Classifier<'a> {
    models: BTreeSet<String>,
    parameters: BTreeSet<String>,
    schedulers: BTreeSet<String>,
    losses: BTreeSet<String>,
    program: &'a Program,
}

impl<'a> Classifier<'a> {
    pub fn of(program: &'a Program) -> Self {
        let mut found = Self {
            models: BTreeSet::new(),
            parameters: BTreeSet::new(),
            schedulers: BTreeSet::new(),
            losses: BTreeSet::new(),
            program,
        };
        let imports = Imports::of(program.body());
        let everything = Mentions::of_all(program.body());
        for call in &everything.calls {
            let Expr::Attribute(method) = &*call.func else {
                continue;
            };
            let Some(owner) = key(&method.value) else {
                continue;
            };
            match method.attr.as_str() {
                "parameters" | "named_parameters" | "state_dict" => found.models.insert(owner),
                "requires_grad_" => found.parameters.insert(owner),
                _ => false,
            };
        }
        found
            .models
            .extend(["model", "net", "network"].map(String::from));
        for stmt in all_statements(program.body()) {
            found.learn(stmt, &imports);
        }
        found.learn_functions(program.body());
        found
    }

    /// Learns from `name = value`.
    fn learn(&mut self, stmt: &Stmt, imports: &Imports) {
        let Stmt::Assign(assign) = stmt else { return };
        let Some(name) = assign.targets.first().and_then(key) else {
            return;
        };
        if has_requires_grad(&assign.value) {
            self.parameters.insert(name);
            return;
        }
        let Expr::Call(call) = &*assign.value else {
            return;
        };
        let class = dotted(&call.func)
            .map(|name| imports.resolve(&name))
            .unwrap_or_default();
        let last = class.rsplit('.').next().unwrap_or_default();
        if class.contains("lr_scheduler") {
            self.schedulers.insert(name);
        } else if last == "Parameter" {
            self.parameters.insert(name);
        } else if class.starts_with("torch.nn.") || self.own_class(&class) {
            match last.ends_with("Loss") {
                true => self.losses.insert(name),
                false => self.models.insert(name),
            };
        }
    }

    /// Is this a class of the program itself that is a module?
    fn own_class(&self, name: &str) -> bool {
        self.program.body().iter().any(|stmt| match stmt {
            Stmt::ClassDef(class) => {
                class.name.as_str() == name
                    && class.bases().iter().any(|base| {
                        dotted(base).is_some_and(|b| {
                            b.ends_with("Module") || self.own_class_except(&b, name)
                        })
                    })
            }
            _ => false,
        })
    }

    fn own_class_except(&self, name: &str, except: &str) -> bool {
        name != except && self.own_class(name)
    }

    /// A function that uses a parameter or a model of the module around it is a model; one whose name says so, a loss.
    fn learn_functions(&mut self, body: &[Stmt]) {
        for stmt in body {
            let Stmt::FunctionDef(function) = stmt else {
                continue;
            };
            let mentions = Mentions::of_all(&function.body);
            if mentions.calls.iter().any(|call| is_backward(call)) {
                continue;
            }
            let name = function.name.to_string();
            if says_loss(&name) {
                self.losses.insert(name);
            } else if mentions
                .reads
                .iter()
                .any(|read| self.parameters.contains(read) || self.models.contains(read))
            {
                self.models.insert(name);
            }
        }
    }

    /// The parts of a training's body, in the order of the text.
    pub fn parts(&self, body: &'a [Stmt]) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        flatten(self.program, body, &[], false, &mut parts);
        let mentions: Vec<Mentions> = parts.iter().map(|part| Mentions::of(part.stmt)).collect();
        self.mark_obvious(&mut parts, &mentions);
        self.mark_computation(&mut parts, &mentions);
        for part in &mut parts {
            if let Stmt::FunctionDef(function) = part.stmt {
                let inner = self.parts(&function.body);
                part.inner = inner
                    .iter()
                    .map(|inner| (inner.stmt.range(), inner.phase))
                    .collect();
            }
        }
        parts
    }

    /// Marks what a statement says by itself: backward, zero_grad, step and updates by hand.
    fn mark_obvious(&self, parts: &mut [Part], mentions: &[Mentions]) {
        let mut gradients = BTreeSet::from(["grad".to_string()]);
        for (part, mentions) in parts.iter_mut().zip(mentions) {
            if matches!(part.stmt, Stmt::FunctionDef(_)) {
                continue;
            }
            let (phase, label) = if mentions.calls.iter().any(|call| is_backward(call)) {
                if mentions.calls.iter().any(|call| callee(call) == "grad") {
                    gradients.extend(mentions.binds.iter().cloned());
                }
                (Phase::Backward, "backward")
            } else if clears_gradient(part.stmt, mentions) {
                (Phase::ZeroGrad, "zero_grad")
            } else if let Some(label) = self.step_label(mentions) {
                (Phase::Step, label)
            } else if mentions
                .calls
                .iter()
                .any(|call| callee(call).starts_with("clip_grad"))
            {
                (Phase::Backward, "clip")
            } else if updates_by_hand(part.stmt, mentions, &gradients) {
                (Phase::Step, "step")
            } else {
                continue;
            };
            (part.phase, part.label) = (phase, Some(label));
        }
    }

    fn step_label(&self, mentions: &Mentions) -> Option<&'static str> {
        let call = mentions.call_of("step")?;
        let Expr::Attribute(method) = &*call.func else {
            return None;
        };
        let owner = key(&method.value)?;
        let schedules = self.schedulers.contains(&owner) || owner.to_lowercase().contains("sched");
        Some(if schedules { "schedule" } else { "step" })
    }

    /// Marks data, forward and loss: what the loss of each backward was computed from.
    fn mark_computation(&self, parts: &mut [Part], mentions: &[Mentions]) {
        let mut losses: BTreeSet<String> = BTreeSet::new();
        let mut needed: BTreeSet<String> = BTreeSet::new();
        let mut slice: BTreeSet<usize> = BTreeSet::new();
        for index in (0..parts.len()).rev() {
            let part = &parts[index];
            let returned = matches!(part.stmt, Stmt::Return(_));
            if part.phase == Phase::Backward && part.label == Some("backward") || returned {
                let roots = backward_roots(&mentions[index]);
                parts[index].roots = roots.iter().cloned().collect();
                needed.extend(roots.iter().cloned());
                losses.extend(roots);
                continue;
            }
            if part.label.is_some()
                || !mentions[index]
                    .binds
                    .iter()
                    .any(|name| needed.contains(name))
            {
                continue;
            }
            slice.insert(index);
            needed.extend(mentions[index].reads.iter().cloned());
        }
        let uses = |index: usize, names: &BTreeSet<String>| {
            mentions[index]
                .reads
                .iter()
                .any(|name| names.contains(name))
        };
        let models = |index: &usize| uses(*index, &self.models);
        let touches = |index: &usize| models(index) || uses(*index, &self.parameters);
        let first = slice.iter().copied().find(|i| touches(i));
        let last = match slice.iter().copied().rfind(|i| models(i)) {
            Some(last) => Some(last),
            None => slice
                .iter()
                .copied()
                .rfind(|i| uses(*i, &self.parameters) && !self.is_loss(&mentions[*i], &losses)),
        };
        for index in slice {
            let says = self.is_loss(&mentions[index], &losses);
            let (phase, label) = match (first, last) {
                _ if says && touches(&index) && models(&index) => (Phase::Loss, "forward + loss"),
                _ if says => (Phase::Loss, "loss"),
                (Some(first), _) if index < first => (Phase::Data, "data"),
                (_, Some(last)) if index > last => (Phase::Loss, "loss"),
                (None, _) if looks_like_data(parts[index].stmt, &mentions[index]) => {
                    (Phase::Data, "data")
                }
                _ => (Phase::Forward, "forward"),
            };
            (parts[index].phase, parts[index].label) = (phase, Some(label));
        }
    }

    /// Does a statement compute the loss: bind what backward is called on, or call something that says loss?
    fn is_loss(&self, mentions: &Mentions, losses: &BTreeSet<String>) -> bool {
        mentions.binds.iter().any(|name| losses.contains(name))
            || mentions.calls.iter().any(|call| {
                key(&call.func).is_some_and(|name| self.losses.contains(&name))
                    || says_loss(callee(call))
            })
    }
}

fn says_loss(name: &str) -> bool {
    let name = name.to_lowercase();
    ["loss", "cross_entropy", "criterion", "kl_div"]
        .iter()
        .any(|word| name.contains(word))
}

/// The names that a backward is called on: `loss` of `loss.backward()`, `a` and `b` of `(a + b).backward()`.
fn backward_roots(mentions: &Mentions) -> BTreeSet<String> {
    let Some(call) = mentions.calls.iter().find(|call| is_backward(call)) else {
        return mentions.reads.clone();
    };
    let root = match (&*call.func, call.arguments.args.first()) {
        (Expr::Attribute(method), _)
            if callee(call) == "backward" && key(&method.value).is_none_or(|k| k != "torch") =>
        {
            &*method.value
        }
        (_, Some(first)) => first,
        _ => return BTreeSet::new(),
    };
    Mentions::of_expr(root).reads
}

/// `p.grad = None`, `w.grad.zero_()`, `optimizer.zero_grad()`, `del w.grad`.
fn clears_gradient(stmt: &Stmt, mentions: &Mentions) -> bool {
    let is_grad = |expr: &Expr| matches!(expr, Expr::Attribute(attribute) if attribute.attr.as_str() == "grad");
    match stmt {
        Stmt::Assign(assign) if assign.targets.iter().any(is_grad) => true,
        Stmt::Delete(delete) => delete.targets.iter().any(is_grad),
        _ => {
            mentions.call_of("zero_grad").is_some()
                || mentions.calls.iter().any(|call| match &*call.func {
                    Expr::Attribute(method) => {
                        matches!(method.attr.as_str(), "zero_" | "fill_") && is_grad(&method.value)
                    }
                    _ => false,
                })
        }
    }
}

/// `w -= lr * w.grad`, `w.data.sub_(lr * g)`, `w = w - lr * gradient_of_w`.
fn updates_by_hand(stmt: &Stmt, mentions: &Mentions, gradients: &BTreeSet<String>) -> bool {
    let uses = mentions.attributes.contains("grad")
        || mentions.reads.iter().any(|name| gradients.contains(name));
    let changes = match stmt {
        Stmt::AugAssign(_) | Stmt::Assign(_) => true,
        Stmt::Expr(_) => mentions
            .calls
            .iter()
            .any(|call| callee(call).ends_with('_')),
        Stmt::For(_) => true,
        _ => false,
    };
    let reports = mentions
        .calls
        .iter()
        .any(|call| matches!(callee(call), "item" | "print" | "append" | "norm"));
    uses && changes && !reports
}

fn looks_like_data(stmt: &Stmt, mentions: &Mentions) -> bool {
    let draws = |name: &str| {
        matches!(
            name,
            "randint" | "randperm" | "rand" | "randn" | "to" | "next" | "tensor" | "sample"
        )
    };
    let indexes = matches!(stmt, Stmt::Assign(assign) if matches!(&*assign.value, Expr::Subscript(_) | Expr::Tuple(_)));
    indexes || mentions.calls.iter().any(|call| draws(callee(call)))
}

fn has_requires_grad(value: &Expr) -> bool {
    Mentions::of_expr(value).calls.iter().any(|call| {
        callee(call) == "requires_grad_"
            || call.arguments.find_keyword("requires_grad").is_some_and(
                |keyword| matches!(&keyword.value, Expr::BooleanLiteral(literal) if literal.value),
            )
    })
}

/// Takes apart statements that hold acts: `if` and `try` bodies lose their header (an act is free of conditions),
/// `with` and `for` keep it.
fn flatten<'a>(
    program: &Program,
    body: &'a [Stmt],
    headers: &[TextRange],
    conditional: bool,
    parts: &mut Vec<Part<'a>>,
) {
    for stmt in body {
        let header = match stmt {
            Stmt::With(with) => with
                .items
                .last()
                .map(|item| header(program, stmt, item.range.end())),
            Stmt::For(f) => Some(header(program, stmt, f.iter.end())),
            _ => None,
        };
        if holds_acts(stmt) {
            let mut headers = headers.to_vec();
            headers.extend(header);
            let conditional = conditional || matches!(stmt, Stmt::If(_) | Stmt::Try(_));
            let bodies = match stmt {
                Stmt::For(f) => vec![&f.body[..]],
                _ => inner_bodies(stmt),
            };
            for body in bodies {
                flatten(program, body, &headers, conditional, parts);
            }
        } else {
            parts.push(Part {
                stmt,
                headers: headers.to_vec(),
                phase: Phase::Other,
                label: None,
                conditional,
                roots: Vec::new(),
                inner: Vec::new(),
            });
        }
    }
}

/// The header of a compound statement up to its colon, brackets after the last expression included.
fn header(program: &Program, stmt: &Stmt, end: TextSize) -> TextRange {
    let rest = program.text().get(end.to_usize()..).unwrap_or_default();
    let colon = rest
        .find(':')
        .and_then(|at| TextSize::try_from(at).ok())
        .unwrap_or_default();
    TextRange::new(stmt.start(), end + colon)
}

/// Is a compound statement one that holds acts? A loop over parameters that updates and clears is taken apart too.
fn holds_acts(stmt: &Stmt) -> bool {
    let compound = matches!(
        stmt,
        Stmt::If(_) | Stmt::With(_) | Stmt::Try(_) | Stmt::For(_)
    );
    if !compound {
        return false;
    }
    let mentions = Mentions::of(stmt);
    let acts = mentions
        .calls
        .iter()
        .any(|call| is_backward(call) || matches!(callee(call), "zero_grad" | "step"));
    let by_hand = mentions.attributes.contains("grad")
        && !mentions
            .calls
            .iter()
            .any(|call| matches!(callee(call), "print" | "append"));
    // A loss computed inside `with torch.autocast(...)` or under a condition.
    let computes = matches!(stmt, Stmt::With(_)) && !mentions.binds.is_empty();
    acts || by_hand || computes
}

/// Every statement of a program, functions and classes included.
pub fn all_statements(body: &[Stmt]) -> Vec<&Stmt> {
    use ruff_python_ast::statement_visitor::{StatementVisitor, walk_stmt};
    struct All<'a>(Vec<&'a Stmt>);
    impl<'a> StatementVisitor<'a> for All<'a> {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            self.0.push(stmt);
            walk_stmt(self, stmt);
        }
    }
    let mut all = All(Vec::new());
    all.visit_body(body);
    all.0
}
