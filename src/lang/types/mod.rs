//! The built-in types: the classes themselves, and in one file a type the table of what it can do.

pub mod arguments;
pub mod bytes;
pub mod construct;
pub mod define;
mod dict;
pub mod exceptions;
mod list;
pub mod numbers;
mod object;
mod operators;
mod ranges;
mod set;
pub mod sort;
mod text;
mod text_format;
mod text_split;

pub use numbers::{int_of_float, round_int};
pub use text_format::small_or_big;

use std::collections::HashMap;
use std::rc::Rc;

use super::Value;
use super::Vm;
use super::objects::{Class, Dict, IterState, Layout, ViewKind};

macro_rules! types {
    ($($field:ident = $name:literal in $layout:ident),* $(,)?) => {
        /// The class of every built-in type.
        pub struct Types {
            pub object: Rc<Class>,
            $(pub $field: Rc<Class>,)*
            pub bool: Rc<Class>,
            pub exceptions: HashMap<&'static str, Rc<Class>>,
        }

        impl Default for Types {
            fn default() -> Types {
                let make = |name: &str, bases: Vec<Rc<Class>>, layout| {
                    let dict = Rc::new(Dict::default());
                    dict.set_str("__module__", "builtins");
                    Class::new(name, bases, dict, Some(layout)).expect("built-in classes have one base")
                };
                let object = make("object", Vec::new(), Layout::Object);
                $(let $field = make($name, vec![object.clone()], Layout::$layout);)*
                let mut exceptions = HashMap::new();
                exceptions.insert("BaseException", make("BaseException", vec![object.clone()], Layout::Exception));
                for &(name, base) in exceptions::HIERARCHY {
                    let base = exceptions[base].clone();
                    exceptions.insert(name, make(name, vec![base], Layout::Exception));
                }
                let mut types = Types { bool: object.clone(), object, $($field,)* exceptions };
                types.bool = make("bool", vec![types.int.clone()], Layout::Value);
                types
            }
        }
    };
}

types! {
    type_ = "type" in Object,
    none = "NoneType" in Object,
    ellipsis = "ellipsis" in Object,
    not_implemented = "NotImplementedType" in Object,
    int = "int" in Value,
    float = "float" in Value,
    complex = "complex" in Value,
    str = "str" in Value,
    bytes = "bytes" in Value,
    bytearray = "bytearray" in Value,
    list = "list" in Value,
    tuple = "tuple" in Value,
    dict = "dict" in Value,
    set = "set" in Value,
    frozenset = "frozenset" in Value,
    slice = "slice" in Object,
    range = "range" in Object,
    dict_keys = "dict_keys" in Object,
    dict_values = "dict_values" in Object,
    dict_items = "dict_items" in Object,
    function = "function" in Object,
    builtin = "builtin_function_or_method" in Object,
    method_descriptor = "method_descriptor" in Object,
    method = "method" in Object,
    property = "property" in Value,
    static_method = "staticmethod" in Value,
    class_method = "classmethod" in Value,
    super_ = "super" in Object,
    module = "module" in Object,
    generator = "generator" in Object,
    cell = "cell" in Object,
    code = "code" in Object,
    traceback = "traceback" in Object,
    mapping_proxy = "mappingproxy" in Object,
    generic_alias = "types.GenericAlias" in Object,
    union = "types.UnionType" in Object,
    list_iterator = "list_iterator" in Object,
    list_reverse_iterator = "list_reverseiterator" in Object,
    tuple_iterator = "tuple_iterator" in Object,
    range_iterator = "range_iterator" in Object,
    str_iterator = "str_iterator" in Object,
    bytes_iterator = "bytes_iterator" in Object,
    dict_key_iterator = "dict_keyiterator" in Object,
    dict_value_iterator = "dict_valueiterator" in Object,
    dict_item_iterator = "dict_itemiterator" in Object,
    set_iterator = "set_iterator" in Object,
    iterator = "iterator" in Object,
    callable_iterator = "callable_iterator" in Object,
    enumerate = "enumerate" in Object,
    zip = "zip" in Object,
    map = "map" in Object,
    filter = "filter" in Object,
    reversed = "reversed" in Object,
}

impl Types {
    /// `type(value)`
    pub fn of<'a>(&'a self, value: &'a Value) -> &'a Rc<Class> {
        match value {
            Value::Instance(instance) => &instance.class,
            Value::Int(_) | Value::BigInt(_) => &self.int,
            Value::Float(_) => &self.float,
            Value::Str(_) => &self.str,
            Value::List(_) => &self.list,
            Value::Dict(_) => &self.dict,
            Value::Tuple(_) => &self.tuple,
            Value::Undefined | Value::None => &self.none,
            Value::Ellipsis => &self.ellipsis,
            Value::NotImplemented => &self.not_implemented,
            Value::Bool(_) => &self.bool,
            Value::Complex(_) => &self.complex,
            Value::Bytes(_) => &self.bytes,
            Value::ByteArray(_) => &self.bytearray,
            Value::Set(_) => &self.set,
            Value::FrozenSet(_) => &self.frozenset,
            Value::Slice(_) => &self.slice,
            Value::Range(_) => &self.range,
            Value::DictView(view) => match view.kind {
                ViewKind::Keys => &self.dict_keys,
                ViewKind::Values => &self.dict_values,
                ViewKind::Items => &self.dict_items,
            },
            Value::Iterator(iter) => self.of_iterator(&iter.state.borrow()),
            Value::Generator(_) => &self.generator,
            Value::Function(_) => &self.function,
            Value::Builtin(builtin) if builtin.is_method => &self.method_descriptor,
            Value::Builtin(_) => &self.builtin,
            Value::Method(method) if matches!(method.function, Value::Builtin(_)) => &self.builtin,
            Value::Method(_) => &self.method,
            Value::Property(_) => &self.property,
            Value::StaticMethod(_) => &self.static_method,
            Value::ClassMethod(_) => &self.class_method,
            Value::Super(_) => &self.super_,
            Value::Class(class) => class.meta.as_ref().unwrap_or(&self.type_),
            Value::Module(_) => &self.module,
            Value::Cell(_) => &self.cell,
            Value::Code(_) => &self.code,
            Value::Traceback(_) => &self.traceback,
            Value::MappingProxy(_) => &self.mapping_proxy,
            Value::Alias(alias) => match alias.kind {
                super::objects::AliasKind::Generic(_) => &self.generic_alias,
                super::objects::AliasKind::Union => &self.union,
            },
        }
    }

