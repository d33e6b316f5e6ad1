//! Expressions that leave a value on the stack.

use std::rc::Rc;

use ruff_python_ast::{self as ast, BoolOp, Expr, Number, Operator, UnaryOp as AstUnary};
use ruff_text_size::Ranged;

use super::{Compiled, SyntaxError, Unit};
use crate::lang::Value;
use crate::lang::code::{BinaryOp, Op, UnaryOp};
use crate::lang::objects::{Complex, intern};
use crate::lang::text;

impl<'a> Unit<'a> {
    pub fn expression(&mut self, expr: &'a Expr) -> Compiled {
        let place = self.asm.at(expr.range());
        let result = self.value_of(expr);
        self.asm.back_to(place);
        result
    }

    fn value_of(&mut self, expr: &'a Expr) -> Compiled {
        if let Some(value) = constant_of(expr) {
            self.constant(value);
            return Ok(());
        }
        match expr {
            Expr::Name(name) => self.load_name(&name.id),
            Expr::BinOp(binary) => self.binary(binary)?,
            Expr::UnaryOp(unary) => {
                self.expression(&unary.operand)?;
                self.asm.emit(match unary.op {
                    AstUnary::Not => Op::Not,
                    AstUnary::USub => Op::Unary(UnaryOp::Negative),
                    AstUnary::UAdd => Op::Unary(UnaryOp::Positive),
                    AstUnary::Invert => Op::Unary(UnaryOp::Invert),
                });
            }
            Expr::BoolOp(both) => {
                let end = self.asm.label();
                let Some((last, first)) = both.values.split_last() else {
                    return Ok(());
                };
                for value in first {
                    self.expression(value)?;
                    self.asm.at(expr.range());
                    self.asm.emit(if both.op == BoolOp::And {
                        Op::JumpIfFalseOrPop(end.0)
                    } else {
                        Op::JumpIfTrueOrPop(end.0)
                    });
                }
                self.expression(last)?;
                self.asm.place(end);
            }
            Expr::Compare(compare) => self.compare(compare)?,
            Expr::If(choice) => {
                let (otherwise, end) = (self.asm.label(), self.asm.label());
                self.jump_if(&choice.test, otherwise, false)?;
                self.expression(&choice.body)?;
                self.asm.emit(Op::Jump(end.0));
                self.asm.place(otherwise);
                self.expression(&choice.orelse)?;
                self.asm.place(end);
            }
            Expr::Attribute(attribute) => self.attribute(attribute)?,
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.asm.at(expr.range());
                self.asm.emit(Op::Subscript);
            }
            Expr::Slice(slice) => {
                let mut count = 2;
                for part in [&slice.lower, &slice.upper] {
                    match part {
                        Some(part) => self.expression(part)?,
                        None => self.asm.emit(Op::None),
                    }
                }
                if let Some(step) = &slice.step {
                    self.expression(step)?;
                    count = 3;
                }
                self.asm.emit(Op::BuildSlice(count));
            }
            Expr::Call(call) => self.call(call)?,
            Expr::Tuple(tuple) => {
                if self.sequence(&tuple.elts, Op::BuildTuple)? {
                    self.asm.emit(Op::ListToTuple);
                }
            }
            Expr::List(list)
                if list.elts.len() > 2
                    && list
                        .elts
                        .iter()
                        .all(|element| constant_of(element).is_some()) =>
            {
                // As CPython has it: one constant, and no events for the lines of its elements.
                self.asm.emit(Op::BuildList(0));
                self.constant(Value::tuple(list.elts.iter().filter_map(constant_of)));
                self.asm.emit(Op::ListExtend(1));
            }
            Expr::List(list) => {
                self.sequence(&list.elts, Op::BuildList)?;
            }
            Expr::Set(set) => self.set(&set.elts)?,
            Expr::Dict(dict) => self.dict(dict)?,
            Expr::FString(string) => self.f_string(string)?,
            Expr::Lambda(lambda) => self.lambda(lambda)?,
            Expr::ListComp(comp) => {
                self.comprehension(expr, "<listcomp>", &comp.generators, &[&comp.elt])?
            }
            Expr::SetComp(comp) => {
                self.comprehension(expr, "<setcomp>", &comp.generators, &[&comp.elt])?
            }
            Expr::Generator(comp) => {
                self.comprehension(expr, "<genexpr>", &comp.generators, &[&comp.elt])?
            }
            Expr::DictComp(comp) => match &comp.key {
                Some(key) => {
                    self.comprehension(expr, "<dictcomp>", &comp.generators, &[key, &comp.value])?
                }
                None => {
                    return Err(SyntaxError::new(
                        "dict unpacking cannot be used in dict comprehension",
                        expr.range(),
                    ));
                }
            },
            Expr::Named(named) => {
                self.expression(&named.value)?;
                self.asm.emit(Op::Copy(1));
                self.store(&named.target)?;
            }
            Expr::Yield(inner) => {
                match &inner.value {
                    Some(value) => self.expression(value)?,
                    None => self.asm.emit(Op::None),
                }
                self.asm.emit(Op::Yield);
            }
            Expr::YieldFrom(inner) => {
                self.expression(&inner.value)?;
                self.asm.emit(Op::GetYieldFromIter);
                self.asm.emit(Op::None);
                self.asm.emit(Op::YieldFrom);
            }
            Expr::Starred(_) => {
                return Err(SyntaxError::new(
                    "can't use starred expression here",
                    expr.range(),
                ));
            }
            Expr::Await(_) | Expr::TString(_) | Expr::IpyEscapeCommand(_) => {
                return Err(SyntaxError::new("invalid syntax", expr.range()));
            }
            Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => {}
        }
        Ok(())
    }

    fn binary(&mut self, binary: &'a ast::ExprBinOp) -> Compiled {
        let op = binary_op(binary.op);
        let one_line = self.asm.line_of(binary.left.range().start().to_u32())
            == self.asm.line_of(binary.right.range().start().to_u32());
        let left = self.plain_local(&binary.left);
        let right = self.plain_local(&binary.right);
        let constant = constant_of(&binary.right)
            .filter(|value| matches!(value, Value::Int(_) | Value::Float(_)));
        match (left, right, constant) {
            (Some(left), Some(right), _) if one_line => self.asm.emit(Op::BinaryFast {
                op,
                left: left as u16,
                right,
            }),
            (Some(left), None, Some(constant)) if one_line => {
                let right = self.asm.constant(constant);
                self.asm.emit(Op::BinaryFastConst {
                    op,
                    left: left as u16,
                    right,
                });
            }
            (None, Some(right), _) if one_line => {
                self.expression(&binary.left)?;
                self.asm.at(binary.range());
                self.asm.emit(Op::BinaryWithFast { op, right });
            }
            (None, None, Some(constant)) if one_line => {
                self.expression(&binary.left)?;
                self.asm.at(binary.range());
                let right = self.asm.constant(constant);
                self.asm.emit(Op::BinaryConst { op, right });
            }
            _ => {
                self.expression(&binary.left)?;
                self.expression(&binary.right)?;
                self.asm.at(binary.range());
                self.asm.emit(Op::Binary(op));
            }
        }
        Ok(())
    }

    /// The slot of a name that is a local here.
    pub fn plain_local(&self, expr: &Expr) -> Option<u32> {
        let Expr::Name(name) = expr else { return None };
        let name = self.mangled(&name.id);
        (self.scopes.get(self.scope).place(&name) == super::Place::Local)
            .then(|| self.local_slot(&name))
            .flatten()
            .filter(|&slot| slot < 0xffff)
    }

    fn attribute(&mut self, attribute: &'a ast::ExprAttribute) -> Compiled {
        let mangled = self.mangled(&attribute.attr);
        let one_line = self.asm.line_of(attribute.range().start().to_u32())
            == self.asm.line_of(attribute.attr.range().start().to_u32());
        if let Some(local) = self
            .plain_local(&attribute.value)
            .filter(|&local| local < 256 && one_line)
        {
            let (name, cache) = (self.asm.name(&mangled) as u16, self.asm.cache());
            self.asm.emit(Op::LoadFastAttr {
                local: local as u8,
                name,
                cache,
            });
            return Ok(());
        }
        self.expression(&attribute.value)?;
        self.asm.at(attribute.range());
        if !one_line {
            self.asm.on_line_of(attribute.attr.range().start().to_u32());
        }
        let (name, cache) = (self.asm.name(&mangled) as u16, self.asm.cache());
        self.asm.emit(Op::LoadAttr { name, cache });
        Ok(())
    }

    /// Elements of a list or tuple. True if they are a list on the stack because some are starred.
    pub fn sequence(&mut self, elements: &'a [Expr], build: fn(u32) -> Op) -> Compiled<bool> {
        if !elements
            .iter()
            .any(|element| matches!(element, Expr::Starred(_)))
        {
            for element in elements {
                self.expression(element)?;
            }
            self.asm.emit(build(elements.len() as u32));
            return Ok(false);
        }
        self.asm.emit(Op::BuildList(0));
        for element in elements {
            match element {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.asm.emit(Op::ListExtend(1));
                }
                _ => {
                    self.expression(element)?;
                    self.asm.emit(Op::ListAppend(1));
                }
            }
        }
        Ok(true)
    }

    fn set(&mut self, elements: &'a [Expr]) -> Compiled {
        if !elements
            .iter()
            .any(|element| matches!(element, Expr::Starred(_)))
        {
            for element in elements {
                self.expression(element)?;
            }
            self.asm.emit(Op::BuildSet(elements.len() as u32));
            return Ok(());
        }
        self.asm.emit(Op::BuildSet(0));
        for element in elements {
            match element {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.asm.emit(Op::SetUpdate(1));
                }
                _ => {
                    self.expression(element)?;
                    self.asm.emit(Op::SetAdd(1));
                }
            }
        }
        Ok(())
    }

    fn dict(&mut self, dict: &'a ast::ExprDict) -> Compiled {
        if dict.items.len() <= 64 && dict.items.iter().all(|item| item.key.is_some()) {
            for item in &dict.items {
                if let Some(key) = &item.key {
                    self.expression(key)?;
                }
                self.expression(&item.value)?;
            }
            self.asm.emit(Op::BuildDict(dict.items.len() as u32));
            return Ok(());
        }
        self.asm.emit(Op::BuildDict(0));
        for item in &dict.items {
            match &item.key {
                Some(key) => {
                    self.expression(key)?;
                    self.expression(&item.value)?;
                    self.asm.emit(Op::DictAdd(1));
                }
                None => {
                    self.expression(&item.value)?;
                    self.asm.emit(Op::DictUpdate(1));
                }
            }
        }
        Ok(())
    }
}

