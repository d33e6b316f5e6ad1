//! The names that the machine itself looks up, ready at hand.

use std::rc::Rc;

use crate::lang::objects::{Str, intern};

macro_rules! names {
    ($($field:ident)*) => {
        /// `names.init` is `__init__`.
        pub struct Names { $(pub $field: Rc<Str>,)* pub binary: Vec<[Rc<Str>; 3]> }

        impl Default for Names {
            fn default() -> Names {
                Names {
                    $($field: intern(concat!("__", stringify!($field), "__")),)*
                    binary: super::super::code::BinaryOp::ALL.iter().map(|op| op.method_names().map(intern)).collect(),
                }
            }
        }
    };
}

names! {
    init new call name qualname module dict class doc annotations defaults code globals closure bases mro
    getattr getattribute setattr delattr get set delete set_name init_subclass class_getitem
    getitem setitem delitem contains len iter next reversed missing
    bool repr str format hash eq ne lt le gt ge
    neg pos invert abs int float complex index round trunc floor ceil divmod rdivmod pow
    enter exit instancecheck subclasscheck abstractmethods isabstractmethod
    all path file package builtins main spec import wrapped slots match_args
    cause context traceback suppress_context func length_hint bytes dir sizeof copy deepcopy weakref
    fspath kwdefaults notes prepare subclasses
}
