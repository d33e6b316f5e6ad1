//! The small objects around a tensor: dtypes, devices, sizes, layouts, generators, nodes of the graph, named tuples.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::Torch;
use crate::autograd::Node;
use crate::lang::native::{ClassBuilder, Flow, ModuleBuilder, NativeFn, Signature};
use crate::lang::objects::{Builtin, Class, Instance, Layout, Payload, Property, Str, intern};
use crate::lang::{
    Exception, PyResult, Value, Vm, attribute_error, runtime_error, type_error, value_error,
};
use crate::tensor::random::{Generator, GeneratorRef};
use crate::tensor::{DType, Tensor};

// dtype

/// `torch.float32`, or a dtype that PyTorch has and this engine has not.
pub struct DTypeObject {
    pub name: &'static str,
    pub dtype: Option<DType>,
}

impl DTypeObject {
    /// # Errors
    /// NotImplementedError for a dtype that there is by name only.
    pub fn supported(&self) -> PyResult<DType> {
        self.dtype.ok_or_else(|| {
            Exception::new(
                "NotImplementedError",
                format!("torch.{} is not supported in Kindling", self.name),
            )
        })
    }

    fn is_floating_point(&self) -> bool {
        self.dtype
            .map_or(matches!(self.name, "float16" | "bfloat16"), DType::is_float)
    }

    fn size(&self) -> i64 {
        match (self.dtype, self.name) {
            (Some(dtype), _) => dtype.size() as i64,
            (None, "int8") => 1,
            (None, "complex64") => 8,
            (None, "complex128") => 16,
            (None, _) => 2,
        }
    }
}

/// Names that PyTorch has for dtypes: the first is how it prints.
const DTYPES: &[(&[&str], Option<DType>)] = &[
    (&["bool"], Some(DType::Bool)),
    (&["uint8"], Some(DType::U8)),
    (&["int32", "int"], Some(DType::I32)),
    (&["int64", "long"], Some(DType::I64)),
    (&["float32", "float"], Some(DType::F32)),
    (&["float64", "double"], Some(DType::F64)),
    (&["int8"], None),
    (&["int16", "short"], None),
    (&["float16", "half"], None),
    (&["bfloat16"], None),
    (&["complex64", "cfloat"], None),
    (&["complex128", "cdouble"], None),
];

fn dtype_of(slots: &[Value]) -> PyResult<&DTypeObject> {
    slots[0]
        .native::<DTypeObject>()
        .ok_or_else(|| type_error("expected a torch.dtype"))
}

