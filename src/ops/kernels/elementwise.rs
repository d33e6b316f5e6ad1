//! One pass over the elements of one or two operands.

use std::borrow::Cow;
use std::cell::Ref;

use crate::ops::{Arg, Args};
use crate::tensor::kernels::F32x4;
use crate::tensor::{
    Arithmetic, Array, DType, Element, Promotion, Result, Shape, Strides, TensorError, broadcast,
    broadcast_strides, budget, default_dtype, dispatch_number, for_each_row, numel,
};

/// A row of an operand: elements `step` apart in its storage.
#[derive(Clone, Copy)]
pub struct Row<'a, T> {
    data: &'a [T],
    from: usize,
    step: isize,
}

impl<'a, T: Copy> Row<'a, T> {
    #[inline]
    pub fn get(&self, i: usize) -> T {
        self.data[(self.from as isize + i as isize * self.step) as usize]
    }

    /// `length` elements in one piece, where they lie side by side.
    pub fn piece(&self, length: usize) -> Option<&'a [T]> {
        (self.step == 1).then(|| &self.data[self.from..self.from + length])
    }

    /// The element that all are, where they are one.
    pub fn only(&self) -> Option<T> {
        (self.step == 0).then(|| self.data[self.from])
    }
}

/// What is done to a row. The walk over the rows is compiled once for each combination of types, so that an operation
/// costs no more than its own loop.
type OnRow<'f, T, U> = &'f dyn Fn(Row<T>, &mut [U]);
type OnRows<'f, A, B, U> = &'f dyn Fn(Row<A>, Row<B>, &mut [U]);

/// A contiguous array of `f` of each element. The array's dtype must be `T`.
pub fn map<T: Element, U: Element>(array: &Array, f: impl Fn(T) -> U) -> Result<Array> {
    map_rows(array, &|x, out| {
        for (i, to) in out.iter_mut().enumerate() {
            *to = f(x.get(i));
        }
    })
}

fn map_rows<T: Element, U: Element>(array: &Array, on_row: OnRow<T, U>) -> Result<Array> {
    let data = array.storage().data::<T>();
    let mut values = zeros::<U>(array.shape())?;
    let mut done = 0;
    for_each_row(
        array.shape(),
        [array.strides()],
        [array.offset()],
        &mut |[from], length, [step]| {
            let row = Row {
                data: &data,
                from,
                step,
            };
            on_row(row, &mut values[done..done + length]);
            done += length;
        },
    );
    drop(data);
    Ok(Array::from_vec(values, array.shape().clone()))
}

/// The same by a function over whole float32 slices.
pub fn map_slice(array: &Array, f: fn(&[f32], &mut [f32])) -> Result<Array> {
    let array = array.contiguous()?;
    let mut values = zeros(array.shape())?;
    f(&array.slice::<f32>(), &mut values);
    Ok(Array::from_vec(values, array.shape().clone()))
}

/// `f` of the elements of two arrays of dtypes `A` and `B` that are read over one shape.
pub fn map2<A: Element, B: Element, U: Element>(
    a: &Array,
    b: &Array,
    shape: &Shape,
    f: impl Fn(A, B) -> U,
) -> Result<Array> {
    map2_rows(a, b, shape, &each(f))
}

/// `f` of vectors of both arrays' elements, both float32.
pub fn map2_lanes(
    a: &Array,
    b: &Array,
    shape: &Shape,
    f: impl Fn(F32x4, F32x4) -> F32x4,
) -> Result<Array> {
    map2_rows(a, b, shape, &lanes(f))
}

fn map2_rows<A: Element, B: Element, U: Element>(
    a: &Array,
    b: &Array,
    shape: &Shape,
    on_rows: OnRows<A, B, U>,
) -> Result<Array> {
    let a_strides = broadcast_strides(a.shape(), a.strides(), shape);
    let b_strides = broadcast_strides(b.shape(), b.strides(), shape);
    let (a_data, b_data) = (a.storage().data::<A>(), b.storage().data::<B>());
    zip(
        shape,
        (&a_data, &a_strides, a.offset()),
        (&b_data, &b_strides, b.offset()),
        on_rows,
    )
}

