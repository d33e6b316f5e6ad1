//! Python signatures of native functions, and the binding of arguments to them.

use std::rc::Rc;

use smallvec::SmallVec;

use crate::lang::objects::{Str, intern};
use crate::lang::{Exception, PyResult, Value, type_error};

/// The arguments of a call: positional ones first, then the values of `names`.
#[derive(Clone, Default)]
pub struct CallArgs {
    pub values: SmallVec<[Value; 4]>,
    pub names: Option<Rc<[Rc<Str>]>>,
}

impl CallArgs {
    pub fn positional(values: impl IntoIterator<Item = Value>) -> CallArgs {
        CallArgs {
            values: values.into_iter().collect(),
            names: None,
        }
    }

    /// With keyword arguments.
    pub fn with_names(
        values: impl IntoIterator<Item = Value>,
        names: impl IntoIterator<Item = (Rc<Str>, Value)>,
    ) -> CallArgs {
        let mut values: SmallVec<[Value; 4]> = values.into_iter().collect();
        let mut keys = Vec::new();
        for (name, value) in names {
            keys.push(name);
            values.push(value);
        }
        CallArgs {
            values,
            names: (!keys.is_empty()).then(|| keys.into()),
        }
    }

    /// How many are positional.
    pub fn positional_count(&self) -> usize {
        self.values.len() - self.names.as_ref().map_or(0, |names| names.len())
    }
}

#[derive(Debug)]
pub struct Param {
    pub name: Rc<Str>,
    pub default: Option<Value>,
}

/// `(x, /, y=1, *rest, key=None, **others)`.
#[derive(Debug, Default)]
pub struct Signature {
    /// Positional parameters, the positional-only ones first.
    pub positional: Vec<Param>,
    pub positional_only: usize,
    pub var_positional: Option<Rc<Str>>,
    pub keyword_only: Vec<Param>,
    pub var_keyword: Option<Rc<Str>>,
    required: usize,
}

impl std::fmt::Debug for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl Signature {
    /// Reads a signature written as in Python: `"(input, other, *, alpha=1)"`. Defaults are literals: None, True,
    /// False, numbers, strings in single quotes, `()`, or `?` for "was not given".
    ///
    /// # Panics
    /// On a text that is not a signature: signatures are constants of this program.
    pub fn parse(text: &str) -> Signature {
        let inner = text
            .trim()
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .unwrap_or_else(|| panic!("not a signature: {text}"));
        let mut signature = Signature::default();
        let mut after_star = false;
        for part in split_commas(inner) {
            if part == "/" {
                signature.positional_only = signature.positional.len();
            } else if part == "*" {
                after_star = true;
            } else if let Some(name) = part.strip_prefix("**") {
                signature.var_keyword = Some(intern(name));
            } else if let Some(name) = part.strip_prefix('*') {
                signature.var_positional = Some(intern(name));
                after_star = true;
            } else {
                let (name, default) = match part.split_once('=') {
                    Some((name, default)) => (name.trim(), Some(literal(default.trim()))),
                    None => (part, None),
                };
                let name = intern(name.split(':').next().unwrap_or(name).trim());
                let list = if after_star {
                    &mut signature.keyword_only
                } else {
                    &mut signature.positional
                };
                list.push(Param { name, default });
            }
        }
        signature.required = signature
            .positional
            .iter()
            .filter(|param| param.default.is_none())
            .count();
        signature
    }

    /// Whether `count` positional arguments and nothing else fill exactly the slots of this signature.
    #[inline]
    pub fn takes_exactly(&self, count: usize) -> bool {
        count == self.positional.len()
            && self.var_positional.is_none()
            && self.keyword_only.is_empty()
            && self.var_keyword.is_none()
    }

    /// One value for each parameter, in the signature's order.
    ///
    /// # Errors
    /// TypeError in CPython's words, about the function `name`.
    pub fn bind(&self, name: &str, args: CallArgs) -> PyResult<SmallVec<[Value; 4]>> {
        self.bind_as(
            &Callee {
                full: name,
                short: name,
                bound: 0,
            },
            args,
        )
    }

