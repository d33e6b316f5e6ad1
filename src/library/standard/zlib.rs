//! `_zlib`: deflate and its checksums, for `zlib`, `gzip` and compressed archives.

use std::rc::Rc;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Module;
use crate::lang::types::arguments::int;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, value_error};

pub fn module() -> Rc<Module> {
    ModuleBuilder::new("_zlib")
        .function("deflate", "(data, level, /)", |vm, args| {
            let level = u8::try_from(int(vm, &args[1])?).unwrap_or(6).min(9);
            let data = bytes_of(vm, &args[0])?;
            vm.spend(data.len() as u64 / 8)?;
            Ok(Value::bytes(compress_to_vec(&data, level)))
        })
        .function("inflate", "(data, /)", |vm, args| {
            let packed = bytes_of(vm, &args[0])?;
            let (data, used) = inflate(&packed)?;
            vm.charge(data.len())?;
            vm.spend(data.len() as u64 / 16)?;
            Ok(Value::tuple([Value::bytes(data), (used as i64).into()]))
        })
        .function("crc32", "(data, value, /)", |vm, args| {
            let start = !(int(vm, &args[1])? as u32);
            let crc = bytes_of(vm, &args[0])?.iter().fold(start, crc32_step);
            Ok(i64::from(!crc).into())
        })
        .function("adler32", "(data, value, /)", |vm, args| {
            let start = int(vm, &args[1])? as u32;
            let (mut low, mut high) = (start & 0xffff, start >> 16);
            for byte in bytes_of(vm, &args[0])? {
                low = (low + u32::from(byte)) % 65521;
                high = (high + low) % 65521;
            }
            Ok(i64::from(high << 16 | low).into())
        })
        .build()
}

/// One byte of the CRC of zip and gzip, bit by bit: the polynomial is 0x04C11DB7, reflected.
fn crc32_step(crc: u32, byte: &u8) -> u32 {
    let mut crc = crc ^ u32::from(*byte);
    for _ in 0..8 {
        crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
    }
    crc
}

/// Unpacks raw deflate data: the bytes, and how many of the packed ones were read.
///
/// # Errors
/// A ValueError about data that is broken off or no deflate data.
pub fn inflate(packed: &[u8]) -> PyResult<(Vec<u8>, usize)> {
    let mut state = Box::<DecompressorOxide>::default();
    let mut data = vec![0; packed.len().saturating_mul(2).max(64)];
    let (mut read, mut written) = (0, 0);
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    loop {
        let (status, took, gave) =
            decompress(&mut state, &packed[read..], &mut data, written, flags);
        read += took;
        written += gave;
        match status {
            TINFLStatus::Done => {
                data.truncate(written);
                return Ok((data, read));
            }
            TINFLStatus::HasMoreOutput => {
                crate::tensor::budget::check(data.len() * 2, crate::tensor::DType::U8)?;
                data.resize(data.len() * 2, 0);
            }
            TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => {
                return Err(value_error("incomplete or truncated stream"));
            }
            _ => return Err(value_error("invalid data")),
        }
    }
}
