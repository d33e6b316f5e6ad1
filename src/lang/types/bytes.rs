//! What `bytes` and `bytearray` can do, and encodings.

use std::cell::RefCell;
use std::rc::Rc;

use super::arguments::{bound, int, text};
use super::define::{Def, class_method, method};
use crate::lang::objects::ByteArray;
use crate::lang::{Exception, PyResult, Value, Vm, index_error, type_error, value_error};

/// Methods of both kinds.
pub const METHODS: &[Def] = &[
    method(
        "decode",
        "(self, encoding='utf-8', errors='strict')",
        |vm, args| {
            let encoding = text(vm, &args[1], "decode() argument 'encoding' must be str")?;
            let errors = text(vm, &args[2], "decode() argument 'errors' must be str")?;
            decode(&bytes_of(vm, &args[0])?, encoding, errors).map(Value::from)
        },
    ),
    method("hex", "(self, sep=?, /)", |vm, args| {
        let separator = if args[1].is_undefined() {
            ""
        } else {
            text(vm, &args[1], "sep must be str")?
        };
        let digits: Vec<String> = bytes_of(vm, &args[0])?
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Ok(digits.join(separator).into())
    }),
    class_method("fromhex", "(cls, string, /)", |vm, args| {
        let digits: Vec<char> = text(vm, &args[1], "fromhex() argument must be str")?
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let pairs = digits.chunks(2).enumerate().map(|(at, pair)| {
            let value: Option<u32> = match pair {
                [high, low] => high
                    .to_digit(16)
                    .zip(low.to_digit(16))
                    .map(|(high, low)| high * 16 + low),
                _ => None,
            };
            value.map(|value| value as u8).ok_or_else(|| {
                value_error(format!(
                    "non-hexadecimal number found in fromhex() arg at position {}",
                    at * 2
                ))
            })
        });
        Ok(Value::bytes(pairs.collect::<PyResult<Vec<u8>>>()?))
    }),
    method(
        "find",
        "(self, sub, start=None, end=None, /)",
        |vm, args| Ok(search(vm, args)?.map_or(Value::Int(-1), Value::from)),
    ),
    method(
        "index",
        "(self, sub, start=None, end=None, /)",
        |vm, args| {
            search(vm, args)?
                .map(Value::from)
                .ok_or_else(|| value_error("subsection not found"))
        },
    ),
    method("count", "(self, sub, /)", |vm, args| {
        let (whole, part) = (bytes_of(vm, &args[0])?, needle(vm, &args[1])?);
        if part.is_empty() {
            return Ok((whole.len() + 1).into());
        }
        let (mut count, mut at) = (0, 0);
        while let Some(next) = position(&whole[at..], &part) {
            count += 1;
            at += next + part.len();
        }
        Ok(Value::Int(count))
    }),
    method("startswith", "(self, prefix, /)", |vm, args| {
        Ok(bytes_of(vm, &args[0])?
            .starts_with(&needle(vm, &args[1])?)
            .into())
    }),
    method("endswith", "(self, suffix, /)", |vm, args| {
        Ok(bytes_of(vm, &args[0])?
            .ends_with(&needle(vm, &args[1])?)
            .into())
    }),
    method("replace", "(self, old, new, count=-1, /)", |vm, args| {
        let (whole, old, new) = (
            bytes_of(vm, &args[0])?,
            needle(vm, &args[1])?,
            needle(vm, &args[2])?,
        );
        let most = usize::try_from(int(vm, &args[3])?).unwrap_or(usize::MAX);
        let parts = pieces(&whole, &old, most);
        Ok(same_kind(&args[0], parts.join(&new[..])))
    }),
    method("split", "(self, sep=None, maxsplit=-1)", |vm, args| {
        let whole = bytes_of(vm, &args[0])?;
        let most = usize::try_from(int(vm, &args[2])?).unwrap_or(usize::MAX);
        let parts: Vec<Vec<u8>> = if args[1].is_none() {
            whole
                .split(u8::is_ascii_whitespace)
                .filter(|part| !part.is_empty())
                .map(<[u8]>::to_vec)
                .collect()
        } else {
            let separator = needle(vm, &args[1])?;
            if separator.is_empty() {
                return Err(value_error("empty separator"));
            }
            pieces(&whole, &separator, most)
        };
        Ok(Value::list(
            parts
                .into_iter()
                .map(|part| same_kind(&args[0], part))
                .collect(),
        ))
    }),
    method("join", "(self, iterable, /)", |vm, args| {
        let separator = bytes_of(vm, &args[0])?;
        let mut parts = Vec::new();
        for (at, item) in vm.items_of(&args[1])?.iter().enumerate() {
            parts.push(bytes_of(vm, item).map_err(|_| {
                type_error(format!(
                    "sequence item {at}: expected a bytes-like object, {} found",
                    vm.type_name(item)
                ))
            })?);
        }
        Ok(same_kind(&args[0], parts.join(&separator[..])))
    }),
    method("strip", "(self, bytes=None, /)", |vm, args| {
        let (whole, set) = (
            bytes_of(vm, &args[0])?,
            if args[1].is_none() {
                b" \t\n\r\x0b\x0c".to_vec()
            } else {
                needle(vm, &args[1])?
            },
        );
        let start = whole
            .iter()
            .position(|byte| !set.contains(byte))
            .unwrap_or(whole.len());
        let end = whole
            .iter()
            .rposition(|byte| !set.contains(byte))
            .map_or(start, |at| at + 1);
        Ok(same_kind(&args[0], whole[start..end].to_vec()))
    }),
    method("upper", "(self, /)", |vm, args| {
        Ok(same_kind(
            &args[0],
            bytes_of(vm, &args[0])?.to_ascii_uppercase(),
        ))
    }),
    method("lower", "(self, /)", |vm, args| {
        Ok(same_kind(
            &args[0],
            bytes_of(vm, &args[0])?.to_ascii_lowercase(),
        ))
    }),
    method("isalpha", "(self, /)", |vm, args| {
        all(vm, args, u8::is_ascii_alphabetic)
    }),
    method("isdigit", "(self, /)", |vm, args| {
        all(vm, args, u8::is_ascii_digit)
    }),
    method("isalnum", "(self, /)", |vm, args| {
        all(vm, args, u8::is_ascii_alphanumeric)
    }),
    method("isspace", "(self, /)", |vm, args| {
        all(vm, args, u8::is_ascii_whitespace)
    }),
    method("__len__", "(self, /)", |vm, args| {
        Ok(bytes_of(vm, &args[0])?.len().into())
    }),
];

