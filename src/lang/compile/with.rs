//! `with`.

use ruff_python_ast::{Stmt, WithItem};
use ruff_text_size::TextRange;

use super::{Block, Compiled, Unit};
use crate::lang::code::Op;

impl<'a> Unit<'a> {
    /// Each item guards the items after it and the body.
    pub fn with_items(
        &mut self,
        range: TextRange,
        items: &'a [WithItem],
        body: &'a [Stmt],
    ) -> Compiled {
        let Some((item, rest)) = items.split_first() else {
            return self.statements(body);
        };
        let (failed, suppressed, cleanup, end) = (
            self.asm.label(),
            self.asm.label(),
            self.asm.label(),
            self.asm.label(),
        );
        let place = ruff_text_size::Ranged::range(&item.context_expr);
        self.expression(&item.context_expr)?;
        self.asm.at(place);
        self.asm.on_line_of(range.start().to_u32());
        self.asm.emit(Op::BeforeWith);
        self.asm.depth -= 1;
        let depth = self.asm.guard(failed);
        self.asm.depth += 1;
        self.blocks.push(Block::With { range });
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.asm.emit(Op::Pop),
        }
        self.with_items(range, rest, body)?;
        self.blocks.pop();
        self.asm.end_guard();
        self.asm.at(range);
        self.call_exit_with_nones();
        self.asm.emit(Op::Pop);
        self.asm.emit(Op::Jump(end.0));

        self.asm.place_handler(failed, depth);
        self.asm.at(range);
        self.asm.emit(Op::PushHandled);
        self.asm.depth -= 1;
        self.asm.guard(cleanup);
        self.asm.depth += 1;
        self.asm.emit(Op::WithExit);
        self.asm.emit(Op::JumpIfTrue(suppressed.0));
        self.asm.emit(Op::Reraise);
        self.asm.end_guard();
        self.cleanup(cleanup, depth + 1);
        self.asm.place(suppressed);
        self.asm.no_line();
        self.asm.emit(Op::Pop);
        self.asm.emit(Op::PopHandled);
        self.asm.emit(Op::Pop);
        self.asm.place(end);
        Ok(())
    }

    /// The exit function is on top; its result replaces it.
    pub fn call_exit_with_nones(&mut self) {
        for _ in 0..3 {
            self.asm.emit(Op::None);
        }
        self.asm.emit(Op::Call(3));
    }
}
