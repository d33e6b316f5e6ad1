//! Branches, loops, and try.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::{Block, Compiled, SyntaxError, Unit};
use crate::lang::code::Op;

impl<'a> Unit<'a> {
    pub fn if_statement(&mut self, branch: &'a ast::StmtIf) -> Compiled {
        let end = self.asm.label();
        let mut arms: Vec<(Option<&'a Expr>, &'a [Stmt])> =
            vec![(Some(&branch.test), &branch.body)];
        arms.extend(
            branch
                .elif_else_clauses
                .iter()
                .map(|clause| (clause.test.as_ref(), &*clause.body)),
        );
        let last = arms.len() - 1;
        for (index, (test, body)) in arms.into_iter().enumerate() {
            let next = self.asm.label();
            if let Some(test) = test {
                self.asm.at(test.range());
                self.jump_if(test, next, false)?;
            }
            self.statements(body)?;
            if index < last {
                self.jump_without_line(Op::Jump(end.0));
            }
            self.asm.place(next);
        }
        self.asm.place(end);
        Ok(())
    }

    /// A jump that belongs to the line before it.
    fn jump_without_line(&mut self, op: Op) {
        let place = self.asm.no_line();
        self.asm.emit(op);
        self.asm.back_to(place);
    }

    pub fn while_loop(&mut self, stmt: &'a ast::StmtWhile) -> Compiled {
        let (head, body, otherwise, end) = (
            self.asm.label(),
            self.asm.label(),
            self.asm.label(),
            self.asm.label(),
        );
        let forever = truth_of(&stmt.test);
        self.asm.place(head);
        match forever {
            Some(true) => self.asm.emit(Op::Nop),
            Some(false) => self.asm.emit(Op::Jump(otherwise.0)),
            None => self.jump_if(&stmt.test, otherwise, false)?,
        }
        self.asm.place(body);
        self.blocks.push(Block::Loop {
            head,
            end,
            is_for: false,
        });
        self.statements(&stmt.body)?;
        self.blocks.pop();
        // The test stands again at the end of the body, as CPython has it.
        self.asm.at(stmt.range());
        match forever {
            Some(_) => {
                self.asm.at(stmt.test.range());
                self.asm.emit(Op::JumpBack(body.0));
            }
            None => {
                self.jump_if(&stmt.test, otherwise, false)?;
                self.asm.at(stmt.test.range());
                self.asm.emit(Op::JumpBack(body.0));
            }
        }
        self.asm.place(otherwise);
        self.statements(&stmt.orelse)?;
        self.asm.place(end);
        Ok(())
    }

    pub fn for_loop(&mut self, stmt: &'a ast::StmtFor) -> Compiled {
        let (head, otherwise, end) = (self.asm.label(), self.asm.label(), self.asm.label());
        self.expression(&stmt.iter)?;
        // As in CPython, what goes wrong while iterating is marked at the whole statement.
        self.asm.at(stmt.range());
        self.asm.emit(Op::GetIter);
        self.asm.place(head);
        self.blocks.push(Block::Loop {
            head,
            end,
            is_for: true,
        });
        self.asm.emit(Op::ForIter(otherwise.0));
        self.asm.at(stmt.target.range());
        self.store(&stmt.target)?;
        self.statements(&stmt.body)?;
        self.blocks.pop();
        self.jump_without_line(Op::JumpBack(head.0));
        self.asm.place(otherwise);
        self.statements(&stmt.orelse)?;
        self.asm.place(end);
        Ok(())
    }

    pub fn try_statement(&mut self, stmt: &'a ast::StmtTry) -> Compiled {
        if stmt.is_star {
            return Err(SyntaxError::new(
                "except* is not available in Kindling",
                stmt.range(),
            ));
        }
        if stmt.finalbody.is_empty() {
            self.try_except(stmt)
        } else {
            self.try_finally(stmt)
        }
    }