/// `f` of each pair of elements of two rows.
fn each<A: Copy, B: Copy, U>(f: impl Fn(A, B) -> U) -> impl Fn(Row<A>, Row<B>, &mut [U]) {
    move |a, b, out| {
        for (i, to) in out.iter_mut().enumerate() {
            *to = f(a.get(i), b.get(i));
        }
    }
}

/// `f` of vectors of two rows. The last elements, too few for a vector, go through the same function.
fn lanes(f: impl Fn(F32x4, F32x4) -> F32x4) -> impl Fn(Row<f32>, Row<f32>, &mut [f32]) {
    move |a, b, out| {
        let length = out.len();
        let (vectors, tail) = out.as_chunks_mut::<4>();
        let whole = length - tail.len();
        match (a.piece(length), b.piece(length), a.only(), b.only()) {
            (Some(a), Some(b), ..) => {
                let (a, b) = (a.as_chunks::<4>().0, b.as_chunks::<4>().0);
                for ((to, a), b) in vectors.iter_mut().zip(a).zip(b) {
                    *to = f(F32x4::from_array(*a), F32x4::from_array(*b)).to_array();
                }
            }
            (Some(a), _, _, Some(b)) => {
                let b = F32x4::splat(b);
                for (to, a) in vectors.iter_mut().zip(a.as_chunks::<4>().0) {
                    *to = f(F32x4::from_array(*a), b).to_array();
                }
            }
            (_, Some(b), Some(a), _) => {
                let a = F32x4::splat(a);
                for (to, b) in vectors.iter_mut().zip(b.as_chunks::<4>().0) {
                    *to = f(a, F32x4::from_array(*b)).to_array();
                }
            }
            _ => {
                for (at, to) in vectors.iter_mut().enumerate() {
                    let (a, b) = (
                        std::array::from_fn(|i| a.get(4 * at + i)),
                        std::array::from_fn(|i| b.get(4 * at + i)),
                    );
                    *to = f(F32x4::from_array(a), F32x4::from_array(b)).to_array();
                }
            }
        }
        for (i, to) in tail.iter_mut().enumerate() {
            let (a, b) = (a.get(whole + i), b.get(whole + i));
            [*to, ..] = f(F32x4::splat(a), F32x4::splat(b)).to_array();
        }
    }
}

fn zeros<T: Element>(shape: &[usize]) -> Result<Vec<T>> {
    let count = numel(shape);
    budget::check(count, T::DTYPE)?;
    Ok(vec![T::default(); count])
}

type Source<'a, T> = (&'a [T], &'a [isize], usize);

fn zip<A: Element, B: Element, U: Element>(
    shape: &Shape,
    (a, a_strides, a_offset): Source<A>,
    (b, b_strides, b_offset): Source<B>,
    on_rows: OnRows<A, B, U>,
) -> Result<Array> {
    let mut values = zeros::<U>(shape)?;
    let mut done = 0;
    for_each_row(
        shape,
        [a_strides, b_strides],
        [a_offset, b_offset],
        &mut |[i, j], length, [p, q]| {
            let (a, b) = (
                Row {
                    data: a,
                    from: i,
                    step: p,
                },
                Row {
                    data: b,
                    from: j,
                    step: q,
                },
            );
            on_rows(a, b, &mut values[done..done + length]);
            done += length;
        },
    );
    Ok(Array::from_vec(values, shape.clone()))
}

/// An operand: a tensor's array or a Python number.
#[derive(Clone)]
pub enum Operand {
    Array(Array),
    Float(f64),
    Int(i64),
}

/// Two operands brought together: their common shape and dtype.
pub struct Pair {
    pub a: Operand,
    pub b: Operand,
    pub shape: Shape,
    /// PyTorch's promotion of both.
    pub dtype: DType,
}

