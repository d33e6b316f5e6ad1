//! A strided view of a storage: shape, strides, offset.

use std::cell::Ref;

use super::{
    Buffer, DType, Element, Offsets, Result, Shape, Storage, Strides, budget, contiguous_strides,
    dispatch, for_each_row, numel,
};

/// Elements seen through a shape and strides. Cloning makes another view of the same storage. Knows no autograd.
#[derive(Clone, Debug)]
pub struct Array {
    storage: Storage,
    shape: Shape,
    strides: Strides,
    offset: usize,
    dtype: DType,
}

impl Array {
    /// A contiguous array of these values; their number must be the shape's.
    pub fn from_vec<T: Element>(values: Vec<T>, shape: impl Into<Shape>) -> Array {
        let shape = shape.into();
        debug_assert_eq!(values.len(), numel(&shape));
        let strides = contiguous_strides(&shape);
        Array {
            storage: Storage::new(T::wrap(values)),
            shape,
            strides,
            offset: 0,
            dtype: T::DTYPE,
        }
    }

    /// All elements of a buffer, row-major.
    pub fn from_buffer(buffer: Buffer, shape: impl Into<Shape>) -> Array {
        let (shape, dtype) = (shape.into(), buffer.dtype());
        let strides = contiguous_strides(&shape);
        Array {
            storage: Storage::new(buffer),
            shape,
            strides,
            offset: 0,
            dtype,
        }
    }

    /// A view of a storage. The geometry must lie inside it.
    pub fn view(storage: Storage, shape: Shape, strides: Strides, offset: usize) -> Array {
        let dtype = storage.buffer().dtype();
        Array {
            storage,
            shape,
            strides,
            offset,
            dtype,
        }
    }

    /// A tensor without dimensions.
    pub fn scalar<T: Element>(value: T) -> Array {
        Array::from_vec(vec![value], Shape::new())
    }

    /// A number of any dtype, without dimensions.
    pub fn number(value: f64, dtype: DType) -> Array {
        dispatch!(dtype, T => Array::scalar(T::from_f64(value)))
    }

    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn full<T: Element>(shape: impl Into<Shape>, value: T) -> Result<Array> {
        let shape = shape.into();
        let count = numel(&shape);
        budget::check(count, T::DTYPE)?;
        Ok(Array::from_vec(vec![value; count], shape))
    }

    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn zeros(shape: impl Into<Shape>, dtype: DType) -> Result<Array> {
        dispatch!(dtype, T => Array::full(shape, T::default()))
    }

    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn ones(shape: impl Into<Shape>, dtype: DType) -> Result<Array> {
        dispatch!(dtype, T => Array::full(shape, T::from_i64(1)))
    }

    pub fn storage(&self) -> &Storage {
        &self.storage
    }
    pub fn shape(&self) -> &Shape {
        &self.shape
    }
    pub fn strides(&self) -> &Strides {
        &self.strides
    }
    pub fn offset(&self) -> usize {
        self.offset
    }
    pub fn dtype(&self) -> DType {
        self.dtype
    }
    pub fn ndim(&self) -> usize {
        self.shape.len()
    }
    pub fn numel(&self) -> usize {
        numel(&self.shape)
    }

    /// Another geometry over the same storage.
    pub fn with_geometry(&self, shape: Shape, strides: Strides, offset: usize) -> Array {
        Array {
            storage: self.storage.clone(),
            shape,
            strides,
            offset,
            dtype: self.dtype,
        }
    }

    /// The same elements, another shape of as many elements. The array must be contiguous.
    pub fn with_shape(&self, shape: impl Into<Shape>) -> Array {
        let shape = shape.into();
        let strides = contiguous_strides(&shape);
        self.with_geometry(shape, strides, self.offset)
    }

    /// Whether the elements lie one after the other in row-major order. Strides of dimensions of size 1 do not count.
    pub fn is_contiguous(&self) -> bool {
        let mut step = 1isize;
        for (&size, &stride) in self.shape.iter().zip(&self.strides).rev() {
            if size != 1 {
                if stride != step {
                    return self.shape.contains(&0);
                }
                step *= size as isize;
            }
        }
        true
    }

    /// Itself when contiguous, else a contiguous copy.
    ///
    /// # Errors
    /// When the bytes budget does not allow the copy.
    pub fn contiguous(&self) -> Result<Array> {
        if self.is_contiguous() {
            Ok(self.clone())
        } else {
            self.copied()
        }
    }

    /// Contiguous elements in a storage of their own. Costs nothing until written to when the whole storage is meant.
    ///
    /// # Errors
    /// When the bytes budget does not allow the copy.
    pub fn copied(&self) -> Result<Array> {
        let shape = self.shape.clone();
        if self.offset == 0 && self.is_contiguous() && self.storage.len() == self.numel() {
            let strides = contiguous_strides(&shape);
            return Ok(Array {
                storage: self.storage.snapshot(),
                shape,
                strides,
                offset: 0,
                dtype: self.dtype,
            });
        }
        dispatch!(self.dtype, T => Ok(Array::from_vec(self.gather::<T>()?, shape)))
    }

    /// Contiguous elements in a storage of their own, always copied.
    ///
    /// # Errors
    /// When the bytes budget does not allow the copy.
    pub fn gathered(&self) -> Result<Array> {
        dispatch!(self.dtype, T => Ok(Array::from_vec(self.gather::<T>()?, self.shape.clone())))
    }

    /// These elements as they are now, whatever is written later. Costs nothing: the buffer is shared until a write.
    pub fn snapshot(&self) -> Array {
        Array {
            storage: self.storage.snapshot(),
            ..self.clone()
        }
    }

