//! The classes `Bits` and `Pcg`: numpy's two generators as Python objects. `numpy/random.py` makes RandomState and
//! Generator of them.

use std::cell::RefCell;
use std::rc::Rc;

use super::RandomState;
use super::array::wrap;
use super::pcg64::Pcg64;
use crate::lang::native::ClassBuilder;
use crate::lang::objects::{Class, Instance, Layout, Payload};
use crate::lang::{PyResult, Value, Vm, type_error, value_error};
use crate::tensor::{Array, DType};

/// What both generators can draw.
trait Draws: 'static {
    fn seeded(seed: &Value) -> PyResult<Self>
    where
        Self: Sized;
    fn random(&mut self) -> f64;
    fn normal(&mut self) -> f64;
    /// From 0 to `max`, as `integers` draws.
    fn below(&mut self, max: u64) -> u64;
    /// From 0 to `max`, as `shuffle` draws.
    fn place(&mut self, max: u64) -> u64;
}

impl Draws for RandomState {
    fn seeded(seed: &Value) -> PyResult<RandomState> {
        match seed.base() {
            // Without a seed the numbers are the same at every run too: there is no clock here.
            Value::None | Value::Undefined => Ok(RandomState::new(0x6b69_6e64)),
            Value::Int(seed) => u32::try_from(*seed)
                .map(RandomState::new)
                .map_err(|_| value_error("Seed must be between 0 and 2**32 - 1")),
            _ => Err(type_error("Cannot cast seed to an int")),
        }
    }
    fn random(&mut self) -> f64 {
        RandomState::random(self)
    }
    fn normal(&mut self) -> f64 {
        RandomState::normal(self)
    }
    fn below(&mut self, max: u64) -> u64 {
        self.interval(max)
    }
    fn place(&mut self, max: u64) -> u64 {
        self.interval(max)
    }
}

impl Draws for Pcg64 {
    fn seeded(seed: &Value) -> PyResult<Pcg64> {
        match seed.base() {
            Value::None | Value::Undefined => Ok(Pcg64::new(&[0x6b69_6e64])),
            Value::Int(seed) if *seed >= 0 => Ok(match (*seed as u64) >> 32 {
                0 => Pcg64::new(&[*seed as u32]),
                high => Pcg64::new(&[*seed as u32, high as u32]),
            }),
            Value::Int(_) => Err(value_error("expected non-negative integer")),
            _ => Err(type_error(
                "SeedSequence expects int or sequence of ints for entropy",
            )),
        }
    }
    fn random(&mut self) -> f64 {
        Pcg64::random(self)
    }
    fn normal(&mut self) -> f64 {
        Pcg64::normal(self)
    }
    fn below(&mut self, max: u64) -> u64 {
        self.bounded(max)
    }
    fn place(&mut self, max: u64) -> u64 {
        self.interval(max)
    }
}

fn this<T: Draws>(slots: &[Value]) -> PyResult<&RefCell<T>> {
    slots[0]
        .native::<RefCell<T>>()
        .ok_or_else(|| type_error("expected a generator"))
}

fn count(value: &Value) -> PyResult<usize> {
    match value.base() {
        Value::Int(count) if *count >= 0 => Ok(*count as usize),
        Value::Int(_) => Err(value_error("negative dimensions are not allowed")),
        _ => Err(type_error(
            "expected a sequence of integers or a single integer",
        )),
    }
}

/// So many numbers at once, as an array of one dimension.
fn floats<T: Draws>(vm: &Vm, slots: &[Value], draw: fn(&mut T) -> f64) -> PyResult<Value> {
    let count = count(&slots[1])?;
    crate::tensor::budget::check(count, DType::F64)?;
    let mut bits = this::<T>(slots)?.borrow_mut();
    let values: Vec<f64> = (0..count).map(|_| draw(&mut bits)).collect();
    Ok(wrap(vm, Array::from_vec(values, [count].as_slice())))
}

fn generator<T: Draws>(vm: &Vm, name: &str) -> Rc<Class> {
    ClassBuilder::new(name, "numpy.random")
        .layout(Layout::Native)
        .method("__new__", "(cls, seed=None)", |_, slots| {
            let Value::Class(class) = &slots[0] else {
                return Err(type_error("expected a class"));
            };
            let state = RefCell::new(T::seeded(&slots[1])?);
            Ok(Value::Instance(Instance::new(
                class.clone(),
                Payload::Native(Rc::new(state)),
            )))
        })
        .method("_seed", "(self, seed, /)", |_, slots| {
            *this::<T>(slots)?.borrow_mut() = T::seeded(&slots[1])?;
            Ok(Value::None)
        })
        .method("_random", "(self, /)", |_, slots| {
            Ok(this::<T>(slots)?.borrow_mut().random().into())
        })
        .method("_randoms", "(self, count, /)", |vm, slots| {
            floats(vm, slots, T::random)
        })
        .method("_normal", "(self, /)", |_, slots| {
            Ok(this::<T>(slots)?.borrow_mut().normal().into())
        })
        .method("_normals", "(self, count, /)", |vm, slots| {
            floats(vm, slots, T::normal)
        })
        .method("_below", "(self, count, /)", |_, slots| {
            match slots[1].base() {
                Value::Int(count) if *count > 0 => Ok(Value::Int(
                    this::<T>(slots)?.borrow_mut().below(*count as u64 - 1) as i64,
                )),
                _ => Err(value_error("low >= high")),
            }
        })
        .method("_integers", "(self, low, below, count, /)", |vm, slots| {
            let (Value::Int(low), Value::Int(range)) = (slots[1].base(), slots[2].base()) else {
                return Err(type_error("expected ints"));
            };
            let count = count(&slots[3])?;
            if *range <= 0 {
                return Err(value_error("low >= high"));
            }
            crate::tensor::budget::check(count, DType::F64)?;
            let mut bits = this::<T>(slots)?.borrow_mut();
            let values: Vec<i64> = (0..count)
                .map(|_| low.wrapping_add(bits.below(*range as u64 - 1) as i64))
                .collect();
            Ok(wrap(vm, Array::from_vec(values, [count].as_slice())))
        })
        .method("_place", "(self, max, /)", |_, slots| {
            let max = count(&slots[1])?;
            Ok(Value::from(
                this::<T>(slots)?.borrow_mut().place(max as u64) as usize,
            ))
        })
        .method("_order", "(self, count, /)", |vm, slots| {
            let count = count(&slots[1])?;
            crate::tensor::budget::check(count, DType::F64)?;
            let mut order: Vec<i64> = (0..count as i64).collect();
            let mut bits = this::<T>(slots)?.borrow_mut();
            for at in (1..count).rev() {
                let other = bits.place(at as u64) as usize;
                order.swap(at, other);
            }
            Ok(wrap(vm, Array::from_vec(order, [count].as_slice())))
        })
        .build(vm)
}

/// The generator of `RandomState`.
pub fn legacy(vm: &Vm) -> Rc<Class> {
    generator::<RandomState>(vm, "Bits")
}

/// The generator of `default_rng`.
pub fn pcg(vm: &Vm) -> Rc<Class> {
    generator::<Pcg64>(vm, "Pcg")
}
