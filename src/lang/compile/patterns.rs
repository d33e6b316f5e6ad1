//! `match`.

use ruff_python_ast::{self as ast, Pattern, Singleton};
use ruff_text_size::Ranged;

use super::{Compiled, Label, SyntaxError, Unit};
use crate::lang::Value;
use crate::lang::code::{CompareOp, Op};
use crate::lang::objects::intern;

impl<'a> Unit<'a> {
    pub fn match_statement(&mut self, stmt: &'a ast::StmtMatch) -> Compiled {
        let end = self.asm.label();
        self.expression(&stmt.subject)?;
        for (index, case) in stmt.cases.iter().enumerate() {
            if case.guard.is_none() && index + 1 < stmt.cases.len() {
                refuse_catch_all(&case.pattern)?;
            }
            let next = self.asm.label();
            self.asm.at(case.pattern.range());
            self.asm.emit(Op::Copy(1));
            self.pattern(&case.pattern, next)?;
            if let Some(guard) = &case.guard {
                self.asm.at(guard.range());
                self.jump_if(guard, next, false)?;
            }
            self.asm.emit(Op::Pop);
            self.statements(&case.body)?;
            self.asm.no_line();
            self.asm.emit(Op::Jump(end.0));
            self.asm.place(next);
        }
        self.asm.no_line();
        self.asm.emit(Op::Pop);
        self.asm.place(end);
        Ok(())
    }

    /// Pops the subject; jumps to `fail` (with the subject popped) if it does not match.
    fn pattern(&mut self, pattern: &'a Pattern, fail: Label) -> Compiled {
        self.asm.at(pattern.range());
        match pattern {
            Pattern::MatchValue(inner) => {
                self.expression(&inner.value)?;
                self.asm.emit(Op::CompareJump {
                    op: CompareOp::Equal,
                    target: fail.0,
                });
            }
            Pattern::MatchSingleton(inner) => {
                self.constant(match inner.value {
                    Singleton::None => Value::None,
                    Singleton::True => Value::Bool(true),
                    Singleton::False => Value::Bool(false),
                });
                self.asm.emit(Op::CompareJump {
                    op: CompareOp::Is,
                    target: fail.0,
                });
            }
            Pattern::MatchAs(inner) => {
                if let Some(pattern) = &inner.pattern {
                    self.asm.emit(Op::Copy(1));
                    let popped = self.asm.label();
                    self.pattern(pattern, popped)?;
                    let matched = self.asm.label();
                    self.asm.emit(Op::Jump(matched.0));
                    self.asm.place(popped);
                    self.asm.emit(Op::Pop);
                    self.asm.emit(Op::Jump(fail.0));
                    self.asm.place(matched);
                }
                match &inner.name {
                    Some(name) => self.store_name(name),
                    None => self.asm.emit(Op::Pop),
                }
            }
            Pattern::MatchStar(_) => {
                return Err(SyntaxError::new(
                    "can't use starred pattern here",
                    pattern.range(),
                ));
            }
            Pattern::MatchOr(inner) => {
                let matched = self.asm.label();
                for alternative in &inner.patterns {
                    let next = self.asm.label();
                    self.asm.emit(Op::Copy(1));
                    self.pattern(alternative, next)?;
                    self.asm.emit(Op::Jump(matched.0));
                    self.asm.place(next);
                }
                self.asm.emit(Op::Pop);
                self.asm.emit(Op::Jump(fail.0));
                self.asm.place(matched);
                self.asm.emit(Op::Pop);
            }
            Pattern::MatchSequence(inner) => self.sequence_pattern(&inner.patterns, fail)?,
            Pattern::MatchMapping(inner) => self.mapping_pattern(inner, fail)?,
            Pattern::MatchClass(inner) => self.class_pattern(inner, fail)?,
        }
        Ok(())
    }

    /// With a value on the stack that has to go if the test on top is false.
    fn jump_popping(&mut self, count: u32, fail: Label) {
        let matched = self.asm.label();
        self.asm.emit(Op::JumpIfTrue(matched.0));
        for _ in 0..count {
            self.asm.emit(Op::Pop);
        }
        self.asm.emit(Op::Jump(fail.0));
        self.asm.place(matched);
    }

