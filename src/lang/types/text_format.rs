//! `str.format`, `str.format_map` and the `%` operator.

use std::rc::Rc;

use super::arguments::{float, index, item, this};
use super::define::{Def, method};
use crate::lang::objects::Str;
use crate::lang::text::percent::{Amount, Conversion, Piece, Wants, pieces};
use crate::lang::text::template::{self, First, Numbering, Step};
use crate::lang::text::{escape, int};
use crate::lang::{
    Exception, PyResult, Value, Vm, index_error, key_error, type_error, value_error,
};

pub const METHODS: &[Def] = &[
    method("format", "(self, /, *args, **kwargs)", |vm, args| {
        let (Value::Tuple(positional), Value::Dict(named)) = (&args[1], &args[2]) else {
            return Err(type_error("format() takes arguments"));
        };
        let named = named.clone();
        let lookup =
            |_: &mut Vm, name: &str| named.get_str(name).ok_or_else(|| key_error(name.into()));
        let mut fields = Fields {
            positional,
            lookup: &lookup,
            numbering: Numbering::default(),
        };
        fields.fill(vm, this(&args[0])?, 2).map(Value::from)
    }),
    method("format_map", "(self, mapping, /)", |vm, args| {
        let mapping = args[1].clone();
        let lookup = |vm: &mut Vm, name: &str| item(vm, &mapping, &name.into());
        let mut fields = Fields {
            positional: &[],
            lookup: &lookup,
            numbering: Numbering::default(),
        };
        fields.fill(vm, this(&args[0])?, 2).map(Value::from)
    }),
];

/// Where the fields of a template get their values.
struct Fields<'a> {
    positional: &'a [Value],
    lookup: &'a dyn Fn(&mut Vm, &str) -> PyResult<Value>,
    numbering: Numbering,
}

impl Fields<'_> {
    /// Fills a template; `depth` says how deep fields may stand in each other's specs.
    fn fill(&mut self, vm: &mut Vm, text: &str, depth: u32) -> PyResult<String> {
        if depth == 0 {
            return Err(value_error("Max string recursion exceeded"));
        }
        let mut out = String::new();
        for piece in template::pieces(text) {
            let field = match piece? {
                template::Piece::Literal(text) => {
                    out.push_str(&text);
                    continue;
                }
                template::Piece::Field(field) => field,
            };
            let value = self.value(vm, &field.name)?;
            let value = match field.conversion {
                None => value,
                Some('s') => Value::from(vm.str(&value)?),
                Some('r') => Value::from(vm.repr(&value)?),
                Some('a') => Value::from(escape::escape_non_ascii(&vm.repr(&value)?)),
                Some(other) => {
                    return Err(value_error(format!("Unknown conversion specifier {other}")));
                }
            };
            let spec = if field.spec.contains(['{', '}']) {
                self.fill(vm, &field.spec, depth - 1)?
            } else {
                field.spec
            };
            out.push_str(&vm.format(&value, &spec)?);
        }
        Ok(out)
    }

    fn value(&mut self, vm: &mut Vm, name: &str) -> PyResult<Value> {
        let (first, steps) = template::field_name(name)?;
        let mut value = match (self.numbering.position(&first)?, first) {
            (Some(at), _) => self.positional.get(at).cloned().ok_or_else(|| {
                index_error(format!(
                    "Replacement index {at} out of range for positional args tuple"
                ))
            })?,
            (None, First::Name(name)) => (self.lookup)(vm, &name)?,
            (None, _) => Value::None,
        };
        for step in steps {
            value = match step {
                Step::Attribute(name) => vm.getattr(&value, &name)?,
                Step::Index(at) => item(vm, &value, &at.into())?,
                Step::Key(key) => item(vm, &value, &key.into())?,
            };
        }
        Ok(value)
    }
}

/// The values of a `%` expression, taken one after the other.
struct Values<'a> {
    all: &'a [Value],
    next: usize,
    /// The right side as it stands, for `%(key)s`.
    mapping: &'a Value,
    used_keys: bool,
}

impl Values<'_> {
    fn next(&mut self) -> PyResult<Value> {
        self.next += 1;
        self.all
            .get(self.next - 1)
            .cloned()
            .ok_or_else(|| type_error("not enough arguments for format string"))
    }
}

impl Vm {
    /// `format % values`
    pub fn percent_format(&mut self, format: &Rc<Str>, values: &Value) -> PyResult<Value> {
        let single = [values.clone()];
        let all: Vec<Value> = match values.base() {
            Value::Tuple(items) => items.to_vec(),
            _ => single.to_vec(),
        };
        let is_tuple = matches!(values.base(), Value::Tuple(_));
        let mut values = Values {
            all: &all,
            next: 0,
            mapping: values,
            used_keys: false,
        };
        let mut out = String::new();
        for piece in pieces(format) {
            match piece? {
                Piece::Literal(text) => out.push_str(&text),
                Piece::Conversion(conversion) => {
                    self.percent_one(conversion, &mut values, &mut out)?
                }
            }
        }
        let is_mapping = !is_tuple && self.is_mapping(values.mapping);
        if values.next < values.all.len() && !values.used_keys && !is_mapping {
            return Err(type_error(
                "not all arguments converted during string formatting",
            ));
        }
        Ok(out.into())
    }