    /// The same for a method, whose receiver messages do not count.
    ///
    /// # Errors
    /// TypeError in CPython's words.
    pub fn bind_as(&self, callee: &Callee, args: CallArgs) -> PyResult<SmallVec<[Value; 4]>> {
        let name = callee.full;
        let given = args.positional_count();
        let CallArgs { mut values, names } = args;
        let named: SmallVec<[Value; 4]> = values.drain(given..).collect();
        let width = self.positional.len();
        let rest = if given > width {
            values.drain(width..).collect::<Vec<_>>()
        } else {
            Vec::new()
        };
        if !rest.is_empty() && self.var_positional.is_none() {
            return Err(self.too_many(callee, given));
        }
        let mut slots = values;
        slots.resize(width + self.keyword_only.len(), Value::Undefined);
        let mut others = Vec::new();
        for (key, value) in names.iter().flat_map(|names| names.iter()).zip(named) {
            let found = self
                .positional
                .iter()
                .position(|param| Str::same(&param.name, key))
                .filter(|&at| at >= self.positional_only);
            let found = found.or_else(|| {
                self.keyword_only
                    .iter()
                    .position(|param| Str::same(&param.name, key))
                    .map(|at| at + width)
            });
            match found {
                Some(at) if at < given.min(width) || !slots[at].is_undefined() => {
                    return Err(type_error(format!(
                        "{name}() got multiple values for argument '{}'",
                        key.as_str()
                    )));
                }
                Some(at) => slots[at] = value,
                None if self.var_keyword.is_some() => others.push((key.clone(), value)),
                None if self.positional.len() == self.positional_only
                    && self.keyword_only.is_empty() =>
                {
                    return Err(type_error(format!("{name}() takes no keyword arguments")));
                }
                None if self.var_positional.is_some() => {
                    return Err(type_error(format!(
                        "'{}' is an invalid keyword argument for {name}()",
                        key.as_str()
                    )));
                }
                None => {
                    return Err(type_error(format!(
                        "{name}() got an unexpected keyword argument '{}'",
                        key.as_str()
                    )));
                }
            }
        }
        for (at, param) in self.positional.iter().chain(&self.keyword_only).enumerate() {
            if slots[at].is_undefined() && at >= given.min(width) {
                match &param.default {
                    Some(default) => slots[at] = default.clone(),
                    None => return Err(self.missing(callee, given, &slots)),
                }
            }
        }
        if self.var_positional.is_some() {
            slots.insert(width, Value::tuple(rest));
        }
        if self.var_keyword.is_some() {
            slots.push(Value::dict_of(others));
        }
        Ok(slots)
    }

    #[cold]
    fn too_many(&self, callee: &Callee, given: usize) -> Exception {
        let Callee { full, short, bound } = *callee;
        let (most, least, given) = (
            self.positional.len() - bound,
            self.required.saturating_sub(bound),
            given.saturating_sub(bound),
        );
        let plain = self.positional_only >= self.positional.len();
        type_error(match (least, most) {
            (_, 0) if !self.keyword_only.is_empty() => {
                format!("{short}() takes no positional arguments")
            }
            (_, 0) => format!("{full}() takes no arguments ({given} given)"),
            (1, 1) if plain && self.keyword_only.is_empty() => {
                format!("{full}() takes exactly one argument ({given} given)")
            }
            (least, most) if plain && least == most => format!(
                "{short} expected {most} argument{}, got {given}",
                plural(most)
            ),
            (_, most) if plain => format!(
                "{short} expected at most {most} argument{}, got {given}",
                plural(most)
            ),
            (least, most) if least == most => {
                format!(
                    "{full}() takes {most} positional argument{} but {given} {} given",
                    plural(most),
                    was(given)
                )
            }
            (least, most) => format!(
                "{full}() takes from {least} to {most} positional arguments but {given} {} given",
                was(given)
            ),
        })
    }

