//! Many elements to one: over some dimensions or all.

use smallvec::SmallVec;

use crate::ops::{self, Args};
use crate::tensor::{
    Array, Element, Result, Shape, Strides, Tensor, TensorError, budget, numel, wrap_dim,
};

/// What a reduction over some dimensions leaves.
pub struct Reduced {
    /// The dimensions that are reduced, ascending.
    pub dims: SmallVec<[usize; 6]>,
    /// The shape of the output.
    pub shape: Shape,
}

/// Reads a `dim` argument (None, one or several) and `keepdim`. No dimension given, or an empty list: all.
///
/// # Errors
/// IndexError for a dimension out of range; RuntimeError `dim 0 appears multiple times in the list of dims`.
pub fn reduced_dims(args: &Args, shape: &[usize], dim: usize, keepdim: usize) -> Result<Reduced> {
    let keepdim = args.flag(keepdim, false)?;
    let mut dims: SmallVec<[usize; 6]> = SmallVec::new();
    for d in args.ints(dim)?.unwrap_or_default() {
        let d = wrap_dim(d, shape.len())?;
        if dims.contains(&d) {
            return Err(TensorError::runtime(format!(
                "dim {d} appears multiple times in the list of dims"
            )));
        }
        dims.push(d);
    }
    if dims.is_empty() {
        dims = (0..shape.len()).collect();
    }
    dims.retain(|d| *d < shape.len());
    dims.sort_unstable();
    let mut out = Shape::new();
    for (d, &size) in shape.iter().enumerate() {
        if !dims.contains(&d) {
            out.push(size);
        } else if keepdim {
            out.push(1);
        }
    }
    Ok(Reduced { dims, shape: out })
}

/// An array laid out so that each output element's inputs are one row.
pub struct Rows {
    pub array: Array,
    pub count: usize,
    pub length: usize,
}

/// Moves the reduced dimensions last, copying only when they are not there already.
///
/// # Errors
/// When the bytes budget does not allow the copy.
pub fn rows(array: &Array, dims: &[usize]) -> Result<Rows> {
    let (mut shape, mut strides) = (Shape::new(), Strides::new());
    let kept = (0..array.ndim()).filter(|d| !dims.contains(d));
    for d in kept.chain(dims.iter().copied()) {
        shape.push(array.shape()[d]);
        strides.push(array.strides()[d]);
    }
    let split = shape.len() - dims.len();
    let (count, length) = (numel(&shape[..split]), numel(&shape[split..]));
    let array = array
        .with_geometry(shape, strides, array.offset())
        .contiguous()?;
    Ok(Rows {
        array,
        count,
        length,
    })
}

/// A reduction of rows, and of columns that need not be moved for it.
pub trait Fold<T: Element, A: Copy> {
    /// Of no elements.
    fn empty(&self) -> A;
    /// Of a whole row.
    fn row(&self, row: &[T]) -> A;
    /// Of each column of `rows` rows that lie one after the other.
    fn columns(&self, data: &[T], rows: usize, results: &mut [A]) {
        let width = results.len();
        let mut column = Vec::with_capacity(rows);
        for (at, result) in results.iter_mut().enumerate() {
            column.clear();
            column.extend((0..rows).map(|row| data[row * width + at]));
            *result = self.row(&column);
        }
    }
}

/// Folds over `dims`; one value per output element, row-major.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn fold<T: Element, A: Copy>(
    array: &Array,
    dims: &[usize],
    fold: &impl Fold<T, A>,
) -> Result<Vec<A>> {
    // Over leading dimensions of a contiguous array: column by column, without moving anything.
    let leading = dims.iter().enumerate().all(|(i, &d)| i == d)
        && dims.len() < array.ndim()
        && !dims.is_empty();
    if leading && array.is_contiguous() {
        let (rows, width) = (
            numel(&array.shape()[..dims.len()]),
            numel(&array.shape()[dims.len()..]),
        );
        budget::check(width, T::DTYPE)?;
        let mut results = vec![fold.empty(); width];
        if rows > 0 && width > 0 {
            fold.columns(&array.slice::<T>(), rows, &mut results);
        }
        return Ok(results);
    }
    let Rows {
        array,
        count,
        length,
    } = rows(array, dims)?;
    if length == 0 {
        return Ok(vec![fold.empty(); count]);
    }
    Ok(array
        .slice::<T>()
        .chunks_exact(length)
        .map(|row| fold.row(row))
        .collect())
}

/// Spreads the gradient of a reduction (or its output) over the shape of its input, as a view: puts the reduced
/// dimensions back with size 1 and expands them.
///
/// # Errors
/// As [`reduced_dims`].
pub fn spread(grad: &Tensor, args: &Args, shape: &Shape) -> Result<Tensor> {
    let reduced = reduced_dims(args, shape, 1, 2)?;
    let kept: Shape = shape
        .iter()
        .enumerate()
        .map(|(d, &n)| if reduced.dims.contains(&d) { 1 } else { n })
        .collect();
    let grad = if grad.array().shape() == &kept {
        grad.clone()
    } else {
        ops::reshape((grad, &kept))?
    };
    ops::expand((&grad, shape))
}
