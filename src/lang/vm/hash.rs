//! Hashes: CPython's for numbers and tuples of them, so that sets of numbers keep CPython's order.

use num_traits::{Signed, ToPrimitive};

use super::Vm;
use crate::lang::native::CallArgs;
use crate::lang::objects::{Set, hash_bytes};
use crate::lang::{PyResult, Value, type_error};

const MODULUS: u64 = (1 << 61) - 1;

impl Vm {
    /// `hash(value)`
    pub fn hash(&mut self, value: &Value) -> PyResult<i64> {
        Ok(match value {
            Value::Str(text) => text.hash(),
            Value::Int(int) => hash_int(*int),
            Value::Bool(value) => i64::from(*value),
            Value::Float(float) => hash_float(*float),
            Value::BigInt(big) => {
                let rest = (big.magnitude() % MODULUS).to_i64().unwrap_or(0);
                not_minus_one(if big.is_negative() { -rest } else { rest })
            }
            Value::Complex(c) => not_minus_one(
                hash_float(c.real).wrapping_add(1_000_003i64.wrapping_mul(hash_float(c.imag))),
            ),
            Value::None => 0x0fca_86420,
            Value::Ellipsis => 0x0fca_86421,
            Value::NotImplemented | Value::Undefined => 0x0fca_86422,
            Value::Tuple(items) => self.nested("", |vm| vm.hash_items(items))?,
            Value::FrozenSet(set) => self.hash_set(set)?,
            Value::Bytes(bytes) => hash_bytes(bytes),
            Value::Range(range) => {
                let len = range.len();
                let none = Value::None;
                let parts = match len {
                    0 => [Value::Int(0), none.clone(), none],
                    1 => [Value::Int(1), Value::Int(range.start), none],
                    _ => [
                        Value::Int(len),
                        Value::Int(range.start),
                        Value::Int(range.step),
                    ],
                };
                self.hash_items(&parts)?
            }
            Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::ByteArray(_)
            | Value::Slice(_)
            | Value::MappingProxy(_) => {
                return Err(type_error(format!(
                    "unhashable type: '{}'",
                    self.type_name(value)
                )));
            }
            Value::Instance(instance) => {
                let name = self.names.hash.clone();
                match instance.class.lookup(&name) {
                    Some(Value::None) => {
                        return Err(type_error(format!(
                            "unhashable type: '{}'",
                            self.type_name(value)
                        )));
                    }
                    Some(Value::Builtin(builtin))
                        if builtin
                            .owner
                            .as_ref()
                            .is_some_and(|owner| owner.as_str() == "object") =>
                    {
                        address_hash(value)
                    }
                    Some(Value::Builtin(_)) | None if instance.base_value().is_some() => {
                        let base = value.base().clone();
                        return self.hash(&base);
                    }
                    None => address_hash(value),
                    Some(method) => {
                        let result = self.call(&method, CallArgs::positional([value.clone()]))?;
                        return self.as_hash(&result);
                    }
                }
            }
            Value::Method(method) => self.hash(&method.function)? ^ address_hash(&method.this),
            Value::Alias(alias) => self.hash_items(&alias.args)?,
            _ => address_hash(value),
        })
    }

    fn as_hash(&mut self, result: &Value) -> PyResult<i64> {
        match result.base() {
            Value::Int(int) => Ok(not_minus_one(*int)),
            Value::Bool(value) => Ok(i64::from(*value)),
            Value::BigInt(_) => self.hash(result.base()),
            _ => Err(type_error("__hash__ method should return an integer")),
        }
    }

    /// CPython's xxHash of a tuple.
    fn hash_items(&mut self, items: &[Value]) -> PyResult<i64> {
        const P1: u64 = 11_400_714_785_074_694_791;
        const P2: u64 = 14_029_467_366_897_019_727;
        const P5: u64 = 2_870_177_450_012_600_261;
        let mut acc = P5;
        for item in items {
            let lane = self.hash(item)? as u64;
            acc = acc
                .wrapping_add(lane.wrapping_mul(P2))
                .rotate_left(31)
                .wrapping_mul(P1);
        }
        acc = acc.wrapping_add(items.len() as u64 ^ (P5 ^ 3_527_539));
        Ok(if acc == u64::MAX {
            1_546_275_796
        } else {
            acc as i64
        })
    }

    fn hash_set(&mut self, set: &Set) -> PyResult<i64> {
        let mut hash: u64 = 0;
        for (item, _) in set.map.borrow().hashed() {
            let item = item as u64;
            hash ^= ((item ^ 89_869_747) ^ (item << 16)).wrapping_mul(3_644_798_167);
        }
        hash ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
        Ok(if hash == u64::MAX {
            590_923_713
        } else {
            hash as i64
        })
    }
}

fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

#[inline]
pub fn hash_int(int: i64) -> i64 {
    let rest = (int.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if int < 0 { -rest } else { rest })
}

fn hash_float(float: f64) -> i64 {
    if float.is_nan() {
        return 0;
    }
    if float.is_infinite() {
        return if float > 0.0 { 314_159 } else { -314_159 };
    }
    if float.fract() == 0.0 && float.abs() < 9e18 {
        return hash_int(float as i64);
    }
    let bits = float.abs().to_bits();
    let (mut exponent, mut mantissa) = (((bits >> 52) & 0x7ff) as i64, bits & ((1 << 52) - 1));
    if exponent == 0 {
        exponent = 1;
    } else {
        mantissa |= 1 << 52;
    }
    // value = mantissa * 2^(exponent - 1075); multiply by 2^k modulo 2^61 - 1 is a rotation.
    let shift = (exponent - 1075).rem_euclid(61) as u32;
    let x = mantissa % MODULUS;
    let rotated = ((x << shift) & MODULUS) | (x >> (61 - shift));
    let rotated = if shift == 0 { x } else { rotated };
    not_minus_one(if float < 0.0 {
        -(rotated as i64)
    } else {
        rotated as i64
    })
}

fn address_hash(value: &Value) -> i64 {
    let address = value.address().unwrap_or(0) as u64;
    not_minus_one(address.rotate_right(4) as i64)
}
