//! Targets: what stands left of `=`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::expressions::binary_op;
use super::{CodeKind, Compiled, SyntaxError, Unit};
use crate::lang::Value;
use crate::lang::code::Op;
use crate::lang::objects::intern;

impl<'a> Unit<'a> {
    /// Pops the value on top into a target.
    pub fn store(&mut self, target: &'a Expr) -> Compiled {
        let place = self.asm.at(target.range());
        match target {
            Expr::Name(name) => self.store_name(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                self.store_attribute(attribute);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.asm.emit(Op::StoreSubscript);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                self.unpack(elts)?
            }
            Expr::Starred(starred) => self.store(&starred.value)?,
            _ => {
                return Err(SyntaxError::new(
                    "cannot assign to expression",
                    target.range(),
                ));
            }
        }
        self.asm.back_to(place);
        Ok(())
    }

    fn store_attribute(&mut self, attribute: &ast::ExprAttribute) {
        let name = self.mangled(&attribute.attr);
        let (name, cache) = (self.asm.name(&name) as u16, self.asm.cache());
        self.asm.emit(Op::StoreAttr { name, cache });
    }

    fn unpack(&mut self, targets: &'a [Expr]) -> Compiled {
        let stars: Vec<usize> = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| matches!(target, Expr::Starred(_)))
            .map(|(at, _)| at)
            .collect();
        match stars[..] {
            [] => self.asm.emit(Op::UnpackSequence(targets.len() as u32)),
            [star] => self.asm.emit(Op::UnpackStar {
                before: star as u16,
                after: (targets.len() - star - 1) as u32,
            }),
            [_, _, ..] => {
                let whole = targets[0].range().cover(targets[targets.len() - 1].range());
                return Err(SyntaxError::new(
                    "multiple starred expressions in assignment",
                    whole,
                ));
            }
        }
        targets.iter().try_for_each(|target| self.store(target))
    }

    pub fn augmented(&mut self, assign: &'a ast::StmtAugAssign) -> Compiled {
        let op = Op::InPlace(binary_op(assign.op));
        match &*assign.target {
            Expr::Name(name) => {
                if let Some(op) = self.quick_augmented(assign) {
                    self.asm.at(assign.range());
                    self.asm.emit(op);
                    self.asm.at(assign.target.range());
                    self.store_name(&name.id);
                    return Ok(());
                }
                self.asm.at(assign.target.range());
                self.load_name(&name.id);
                self.expression(&assign.value)?;
                self.asm.at(assign.range());
                self.asm.emit(op);
                self.asm.at(assign.target.range());
                self.store_name(&name.id);
            }
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                self.asm.at(attribute.range());
                self.asm.emit(Op::Copy(1));
                let name = self.mangled(&attribute.attr);
                let (name, cache) = (self.asm.name(&name) as u16, self.asm.cache());
                self.asm.emit(Op::LoadAttr { name, cache });
                self.expression(&assign.value)?;
                self.asm.at(assign.range());
                self.asm.emit(op);
                self.asm.at(attribute.range());
                self.asm.emit(Op::Swap(2));
                self.store_attribute(attribute);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.asm.at(subscript.range());
                self.asm.emit(Op::Copy(2));
                self.asm.emit(Op::Copy(2));
                self.asm.emit(Op::Subscript);
                self.expression(&assign.value)?;
                self.asm.at(assign.range());
                self.asm.emit(op);
                self.asm.at(subscript.range());
                self.asm.emit(Op::Swap(3));
                self.asm.emit(Op::Swap(2));
                self.asm.emit(Op::StoreSubscript);
            }
            target => {
                return Err(SyntaxError::new(
                    "illegal expression for augmented assignment",
                    target.range(),
                ));
            }
        }
        Ok(())
    }

    /// `local op= local` and `local op= number` on one line are one op.
    fn quick_augmented(&mut self, assign: &'a ast::StmtAugAssign) -> Option<Op> {
        let left = self.plain_local(&assign.target)? as u16;
        let op = binary_op(assign.op);
        let lines = [assign.target.range(), assign.value.range()]
            .map(|range| self.asm.line_of(range.start().to_u32()));
        if lines[0] != lines[1] {
            return None;
        }
        if let Some(right) = self.plain_local(&assign.value) {
            return Some(Op::InPlaceFast { op, left, right });
        }
        let constant = super::expressions::constant_of(&assign.value)
            .filter(|value| matches!(value, Value::Int(_) | Value::Float(_)))?;
        let right = self.asm.constant(constant);
        Some(Op::InPlaceFastConst { op, left, right })
    }

    pub fn annotated(&mut self, assign: &'a ast::StmtAnnAssign) -> Compiled {
        if let Some(value) = &assign.value {
            self.expression(value)?;
            self.store(&assign.target)?;
        }
        if let (Expr::Name(name), true) = (&*assign.target, assign.simple)
            && matches!(self.kind, CodeKind::Module | CodeKind::Class)
        {
            self.asm.at(assign.range());
            self.annotation(&assign.annotation)?;
            self.load_name("__annotations__");
            let name = self.mangled(&name.id);
            self.constant(Value::Str(intern(&name)));
            self.asm.emit(Op::StoreSubscript);
        } else if assign.value.is_none() {
            self.asm.emit(Op::Nop);
        }
        Ok(())
    }

    pub fn delete(&mut self, target: &'a Expr) -> Compiled {
        let place = self.asm.at(target.range());
        match target {
            Expr::Name(name) => self.delete_name(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.mangled(&attribute.attr);
                let name = self.asm.name(&name);
                self.asm.emit(Op::DeleteAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.asm.emit(Op::DeleteSubscript);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                for element in elts {
                    self.delete(element)?;
                }
            }
            _ => return Err(SyntaxError::new("cannot delete expression", target.range())),
        }
        self.asm.back_to(place);
        Ok(())
    }
}