/// The class `torch.dtype` and its instances under all their names.
pub fn dtypes(vm: &Vm) -> (Rc<Class>, Vec<(&'static str, Value)>) {
    let class = ClassBuilder::new("dtype", "torch")
        .layout(Layout::Native)
        .method("__repr__", "(self, /)", |_, slots| {
            Ok(format!("torch.{}", dtype_of(slots)?.name).into())
        })
        .method("__reduce__", "(self, /)", |_, slots| {
            Ok(dtype_of(slots)?.name.into())
        })
        .getter("is_floating_point", |_, slots| {
            Ok(dtype_of(slots)?.is_floating_point().into())
        })
        .getter("is_complex", |_, slots| {
            Ok(dtype_of(slots)?.name.starts_with("complex").into())
        })
        .getter("is_signed", |_, slots| {
            Ok((!matches!(dtype_of(slots)?.name, "bool" | "uint8")).into())
        })
        .getter("itemsize", |_, slots| Ok(dtype_of(slots)?.size().into()))
        .build(vm);
    let mut named = Vec::new();
    for &(names, dtype) in DTYPES {
        let value = Instance::native_of(
            &class,
            DTypeObject {
                name: names[0],
                dtype,
            },
        );
        named.extend(names.iter().map(|&name| (name, value.clone())));
    }
    (class, named)
}

// device

/// `torch.device('cuda', 1)`
pub struct Device {
    kind: Rc<Str>,
    index: Option<i64>,
}

/// The only device that is here.
pub fn cpu() -> Device {
    Device {
        kind: intern("cpu"),
        index: None,
    }
}

const DEVICES: [&str; 19] = [
    "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga",
    "maia", "xla", "lazy", "vulkan", "mps", "meta", "hpu", "mtia",
];

fn device(vm: &Vm, text: &str, index: Option<i64>) -> PyResult<Value> {
    let (kind, number) = text
        .split_once(':')
        .map_or((text, None), |(kind, number)| (kind, Some(number)));
    if kind.contains(|c: char| c.is_ascii_digit()) {
        return Err(runtime_error(format!("Invalid device string: '{text}'")));
    }
    if !DEVICES.contains(&kind) {
        return Err(runtime_error(format!(
            "Expected one of {}, privateuseone device type at start of device string: {kind}",
            DEVICES.join(", ")
        )));
    }
    let index = match number {
        Some(number) => Some(
            number
                .parse()
                .map_err(|_| runtime_error(format!("Invalid device string: '{text}'")))?,
        ),
        None => index,
    };
    Ok(Instance::native_of(
        &super::torch(vm).device_class,
        Device {
            kind: intern(kind),
            index,
        },
    ))
}

/// The device named by an argument must be one that is here.
///
/// # Errors
/// RuntimeError in PyTorch's words for anything but the CPU.
pub fn check_device(value: &Value) -> PyResult<()> {
    let kind = match value.base() {
        Value::Undefined | Value::None => return Ok(()),
        Value::Int(_) => "cuda".to_string(),
        Value::Str(text) => text.split(':').next().unwrap_or_default().to_string(),
        _ => match value.native::<Device>() {
            Some(device) => device.kind.to_string(),
            None => return Err(type_error("argument 'device' must be torch.device")),
        },
    };
    match kind.as_str() {
        "cpu" => Ok(()),
        "cuda" => Err(runtime_error(
            "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver \
             from http://www.nvidia.com/Download/index.aspx",
        )
        .because("Programs run on the processor here; torch.cuda.is_available() is False.", None)),
        kind if DEVICES.contains(&kind) => Err(Exception::new(
            "NotImplementedError",
            format!("Could not run 'aten::empty.memory_format' with arguments from the '{}' backend.", kind.to_uppercase()),
        )),
        kind if kind.contains(|c: char| c.is_ascii_digit()) => {
            Err(runtime_error(format!("Invalid device string: '{kind}'")))
        }
        kind => Err(runtime_error(format!(
            "Expected one of {}, privateuseone device type at start of device string: {kind}",
            DEVICES.join(", ")
        ))),
    }
}

fn device_of(slots: &[Value]) -> PyResult<&Device> {
    slots[0]
        .native::<Device>()
        .ok_or_else(|| type_error("expected a torch.device"))
}

fn same_device(a: &Value, b: &Value) -> bool {
    match (a.native::<Device>(), b.native::<Device>()) {
        (Some(a), Some(b)) => Str::same(&a.kind, &b.kind) && a.index == b.index,
        _ => false,
    }
}

pub fn device_class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("device", "torch")
        .layout(Layout::Native)
        .method("__new__", "(cls, type='cpu', index=None)", |vm, slots| match (&slots[1], &slots[2]) {
            (given, _) if given.native::<Device>().is_some() => Ok(given.clone()),
            (Value::Int(index), _) => device(vm, "cuda", Some(*index)),
            (Value::Str(text), Value::Int(index)) => device(vm, text, Some(*index)),
            (Value::Str(text), _) => device(vm, text, None),
            (other, _) => Err(type_error(format!(
                "device() received an invalid combination of arguments - got ({}), but expected one of:\n * (torch.device \
                 device)\n * (str type, int index = -1)\n",
                vm.types.of(other).name().as_str()
            ))),
        })
        .method("__repr__", "(self, /)", |_, slots| {
            let device = device_of(slots)?;
            let index = device.index.map_or(String::new(), |index| format!(", index={index}"));
            Ok(format!("device(type='{}'{index})", device.kind.as_str()).into())
        })
        .method("__str__", "(self, /)", |_, slots| {
            let device = device_of(slots)?;
            let index = device.index.map_or(String::new(), |index| format!(":{index}"));
            Ok(format!("{}{index}", device.kind.as_str()).into())
        })
        .method("__eq__", "(self, other, /)", |_, slots| Ok(same_device(&slots[0], &slots[1]).into()))
        .method("__ne__", "(self, other, /)", |_, slots| Ok((!same_device(&slots[0], &slots[1])).into()))
        .method("__hash__", "(self, /)", |_, slots| Ok(Value::Int(device_of(slots)?.kind.hash())))
        .getter("type", |_, slots| Ok(device_of(slots)?.kind.clone().into()))
        .getter("index", |_, slots| Ok(device_of(slots)?.index.map_or(Value::None, Value::Int)))
        .build(vm)
}