    fn sequence_pattern(&mut self, patterns: &'a [Pattern], fail: Label) -> Compiled {
        let star = patterns
            .iter()
            .position(|pattern| matches!(pattern, Pattern::MatchStar(_)));
        self.asm.emit(Op::MatchSequence);
        self.jump_popping(1, fail);
        self.asm.emit(Op::GetLen);
        let least = patterns.len() - usize::from(star.is_some());
        self.constant(Value::Int(least as i64));
        self.asm.emit(Op::Compare(if star.is_some() {
            CompareOp::GreaterEqual
        } else {
            CompareOp::Equal
        }));
        self.jump_popping(1, fail);
        match star {
            Some(star) => self.asm.emit(Op::UnpackStar {
                before: star as u16,
                after: (patterns.len() - star - 1) as u32,
            }),
            None => self.asm.emit(Op::UnpackSequence(patterns.len() as u32)),
        }
        self.parts(patterns.iter().collect(), fail)
    }

    /// As many values on the stack as patterns, the first on top.
    fn parts(&mut self, patterns: Vec<&'a Pattern>, fail: Label) -> Compiled {
        let mut cleanups = Vec::new();
        let count = patterns.len();
        for (index, pattern) in patterns.into_iter().enumerate() {
            if let Pattern::MatchStar(star) = pattern {
                match &star.name {
                    Some(name) => self.store_name(name),
                    None => self.asm.emit(Op::Pop),
                }
                continue;
            }
            let cleanup = self.asm.label();
            self.pattern(pattern, cleanup)?;
            cleanups.push((cleanup, count - index - 1));
        }
        let matched = self.asm.label();
        self.asm.emit(Op::Jump(matched.0));
        for (cleanup, left) in cleanups {
            self.asm.place(cleanup);
            for _ in 0..left {
                self.asm.emit(Op::Pop);
            }
            self.asm.emit(Op::Jump(fail.0));
        }
        self.asm.place(matched);
        Ok(())
    }

    fn mapping_pattern(&mut self, inner: &'a ast::PatternMatchMapping, fail: Label) -> Compiled {
        self.asm.emit(Op::MatchMapping);
        self.jump_popping(1, fail);
        for key in &inner.keys {
            self.expression(key)?;
        }
        self.asm.emit(Op::BuildTuple(inner.keys.len() as u32));
        // subject, keys -> subject, keys, values or None
        self.asm.emit(Op::MatchKeys);
        self.asm.emit(Op::Copy(1));
        self.asm.emit(Op::None);
        self.asm.emit(Op::Compare(CompareOp::IsNot));
        self.jump_popping(3, fail);
        match &inner.rest {
            None => {
                // values stay; keys and subject go
                self.asm.emit(Op::Swap(3));
                self.asm.emit(Op::Pop);
                self.asm.emit(Op::Pop);
            }
            Some(rest) => {
                // A copy of the subject without the keys.
                self.asm.emit(Op::Swap(3));
                self.asm.emit(Op::BuildDict(0));
                self.asm.emit(Op::Swap(2));
                self.asm.emit(Op::DictUpdate(1));
                // values, keys, rest
                for index in 0..inner.keys.len() {
                    self.asm.emit(Op::Copy(1));
                    self.asm.emit(Op::Copy(3));
                    self.constant(Value::Int(index as i64));
                    self.asm.emit(Op::Subscript);
                    self.asm.emit(Op::DeleteSubscript);
                }
                self.store_name(rest);
                self.asm.emit(Op::Pop);
            }
        }
        self.asm
            .emit(Op::UnpackSequence(inner.patterns.len() as u32));
        self.parts(inner.patterns.iter().collect(), fail)
    }

    fn class_pattern(&mut self, inner: &'a ast::PatternMatchClass, fail: Label) -> Compiled {
        self.expression(&inner.cls)?;
        let names = inner
            .arguments
            .keywords
            .iter()
            .map(|keyword| Value::Str(intern(&keyword.attr)));
        self.constant(Value::tuple(names));
        self.asm
            .emit(Op::MatchClass(inner.arguments.patterns.len() as u32));
        self.asm.emit(Op::Copy(1));
        self.asm.emit(Op::None);
        self.asm.emit(Op::Compare(CompareOp::IsNot));
        self.jump_popping(1, fail);
        let patterns: Vec<&Pattern> = inner
            .arguments
            .patterns
            .iter()
            .chain(
                inner
                    .arguments
                    .keywords
                    .iter()
                    .map(|keyword| &keyword.pattern),
            )
            .collect();
        self.asm.emit(Op::UnpackSequence(patterns.len() as u32));
        self.parts(patterns, fail)
    }
}

/// A pattern that matches anything is for the last case.
fn refuse_catch_all(pattern: &Pattern) -> Compiled {
    match pattern {
        Pattern::MatchAs(inner) if inner.pattern.is_none() => {
            let what = match &inner.name {
                Some(name) => format!("name capture '{}'", name.as_str()),
                None => "wildcard".into(),
            };
            let message = format!("{what} makes remaining patterns unreachable");
            Err(SyntaxError::new(message, pattern.range()))
        }
        _ => Ok(()),
    }
}
