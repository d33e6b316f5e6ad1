//! `_optim`: the update of one parameter in one kernel, when nobody is looking inside.

use std::collections::HashMap;
use std::rc::Rc;

use super::tensor_of;
use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Dict;
use crate::lang::{PyResult, Value, Vm, type_error};
use crate::optim::{self, Rule, State};
use crate::tensor::Tensor;
use crate::trace::update;

pub fn module() -> ModuleBuilder {
    ModuleBuilder::new("_optim")
        .function("step", "(rule, param, grad, state, group, /)", step)
        .function("step_all", "(rule, groups, states, /)", step_all)
        .function("forget_gradients", "(groups, /)", forget_gradients)
}

/// The parameters of an optimizer with their groups; `None` where something is not as expected.
fn parameters(groups: &Value) -> Option<Vec<(Rc<Dict>, Vec<Tensor>)>> {
    let Value::List(groups) = groups.base() else {
        return None;
    };
    let group = |group: &Value| {
        let Value::Dict(group) = group.base() else {
            return None;
        };
        let Value::List(params) = group.get_str("params")? else {
            return None;
        };
        let params = params
            .to_vec()
            .iter()
            .map(tensor_of)
            .collect::<Option<_>>()?;
        Some((group.clone(), params))
    };
    groups.to_vec().iter().map(group).collect()
}

/// One step for all parameters, and True; False, and nothing done, where Python should do it one by one: while somebody
/// looks, and as long as a parameter has no state yet that the rule needs.
fn step_all(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let [name, groups, states] = slots else {
        return Ok(false.into());
    };
    let (Some(rule), false) = (
        name.as_str().and_then(optim::rule),
        super::record::watched(),
    ) else {
        return Ok(false.into());
    };
    let (Some(groups), Value::Dict(states)) = (parameters(groups), states.base()) else {
        return Ok(false.into());
    };
    let states: HashMap<u64, Rc<Dict>> = states
        .pairs()
        .iter()
        .filter_map(|(param, state)| match state.base() {
            Value::Dict(state) => Some((tensor_of(param)?.id(), state.clone())),
            _ => None,
        })
        .collect();
    let mut plan = Vec::new();
    for (group, params) in groups {
        let Some(settings) = settings(rule, &group) else {
            return Ok(false.into());
        };
        let settings: Rc<[f64]> = settings.into();
        let needs_state =
            !rule.scalars.is_empty() || rule.state.iter().any(|slot| (slot.needed)(&settings));
        for param in params {
            let Some(grad) = param.grad() else { continue };
            let state = states.get(&param.id()).cloned();
            let fits = param.dtype().is_float() && grad.dtype() == param.dtype();
            if !fits || (needs_state && state.is_none()) {
                return Ok(false.into());
            }
            plan.push((param, grad, settings.clone(), state));
        }
    }
    for (param, grad, settings, state) in plan {
        let mut kept = state
            .as_ref()
            .map_or_else(State::default, |state| read(rule, state));
        optim::step(rule, &param, &grad, &settings, &mut kept)?;
        if let Some(state) = state {
            write(vm, rule, &state, kept);
        }
    }
    Ok(true.into())
}

/// Sets the gradient of all parameters to None, and says True; False, and nothing done, while somebody looks.
fn forget_gradients(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    if super::record::watched() {
        return Ok(false.into());
    }
    let Some(groups) = parameters(&slots[0]) else {
        return Ok(false.into());
    };
    for param in groups.iter().flat_map(|(_, params)| params) {
        param.set_grad(None);
    }
    Ok(true.into())
}

/// Does one step of a rule and says True; says False where the Python code should do it in ops, so that it can be seen.
fn step(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let [name, param, grad, state, group] = slots else {
        return Ok(false.into());
    };
    let Some(rule) = name.as_str().and_then(optim::rule) else {
        return Ok(false.into());
    };
    let (Some(param), Some(grad), Value::Dict(state), Value::Dict(group)) = (
        tensor_of(param),
        tensor_of(grad),
        state.base(),
        group.base(),
    ) else {
        return Err(type_error("step expects tensors and dicts"));
    };
    let Some(settings) = settings(rule, group) else {
        return Ok(false.into());
    };
    if !param.dtype().is_float() || grad.dtype() != param.dtype() {
        return Ok(false.into());
    }
    if super::record::watched() {
        let state = state.clone();
        update::begin(rule, &param, settings, move || read(rule, &state));
        return Ok(false.into());
    }
    let mut kept = read(rule, state);
    optim::step(rule, &param, &grad, &settings, &mut kept)?;
    write(vm, rule, state, kept);
    Ok(true.into())
}

/// The group's options in the rule's order, if all of them are numbers.
fn settings(rule: &Rule, group: &Dict) -> Option<Vec<f64>> {
    let number = |value: &Value| match value.base() {
        Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
        Value::Int(int) => Some(*int as f64),
        Value::Float(float) => Some(*float),
        _ => None,
    };
    let setting = |name: &str| {
        if let Some(value) = group.get_str(name) {
            return number(&value);
        }
        // `beta2` is the second of `betas`, `eta1` the first of `etas`.
        let (stem, digit) = name.split_at(name.len() - 1);
        match group.get_str(&format!("{stem}s")) {
            Some(Value::Tuple(items)) => items
                .get(digit.parse::<usize>().ok()?.checked_sub(1)?)
                .and_then(number),
            _ => None,
        }
    };
    rule.settings
        .iter()
        .map(|known| setting(known.name))
        .collect()
}

fn read(rule: &Rule, state: &Dict) -> State {
    let mut kept = State::default();
    for (tensor, slot) in kept.tensors.iter_mut().zip(rule.state) {
        *tensor = state.get_str(slot.name).and_then(|value| tensor_of(&value));
    }
    let scalar = |name: &str| match state.get_str(name)?.base() {
        Value::Float(float) => Some(*float),
        Value::Int(int) => Some(*int as f64),
        value => tensor_of(value)?.item().ok(),
    };
    kept.scalars = rule
        .scalars
        .iter()
        .map_while(|(name, _)| scalar(name))
        .collect();
    kept
}

/// Puts what is new into the state, the scalars first as PyTorch has them.
fn write(vm: &Vm, rule: &Rule, state: &Rc<Dict>, kept: State) {
    let torch = super::torch(vm);
    for ((name, _), value) in rule.scalars.iter().zip(kept.scalars) {
        match state.get_str(name).and_then(|held| tensor_of(&held)) {
            Some(tensor) => tensor.array().fill(value),
            None => state.set_str(name, torch.wrap(Tensor::scalar(value as f32))),
        }
    }
    for (tensor, slot) in kept.tensors.into_iter().zip(rule.state) {
        if let (Some(tensor), None) = (tensor, state.get_str(slot.name)) {
            state.set_str(slot.name, torch.wrap(tensor));
        }
    }
}
