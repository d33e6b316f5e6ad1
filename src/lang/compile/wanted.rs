//! What a program asks of the modules that it imports, read off its text: `np.foo` after `import numpy as np`.
//!
//! Only what must be asked for counts. A name that the program binds in another way is left alone, and so is what stands
//! under a `try` that would catch its absence or behind a question such as `hasattr(torch, "compile")`.

use std::collections::{HashMap, HashSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    ExceptHandler, Expr, ExprAttribute, ExprContext, Parameter, Pattern, Stmt, StmtImportFrom,
    StmtTry,
};
use ruff_text_size::{Ranged, TextRange};

/// One thing that a program asks for, and the byte range where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub what: What,
    pub span: (u32, u32),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// `import torch.nn`
    Module(String),
    /// `from torch import nn`, as `("torch", "nn")`
    Import(String, String),
    /// `torch.nn` after `import torch`, as `("torch", "nn")`
    Attribute(String, String),
}

/// All that these statements ask for, in order.
pub fn wanted(body: &[Stmt]) -> Vec<Wanted> {
    let mut bindings = Bindings::default();
    bindings.visit_body(body);
    for name in &bindings.bound {
        bindings.aliases.remove(name);
    }
    let mut finder = Finder {
        aliases: bindings
            .aliases
            .into_iter()
            .filter_map(|(name, full)| Some((name, full?)))
            .collect(),
        patched: bindings.patched,
        found: Vec::new(),
    };
    finder.visit_body(body);
    finder.found
}

/// What each name of the program is bound to.
#[derive(Default)]
struct Bindings {
    /// `np` is `numpy`. None where it is one thing here and another there.
    aliases: HashMap<String, Option<String>>,
    /// Names bound by anything but an import.
    bound: HashSet<String>,
    /// Attributes that the program sets itself: `np.foo` of `np.foo = ...`.
    patched: HashSet<String>,
}

impl Bindings {
    fn alias(&mut self, name: &str, full: String) {
        self.aliases
            .entry(name.to_string())
            .and_modify(|known| {
                if known.as_ref() != Some(&full) {
                    *known = None;
                }
            })
            .or_insert(Some(full));
    }
}

impl<'a> Visitor<'a> for Bindings {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    let module = alias.name.as_str();
                    match &alias.asname {
                        Some(name) => self.alias(name, module.to_string()),
                        None => {
                            let root = module.split('.').next().unwrap_or(module);
                            self.alias(root, root.to_string());
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                let module = absolute(import).unwrap_or_default();
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    self.alias(name, format!("{module}.{}", alias.name));
                }
            }
            Stmt::FunctionDef(function) => {
                self.bound.insert(function.name.to_string());
            }
            Stmt::ClassDef(class) => {
                self.bound.insert(class.name.to_string());
            }
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx != ExprContext::Load => {
                self.bound.insert(name.id.to_string());
            }
            Expr::Attribute(attribute) if attribute.ctx != ExprContext::Load => {
                self.patched.extend(dotted(expr));
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }

    fn visit_parameter(&mut self, parameter: &'a Parameter) {
        self.bound.insert(parameter.name.to_string());
        visitor::walk_parameter(self, parameter);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.bound
            .extend(inner.name.iter().map(ToString::to_string));
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(inner) => inner.name.as_ref(),
            Pattern::MatchStar(inner) => inner.name.as_ref(),
            Pattern::MatchMapping(inner) => inner.rest.as_ref(),
            _ => None,
        };
        self.bound.extend(name.map(ToString::to_string));
        visitor::walk_pattern(self, pattern);
    }
}

struct Finder {
    aliases: HashMap<String, String>,
    patched: HashSet<String>,
    found: Vec<Wanted>,
}

impl Finder {
    fn want(&mut self, what: What, range: TextRange) {
        self.found.push(Wanted {
            what,
            span: (range.start().to_u32(), range.end().to_u32()),
        });
    }

    /// `numpy.random` of `np.random`, if it starts at an imported name.
    fn resolve(&self, expr: &Expr) -> Option<String> {
        let written = dotted(expr)?;
        let (root, rest) = match written.split_once('.') {
            Some((root, rest)) => (root, Some(rest)),
            None => (written.as_str(), None),
        };
        let full = self.aliases.get(root)?;
        Some(match rest {
            Some(rest) => format!("{full}.{rest}"),
            None => full.clone(),
        })
    }

