//! Which names each scope of a program binds, uses and declares: the walk over the tree that `scopes` resolves.

use super::SyntaxError;
use super::scopes::{Scope, ScopeKind, Uses};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Parameters, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};
use std::collections::HashMap;

pub(super) struct Collector {
    pub(super) scopes: Vec<Scope>,
    pub(super) by_range: HashMap<(u32, u32), usize>,
    pub(super) current: usize,
    pub(super) error: Option<SyntaxError>,
}

impl Collector {
    pub(super) fn open(&mut self, kind: ScopeKind, class_name: Option<String>, range: TextRange) {
        let parent = (!self.scopes.is_empty()).then_some(self.current);
        let class_name =
            class_name.or_else(|| parent.and_then(|parent| self.scopes[parent].class_name.clone()));
        self.scopes.push(Scope {
            kind,
            parent,
            uses: HashMap::new(),
            order: Vec::new(),
            places: HashMap::new(),
            is_generator: false,
            class_name,
        });
        self.current = self.scopes.len() - 1;
        if parent.is_some() {
            self.by_range
                .insert((range.start().to_u32(), range.end().to_u32()), self.current);
        }
    }

    fn close(&mut self) {
        self.current = self.scopes[self.current].parent.unwrap_or(0);
    }

    fn uses(&mut self, name: &str) -> &mut Uses {
        let scope = &mut self.scopes[self.current];
        let name = mangle(name, scope.class_name.as_deref());
        if !scope.uses.contains_key(&name) {
            scope.order.push(name.clone());
        }
        scope.uses.entry(name).or_default()
    }

    fn bind(&mut self, name: &str) {
        self.uses(name).bound = true;
    }

    fn fail(&mut self, message: String, range: TextRange) {
        self.error.get_or_insert(SyntaxError::new(message, range));
    }

    fn params(&mut self, parameters: &Parameters) {
        for param in parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .chain(&parameters.kwonlyargs)
        {
            self.param(&param.parameter);
        }
        for param in parameters.vararg.iter().chain(&parameters.kwarg) {
            self.param(param);
        }
    }

    fn param(&mut self, param: &ast::Parameter) {
        if self.uses(&param.name).param {
            self.fail(
                format!(
                    "duplicate argument '{}' in function definition",
                    param.name.as_str()
                ),
                param.range(),
            );
        }
        self.uses(&param.name).param = true;
    }

    fn defaults(&mut self, parameters: &Parameters) {
        for param in parameters
            .posonlyargs
            .iter()
            .chain(&parameters.args)
            .chain(&parameters.kwonlyargs)
        {
            if let Some(default) = &param.default {
                self.visit_expr(default);
            }
        }
    }

    fn annotations(&mut self, function: &ast::StmtFunctionDef) {
        for param in function.parameters.iter() {
            if let Some(annotation) = param.annotation() {
                self.visit_expr(annotation);
            }
        }
        if let Some(returns) = &function.returns {
            self.visit_expr(returns);
        }
    }

    fn comprehension(
        &mut self,
        range: TextRange,
        generators: &[ast::Comprehension],
        elements: &[&Expr],
        is_generator: bool,
    ) {
        let Some(first) = generators.first() else {
            return;
        };
        self.visit_expr(&first.iter);
        self.open(ScopeKind::Comprehension, None, range);
        self.scopes[self.current].is_generator = is_generator;
        self.uses(".0").param = true;
        for (index, generator) in generators.iter().enumerate() {
            self.visit_expr(&generator.target);
            if index > 0 {
                self.visit_expr(&generator.iter);
            }
            for condition in &generator.ifs {
                self.visit_expr(condition);
            }
        }
        for element in elements {
            self.visit_expr(element);
        }
        self.close();
    }

    /// `:=` in a comprehension binds in the function around it.
    fn bind_named(&mut self, name: &str) {
        let here = self.current;
        let mut inside = Vec::new();
        while self.scopes[self.current].kind == ScopeKind::Comprehension {
            inside.push(self.current);
            self.current = self.scopes[self.current].parent.unwrap_or(0);
        }
        self.bind(name);
        let is_global = matches!(
            self.scopes[self.current].kind,
            ScopeKind::Module | ScopeKind::Snippet
        ) || self.uses(name).global;
        for scope in inside {
            self.current = scope;
            if is_global && self.scopes[0].kind != ScopeKind::Snippet {
                self.uses(name).global = true;
            } else {
                self.uses(name).nonlocal = Some(TextRange::default());
            }
        }
        self.current = here;
    }

