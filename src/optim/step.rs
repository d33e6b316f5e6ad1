//! A rule applied to a tensor.

use super::{Rule, Slot, Start, Update};
use crate::tensor::{Array, DType, Element, Result, Tensor, TensorError, shape_text};

/// What a rule keeps for one parameter between steps.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// One per slot of the rule; `None` where it is not needed or not made yet.
    pub tensors: [Option<Tensor>; 3],
    /// One per scalar of the rule; empty before the first step.
    pub scalars: Vec<f64>,
}

/// Changes `param` in place by one step of `rule`. `settings` are in the rule's order.
///
/// State that is missing is made; at the first step all of it is.
///
/// # Errors
/// TypeError when the settings are not the rule's; RuntimeError for dtypes and shapes that do not fit, and when the bytes
/// budget does not allow new state.
pub fn step(
    rule: &Rule,
    param: &Tensor,
    grad: &Tensor,
    settings: &[f64],
    state: &mut State,
) -> Result<()> {
    if settings.len() != rule.settings.len() {
        let wanted = rule.settings.len();
        return Err(TensorError::type_error(format!(
            "{} takes {wanted} settings, not {}",
            rule.name,
            settings.len()
        )));
    }
    let (array, gradient) = (param.array().clone(), grad.array().clone());
    if array.shape() != gradient.shape() {
        return Err(TensorError::runtime(format!(
            "a parameter of shape {} got a gradient of shape {}",
            shape_text(array.shape()),
            shape_text(gradient.shape())
        )));
    }
    let fresh = state
        .tensors
        .iter()
        .zip(rule.state)
        .any(|(t, slot)| t.is_none() && (slot.needed)(settings));
    if state.scalars.len() != rule.scalars.len() {
        state.scalars = rule.scalars.iter().map(|(_, start)| *start).collect();
    }
    for (tensor, slot) in state.tensors.iter_mut().zip(rule.state) {
        if tensor.is_none() && (slot.needed)(settings) {
            *tensor = Some(Tensor::new(start(slot, &array, settings)?));
        }
    }
    if let (Some((&("step", _), _)), Some(count)) =
        (rule.scalars.split_first(), state.scalars.first_mut())
    {
        *count += 1.0;
    }
    match array.dtype() {
        DType::F32 => run::<f32>(rule.kernel_f32, &array, &gradient, settings, state, fresh)?,
        DType::F64 => run::<f64>(rule.kernel_f64, &array, &gradient, settings, state, fresh)?,
        dtype => {
            return Err(TensorError::runtime(format!(
                "{} cannot update a parameter of {dtype}",
                rule.name
            )));
        }
    }
    param.bump_version();
    Ok(())
}

fn start(slot: &Slot, param: &Array, settings: &[f64]) -> Result<Array> {
    let array = Array::zeros(param.shape().clone(), param.dtype())?;
    if let Start::Setting(index) = slot.start {
        array.fill(settings[index]);
    }
    Ok(array)
}

fn run<T: Element>(
    kernel: super::Kernel<T>,
    param: &Array,
    grad: &Array,
    settings: &[f64],
    state: &mut State,
    fresh: bool,
) -> Result<()> {
    // A parameter that is not dense is updated in a copy; so is everything that shares its memory.
    let dense = if param.is_contiguous() {
        param.clone()
    } else {
        param.copied()?
    };
    let grad = grad.to_dtype(T::DTYPE)?;
    let grad = if grad.storage().same(dense.storage()) {
        Array::from_vec(grad.gather::<T>()?, grad.shape().clone())
    } else {
        grad.contiguous()?
    };
    let mut kept: [Option<Array>; 3] = [None, None, None];
    for (kept, tensor) in kept.iter_mut().zip(&state.tensors) {
        let Some(tensor) = tensor else { continue };
        if tensor.shape() != *param.shape() {
            return Err(TensorError::runtime(format!(
                "state of shape {} for a parameter of shape {}",
                shape_text(&tensor.shape()),
                shape_text(param.shape())
            )));
        }
        let array = tensor.array().to_dtype(T::DTYPE)?.contiguous()?;
        tensor.set_array(array.clone());
        *kept = Some(array);
    }
    {
        let grad = grad.slice::<T>();
        let mut param = dense.storage().data_mut::<T>();
        let param = &mut param[dense.offset()..][..grad.len()];
        let mut held = kept
            .each_ref()
            .map(|array| array.as_ref().map(|array| array.storage().data_mut::<T>()));
        let mut places = kept
            .iter()
            .map(|array| array.as_ref().map_or(0, Array::offset));
        let slices = held.each_mut().map(|data| {
            let from = places.next().unwrap_or(0);
            data.as_mut()
                .map_or(&mut [] as &mut [T], |data| &mut data[from..][..grad.len()])
        });
        kernel(Update {
            param,
            grad: &grad,
            state: slices,
            settings,
            scalars: &mut state.scalars,
            fresh,
        });
    }
    if !param.is_contiguous() {
        param.write(&dense)?;
    }
    kept.iter()
        .flatten()
        .for_each(|array| array.storage().bump_version());
    Ok(())
}
