//! Calls: binding arguments to parameters and pushing frames.

use std::rc::Rc;

use smallvec::SmallVec;

use super::ask::Operation;
use super::{Control, Frame, OnReturn, Vm};
use crate::lang::code::{Code, CodeKind};
use crate::lang::native::{CallArgs, Flow, missing_arguments};
use crate::lang::objects::{Cell, Dict, Function, Generator, GeneratorState, Str};
use crate::lang::vm::SavedFrame;
use crate::lang::{Exception, PyResult, Value, type_error};

impl Vm {
    /// Starts a call. None: a frame was pushed. Some: the flow that comes of it.
    pub fn start_call(
        &mut self,
        callee: Value,
        args: CallArgs,
        on: &OnReturn,
    ) -> PyResult<Option<Flow>> {
        match callee {
            Value::Function(function) => self.call_function(function, args, on),
            Value::Builtin(builtin) => {
                let slots =
                    if args.names.is_none() && builtin.signature.takes_exactly(args.values.len()) {
                        args.values
                    } else {
                        builtin.bind(args)?
                    };
                self.attempt(Operation::Native(builtin.function), slots)
                    .map(Some)
            }
            Value::Method(method) => {
                let mut args = args;
                args.values.insert(0, method.this.clone());
                self.start_call(method.function.clone(), args, on)
            }
            Value::Class(class) => self.instantiate(&class, args).map(Some),
            Value::StaticMethod(wrapper) => self.start_call(wrapper.function.clone(), args, on),
            Value::Alias(ref alias) => match &alias.kind {
                crate::lang::objects::AliasKind::Generic(class) => {
                    self.instantiate(&class.clone(), args).map(Some)
                }
                crate::lang::objects::AliasKind::Union => {
                    Err(type_error("'types.UnionType' object is not callable"))
                }
            },
            Value::Instance(_) => {
                let name = self.names.call.clone();
                match self.lookup_special(&callee, &name) {
                    Some(method) => {
                        let mut args = args;
                        if !matches!(method, Value::Instance(_)) {
                            args.values.insert(0, callee);
                        }
                        Ok(Some(Flow::TailCall {
                            callee: method,
                            args,
                        }))
                    }
                    None => Err(self.not_callable(&callee)),
                }
            }
            callee => Err(self.not_callable(&callee)),
        }
    }

    pub fn not_callable(&self, callee: &Value) -> Exception {
        type_error(format!(
            "'{}' object is not callable",
            self.type_name(callee)
        ))
    }

    fn call_function(
        &mut self,
        function: Rc<Function>,
        args: CallArgs,
        on: &OnReturn,
    ) -> PyResult<Option<Flow>> {
        let base = self.stack.len();
        if let Err(exception) = self.bind_arguments(&function, args) {
            self.stack.truncate(base);
            return Err(exception);
        }
        self.enter(function, base, base, on.clone())
    }

    /// Pushes one value for each parameter.
    pub fn bind_arguments(&mut self, function: &Function, args: CallArgs) -> PyResult<()> {
        let code = &*function.code;
        let given = args.positional_count();
        let (positional, params) = (code.positional as usize, code.params());
        let CallArgs { values, names } = args;
        let mut values = values.into_iter();
        let base = self.stack.len();
        let direct = given.min(positional);
        self.stack.extend(values.by_ref().take(direct));
        let rest: SmallVec<[Value; 4]> = values.by_ref().take(given - direct).collect();
        if !rest.is_empty() && !code.var_positional {
            return Err(self.too_many_arguments(function, given, &names));
        }
        self.stack.resize(base + params, Value::Undefined);
        let keyword_end = positional + code.keyword_only as usize;
        if code.var_positional {
            self.stack[base + keyword_end] = Value::tuple(rest);
        }
        let others = code.var_keyword.then(|| Rc::new(Dict::default()));
        for (name, value) in names.iter().flat_map(|names| names.iter()).zip(values) {
            let slot = code.locals[..keyword_end]
                .iter()
                .position(|local| Str::same(local, name));
            match (slot, &others) {
                (Some(slot), _) if slot >= code.positional_only as usize => {
                    let place = &mut self.stack[base + slot];
                    if !place.is_undefined() {
                        return Err(type_error(format!(
                            "{}() got multiple values for argument '{name}'",
                            function.qualname.borrow()
                        )));
                    }
                    *place = value;
                }
                (_, Some(others)) => others.set_name(name, value),
                (Some(_), None) => {
                    return Err(type_error(format!(
                        "{}() got some positional-only arguments passed as keyword arguments: '{name}'",
                        function.qualname.borrow()
                    )));
                }
                (None, None) => {
                    return Err(type_error(format!(
                        "{}() got an unexpected keyword argument '{name}'",
                        function.qualname.borrow()
                    )));
                }
            }
        }
        if let Some(others) = others {
            self.stack[base + params - 1] = Value::Dict(others);
        }
        self.fill_defaults(function, base)
    }

