//! Names in a syntax tree: what a piece of program reads, what it binds, and what an imported name stands for.

use std::collections::{BTreeSet, HashMap};

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, ExprContext, Stmt};

/// `torch.nn.Linear` of an attribute chain that starts at a name.
pub fn dotted(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => {
            Some(format!("{}.{}", dotted(&attribute.value)?, attribute.attr))
        }
        _ => None,
    }
}

/// The name under which a value is kept: `w`, or `self.w` for an attribute of `self`. Deeper attributes and
/// subscripts count as their owner.
pub fn key(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => match &*attribute.value {
            Expr::Name(name) if name.id.as_str() == "self" => {
                Some(format!("self.{}", attribute.attr))
            }
            inner => key(inner),
        },
        Expr::Subscript(subscript) => key(&subscript.value),
        Expr::Starred(starred) => key(&starred.value),
        _ => None,
    }
}

/// The last name of what is called: `Linear` of `nn.Linear(3, 2)`, `backward` of `(a + b).backward()`.
pub fn callee(call: &ExprCall) -> &str {
    match &*call.func {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => "",
    }
}

/// What a piece of program mentions.
#[derive(Default)]
pub struct Mentions<'a> {
    pub reads: BTreeSet<String>,
    pub binds: BTreeSet<String>,
    pub calls: Vec<&'a ExprCall>,
    /// Attributes read or written anywhere: `grad`, `data`.
    pub attributes: BTreeSet<&'a str>,
}

impl<'a> Mentions<'a> {
    pub fn of(stmt: &'a Stmt) -> Self {
        let mut mentions = Self::default();
        mentions.visit_stmt(stmt);
        mentions
    }

    pub fn of_expr(expr: &'a Expr) -> Self {
        let mut mentions = Self::default();
        mentions.visit_expr(expr);
        mentions
    }

    pub fn of_all(body: &'a [Stmt]) -> Self {
        let mut mentions = Self::default();
        mentions.visit_body(body);
        mentions
    }

    /// A call of a function or method of this name.
    pub fn call_of(&self, name: &str) -> Option<&'a ExprCall> {
        self.calls.iter().copied().find(|call| callee(call) == name)
    }
}

impl<'a> Visitor<'a> for Mentions<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::AugAssign(assign) => self.reads.extend(key(&assign.target)),
            Stmt::FunctionDef(function) => {
                self.binds.insert(function.name.to_string());
            }
            Stmt::ClassDef(class) => {
                self.binds.insert(class.name.to_string());
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => match name.ctx {
                ExprContext::Store | ExprContext::Del => {
                    self.binds.insert(name.id.to_string());
                }
                _ => {
                    self.reads.insert(name.id.to_string());
                }
            },
            Expr::Attribute(attribute) => {
                self.attributes.insert(attribute.attr.as_str());
                if let Some(key) = key(expr) {
                    match attribute.ctx {
                        ExprContext::Store => self.binds.insert(key),
                        _ => self.reads.insert(key),
                    };
                }
            }
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Store => {
                self.binds.extend(key(expr))
            }
            Expr::Call(call) => self.calls.push(call),
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// What imported names stand for: `nn` is `torch.nn`, `Linear` is `torch.nn.Linear`.
#[derive(Default)]
pub struct Imports(HashMap<String, String>);

impl Imports {
    pub fn of(body: &[Stmt]) -> Self {
        struct Collect(HashMap<String, String>);
        impl Visitor<'_> for Collect {
            fn visit_stmt(&mut self, stmt: &Stmt) {
                match stmt {
                    Stmt::Import(import) => {
                        for alias in &import.names {
                            let module = alias.name.to_string();
                            match &alias.asname {
                                Some(name) => self.0.insert(name.to_string(), module),
                                None => {
                                    let root =
                                        module.split('.').next().unwrap_or_default().to_string();
                                    self.0.insert(root.clone(), root)
                                }
                            };
                        }
                    }
                    Stmt::ImportFrom(import) => {
                        let module = import
                            .module
                            .as_ref()
                            .map(|m| m.to_string())
                            .unwrap_or_default();
                        for alias in &import.names {
                            let name = alias.asname.as_ref().unwrap_or(&alias.name).to_string();
                            self.0.insert(name, format!("{module}.{}", alias.name));
                        }
                    }
                    _ => walk_stmt(self, stmt),
                }
            }
        }
        let mut collect = Collect(HashMap::new());
        collect.visit_body(body);
        Self(collect.0)
    }

    /// `torch.nn.Linear` for `nn.Linear` after `from torch import nn`.
    pub fn resolve(&self, dotted: &str) -> String {
        let (root, rest) = dotted.split_once('.').unwrap_or((dotted, ""));
        match (self.0.get(root), rest) {
            (Some(full), "") => full.clone(),
            (Some(full), rest) => format!("{full}.{rest}"),
            (None, _) => dotted.to_string(),
        }
    }

    /// How the program writes `torch.nn.NAME`: `nn.NAME` where it has `nn`. None when torch.nn is not at hand.
    pub fn written(&self, full: &str) -> Option<String> {
        if let Some((name, _)) = self.0.iter().filter(|(_, f)| *f == full).min() {
            return Some(name.clone());
        }
        let (module, last) = full.rsplit_once('.')?;
        Some(format!("{}.{last}", self.written(module)?))
    }
}
