//! Dense linear algebra on small matrices, row by row in memory.

use crate::tensor::{Array, Real, Result, Shape, TensorError, numel};

/// The last two sizes, after a look at dtype and number of dimensions.
///
/// # Errors
/// RuntimeError in PyTorch's words.
pub fn matrix_size(name: &str, array: &Array) -> Result<(usize, usize)> {
    let n = array.ndim();
    if n < 2 {
        return Err(TensorError::runtime(format!(
            "{name}: The input tensor A must have at least 2 dimensions."
        )));
    }
    if !array.dtype().is_float() {
        let word = array.dtype().word();
        return Err(TensorError::runtime(format!(
            "{name}: Expected a floating point or complex tensor as input. Got {word}"
        )));
    }
    Ok((array.shape()[n - 2], array.shape()[n - 1]))
}

/// The size of square matrices.
///
/// # Errors
/// RuntimeError in PyTorch's words.
pub fn square_size(name: &str, array: &Array) -> Result<usize> {
    let (rows, columns) = matrix_size(name, array)?;
    if rows != columns {
        return Err(TensorError::runtime(format!(
            "{name}: A must be batches of square matrices, but they are {rows} by {columns} matrices"
        )));
    }
    Ok(rows)
}

/// Applies `f` to each matrix of a batch: it gets the elements and the number in the batch and fills `sizes[k]` elements of
/// output `k`. The outputs have the batch's dimensions and then `shapes[k]`.
///
/// # Errors
/// What `f` says.
pub fn each_matrix<T: Real, const N: usize>(
    array: &Array,
    shapes: [&[usize]; N],
    mut f: impl FnMut(&[T], usize, [&mut [T]; N]) -> Result<()>,
) -> Result<[Array; N]> {
    let array = array.contiguous()?;
    let lead = &array.shape()[..array.ndim() - 2];
    let size = numel(&array.shape()[array.ndim() - 2..]);
    let batches = numel(lead);
    let mut outputs: [Vec<T>; N] = shapes.map(|shape| vec![T::ZERO; batches * numel(shape)]);
    {
        let data = array.slice::<T>();
        for batch in 0..batches {
            let parts = outputs.each_mut().map(|output| {
                let length = output.len() / batches;
                &mut output[batch * length..(batch + 1) * length]
            });
            f(&data[batch * size..(batch + 1) * size], batch, parts)?;
        }
    }
    let mut outputs = outputs.into_iter();
    Ok(shapes.map(|shape| {
        let shape: Shape = lead.iter().chain(shape).copied().collect();
        Array::from_vec(outputs.next().unwrap_or_default(), shape)
    }))
}

/// The decomposition P A = L U by elimination with partial pivoting.
pub struct Lu<T> {
    n: usize,
    /// L below the diagonal (its own diagonal is 1), U on and above it.
    factors: Vec<T>,
    /// The row of A that became row `i`.
    rows: Vec<usize>,
    /// 1 or -1: the sign of the permutation.
    pub sign: T,
    /// The first zero on the diagonal of U.
    pub singular: Option<usize>,
}

impl<T: Real> Lu<T> {
    pub fn new(matrix: &[T], n: usize) -> Self {
        let mut lu = Lu {
            n,
            factors: matrix.to_vec(),
            rows: (0..n).collect(),
            sign: T::ONE,
            singular: None,
        };
        for k in 0..n {
            let size = |i: usize| num_traits::Float::abs(lu.factors[i * n + k]);
            let pivot = (k..n).fold(k, |best, i| if size(i) > size(best) { i } else { best });
            if pivot != k {
                for j in 0..n {
                    lu.factors.swap(k * n + j, pivot * n + j);
                }
                lu.rows.swap(k, pivot);
                lu.sign = -lu.sign;
            }
            let diagonal = lu.factors[k * n + k];
            if diagonal == T::ZERO {
                lu.singular = lu.singular.or(Some(k));
                continue;
            }
            for i in k + 1..n {
                let factor = lu.factors[i * n + k] / diagonal;
                lu.factors[i * n + k] = factor;
                for j in k + 1..n {
                    lu.factors[i * n + j] = lu.factors[i * n + j] - factor * lu.factors[k * n + j];
                }
            }
        }
        lu
    }

    /// The elements on the diagonal of U.
    pub fn diagonal(&self) -> impl Iterator<Item = T> {
        (0..self.n).map(|i| self.factors[i * self.n + i])
    }

    /// Solves A X = B for `columns` columns of B, row-major.
    pub fn solve(&self, b: &[T], columns: usize, x: &mut [T]) {
        let n = self.n;
        for column in 0..columns {
            for i in 0..n {
                let sum = (0..i).fold(b[self.rows[i] * columns + column], |sum, j| {
                    sum - self.factors[i * n + j] * x[j * columns + column]
                });
                x[i * columns + column] = sum;
            }
            for i in (0..n).rev() {
                let sum = (i + 1..n).fold(x[i * columns + column], |sum, j| {
                    sum - self.factors[i * n + j] * x[j * columns + column]
                });
                x[i * columns + column] = sum / self.factors[i * n + i];
            }
        }
    }
}