    fn declare(&mut self, names: &[ast::Identifier], is_global: bool, range: TextRange) {
        for name in names {
            let word = if is_global { "global" } else { "nonlocal" };
            let kind = self.scopes[self.current].kind;
            let uses = *self.uses(name);
            if uses.param {
                self.fail(
                    format!("name '{}' is parameter and {word}", name.as_str()),
                    range,
                );
            } else if uses.bound {
                self.fail(
                    format!(
                        "name '{}' is assigned to before {word} declaration",
                        name.as_str()
                    ),
                    range,
                );
            } else if uses.used {
                self.fail(
                    format!(
                        "name '{}' is used prior to {word} declaration",
                        name.as_str()
                    ),
                    range,
                );
            }
            if is_global {
                self.uses(name).global = true;
            } else if kind == ScopeKind::Module {
                self.fail(
                    "nonlocal declaration not allowed at module level".into(),
                    range,
                );
            } else {
                self.uses(name).nonlocal = Some(range);
            }
        }
    }
}

impl<'a> Visitor<'a> for Collector {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => {
                for decorator in &function.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                self.defaults(&function.parameters);
                self.annotations(function);
                self.bind(&function.name);
                self.open(ScopeKind::Function, None, function.range());
                self.params(&function.parameters);
                self.visit_body(&function.body);
                self.close();
            }
            Stmt::ClassDef(class) => {
                for decorator in &class.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                self.bind(&class.name);
                self.open(
                    ScopeKind::Class,
                    Some(class.name.to_string()),
                    class.range(),
                );
                for name in ["__module__", "__qualname__"] {
                    self.bind(name);
                }
                self.visit_body(&class.body);
                self.close();
            }
            Stmt::Global(global) => self.declare(&global.names, true, stmt.range()),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, false, stmt.range()),
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(name),
                        None => self.bind(alias.name.split('.').next().unwrap_or_default()),
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    if alias.name.as_str() != "*" {
                        self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                    }
                }
            }
            Stmt::AnnAssign(assign) => {
                if let (Expr::Name(name), true) = (&*assign.target, assign.simple) {
                    self.bind(&name.id);
                    if matches!(self.scopes[self.current].kind, ScopeKind::Class) {
                        self.bind("__annotations__");
                    }
                }
                visitor::walk_stmt(self, stmt);
            }
            Stmt::Try(_) | Stmt::Match(_) => visitor::walk_stmt(self, stmt),
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(inner) => &inner.name,
            Pattern::MatchStar(inner) => &inner.name,
            Pattern::MatchMapping(inner) => &inner.rest,
            _ => &None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                if matches!(name.ctx, ExprContext::Load) {
                    self.uses(&name.id).used = true;
                    if name.id.as_str() == "super"
                        && self.scopes[self.current].kind == ScopeKind::Function
                    {
                        self.uses("__class__").used = true;
                    }
                } else {
                    self.bind(&name.id);
                }
            }
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    self.bind_named(&name.id);
                }
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                self.open(ScopeKind::Lambda, None, lambda.range());
                if let Some(parameters) = &lambda.parameters {
                    self.params(parameters);
                }
                self.visit_expr(&lambda.body);
                self.close();
            }
            Expr::ListComp(comp) => {
                self.comprehension(comp.range(), &comp.generators, &[&comp.elt], false)
            }
            Expr::SetComp(comp) => {
                self.comprehension(comp.range(), &comp.generators, &[&comp.elt], false)
            }
            Expr::DictComp(comp) => match &comp.key {
                Some(key) => {
                    self.comprehension(comp.range(), &comp.generators, &[key, &comp.value], false)
                }
                None => self.comprehension(comp.range(), &comp.generators, &[&comp.value], false),
            },
            Expr::Generator(comp) => {
                self.comprehension(comp.range(), &comp.generators, &[&comp.elt], true)
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                let word = if matches!(expr, Expr::Yield(_)) {
                    "yield"
                } else {
                    "yield from"
                };
                match self.scopes[self.current].kind {
                    ScopeKind::Function | ScopeKind::Lambda => {
                        self.scopes[self.current].is_generator = true
                    }
                    ScopeKind::Comprehension => {
                        self.fail(format!("'{word}' inside list comprehension"), expr.range())
                    }
                    _ => self.fail(format!("'{word}' outside function"), expr.range()),
                }
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}

/// `__x` in a class C is `_C__x`.
pub fn mangle(name: &str, class_name: Option<&str>) -> String {
    match class_name {
        Some(class) if name.starts_with("__") && !name.ends_with("__") && !name.contains('.') => {
            let class = class.trim_start_matches('_');
            if class.is_empty() {
                name.into()
            } else {
                format!("_{class}{name}")
            }
        }
        _ => name.into(),
    }
}
