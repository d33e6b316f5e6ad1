//! Classes: the class statement, making instances, `isinstance`.

use std::rc::Rc;

use super::{Operation, Vm};
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{
    AliasKind, Class, Dict, Instance, Layout, Payload, Str, Wrapper, intern,
};
use crate::lang::{PyResult, Value, type_error};

impl Vm {
    /// `Class(...)`
    pub fn instantiate(&mut self, class: &Rc<Class>, args: CallArgs) -> PyResult<Flow> {
        if let Some(meta) = &class.meta {
            let name = self.names.call.clone();
            if let Some(method @ Value::Function(_)) = meta.lookup(&name) {
                let mut args = args;
                args.values.insert(0, Value::Class(class.clone()));
                return Ok(Flow::TailCall {
                    callee: method,
                    args,
                });
            }
        }
        self.construct(class, args)
    }

    /// What `type.__call__` does: `__new__`, then `__init__`.
    pub fn construct(&mut self, class: &Rc<Class>, args: CallArgs) -> PyResult<Flow> {
        if Rc::ptr_eq(class, &self.types.super_) {
            return self.make_super(args).map(Flow::Value);
        }
        let name = self.names.new.clone();
        let new = match self.lookup_cached(class, &name) {
            Some(Value::StaticMethod(wrapper)) => wrapper.function.clone(),
            Some(other) => other,
            None => Value::None,
        };
        match &new {
            Value::Builtin(builtin)
                if builtin
                    .owner
                    .as_ref()
                    .is_some_and(|owner| owner.as_str() == "object") =>
            {
                let instance = self.new_object(class, &args)?;
                self.initialize(class, instance, args)
            }
            Value::Builtin(builtin) => {
                let mut new_args = args.clone();
                new_args.values.insert(0, Value::Class(class.clone()));
                let slots = builtin.bind(new_args)?;
                let flow = self.attempt(Operation::Native(builtin.function), slots)?;
                if !class.is_python
                    && class.layout != Layout::Exception
                    && class.layout != Layout::Native
                {
                    return Ok(flow);
                }
                self.then_initialize(class, flow, args)
            }
            Value::None => Err(type_error(format!(
                "cannot create '{}' instances",
                class.full_name()
            ))),
            new => {
                let mut new_args = args.clone();
                new_args.values.insert(0, Value::Class(class.clone()));
                let call = Flow::TailCall {
                    callee: new.clone(),
                    args: new_args,
                };
                self.then_initialize(class, call, args)
            }
        }
    }

    fn then_initialize(&mut self, class: &Rc<Class>, flow: Flow, args: CallArgs) -> PyResult<Flow> {
        if let Flow::Value(value) = flow {
            return self.initialize(class, value, args);
        }
        let class = class.clone();
        Ok(super::iterate::then(flow, move |vm, result| {
            vm.initialize(&class, result?, args)
        }))
    }

    /// `__init__` of a new object, if it is one of the class.
    fn initialize(&mut self, class: &Rc<Class>, value: Value, args: CallArgs) -> PyResult<Flow> {
        let of = self.types.of(&value).clone();
        if !of.is_subclass_of(class) {
            return Ok(value.into());
        }
        let name = self.names.init.clone();
        match self.lookup_cached(&of, &name) {
            None => Ok(value.into()),
            Some(Value::Builtin(builtin))
                if builtin
                    .owner
                    .as_ref()
                    .is_some_and(|owner| owner.as_str() == "object") =>
            {
                Ok(value.into())
            }
            Some(init) => {
                let mut args = args;
                args.values.insert(0, value.clone());
                let call = Flow::TailCall { callee: init, args };
                Ok(super::iterate::then(
                    call,
                    move |vm, result| match result? {
                        Value::None => Ok(value.into()),
                        other => Err(type_error(format!(
                            "__init__() should return None, not '{}'",
                            vm.type_name(&other)
                        ))),
                    },
                ))
            }
        }
    }

    /// What `object.__new__` does.
    pub fn new_object(&mut self, class: &Rc<Class>, args: &CallArgs) -> PyResult<Value> {
        let names = class.abstract_names.borrow();
        if !names.is_empty() {
            let list: Vec<String> = names.iter().map(|name| name.to_string()).collect();
            let plural = if list.len() == 1 { "" } else { "s" };
            return Err(type_error(format!(
                "Can't instantiate abstract class {} with abstract method{plural} {}",
                class.name(),
                list.join(", ")
            )));
        }
        drop(names);
        if !args.values.is_empty() {
            let name = self.names.init.clone();
            let init_is_object = matches!(class.lookup(&name), Some(Value::Builtin(builtin)) if builtin.owner.as_ref().is_some_and(|owner| owner.as_str() == "object"));
            if init_is_object {
                return Err(type_error(format!("{}() takes no arguments", class.name())));
            }
        }
        self.charge(120)?;
        let payload = match class.layout {
            Layout::Value => Payload::Value(std::cell::OnceCell::new()),
            Layout::Exception => {
                return Ok(Instance::exception(
                    class.clone(),
                    Value::tuple(args.values.iter().cloned()),
                )
                .into());
            }
            _ => Payload::None,
        };
        Ok(Instance::new(class.clone(), payload).into())
    }

