//! Sums whose rounding error grows with the logarithm of the count: partial sums on four levels.
//!
//! The order of additions is that of PyTorch's AVX2 kernel (8 float32 or 4 float64 lanes, 4 rows at a time), so float sums
//! agree with its to the last bit as long as it uses one thread.

/// Numbers that are added up.
pub trait Sum: Copy {
    /// The sum of a slice.
    fn sum(values: &[Self]) -> Self;
    /// The sum of each column of `rows` rows, `row_stride` elements apart, into `sums`.
    fn sum_columns(values: &[Self], rows: usize, row_stride: usize, sums: &mut [Self]);
}

/// The sum of a slice.
pub fn sum_slice<T: Sum>(values: &[T]) -> T {
    T::sum(values)
}

/// The sum of each column, as [`Sum::sum_columns`].
pub fn sum_columns<T: Sum>(values: &[T], rows: usize, row_stride: usize, sums: &mut [T]) {
    T::sum_columns(values, rows, row_stride, sums);
}

macro_rules! floats {
    ($($type:ty, $lanes:literal;)*) => {$(
        impl Sum for $type {
            #[inline(never)]
            fn sum(values: &[Self]) -> Self {
                sum_lanes::<$type, $lanes>(values)
            }
            #[inline(never)]
            fn sum_columns(values: &[Self], rows: usize, row_stride: usize, sums: &mut [Self]) {
                columns::<$type, $lanes>(values, rows, row_stride, sums);
            }
        }
        impl Float for $type {
            const ZERO: Self = 0.0;
        }
    )*};
}
// As many lanes as PyTorch's vectors have.
floats! {
    f32, 8;
    f64, 4;
}

/// In any order the same.
macro_rules! integers {
    ($($type:ty, $zero:literal, |$a:ident, $b:ident| $plus:expr;)*) => {$(
        impl Sum for $type {
            fn sum(values: &[Self]) -> Self {
                values.iter().fold($zero, |$a, &$b| $plus)
            }
            fn sum_columns(values: &[Self], rows: usize, row_stride: usize, sums: &mut [Self]) {
                sums.fill($zero);
                for row in 0..rows {
                    for (sum, &$b) in sums.iter_mut().zip(&values[row * row_stride..]) {
                        let $a = *sum;
                        *sum = $plus;
                    }
                }
            }
        }
    )*};
}
integers! {
    bool, false, |a, b| a | b;
    u8, 0, |a, b| a.wrapping_add(b);
    i32, 0, |a, b| a.wrapping_add(b);
    i64, 0, |a, b| a.wrapping_add(b);
}

trait Float: Copy + std::ops::Add<Output = Self> {
    const ZERO: Self;
}

const LEVELS: usize = 4;
const ROWS: usize = 4;

/// Sums `count` rows of `W` neighbouring numbers into `W` sums. `load(row)` gives the row's numbers.
#[inline(always)]
fn cascade<T: Float, const W: usize>(count: usize, load: impl Fn(usize) -> [T; W]) -> [T; W] {
    let power = (count.next_power_of_two().trailing_zeros() as usize / LEVELS).max(4);
    let step = 1usize << power;
    let mut levels = [[T::ZERO; W]; LEVELS];
    let add = |into: &mut [T; W], from: [T; W]| {
        for (a, b) in into.iter_mut().zip(from) {
            *a = *a + b;
        }
    };
    let mut i = 0;
    while i + step <= count {
        for row in i..i + step {
            add(&mut levels[0], load(row));
        }
        i += step;
        for level in 1..LEVELS {
            let below = std::mem::replace(&mut levels[level - 1], [T::ZERO; W]);
            add(&mut levels[level], below);
            if i & ((step - 1) << (level * power)) != 0 {
                break;
            }
        }
    }
    for row in i..count {
        add(&mut levels[0], load(row));
    }
    let [mut sum, rest @ ..] = levels;
    for level in rest {
        add(&mut sum, level);
    }
    sum
}

/// Sums `count` vectors of `W` lanes, four interleaved rows at a time.
#[inline(always)]
fn sum_rows<T: Float, const W: usize>(count: usize, load: impl Fn(usize) -> [T; W]) -> [T; W] {
    let blocks = count / ROWS;
    let [r0, r1, r2, r3] = {
        // Four rows side by side in one cascade: the same additions as four cascades in step.
        let parts: [[T; W]; ROWS] = cascade_rows(blocks, |block, row| load(block * ROWS + row));
        parts
    };
    let mut sum = r0;
    let add = |into: &mut [T; W], from: [T; W]| {
        for (a, b) in into.iter_mut().zip(from) {
            *a = *a + b;
        }
    };
    for i in blocks * ROWS..count {
        add(&mut sum, load(i));
    }
    for part in [r1, r2, r3] {
        add(&mut sum, part);
    }
    sum
}

/// Four cascades in step.
#[inline(always)]
fn cascade_rows<T: Float, const W: usize>(
    count: usize,
    load: impl Fn(usize, usize) -> [T; W],
) -> [[T; W]; ROWS] {
    std::array::from_fn(|row| cascade(count, |block| load(block, row)))
}

fn sum_lanes<T: Float, const W: usize>(values: &[T]) -> T {
    if values.len() < W {
        return sum_strided(values, 0, 1, values.len());
    }
    let (vectors, tail) = values.as_chunks::<W>();
    let partial = sum_rows(vectors.len(), |i| vectors[i]);
    let tail = tail.iter().fold(T::ZERO, |sum, &x| sum + x);
    partial.iter().fold(tail, |sum, &x| sum + x)
}

/// The sum of `count` elements that lie `stride` apart, from `start` on.
fn sum_strided<T: Float>(values: &[T], start: usize, stride: isize, count: usize) -> T {
    let [sum] = sum_rows(count, |i| {
        [values[(start as isize + stride * i as isize) as usize]]
    });
    sum
}

fn columns<T: Float, const W: usize>(values: &[T], rows: usize, row_stride: usize, sums: &mut [T]) {
    let vector = |row: usize, column: usize| -> [T; W] {
        let at = row * row_stride + column;
        std::array::from_fn(|k| values[at + k])
    };
    if sums.len() < W {
        // Too narrow for a vector: four columns at a time are summed by one cascade each.
        let whole = sums.len() / ROWS * ROWS;
        for (at, sum) in sums.iter_mut().enumerate() {
            let load = |row: usize| [values[row * row_stride + at]];
            [*sum] = if at < whole {
                cascade(rows, load)
            } else {
                sum_rows(rows, load)
            };
        }
        return;
    }
    let mut column = 0;
    // Four vectors of columns at a time are summed by one cascade each; a lone vector's rows by four.
    while column + ROWS * W <= sums.len() {
        for part in 0..ROWS {
            let at = column + part * W;
            sums[at..at + W].copy_from_slice(&cascade(rows, |row| vector(row, at)));
        }
        column += ROWS * W;
    }
    while column + W <= sums.len() {
        sums[column..column + W].copy_from_slice(&sum_rows(rows, |row| vector(row, column)));
        column += W;
    }
    for (at, sum) in sums.iter_mut().enumerate().skip(column) {
        [*sum] = sum_rows(rows, |row| [values[row * row_stride + at]]);
    }
}
