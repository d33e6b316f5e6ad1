//! Reading.

use crate::ops;
use crate::ops::kernels::kept;
use crate::tensor::index::IndexItem;
use crate::tensor::{DType, Result, Tensor, TensorError};

/// `x[items]`. Ints, slices, None and Ellipsis give views; tensors and masks give a copy.
///
/// # Errors
/// IndexError and ValueError in PyTorch's words.
pub fn get_item(tensor: &Tensor, items: &[IndexItem]) -> Result<Tensor> {
    // A slice alone is always a view of its own, even of everything.
    if let ([IndexItem::Slice { start, stop, step }], 1..) = (items, tensor.ndim()) {
        return slice(tensor, 0, *start, *stop, *step);
    }
    let sliced = slice_off(tensor, items)?;
    if !sliced.indices.is_empty() {
        return ops::index_((&sliced.view, sliced.indices));
    }
    if sliced.view.same(tensor) {
        ops::alias(tensor)
    } else {
        Ok(sliced.view)
    }
}

/// An index expression without its tensors, and its tensors by dimension of that view.
pub(super) struct Sliced {
    pub view: Tensor,
    pub indices: Vec<IndexItem>,
}

/// All of a dimension.
const ALL: IndexItem = IndexItem::Slice {
    start: None,
    stop: None,
    step: None,
};

/// Applies everything but tensors with dimensions.
pub(super) fn slice_off(tensor: &Tensor, items: &[IndexItem]) -> Result<Sliced> {
    let named: usize = items.iter().map(dims_of).sum();
    let ndim = tensor.ndim();
    if named > ndim {
        return Err(too_many(tensor, items));
    }
    let mut sliced = Sliced {
        view: tensor.clone(),
        indices: Vec::new(),
    };
    let mut dim = 0;
    for item in items {
        match item {
            IndexItem::Int(index) => {
                sliced.view = select(&sliced.view, dim, dim_of(tensor, &sliced.view, dim), *index)?
            }
            IndexItem::Slice { start, stop, step } => {
                let size = sliced
                    .view
                    .array()
                    .shape()
                    .get(dim)
                    .map_or(0, |&size| size as i64);
                let all = start.unwrap_or(0) == 0
                    && stop.is_none_or(|stop| stop >= size)
                    && step.is_none_or(|step| step == 1);
                if !all {
                    sliced.view = slice(&sliced.view, dim, *start, *stop, *step)?;
                }
                dim += 1;
            }
            IndexItem::NewAxis => {
                sliced.view = ops::unsqueeze((&sliced.view, dim))?;
                dim += 1;
            }
            IndexItem::Ellipsis => dim += ndim - named,
            IndexItem::Bool(flag) => {
                sliced.view = ops::unsqueeze((&sliced.view, dim))?;
                record(&mut sliced.indices, dim, flag_index(*flag));
                dim += 1;
            }
            IndexItem::Tensor(index) if index.ndim() == 0 => match index.dtype() {
                DType::I32 | DType::I64 => {
                    let number = index.array().first_i64().unwrap_or_default();
                    sliced.view =
                        select(&sliced.view, dim, dim_of(tensor, &sliced.view, dim), number)?;
                }
                DType::Bool | DType::U8 => {
                    sliced.view = ops::unsqueeze((&sliced.view, dim))?;
                    record(&mut sliced.indices, dim, flag_index(index.item()? != 0.0));
                    dim += 1;
                }
                DType::F32 | DType::F64 => {
                    return Err(TensorError::index(
                        "tensors used as indices must be long, int, byte or bool tensors",
                    ));
                }
            },
            IndexItem::Tensor(index) => {
                record(&mut sliced.indices, dim, kept(index));
                dim += dims_of(item);
            }
        }
    }
    Ok(sliced)
}

/// How many dimensions of the tensor an item takes.
fn dims_of(item: &IndexItem) -> usize {
    match item {
        IndexItem::NewAxis | IndexItem::Ellipsis | IndexItem::Bool(_) => 0,
        IndexItem::Int(_) | IndexItem::Slice { .. } => 1,
        IndexItem::Tensor(index) if matches!(index.dtype(), DType::Bool | DType::U8) => {
            index.ndim()
        }
        IndexItem::Tensor(_) => 1,
    }
}

fn too_many(tensor: &Tensor, items: &[IndexItem]) -> TensorError {
    let ndim = tensor.ndim();
    match items {
        [IndexItem::Int(_)] if ndim == 0 => TensorError::index(
            "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim \
             tensor to a number",
        ),
        [IndexItem::Slice { .. }] if ndim == 0 => {
            TensorError::index("slice() cannot be applied to a 0-dim tensor.")
        }
        _ => TensorError::index(format!("too many indices for tensor of dimension {ndim}")),
    }
}

/// The dimension of the tensor itself that `dim` of its view is: for messages.
fn dim_of(tensor: &Tensor, view: &Tensor, dim: usize) -> usize {
    (dim + tensor.ndim()).saturating_sub(view.ndim())
}

fn select(view: &Tensor, dim: usize, real_dim: usize, index: i64) -> Result<Tensor> {
    let size = view.array().shape().get(dim).map_or(0, |&size| size as i64);
    if !(-size..size).contains(&index) {
        return Err(TensorError::index(format!(
            "index {index} is out of bounds for dimension {real_dim} with size {size}"
        )));
    }
    ops::select_((view, dim, index))
}

fn slice(
    view: &Tensor,
    dim: usize,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> Result<Tensor> {
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err(TensorError::value("slice step cannot be zero"));
    }
    if step < 0 {
        return Err(TensorError::value("step must be greater than zero")
            .because("PyTorch has no views that run backwards: use torch.flip."));
    }
    ops::slice((
        view,
        dim,
        start.unwrap_or(0),
        stop.unwrap_or(i64::MAX),
        step,
    ))
}

/// True picks the only slice of the new dimension, False none.
fn flag_index(flag: bool) -> IndexItem {
    let numbers = if flag { vec![0i64] } else { Vec::new() };
    let count = numbers.len();
    IndexItem::Tensor(Tensor::from_vec(numbers, &[count]))
}

fn record(indices: &mut Vec<IndexItem>, dim: usize, index: IndexItem) {
    // A mask that was recorded before stands for several dimensions in one item.
    let taken: usize = indices.iter().map(|item| dims_of(item).max(1)).sum();
    indices.extend(std::iter::repeat_n(ALL, dim.saturating_sub(taken)));
    indices.push(index);
}