    fn try_finally(&mut self, stmt: &'a ast::StmtTry) -> Compiled {
        let (failed, cleanup, end) = (self.asm.label(), self.asm.label(), self.asm.label());
        self.asm.emit(Op::Nop);
        let depth = self.asm.guard(failed);
        self.blocks.push(Block::Finally {
            body: &stmt.finalbody,
        });
        if stmt.handlers.is_empty() {
            self.statements(&stmt.body)?
        } else {
            self.try_except(stmt)?
        }
        self.blocks.pop();
        self.asm.end_guard();
        self.statements(&stmt.finalbody)?;
        self.jump_without_line(Op::Jump(end.0));
        self.asm.place_handler(failed, depth);
        let place = self.asm.no_line();
        self.asm.emit(Op::PushHandled);
        self.asm.back_to(place);
        self.blocks.push(Block::HandlingFinally);
        // An exception in the finally part itself replaces the one being handled.
        self.asm.depth -= 1;
        self.asm.guard(cleanup);
        self.asm.depth += 1;
        self.statements(&stmt.finalbody)?;
        self.blocks.pop();
        self.asm.end_guard();
        self.asm.no_line();
        self.asm.emit(Op::Swap(2));
        self.asm.emit(Op::PopHandled);
        self.asm.emit(Op::Reraise);
        self.cleanup(cleanup, depth + 1);
        self.asm.place(end);
        Ok(())
    }

    /// Where an exception in a handler arrives: what was handled before is being handled again, and it goes on up.
    pub fn cleanup(&mut self, label: super::Label, depth: u32) {
        self.asm.place_handler(label, depth);
        self.asm.no_line();
        self.asm.emit(Op::Swap(2));
        self.asm.emit(Op::PopHandled);
        self.asm.emit(Op::Reraise);
    }

    fn try_except(&mut self, stmt: &'a ast::StmtTry) -> Compiled {
        let (failed, cleanup, end) = (self.asm.label(), self.asm.label(), self.asm.label());
        self.asm.at(stmt.range());
        self.asm.emit(Op::Nop);
        let depth = self.asm.guard(failed);
        self.blocks.push(Block::Guarded);
        self.statements(&stmt.body)?;
        self.blocks.pop();
        self.asm.end_guard();
        self.statements(&stmt.orelse)?;
        self.jump_without_line(Op::Jump(end.0));
        self.asm.place_handler(failed, depth);
        self.asm.no_line();
        self.asm.emit(Op::PushHandled);
        // Below the exception now lies what was being handled.
        self.asm.depth -= 1;
        self.asm.guard(cleanup);
        self.asm.depth += 1;
        let count = stmt.handlers.len();
        for (index, handler) in stmt.handlers.iter().enumerate() {
            let ast::ExceptHandler::ExceptHandler(handler) = handler;
            let next = self.asm.label();
            self.asm.at(handler.range());
            if let Some(kind) = &handler.type_ {
                if let Expr::Tuple(kinds) = &**kind
                    && !kinds.parenthesized
                {
                    return Err(SyntaxError::new(
                        "multiple exception types must be parenthesized",
                        kind.range(),
                    ));
                }
                self.expression(kind)?;
                self.asm.at(handler.range());
                self.asm.emit(Op::JumpIfNoMatch(next.0));
            } else if index + 1 < count {
                return Err(SyntaxError::new(
                    "default 'except:' must be last",
                    handler.range(),
                ));
            }
            match &handler.name {
                None => {
                    self.asm.emit(Op::Pop);
                    self.blocks.push(Block::Handling { name: None });
                    self.statements(&handler.body)?;
                    self.blocks.pop();
                }
                Some(name) => {
                    let unbind = self.asm.label();
                    self.store_name(name);
                    let unbind_depth = self.asm.guard(unbind);
                    self.blocks.push(Block::Guarded);
                    self.blocks.push(Block::Handling {
                        name: Some(name.to_string()),
                    });
                    // The guard comes off before the name does.
                    let last = self.blocks.len();
                    self.blocks.swap(last - 2, last - 1);
                    self.statements(&handler.body)?;
                    self.blocks.pop();
                    self.blocks.pop();
                    self.asm.end_guard();
                    self.asm.no_line();
                    self.unbind(name);
                    let after = (self.asm.is_dead(), self.asm.label());
                    if !after.0 {
                        self.asm.emit(Op::Jump(after.1.0));
                    }
                    self.asm.place_handler(unbind, unbind_depth);
                    self.unbind(name);
                    self.asm.emit(Op::Reraise);
                    self.asm.place(after.1);
                }
            }
            self.asm.end_guard();
            self.asm.no_line();
            self.asm.emit(Op::PopHandled);
            self.asm.emit(Op::Jump(end.0));
            self.asm.depth = depth + 1;
            self.asm.guard(cleanup);
            self.asm.place(next);
        }
        self.asm.no_line();
        self.asm.emit(Op::Reraise);
        self.asm.end_guard();
        self.cleanup(cleanup, depth + 1);
        self.asm.place(end);
        Ok(())
    }