    fn attribute(&mut self, attribute: &ExprAttribute, range: TextRange) {
        if attribute.ctx != ExprContext::Load || attribute.attr.starts_with('_') {
            return;
        }
        let Some(place) = self.resolve(&attribute.value) else {
            return;
        };
        let is_patched = dotted(&attribute.value).is_some_and(|written| {
            self.patched
                .contains(&format!("{written}.{}", attribute.attr))
        });
        if !is_patched {
            self.want(What::Attribute(place, attribute.attr.to_string()), range);
        }
    }
}

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.want(What::Module(alias.name.to_string()), stmt.range());
                }
            }
            Stmt::ImportFrom(import) => {
                let Some(module) = absolute(import) else {
                    return;
                };
                for alias in &import.names {
                    let what = match alias.name.as_str() {
                        "*" => What::Module(module.clone()),
                        name => What::Import(module.clone(), name.to_string()),
                    };
                    self.want(what, stmt.range());
                }
            }
            Stmt::Try(inner) if catches_absence(inner) => {
                for handler in &inner.handlers {
                    self.visit_except_handler(handler);
                }
                self.visit_body(&inner.finalbody);
            }
            Stmt::If(inner) if asks_first(&inner.test) => {
                for clause in &inner.elif_else_clauses {
                    if clause.test.as_ref().is_some_and(|test| !asks_first(test)) {
                        self.visit_body(&clause.body);
                    }
                }
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Attribute(attribute) => self.attribute(attribute, expr.range()),
            Expr::Call(call) => {
                if let Expr::Name(function) = &*call.func
                    && function.id == "__import__"
                    && let Some(Expr::StringLiteral(module)) = call.arguments.args.first()
                {
                    self.want(
                        What::Module(module.value.to_str().to_string()),
                        expr.range(),
                    );
                }
            }
            Expr::If(inner) if asks_first(&inner.test) => return,
            Expr::BoolOp(inner) if inner.values.iter().any(asks_first) => return,
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }
}

/// The module of `from module import ...`; None for a relative one.
fn absolute(import: &StmtImportFrom) -> Option<String> {
    match (&import.module, import.level) {
        (Some(module), 0) => Some(module.to_string()),
        _ => None,
    }
}

/// `np.random.seed` of names joined by points.
fn dotted(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(inner) => Some(format!("{}.{}", dotted(&inner.value)?, inner.attr)),
        _ => None,
    }
}

/// Whether the program goes on when a name in the body of this `try` is missing.
fn catches_absence(guard: &StmtTry) -> bool {
    guard.handlers.iter().any(|handler| {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let kinds = match handler.type_.as_deref() {
            None => return true,
            Some(Expr::Tuple(kinds)) => &*kinds.elts,
            Some(kind) => std::slice::from_ref(kind),
        };
        kinds.iter().filter_map(dotted).any(|kind| {
            matches!(
                kind.as_str(),
                "ImportError"
                    | "ModuleNotFoundError"
                    | "AttributeError"
                    | "Exception"
                    | "BaseException"
            )
        })
    })
}

/// Whether a condition looks at what there is, or is False: what stands behind it may never run.
fn asks_first(test: &Expr) -> bool {
    struct Asks(bool);
    impl<'a> Visitor<'a> for Asks {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::BooleanLiteral(literal) = expr {
                self.0 |= !literal.value;
            }
            let word = match expr {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                Expr::StringLiteral(text) => text.value.to_str(),
                _ => "",
            };
            self.0 |= matches!(
                word,
                "hasattr"
                    | "TYPE_CHECKING"
                    | "find_spec"
                    | "is_available"
                    | "is_cuda"
                    | "cuda"
                    | "mps"
                    | "xpu"
                    | "version_info"
                    | "__version__"
                    | "platform"
            );
            visitor::walk_expr(self, expr);
        }
    }
    let mut asks = Asks(false);
    asks.visit_expr(test);
    asks.0
}