    #[cold]
    fn missing(&self, callee: &Callee, given: usize, slots: &[Value]) -> Exception {
        let Callee { full, short, bound } = *callee;
        let (most, least, shown) = (
            self.positional.len() - bound,
            self.required.saturating_sub(bound),
            given.saturating_sub(bound),
        );
        if self.positional_only == self.positional.len() && most > 0 && given < self.required {
            return type_error(match (least, most) {
                (1, 1) if self.keyword_only.is_empty() => {
                    format!("{full}() takes exactly one argument ({shown} given)")
                }
                (least, most) if least == most => format!(
                    "{short} expected {least} argument{}, got {shown}",
                    plural(least)
                ),
                (least, _) => format!(
                    "{short} expected at least {least} argument{}, got {shown}",
                    plural(least)
                ),
            });
        }
        let missing = |params: &[Param], from: usize| -> Vec<String> {
            let undefined = params
                .iter()
                .enumerate()
                .filter(|(at, param)| param.default.is_none() && slots[from + at].is_undefined());
            undefined
                .map(|(_, param)| format!("'{}'", param.name.as_str()))
                .collect()
        };
        let positional = missing(&self.positional, 0);
        if !positional.is_empty() {
            return missing_arguments(full, "positional", &positional);
        }
        missing_arguments(
            full,
            "keyword-only",
            &missing(&self.keyword_only, self.positional.len()),
        )
    }
}

/// Who is called, for messages.
pub struct Callee<'a> {
    /// `list.append`
    pub full: &'a str,
    /// `append`
    pub short: &'a str,
    /// 1 for a method's receiver.
    pub bound: usize,
}

/// `f() missing 2 required positional arguments: 'a' and 'b'`. The names come quoted.
pub fn missing_arguments(name: &str, kind: &str, names: &[String]) -> Exception {
    let list = match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    };
    type_error(format!(
        "{name}() missing {} required {kind} argument{}: {list}",
        names.len(),
        plural(names.len())
    ))
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

fn split_commas(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut quoted, mut start) = (Vec::new(), 0, false, 0);
    for (at, c) in text.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

fn literal(text: &str) -> Value {
    match text {
        "?" => Value::Undefined,
        "None" => Value::None,
        "True" => Value::Bool(true),
        "False" => Value::Bool(false),
        "..." => Value::Ellipsis,
        "()" => Value::tuple([]),
        _ if text.starts_with('(') && text.ends_with(')') => Value::tuple(
            split_commas(&text[1..text.len() - 1])
                .into_iter()
                .map(literal),
        ),
        _ => {
            if let Ok(int) = text.parse::<i64>() {
                Value::Int(int)
            } else if let Ok(float) = text.parse::<f64>() {
                Value::Float(float)
            } else {
                let quotes: &[_] = &['\'', '"'];
                Value::Str(intern(
                    text.strip_prefix(quotes)
                        .and_then(|rest| rest.strip_suffix(quotes))
                        .unwrap_or_else(|| panic!("not a literal: {text}")),
                ))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bind(signature: &str, positional: &[i64], named: &[(&str, i64)]) -> String {
        let args = CallArgs::with_names(
            positional.iter().map(|&value| Value::Int(value)),
            named
                .iter()
                .map(|&(name, value)| (intern(name), Value::Int(value))),
        );
        match Signature::parse(signature).bind("f", args) {
            Ok(slots) => format!("{slots:?}"),
            Err(exception) => format!("{exception:?}"),
        }
    }

    #[test]
    fn arguments_find_their_slots() {
        assert_eq!(bind("(a, b=2, *, c=3)", &[1], &[("c", 9)]), "[1, 2, 9]");
        assert_eq!(bind("(a, b=None)", &[], &[("b", 1), ("a", 0)]), "[0, 1]");
        assert_eq!(bind("(x, /, y=?)", &[1], &[]), "[1, <undefined>]");
    }

    #[test]
    fn wrong_arguments_are_told_as_cpython_does() {
        assert_eq!(
            bind("(x, /)", &[], &[]),
            "TypeError: f() takes exactly one argument (0 given)"
        );
        assert_eq!(
            bind("(a, b)", &[], &[]),
            "TypeError: f() missing 2 required positional arguments: 'a' and 'b'"
        );
        assert_eq!(
            bind("(a)", &[1], &[("a", 2)]),
            "TypeError: f() got multiple values for argument 'a'"
        );
        assert_eq!(
            bind("(a)", &[1], &[("z", 2)]),
            "TypeError: f() got an unexpected keyword argument 'z'"
        );
    }
}