/// The value of an expression that is known when it is compiled.
pub fn constant_of(expr: &Expr) -> Option<Value> {
    Some(match expr {
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(int) => match int.as_i64() {
                Some(small) => Value::Int(small),
                None => match text::int::parse(&int.to_string(), 0).ok()? {
                    text::int::Parsed::Small(small) => Value::Int(small),
                    text::int::Parsed::Big(big) => Value::big(big),
                },
            },
            Number::Float(float) => Value::Float(*float),
            Number::Complex { real, imag } => Value::Complex(Rc::new(Complex {
                real: *real,
                imag: *imag,
            })),
        },
        Expr::StringLiteral(literal) => {
            let content = literal.value.to_str();
            if content.len() <= 64 {
                Value::Str(intern(content))
            } else {
                Value::str(content)
            }
        }
        Expr::BytesLiteral(literal) => Value::bytes(literal.value.bytes().collect::<Vec<u8>>()),
        Expr::BooleanLiteral(literal) => Value::Bool(literal.value),
        Expr::NoneLiteral(_) => Value::None,
        Expr::EllipsisLiteral(_) => Value::Ellipsis,
        Expr::UnaryOp(unary) if unary.op == AstUnary::USub => match constant_of(&unary.operand)? {
            Value::Int(int) => Value::Int(int.checked_neg()?),
            Value::Float(float) => Value::Float(-float),
            _ => return None,
        },
        Expr::Tuple(tuple) => Value::tuple(
            tuple
                .elts
                .iter()
                .map(constant_of)
                .collect::<Option<Vec<_>>>()?,
        ),
        Expr::BinOp(binary) => folded(
            binary.op,
            constant_of(&binary.left)?,
            constant_of(&binary.right)?,
        )?,
        _ => return None,
    })
}