// Size

/// `torch.Size`: a tuple that prints its name.
pub fn size_class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("Size", "torch")
        .base(&vm.types.tuple)
        .method("__new__", "(cls, sizes=(), /)", |vm, slots| {
            Ok(super::torch(vm).size(sizes_of(&slots[1])?))
        })
        .method("__repr__", "(self, /)", |_, slots| {
            let sizes: Vec<String> = sizes_of(&slots[0])?.iter().map(i64::to_string).collect();
            Ok(format!("torch.Size([{}])", sizes.join(", ")).into())
        })
        .method("numel", "(self, /)", |_, slots| {
            Ok(Value::Int(sizes_of(&slots[0])?.iter().product()))
        })
        .method("__getitem__", "(self, index, /)", |vm, slots| {
            let sizes = sizes_of(&slots[0])?;
            match slots[1].base() {
                Value::Slice(slice) => {
                    let picked = super::index::slice_positions(slice, sizes.len())?;
                    Ok(super::torch(vm).size(picked.into_iter().map(|at| sizes[at])))
                }
                Value::Int(at) => {
                    let wrapped = if *at < 0 {
                        at + sizes.len() as i64
                    } else {
                        *at
                    };
                    let size = usize::try_from(wrapped).ok().and_then(|at| sizes.get(at));
                    size.map(|&size| Value::Int(size))
                        .ok_or_else(|| crate::lang::index_error("tuple index out of range"))
                }
                other => Err(type_error(format!(
                    "tuple indices must be integers or slices, not {}",
                    vm.types.of(other).name().as_str()
                ))),
            }
        })
        .method("__add__", "(self, other, /)", |vm, slots| {
            let Ok(more) = sizes_of(&slots[1]) else {
                return Ok(Value::NotImplemented);
            };
            Ok(super::torch(vm).size(sizes_of(&slots[0])?.into_iter().chain(more)))
        })
        .method("__mul__", "(self, times, /)", |vm, slots| match slots[1] {
            Value::Int(times) => {
                Ok(super::torch(vm).size(sizes_of(&slots[0])?.repeat(times.max(0) as usize)))
            }
            _ => Ok(Value::NotImplemented),
        })
        .build(vm)
}

/// The ints of a Size, tuple or list.
pub fn sizes_of(value: &Value) -> PyResult<Vec<i64>> {
    let items: Vec<Value> = match value.base() {
        Value::Tuple(items) => items.to_vec(),
        Value::List(list) => list.to_vec(),
        Value::Int(size) => vec![Value::Int(*size)],
        _ => return Err(type_error("expected a tuple of ints")),
    };
    let int = |item: &Value| match item.base() {
        Value::Int(size) => Ok(*size),
        Value::Bool(flag) => Ok(i64::from(*flag)),
        _ => item
            .native::<Tensor>()
            .and_then(|tensor| tensor.array().first_i64())
            .ok_or_else(|| type_error("expected a tuple of ints")),
    };
    items.iter().map(int).collect()
}

impl Torch {
    pub fn size(&self, sizes: impl IntoIterator<Item = i64>) -> Value {
        let tuple = OnceCell::new();
        let _ = tuple.set(Value::tuple(sizes.into_iter().map(Value::Int)));
        Value::Instance(Instance::new(
            self.size_class.clone(),
            Payload::Value(tuple),
        ))
    }

    pub fn dtype(&self, dtype: DType) -> Value {
        let found = self.dtypes.iter().find(|(_, value)| {
            value
                .native::<DTypeObject>()
                .is_some_and(|object| object.dtype == Some(dtype))
        });
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// `torch.return_types.max(values=..., indices=...)`
    pub fn named(
        &self,
        vm: &mut Vm,
        name: &str,
        fields: &'static [&'static str],
        values: Vec<Value>,
    ) -> Value {
        let known = self
            .named_tuples
            .borrow()
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, class)| class.clone());
        let class = known.unwrap_or_else(|| {
            let class = named_class(vm, name, fields);
            self.named_tuples
                .borrow_mut()
                .push((name.to_string(), class.clone()));
            class
        });
        let tuple = OnceCell::new();
        let _ = tuple.set(Value::tuple(values));
        Value::Instance(Instance::new(class, Payload::Value(tuple)))
    }
}