    /// Puts defaults where nothing was given.
    fn fill_defaults(&mut self, function: &Function, base: usize) -> PyResult<()> {
        let code = &*function.code;
        let positional = code.positional as usize;
        let defaults = function.defaults.borrow();
        let first_default = positional - defaults.len().min(positional);
        let mut missing = Vec::new();
        for slot in 0..positional {
            if self.stack[base + slot].is_undefined() {
                match slot.checked_sub(first_default) {
                    Some(index) => self.stack[base + slot] = defaults[index].clone(),
                    None => missing.push(format!("'{}'", code.locals[slot])),
                }
            }
        }
        if !missing.is_empty() {
            return Err(missing_arguments(
                &function.qualname.borrow(),
                "positional",
                &missing,
            ));
        }
        for slot in positional..positional + code.keyword_only as usize {
            if self.stack[base + slot].is_undefined() {
                let name = &code.locals[slot];
                match function
                    .keyword_defaults
                    .borrow()
                    .iter()
                    .find(|(known, _)| Str::same(known, name))
                {
                    Some((_, default)) => self.stack[base + slot] = default.clone(),
                    None => missing.push(format!("'{name}'")),
                }
            }
        }
        if missing.is_empty() {
            Ok(())
        } else {
            Err(missing_arguments(
                &function.qualname.borrow(),
                "keyword-only",
                &missing,
            ))
        }
    }

    #[cold]
    fn too_many_arguments(
        &self,
        function: &Function,
        given: usize,
        names: &Option<Rc<[Rc<Str>]>>,
    ) -> Exception {
        let code = &*function.code;
        let most = code.positional as usize;
        let least = most - function.defaults.borrow().len().min(most);
        let takes = if least == most {
            format!(
                "{most} positional argument{}",
                if most == 1 { "" } else { "s" }
            )
        } else {
            format!("from {least} to {most} positional arguments")
        };
        let keyword_only = names.iter().flat_map(|names| names.iter()).filter(|name| {
            code.locals[most..most + code.keyword_only as usize]
                .iter()
                .any(|local| Str::same(local, name))
        });
        let keyword_only = keyword_only.count();
        let and = if keyword_only > 0 {
            let plural = |count: usize| if count == 1 { "" } else { "s" };
            format!(
                " positional argument{} (and {keyword_only} keyword-only argument{})",
                plural(given),
                plural(keyword_only)
            )
        } else {
            String::new()
        };
        let was = if given == 1 && keyword_only == 0 {
            "was"
        } else {
            "were"
        };
        type_error(format!(
            "{}() takes {takes} but {given}{and} {was} given",
            function.qualname.borrow()
        ))
    }

    /// The parameters of a function stand at `base`: makes its frame, or its generator.
    pub fn enter(
        &mut self,
        function: Rc<Function>,
        base: usize,
        floor: usize,
        on: OnReturn,
    ) -> PyResult<Option<Flow>> {
        let code: &Code = &function.code;
        self.stack
            .resize(base + code.locals.len(), Value::Undefined);
        self.push_cells(&function, base);
        let is_generator = code.is_generator;
        let frame = Frame {
            function,
            at: 0,
            base: base as u32,
            floor: floor as u32,
            on_return: on,
            handling: Value::Undefined,
            namespace: None,
            generator: None,
            previous: u32::MAX,
        };
        if is_generator {
            let stack = self.stack.split_off(base);
            self.stack.truncate(floor);
            return Ok(Some(Value::Generator(new_generator(frame, stack)).into()));
        }
        if self.depth >= self.budgets.recursion {
            self.stack.truncate(floor);
            return Err(Exception::new(
                "RecursionError",
                "maximum recursion depth exceeded",
            ));
        }
        self.depth += 1;
        self.control.push(Control::Frame(frame));
        Ok(None)
    }

    /// Cells after the locals: own ones, some of which start with a parameter, then those of the closure.
    #[inline]
    pub fn push_cells(&mut self, function: &Function, base: usize) {
        for cell in &function.code.cells {
            let value = match cell.param {
                Some(param) => self.stack[base + param as usize].clone(),
                None => Value::Undefined,
            };
            self.stack.push(Value::Cell(Rc::new(Cell::new(value))));
        }
        for cell in &function.closure {
            self.stack.push(Value::Cell(cell.clone()));
        }
    }

    /// Pushes the frame of a class body, module or snippet.
    pub fn push_body(
        &mut self,
        function: Rc<Function>,
        namespace: Rc<Dict>,
        on: OnReturn,
    ) -> PyResult<()> {
        let base = self.stack.len();
        let is_snippet = function.code.kind == CodeKind::Snippet;
        self.enter(function, base, base, on)?;
        if let Some(Control::Frame(frame)) = self.control.last_mut()
            && !is_snippet
        {
            frame.namespace = Some(namespace);
        }
        Ok(())
    }
}

fn new_generator(frame: Frame, stack: Vec<Value>) -> Rc<Generator> {
    let function = frame.function.clone();
    let name = function.name.borrow().clone();
    let frame = Box::new(SavedFrame { frame, stack });
    Rc::new(Generator {
        state: GeneratorState::Waiting {
            frame,
            started: false,
        }
        .into(),
        function,
        name,
        is_orphan: false,
    })
}
