//! Writing.

use smallvec::SmallVec;

use super::get::{Sliced, slice_off};
use crate::autograd::grad_enabled;
use crate::ops::{self, Arg, Args, call_in_place};
use crate::tensor::index::IndexItem;
use crate::tensor::{
    Array, DType, Result, Shape, Tensor, TensorError, dispatch, expand_strides, size_text,
};

/// `x[items] = value`, with a tensor or a number. Writes into the tensor's memory and counts as an in-place change.
///
/// # Errors
/// As [`super::get_item`]; RuntimeError for shapes that do not fit and for leaves that require a gradient.
pub fn set_item(tensor: &Tensor, items: &[IndexItem], value: &Arg) -> Result<()> {
    let items = match items {
        [IndexItem::Bool(false)] => return Ok(()),
        [IndexItem::Bool(true)] => &[IndexItem::NewAxis],
        items => items,
    };
    let Sliced { view, indices } = slice_off(tensor, items)?;
    if !matches!(value, Arg::Tensor(_)) && fill_chosen(&view, &indices, value)? {
        return Ok(());
    }
    if indices.is_empty() && matches!(value, Arg::Bool(_) | Arg::Int(_) | Arg::Float(_)) {
        return call_in_place(&ops::index::fill::OP, (&view, value).into()).map(|_| ());
    }
    let value = &value_tensor(value, tensor.dtype())?;
    if value.numel() == 1
        && value.dtype() != tensor.dtype()
        && matches!(&indices[..], [IndexItem::Tensor(mask)] if mask.dtype() == DType::Bool)
    {
        let number = ops::to_dtype(&ops::reshape((value, &[] as &[i64]))?, tensor.dtype())?;
        if fill_chosen(&view, &indices, &Arg::Tensor(number))? {
            return Ok(());
        }
    }
    let value = without_leading_ones(value, &view, indices.is_empty())?;
    if !indices.is_empty() && !seen(&view, &value) {
        write_chosen(&view, indices, &value)?;
    } else if !indices.is_empty() {
        call_in_place(&ops::index::index_put::OP, (&view, indices, &value).into())?;
    } else if value.ndim() == 0 {
        call_in_place(&ops::index::fill::OP, (&view, &value).into())?;
    } else {
        check_expansion(&value, &view)?;
        call_in_place(&ops::view::copy::OP, (&view, &value).into())?;
    }
    Ok(())
}

/// Whether autograd or a recorder has to know of the change.
fn seen(view: &Tensor, value: &Tensor) -> bool {
    ops::watch::active() || grad_enabled() && (view.requires_grad() || value.requires_grad())
}

/// Writes the chosen elements only, where `index_put_` would make the whole tensor anew.
fn write_chosen(view: &Tensor, indices: Vec<IndexItem>, value: &Tensor) -> Result<()> {
    let args: Args = (view, indices, value).into();
    let (array, values) = (view.array().clone(), value.array().clone());
    let places = ops::index::index_put::places(&array, &args, &values)?;
    let values = if values.storage().same(array.storage()) {
        values.copied()?
    } else {
        values
    };
    dispatch!(array.dtype(), T => places.put::<T>(&array, &values, |_, new| new));
    view.bump_version();
    Ok(())
}

/// `x[mask] = 0` and `x[:, numbers] = 0` are fills, which need no list of places. False: it was neither.
fn fill_chosen(view: &Tensor, indices: &[IndexItem], value: &Arg) -> Result<bool> {
    let mut tensors = indices
        .iter()
        .enumerate()
        .filter(|(_, item)| matches!(item, IndexItem::Tensor(_)));
    let (Some((dim, IndexItem::Tensor(index))), None) = (tensors.next(), tensors.next()) else {
        return Ok(false);
    };
    let shape = view.shape();
    match index.dtype() {
        DType::Bool if shape[dim..].starts_with(&index.shape()) => {
            let mut mask: SmallVec<[i64; 4]> = SmallVec::from_elem(1, shape.len());
            for (size, &wanted) in mask[dim..].iter_mut().zip(index.shape().iter()) {
                *size = wanted as i64;
            }
            let mask = ops::reshape((index, &mask[..]))?;
            call_in_place(&ops::select::masked_fill::OP, (view, &mask, value).into())?;
            Ok(true)
        }
        DType::I64 if dim < shape.len() => {
            let size = shape[dim] as i64;
            let numbers = index.array().to_i64_vec();
            if !numbers.iter().all(|i| (-size..size).contains(i)) {
                return Ok(false);
            }
            let wrapped: Vec<i64> = numbers
                .iter()
                .map(|&i| if i < 0 { i + size } else { i })
                .collect();
            let count = wrapped.len();
            let index = Tensor::from_vec(wrapped, &[count]);
            call_in_place(
                &ops::select::index_fill::OP,
                (view, dim, &index, value).into(),
            )?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// Numbers take the tensor's dtype.
fn value_tensor(value: &Arg, dtype: DType) -> Result<Tensor> {
    let number = match *value {
        Arg::Tensor(ref tensor) => return Ok(tensor.clone()),
        Arg::Bool(flag) => {
            dispatch!(dtype, T => Array::scalar(<T as crate::tensor::Element>::from_i64(i64::from(flag))))
        }
        Arg::Int(int) => {
            dispatch!(dtype, T => Array::scalar(<T as crate::tensor::Element>::from_i64(int)))
        }
        Arg::Float(float) => Array::number(float, dtype),
        ref other => {
            return Err(TensorError::type_error(format!(
                "can't assign a {} to a torch.{}Tensor",
                other.type_name(),
                dtype.word()
            )));
        }
    };
    Ok(Tensor::new(number))
}

/// `x[0] = y` takes a `y` with more dimensions if the first ones have size 1.
fn without_leading_ones(value: &Tensor, view: &Tensor, plain: bool) -> Result<Tensor> {
    let shape = value.shape();
    if plain && shape == view.shape() {
        return Ok(value.clone());
    }
    let lead = shape.iter().take_while(|&&size| size == 1).count();
    if lead == 0 || shape.len() <= view.ndim() {
        return Ok(value.clone());
    }
    let rest: SmallVec<[i64; 4]> = shape[lead..].iter().map(|&size| size as i64).collect();
    ops::reshape((value, &rest[..]))
}

/// PyTorch expands the value before it copies: its words are those of `expand`.
fn check_expansion(value: &Tensor, view: &Tensor) -> Result<()> {
    let (from, to): (Shape, Shape) = (value.shape(), view.shape());
    if expand_strides(&from, value.array().strides(), &to).is_some() {
        return Ok(());
    }
    let targets = format!(
        "Target sizes: {}.  Tensor sizes: {}",
        size_text(&to),
        size_text(&from)
    );
    let Some(lead) = to.len().checked_sub(from.len()) else {
        return Err(TensorError::runtime(format!(
            "expand(torch.{}Tensor{{{}}}, size={}): the number of sizes provided ({}) must be greater or equal to the number \
             of dimensions in the tensor ({})",
            value.dtype().word(),
            size_text(&from),
            size_text(&to),
            to.len(),
            from.len()
        )));
    };
    let wrong = (0..from.len())
        .rev()
        .find(|&d| from[d] != 1 && from[d] != to[lead + d])
        .unwrap_or(0);
    Err(TensorError::runtime(format!(
        "The expanded size of the tensor ({}) must match the existing size ({}) at non-singleton dimension {}.  {targets}",
        to[lead + wrong],
        from[wrong],
        lead + wrong
    )))
}
