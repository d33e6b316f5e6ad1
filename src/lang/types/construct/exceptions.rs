//! `BaseException(...)` and what its arguments become.

use super::class_of;
use crate::lang::Value;
use crate::lang::objects::Instance;
use crate::lang::types::define::{Def, method, static_method};
use std::rc::Rc;

pub const EXCEPTION: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", |vm, args| {
        let mut class = class_of(&args[0])?.clone();
        if Rc::ptr_eq(&class, &vm.types.exceptions["OSError"])
            && let Value::Tuple(items) = &args[1]
            && let [Value::Int(number), _, ..] = &items[..]
            && let Some(kind) = os_error(*number)
        {
            class = vm.types.exceptions[kind].clone();
        }
        Ok(Instance::exception(class, args[1].clone()).into())
    }),
    method("__init__", "(self, /, *args, **kwargs)", |_, args| {
        if let Value::Instance(instance) = &args[0]
            && let Some(state) = instance.exception_state()
        {
            state.borrow_mut().args = args[1].clone();
        }
        Ok(Value::None)
    }),
    method("__str__", "(self, /)", |vm, args| match &args[0] {
        Value::Instance(instance) => vm.exception_text(instance).map(Value::from),
        other => vm.repr(other).map(Value::from),
    }),
    method("with_traceback", "(self, traceback, /)", |vm, args| {
        vm.setattr(&args[0], "__traceback__", args[1].clone())?;
        Ok(args[0].clone())
    }),
    method("add_note", "(self, note, /)", |vm, args| {
        let notes = match vm.getattr_opt(&args[0], "__notes__")? {
            Some(Value::List(notes)) => notes,
            _ => {
                let notes = Value::list(Vec::new());
                vm.setattr(&args[0], "__notes__", notes.clone())?;
                match notes {
                    Value::List(notes) => notes,
                    _ => return Ok(Value::None),
                }
            }
        };
        notes.items.borrow_mut().push(args[1].clone());
        Ok(Value::None)
    }),
];

/// The class of an OSError with this number.
pub(super) fn os_error(number: i64) -> Option<&'static str> {
    Some(match number {
        1 | 13 => "PermissionError",
        2 => "FileNotFoundError",
        3 => "ProcessLookupError",
        4 => "InterruptedError",
        10 => "ChildProcessError",
        11 => "BlockingIOError",
        17 => "FileExistsError",
        20 => "NotADirectoryError",
        21 => "IsADirectoryError",
        32 => "BrokenPipeError",
        104 => "ConnectionResetError",
        110 => "TimeoutError",
        111 => "ConnectionRefusedError",
        _ => return None,
    })
}
