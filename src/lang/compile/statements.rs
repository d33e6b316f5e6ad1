//! Statements.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::{Block, Compiled, SyntaxError, Unit};
use crate::lang::Value;
use crate::lang::code::{CodeKind, Op};
use crate::lang::objects::intern;

impl<'a> Unit<'a> {
    pub fn statements(&mut self, body: &'a [Stmt]) -> Compiled {
        let depth = self.asm.depth;
        body.iter().try_for_each(|stmt| {
            self.statement(stmt)?;
            // A jump out of a loop took off what the statements behind it don't know of.
            debug_assert!(self.asm.is_dead() || self.asm.depth == depth);
            self.asm.depth = depth;
            Ok(())
        })
    }

    pub fn statement(&mut self, stmt: &'a Stmt) -> Compiled {
        self.asm.at(stmt.range());
        match stmt {
            Stmt::Expr(expr) => {
                if is_constant(&expr.value) {
                    self.asm.emit(Op::Nop);
                } else {
                    self.expression(&expr.value)?;
                    self.asm.emit(Op::Pop);
                }
            }
            Stmt::Assign(assign) => {
                if let Some(Expr::Starred(lone)) = assign.targets.first() {
                    return Err(SyntaxError::new(
                        "starred assignment target must be in a list or tuple",
                        lone.range(),
                    ));
                }
                self.expression(&assign.value)?;
                for (index, target) in assign.targets.iter().enumerate() {
                    if index + 1 < assign.targets.len() {
                        self.asm.emit(Op::Copy(1));
                    }
                    self.store(target)?;
                }
            }
            Stmt::AugAssign(assign) => self.augmented(assign)?,
            Stmt::AnnAssign(assign) => self.annotated(assign)?,
            Stmt::Return(ret) => self.return_statement(ret)?,
            Stmt::Delete(delete) => {
                for target in &delete.targets {
                    self.delete(target)?;
                }
            }
            Stmt::If(branch) => self.if_statement(branch)?,
            Stmt::While(while_loop) => self.while_loop(while_loop)?,
            Stmt::For(for_loop) => self.for_loop(for_loop)?,
            Stmt::Try(guarded) => self.try_statement(guarded)?,
            Stmt::With(with) => self.with_items(with.range(), &with.items, &with.body)?,
            Stmt::Match(matching) => self.match_statement(matching)?,
            Stmt::Raise(raise) => {
                let mut count = 0;
                for part in [&raise.exc, &raise.cause].into_iter().flatten() {
                    self.expression(part)?;
                    count += 1;
                }
                self.asm.at(stmt.range());
                self.asm.emit(Op::Raise(count));
            }
            Stmt::Assert(assert) => self.assert(assert)?,
            Stmt::FunctionDef(function) => self.function_statement(function)?,
            Stmt::ClassDef(class) => self.class_statement(class)?,
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import)?,
            Stmt::Global(_) | Stmt::Nonlocal(_) => {}
            Stmt::Pass(_) => self.asm.emit(Op::Nop),
            Stmt::Break(_) => self.leave_loop(stmt, true)?,
            Stmt::Continue(_) => self.leave_loop(stmt, false)?,
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => {
                return Err(SyntaxError::new("invalid syntax", stmt.range()));
            }
        }
        Ok(())
    }

    fn return_statement(&mut self, ret: &'a ast::StmtReturn) -> Compiled {
        if !matches!(self.kind, CodeKind::Function | CodeKind::Lambda) {
            return Err(SyntaxError::new("'return' outside function", ret.range()));
        }
        let keeps = ret
            .value
            .as_deref()
            .is_some_and(|value| !is_constant(value));
        match &ret.value {
            Some(value) if keeps => {
                self.expression(value)?;
                self.asm.at(ret.range());
            }
            // The value's line comes before what leaving the blocks runs.
            Some(value) => {
                self.asm.at(value.range());
                self.asm.emit(Op::Nop);
            }
            None => self.asm.emit(Op::Nop),
        }
        let left = self.leave_blocks(self.blocks.len(), 0, keeps)?;
        if left {
            self.asm.no_line();
        }
        if !keeps {
            match ret
                .value
                .as_deref()
                .and_then(super::expressions::constant_of)
            {
                Some(value) => self.constant(value),
                None => self.asm.emit(Op::None),
            }
        }
        self.asm.emit(Op::Return);
        Ok(())
    }

    fn leave_loop(&mut self, stmt: &'a Stmt, is_break: bool) -> Compiled {
        let found = self
            .blocks
            .iter()
            .rposition(|block| matches!(block, Block::Loop { .. }));
        let Some(index) = found else {
            let words = if is_break {
                "'break' outside loop"
            } else {
                "'continue' not properly in loop"
            };
            return Err(SyntaxError::new(words, stmt.range()));
        };
        let Block::Loop { head, end, is_for } = self.blocks[index] else {
            return Ok(());
        };
        self.asm.emit(Op::Nop);
        if self.leave_blocks(self.blocks.len(), index + 1, false)? {
            self.asm.no_line();
        }
        if is_break {
            if is_for {
                self.asm.emit(Op::Pop);
            }
            self.asm.emit(Op::Jump(end.0));
        } else {
            self.asm.emit(Op::JumpBack(head.0));
        }
        Ok(())
    }

    fn assert(&mut self, assert: &'a ast::StmtAssert) -> Compiled {
        let end = self.asm.label();
        self.jump_if(&assert.test, end, true)?;
        self.asm.at(assert.range());
        self.asm.emit(Op::LoadAssertionError);
        if let Some(message) = &assert.msg {
            self.expression(message)?;
            self.asm.at(assert.range());
            self.asm.emit(Op::Call(1));
        }
        self.asm.at(assert.test.range());
        self.asm.emit(Op::Raise(1));
        self.asm.place(end);
        Ok(())
    }

    fn import(&mut self, import: &'a ast::StmtImport) {
        for alias in &import.names {
            self.constant(Value::Int(0));
            self.asm.emit(Op::None);
            let name = self.asm.name(&alias.name);
            self.asm.emit(Op::ImportName(name));
            match &alias.asname {
                None => self.store_name(alias.name.split('.').next().unwrap_or_default()),
                Some(asname) => {
                    // `import a.b as c` binds b.
                    for part in alias.name.split('.').skip(1) {
                        let part = self.asm.name(part);
                        self.asm.emit(Op::ImportFrom(part));
                        self.asm.emit(Op::Swap(2));
                        self.asm.emit(Op::Pop);
                    }
                    self.store_name(asname);
                }
            }
        }
    }

    fn import_from(&mut self, import: &'a ast::StmtImportFrom) -> Compiled {
        let module = import.module.as_ref().map_or("", |module| module.as_str());
        if module == "__future__" {
            self.asm.emit(Op::Nop);
            return Ok(());
        }
        self.constant(Value::Int(i64::from(import.level)));
        let names = import
            .names
            .iter()
            .map(|alias| Value::Str(intern(&alias.name)));
        self.constant(Value::tuple(names));
        let module = self.asm.name(module);
        self.asm.emit(Op::ImportName(module));
        if import.names.len() == 1 && import.names[0].name.as_str() == "*" {
            if self.kind != CodeKind::Module && self.kind != CodeKind::Snippet {
                return Err(SyntaxError::new(
                    "import * only allowed at module level",
                    TextRange::empty(import.end()),
                ));
            }
            self.asm.emit(Op::ImportStar);
            return Ok(());
        }
        for alias in &import.names {
            let name = self.asm.name(&alias.name);
            self.asm.emit(Op::ImportFrom(name));
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name));
        }
        self.asm.emit(Op::Pop);
        Ok(())
    }
}

/// An expression whose value is known and whose evaluation does nothing.
pub fn is_constant(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
    )
}
