//! `str(...)`, `bytes(...)`, `bytearray(...)`.

use super::class_of;
use crate::lang::objects::ByteArray;
use crate::lang::types::define::{Def, static_method};
use crate::lang::{PyResult, Value, Vm, type_error, value_error};
use std::rc::Rc;

pub const STR: &[Def] = &[static_method(
    "__new__",
    "(cls, object='', encoding=?, errors='strict')",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        let value = match (&args[1], &args[2]) {
            (Value::Str(_), Value::Undefined) => args[1].clone(),
            (object, Value::Undefined) => Value::str(vm.str(object)?),
            (object, encoding) => {
                let bytes = crate::lang::types::bytes::bytes_of(vm, object)?;
                Value::str(crate::lang::types::bytes::decode(
                    &bytes,
                    encoding.as_str().unwrap_or("utf-8"),
                    args[3].as_str().unwrap_or("strict"),
                )?)
            }
        };
        Ok(vm.new_value(&class, value))
    },
)];

pub(super) fn bytes_from(vm: &mut Vm, args: &[Value]) -> PyResult<Vec<u8>> {
    Ok(match &args[1] {
        Value::Undefined => Vec::new(),
        Value::Str(content) => {
            if args[2].is_undefined() {
                return Err(type_error("string argument without an encoding"));
            }
            crate::lang::types::bytes::encode(
                content,
                args[2].as_str().unwrap_or("utf-8"),
                "strict",
            )?
        }
        Value::Bytes(_) | Value::ByteArray(_) => crate::lang::types::bytes::bytes_of(vm, &args[1])?,
        Value::Int(count) => {
            let count = usize::try_from(*count).map_err(|_| value_error("negative count"))?;
            vm.charge(count)?;
            vec![0; count]
        }
        other => {
            let name = vm.names.bytes.clone();
            if let Some(result) = vm.special(other, &name, []) {
                return crate::lang::types::bytes::bytes_of(vm, &result?);
            }
            let items = vm.items_of(other)?;
            items
                .iter()
                .map(|item| {
                    crate::lang::types::bytes::byte(vm, item)
                        .map_err(|_| value_error("bytes must be in range(0, 256)"))
                })
                .collect::<PyResult<_>>()?
        }
    })
}

pub const BYTES: &[Def] = &[static_method(
    "__new__",
    "(cls, source=?, encoding=?, errors=?)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        let bytes = bytes_from(vm, args)?;
        Ok(vm.new_value(&class, Value::bytes(bytes)))
    },
)];

pub const BYTEARRAY: &[Def] = &[static_method(
    "__new__",
    "(cls, source=?, encoding=?, errors=?)",
    |vm, args| {
        let bytes = bytes_from(vm, args)?;
        Ok(Value::ByteArray(Rc::new(ByteArray {
            bytes: bytes.into(),
        })))
    },
)];
