//! `_sys`: what `sys` and `traceback` ask the machine.

use std::rc::Rc;

use crate::lang::native::{ModuleBuilder, NativeFn};
use crate::lang::objects::{Dict, Module};
use crate::lang::types::arguments::{int, text};
use crate::lang::vm::OutputStream;
use crate::lang::{Exception, Value, Vm, type_error};

pub fn module(vm: &Vm) -> Rc<Module> {
    ModuleBuilder::new("_sys")
        .value("modules", vm.modules.clone())
        .function("write", "(text, to_stderr, /)", |vm, args| {
            let stream = if vm.truthy(&args[1])? {
                OutputStream::Stderr
            } else {
                OutputStream::Stdout
            };
            let piece = text(vm, &args[0], "write() argument must be str")?;
            vm.write(stream, piece)?;
            Ok(Value::None)
        })
        .function("readline", "()", |vm, _| {
            Ok(vm
                .input
                .pop_front()
                .map_or_else(|| "".into(), |line| format!("{line}\n").into()))
        })
        .function("handled", "()", |vm, _| Ok(vm.handled_exception()))
        .function("format_exception", "(error, /)", |vm, args| {
            match &args[0] {
                Value::Instance(error) => {
                    Ok(vm.format_exception(Exception::from(error.clone())).into())
                }
                _ => Err(type_error("Exception expected for value")),
            }
        })
        .function("exception_line", "(error, /)", |vm, args| match &args[0] {
            Value::Instance(error) => Ok(vm.exception_line(error).into()),
            _ => Err(type_error("Exception expected for value")),
        })
        .function("recursion_limit", "()", |vm, _| {
            Ok(vm.budgets.recursion.into())
        })
        .function("set_recursion_limit", "(limit, /)", |vm, args| {
            // Frames live on the heap: a deep limit costs memory only, and that has its own budget.
            vm.budgets.recursion = usize::try_from(int(vm, &args[0])?)
                .unwrap_or(1)
                .min(100_000);
            Ok(Value::None)
        })
        .native(
            "import_module",
            "(name, /)",
            NativeFn::Flow(|vm, args| {
                let name = text(vm, &args[0], "the module name must be a string")?.to_string();
                vm.import(&Dict::default(), &name, Value::tuple([]), 0)
            }),
        )
        .native(
            "run_text",
            "(text, names, /)",
            NativeFn::Flow(|vm, args| {
                let text = text(vm, &args[0], "the program must be a string")?.to_string();
                match args[1].base() {
                    Value::Dict(names) => vm.run_text(&text, &names.clone()),
                    _ => Err(type_error("the names must be a dict")),
                }
            }),
        )
        .build()
}
