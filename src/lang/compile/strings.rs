//! f-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::Ranged;

use super::{Compiled, Unit};
use crate::lang::Value;
use crate::lang::code::Op;

impl<'a> Unit<'a> {
    pub fn f_string(&mut self, string: &'a ast::ExprFString) -> Compiled {
        let mut pieces = Pieces::default();
        for part in string.value.iter() {
            match part {
                FStringPart::Literal(literal) => pieces.text.push_str(&literal.value),
                FStringPart::FString(inner) => self.elements(inner.elements.iter(), &mut pieces)?,
            }
        }
        self.asm.at(string.range());
        self.join(pieces);
        Ok(())
    }

    fn elements(
        &mut self,
        elements: impl Iterator<Item = &'a InterpolatedStringElement>,
        pieces: &mut Pieces,
    ) -> Compiled {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => pieces.text.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(field) => {
                    if let Some(debug) = &field.debug_text {
                        pieces.text.push_str(debug.as_str());
                    }
                    self.flush(pieces);
                    self.expression(&field.expression)?;
                    let conversion = match field.conversion {
                        ConversionFlag::None
                            if field.debug_text.is_some() && field.format_spec.is_none() =>
                        {
                            b'r'
                        }
                        ConversionFlag::None => 0,
                        ConversionFlag::Str => b's',
                        ConversionFlag::Ascii => b'a',
                        ConversionFlag::Repr => b'r',
                    };
                    let has_spec = field.format_spec.is_some();
                    if let Some(spec) = &field.format_spec {
                        let mut inner = Pieces::default();
                        self.elements(spec.elements.iter(), &mut inner)?;
                        self.join(inner);
                    }
                    self.asm.emit(Op::Format {
                        conversion,
                        has_spec,
                    });
                    pieces.count += 1;
                }
            }
        }
        Ok(())
    }

    fn flush(&mut self, pieces: &mut Pieces) {
        if !pieces.text.is_empty() {
            self.constant(Value::str(std::mem::take(&mut pieces.text)));
            pieces.count += 1;
        }
    }

    fn join(&mut self, mut pieces: Pieces) {
        self.flush(&mut pieces);
        match pieces.count {
            0 => self.constant(Value::str("")),
            1 => {}
            count => self.asm.emit(Op::BuildString(count)),
        }
    }
}

/// Pieces on the stack, and text that is not there yet.
#[derive(Default)]
struct Pieces {
    count: u32,
    text: String,
}
