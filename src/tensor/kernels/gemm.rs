//! Matrix products.
//!
//! At learning sizes an unpacked tile of 4 rows by 8 columns, held in 8 accumulators of four lanes, with the elements of the
//! left matrix broadcast, comes closest to the peak of simd128; larger tiles spill and packing costs more than it saves.
//! Beyond some hundred rows and columns `matrixmultiply` packs and wins.

use super::F32x4;

/// A matrix read through strides: rows x columns, elements to jump per row and per column.
#[derive(Clone, Copy)]
pub struct Matrix<'a, T> {
    pub data: &'a [T],
    pub rows: usize,
    pub columns: usize,
    pub row_stride: usize,
    pub column_stride: usize,
}

impl<'a, T> Matrix<'a, T> {
    /// A row-major matrix whose elements fill `data`.
    pub fn dense(data: &'a [T], rows: usize, columns: usize) -> Self {
        Matrix {
            data,
            rows,
            columns,
            row_stride: columns,
            column_stride: 1,
        }
    }

    /// The same elements with rows and columns exchanged.
    pub fn t(self) -> Self {
        Matrix {
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
            ..self
        }
    }

    /// Whether each element lies inside `data`.
    fn is_inside(&self) -> bool {
        self.rows == 0
            || self.columns == 0
            || (self.rows - 1) * self.row_stride + (self.columns - 1) * self.column_stride
                < self.data.len()
    }
}

/// Multiplications from which packing pays in the browser.
const LARGE: usize = 448 * 448 * 448;

/// `c += a b` in float32, `c` row-major and dense. `a.columns == b.rows`; panics when the geometry does not fit.
#[inline(never)]
pub fn gemm_f32(a: Matrix<f32>, b: Matrix<f32>, c: &mut [f32]) {
    let (m, k, n) = (a.rows, a.columns, b.columns);
    assert!(
        k == b.rows && c.len() == m * n && a.is_inside() && b.is_inside(),
        "a product of matrices that do not fit"
    );
    if m * k * n == 0 {
        return;
    }
    if m * k * n >= LARGE {
        // SAFETY: the assertion above holds for every pointer that the strides reach.
        unsafe {
            matrixmultiply::sgemm(
                m,
                k,
                n,
                1.0,
                a.data.as_ptr(),
                a.row_stride as isize,
                a.column_stride as isize,
                b.data.as_ptr(),
                b.row_stride as isize,
                b.column_stride as isize,
                1.0,
                c.as_mut_ptr(),
                n as isize,
                1,
            );
        }
        return;
    }
    if n == 1 {
        return column(a, b, c);
    }
    if b.column_stride == 1 {
        return tiles(a, b, c);
    }
    // Rows of the right matrix must lie side by side: one transposed copy of the small matrix.
    let mut copy = Vec::with_capacity(k * n);
    for row in 0..k {
        copy.extend((0..n).map(|column| b.data[row * b.row_stride + column * b.column_stride]));
    }
    tiles(a, Matrix::dense(&copy, k, n), c);
}

/// `c += a b` in float64.
#[inline(never)]
pub fn gemm_f64(a: Matrix<f64>, b: Matrix<f64>, c: &mut [f64]) {
    let (m, k, n) = (a.rows, a.columns, b.columns);
    assert!(
        k == b.rows && c.len() == m * n && a.is_inside() && b.is_inside(),
        "a product of matrices that do not fit"
    );
    if m * k * n == 0 {
        return;
    }
    // SAFETY: the assertion above holds for every pointer that the strides reach.
    unsafe {
        matrixmultiply::dgemm(
            m,
            k,
            n,
            1.0,
            a.data.as_ptr(),
            a.row_stride as isize,
            a.column_stride as isize,
            b.data.as_ptr(),
            b.row_stride as isize,
            b.column_stride as isize,
            1.0,
            c.as_mut_ptr(),
            n as isize,
            1,
        );
    }
}

/// The product with a single column.
fn column(a: Matrix<f32>, b: Matrix<f32>, c: &mut [f32]) {
    for (row, c) in c.iter_mut().enumerate() {
        let (left, k) = (&a.data[row * a.row_stride..], a.columns);
        *c += if a.column_stride == 1 && b.row_stride == 1 {
            dot(&left[..k], &b.data[..k])
        } else {
            (0..k).fold(0.0, |sum, i| {
                sum + left[i * a.column_stride] * b.data[i * b.row_stride]
            })
        };
    }
}

