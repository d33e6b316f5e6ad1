//! Conditions: jumps instead of values where only the truth is wanted.

use ruff_python_ast::{self as ast, BoolOp, CmpOp, Expr};
use ruff_text_size::Ranged;

use super::control::truth_of;
use super::{Compiled, Label, Unit};
use crate::lang::code::{CompareOp, Op};

impl<'a> Unit<'a> {
    /// Jumps to `target` if the truth of the expression is `when`; else goes on.
    pub fn jump_if(&mut self, expr: &'a Expr, target: Label, when: bool) -> Compiled {
        match expr {
            Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => {
                return self.jump_if(&unary.operand, target, !when);
            }
            Expr::BoolOp(both) => {
                // `a and b` is false as soon as one is; `a or b` is true as soon as one is.
                let shortcut = both.op == BoolOp::Or;
                let after = self.asm.label();
                let early = if shortcut == when { target } else { after };
                let Some((last, first)) = both.values.split_last() else {
                    return Ok(());
                };
                for value in first {
                    self.jump_if(value, early, shortcut)?;
                }
                self.jump_if(last, target, when)?;
                self.asm.place(after);
                return Ok(());
            }
            Expr::If(choice) => {
                let (otherwise, end) = (self.asm.label(), self.asm.label());
                self.jump_if(&choice.test, otherwise, false)?;
                self.jump_if(&choice.body, target, when)?;
                self.asm.emit(Op::Jump(end.0));
                self.asm.place(otherwise);
                self.jump_if(&choice.orelse, target, when)?;
                self.asm.place(end);
                return Ok(());
            }
            Expr::Compare(compare) if compare.ops.len() > 1 => {
                let cleanup = self.asm.label();
                self.compare_links(compare, cleanup)?;
                self.asm.emit(if when {
                    Op::JumpIfTrue(target.0)
                } else {
                    Op::JumpIfFalse(target.0)
                });
                let end = self.asm.label();
                self.asm.emit(Op::Jump(end.0));
                self.asm.place(cleanup);
                self.asm.emit(Op::Pop);
                if !when {
                    self.asm.emit(Op::Jump(target.0));
                }
                self.asm.place(end);
                return Ok(());
            }
            Expr::Compare(compare) if !when => {
                self.expression(&compare.left)?;
                self.expression(&compare.comparators[0])?;
                self.asm.at(expr.range());
                self.asm.emit(Op::CompareJump {
                    op: compare_op(compare.ops[0]),
                    target: target.0,
                });
                return Ok(());
            }
            _ => {}
        }
        if let Some(truth) = truth_of(expr) {
            self.asm.at(expr.range());
            self.asm.emit(if truth == when {
                Op::Jump(target.0)
            } else {
                Op::Nop
            });
            return Ok(());
        }
        self.expression(expr)?;
        self.asm.at(expr.range());
        self.asm.emit(if when {
            Op::JumpIfTrue(target.0)
        } else {
            Op::JumpIfFalse(target.0)
        });
        Ok(())
    }

    /// `a < b < c`: leaves the last comparison on the stack; an earlier one that is false jumps to `cleanup` with one
    /// operand left over.
    fn compare_links(&mut self, compare: &'a ast::ExprCompare, cleanup: Label) -> Compiled {
        self.expression(&compare.left)?;
        let last = compare.ops.len() - 1;
        for (index, (op, right)) in compare.ops.iter().zip(&*compare.comparators).enumerate() {
            self.expression(right)?;
            self.asm.at(compare.range());
            if index < last {
                self.asm.emit(Op::Swap(2));
                self.asm.emit(Op::Copy(2));
                self.asm.emit(Op::CompareJump {
                    op: compare_op(*op),
                    target: cleanup.0,
                });
            } else {
                self.asm.emit(Op::Compare(compare_op(*op)));
            }
        }
        Ok(())
    }

    pub fn compare(&mut self, compare: &'a ast::ExprCompare) -> Compiled {
        if compare.ops.len() == 1 {
            self.expression(&compare.left)?;
            self.expression(&compare.comparators[0])?;
            self.asm.at(compare.range());
            self.asm.emit(Op::Compare(compare_op(compare.ops[0])));
            return Ok(());
        }
        // The value of the first false comparison is the value of the chain.
        self.expression(&compare.left)?;
        let (cleanup, end) = (self.asm.label(), self.asm.label());
        let last = compare.ops.len() - 1;
        for (index, (op, right)) in compare.ops.iter().zip(&*compare.comparators).enumerate() {
            self.expression(right)?;
            self.asm.at(compare.range());
            if index < last {
                self.asm.emit(Op::Swap(2));
                self.asm.emit(Op::Copy(2));
                self.asm.emit(Op::Compare(compare_op(*op)));
                self.asm.emit(Op::JumpIfFalseOrPop(cleanup.0));
            } else {
                self.asm.emit(Op::Compare(compare_op(*op)));
            }
        }
        self.asm.emit(Op::Jump(end.0));
        self.asm.place(cleanup);
        self.asm.emit(Op::Swap(2));
        self.asm.emit(Op::Pop);
        self.asm.place(end);
        Ok(())
    }
}

pub fn compare_op(op: CmpOp) -> CompareOp {
    match op {
        CmpOp::Eq => CompareOp::Equal,
        CmpOp::NotEq => CompareOp::NotEqual,
        CmpOp::Lt => CompareOp::Less,
        CmpOp::LtE => CompareOp::LessEqual,
        CmpOp::Gt => CompareOp::Greater,
        CmpOp::GtE => CompareOp::GreaterEqual,
        CmpOp::Is => CompareOp::Is,
        CmpOp::IsNot => CompareOp::IsNot,
        CmpOp::In => CompareOp::In,
        CmpOp::NotIn => CompareOp::NotIn,
    }
}
