//! `_hashes`: the digests of `hashlib`.

use std::rc::Rc;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Module;
use crate::lang::types::arguments::text;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{Value, value_error};

pub fn module() -> Rc<Module> {
    ModuleBuilder::new("_hashes")
        .function("digest", "(name, data, /)", |vm, args| {
            let data = bytes_of(vm, &args[1])?;
            vm.spend(data.len() as u64 / 16)?;
            let digest = match text(vm, &args[0], "name must be a string")? {
                "md5" => Md5::digest(data).to_vec(),
                "sha1" => Sha1::digest(data).to_vec(),
                "sha224" => Sha224::digest(data).to_vec(),
                "sha256" => Sha256::digest(data).to_vec(),
                "sha384" => Sha384::digest(data).to_vec(),
                "sha512" => Sha512::digest(data).to_vec(),
                name => return Err(value_error(format!("unsupported hash type {name}"))),
            };
            Ok(Value::bytes(digest))
        })
        .build()
}
