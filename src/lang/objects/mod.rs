//! What Python objects are made of: data only. What they can do is in `types/` (one file a built-in type) and `vm/`.

mod class;
mod dict;
mod dict_map;
mod function;
mod generator;
mod graveyard;
mod instance;
mod iterator;
mod module;
mod sequence;
mod set;
mod small;
mod string;
mod traceback;

pub use class::{Class, ClassFlags, Layout};
pub use dict::{Dict, DictView, ViewKind};
pub use dict_map::{DictMap, Entry};
pub use function::{Builtin, Function, Method, Property, Super, Wrapper};
pub use generator::{Generator, GeneratorState, any_orphan, exchange_orphans, take_orphan};
pub use instance::{ExceptionState, Instance, Payload};
pub use iterator::{Iter, IterState, NativeIterator};
pub use module::Module;
pub use sequence::{List, Tuple};
pub use set::{Set, SetMap};
pub use small::{Alias, AliasKind, ByteArray, Bytes, Cell, Complex, Range, Slice};
pub use string::{Str, hash_bytes, intern};
pub use traceback::{Traceback, TracebackEntry};