    /// The elements in row-major order.
    ///
    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn gather<T: Element>(&self) -> Result<Vec<T>> {
        let mut values = budget::room(self.numel())?;
        let data = self.storage.data::<T>();
        for_each_row(
            &self.shape,
            [&self.strides],
            [self.offset],
            &mut |[at], length, [step]| match step {
                1 => values.extend_from_slice(&data[at..at + length]),
                0 => values.extend(std::iter::repeat_n(data[at], length)),
                _ => values
                    .extend((0..length as isize).map(|i| data[(at as isize + i * step) as usize])),
            },
        );
        Ok(values)
    }

    /// The elements of a contiguous array, of a dtype that the caller knows.
    pub fn slice<T: Element>(&self) -> Ref<'_, [T]> {
        debug_assert!(self.is_contiguous());
        let (from, count) = (self.offset, self.numel());
        Ref::map(self.storage.data::<T>(), |data| {
            &data[from.min(data.len())..][..count]
        })
    }

    /// Converts the elements; itself when the dtype is already the wanted one.
    ///
    /// # Errors
    /// When the bytes budget does not allow the copy.
    pub fn to_dtype(&self, dtype: DType) -> Result<Array> {
        if dtype == self.dtype {
            return Ok(self.clone());
        }
        let from = self.contiguous()?;
        budget::check(from.numel(), dtype)?;
        Ok(dispatch!(self.dtype, T => dispatch!(dtype, U => {
            Array::from_vec(from.slice::<T>().iter().map(|&x| x.cast::<U>()).collect(), self.shape.clone())
        })))
    }

    /// Itself for floating point; all integers and bool as int64, which all of them fit into.
    ///
    /// # Errors
    /// When the bytes budget does not allow the copy.
    pub fn widened(&self) -> Result<Array> {
        match self.dtype.is_float() {
            true => Ok(self.clone()),
            false => self.to_dtype(DType::I64),
        }
    }

    /// Writes `values`, which must have this shape (or broadcast to it), over these elements, converting them.
    /// When this is the whole storage the new buffer simply takes its place.
    ///
    /// # Errors
    /// When the bytes budget does not allow a copy that is needed.
    pub fn write(&self, values: &Array) -> Result<()> {
        let values = values.to_dtype(self.dtype)?;
        let whole = self.offset == 0 && self.is_contiguous() && self.storage.len() == self.numel();
        if whole && values.shape == self.shape {
            if values.storage.same(&self.storage) && values.is_contiguous() {
                return Ok(());
            }
            let fresh = values.copied()?;
            let buffer = fresh.storage.buffer().clone();
            drop(fresh);
            self.storage.replace(buffer);
            return Ok(());
        }
        // Overlapping source and target: read all before writing.
        let values = if values.storage.same(&self.storage) {
            values.copied()?
        } else {
            values
        };
        let read = super::broadcast_strides(&values.shape, &values.strides, &self.shape);
        dispatch!(self.dtype, T => {
            let source = values.storage.data::<T>();
            let mut target = self.storage.data_mut::<T>();
            for_each_row(
                &self.shape,
                [&self.strides, &read],
                [self.offset, values.offset],
                &mut |[to, from], length, [to_step, from_step]| {
                    if to_step == 1 && from_step == 1 {
                        target[to..to + length].copy_from_slice(&source[from..from + length]);
                        return;
                    }
                    for i in 0..length as isize {
                        target[(to as isize + i * to_step) as usize] = source[(from as isize + i * from_step) as usize];
                    }
                },
            );
        });
        Ok(())
    }

    /// Sets every element.
    pub fn fill(&self, value: f64) {
        dispatch!(self.dtype, T => self.fill_with(T::from_f64(value)));
    }

    /// Sets every element to a value of this dtype.
    pub fn fill_with<T: Element>(&self, value: T) {
        let mut data = self.storage.data_mut::<T>();
        for at in Offsets::new(&self.shape, &self.strides, self.offset) {
            data[at] = value;
        }
    }

    /// The elements as float64 in row-major order, for looking at and testing.
    pub fn to_f64_vec(&self) -> Vec<f64> {
        dispatch!(self.dtype, T => {
            let data = self.storage.data::<T>();
            Offsets::new(&self.shape, &self.strides, self.offset).map(|at| data[at].to_f64()).collect()
        })
    }

    /// The elements as int64 in row-major order.
    pub fn to_i64_vec(&self) -> Vec<i64> {
        dispatch!(self.dtype, T => {
            let data = self.storage.data::<T>();
            Offsets::new(&self.shape, &self.strides, self.offset).map(|at| data[at].to_i64()).collect()
        })
    }

    /// Whether every element is zero.
    pub fn is_zero(&self) -> bool {
        dispatch!(self.dtype, T => {
            let data = self.storage.data::<T>();
            Offsets::new(&self.shape, &self.strides, self.offset).all(|at| data[at].to_f64() == 0.0)
        })
    }

    /// The first element as float64; `None` when there is none.
    pub fn first_f64(&self) -> Option<f64> {
        (self.numel() > 0)
            .then(|| dispatch!(self.dtype, T => self.storage.data::<T>()[self.offset].to_f64()))
    }

    /// The first element as int64; `None` when there is none.
    pub fn first_i64(&self) -> Option<i64> {
        (self.numel() > 0)
            .then(|| dispatch!(self.dtype, T => self.storage.data::<T>()[self.offset].to_i64()))
    }
}