impl Pair {
    /// The operands at two positions: tensors or numbers, at least one a tensor.
    ///
    /// # Errors
    /// TypeError for other arguments; RuntimeError when the shapes do not broadcast.
    pub fn new(args: &Args, first: usize, second: usize) -> Result<Pair> {
        let pair = Pair::any(args, first, second)?;
        match (&pair.a, &pair.b) {
            (Operand::Array(_), _) | (_, Operand::Array(_)) => Ok(pair),
            _ => Err(args.wrong(first, "Tensor")),
        }
    }

    /// The same, but both may be numbers.
    ///
    /// # Errors
    /// As [`Pair::new`].
    pub fn any(args: &Args, first: usize, second: usize) -> Result<Pair> {
        let mut promotion = Promotion::default();
        let a = operand(args, first, &mut promotion)?;
        let b = operand(args, second, &mut promotion)?;
        let shape = match (&a, &b) {
            (Operand::Array(a), Operand::Array(b)) => {
                broadcast(args.op_name(), a.shape(), b.shape())?
            }
            (Operand::Array(a), _) => a.shape().clone(),
            (_, Operand::Array(b)) => b.shape().clone(),
            _ => Shape::new(),
        };
        Ok(Pair {
            a,
            b,
            shape,
            dtype: promotion.result(),
        })
    }

    /// `f` of each pair of elements, both converted to `T` first.
    pub fn map<T: Element, U: Element>(&self, f: impl Fn(T, T) -> U) -> Result<Array> {
        self.rows(&each(f))
    }

    /// In float64 or, for all integers and bool, in int64: what wraps there wraps in them.
    pub fn map_wide(
        &self,
        float: impl Fn(f64, f64) -> f64,
        integer: impl Fn(i64, i64) -> i64,
    ) -> Result<Array> {
        match self.dtype.is_float() {
            true => self.map(float)?,
            false => self.map(integer)?,
        }
        .to_dtype(self.dtype)
    }

    /// `f` of vectors of both operands, converted to float32 first.
    pub fn map_lanes(&self, f: impl Fn(F32x4, F32x4) -> F32x4) -> Result<Array> {
        self.rows(&lanes(f))
    }

    fn rows<T: Element, U: Element>(&self, on_rows: OnRows<T, T, U>) -> Result<Array> {
        let (left, right) = (self.wrapped::<T>(&self.a)?, self.wrapped::<T>(&self.b)?);
        let (a, b) = (Ready::<T>::new(&left)?, Ready::<T>::new(&right)?);
        let (a_strides, b_strides) = (a.strides(&self.shape), b.strides(&self.shape));
        let (a_data, b_data) = (a.data(), b.data());
        zip(
            &self.shape,
            (&a_data, &a_strides, a.offset()),
            (&b_data, &b_strides, b.offset()),
            on_rows,
        )
    }
}

impl Pair {
    /// Whole numbers too large for a narrower result wrap before anything is computed: -1 beside uint8 is 255.
    fn wrapped<'a, T: Element>(&self, operand: &'a Operand) -> Result<Cow<'a, Operand>> {
        if T::DTYPE != DType::I64 || !matches!(self.dtype, DType::U8 | DType::I32) {
            return Ok(Cow::Borrowed(operand));
        }
        Ok(match operand {
            Operand::Array(array) if array.dtype() != self.dtype => {
                Cow::Owned(Operand::Array(array.to_dtype(self.dtype)?))
            }
            Operand::Int(i) if self.dtype == DType::U8 => {
                Cow::Owned(Operand::Int(i64::from(*i as u8)))
            }
            Operand::Int(i) => Cow::Owned(Operand::Int(i64::from(*i as i32))),
            other => Cow::Borrowed(other),
        })
    }
}

