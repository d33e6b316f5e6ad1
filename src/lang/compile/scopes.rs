//! Which name means what: every function, class, lambda and comprehension is a scope, and every name in it is a local, a
//! cell shared with inner functions, a cell of an outer function, or a global.

use std::collections::HashMap;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Parameters, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::SyntaxError;

/// What a name is in a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Local,
    /// Own, but inner functions use it.
    Cell,
    /// Of an outer function.
    Free,
    /// Declared so, or found nowhere else.
    Global,
    /// By name in a class body.
    Name,
    /// In a class body: by name first, then in a cell of an outer function.
    NameOrFree,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    Comprehension,
    /// A line typed in a paused frame whose variables come as cells.
    Snippet,
}

#[derive(Clone, Copy, Default, Debug)]
struct Uses {
    bound: bool,
    param: bool,
    used: bool,
    global: bool,
    nonlocal: Option<TextRange>,
}

pub struct Scope {
    pub kind: ScopeKind,
    parent: Option<usize>,
    uses: HashMap<String, Uses>,
    order: Vec<String>,
    places: HashMap<String, Place>,
    pub is_generator: bool,
    /// The class whose private names (`__x`) are meant.
    pub class_name: Option<String>,
}

/// The scopes of a text. Scope 0 is the whole.
pub struct Scopes {
    scopes: Vec<Scope>,
    by_range: HashMap<(u32, u32), usize>,
}

impl Scopes {
    /// Reads the scopes. `known` are the names that a snippet finds in the paused frame.
    pub fn of(
        body: &[Stmt],
        kind: ScopeKind,
        known: Option<&Known>,
    ) -> Result<Scopes, SyntaxError> {
        let mut collector = Collector {
            scopes: Vec::new(),
            by_range: HashMap::new(),
            current: 0,
            error: None,
        };
        collector.open(kind, None, TextRange::default());
        if let Some(known) = known {
            for name in &known.cells {
                collector.scopes[0].places.insert(name.clone(), Place::Free);
            }
        }
        collector.visit_body(body);
        if let Some(error) = collector.error {
            return Err(error);
        }
        let mut scopes = Scopes {
            scopes: collector.scopes,
            by_range: collector.by_range,
        };
        for index in 0..scopes.scopes.len() {
            scopes.resolve(index, known)?;
        }
        Ok(scopes)
    }

    pub fn get(&self, index: usize) -> &Scope {
        &self.scopes[index]
    }

    pub fn at(&self, range: TextRange) -> usize {
        self.by_range
            .get(&(range.start().to_u32(), range.end().to_u32()))
            .copied()
            .unwrap_or(0)
    }

    fn resolve(&mut self, index: usize, known: Option<&Known>) -> Result<(), SyntaxError> {
        for name in self.scopes[index].order.clone() {
            let uses = self.scopes[index].uses[&name];
            let kind = self.scopes[index].kind;
            if self.scopes[index].places.get(&name) == Some(&Place::Cell)
                || (kind == ScopeKind::Snippet && self.scopes[index].places.contains_key(&name))
            {
                continue;
            }
            let place = if uses.global {
                Place::Global
            } else if let Some(range) = uses.nonlocal {
                if !self.claim_outer(index, &name) {
                    return Err(SyntaxError::new(
                        format!("no binding for nonlocal '{name}' found"),
                        range,
                    ));
                }
                Place::Free
            } else if uses.bound || uses.param {
                match kind {
                    ScopeKind::Module => Place::Global,
                    ScopeKind::Class => Place::Name,
                    ScopeKind::Snippet if known.is_none_or(|known| known.at_module_level) => {
                        Place::Global
                    }
                    ScopeKind::Snippet => Place::Free,
                    _ => Place::Local,
                }
            } else if self.claim_outer(index, &name) {
                if kind == ScopeKind::Class {
                    Place::NameOrFree
                } else {
                    Place::Free
                }
            } else if kind == ScopeKind::Class {
                Place::Name
            } else {
                Place::Global
            };
            self.scopes[index].places.insert(name, place);
        }
        Ok(())
    }

