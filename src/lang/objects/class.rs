//! Classes: names, bases, the method resolution order, and the attributes.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::{Dict, Function, Str, intern};
use crate::lang::Value;

/// What the instances of a class carry beside their attributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// Attributes only.
    Object,
    /// A value of a built-in type (`class Grid(list)`).
    Value,
    /// Arguments, cause and traceback.
    Exception,
    /// A Rust value that a library put there.
    Native,
}

/// Which hooks a class has: looked at on the fast paths.
#[derive(Clone, Copy, Default)]
pub struct ClassFlags {
    pub getattribute: bool,
    pub getattr: bool,
    pub setattr: bool,
    pub delattr: bool,
}

/// A Python class.
pub struct Class {
    name: RefCell<Rc<Str>>,
    pub bases: Vec<Rc<Class>>,
    this: Weak<Class>,
    /// The method resolution order after this class itself: C3, `object` last.
    pub ancestors: Vec<Rc<Class>>,
    /// The class of this class; None is `type`.
    pub meta: Option<Rc<Class>>,
    pub dict: Rc<Dict>,
    pub layout: Layout,
    /// Whether Python code may derive from it (`bool` may not be).
    pub is_final: bool,
    /// Made by a class statement, not by Rust.
    pub is_python: bool,
    pub flags: Cell<ClassFlags>,
    /// The plain `__init__` of this class as of a version of it: see the machine's quick calls.
    pub constructor: RefCell<(u32, Option<Rc<Function>>)>,
    /// Never the same again after a change to this class or to one above it.
    version: Cell<u32>,
    subclasses: RefCell<Vec<Weak<Class>>>,
    /// Names that still have to be defined before there can be instances.
    pub abstract_names: RefCell<Vec<Rc<Str>>>,
    /// `__slots__` without `__dict__`: only these names may be set.
    pub slots: Option<Vec<Rc<Str>>>,
}

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

fn next_version() -> u32 {
    NEXT_VERSION.with(|next| {
        next.set(next.get() + 1);
        next.get()
    })
}

impl Class {
    /// A class with these bases, or the reason why there cannot be one.
    pub fn new(
        name: &str,
        bases: Vec<Rc<Class>>,
        dict: Rc<Dict>,
        layout: Option<Layout>,
    ) -> Result<Rc<Class>, String> {
        Class::with_meta(name, bases, dict, layout, None, false)
    }