/// A = L L^T. `Err` is the order of the leading minor that is not positive.
pub fn cholesky<T: Real>(a: &[T], n: usize, l: &mut [T]) -> std::result::Result<(), usize> {
    for j in 0..n {
        let square = (0..j).fold(a[j * n + j], |sum, k| sum - l[j * n + k] * l[j * n + k]);
        if square <= T::ZERO || num_traits::Float::is_nan(square) {
            return Err(j + 1);
        }
        let diagonal = num_traits::Float::sqrt(square);
        l[j * n + j] = diagonal;
        for i in j + 1..n {
            let sum = (0..j).fold(a[i * n + j], |sum, k| sum - l[i * n + k] * l[j * n + k]);
            l[i * n + j] = sum / diagonal;
        }
    }
    Ok(())
}

/// A = Q R by Householder reflections, with LAPACK's signs. `q` is m x k, `r` k x n; k is m or the smaller of m and n.
pub fn qr<T: Real>(a: &[T], (m, n): (usize, usize), k: usize, q: &mut [T], r: &mut [T]) {
    let mut work = a.to_vec();
    let steps = m.min(n);
    let mut reflections: Vec<(Vec<T>, T)> = Vec::new();
    for j in 0..steps {
        let tail = (j + 1..m).fold(T::ZERO, |sum, i| sum + work[i * n + j] * work[i * n + j]);
        let alpha = work[j * n + j];
        let mut v = vec![T::ZERO; m];
        v[j] = T::ONE;
        let mut tau = T::ZERO;
        if tail != T::ZERO {
            let norm = num_traits::Float::sqrt(alpha * alpha + tail);
            let beta = if alpha >= T::ZERO { -norm } else { norm };
            tau = (beta - alpha) / beta;
            for i in j + 1..m {
                v[i] = work[i * n + j] / (alpha - beta);
            }
        }
        reflect(&mut work, n, j, m, &v, tau);
        reflections.push((v, tau));
    }
    for i in 0..k {
        for j in 0..n {
            r[i * n + j] = if i <= j { work[i * n + j] } else { T::ZERO };
        }
    }
    // Q is the product of the reflections applied to the first k unit vectors.
    for i in 0..m {
        for j in 0..k {
            q[i * k + j] = if i == j { T::ONE } else { T::ZERO };
        }
    }
    for (j, (v, tau)) in reflections.iter().enumerate().rev() {
        reflect(q, k, j, m, v, *tau);
    }
}

/// Applies I - tau v v^T to the columns of a matrix, rows `from` to `m`.
fn reflect<T: Real>(matrix: &mut [T], columns: usize, from: usize, m: usize, v: &[T], tau: T) {
    for c in 0..columns {
        let dot = (from..m).fold(T::ZERO, |sum, i| sum + v[i] * matrix[i * columns + c]);
        for i in from..m {
            matrix[i * columns + c] = matrix[i * columns + c] - tau * v[i] * dot;
        }
    }
}

/// Eigenvalues (ascending) and eigenvectors (columns of `v`) of a symmetric matrix, by Jacobi rotations. Only the lower
/// triangle is read.
pub fn symmetric_eigen<T: Real>(a: &[T], n: usize, values: &mut [T], v: &mut [T]) {
    let mut a: Vec<f64> = (0..n * n)
        .map(|k| {
            if k % n <= k / n {
                a[k]
            } else {
                a[k % n * n + k / n]
            }
            .to_f64()
        })
        .collect();
    let mut vectors: Vec<f64> = (0..n * n)
        .map(|k| f64::from(u8::from(k % n == k / n)))
        .collect();
    for _ in 0..100 {
        let off: f64 = (0..n * n)
            .filter(|k| k % n != k / n)
            .map(|k| a[k] * a[k])
            .sum();
        let all: f64 = a.iter().map(|x| x * x).sum();
        if off <= all * 1e-32 || off == 0.0 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                if a[p * n + q] != 0.0 {
                    rotate(&mut a, &mut vectors, n, p, q);
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| a[i * n + i].total_cmp(&a[j * n + j]));
    for (k, &from) in order.iter().enumerate() {
        values[k] = T::from_f64(a[from * n + from]);
        // A sign that does not depend on the way there: the largest component is positive.
        let column = |i: usize| vectors[i * n + from];
        let largest = (0..n).fold(0, |best, i| {
            if column(i).abs() > column(best).abs() + 1e-12 {
                i
            } else {
                best
            }
        });
        let sign = if n > 0 && column(largest) < 0.0 {
            -1.0
        } else {
            1.0
        };
        for i in 0..n {
            v[i * n + k] = T::from_f64(sign * column(i));
        }
    }
}

fn rotate(a: &mut [f64], vectors: &mut [f64], n: usize, p: usize, q: usize) {
    let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * a[p * n + q]);
    let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let t = if theta == 0.0 { 1.0 } else { t };
    let c = 1.0 / (t * t + 1.0).sqrt();
    let s = t * c;
    for k in 0..n {
        let (x, y) = (a[k * n + p], a[k * n + q]);
        a[k * n + p] = c * x - s * y;
        a[k * n + q] = s * x + c * y;
    }
    for k in 0..n {
        let (x, y) = (a[p * n + k], a[q * n + k]);
        a[p * n + k] = c * x - s * y;
        a[q * n + k] = s * x + c * y;
    }
    for k in 0..n {
        let (x, y) = (vectors[k * n + p], vectors[k * n + q]);
        vectors[k * n + p] = c * x - s * y;
        vectors[k * n + q] = s * x + c * y;
    }
}