/// Methods that change a `bytearray`.
pub const ARRAY_METHODS: &[Def] = &[
    method("append", "(self, item, /)", |vm, args| {
        let byte = byte(vm, &args[1])?;
        array(&args[0])?.bytes.borrow_mut().push(byte);
        Ok(Value::None)
    }),
    method("extend", "(self, iterable, /)", |vm, args| {
        let more = match bytes_of(vm, &args[1]) {
            Ok(more) => more,
            Err(_) => vm
                .items_of(&args[1])?
                .iter()
                .map(|item| byte(vm, item))
                .collect::<PyResult<Vec<u8>>>()?,
        };
        vm.charge(more.len())?;
        array(&args[0])?.bytes.borrow_mut().extend(more);
        Ok(Value::None)
    }),
    method("pop", "(self, index=-1, /)", |vm, args| {
        let index = int(vm, &args[1])?;
        let array = array(&args[0])?;
        let mut bytes = array.bytes.borrow_mut();
        let at = if index < 0 {
            index + bytes.len() as i64
        } else {
            index
        };
        match usize::try_from(at).ok().filter(|&at| at < bytes.len()) {
            Some(at) => Ok(i64::from(bytes.remove(at)).into()),
            None if bytes.is_empty() => Err(index_error("pop from empty bytearray")),
            None => Err(index_error("pop index out of range")),
        }
    }),
    method("clear", "(self, /)", |_, args| {
        array(&args[0])?.bytes.borrow_mut().clear();
        Ok(Value::None)
    }),
    method("reverse", "(self, /)", |_, args| {
        array(&args[0])?.bytes.borrow_mut().reverse();
        Ok(Value::None)
    }),
];

fn array(value: &Value) -> PyResult<&ByteArray> {
    match value.base() {
        Value::ByteArray(array) => Ok(array),
        _ => Err(type_error("descriptor requires a 'bytearray' object")),
    }
}

/// The bytes of a bytes-like object.
pub fn bytes_of(vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
    match value.base() {
        Value::Bytes(bytes) => Ok(bytes.to_vec()),
        Value::ByteArray(array) => Ok(array.bytes.borrow().clone()),
        _ => Err(type_error(format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(value)
        ))),
    }
}

/// One byte from an int.
pub fn byte(vm: &mut Vm, value: &Value) -> PyResult<u8> {
    u8::try_from(int(vm, value)?).map_err(|_| value_error("byte must be in range(0, 256)"))
}

fn needle(vm: &mut Vm, value: &Value) -> PyResult<Vec<u8>> {
    match value.base() {
        Value::Int(_) => Ok(vec![byte(vm, value)?]),
        _ => bytes_of(vm, value),
    }
}

/// A result of the same type as the receiver.
pub fn same_kind(like: &Value, bytes: Vec<u8>) -> Value {
    match like.base() {
        Value::ByteArray(_) => Value::ByteArray(Rc::new(ByteArray {
            bytes: RefCell::new(bytes),
        })),
        _ => Value::bytes(bytes),
    }
}

