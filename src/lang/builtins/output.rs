//! `print`, `input`, `repr`, `format`.

use crate::lang::native::{CallArgs, Flow, ModuleBuilder, NativeFn};
use crate::lang::vm::{OutputStream, then};
use crate::lang::{Exception, PyResult, Value, Vm, type_error};

pub fn add(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function(
            "print",
            "(*args, sep=' ', end='\\n', file=None, flush=False)",
            print,
        )
        .function("exit", "(code=None)", exit)
        .function("quit", "(code=None)", exit)
        .native("open", "(*args, **kwargs)", NativeFn::Flow(open))
        .native("input", "(prompt='', /)", NativeFn::Flow(input))
        .function("repr", "(obj, /)", |vm, args| {
            vm.repr(&args[0]).map(Value::from)
        })
        .function("ascii", "(obj, /)", |vm, args| {
            vm.ascii(&args[0]).map(Value::from)
        })
        .function("format", "(value, format_spec='', /)", |vm, args| {
            let Some(spec) = args[1].as_str() else {
                return Err(type_error(format!(
                    "format() argument 2 must be str, not {}",
                    vm.type_name(&args[1])
                )));
            };
            vm.format(&args[0], spec).map(Value::from)
        })
}

fn print(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let word = |vm: &Vm, value: &Value, name: &str, default: &'static str| match value {
        Value::None => Ok(default.to_string()),
        value => match value.as_str() {
            Some(text) => Ok(text.replace("\\n", "\n")),
            None => Err(type_error(format!(
                "{name} must be None or a string, not {}",
                vm.type_name(value)
            ))),
        },
    };
    let separator = word(vm, &args[1], "sep", " ")?;
    let end = word(vm, &args[2], "end", "\n")?;
    let mut line = String::new();
    if let Value::Tuple(values) = &args[0] {
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                line.push_str(&separator);
            }
            match value {
                Value::Str(text) => line.push_str(text),
                value => match vm.str(value) {
                    Ok(text) => line.push_str(&text),
                    Err(exception) => {
                        // What came before it is out by then.
                        if !exception.is_needs_python() && args[3].is_none() {
                            vm.write(OutputStream::Stdout, &line)?;
                        }
                        return Err(exception);
                    }
                },
            }
        }
    }
    line.push_str(&end);
    match if args[3].is_none() {
        redirected(vm)
    } else {
        Some(args[3].clone())
    } {
        None => vm.write(OutputStream::Stdout, &line)?,
        Some(file) => {
            vm.call_method(&file, "write", [Value::from(line)])?;
        }
    }
    Ok(Value::None)
}

/// What `sys.stdout` was set to, if it is not the program's own output any more.
fn redirected(vm: &Vm) -> Option<Value> {
    let Some(Value::Module(sys)) = vm.modules.get_str("sys") else {
        return None;
    };
    let (now, first) = (sys.dict.get_str("stdout")?, sys.dict.get_str("__stdout__")?);
    (!now.is(&first)).then_some(now)
}

/// `open(...)` is `io.open(...)`, from the library.
fn open(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let (Value::Tuple(positional), Value::Dict(named)) = (&args[0], &args[1]) else {
        return Err(type_error("open() takes arguments"));
    };
    let names = named
        .pairs()
        .into_iter()
        .filter_map(|(name, value)| match name {
            Value::Str(name) => Some((name, value)),
            _ => None,
        });
    let call = CallArgs::with_names(positional.iter().cloned(), names);
    let globals = vm.builtins.clone();
    let import = vm.import(&globals, "io", Value::None, 0)?;
    Ok(then(import, |vm, module| {
        let callee = vm.getattr(&module?, "open")?;
        Ok(Flow::TailCall { callee, args: call })
    }))
}

/// `exit()`, `quit()`
fn exit(_: &mut Vm, args: &[Value]) -> PyResult<Value> {
    Err(Exception::with_args("SystemExit", vec![args[0].clone()]))
}

fn input(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let prompt = vm.str(&args[0])?;
    vm.write(OutputStream::Stdout, &prompt)?;
    wait_for_line(vm)
}

/// A line, once there is one; the machine stops in between.
fn wait_for_line(vm: &mut Vm) -> PyResult<Flow> {
    vm.starved = false;
    match vm.input.pop_front() {
        Some(line) => Ok(Value::from(line).into()),
        None if vm.interactive => {
            vm.starved = true;
            Ok(Flow::Pause(Box::new(
                |vm: &mut Vm, result: PyResult<Value>| {
                    result?;
                    vm.interactive = !vm.input.is_empty();
                    let line = wait_for_line(vm);
                    vm.interactive = true;
                    line
                },
            )))
        }
        None => Err(Exception::new("EOFError", "EOF when reading a line")),
    }
}