    /// `name = None; del name`, so that it is gone whether or not the body deleted it.
    pub fn unbind(&mut self, name: &str) {
        self.asm.emit(Op::None);
        self.store_name(name);
        self.delete_name(name);
    }

    /// Emits what has to happen before control leaves the blocks `from..to`, counted from the inside. `keeps` says
    /// that a return value is on top. True if program code ran on the way: what follows has no line of its own.
    pub fn leave_blocks(&mut self, from: usize, to: usize, keeps: bool) -> Compiled<bool> {
        let mut ran = false;
        let saved = self.blocks.clone();
        let mut suspended = Vec::new();
        let mut index = from;
        while index > to {
            index -= 1;
            let block = saved[index].clone();
            self.blocks.truncate(index);
            match block {
                Block::Loop { is_for: true, .. } => self.drop_below(1, keeps),
                Block::Loop { .. } => {}
                Block::Values(count) => self.drop_below(count, keeps),
                Block::Guarded => suspended.push(self.asm.suspend_guard()),
                Block::Finally { body } => {
                    suspended.push(self.asm.suspend_guard());
                    if keeps {
                        self.blocks.push(Block::Values(1));
                    }
                    let depth = self.asm.depth;
                    self.statements(body)?;
                    self.asm.depth = depth;
                    ran = true;
                }
                Block::HandlingFinally => {
                    suspended.push(self.asm.suspend_guard());
                    self.drop_below(1, keeps);
                    self.pop_handled_below(keeps);
                }
                Block::Handling { name } => {
                    suspended.push(self.asm.suspend_guard());
                    self.pop_handled_below(keeps);
                    if let Some(name) = name {
                        self.unbind(&name);
                    }
                }
                Block::With { range } => {
                    suspended.push(self.asm.suspend_guard());
                    self.asm.at(range);
                    ran = true;
                    if keeps {
                        self.asm.emit(Op::Swap(2));
                    }
                    self.call_exit_with_nones();
                    self.asm.emit(Op::Pop);
                }
            }
        }
        for guard in suspended.into_iter().rev() {
            self.asm.resume_guard(guard);
        }
        self.blocks = saved;
        Ok(ran)
    }

    fn drop_below(&mut self, count: u32, keeps: bool) {
        for _ in 0..count {
            if keeps {
                self.asm.emit(Op::Swap(2));
            }
            self.asm.emit(Op::Pop);
        }
    }

    fn pop_handled_below(&mut self, keeps: bool) {
        if keeps {
            self.asm.emit(Op::Swap(2));
        }
        self.asm.emit(Op::PopHandled);
    }
}

/// The truth of a constant.
pub fn truth_of(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::BooleanLiteral(literal) => Some(literal.value),
        Expr::NoneLiteral(_) => Some(false),
        Expr::NumberLiteral(literal) => match &literal.value {
            ast::Number::Int(int) => int.as_i64().map(|int| int != 0),
            ast::Number::Float(float) => Some(*float != 0.0),
            ast::Number::Complex { .. } => None,
        },
        _ => None,
    }
}
