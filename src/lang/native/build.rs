//! Classes and modules made in Rust.

use std::rc::Rc;

use super::{NativeFn, Signature};
use crate::lang::objects::{Builtin, Class, Dict, Layout, Module, Property, Str, Wrapper, intern};
use crate::lang::{PyResult, Value, Vm};

/// Puts a class together.
///
/// ```text
/// let size = ClassBuilder::new("Size", "torch").base(&vm.types.tuple)
///     .method("numel", "(self)", numel)
///     .getter("ndim", ndim)
///     .build();
/// ```
pub struct ClassBuilder {
    name: Rc<Str>,
    module: Rc<Str>,
    bases: Vec<Rc<Class>>,
    dict: Rc<Dict>,
    layout: Option<Layout>,
}

impl ClassBuilder {
    /// A class `name` of `module` (`"builtins"` for none that is shown). Without bases it is derived from `object`.
    pub fn new(name: &str, module: &str) -> ClassBuilder {
        let dict = Rc::new(Dict::default());
        dict.set_str("__module__", module);
        ClassBuilder {
            name: intern(name),
            module: intern(module),
            bases: Vec::new(),
            dict,
            layout: None,
        }
    }

    pub fn base(mut self, class: &Rc<Class>) -> ClassBuilder {
        self.bases.push(class.clone());
        self
    }

    /// What instances carry, where it differs from the base's.
    pub fn layout(mut self, layout: Layout) -> ClassBuilder {
        self.layout = Some(layout);
        self
    }

    pub fn doc(self, doc: &str) -> ClassBuilder {
        self.dict.set_str("__doc__", doc);
        self
    }

    /// A method. The signature names `self` first: `"(self, other, *, alpha=1)"`.
    pub fn method(
        self,
        name: &str,
        signature: &str,
        function: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    ) -> ClassBuilder {
        self.native(name, signature, NativeFn::Plain(function))
    }

    /// A method of any kind of native function.
    pub fn native(self, name: &str, signature: &str, function: NativeFn) -> ClassBuilder {
        let builtin = self.builtin(name, signature, function, true);
        self.attribute(name, builtin)
    }

    pub fn static_method(
        self,
        name: &str,
        signature: &str,
        function: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    ) -> ClassBuilder {
        let function = self.builtin(name, signature, NativeFn::Plain(function), false);
        self.attribute(name, Value::StaticMethod(Rc::new(Wrapper { function })))
    }

    /// The class comes as the first argument: `"(cls, iterable)"`.
    pub fn class_method(
        self,
        name: &str,
        signature: &str,
        function: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    ) -> ClassBuilder {
        let function = self.builtin(name, signature, NativeFn::Plain(function), true);
        self.attribute(name, Value::ClassMethod(Rc::new(Wrapper { function })))
    }

    /// A read-only attribute that is computed.
    pub fn getter(self, name: &str, get: fn(&mut Vm, &[Value]) -> PyResult<Value>) -> ClassBuilder {
        let get = self.builtin(name, "(self, /)", NativeFn::Plain(get), true);
        self.attribute(
            name,
            Value::Property(Rc::new(Property {
                get,
                set: Value::None,
                delete: Value::None,
                doc: Value::None,
            })),
        )
    }

    /// A computed attribute that can be set: `set` gets the object and the new value.
    pub fn property(
        self,
        name: &str,
        get: fn(&mut Vm, &[Value]) -> PyResult<Value>,
        set: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    ) -> ClassBuilder {
        let get = self.builtin(name, "(self, /)", NativeFn::Plain(get), true);
        let set = self.builtin(name, "(self, value, /)", NativeFn::Plain(set), true);
        self.attribute(
            name,
            Value::Property(Rc::new(Property {
                get,
                set,
                delete: Value::None,
                doc: Value::None,
            })),
        )
    }

    /// A class attribute.
    pub fn attribute(self, name: &str, value: impl Into<Value>) -> ClassBuilder {
        self.dict.set_str(name, value.into());
        self
    }

    fn builtin(&self, name: &str, signature: &str, function: NativeFn, is_method: bool) -> Value {
        Value::Builtin(Rc::new(Builtin {
            name: intern(name),
            owner: Some(self.name.clone()),
            module: Some(self.module.clone()),
            signature: Rc::new(Signature::parse(signature)),
            function,
            is_method,
            doc: "",
        }))
    }

    /// The class.
    ///
    /// # Panics
    /// If the bases do not go together: they are constants of this program.
    pub fn build(self, vm: &Vm) -> Rc<Class> {
        let bases = if self.bases.is_empty() {
            vec![vm.types.object.clone()]
        } else {
            self.bases
        };
        Class::new(&self.name, bases, self.dict, self.layout)
            .unwrap_or_else(|reason| panic!("{reason}"))
    }
}

/// Puts a module together.
pub struct ModuleBuilder {
    module: Module,
}

impl ModuleBuilder {
    pub fn new(name: &str) -> ModuleBuilder {
        ModuleBuilder {
            module: Module::new(name),
        }
    }

    pub fn function(
        self,
        name: &str,
        signature: &str,
        function: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    ) -> ModuleBuilder {
        self.native(name, signature, NativeFn::Plain(function))
    }

    pub fn native(self, name: &str, signature: &str, function: NativeFn) -> ModuleBuilder {
        let builtin = Builtin {
            name: intern(name),
            owner: None,
            module: Some(self.module.name.clone()),
            signature: Rc::new(Signature::parse(signature)),
            function,
            is_method: false,
            doc: "",
        };
        self.value(name, Value::Builtin(Rc::new(builtin)))
    }

    pub fn class(self, class: &Rc<Class>) -> ModuleBuilder {
        let name = class.name();
        self.value(&name, Value::Class(class.clone()))
    }

    pub fn value(self, name: &str, value: impl Into<Value>) -> ModuleBuilder {
        self.module.dict.set_str(name, value.into());
        self
    }

    pub fn build(self) -> Rc<Module> {
        Rc::new(self.module)
    }
}
