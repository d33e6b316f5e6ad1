//! Text to bytecode.
//!
//! `syntax` parses and words errors as CPython does, `check` refuses what is not supported, `wanted` lists what the text
//! asks of modules, `scopes` says what each name is, and the rest walks the tree and emits: `statements`, `control`
//! (loops, try, with), `expressions`, `conditions`, `calls`, `functions`, `assign`, `patterns`. `later` does so for one
//! function of the library when it is first called.

mod assembler;
mod assign;
mod calls;
mod check;
mod complaint;
mod conditions;
mod control;
mod expressions;
mod functions;
mod later;
mod patterns;
mod scopes;
mod scopes_collect;
mod statements;
mod strings;
mod syntax;
mod wanted;
mod with;

use std::rc::Rc;

use ruff_python_ast::Stmt;
use ruff_text_size::{TextRange, TextSize};

use super::Value;
use super::code::{Body, CellVar, Code, CodeKind, Op, SourceFile};
use super::objects::{Str, intern};
use assembler::{Assembler, Label};
pub use check::{Unsupported, unsupported};
pub use later::{body_of, stands_alone};
pub use scopes::Known;
use scopes::{Place, ScopeKind, Scopes};
use scopes_collect::mangle;
pub use syntax::{SyntaxError, parse};
pub use wanted::{Wanted, What, wanted};

type Compiled<T = ()> = Result<T, SyntaxError>;

/// Compiles a file.
pub fn module(file: &Rc<SourceFile>) -> Compiled<Rc<Code>> {
    let tree = syntax::parse(&file.text)?;
    Ok(Rc::new(file_of(file, &tree)?))
}

fn file_of(file: &Rc<SourceFile>, tree: &[Stmt]) -> Compiled<Code> {
    let scopes = Scopes::of(tree, ScopeKind::Module, None)?;
    let mut unit = Unit::new(file, &scopes, 0, "<module>", "<module>", CodeKind::Module);
    unit.body_with_doc(tree)?;
    Ok(unit.finish(1, whole(file)))
}

fn whole(file: &SourceFile) -> TextRange {
    TextRange::up_to(TextSize::of(&*file.text))
}

/// Compiles a line typed in a paused frame; the value of its last expression is the snippet's. Returns the names of
/// the cells that the snippet wants, in order, as the code's free variables.
pub fn snippet(file: &Rc<SourceFile>, known: &Known) -> Compiled<Rc<Code>> {
    let tree = syntax::parse(&file.text)?;
    let scopes = Scopes::of(&tree, ScopeKind::Snippet, Some(known))?;
    let mut unit = Unit::new(file, &scopes, 0, "<prompt>", "<prompt>", CodeKind::Snippet);
    if let Some((last, before)) = tree.split_last() {
        unit.statements(before)?;
        match last {
            Stmt::Expr(expr) => {
                unit.asm.at(expr.range);
                unit.expression(&expr.value)?;
                unit.asm.emit(Op::Return);
            }
            _ => unit.statement(last)?,
        }
    }
    unit.asm.emit(Op::None);
    unit.asm.emit(Op::Return);
    Ok(Rc::new(unit.finish(1, whole(file))))
}

/// A body that is being compiled: of a module, a class, a function or a comprehension.
struct Unit<'a> {
    file: &'a Rc<SourceFile>,
    scopes: &'a Scopes,
    scope: usize,
    asm: Assembler,
    kind: CodeKind,
    name: Rc<Str>,
    qualname: String,
    locals: Vec<String>,
    cells: Vec<String>,
    free: Vec<String>,
    params: Params,
    blocks: Vec<Block<'a>>,
    doc: Value,
}

#[derive(Default, Clone, Copy)]
struct Params {
    positional: u32,
    positional_only: u32,
    keyword_only: u32,
    var_positional: bool,
    var_keyword: bool,
}

/// What surrounds the code that is being emitted, for `break`, `continue` and `return` to leave in order.
#[derive(Clone)]
enum Block<'a> {
    Loop {
        head: Label,
        end: Label,
        is_for: bool,
    },
    /// A guarded body with this finally part, which is emitted again on the way out.
    Finally {
        body: &'a [Stmt],
    },
    /// A guarded body; its guard ends on the way out.
    Guarded,
    /// In a finally part that handles an exception: two values lie on the stack.
    HandlingFinally,
    /// In an except clause; its name is to be unbound.
    Handling {
        name: Option<String>,
    },
    With {
        range: TextRange,
    },
    /// Values on the stack.
    Values(u32),
}