fn named_class(vm: &Vm, name: &str, fields: &'static [&'static str]) -> Rc<Class> {
    let mut builder = ClassBuilder::new(name, "torch.return_types")
        .base(&vm.types.tuple)
        .method("__repr__", "(self, /)", named_repr);
    for (at, field) in fields.iter().enumerate() {
        let get = Value::Builtin(Rc::new(Builtin {
            name: intern(field),
            owner: Some(intern(name)),
            module: None,
            signature: Rc::new(Signature::parse("(self, /)")),
            function: NativeFn::Indexed(named_field, at),
            is_method: true,
            doc: "",
        }));
        builder = builder.attribute(
            field,
            Value::Property(Rc::new(Property {
                get,
                set: Value::None,
                delete: Value::None,
                doc: Value::None,
            })),
        );
    }
    builder
        .attribute(
            "_fields",
            Value::tuple(fields.iter().map(|&field| field.into())),
        )
        .build(vm)
}

fn named_field(_: &mut Vm, at: usize, slots: &[Value]) -> PyResult<Flow> {
    match slots[0].base() {
        Value::Tuple(items) => Ok(items.get(at).cloned().unwrap_or_default().into()),
        _ => Err(type_error("expected a named tuple")),
    }
}

fn named_repr(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let (Value::Tuple(items), Value::Instance(instance)) = (slots[0].base(), &slots[0]) else {
        return Err(type_error("expected a named tuple"));
    };
    let Some(Value::Tuple(fields)) = instance.class.lookup_str("_fields") else {
        return Err(type_error("expected a named tuple"));
    };
    let mut lines = Vec::new();
    for (field, item) in fields.iter().zip(items.iter()) {
        lines.push(format!(
            "{}={}",
            field.as_str().unwrap_or_default(),
            super::tensor::repr(vm, item)?
        ));
    }
    Ok(format!(
        "torch.return_types.{}(\n{})",
        instance.class.name().as_str(),
        lines.join(",\n")
    )
    .into())
}

// Generator

fn generator_of(slots: &[Value]) -> PyResult<&GeneratorRef> {
    slots[0]
        .native::<GeneratorRef>()
        .ok_or_else(|| type_error("expected a torch.Generator"))
}

/// The seed that an int stands for: negative ones count from 2^64.
///
/// # Errors
/// TypeError for anything but an int.
pub fn seed_of(value: &Value) -> PyResult<u64> {
    match value.base() {
        Value::Int(seed) => Ok(*seed as u64),
        Value::Bool(seed) => Ok(u64::from(*seed)),
        Value::BigInt(seed) => u64::try_from(&**seed)
            .map_err(|_| value_error("Overflow when unpacking unsigned long long")),
        other => match other
            .native::<Tensor>()
            .and_then(|tensor| tensor.array().first_i64())
        {
            Some(seed) => Ok(seed as u64),
            None => match other {
                Value::Str(text) => Err(value_error(format!(
                    "invalid literal for int() with base 10: '{text}'"
                ))),
                _ => Err(type_error("manual_seed expected a long")),
            },
        },
    }
}