    /// Whether `%` takes the value for a mapping: it has `__getitem__` and is neither tuple nor text.
    fn is_mapping(&mut self, value: &Value) -> bool {
        match value.base() {
            Value::Str(_) | Value::Tuple(_) => false,
            Value::Dict(_)
            | Value::List(_)
            | Value::MappingProxy(_)
            | Value::Bytes(_)
            | Value::Range(_) => true,
            _ => self
                .lookup_special(value, &self.names.getitem.clone())
                .is_some(),
        }
    }

    fn percent_one(
        &mut self,
        mut conversion: Conversion,
        values: &mut Values,
        out: &mut String,
    ) -> PyResult<()> {
        let mut keyed = None;
        if let Some(key) = conversion.key.take() {
            if !self.is_mapping(values.mapping) {
                return Err(type_error("format requires a mapping"));
            }
            values.used_keys = true;
            keyed = Some(item(self, values.mapping, &key.into())?);
        }
        if conversion.width == Amount::Star {
            let width = star(&values.next()?)?;
            conversion.set_width(width);
        }
        if conversion.precision == Amount::Star {
            let precision = star(&values.next()?)?;
            conversion.set_precision(precision);
        }
        let value = match keyed {
            Some(value) => value,
            None => values.next()?,
        };
        let text = match conversion.wants()? {
            Wants::Str => conversion.text(&self.str(&value)?),
            Wants::Repr => conversion.text(&self.repr(&value)?),
            Wants::Ascii => conversion.text(&escape::escape_non_ascii(&self.repr(&value)?)),
            Wants::Char => self.percent_char(&conversion, &value)?,
            Wants::Number => {
                let number = self.percent_int(&value, conversion.kind)?;
                self.with_int(&number, |int| conversion.int(int))?
            }
            Wants::Integer => match index(self, &value) {
                Ok(number) => self.with_int(&number, |int| conversion.int(int))?,
                Err(exception) if exception.is_needs_python() => return Err(exception),
                Err(_) => {
                    return Err(type_error(format!(
                        "%{} format: an integer is required, not {}",
                        conversion.kind,
                        self.type_name(&value)
                    )));
                }
            },
            Wants::Float => {
                let float = match float(self, &value) {
                    Err(exception) if exception.is("TypeError") => {
                        return Err(type_error(format!(
                            "must be real number, not {}",
                            self.type_name(&value)
                        )));
                    }
                    float => float?,
                };
                conversion.float(float)
            }
        };
        self.charge(text.len())?;
        out.push_str(&text);
        Ok(())
    }

    fn percent_char(&mut self, conversion: &Conversion, value: &Value) -> PyResult<String> {
        if let Some(text) = value.as_str() {
            if text.chars().count() == 1 {
                return Ok(conversion.text(text));
            }
            return Err(type_error("%c requires int or char"));
        }
        match index(self, value) {
            Ok(number) => {
                Ok(conversion.text(&self.with_int(&number, |int| int.to_char())?.to_string()))
            }
            Err(exception) if exception.is_needs_python() => Err(exception),
            Err(_) => Err(type_error("%c requires int or char")),
        }
    }

    /// An int from any real number, towards zero.
    fn percent_int(&mut self, value: &Value, kind: char) -> PyResult<Value> {
        match value.base() {
            Value::Int(_) | Value::BigInt(_) => return Ok(value.base().clone()),
            Value::Bool(value) => return Ok(Value::Int(i64::from(*value))),
            Value::Float(float) => return Ok(small_or_big(int::from_f64(*float)?)),
            _ => {}
        }
        for name in [self.names.int.clone(), self.names.index.clone()] {
            if let Some(result) = self.special(value, &name, []) {
                return result;
            }
        }
        Err(type_error(format!(
            "%{kind} format: a real number is required, not {}",
            self.type_name(value)
        )))
    }

    /// Hands an `Int` or `BigInt` to a text function.
    pub fn with_int<T>(
        &self,
        value: &Value,
        run: impl FnOnce(&dyn int::Int) -> crate::lang::text::Result<T>,
    ) -> PyResult<T> {
        let result = match value {
            Value::BigInt(big) => run(&**big),
            Value::Int(small) => run(small),
            Value::Bool(value) => run(&i64::from(*value)),
            _ => return Err(type_error("an integer is required")),
        };
        result.map_err(Exception::from)
    }
}

/// A parsed int as a value.
pub fn small_or_big(parsed: int::Parsed) -> Value {
    match parsed {
        int::Parsed::Small(small) => Value::Int(small),
        int::Parsed::Big(big) => Value::big(big),
    }
}

fn star(value: &Value) -> PyResult<i64> {
    match value.base() {
        Value::Int(int) if int.unsigned_abs() < 1 << 24 => Ok(*int),
        Value::Int(_) => Err(value_error("width too big")),
        Value::Bool(value) => Ok(i64::from(*value)),
        _ => Err(type_error("* wants int")),
    }
}