/// The sum of products of two slices of equal length.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let ((a, a_tail), (b, b_tail)) = (a.as_chunks::<4>(), b.as_chunks::<4>());
    let mut sums = [F32x4::splat(0.0); 2];
    for (i, (x, y)) in a.iter().zip(b).enumerate() {
        sums[i & 1] = sums[i & 1] + F32x4::from_array(*x) * F32x4::from_array(*y);
    }
    let [s0, s1, s2, s3] = (sums[0] + sums[1]).to_array();
    a_tail
        .iter()
        .zip(b_tail)
        .fold((s0 + s1) + (s2 + s3), |sum, (x, y)| sum + x * y)
}

fn tiles(a: Matrix<f32>, b: Matrix<f32>, c: &mut [f32]) {
    let edge = Edge::of(b);
    let mut row = 0;
    while row < a.rows {
        match a.rows - row {
            1 => row_of_tiles::<1>(a, b, &edge, c, row),
            2 => row_of_tiles::<2>(a, b, &edge, c, row),
            3 => row_of_tiles::<3>(a, b, &edge, c, row),
            _ => row_of_tiles::<4>(a, b, &edge, c, row),
        }
        row += 4;
    }
}

/// The one to three columns that fill no vector, copied beside zeros.
struct Edge {
    columns: usize,
    padded: Vec<f32>,
}

impl Edge {
    fn of(b: Matrix<f32>) -> Edge {
        let columns = b.columns % 4;
        let mut padded = Vec::new();
        if columns > 0 {
            padded.resize(4 * b.rows, 0.0);
            for (row, to) in padded.as_chunks_mut::<4>().0.iter_mut().enumerate() {
                let from = row * b.row_stride + b.columns - columns;
                to[..columns].copy_from_slice(&b.data[from..from + columns]);
            }
        }
        Edge { columns, padded }
    }
}

#[inline(always)]
fn row_of_tiles<const R: usize>(
    a: Matrix<f32>,
    b: Matrix<f32>,
    edge: &Edge,
    c: &mut [f32],
    row: usize,
) {
    let n = b.columns;
    let mut column = 0;
    while column + 8 <= n {
        add::<R, 2>(tile(a, b, row, column), c, row * n + column, n, 4);
        column += 8;
    }
    if column + 4 <= n {
        add::<R, 1>(tile(a, b, row, column), c, row * n + column, n, 4);
        column += 4;
    }
    if edge.columns > 0 {
        let padded = Matrix::dense(&edge.padded, b.rows, 4);
        add::<R, 1>(
            tile(a, padded, row, 0),
            c,
            row * n + column,
            n,
            edge.columns,
        );
    }
}

/// Adds a tile to the product, `width` elements of each vector.
#[inline(always)]
fn add<const R: usize, const V: usize>(
    sums: [[F32x4; V]; R],
    c: &mut [f32],
    at: usize,
    row_stride: usize,
    width: usize,
) {
    for (r, sums) in sums.iter().enumerate() {
        for (v, sum) in sums.iter().enumerate() {
            let to = &mut c[at + r * row_stride + 4 * v..][..width];
            if let Some(to) = to.as_mut_array::<4>() {
                *to = (F32x4::from_array(*to) + *sum).to_array();
            } else {
                for (to, sum) in to.iter_mut().zip(sum.to_array()) {
                    *to += sum;
                }
            }
        }
    }
}

/// The product of `R` rows and `V` vectors of four columns.
#[inline(always)]
fn tile<const R: usize, const V: usize>(
    a: Matrix<f32>,
    b: Matrix<f32>,
    row: usize,
    column: usize,
) -> [[F32x4; V]; R] {
    let mut sums = [[F32x4::splat(0.0); V]; R];
    let left = a.data[row * a.row_stride..].as_ptr();
    let right = b.data[column..].as_ptr();
    for i in 0..a.columns {
        // SAFETY: `gemm_f32` has checked that both matrices lie inside their data, and this tile lies inside them.
        let vectors: [F32x4; V] = std::array::from_fn(|v| unsafe {
            F32x4::from_array(*right.add(i * b.row_stride + 4 * v).cast::<[f32; 4]>())
        });
        for (r, sums) in sums.iter_mut().enumerate() {
            // SAFETY: as above.
            let x = F32x4::splat(unsafe { *left.add(r * a.row_stride + i * a.column_stride) });
            for (sum, vector) in sums.iter_mut().zip(vectors) {
                *sum = *sum + x * vector;
            }
        }
    }
    sums
}
