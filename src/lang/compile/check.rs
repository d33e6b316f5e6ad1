//! What Kindling's Python does not have, found before a program runs.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::syntax;

/// A construct that cannot be run, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// `async def`
    pub what: String,
    /// Byte range in the text.
    pub span: (u32, u32),
}

impl Unsupported {
    /// `async def is not available in Kindling`
    pub fn message(&self) -> String {
        format!("{} is not available in Kindling", self.what)
    }
}

/// All unsupported constructs of a text, in order. A text that does not parse has none: it has a syntax error.
pub fn unsupported(text: &str) -> Vec<Unsupported> {
    let Ok(tree) = syntax::parse(text) else {
        return Vec::new();
    };
    let mut finder = Finder::default();
    finder.visit_body(&tree);
    finder.found
}

#[derive(Default)]
struct Finder {
    found: Vec<Unsupported>,
}

impl Finder {
    fn report(&mut self, what: &str, range: TextRange) {
        self.found.push(Unsupported {
            what: what.into(),
            span: (range.start().to_u32(), range.end().to_u32()),
        });
    }
}

impl<'a> Visitor<'a> for Finder {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) if function.is_async => {
                self.report("async def", stmt.range())
            }
            Stmt::For(inner) if inner.is_async => self.report("async for", stmt.range()),
            Stmt::With(inner) if inner.is_async => self.report("async with", stmt.range()),
            Stmt::Try(inner) if inner.is_star => self.report("except*", stmt.range()),
            Stmt::TypeAlias(_) => self.report("the type statement", stmt.range()),
            Stmt::ClassDef(class) => {
                let metaclass = class
                    .arguments
                    .iter()
                    .flat_map(|arguments| &arguments.keywords)
                    .find(|keyword| {
                        keyword
                            .arg
                            .as_ref()
                            .is_some_and(|name| name.as_str() == "metaclass")
                            && !is_known_metaclass(&keyword.value)
                    });
                if let Some(keyword) = metaclass {
                    self.report("metaclass=", keyword.range());
                }
            }
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Await(_) => self.report("await", expr.range()),
            Expr::Call(call) => {
                if let Expr::Name(name) = &*call.func
                    && matches!(name.id.as_str(), "exec" | "eval" | "compile")
                {
                    self.report(&format!("{}()", name.id.as_str()), expr.range());
                }
            }
            Expr::ListComp(comp) if comp.generators.iter().any(|generator| generator.is_async) => {
                self.report("async for", expr.range())
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }
}

/// `ABCMeta`, `type` and `EnumMeta` may be named.
fn is_known_metaclass(expr: &Expr) -> bool {
    let name = match expr {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return false,
    };
    matches!(name, "ABCMeta" | "type" | "EnumMeta")
}