    /// Finds a name in the functions around a scope; marks it as a cell there and as free on the way.
    fn claim_outer(&mut self, index: usize, name: &str) -> bool {
        let mut at = self.scopes[index].parent;
        let mut path = Vec::new();
        while let Some(outer) = at {
            let scope = &self.scopes[outer];
            let visible = !matches!(scope.kind, ScopeKind::Module)
                && (scope.kind != ScopeKind::Class || name == "__class__");
            if visible {
                if scope.kind == ScopeKind::Class {
                    self.scopes[outer].places.insert(name.into(), Place::Cell);
                    self.pass_through(&path, name);
                    return true;
                }
                let uses = scope.uses.get(name).copied().unwrap_or_default();
                if uses.global {
                    return false;
                }
                if scope.kind == ScopeKind::Snippet {
                    if scope.places.get(name) == Some(&Place::Free) {
                        self.pass_through(&path, name);
                        return true;
                    }
                } else if (uses.bound || uses.param) && uses.nonlocal.is_none() {
                    self.scopes[outer].places.insert(name.into(), Place::Cell);
                    self.pass_through(&path, name);
                    return true;
                }
            }
            path.push(outer);
            at = self.scopes[outer].parent;
        }
        false
    }

    fn pass_through(&mut self, path: &[usize], name: &str) {
        for &index in path {
            let scope = &mut self.scopes[index];
            if scope.kind == ScopeKind::Class {
                if !scope.places.contains_key(name) || scope.places[name] == Place::Name {
                    let bound = scope.uses.get(name).is_some_and(|uses| uses.bound);
                    // Inner functions skip the class's own name, but its code passes the cell on.
                    scope.places.entry(name.into()).or_insert(if bound {
                        Place::Name
                    } else {
                        Place::NameOrFree
                    });
                }
                scope.uses.entry(format!("{PASSED}{name}")).or_default();
                if !scope
                    .order
                    .iter()
                    .any(|known| known == &format!("{PASSED}{name}"))
                {
                    scope.order.push(format!("{PASSED}{name}"));
                    scope.places.insert(format!("{PASSED}{name}"), Place::Free);
                }
            } else if scope.places.get(name) != Some(&Place::Cell) {
                scope.places.insert(name.into(), Place::Free);
            }
        }
    }
}

/// Marks cells that a class body only hands on to its methods.
const PASSED: &str = "\0passed ";

/// What a snippet finds in the paused frame.
pub struct Known {
    /// Variables that come as cells.
    pub cells: Vec<String>,
    /// The frame's names are globals.
    pub at_module_level: bool,
}

impl Scope {
    pub fn place(&self, name: &str) -> Place {
        match self.places.get(name) {
            Some(&place) => place,
            None if self.kind == ScopeKind::Class => Place::Name,
            None => Place::Global,
        }
    }

    /// Own names that live in cells, in a stable order.
    pub fn cell_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .places
            .iter()
            .filter(|(_, place)| **place == Place::Cell)
            .map(|(name, _)| name.clone())
            .collect();
        names.sort_by_key(|name| self.order.iter().position(|known| known == name));
        names
    }

    pub fn free_names(&self) -> Vec<String> {
        let free = |place: &Place| matches!(place, Place::Free | Place::NameOrFree);
        let mut names: Vec<String> = self
            .places
            .iter()
            .filter(|(_, place)| free(place))
            .map(|(name, _)| name.strip_prefix(PASSED).unwrap_or(name).to_string())
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// Locals that are not parameters, in the order of their first appearance.
    pub fn plain_locals(&self) -> Vec<String> {
        let local = |name: &&String| {
            self.places.get(*name) == Some(&Place::Local) && !self.uses[*name].param
        };
        self.order.iter().filter(local).cloned().collect()
    }
}

struct Collector {
    scopes: Vec<Scope>,
    by_range: HashMap<(u32, u32), usize>,
    current: usize,
    error: Option<SyntaxError>,
}

impl Collector {
    fn open(&mut self, kind: ScopeKind, class_name: Option<String>, range: TextRange) {
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