/// A = U diag(s) V^T with the singular values descending: `u` is m x k, `vt` k x n, k the smaller of m and n. One-sided Jacobi
/// rotations of the shorter side.
pub fn svd<T: Real>(a: &[T], (m, n): (usize, usize), u: &mut [T], s: &mut [T], vt: &mut [T]) {
    let k = m.min(n);
    let tall = m >= n;
    // Columns of the tall orientation, each a vector of length `long`.
    let long = m.max(n);
    let at = |i: usize, j: usize| if tall { a[i * n + j] } else { a[j * n + i] }.to_f64();
    let mut columns: Vec<Vec<f64>> = (0..k)
        .map(|j| (0..long).map(|i| at(i, j)).collect())
        .collect();
    let mut right: Vec<Vec<f64>> = (0..k)
        .map(|j| (0..k).map(|i| f64::from(u8::from(i == j))).collect())
        .collect();
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    for _ in 0..60 {
        let mut rotated = false;
        for p in 0..k {
            for q in p + 1..k {
                let (alpha, beta) = (dot(&columns[p], &columns[p]), dot(&columns[q], &columns[q]));
                let gamma = dot(&columns[p], &columns[q]);
                if gamma.abs() <= 1e-16 * (alpha * beta).sqrt() || gamma == 0.0 {
                    continue;
                }
                rotated = true;
                let zeta = (beta - alpha) / (2.0 * gamma);
                let t = if zeta >= 0.0 { 1.0 } else { -1.0 }
                    / (zeta.abs() + (1.0 + zeta * zeta).sqrt());
                let c = 1.0 / (1.0 + t * t).sqrt();
                turn(&mut columns, p, q, c, c * t);
                turn(&mut right, p, q, c, c * t);
            }
        }
        if !rotated {
            break;
        }
    }
    let norms: Vec<f64> = columns.iter().map(|c| dot(c, c).sqrt()).collect();
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|&i, &j| norms[j].total_cmp(&norms[i]));
    let largest = order.first().map_or(0.0, |&i| norms[i]);
    let mut left: Vec<Vec<f64>> = Vec::new();
    for &from in &order {
        let norm = norms[from];
        left.push(if norm > largest * 1e-300 && norm > 0.0 {
            columns[from].iter().map(|x| x / norm).collect()
        } else {
            orthogonal_to(&left, long)
        });
    }
    for (place, &from) in order.iter().enumerate() {
        s[place] = T::from_f64(norms[from]);
        for i in 0..m {
            u[i * k + place] = T::from_f64(if tall { left[place][i] } else { right[from][i] });
        }
        for j in 0..n {
            vt[place * n + j] = T::from_f64(if tall { right[from][j] } else { left[place][j] });
        }
    }
}

fn turn(vectors: &mut [Vec<f64>], p: usize, q: usize, c: f64, s: f64) {
    let (head, tail) = vectors.split_at_mut(q);
    for (x, y) in head[p].iter_mut().zip(&mut tail[0]) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

/// A unit vector at right angles to all of these.
fn orthogonal_to(others: &[Vec<f64>], n: usize) -> Vec<f64> {
    for axis in 0..n {
        let mut v = vec![0.0; n];
        v[axis] = 1.0;
        for other in others {
            let along: f64 = v.iter().zip(other).map(|(x, y)| x * y).sum();
            v.iter_mut().zip(other).for_each(|(x, y)| *x -= along * y);
        }
        let norm = v.iter().map(|x| x * x).sum::<f64>().sqrt();
        if norm > 1e-6 {
            return v.into_iter().map(|x| x / norm).collect();
        }
    }
    vec![0.0; n]
}