/// Arithmetic on small constants that cannot fail.
fn folded(op: Operator, left: Value, right: Value) -> Option<Value> {
    Some(match (op, left, right) {
        (Operator::Add, Value::Int(a), Value::Int(b)) => Value::Int(a.checked_add(b)?),
        (Operator::Sub, Value::Int(a), Value::Int(b)) => Value::Int(a.checked_sub(b)?),
        (Operator::Mult, Value::Int(a), Value::Int(b)) => Value::Int(a.checked_mul(b)?),
        (Operator::Pow, Value::Int(a), Value::Int(b)) => {
            Value::Int(a.checked_pow(u32::try_from(b).ok()?)?)
        }
        (Operator::Div, Value::Int(a), Value::Int(b))
            if b != 0 && a.abs() < 1 << 52 && b.abs() < 1 << 52 =>
        {
            Value::Float(a as f64 / b as f64)
        }
        (Operator::Add, Value::Float(a), Value::Float(b)) => Value::Float(a + b),
        (Operator::Sub, Value::Float(a), Value::Float(b)) => Value::Float(a - b),
        (Operator::Mult, Value::Float(a), Value::Float(b)) => Value::Float(a * b),
        (Operator::Div, Value::Float(a), Value::Float(b)) if b != 0.0 => Value::Float(a / b),
        _ => return None,
    })
}

pub fn binary_op(op: Operator) -> BinaryOp {
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Subtract,
        Operator::Mult => BinaryOp::Multiply,
        Operator::MatMult => BinaryOp::MatrixMultiply,
        Operator::Div => BinaryOp::Divide,
        Operator::Mod => BinaryOp::Modulo,
        Operator::Pow => BinaryOp::Power,
        Operator::LShift => BinaryOp::LeftShift,
        Operator::RShift => BinaryOp::RightShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDivide,
    }
}