impl<'a> Unit<'a> {
    fn new(
        file: &'a Rc<SourceFile>,
        scopes: &'a Scopes,
        scope: usize,
        name: &str,
        qualname: &str,
        kind: CodeKind,
    ) -> Unit<'a> {
        let here = scopes.get(scope);
        Unit {
            file,
            scopes,
            scope,
            asm: Assembler::new(file.clone()),
            kind,
            name: intern(name),
            qualname: qualname.into(),
            locals: Vec::new(),
            cells: here.cell_names(),
            free: here.free_names(),
            params: Params::default(),
            blocks: Vec::new(),
            doc: Value::None,
        }
    }

    fn body_with_doc(&mut self, body: &'a [Stmt]) -> Compiled {
        if has_annotations(body) {
            self.asm.emit(Op::SetupAnnotations);
        }
        if let Some(doc) = doc_of(body) {
            self.doc = Value::Str(intern(doc));
            if matches!(self.kind, CodeKind::Module | CodeKind::Class) {
                self.asm.at(ruff_text_size::Ranged::range(&body[0]));
                let text = self.asm.constant(Value::Str(intern(doc)));
                self.asm.emit(Op::Const(text));
                self.store_name("__doc__");
            }
            self.statements(&body[1..])?;
        } else {
            self.statements(body)?;
        }
        self.asm.no_line();
        self.asm.emit(Op::None);
        self.asm.emit(Op::Return);
        Ok(())
    }

    fn finish(self, first_line: u32, range: TextRange) -> Code {
        let names = |list: &[String]| list.iter().map(|name| intern(name)).collect::<Vec<_>>();
        let cells = self
            .cells
            .iter()
            .map(|name| CellVar {
                name: intern(name),
                param: self
                    .locals
                    .iter()
                    .take(self.params.count())
                    .position(|local| local == name)
                    .map(|at| at as u32),
            })
            .collect();
        let assembled = self.asm.finish();
        let body = Body {
            first_line,
            is_generator: self.scopes.get(self.scope).is_generator,
            ops: assembled.ops,
            spans: assembled.spans,
            lines: assembled.lines,
            constants: assembled.constants,
            names: assembled.names,
            call_names: assembled.call_names,
            handlers: assembled.handlers,
            caches: assembled.caches,
            locals: names(&self.locals),
            positional: self.params.positional,
            positional_only: self.params.positional_only,
            keyword_only: self.params.keyword_only,
            var_positional: self.params.var_positional,
            var_keyword: self.params.var_keyword,
            cells,
            free: names(&self.free),
            doc: self.doc,
        };
        Code::new(
            (self.name, intern(&self.qualname)),
            self.file,
            (range.start().to_u32(), range.end().to_u32()),
            self.kind,
            Some(body),
        )
    }

    fn constant(&mut self, value: Value) {
        if let Value::None = value {
            return self.asm.emit(Op::None);
        }
        let index = self.asm.constant(value);
        self.asm.emit(Op::Const(index));
    }

    fn mangled(&self, name: &str) -> String {
        mangle(name, self.scopes.get(self.scope).class_name.as_deref())
    }

    fn local_slot(&self, name: &str) -> Option<u32> {
        self.locals
            .iter()
            .position(|local| local == name)
            .map(|at| at as u32)
    }

    /// Slot of a cell: after the locals, own cells first.
    fn cell_slot(&self, name: &str) -> u32 {
        let cell = self.cells.iter().position(|cell| cell == name);
        let at = cell.unwrap_or_else(|| {
            self.cells.len() + self.free.iter().position(|free| free == name).unwrap_or(0)
        });
        (self.locals.len() + at) as u32
    }

    fn load_name(&mut self, name: &str) {
        let name = self.mangled(name);
        let op = match self.scopes.get(self.scope).place(&name) {
            Place::Local => Op::LoadFast(self.local_slot(&name).unwrap_or(0)),
            Place::Cell | Place::Free => Op::LoadCell(self.cell_slot(&name)),
            Place::Global => Op::LoadGlobal {
                name: self.asm.name(&name) as u16,
                cache: self.asm.cache(),
            },
            Place::Name => Op::LoadName {
                name: self.asm.name(&name) as u16,
                cache: self.asm.cache(),
            },
            Place::NameOrFree => Op::LoadClassCell {
                name: self.asm.name(&name) as u16,
                slot: self.cell_slot(&name),
            },
        };
        self.asm.emit(op);
    }

    fn store_name(&mut self, name: &str) {
        let name = self.mangled(name);
        let op = match self.scopes.get(self.scope).place(&name) {
            Place::Local => Op::StoreFast(self.local_slot(&name).unwrap_or(0)),
            Place::Cell | Place::Free if self.kind != CodeKind::Class => {
                Op::StoreCell(self.cell_slot(&name))
            }
            Place::Global => Op::StoreGlobal(self.asm.name(&name)),
            _ => Op::StoreName(self.asm.name(&name)),
        };
        self.asm.emit(op);
    }

    fn delete_name(&mut self, name: &str) {
        let name = self.mangled(name);
        let op = match self.scopes.get(self.scope).place(&name) {
            Place::Local => Op::DeleteFast(self.local_slot(&name).unwrap_or(0)),
            Place::Cell | Place::Free if self.kind != CodeKind::Class => {
                Op::DeleteCell(self.cell_slot(&name))
            }
            Place::Global => Op::DeleteGlobal(self.asm.name(&name)),
            _ => Op::DeleteName(self.asm.name(&name)),
        };
        self.asm.emit(op);
    }
}

impl Params {
    fn count(&self) -> usize {
        (self.positional + self.keyword_only) as usize
            + usize::from(self.var_positional)
            + usize::from(self.var_keyword)
    }
}

/// The text that documents a body: its first statement, if that is a string.
fn doc_of(body: &[Stmt]) -> Option<&str> {
    match body.first()? {
        Stmt::Expr(expr) => match &*expr.value {
            ruff_python_ast::Expr::StringLiteral(text) => Some(text.value.to_str()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether names are annotated here, so that there is an `__annotations__`.
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::If(inner) => {
            has_annotations(&inner.body)
                || inner
                    .elif_else_clauses
                    .iter()
                    .any(|clause| has_annotations(&clause.body))
        }
        Stmt::For(inner) => has_annotations(&inner.body) || has_annotations(&inner.orelse),
        Stmt::While(inner) => has_annotations(&inner.body) || has_annotations(&inner.orelse),
        Stmt::With(inner) => has_annotations(&inner.body),
        Stmt::Try(inner) => has_annotations(&inner.body),
        _ => false,
    })
}
