//! Products of matrices.

use crate::tensor::kernels::{Matrix, gemm_f32, gemm_f64};
use crate::tensor::{
    Arithmetic, Array, DType, Element, Result, Shape, TensorError, dispatch, numel,
};

/// `a @ b` for matrices of one dtype, as an array of `shape`, which has as many elements.
///
/// # Errors
/// When the bytes budget does not allow it; NotImplementedError for bool.
pub fn product(a: &Array, b: &Array, shape: Shape) -> Result<Array> {
    let out = Array::zeros(shape, a.dtype())?;
    multiply_into(&out, 0, (a, 0), (b, 0))?;
    Ok(out)
}

/// `beta * c + alpha * (a @ b)`; `c` already has the output's shape.
///
/// # Errors
/// As [`product`].
pub fn add_product(
    c: &Array,
    a: &Array,
    b: &Array,
    shape: Shape,
    beta: f64,
    alpha: f64,
) -> Result<Array> {
    if alpha == 1.0 && beta == 1.0 {
        let out = dispatch!(c.dtype(), T => Array::from_vec(c.gather::<T>()?, shape));
        multiply_into(&out, 0, (a, 0), (b, 0))?;
        return Ok(out);
    }
    let product = product(a, b, shape)?;
    dispatch!(a.dtype(), T => {
        let (alpha, beta) = (T::from_f64(alpha), T::from_f64(beta));
        // With beta 0 even a nan in `c` does not count.
        let join = |p: T, c: T| if beta == T::ZERO { alpha.times(p) } else { beta.times(c).plus(alpha.times(p)) };
        super::map2::<T, T, T>(&product, c, product.shape(), join)
    })
}

/// One product for each matrix of two batches of equal length.
///
/// # Errors
/// As [`product`].
pub fn batch_product(a: &Array, b: &Array, shape: Shape) -> Result<Array> {
    let batches = shape[0];
    let out = Array::zeros(shape, a.dtype())?;
    for batch in 0..batches {
        multiply_into(&out, batch, (a, batch), (b, batch))?;
    }
    Ok(out)
}

/// Adds the product of two matrices to matrix number `batch` of `out`. An operand is an array and a matrix number.
fn multiply_into(out: &Array, batch: usize, a: (&Array, usize), b: (&Array, usize)) -> Result<()> {
    let (m, n) = (rows(a.0), columns(b.0));
    let part = batch * m * n..(batch + 1) * m * n;
    if numel(a.0.shape()) == 0 || numel(b.0.shape()) == 0 {
        return Ok(());
    }
    match out.dtype() {
        DType::F32 => {
            let (da, db) = (a.0.storage().data::<f32>(), b.0.storage().data::<f32>());
            gemm_f32(
                matrix(&da, a),
                matrix(&db, b),
                &mut out.storage().data_mut::<f32>()[part],
            );
        }
        DType::F64 => {
            let (da, db) = (a.0.storage().data::<f64>(), b.0.storage().data::<f64>());
            gemm_f64(
                matrix(&da, a),
                matrix(&db, b),
                &mut out.storage().data_mut::<f64>()[part],
            );
        }
        DType::Bool => {
            return Err(TensorError::not_implemented(
                "\"addmm_impl_cpu_\" not implemented for 'Bool'",
            ));
        }
        dtype => dispatch!(dtype, T => {
            let (da, db) = (a.0.storage().data::<T>(), b.0.storage().data::<T>());
            multiply(matrix(&da, a), matrix(&db, b), &mut out.storage().data_mut::<T>()[part]);
        }),
    }
    Ok(())
}

fn rows(array: &Array) -> usize {
    array.shape()[array.ndim() - 2]
}

fn columns(array: &Array) -> usize {
    array.shape()[array.ndim() - 1]
}

/// Matrix number `batch` of an array, from its storage's elements.
fn matrix<'a, T>(data: &'a [T], (array, batch): (&Array, usize)) -> Matrix<'a, T> {
    let (strides, n) = (array.strides(), array.ndim());
    let jump = if n > 2 {
        batch * strides[0] as usize
    } else {
        0
    };
    Matrix {
        data: &data[array.offset() + jump..],
        rows: rows(array),
        columns: columns(array),
        row_stride: strides[n - 2] as usize,
        column_stride: strides[n - 1] as usize,
    }
}

/// Integers, plainly.
fn multiply<T: Arithmetic>(a: Matrix<T>, b: Matrix<T>, c: &mut [T]) {
    for i in 0..a.rows {
        for j in 0..b.columns {
            let sum = (0..a.columns).fold(T::ZERO, |sum, k| {
                let (x, y) = (
                    a.data[i * a.row_stride + k * a.column_stride],
                    b.data[k * b.row_stride + j * b.column_stride],
                );
                sum.plus(x.times(y))
            });
            c[i * b.columns + j] = c[i * b.columns + j].plus(sum);
        }
    }
}
