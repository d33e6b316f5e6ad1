//! Every op of the engine's list as a Python function, a method, its in-place twin and its operators.
//!
//! The signature in the op's record is Python text. Here each parameter gets the default "not given", so that what is
//! missing or of the wrong type is told in PyTorch's words, and the arguments that PyTorch takes everywhere (`out=`,
//! `device=`, `requires_grad=`, numpy's `axis=`) are added.

use std::rc::Rc;

use smallvec::SmallVec;

use super::Torch;
use super::convert::{arg_of, tensor_of};
use crate::autograd::anomaly;
use crate::lang::native::{Flow, NativeFn, Signature};
use crate::lang::objects::{Builtin, Property, intern};
use crate::lang::{Exception, PyResult, Value, Vm, type_error};
use crate::ops::{self, Arg, Args, Forms, Op, Parameter, Returns};
use crate::tensor::random::{GeneratorRef, set_default_generator};

/// How an op is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `torch.add(x, y)`
    Function,
    /// `x.add(y)`
    Method,
    /// `x.add_(y)`, `x += y`
    InPlace,
    /// `x + y`, and `2 + x`: ops whose arguments do not commute have a record of their own for that (`rsub`).
    Operator,
}

/// One Python function and the op behind it.
pub struct Binding {
    pub op: &'static Op,
    pub form: Form,
    parameters: Vec<Parameter>,
    /// The parameter that takes the remaining positional arguments.
    variadic: Option<usize>,
    extras: Vec<(&'static str, Extra)>,
}

/// An argument that is not the op's own.
#[derive(Clone, Copy)]
enum Extra {
    /// The sizes as one keyword: `size=(2, 3)`.
    Variadic,
    /// Another name of a parameter.
    Alias(usize),
    Out,
    /// `F.relu(x, inplace=True)`
    InPlace,
    RequiresGrad,
    /// Accepted, without a meaning here: `layout=`, `pin_memory=`.
    Ignored,
    Device,
}

impl Binding {
    pub fn new(op: &'static Op, form: Form) -> Binding {
        let parameters: Vec<Parameter> = ops::signature::parameters(op.signature).collect();
        let variadic = parameters.iter().position(|parameter| parameter.variadic);
        let mut extras = Vec::new();
        if let Some(at) = variadic {
            extras.push((parameters[at].name, Extra::Variadic));
        }
        for (at, parameter) in parameters.iter().enumerate() {
            let other = match parameter.name {
                "dim" => "axis",
                "keepdim" => "keepdims",
                _ => continue,
            };
            extras.push((other, Extra::Alias(at)));
        }
        if form == Form::Function && matches!(op.returns, Returns::Tensor) {
            extras.push(("out", Extra::Out));
        }
        if op.forms.has(Forms::FUNCTIONAL) && op.forms.has(Forms::INPLACE) {
            extras.push(("inplace", Extra::InPlace));
        }
        if parameters.iter().any(|parameter| parameter.name == "dtype") {
            extras.push(("device", Extra::Device));
            extras.push(("requires_grad", Extra::RequiresGrad));
            extras.extend(
                [
                    "layout",
                    "pin_memory",
                    "memory_format",
                    "non_blocking",
                    "copy",
                ]
                .map(|name| (name, Extra::Ignored)),
            );
        }
        extras.retain(|(name, extra)| {
            matches!(extra, Extra::Variadic)
                || !parameters.iter().any(|parameter| parameter.name == *name)
        });
        Binding {
            op,
            form,
            parameters,
            variadic,
            extras,
        }
    }

    /// The signature that the VM binds to: everything may be left out.
    pub fn signature(&self) -> String {
        let mut text = String::from("(");
        let mut starred = false;
        for (at, parameter) in self.parameters.iter().enumerate() {
            if parameter.variadic {
                text += &format!("*{}, ", parameter.name);
                starred = true;
                continue;
            }
            if parameter.keyword_only && !starred {
                text += "*, ";
                starred = true;
            }
            text += &format!("{}=?, ", parameter.name);
            if at == 0 && self.form != Form::Function {
                text += "/, ";
            }
        }
        if !self.extras.is_empty() && !starred {
            text += "*, ";
        }
        for (name, _) in &self.extras {
            text += &format!("{name}=?, ");
        }
        text + ")"
    }