    fn of_iterator(&self, state: &IterState) -> &Rc<Class> {
        match state {
            IterState::List { .. } | IterState::Done => &self.list_iterator,
            IterState::ListReversed { .. } => &self.list_reverse_iterator,
            IterState::Tuple { .. } => &self.tuple_iterator,
            IterState::Range { .. } => &self.range_iterator,
            IterState::Str { .. } => &self.str_iterator,
            IterState::Bytes { .. } => &self.bytes_iterator,
            IterState::Dict {
                kind: ViewKind::Keys,
                ..
            } => &self.dict_key_iterator,
            IterState::Dict {
                kind: ViewKind::Values,
                ..
            } => &self.dict_value_iterator,
            IterState::Dict {
                kind: ViewKind::Items,
                ..
            } => &self.dict_item_iterator,
            IterState::Set { .. } => &self.set_iterator,
            IterState::Sequence { reversed: true, .. } => &self.reversed,
            IterState::Sequence { .. } | IterState::Native { .. } => &self.iterator,
            IterState::Enumerate { .. } => &self.enumerate,
            IterState::Zip { .. } => &self.zip,
            IterState::Map { .. } => &self.map,
            IterState::Filter { .. } => &self.filter,
            IterState::Call { .. } => &self.callable_iterator,
        }
    }
}

/// Gives the built-in types what they can do.
pub fn install(vm: &mut Vm) {
    let types = vm.types.clone();
    let tables: &[(&Rc<Class>, &[&[define::Def]])] = &[
        (&types.object, &[object::OBJECT]),
        (&types.type_, &[object::TYPE]),
        (&types.int, &[construct::INT, numbers::INT_METHODS]),
        (&types.bool, &[construct::BOOL]),
        (&types.float, &[construct::FLOAT, numbers::FLOAT_METHODS]),
        (
            &types.complex,
            &[construct::COMPLEX, numbers::COMPLEX_METHODS],
        ),
        (
            &types.str,
            &[
                construct::STR,
                text::METHODS,
                text_format::METHODS,
                text_split::METHODS,
            ],
        ),
        (&types.bytes, &[construct::BYTES, bytes::METHODS]),
        (
            &types.bytearray,
            &[construct::BYTEARRAY, bytes::METHODS, bytes::ARRAY_METHODS],
        ),
        (
            &types.list,
            &[construct::LIST, list::METHODS, sort::METHODS],
        ),
        (&types.tuple, &[construct::TUPLE, list::TUPLE_METHODS]),
        (&types.dict, &[construct::DICT, dict::METHODS]),
        (&types.mapping_proxy, &[dict::METHODS]),
        (&types.dict_keys, &[dict::VIEW_METHODS]),
        (&types.dict_values, &[dict::VIEW_METHODS]),
        (&types.dict_items, &[dict::VIEW_METHODS]),
        (
            &types.set,
            &[construct::SET, set::METHODS, set::CHANGING_METHODS],
        ),
        (&types.frozenset, &[construct::FROZENSET, set::METHODS]),
        (&types.slice, &[construct::SLICE, ranges::SLICE_METHODS]),
        (&types.range, &[construct::RANGE, ranges::RANGE_METHODS]),
        (&types.enumerate, &[construct::ENUMERATE]),
        (&types.zip, &[construct::ZIP]),
        (&types.map, &[construct::MAP]),
        (&types.filter, &[construct::FILTER]),
        (&types.reversed, &[construct::REVERSED]),
        (&types.property, &[construct::PROPERTY, object::DESCRIPTOR]),
        (
            &types.static_method,
            &[
                construct::STATIC_METHOD,
                object::DESCRIPTOR,
                object::FUNCTION,
            ],
        ),
        (
            &types.class_method,
            &[construct::CLASS_METHOD, object::DESCRIPTOR],
        ),
        (&types.generator, &[object::GENERATOR]),
        (&types.function, &[object::FUNCTION]),
        (&types.builtin, &[object::FUNCTION]),
        (&types.method, &[object::FUNCTION]),
        (&types.method_descriptor, &[object::FUNCTION]),
        (&types.exceptions["BaseException"], &[construct::EXCEPTION]),
    ];
    operators::install_all(vm);
    for (class, tables) in tables {
        for table in *tables {
            define::install(class, table);
        }
    }
    let iterators = [
        &types.list_iterator,
        &types.list_reverse_iterator,
        &types.tuple_iterator,
        &types.range_iterator,
        &types.str_iterator,
        &types.bytes_iterator,
        &types.dict_key_iterator,
        &types.dict_value_iterator,
        &types.dict_item_iterator,
        &types.set_iterator,
        &types.iterator,
        &types.callable_iterator,
        &types.enumerate,
        &types.zip,
        &types.map,
        &types.filter,
        &types.reversed,
    ];
    for class in iterators {
        define::install(class, object::ITERATOR);
    }
}