impl Pair {
    /// Elements of `a` where the condition (bool) holds, else of `b`, over a common shape.
    pub fn choose<T: Element>(&self, condition: &Array, shape: Shape) -> Result<Array> {
        let (a, b) = (Ready::<T>::new(&self.a)?, Ready::<T>::new(&self.b)?);
        let (a_strides, b_strides) = (a.strides(&shape), b.strides(&shape));
        let c_strides = broadcast_strides(condition.shape(), condition.strides(), &shape);
        let mut values = budget::room::<T>(numel(&shape))?;
        let (c_data, a_data, b_data) = (condition.storage().data::<bool>(), a.data(), b.data());
        for_each_row(
            &shape,
            [&c_strides, &a_strides, &b_strides],
            [condition.offset(), a.offset(), b.offset()],
            &mut |at, length, step| {
                let read = |n: usize, k: isize| (at[n] as isize + k * step[n]) as usize;
                values.extend((0..length as isize).map(|k| {
                    if c_data[read(0, k)] {
                        a_data[read(1, k)]
                    } else {
                        b_data[read(2, k)]
                    }
                }));
            },
        );
        Ok(Array::from_vec(values, shape))
    }
}

fn operand(args: &Args, index: usize, promotion: &mut Promotion) -> Result<Operand> {
    Ok(match args.at(index) {
        Arg::Tensor(tensor) => {
            let array = tensor.array().clone();
            promotion.tensor(array.dtype(), array.ndim());
            Operand::Array(array)
        }
        Arg::Float(x) => {
            promotion.number(default_dtype());
            Operand::Float(*x)
        }
        Arg::Int(i) => {
            promotion.number(DType::I64);
            Operand::Int(*i)
        }
        Arg::Bool(b) => {
            promotion.number(DType::Bool);
            Operand::Int(i64::from(*b))
        }
        _ => return Err(args.wrong(index, "Tensor")),
    })
}

/// An operand with elements of type `T`.
enum Ready<T> {
    Array(Array),
    Number([T; 1]),
}

enum Data<'a, T> {
    Array(Ref<'a, [T]>),
    Number(&'a [T]),
}

impl<T> std::ops::Deref for Data<'_, T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        match self {
            Data::Array(data) => data,
            Data::Number(data) => data,
        }
    }
}

impl<T: Element> Ready<T> {
    fn new(operand: &Operand) -> Result<Self> {
        Ok(match operand {
            Operand::Array(array) => Ready::Array(array.to_dtype(T::DTYPE)?),
            Operand::Float(x) => Ready::Number([T::from_f64(*x)]),
            Operand::Int(i) => Ready::Number([T::from_i64(*i)]),
        })
    }

    fn data(&self) -> Data<'_, T> {
        match self {
            Ready::Array(array) => Data::Array(array.storage().data()),
            Ready::Number(number) => Data::Number(number),
        }
    }

    fn strides(&self, shape: &Shape) -> Strides {
        match self {
            Ready::Array(array) => broadcast_strides(array.shape(), array.strides(), shape),
            Ready::Number(_) => Strides::from_elem(0, shape.len()),
        }
    }

    fn offset(&self) -> usize {
        match self {
            Ready::Array(array) => array.offset(),
            Ready::Number(_) => 0,
        }
    }
}

/// `target += values` if nobody else can see the target's storage; else does nothing and says false.
pub fn add_into(target: &Array, values: &Array) -> Result<bool> {
    if target.storage().handles() > 1 {
        Ok(false)
    } else {
        accumulate_into(target, values)
    }
}

/// `target += values` element by element where both are contiguous and alike; else does nothing and says false.
pub fn accumulate_into(target: &Array, values: &Array) -> Result<bool> {
    let alike = target.dtype() == values.dtype()
        && target.shape() == values.shape()
        && target.is_contiguous()
        && values.is_contiguous()
        && !target.storage().same(values.storage());
    if !alike {
        return Ok(false);
    }
    let (from, count) = (target.offset(), target.numel());
    dispatch_number!(target.dtype(), T => {
        let values = values.slice::<T>();
        let mut data = target.storage().data_mut::<T>();
        for (sum, &value) in data[from..from + count].iter_mut().zip(values.iter()) {
            *sum = sum.plus(value);
        }
        Ok(true)
    }, bool => Err(TensorError::runtime("gradients are floating point")))
}
