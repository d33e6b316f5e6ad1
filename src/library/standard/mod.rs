//! The parts of the standard library that only Rust can do, or that must be fast: `math`, and behind Python files the
//! random generator, regular expressions, the in-memory disk and the clock.

mod archive;
mod clock;
pub mod files;
mod hashes;
mod math;
mod math_integers;
mod random;
mod re;
mod re_syntax;
mod sys;
mod unicode;
mod weak;
mod zlib;

use std::rc::Rc;

use crate::lang::objects::Module;
use crate::lang::{PyResult, Vm};

/// The native module of this name, if it is one of these.
pub fn module(vm: &mut Vm, name: &str) -> Option<PyResult<Rc<Module>>> {
    Some(Ok(match name {
        "math" => math::module(),
        "_random" => random::module(vm),
        "_re" => re::module(vm),
        "_files" => files::module(vm),
        "_archive" => archive::module(),
        "_clock" => clock::module(),
        "_sys" => sys::module(vm),
        "_hashes" => hashes::module(),
        "_unicode" => unicode::module(),
        "_weak" => weak::module(vm),
        "_zlib" => zlib::module(),
        _ => return None,
    }))
}