pub fn generator_class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("Generator", "torch")
        .layout(Layout::Native)
        .method("__new__", "(cls, device='cpu')", |vm, slots| {
            check_device(&slots[1])?;
            let class = super::torch(vm).generator_class.clone();
            Ok(Instance::native_of::<GeneratorRef>(
                &class,
                Rc::new(RefCell::new(Generator::default())),
            ))
        })
        .method("manual_seed", "(self, seed)", |_, slots| {
            generator_of(slots)?
                .borrow_mut()
                .manual_seed(seed_of(&slots[1])?);
            Ok(slots[0].clone())
        })
        .method("initial_seed", "(self)", |_, slots| {
            Ok(seed_value(generator_of(slots)?.borrow().initial_seed()))
        })
        .method("seed", "(self)", |_, slots| {
            // There is no clock here: the seed is the default one.
            generator_of(slots)?
                .borrow_mut()
                .manual_seed(crate::tensor::random::DEFAULT_SEED);
            Ok(seed_value(crate::tensor::random::DEFAULT_SEED))
        })
        .method("get_state", "(self)", |vm, slots| {
            let bytes = generator_of(slots)?.borrow().state();
            let count = bytes.len();
            Ok(super::torch(vm).wrap(Tensor::from_vec(bytes, &[count])))
        })
        .method("set_state", "(self, new_state)", |_, slots| {
            let Some(state) = slots[1].native::<Tensor>() else {
                return Err(type_error("expected a torch.ByteTensor"));
            };
            let bytes = state.array().gather::<u8>()?;
            generator_of(slots)?
                .borrow_mut()
                .set_state(&bytes)
                .map_err(runtime_error)?;
            Ok(slots[0].clone())
        })
        .getter("device", |vm, _| Ok(super::torch(vm).cpu.clone()))
        .build(vm)
}

/// A seed as a Python int, which has no sign.
pub fn seed_value(seed: u64) -> Value {
    Value::big(num_bigint::BigInt::from(seed))
}

// Nodes of the graph

fn node_of(slots: &[Value]) -> PyResult<&Rc<Node>> {
    slots[0]
        .native::<Rc<Node>>()
        .ok_or_else(|| type_error("expected a node of the graph"))
}

/// The class of `grad_fn`.
pub fn node_class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("Node", "torch.autograd.graph")
        .layout(Layout::Native)
        .method("name", "(self)", |_, slots| {
            let node = node_of(slots)?;
            let name = node.name();
            Ok(match name {
                "AccumulateGrad" | "CopySlices" => format!("torch::autograd::{name}").into(),
                _ => name.into(),
            })
        })
        .method("__repr__", "(self, /)", |_, slots| {
            let node = node_of(slots)?;
            Ok(format!("<{} object at 0x7f{:010x}>", node.name(), node.id() * 64).into())
        })
        .getter("next_functions", |vm, slots| {
            let torch = super::torch(vm);
            let edges = node_of(slots)?.next_functions();
            let edges: Vec<Value> = (edges.iter())
                .map(|edge| match edge {
                    Some(edge) => {
                        Value::tuple([torch.node(vm, &edge.node), Value::from(edge.output)])
                    }
                    None => Value::tuple([Value::None, Value::Int(0)]),
                })
                .collect();
            Ok(Value::tuple(edges))
        })
        .getter("variable", |vm, slots| match node_of(slots)?.leaf() {
            Some(leaf) => Ok(super::torch(vm).wrap(leaf)),
            None => Err(attribute_error(format!(
                "'{}' object has no attribute 'variable'",
                node_of(slots)?.name()
            ))),
        })
        .method("__eq__", "(self, other, /)", |_, slots| {
            match slots[1].native::<Rc<Node>>() {
                Some(other) => Ok(Rc::ptr_eq(node_of(slots)?, other).into()),
                None => Ok(false.into()),
            }
        })
        .method("__hash__", "(self, /)", |_, slots| {
            Ok(Value::Int(node_of(slots)?.id() as i64))
        })
        .build(vm)
}

impl Torch {
    /// A node as `grad_fn` gives it: of a class named after what the node does.
    pub fn node(&self, vm: &Vm, node: &Rc<Node>) -> Value {
        let mut classes = self.node_classes.borrow_mut();
        let class = classes.entry(node.name().to_string()).or_insert_with(|| {
            ClassBuilder::new(node.name(), "builtins")
                .layout(Layout::Native)
                .base(&self.node_class)
                .build(vm)
        });
        Instance::native_of(class, node.clone())
    }
}

/// The values above in the module `_torch`.
pub fn add_to(torch: &Torch, module: ModuleBuilder) -> ModuleBuilder {
    let mut module = module
        .class(&torch.dtype_class)
        .class(&torch.device_class)
        .class(&torch.size_class)
        .class(&torch.generator_class)
        .class(&torch.lin_alg_error)
        .value("Node", Value::Class(torch.node_class.clone()));
    for (name, value) in &torch.dtypes {
        module = module.value(name, value.clone());
    }
    module
}