    fn call(&self, torch: &Torch, vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
        if self.form == Form::Operator && !slots.get(1).is_none_or(is_operand) {
            return Ok(Value::NotImplemented);
        }
        let mut args = Args::default();
        let mut generator = None;
        let mut in_place = self.form == Form::InPlace;
        for (at, parameter) in self.parameters.iter().enumerate() {
            let slot = &slots[at];
            if parameter.variadic {
                args.push(self.remaining(at, slot)?);
                continue;
            }
            if parameter.name == "generator" {
                generator = slot.native::<GeneratorRef>().cloned();
            }
            in_place |= parameter.name == "inplace" && matches!(slot, Value::Bool(true));
            args.push(self.argument(vm, at, slot)?);
        }
        let mut out = None;
        let mut requires_grad = false;
        for ((_, extra), slot) in self.extras.iter().zip(&slots[self.parameters.len()..]) {
            if slot.is_undefined() || slot.is_none() {
                continue;
            }
            match *extra {
                Extra::Variadic => {
                    if let Some(at) = self.variadic {
                        args[at] = self.argument(vm, at, slot)?;
                    }
                }
                Extra::Alias(at) => args[at] = self.argument(vm, at, slot)?,
                Extra::Out => out = tensor_of(slot),
                Extra::InPlace => in_place = matches!(slot, Value::Bool(true)),
                Extra::RequiresGrad => requires_grad = matches!(slot, Value::Bool(true)),
                Extra::Device => super::small::check_device(slot)?,
                Extra::Ignored => {}
            }
        }
        self.check_given(&args, slots)?;
        if in_place {
            let _generator = generator.map(Swapped::new);
            ops::call_in_place(self.op, args)?;
            return Ok(slots[0].clone());
        }
        let outputs = {
            let _generator = generator.map(Swapped::new);
            ops::call(self.op, args).map_err(|error| list_by_name(error, slots))?
        };
        if anomaly::enabled() {
            anomaly::made_at(super::autograd::where_it_is(vm));
        }
        if requires_grad {
            outputs
                .iter()
                .try_for_each(|output| output.set_requires_grad(true))?;
        }
        if let (Some(out), Some(result)) = (out, outputs.first()) {
            if out.shape() != result.shape() {
                out.set_array(result.array().to_dtype(out.dtype())?.copied()?);
            } else {
                ops::call_in_place(&ops::view::copy::OP, (&out, result).into())?;
            }
            return Ok(torch.wrap(out));
        }
        torch.wrap_outputs(vm, outputs, self.op.returns)
    }

    /// The sizes of `x.view(2, 3)`, of `x.view((2, 3))` and of `x.view(size)`.
    fn remaining(&self, at: usize, slot: &Value) -> PyResult<Arg> {
        let Value::Tuple(items) = slot else {
            return Ok(Arg::None);
        };
        match &items[..] {
            [] => Ok(Arg::None),
            [one] => match arg_of(one)? {
                Some(Arg::Int(int)) => Ok(Arg::Ints(SmallVec::from_slice(&[int]))),
                Some(Arg::Tensor(tensor)) if self.takes_tensors(at) => {
                    Ok(Arg::Tensors(vec![tensor].into()))
                }
                Some(Arg::Tensor(tensor)) if tensor.numel() == 1 => {
                    Ok(Arg::Ints(tensor.array().first_i64().into_iter().collect()))
                }
                Some(arg) => Ok(arg),
                None => Err(self.wrong(at, one)),
            },
            _ => match arg_of(slot)? {
                Some(arg) => Ok(arg),
                None => Err(self.wrong(
                    at,
                    items
                        .iter()
                        .find(|item| !matches!(item.base(), Value::Int(_)))
                        .unwrap_or(slot),
                )),
            },
        }
    }

    fn takes_tensors(&self, at: usize) -> bool {
        self.parameters[at].name == "tensors"
    }

    fn argument(&self, vm: &Vm, at: usize, slot: &Value) -> PyResult<Arg> {
        match slot {
            // The usual cases first.
            Value::Undefined | Value::None => Ok(Arg::None),
            Value::Tuple(_) | Value::List(_) if self.parameters[at].name == "indices" => {
                let parts = super::create::sequence(slot).unwrap_or_default();
                Ok(Arg::Index(
                    super::index::items(vm, &Value::tuple(parts))?.into(),
                ))
            }
            _ => match arg_of(slot)? {
                Some(Arg::Int(_) | Arg::Float(_) | Arg::Bool(_))
                    if self.parameters[at].tensor_only =>
                {
                    Err(self.wrong_type(vm, at, slot))
                }
                Some(arg) => Ok(arg),
                None if matches!(self.parameters[at].name, "device" | "memory_format") => {
                    Ok(Arg::None)
                }
                None => Err(self.wrong_type(vm, at, slot)),
            },
        }
    }

    /// Everything without a default must be there.
    fn check_given(&self, args: &Args, slots: &[Value]) -> PyResult<()> {
        let is_missing = |at: usize, parameter: &Parameter| {
            parameter.default.is_none()
                && !parameter.variadic
                && matches!(args.at(at), Arg::None)
                && slots[at].is_undefined()
        };
        let missing: Vec<String> = (self.parameters.iter().enumerate())
            .filter(|(at, parameter)| is_missing(*at, parameter))
            .map(|(_, parameter)| format!("\"{}\"", parameter.name))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(type_error(format!(
            "{}() missing {} required positional arguments: {}",
            self.name(),
            missing.len(),
            missing.join(", ")
        )))
    }

    fn name(&self) -> String {
        if self.form == Form::InPlace {
            ops::in_place_name(self.op.name)
        } else {
            self.op.name.to_string()
        }
    }

