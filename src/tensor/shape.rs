//! Shapes, strides and the broadcasting rule.

use smallvec::SmallVec;

use super::{Result, ShapeClash, TensorError};

/// Sizes of the dimensions, outermost first.
pub type Shape = SmallVec<[usize; 6]>;

/// Elements to jump to get to the next index of each dimension. Negative ones occur in numpy arrays only.
pub type Strides = SmallVec<[isize; 6]>;

/// Number of elements; 1 for no dimensions. Saturates: a shape with too many elements fails at allocation.
pub fn numel(shape: &[usize]) -> usize {
    let mut n = 1usize;
    for &size in shape {
        n = n.saturating_mul(size);
    }
    if shape.contains(&0) { 0 } else { n }
}

/// Row-major strides.
pub fn contiguous_strides(shape: &[usize]) -> Strides {
    let mut strides: Strides = SmallVec::from_elem(1, shape.len());
    let mut step = 1isize;
    for (stride, &size) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step = step.saturating_mul(size.max(1) as isize);
    }
    strides
}

/// `[2, 3]`
pub fn size_text<T: std::fmt::Display>(shape: &[T]) -> String {
    let sizes: Vec<String> = shape.iter().map(T::to_string).collect();
    format!("[{}]", sizes.join(", "))
}

/// `torch.Size([2, 3])`
pub fn shape_text(shape: &[usize]) -> String {
    format!("torch.Size({})", size_text(shape))
}

/// The common shape of two operands: aligned at the last dimension, sizes must be equal or 1.
///
/// # Errors
/// RuntimeError `The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1`.
/// Source: <https://docs.pytorch.org/docs/stable/notes/broadcasting.html>
pub fn broadcast(op: &str, a: &[usize], b: &[usize]) -> Result<Shape> {
    if a == b {
        return Ok(Shape::from_slice(a));
    }
    let ndim = a.len().max(b.len());
    let mut shape: Shape = SmallVec::from_elem(1, ndim);
    for axis in (0..ndim).rev() {
        let at = |s: &[usize]| (axis + s.len()).checked_sub(ndim).map_or(1, |i| s[i]);
        shape[axis] = match (at(a), at(b)) {
            (x, y) if x == y => x,
            (1, y) => y,
            (x, 1) => x,
            (x, y) => return Err(clash(op, a, b, axis, x, y)),
        };
    }
    Ok(shape)
}

fn clash(op: &str, a: &[usize], b: &[usize], axis: usize, x: usize, y: usize) -> TensorError {
    let ndim = a.len().max(b.len());
    TensorError::runtime(format!(
        "The size of tensor a ({x}) must match the size of tensor b ({y}) at non-singleton dimension {axis}"
    ))
    .with_shapes(ShapeClash {
        op: op.to_string(),
        shapes: vec![Shape::from_slice(a), Shape::from_slice(b)],
        rule: "Shapes are aligned at their last dimension; two sizes fit when they are equal or one of them is 1.".into(),
        because: format!(
            "{} and {} meet with sizes {x} and {y}, counting from the right in dimension -{}.",
            size_text(a),
            size_text(b),
            ndim - axis
        ),
        culprits: vec![(0, axis + a.len() - ndim), (1, axis + b.len() - ndim)],
    })
}

/// Strides that read an operand of `shape` as if it had the broadcast shape `to`: 0 where it is repeated.
/// `to` must be a shape that `shape` broadcasts to.
pub fn broadcast_strides(shape: &[usize], strides: &[isize], to: &[usize]) -> Strides {
    let lead = to.len() - shape.len();
    let mut out: Strides = SmallVec::from_elem(0, to.len());
    for axis in 0..shape.len() {
        if shape[axis] == to[lead + axis] {
            out[lead + axis] = strides[axis];
        }
    }
    out
}

/// Like [`broadcast_strides`], or `None` when `shape` cannot be expanded to `to`.
pub fn expand_strides(shape: &[usize], strides: &[isize], to: &[usize]) -> Option<Strides> {
    let lead = to.len().checked_sub(shape.len())?;
    let fits = shape
        .iter()
        .zip(&to[lead..])
        .all(|(&size, &wanted)| size == wanted || size == 1);
    fits.then(|| broadcast_strides(shape, strides, to))
}

/// As [`wrap_dim`], where a tensor without dimensions has none to speak of.
///
/// # Errors
/// IndexError.
pub fn existing_dim(dim: i64, ndim: usize) -> Result<usize> {
    if ndim == 0 {
        return Err(TensorError::index(format!(
            "Dimension specified as {dim} but tensor has no dimensions"
        )));
    }
    wrap_dim(dim, ndim)
}

/// Index of dimension `dim`, which may count from the end. A tensor without dimensions takes 0 and -1.
///
/// # Errors
/// IndexError `Dimension out of range (expected to be in range of [-2, 1], but got 2)`.
pub fn wrap_dim(dim: i64, ndim: usize) -> Result<usize> {
    let n = ndim.max(1) as i64;
    if (-n..n).contains(&dim) {
        return Ok(if dim < 0 { dim + n } else { dim } as usize);
    }
    Err(TensorError::index(format!(
        "Dimension out of range (expected to be in range of [{}, {}], but got {dim})",
        -n,
        n - 1
    )))
}