fn all(vm: &mut Vm, args: &[Value], test: fn(&u8) -> bool) -> PyResult<Value> {
    let bytes = bytes_of(vm, &args[0])?;
    Ok((!bytes.is_empty() && bytes.iter().all(test)).into())
}

fn position(whole: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        Some(0)
    } else {
        whole.windows(part.len()).position(|window| window == part)
    }
}

fn pieces(whole: &[u8], separator: &[u8], most: usize) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), whole);
    while parts.len() < most && !separator.is_empty() {
        let Some(at) = position(rest, separator) else {
            break;
        };
        parts.push(rest[..at].to_vec());
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest.to_vec());
    parts
}

fn search(vm: &mut Vm, args: &[Value]) -> PyResult<Option<usize>> {
    let (whole, part) = (bytes_of(vm, &args[0])?, needle(vm, &args[1])?);
    let length = whole.len() as i64;
    let clip = |i: i64| if i < 0 { (i + length).max(0) } else { i.min(length) } as usize;
    let (start, end) = (
        clip(bound(vm, &args[2])?.unwrap_or(0)),
        clip(bound(vm, &args[3])?.unwrap_or(length)),
    );
    Ok(whole
        .get(start..end)
        .and_then(|window| position(window, &part))
        .map(|at| at + start))
}

fn codec(encoding: &str) -> String {
    encoding.to_ascii_lowercase().replace(['_', ' '], "-")
}

fn unknown(encoding: &str) -> Exception {
    Exception::new("LookupError", format!("unknown encoding: {encoding}"))
}

/// `text.encode(encoding, errors)`: UTF-8, ASCII and Latin-1.
pub fn encode(text: &str, encoding: &str, errors: &str) -> PyResult<Vec<u8>> {
    let limit = match codec(encoding).as_str() {
        "utf-8" | "utf8" | "u8" => return Ok(text.as_bytes().to_vec()),
        "ascii" | "us-ascii" => 128,
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => 256,
        _ => return Err(unknown(encoding)),
    };
    let name = if limit == 128 { "ascii" } else { "latin-1" };
    let mut out = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match (c as u32, errors) {
            (code, _) if code < limit => out.push(code as u8),
            (_, "ignore") => {}
            (_, "replace") => out.push(b'?'),
            (code, "xmlcharrefreplace") => out.extend(format!("&#{code};").bytes()),
            (_, "backslashreplace") => {
                out.extend(crate::lang::text::escape::escape_non_ascii(&c.to_string()).bytes())
            }
            _ => {
                let shown = crate::lang::text::ascii(&c.to_string());
                return Err(Exception::new(
                    "UnicodeEncodeError",
                    format!(
                        "'{name}' codec can't encode character {shown} in position {at}: ordinal not in range({limit})"
                    ),
                ));
            }
        }
    }
    Ok(out)
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(bytes: &[u8], encoding: &str, errors: &str) -> PyResult<String> {
    match codec(encoding).as_str() {
        "utf-8" | "utf8" | "u8" => decode_utf8(bytes, errors),
        "utf-8-sig" => decode_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), errors),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => {
            Ok(bytes.iter().map(|&byte| byte as char).collect())
        }
        "ascii" | "us-ascii" => {
            let mut out = String::new();
            for (at, &byte) in bytes.iter().enumerate() {
                match (byte, errors) {
                    (0..128, _) => out.push(byte as char),
                    (_, "ignore") => {}
                    (_, "replace") => out.push('\u{fffd}'),
                    _ => {
                        return Err(Exception::new(
                            "UnicodeDecodeError",
                            format!(
                                "'ascii' codec can't decode byte 0x{byte:02x} in position {at}: ordinal not in range(128)"
                            ),
                        ));
                    }
                }
            }
            Ok(out)
        }
        _ => Err(unknown(encoding)),
    }
}

fn decode_utf8(bytes: &[u8], errors: &str) -> PyResult<String> {
    match errors {
        "replace" => return Ok(String::from_utf8_lossy(bytes).into_owned()),
        "ignore" => return Ok(bytes.utf8_chunks().map(|chunk| chunk.valid()).collect()),
        _ => {}
    }
    std::str::from_utf8(bytes)
        .map(str::to_string)
        .map_err(|error| {
            let at = error.valid_up_to();
            let reason = match error.error_len() {
                None => "unexpected end of data",
                Some(_) if matches!(bytes[at], 0xc2..=0xf4) => "invalid continuation byte",
                Some(_) => "invalid start byte",
            };
            let place = match error.error_len() {
                Some(length) if length > 1 => format!("bytes in position {at}-{}", at + length - 1),
                None if bytes.len() - at > 1 => {
                    format!("bytes in position {at}-{}", bytes.len() - 1)
                }
                _ => format!("byte 0x{:02x} in position {at}", bytes[at]),
            };
            Exception::new(
                "UnicodeDecodeError",
                format!("'utf-8' codec can't decode {place}: {reason}"),
            )
        })
}
