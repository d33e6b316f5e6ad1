//! Walking over the elements of strided arrays in row-major order.

use smallvec::SmallVec;

/// Offsets into a storage of each element of a strided view, in row-major order.
pub struct Offsets {
    shape: SmallVec<[usize; 6]>,
    strides: SmallVec<[isize; 6]>,
    index: SmallVec<[usize; 6]>,
    offset: isize,
    left: usize,
}

impl Offsets {
    pub fn new(shape: &[usize], strides: &[isize], offset: usize) -> Self {
        Offsets {
            shape: SmallVec::from_slice(shape),
            strides: SmallVec::from_slice(strides),
            index: SmallVec::from_elem(0, shape.len()),
            offset: offset as isize,
            left: super::numel(shape),
        }
    }
}

impl Iterator for Offsets {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        let current = self.offset as usize;
        for axis in (0..self.shape.len()).rev() {
            self.index[axis] += 1;
            self.offset += self.strides[axis];
            if self.index[axis] < self.shape[axis] {
                break;
            }
            self.offset -= self.strides[axis] * self.shape[axis] as isize;
            self.index[axis] = 0;
        }
        Some(current)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Offsets {}

/// Calls `row(offsets, length, strides)` for each innermost row of `N` operands that are read over one shape, after
/// joining dimensions that all operands can walk as one. Equal contiguous operands make a single row.
pub fn for_each_row<const N: usize>(
    shape: &[usize],
    strides: [&[isize]; N],
    offsets: [usize; N],
    row: &mut dyn FnMut([usize; N], usize, [isize; N]),
) {
    if shape.contains(&0) {
        return;
    }
    // Join from the innermost dimension outwards.
    let mut sizes: SmallVec<[usize; 6]> = SmallVec::new();
    let mut steps: SmallVec<[[isize; N]; 6]> = SmallVec::new();
    for axis in (0..shape.len()).rev() {
        let (size, step) = (shape[axis], std::array::from_fn(|n| strides[n][axis]));
        if size == 1 {
            continue;
        }
        if let (Some(inner), Some(inner_step)) = (sizes.last_mut(), steps.last())
            && (0..N).all(|n| step[n] == inner_step[n] * *inner as isize)
        {
            *inner *= size;
            continue;
        }
        sizes.push(size);
        steps.push(step);
    }
    let (Some(&length), Some(&step)) = (sizes.first(), steps.first()) else {
        return row(offsets, 1, [1; N]);
    };
    let mut index: SmallVec<[usize; 6]> = SmallVec::from_elem(0, sizes.len());
    let mut at: [isize; N] = offsets.map(|o| o as isize);
    loop {
        row(at.map(|o| o as usize), length, step);
        let mut axis = 1;
        loop {
            if axis == sizes.len() {
                return;
            }
            index[axis] += 1;
            for n in 0..N {
                at[n] += steps[axis][n];
            }
            if index[axis] < sizes[axis] {
                break;
            }
            for n in 0..N {
                at[n] -= steps[axis][n] * sizes[axis] as isize;
            }
            index[axis] = 0;
            axis += 1;
        }
    }
}
