//! The elements that index tensors choose.

use crate::ops::{Arg, Args};
use crate::tensor::index::IndexItem;
use crate::tensor::{
    Array, DType, Element, Offsets, Result, Shape, Strides, Tensor, TensorError, broadcast_strides,
    numel, size_text,
};

/// Which elements of an array an index expression of tensors means, as offsets into its storage, and how they are laid out.
pub struct Places {
    /// The shape of what is chosen.
    pub shape: Shape,
    /// Dimensions in front of the chosen ones, or none when index tensors stand apart.
    before: (Shape, Strides),
    /// Offset of each combination of indices.
    picked: Vec<isize>,
    after: (Shape, Strides),
    offset: usize,
}

/// Integers that stand for one dimension.
struct Numbers {
    dim: usize,
    array: Array,
}

impl Places {
    /// Reads the index argument at `index`: one item per dimension, a tensor or a full slice for "all of it".
    ///
    /// # Errors
    /// IndexError in PyTorch's words.
    pub fn new(array: &Array, args: &Args, index: usize) -> Result<Places> {
        let given: Vec<IndexItem>;
        let items = match args.at(index) {
            Arg::Index(items) => &items[..],
            // As `index_put_((rows, columns), values)` is called.
            Arg::Tensors(tensors) => {
                given = tensors.iter().cloned().map(IndexItem::Tensor).collect();
                &given[..]
            }
            _ => return Err(args.wrong(index, "tuple of Tensors")),
        };
        let numbers = expand_masks(array, items)?;
        let shape = common_shape(&numbers)?;
        let mut picked = vec![0isize; numel(&shape)];
        // PyTorch counts index tensors, not dimensions, when one is out of bounds.
        for (
            ordinal,
            Numbers {
                dim,
                array: numbers,
            },
        ) in numbers.iter().enumerate()
        {
            let (size, stride) = (array.shape()[*dim] as i64, array.strides()[*dim]);
            let strides = broadcast_strides(numbers.shape(), numbers.strides(), &shape);
            let values = numbers.storage().data::<i64>();
            for (at, place) in Offsets::new(&shape, &strides, numbers.offset()).zip(&mut picked) {
                let number = values[at];
                if !(-size..size).contains(&number) {
                    return Err(TensorError::index(format!(
                        "index {number} is out of bounds for dimension {ordinal} with size {size}"
                    )));
                }
                *place += (if number < 0 { number + size } else { number }) as isize * stride;
            }
        }
        let dims: Vec<usize> = numbers.iter().map(|n| n.dim).collect();
        let (first, last) = (
            dims.first().copied().unwrap_or(0),
            dims.last().copied().unwrap_or(0),
        );
        let together = last - first + 1 == dims.len();
        let split = if together { first } else { 0 };
        let rest = |range: std::ops::Range<usize>| -> (Shape, Strides) {
            range
                .filter(|d| !dims.contains(d))
                .map(|d| (array.shape()[d], array.strides()[d]))
                .unzip()
        };
        let (before, after) = (rest(0..split), rest(split..array.ndim()));
        let shape = before
            .0
            .iter()
            .chain(&shape)
            .chain(&after.0)
            .copied()
            .collect();
        Ok(Places {
            shape,
            before,
            picked,
            after,
            offset: array.offset(),
        })
    }

    /// Calls `visit` with the offset of each chosen element, in the order of the result.
    fn each(&self, mut visit: impl FnMut(usize)) {
        for start in Offsets::new(&self.before.0, &self.before.1, self.offset) {
            for &place in &self.picked {
                for at in Offsets::new(
                    &self.after.0,
                    &self.after.1,
                    (start as isize + place) as usize,
                ) {
                    visit(at);
                }
            }
        }
    }

    /// Elements in one piece at the end of each choice: the length, if the rest lies side by side.
    fn run(&self) -> Option<usize> {
        let dense = crate::tensor::contiguous_strides(&self.after.0);
        (self.after.1 == dense).then(|| numel(&self.after.0))
    }

    /// The chosen elements, row-major.
    ///
    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn pick<T: Element>(&self, array: &Array) -> Result<Vec<T>> {
        let mut values = crate::tensor::budget::room::<T>(numel(&self.shape))?;
        let data = array.storage().data::<T>();
        match self.run() {
            Some(length) => {
                for start in Offsets::new(&self.before.0, &self.before.1, self.offset) {
                    for &place in &self.picked {
                        let at = (start as isize + place) as usize;
                        values.extend_from_slice(&data[at..at + length]);
                    }
                }
            }
            None => self.each(|at| values.push(data[at])),
        }
        Ok(values)
    }

