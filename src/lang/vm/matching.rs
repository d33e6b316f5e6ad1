//! Class and mapping patterns of `match`.

use super::Vm;
use crate::lang::{PyResult, Value, type_error};

impl Vm {
    /// The attributes that a class pattern takes apart, or None if the subject is not of the class.
    pub fn match_class(
        &mut self,
        subject: &Value,
        class: &Value,
        names: &Value,
        count: u32,
    ) -> PyResult<Value> {
        let Value::Class(kind) = class else {
            return Err(type_error("called match pattern must be a class"));
        };
        if !self.is_instance(subject, class)? {
            return Ok(Value::None);
        }
        let mut values = Vec::new();
        if count > 0 {
            let types = &self.types;
            let whole = [
                &types.bool,
                &types.bytearray,
                &types.bytes,
                &types.dict,
                &types.float,
                &types.frozenset,
                &types.int,
                &types.list,
                &types.set,
                &types.str,
                &types.tuple,
            ];
            let name = self.names.match_args.clone();
            let arguments = match kind.lookup(&name) {
                Some(Value::Tuple(arguments)) => Some(arguments.to_vec()),
                _ => None,
            };
            match arguments {
                Some(arguments) => {
                    if count as usize > arguments.len() {
                        let plural = if arguments.len() == 1 { "" } else { "s" };
                        return Err(type_error(format!(
                            "{}() accepts {} positional sub-pattern{plural} ({count} given)",
                            kind.name(),
                            arguments.len()
                        )));
                    }
                    for name in &arguments[..count as usize] {
                        match self.getattr_opt(subject, name.as_str().unwrap_or(""))? {
                            Some(value) => values.push(value),
                            None => return Ok(Value::None),
                        }
                    }
                }
                None if whole.iter().any(|class| kind.is_subclass_of(class)) => {
                    if count > 1 {
                        return Err(type_error(format!(
                            "{}() accepts 1 positional sub-pattern ({count} given)",
                            kind.name()
                        )));
                    }
                    values.push(subject.clone());
                }
                None => {
                    return Err(type_error(format!(
                        "{}() accepts 0 positional sub-patterns ({count} given)",
                        kind.name()
                    )));
                }
            }
        }
        if let Value::Tuple(names) = names {
            for name in names.iter() {
                match self.getattr_opt(subject, name.as_str().unwrap_or(""))? {
                    Some(value) => values.push(value),
                    None => return Ok(Value::None),
                }
            }
        }
        Ok(Value::tuple(values))
    }

    /// The values of a mapping at these keys, or None if one is missing.
    pub fn match_keys(&mut self, subject: &Value, keys: &Value) -> PyResult<Value> {
        let Value::Tuple(keys) = keys else {
            return Ok(Value::None);
        };
        let mut values = Vec::new();
        for key in keys.iter() {
            let found = match subject.base() {
                Value::Dict(dict) => self.dict_get(&dict.clone(), key)?,
                _ => {
                    let get = self.getattr(subject, "get")?;
                    let result = self.call(
                        &get,
                        crate::lang::native::CallArgs::positional([key.clone(), Value::Undefined]),
                    )?;
                    (!result.is_undefined()).then_some(result)
                }
            };
            match found {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::tuple(values))
    }
}