    pub fn with_meta(
        name: &str,
        bases: Vec<Rc<Class>>,
        dict: Rc<Dict>,
        layout: Option<Layout>,
        meta: Option<Rc<Class>>,
        is_python: bool,
    ) -> Result<Rc<Class>, String> {
        let ancestors = linearize(&bases)?;
        let layout = match layout {
            Some(layout) => layout,
            None => ancestors
                .iter()
                .map(|class| class.layout)
                .find(|&layout| layout != Layout::Object)
                .unwrap_or(Layout::Object),
        };
        let class = Rc::new_cyclic(|this: &Weak<Class>| Class {
            name: RefCell::new(intern(name)),
            bases,
            this: this.clone(),
            ancestors,
            meta,
            slots: slots_of(&dict),
            dict,
            layout,
            is_final: false,
            is_python,
            flags: Cell::default(),
            constructor: RefCell::default(),
            version: Cell::new(next_version()),
            subclasses: RefCell::default(),
            abstract_names: RefCell::default(),
        });
        for base in &class.bases {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        class.refresh_flags();
        Ok(class)
    }

    pub fn name(&self) -> Rc<Str> {
        self.name.borrow().clone()
    }

    pub fn set_name(&self, name: Rc<Str>) {
        *self.name.borrow_mut() = name;
    }

    /// `__qualname__`
    pub fn qualname(&self) -> Rc<Str> {
        match self.dict.get_str("__qualname__") {
            Some(Value::Str(text)) => text,
            _ => self.name(),
        }
    }

    /// `__module__`
    pub fn module(&self) -> Rc<Str> {
        match self.dict.get_str("__module__") {
            Some(Value::Str(text)) => text,
            _ => intern("builtins"),
        }
    }

    /// `collections.OrderedDict`, and without a module for built-ins: as error messages and `repr` name a class.
    pub fn full_name(&self) -> String {
        let module = self.module();
        if module.as_str() == "builtins" {
            self.qualname().to_string()
        } else {
            format!("{}.{}", module.as_str(), self.qualname().as_str())
        }
    }

    /// Never 0.
    #[inline]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// The attribute in this class or the first class above it that has it. No descriptor is called.
    pub fn lookup(&self, name: &Rc<Str>) -> Option<Value> {
        self.lookup_with_owner(name).map(|(value, _)| value)
    }

    /// With the class that has it.
    pub fn lookup_with_owner(&self, name: &Rc<Str>) -> Option<(Value, Rc<Class>)> {
        if let Some(value) = self.dict.get_name(name) {
            return Some((value, self.this.upgrade()?));
        }
        self.ancestors
            .iter()
            .find_map(|class| Some((class.dict.get_name(name)?, class.clone())))
    }

    pub fn lookup_str(&self, name: &str) -> Option<Value> {
        self.lookup(&intern(name))
    }

    pub fn set_attribute(&self, name: &Rc<Str>, value: Value) {
        self.dict.set_name(name, value);
        self.changed();
    }

    pub fn remove_attribute(&self, name: &Rc<Str>) -> Option<Value> {
        let removed = self.dict.remove_name(name);
        self.changed();
        removed
    }

    /// To be called after `dict` was changed.
    pub fn changed(&self) {
        self.version.set(next_version());
        self.refresh_flags();
        let subclasses: Vec<_> = self
            .subclasses
            .borrow()
            .iter()
            .filter_map(Weak::upgrade)
            .collect();
        for subclass in subclasses {
            subclass.changed();
        }
    }

    fn refresh_flags(&self) {
        let has = |name: &str| {
            let name = intern(name);
            self.dict.get_name(&name).is_some()
                || self
                    .ancestors
                    .iter()
                    .any(|class| class.dict.get_name(&name).is_some() && !class.bases.is_empty())
        };
        self.flags.set(ClassFlags {
            getattribute: has("__getattribute__"),
            getattr: has("__getattr__"),
            setattr: has("__setattr__"),
            delattr: has("__delattr__"),
        });
    }

    /// Whether this is `other` or derives from it.
    #[inline]
    pub fn is_subclass_of(&self, other: &Class) -> bool {
        std::ptr::eq(self, other)
            || self
                .ancestors
                .iter()
                .any(|class| std::ptr::eq(&**class, other))
    }

    pub fn this(&self) -> Rc<Class> {
        self.this
            .upgrade()
            .expect("a class that is borrowed is alive")
    }

    pub fn subclasses(&self) -> Vec<Rc<Class>> {
        self.subclasses
            .borrow()
            .iter()
            .filter_map(Weak::upgrade)
            .collect()
    }
}

fn slots_of(dict: &Dict) -> Option<Vec<Rc<Str>>> {
    let names: Vec<Rc<Str>> = match dict.get_str("__slots__")? {
        Value::Str(name) => vec![name],
        Value::Tuple(items) => items
            .iter()
            .filter_map(|item| item.as_str().map(intern))
            .collect(),
        Value::List(items) => items
            .items
            .borrow()
            .iter()
            .filter_map(|item| item.as_str().map(intern))
            .collect(),
        _ => return None,
    };
    (!names.iter().any(|name| name.as_str() == "__dict__")).then_some(names)
}

/// C3: the order of all classes above a class with these bases.
fn linearize(bases: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, String> {
    for (at, base) in bases.iter().enumerate() {
        if bases[..at].iter().any(|other| Rc::ptr_eq(other, base)) {
            return Err(format!("duplicate base class {}", base.name()));
        }
    }
    let mut sequences: Vec<Vec<Rc<Class>>> = bases
        .iter()
        .map(|base| {
            std::iter::once(base.clone())
                .chain(base.ancestors.iter().cloned())
                .collect()
        })
        .collect();
    sequences.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        sequences.retain(|sequence| !sequence.is_empty());
        if sequences.is_empty() {
            return Ok(order);
        }
        let in_a_tail = |class: &Rc<Class>| {
            sequences
                .iter()
                .any(|sequence| sequence[1..].iter().any(|other| Rc::ptr_eq(other, class)))
        };
        let Some(next) = sequences
            .iter()
            .map(|sequence| sequence[0].clone())
            .find(|class| !in_a_tail(class))
        else {
            let mut names: Vec<_> = Vec::new();
            for sequence in &sequences {
                let name = sequence[0].name();
                if !names
                    .iter()
                    .any(|known: &Rc<Str>| known.as_str() == name.as_str())
                {
                    names.push(name);
                }
            }
            let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
            return Err(format!(
                "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                names.join(", ")
            ));
        };
        for sequence in &mut sequences {
            if Rc::ptr_eq(&sequence[0], &next) {
                sequence.remove(0);
            }
        }
        order.push(next);
    }
}