    /// An instance of a Python subclass of a built-in type, or the plain value for the type itself.
    pub fn new_value(&self, class: &Rc<Class>, value: Value) -> Value {
        if class.is_python {
            let cell = std::cell::OnceCell::new();
            let _ = cell.set(value.base().clone());
            Instance::new(class.clone(), Payload::Value(cell)).into()
        } else {
            value
        }
    }

    /// The class statement: `__build_class__(function, name, *bases, **keywords)`.
    pub fn build_class(
        &mut self,
        function: &Value,
        name: &Value,
        bases: &Value,
        keywords: &Value,
    ) -> PyResult<Flow> {
        let (Value::Function(function), Value::Tuple(bases), Value::Dict(keywords)) =
            (function, bases, keywords)
        else {
            return Err(type_error("__build_class__: bad arguments"));
        };
        let name = name.as_str().map(intern).unwrap_or_else(|| intern("?"));
        let mut classes = Vec::new();
        for base in bases.iter() {
            match base {
                Value::Class(class) => classes.push(class.clone()),
                Value::Alias(alias) => {
                    if let AliasKind::Generic(class) = &alias.kind {
                        classes.push(class.clone());
                    }
                }
                other => match self.getattr_opt(other, "__mro_entries__")? {
                    Some(method) => {
                        let entries = self
                            .call(&method, CallArgs::positional([Value::Tuple(bases.clone())]))?;
                        for entry in self.items_of(&entries)? {
                            if let Value::Class(class) = entry {
                                classes.push(class);
                            }
                        }
                    }
                    None => {
                        let kind = self.type_name(other);
                        return Err(type_error(format!(
                            "{kind}() takes no arguments as a base class"
                        )));
                    }
                },
            }
        }
        let explicit = keywords.get_str("metaclass");
        let mut meta = match &explicit {
            Some(Value::Class(class)) if !Rc::ptr_eq(class, &self.types.type_) => {
                Some(class.clone())
            }
            _ => None,
        };
        for base in &classes {
            if let Some(of_base) = &base.meta {
                match &meta {
                    Some(meta) if meta.is_subclass_of(of_base) => {}
                    _ => meta = Some(of_base.clone()),
                }
            }
        }
        let rest: Vec<(Rc<Str>, Value)> = keywords
            .pairs()
            .into_iter()
            .filter_map(|(key, value)| Some((intern(key.as_str()?), value)))
            .filter(|(key, _)| key.as_str() != "metaclass")
            .collect();
        let function = function.clone();
        if let Some(meta) = &meta {
            let prepare = self.names.prepare.clone();
            if let Some(Value::ClassMethod(wrapper)) = meta.lookup(&prepare) {
                let args = CallArgs::positional([
                    Value::Class(meta.clone()),
                    Value::Str(name.clone()),
                    Value::tuple(classes.iter().cloned().map(Value::Class)),
                ]);
                let call = Flow::TailCall {
                    callee: wrapper.function.clone(),
                    args,
                };
                let meta = Some(meta.clone());
                return Ok(super::iterate::then(call, move |_, namespace| {
                    let namespace = namespace?;
                    let dict = match namespace.base() {
                        Value::Dict(dict) => dict.clone(),
                        _ => return Err(type_error("__prepare__() must return a mapping")),
                    };
                    Ok(class_body(
                        function,
                        dict,
                        Some(namespace.clone()),
                        name,
                        classes,
                        meta,
                        rest,
                    ))
                }));
            }
        }
        Ok(class_body(
            function,
            Rc::default(),
            None,
            name,
            classes,
            meta,
            rest,
        ))
    }

