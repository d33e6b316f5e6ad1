//! `_archive`: what `torch.save`, `numpy.savez` and `pickle` need of bytes: zip archives, and floats as IEEE bytes.

use std::io::Write;
use std::rc::Rc;

use rawzip::extra_fields::ExtraFieldId;
use rawzip::{CompressionMethod, Error, Header, ZipArchive, ZipArchiveWriter};

use super::zlib::inflate;
use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Module;
use crate::lang::types::arguments::text;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{Exception, PyResult, Value, Vm, value_error};

/// The extra field that PyTorch pads with: "FB".
const PADDING: ExtraFieldId = ExtraFieldId::new(0x4246);

pub fn module() -> Rc<Module> {
    ModuleBuilder::new("_archive")
        .function("pack", "(entries, /)", |vm, args| {
            let entries = entries(vm, &args[0])?;
            let archive = pack(&entries).map_err(|error| value_error(error.to_string()))?;
            vm.charge(archive.len())?;
            Ok(Value::bytes(archive))
        })
        .function("unpack", "(archive, /)", |vm, args| {
            unpack(&bytes_of(vm, &args[0])?)
        })
        .function("float_bytes", "(x, /)", |_, args| match args[0].base() {
            Value::Float(x) => Ok(Value::bytes(x.to_be_bytes().to_vec())),
            Value::Int(x) => Ok(Value::bytes((*x as f64).to_be_bytes().to_vec())),
            _ => Err(value_error("a float is expected")),
        })
        .function("float_of", "(bytes, /)", |vm, args| {
            let bytes = bytes_of(vm, &args[0])?;
            let bytes = <[u8; 8]>::try_from(&*bytes)
                .map_err(|_| value_error("a float takes eight bytes"))?;
            Ok(Value::Float(f64::from_be_bytes(bytes)))
        })
        .build()
}

/// The names and bytes in a list of pairs.
fn entries(vm: &mut Vm, pairs: &Value) -> PyResult<Vec<(String, Vec<u8>)>> {
    let Value::List(pairs) = pairs.base() else {
        return Err(value_error("a list of names and bytes is expected"));
    };
    let pairs = pairs.to_vec();
    let one = |pair: &Value| match pair.base() {
        Value::Tuple(pair) if pair.len() == 2 => Ok((
            text(vm, &pair[0], "names must be str")?.to_string(),
            bytes_of(vm, &pair[1])?,
        )),
        _ => Err(value_error("a pair of a name and bytes is expected")),
    };
    pairs.iter().map(one).collect()
}

/// A zip archive of these files, stored as they are: what PyTorch and numpy write, and can map into memory.
fn pack(entries: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in entries {
        // PyTorch maps tensors into memory where they lie: they begin at multiples of 64, after a local header of 30
        // bytes, the name, and an extra field whose own header takes 4.
        let begin = archive.stream_offset() as usize + 30 + name.len() + 4;
        let (mut entry, config) = archive
            .new_file(name.as_str())
            .compression_method(CompressionMethod::STORE)
            .extra_field(
                PADDING,
                &vec![b'Z'; begin.next_multiple_of(64) - begin],
                Header::LOCAL,
            )?
            .start()?;
        let mut writer = config.wrap(&mut entry);
        writer.write_all(bytes)?;
        let (_, descriptor) = writer.finish()?;
        entry.finish(descriptor)?;
    }
    archive.finish()
}

fn unpack(archive: &[u8]) -> PyResult<Value> {
    let wrong = |error: Error| value_error(error.to_string());
    let archive = ZipArchive::from_slice(archive).map_err(wrong)?;
    let mut entries = archive.entries();
    let mut files = Vec::new();
    while let Some(entry) = entries.next_entry().map_err(wrong)? {
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        let method = entry.compression_method();
        let data = archive.get_entry(entry.wayfinder()).map_err(wrong)?;
        let bytes = match method {
            CompressionMethod::STORE => data.data().to_vec(),
            CompressionMethod::DEFLATE => inflate(data.data())?.0,
            _ => return Err(packed_otherwise(&name)),
        };
        files.push(Value::tuple([name.into(), Value::bytes(bytes)]));
    }
    Ok(Value::list(files))
}

fn packed_otherwise(name: &str) -> Exception {
    value_error(format!(
        "{name} is packed with another method than deflate in this archive"
    ))
}