    /// Writes values, which must broadcast to `shape`, over the chosen elements; `join` makes the new element of the old
    /// one and the value.
    pub fn put<T: Element>(&self, array: &Array, values: &Array, join: impl Fn(T, T) -> T) {
        let strides = broadcast_strides(values.shape(), values.strides(), &self.shape);
        let source = values.storage().data::<T>();
        let mut from = Offsets::new(&self.shape, &strides, values.offset());
        let mut data = array.storage().data_mut::<T>();
        self.each(|at| {
            if let Some(from) = from.next() {
                data[at] = join(data[at], source[from]);
            }
        });
    }
}

/// Masks become the numbers of their true elements, one list per dimension of the mask.
fn expand_masks(array: &Array, items: &[IndexItem]) -> Result<Vec<Numbers>> {
    let mut numbers = Vec::new();
    let mut dim = 0;
    for item in items {
        let IndexItem::Tensor(tensor) = item else {
            dim += 1;
            continue;
        };
        let index = tensor.array().clone();
        match index.dtype() {
            DType::Bool | DType::U8 => {
                check_mask(array, &index, dim)?;
                for list in true_places(&index)? {
                    numbers.push(Numbers { dim, array: list });
                    dim += 1;
                }
            }
            DType::I32 | DType::I64 => {
                if dim >= array.ndim() {
                    return Err(too_many(array));
                }
                numbers.push(Numbers {
                    dim,
                    array: index.to_dtype(DType::I64)?,
                });
                dim += 1;
            }
            DType::F32 | DType::F64 => {
                return Err(TensorError::index(
                    "tensors used as indices must be long, int, byte or bool tensors",
                ));
            }
        }
    }
    Ok(numbers)
}

fn too_many(array: &Array) -> TensorError {
    TensorError::index(format!(
        "too many indices for tensor of dimension {}",
        array.ndim()
    ))
}

fn check_mask(array: &Array, mask: &Array, dim: usize) -> Result<()> {
    for (k, &size) in mask.shape().iter().enumerate() {
        if array.shape().get(dim + k) != Some(&size) {
            return Err(TensorError::index(format!(
                "The shape of the mask {} at index {k} does not match the shape of the indexed tensor {} at index {}",
                size_text(mask.shape()),
                size_text(array.shape()),
                dim + k
            ))
            .because("A mask needs one true or false for each element that it looks at."));
        }
    }
    Ok(())
}

/// For each dimension of a mask, the index of each true element in it.
fn true_places(mask: &Array) -> Result<Vec<Array>> {
    let flags = mask.to_dtype(DType::Bool)?;
    let data = flags.storage().data::<bool>();
    let offsets = Offsets::new(flags.shape(), flags.strides(), flags.offset());
    let flat: Vec<usize> = offsets
        .enumerate()
        .filter(|(_, at)| data[*at])
        .map(|(i, _)| i)
        .collect();
    let mut inner = numel(mask.shape());
    let mut lists = Vec::new();
    for &size in mask.shape() {
        inner = inner.checked_div(size).unwrap_or(0);
        let list: Vec<i64> = flat
            .iter()
            .map(|i| (i / inner.max(1) % size.max(1)) as i64)
            .collect();
        lists.push(Array::from_vec(list, [flat.len()].as_slice()));
    }
    Ok(lists)
}

fn common_shape(numbers: &[Numbers]) -> Result<Shape> {
    let mut shape = Shape::new();
    for Numbers { array, .. } in numbers {
        shape = crate::tensor::broadcast("index", &shape, array.shape()).map_err(|_| {
            let shapes: Vec<String> = numbers.iter().map(|n| size_text(n.array.shape())).collect();
            TensorError::index(format!(
                "shape mismatch: indexing tensors could not be broadcast together with shapes {}",
                shapes.join(", ")
            ))
            .because("Index tensors side by side name one element per place: their shapes must be equal or broadcast.")
        })?;
    }
    Ok(shape)
}

/// The tensors of an index as they are now: a later change of them must not change a gradient.
pub fn kept(tensor: &Tensor) -> IndexItem {
    IndexItem::Tensor(Tensor::new(tensor.snapshot()))
}
