//! Names and attributes through the caches of the ops that ask for them.

use std::rc::Rc;

use crate::lang::code::Body;
use crate::lang::objects::Str;
use crate::lang::vm::{Control, Vm};
use crate::lang::{Exception, Value};

impl Vm {
    /// Pushes a global or built-in; false if there is none.
    #[inline]
    pub(super) fn load_global(&mut self, body: &Body, name: u16, cache: u32) -> bool {
        let Some(Control::Frame(frame)) = self.control.last() else {
            return false;
        };
        let cache = &body.caches[cache as usize];
        let name = &body.names[name as usize];
        let globals = frame.function.globals.map.borrow();
        let version = cache.version.get();
        let map_holds = |map: &crate::lang::objects::DictMap| -> Option<Value> {
            let entry = map.entry(cache.index.get() as usize)?;
            matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name))
                .then(|| entry.value.clone())
        };
        if version == 0 {
            if let Some(value) = map_holds(&globals) {
                self.stack.push(value);
                return true;
            }
        } else if version == globals.keys_version
            && let Some(value) = map_holds(&self.builtins.map.borrow())
        {
            self.stack.push(value);
            return true;
        }
        if let Some(index) = globals.find_name(name) {
            cache.version.set(0);
            cache.index.set(index as u32);
            let value = globals
                .entry(index)
                .map(|entry| entry.value.clone())
                .unwrap_or_default();
            self.stack.push(value);
            return true;
        }
        let builtins = self.builtins.map.borrow();
        if let Some(index) = builtins.find_name(name) {
            cache.version.set(globals.keys_version);
            cache.index.set(index as u32);
            let value = builtins
                .entry(index)
                .map(|entry| entry.value.clone())
                .unwrap_or_default();
            self.stack.push(value);
            return true;
        }
        false
    }

    /// `name 'x' is not defined`
    pub(super) fn undefined_name(&self, name: &Rc<Str>) -> Exception {
        let globals = match self.control.last() {
            Some(Control::Frame(frame)) => Value::Dict(frame.function.globals.clone()),
            _ => Value::None,
        };
        Exception::new("NameError", format!("name '{name}' is not defined")).about(&globals, name)
    }

    /// Remembers what an instance's class says about a name, if that settles it.
    pub(super) fn fill_cache(
        &mut self,
        value: &Value,
        name: &Rc<Str>,
        cache: &crate::lang::code::Cache,
    ) {
        let Value::Instance(instance) = value else {
            return;
        };
        let class = &instance.class;
        if class.flags.get().getattribute {
            return;
        }
        let found = self.lookup_cached(class, name);
        if found
            .as_ref()
            .is_some_and(|found| self.is_data_descriptor(found))
        {
            return;
        }
        cache.version.set(class.version());
        *cache.value.borrow_mut() = match found {
            Some(found @ (Value::Function(_) | Value::Builtin(_))) => found,
            _ => Value::Undefined,
        };
        if let Some(index) = instance
            .dict_if_any()
            .and_then(|dict| dict.map.borrow().find_name(name))
        {
            cache.index.set(index as u32);
        }
    }

    /// Pushes function and object for a method call, where no bound method need be made.
    #[inline]
    pub(super) fn load_method(&mut self, name: &Rc<Str>, cache: &crate::lang::code::Cache) -> bool {
        let value = self.top();
        let version = match value {
            Value::Instance(instance) => instance.class.version(),
            Value::List(_) => self.types.list.version(),
            Value::Dict(_) => self.types.dict.version(),
            Value::Str(_) => self.types.str.version(),
            Value::Module(module) => {
                let map = module.dict.map.borrow();
                let hit = map
                    .entry(cache.index.get() as usize)
                    .filter(|entry| matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name)));
                let found = match hit {
                    Some(entry) => Some(entry.value.clone()),
                    None => map.find_name(name).and_then(|index| {
                        cache.index.set(index as u32);
                        map.entry(index).map(|entry| entry.value.clone())
                    }),
                };
                drop(map);
                let Some(found) = found else { return false };
                let module = std::mem::replace(self.top_mut(), Value::Undefined);
                self.stack.push(found);
                drop(module);
                return true;
            }
            Value::Class(_) | Value::Super(_) => return false,
            value => self.types.of(value).version(),
        };
        if cache.version.get() == version {
            let function = cache.value.borrow();
            if !function.is_undefined() {
                let shadowed = match value {
                    Value::Instance(instance) => instance
                        .dict_if_any()
                        .is_some_and(|dict| dict.map.borrow().find_name(name).is_some()),
                    _ => false,
                };
                if !shadowed {
                    let function = function.clone();
                    let value = std::mem::replace(self.top_mut(), function);
                    self.stack.push(value);
                    return true;
                }
            }
            return false;
        }
        let value = value.clone();
        let class = self.types.of(&value).clone();
        if class.flags.get().getattribute {
            return false;
        }
        let function = match self.lookup_cached(&class, name) {
            Some(function @ Value::Function(_)) => function,
            Some(Value::Builtin(builtin)) if builtin.is_method => Value::Builtin(builtin),
            _ => return false,
        };
        cache.version.set(version);
        *cache.value.borrow_mut() = function;
        self.load_method(name, cache)
    }

    /// Sets an attribute in the instance's own dict where nothing else has a say; else gives both back.
    #[inline]
    pub(super) fn store_cached(
        &mut self,
        object: Value,
        value: Value,
        name: &Rc<Str>,
        cache: &crate::lang::code::Cache,
    ) -> Option<(Value, Value)> {
        let Value::Instance(instance) = &object else {
            return Some((object, value));
        };
        let class = &instance.class;
        if cache.version.get() != class.version() {
            let plain = !class.flags.get().setattr
                && class.slots.is_none()
                && !matches!(class.layout, crate::lang::objects::Layout::Exception)
                && class.is_python
                && name.as_str() != "__class__"
                && match self.lookup_cached(class, name) {
                    Some(found) => !self.is_data_descriptor(&found),
                    None => true,
                }
                && !class
                    .ancestors
                    .iter()
                    .any(|ancestor| ancestor.slots.is_some());
            if !plain {
                return Some((object, value));
            }
            cache.version.set(class.version());
        }
        let mut map = instance.dict().map.borrow_mut();
        let at = cache.index.get() as usize;
        let hit = matches!(map.entry(at), Some(entry) if matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name)));
        let index = if hit { Some(at) } else { map.find_name(name) };
        let old = match index {
            Some(index) => {
                cache.index.set(index as u32);
                std::mem::replace(map.value_mut(index), value)
            }
            None => {
                let index = map.push(name.hash(), Value::Str(name.clone()), value);
                cache.index.set(index as u32);
                Value::Undefined
            }
        };
        drop(map);
        drop(old);
        None
    }
}