    fn wrong(&self, at: usize, value: &Value) -> Exception {
        let kind = match value {
            Value::Str(_) => "str",
            Value::Float(_) => "float",
            Value::Instance(_) => "Tensor",
            _ => "object",
        };
        self.wrong_named(at, kind)
    }

    fn wrong_type(&self, vm: &Vm, at: usize, value: &Value) -> Exception {
        let parts = super::create::sequence(value).unwrap_or_default();
        let strange = parts.iter().position(|part| tensor_of(part).is_none());
        if let (Some(place), "tensors") = (strange, self.parameters[at].name) {
            let kind = vm.types.of(&parts[place]).name();
            return type_error(format!(
                "expected Tensor as element {place} in argument 0, but got {}",
                kind.as_str()
            ));
        }
        self.wrong_named(at, &vm.types.of(value).name())
    }

    fn wrong_named(&self, at: usize, kind: &str) -> Exception {
        let parameter = &self.parameters[at];
        let expected = match parameter.name {
            "dim" | "dim0" | "dim1" | "k" | "n" => "int",
            "dims" | "size" | "shape" => "tuple of ints",
            "dtype" => "torch.dtype",
            "tensors" => "tuple of Tensors",
            _ => "Tensor",
        };
        // PyTorch counts a method's arguments without self.
        let position = if self.form == Form::Function {
            at + 1
        } else {
            at
        };
        let place = if parameter.keyword_only {
            String::new()
        } else {
            format!(" (position {position})")
        };
        type_error(format!(
            "{}(): argument '{}'{place} must be {expected}, not {kind}",
            self.name(),
            parameter.name
        ))
    }
}

/// The engine has one word for lists and tuples; the program's word is known here.
fn list_by_name(
    mut error: crate::tensor::TensorError,
    slots: &[Value],
) -> crate::tensor::TensorError {
    if error.message.ends_with(" must be Tensor, not tuple")
        && slots.iter().any(|slot| matches!(slot, Value::List(_)))
    {
        error.message.truncate(error.message.len() - "tuple".len());
        error.message += "list";
    }
    error
}

/// Something that an operator of a tensor works with.
fn is_operand(value: &Value) -> bool {
    match value.base() {
        Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::BigInt(_) => true,
        _ => tensor_of(value).is_some(),
    }
}

/// Another generator in the place of the default one, for one call.
struct Swapped(Option<GeneratorRef>);

impl Swapped {
    fn new(generator: GeneratorRef) -> Swapped {
        Swapped(Some(set_default_generator(generator)))
    }
}

impl Drop for Swapped {
    fn drop(&mut self) {
        if let Some(former) = self.0.take() {
            set_default_generator(former);
        }
    }
}

/// The one native function behind all bindings.
pub fn call_bound(vm: &mut Vm, number: usize, slots: &[Value]) -> PyResult<Flow> {
    let torch = super::torch(vm);
    vm.did_op = true;
    let result = torch.bindings()[number].call(&torch, vm, slots);
    // An op that works on much takes the time of many instructions.
    vm.spend(crate::ops::cost::take())?;
    result.map(Flow::Value)
}

/// The names under which an op is found as a function: in `torch` itself and in its corners.
pub fn places(op: &'static Op) -> Vec<(&'static str, &'static str)> {
    let mut places = Vec::new();
    for name in std::iter::once(op.name).chain(op.aliases.iter().copied()) {
        if op.forms.has(Forms::FUNCTION) {
            places.push(("_torch", name));
        }
        if op.forms.has(Forms::FUNCTIONAL) || op.forms == Forms::INTERNAL {
            places.push(("_functional", name));
        }
        if op.forms.has(Forms::LINALG) {
            places.push(("_linalg", name.strip_prefix("linalg_").unwrap_or(name)));
        }
        if op.forms.has(Forms::SPECIAL) {
            places.push(("_special", name.strip_prefix("special_").unwrap_or(name)));
        }
    }
    places
}

/// `__iadd__` for `__add__`, if there is such an operator.
pub fn in_place_operator(operator: &str) -> Option<String> {
    const BINARY: [&str; 11] = [
        "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "matmul",
    ];
    let name = operator.strip_prefix("__")?.strip_suffix("__")?;
    BINARY.contains(&name).then(|| format!("__i{name}__"))
}

/// The native function of binding number `number`.
pub fn native(number: usize) -> NativeFn {
    NativeFn::Indexed(call_bound, number)
}

/// An op that is read like an attribute: `x.T`.
pub fn property(name: &str, number: usize) -> Value {
    let get = Value::Builtin(Rc::new(Builtin {
        name: intern(name),
        owner: Some(intern("TensorBase")),
        module: None,
        signature: Rc::new(Signature::parse("(self, /)")),
        function: native(number),
        is_method: true,
        doc: "",
    }));
    let (set, delete, doc) = (Value::None, Value::None, Value::None);
    Value::Property(Rc::new(Property {
        get,
        set,
        delete,
        doc,
    }))
}