    /// After the body has run.
    #[allow(clippy::too_many_arguments)]
    fn finish_class(
        &mut self,
        name: Rc<Str>,
        bases: Vec<Rc<Class>>,
        dict: Rc<Dict>,
        namespace: Option<Value>,
        meta: Option<Rc<Class>>,
        keywords: Vec<(Rc<Str>, Value)>,
        cell: Value,
    ) -> PyResult<Flow> {
        let flow = match &meta {
            None => make_class(self, &name, bases, dict, None, keywords)?,
            Some(meta) => {
                let args = [
                    Value::Str(name.clone()),
                    Value::tuple(bases.into_iter().map(Value::Class)),
                    namespace.unwrap_or(Value::Dict(dict)),
                ];
                Flow::TailCall {
                    callee: Value::Class(meta.clone()),
                    args: CallArgs::with_names(args, keywords),
                }
            }
        };
        Ok(super::iterate::then(flow, move |_, class| {
            let class = class?;
            if let Value::Cell(cell) = &cell {
                cell.set(class.clone());
            }
            Ok(class.into())
        }))
    }

    /// Whether a value is an instance of a class, or of one of a tuple of classes. May ask.
    pub fn is_instance(&mut self, value: &Value, kind: &Value) -> PyResult<bool> {
        match kind {
            Value::Class(class) => {
                if self.types.of(value).is_subclass_of(class) {
                    return Ok(true);
                }
                if class.meta.is_some() {
                    let name = self.names.instancecheck.clone();
                    if let Some(Value::Function(method)) = self.lookup_special(kind, &name) {
                        let result = self.call(
                            &Value::Function(method),
                            CallArgs::positional([kind.clone(), value.clone()]),
                        )?;
                        return self.truthy(&result);
                    }
                }
                // A class may say it is another (`__class__` as a property): not supported.
                Ok(false)
            }
            Value::Tuple(kinds) => self.nested(" in __instancecheck__", |vm| {
                for kind in kinds.iter() {
                    if vm.is_instance(value, kind)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }),
            Value::Alias(alias) if matches!(alias.kind, AliasKind::Union) => {
                for kind in &alias.args {
                    let kind = if kind.is_none() {
                        Value::Class(self.types.none.clone())
                    } else {
                        kind.clone()
                    };
                    if self.is_instance(value, &kind)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Alias(_) => Err(type_error(
                "isinstance() argument 2 cannot be a parameterized generic",
            )),
            Value::Instance(_) => {
                let name = self.names.instancecheck.clone();
                match self.special(kind, &name, [value.clone()]) {
                    Some(result) => {
                        let result = result?;
                        self.truthy(&result)
                    }
                    None => Err(type_error(
                        "isinstance() arg 2 must be a type, a tuple of types, or a union",
                    )),
                }
            }
            _ => Err(type_error(
                "isinstance() arg 2 must be a type, a tuple of types, or a union",
            )),
        }
    }

    /// `issubclass(class, kind)`
    pub fn is_subclass(&mut self, class: &Value, kind: &Value) -> PyResult<bool> {
        let Value::Class(inner) = class else {
            return Err(type_error("issubclass() arg 1 must be a class"));
        };
        match kind {
            Value::Class(outer) => {
                if inner.is_subclass_of(outer) {
                    return Ok(true);
                }
                if outer.meta.is_some() {
                    let name = self.names.subclasscheck.clone();
                    if let Some(Value::Function(method)) = self.lookup_special(kind, &name) {
                        let result = self.call(
                            &Value::Function(method),
                            CallArgs::positional([kind.clone(), class.clone()]),
                        )?;
                        return self.truthy(&result);
                    }
                }
                Ok(false)
            }
            Value::Tuple(kinds) => self.nested(" in __subclasscheck__", |vm| {
                for kind in kinds.iter() {
                    if vm.is_subclass(class, kind)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }),
            _ => Err(type_error(
                "issubclass() arg 2 must be a class, a tuple of classes, or a union",
            )),
        }
    }
}

fn class_body(
    function: Rc<crate::lang::objects::Function>,
    dict: Rc<Dict>,
    namespace: Option<Value>,
    name: Rc<Str>,
    bases: Vec<Rc<Class>>,
    meta: Option<Rc<Class>>,
    keywords: Vec<(Rc<Str>, Value)>,
) -> Flow {
    let body = Flow::Body {
        function,
        namespace: dict.clone(),
    };
    super::iterate::then(body, move |vm, cell| {
        vm.finish_class(name, bases, dict, namespace, meta, keywords, cell?)
    })
}

/// What `type(name, bases, dict)` makes, and then `__set_name__` and `__init_subclass__`.
pub fn make_class(
    vm: &mut Vm,
    name: &Rc<Str>,
    bases: Vec<Rc<Class>>,
    namespace: Rc<Dict>,
    meta: Option<Rc<Class>>,
    keywords: Vec<(Rc<Str>, Value)>,
) -> PyResult<Flow> {
    let bases = if bases.is_empty() {
        vec![vm.types.object.clone()]
    } else {
        bases
    };
    for base in &bases {
        let types = &vm.types;
        let closed = [
            &types.bool,
            &types.none,
            &types.range,
            &types.slice,
            &types.function,
            &types.generator,
            &types.ellipsis,
        ];
        if closed.iter().any(|class| Rc::ptr_eq(class, base)) {
            return Err(type_error(format!(
                "type '{}' is not an acceptable base type",
                base.name()
            )));
        }
    }
    let dict = Rc::new(Dict {
        map: std::cell::RefCell::new(namespace.map.borrow().clone()),
    });
    dict.remove_name(&intern("__classcell__"));
    for (special, is_static) in [
        ("__new__", true),
        ("__init_subclass__", false),
        ("__class_getitem__", false),
    ] {
        if let Some(function @ Value::Function(_)) = dict.get_str(special) {
            let wrapper = Rc::new(Wrapper { function });
            dict.set_str(
                special,
                if is_static {
                    Value::StaticMethod(wrapper)
                } else {
                    Value::ClassMethod(wrapper)
                },
            );
        }
    }
    if dict.get_str("__eq__").is_some() && dict.get_str("__hash__").is_none() {
        dict.set_str("__hash__", Value::None);
    }
    if dict.get_str("__module__").is_none() {
        dict.set_str("__module__", "__main__");
    }
    let layouts: Vec<Layout> = bases
        .iter()
        .map(|base| base.layout)
        .filter(|&layout| layout != Layout::Object)
        .collect();
    if layouts.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(type_error("multiple bases have instance lay-out conflict"));
    }
    let class =
        Class::with_meta(name, bases, dict.clone(), None, meta, true).map_err(type_error)?;
    collect_abstract(vm, &class)?;
    // `__set_name__` of descriptors, in the order of the body; then the parent's `__init_subclass__`.
    let mut calls = Vec::new();
    for (key, value) in dict.pairs() {
        if let Value::Instance(_) = &value
            && let Some(method) = vm.lookup_special(&value, &vm.names.set_name.clone())
        {
            calls.push((
                method,
                CallArgs::positional([value, Value::Class(class.clone()), key]),
            ));
        }
    }
    let hook = vm.names.init_subclass.clone();
    let parent_hook = class
        .ancestors
        .iter()
        .find_map(|ancestor| ancestor.dict.get_name(&hook));
    match parent_hook {
        Some(Value::ClassMethod(wrapper)) if !matches!(wrapper.function, Value::Builtin(_)) => {
            calls.push((
                wrapper.function.clone(),
                CallArgs::with_names([Value::Class(class.clone())], keywords),
            ));
        }
        _ if !keywords.is_empty() => {
            return Err(type_error(format!(
                "{}.__init_subclass__() takes no keyword arguments",
                class.name()
            )));
        }
        _ => {}
    }
    calls.reverse();
    Ok(call_all(calls, Value::Class(class)))
}

/// Calls one after the other; the result is given.
fn call_all(mut calls: Vec<(Value, CallArgs)>, result: Value) -> Flow {
    match calls.pop() {
        None => Flow::Value(result),
        Some((callee, args)) => {
            super::iterate::then(Flow::TailCall { callee, args }, move |_, outcome| {
                outcome?;
                Ok(call_all(calls, result))
            })
        }
    }
}

/// Which methods are still abstract.
fn collect_abstract(vm: &mut Vm, class: &Rc<Class>) -> PyResult<()> {
    let mut names: Vec<Rc<Str>> = Vec::new();
    for (key, value) in class.dict.pairs() {
        if let Some(key) = key.as_str()
            && is_abstract(vm, &value)
        {
            names.push(intern(key));
        }
    }
    for base in &class.bases {
        for name in base.abstract_names.borrow().iter() {
            if let Some(value) = class.lookup(name)
                && is_abstract(vm, &value)
                && !names.iter().any(|known| known.as_str() == name.as_str())
            {
                names.push(name.clone());
            }
        }
    }
    names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    *class.abstract_names.borrow_mut() = names;
    Ok(())
}

fn is_abstract(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Function(function) => {
            let marked = function
                .dict
                .borrow()
                .as_ref()
                .and_then(|dict| dict.get_name(&vm.names.isabstractmethod));
            matches!(marked, Some(Value::Bool(true)))
        }
        Value::Property(property) => [&property.get, &property.set, &property.delete]
            .into_iter()
            .any(|part| is_abstract(vm, part)),
        Value::StaticMethod(wrapper) | Value::ClassMethod(wrapper) => {
            is_abstract(vm, &wrapper.function)
        }
        _ => false,
    }
}
