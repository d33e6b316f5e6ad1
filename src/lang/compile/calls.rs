//! Calls.

use ruff_python_ast::{self as ast, Expr, Keyword};
use ruff_text_size::Ranged;

use super::{Compiled, SyntaxError, Unit};
use crate::lang::Value;
use crate::lang::code::Op;
use crate::lang::objects::intern;

impl<'a> Unit<'a> {
    pub fn call(&mut self, call: &'a ast::ExprCall) -> Compiled {
        let arguments = &call.arguments;
        let spread = arguments
            .args
            .iter()
            .any(|arg| matches!(arg, Expr::Starred(_)))
            || arguments
                .keywords
                .iter()
                .any(|keyword| keyword.arg.is_none());
        self.check_repeated(&arguments.keywords)?;
        if spread {
            self.expression(&call.func)?;
            self.spread_arguments(&arguments.args, &arguments.keywords, 0)?;
            self.asm.at(call.range());
            self.asm.emit(Op::CallSpread {
                has_names: !arguments.keywords.is_empty(),
            });
            return Ok(());
        }
        let count = (arguments.args.len() + arguments.keywords.len()) as u32;
        let mut line = None;
        let is_method = match &*call.func {
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                self.asm.at(attribute.range());
                let (start, attr) = (
                    attribute.range().start().to_u32(),
                    attribute.attr.range().start().to_u32(),
                );
                if self.asm.line_of(start) != self.asm.line_of(attr) {
                    self.asm.on_line_of(attr);
                    line = Some(attr);
                }
                let name = self.mangled(&attribute.attr);
                let (name, cache) = (self.asm.name(&name) as u16, self.asm.cache());
                self.asm.emit(Op::LoadMethod { name, cache });
                true
            }
            func => {
                self.expression(func)?;
                false
            }
        };
        for arg in &arguments.args {
            self.expression(arg)?;
        }
        for keyword in &arguments.keywords {
            self.expression(&keyword.value)?;
        }
        self.asm.at(call.range());
        if let Some(line) = line {
            self.asm.on_line_of(line);
        }
        let op = if arguments.keywords.is_empty() {
            if is_method {
                Op::CallMethod(count)
            } else {
                Op::Call(count)
            }
        } else {
            let names = self.asm.call_names(
                arguments
                    .keywords
                    .iter()
                    .filter_map(|keyword| keyword.arg.as_deref()),
            );
            if is_method {
                Op::CallMethodNamed { names, count }
            } else {
                Op::CallNamed { names, count }
            }
        };
        self.asm.emit(op);
        Ok(())
    }

    fn check_repeated(&self, keywords: &[Keyword]) -> Compiled {
        for (index, keyword) in keywords.iter().enumerate() {
            if let Some(name) = &keyword.arg
                && keywords[..index].iter().any(|other| {
                    other
                        .arg
                        .as_ref()
                        .is_some_and(|other| other.as_str() == name.as_str())
                })
            {
                return Err(SyntaxError::new(
                    format!("keyword argument repeated: {}", name.as_str()),
                    keyword.range(),
                ));
            }
        }
        Ok(())
    }

    /// Pushes a tuple of the positional arguments (after `have` that are on the stack already) and, if there are
    /// keywords, a dict of them.
    pub fn spread_arguments(
        &mut self,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        have: u32,
    ) -> Compiled {
        if let ([Expr::Starred(only)], 0) = (args, have) {
            self.asm.emit(Op::BuildList(0));
            self.expression(&only.value)?;
            self.asm.emit(Op::ListExtend(1));
        } else {
            self.asm.emit(Op::BuildList(have));
            for arg in args {
                match arg {
                    Expr::Starred(starred) => {
                        self.expression(&starred.value)?;
                        self.asm.emit(Op::ListExtend(1));
                    }
                    _ => {
                        self.expression(arg)?;
                        self.asm.emit(Op::ListAppend(1));
                    }
                }
            }
        }
        self.asm.emit(Op::ListToTuple);
        if keywords.is_empty() {
            return Ok(());
        }
        self.asm.emit(Op::BuildDict(0));
        for keyword in keywords {
            match &keyword.arg {
                Some(name) => {
                    self.constant(Value::Str(intern(name)));
                    self.expression(&keyword.value)?;
                    self.asm.emit(Op::BuildDict(1));
                }
                None => self.expression(&keyword.value)?,
            }
            self.asm.emit(Op::DictMerge(1));
        }
        Ok(())
    }
}
