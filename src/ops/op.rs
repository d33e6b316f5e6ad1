//! What an op is: everything about it in one record.

use std::ops::BitOr;

use smallvec::SmallVec;

use super::{Arg, Args, Context};
use crate::tensor::{Array, DType, Result, Shape, Tensor, promote};

/// One operation on tensors. The engine, the library, the reference, the palette and the tests read it from here.
#[derive(Clone, Copy)]
pub struct Op {
    /// PyTorch's name: `add`.
    pub name: &'static str,
    /// Other names of the same function: `multiply` for `mul`.
    pub aliases: &'static [&'static str],
    /// The parameters as Python text: `(input, other, *, alpha=1)`. As a method the first one is self.
    pub signature: &'static str,
    pub forms: Forms,
    /// The operators that mean this op: `__add__`, `__radd__`. Reflected ones swap the first two arguments.
    pub operators: &'static [&'static str],
    pub card: Card,
    /// Shapes and dtypes of the outputs, from shapes and dtypes alone. `None`: they depend on the data.
    pub shape: Option<fn(&Args) -> Result<Shapes>>,
    pub forward: Forward,
    /// The gradients of the inputs, written in ops.
    pub backward: Option<fn(&Context) -> Result<Grads>>,
    /// The name of its node: `AddBackward0`.
    pub grad_fn: &'static str,
    /// Where the node's name depends on the arguments.
    pub grad_fn_of: Option<Named>,
    /// PyTorch's kernel and the dtypes (of the operands, promoted) that it has not got.
    pub lacks: Option<(&'static str, &'static [DType])>,
    /// Inputs that PyTorch takes as constants: it refuses one that requires a gradient, naming this function of its own.
    pub constants: &'static [(usize, Named)],
    /// What `backward` needs of inputs and outputs.
    pub saves: &'static [Save],
    pub returns: Returns,
    /// The output shares the memory of the first input.
    pub view: bool,
    /// Argument lists in the notation of [`super::example`]: `[2,3], [3], alpha=2`.
    pub examples: &'static [&'static str],
    /// Argument lists that fail, each with PyTorch's words: `("[3], [4]", "RuntimeError: The size ...")`.
    pub misuses: &'static [(&'static str, &'static str)],
    /// A few lines of Python that show the op, where its examples cannot be written in Python as they stand.
    pub program: &'static str,
}

/// How an op computes.
#[derive(Clone, Copy)]
pub enum Forward {
    /// On arrays; autograd is seen to outside.
    Kernel(fn(&Args) -> Result<Out>),
    /// By calling other ops, which are recorded and differentiated in its place.
    Composite(fn(&Args) -> Result<Outputs>),
}

/// A name that depends on the arguments.
pub type Named = fn(&Args) -> &'static str;

/// The arrays that a kernel made.
pub type Out = SmallVec<[Array; 1]>;
/// The tensors that a call made.
pub type Outputs = SmallVec<[Tensor; 1]>;
/// Shapes and dtypes of outputs.
pub type Shapes = SmallVec<[(Shape, DType); 1]>;
/// Gradients by input; `None` where there is none.
pub type Grads = SmallVec<[Option<Tensor>; 3]>;

/// One output.
pub fn one(array: Array) -> Result<Out> {
    Ok(Out::from_buf([array]))
}

/// The definition of an op for its reader. Formulas are LaTeX.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    pub summary: &'static str,
    pub formula: &'static str,
    /// (input, gradient of the loss with respect to it). The gradient of the output is `\bar{y}`.
    pub gradients: &'static [(&'static str, &'static str)],
    pub shape_rule: &'static str,
    /// The PyTorch page, and the paper where there is one.
    pub source: &'static str,
}

/// How Python sees the outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returns {
    Tensor,
    /// A tuple, even of one.
    Tuple,
    List,
    /// One tensor, or a tuple if there are several outputs.
    TensorOrTuple,
    /// `torch.return_types.max(values=..., indices=...)`: the type's name and its fields.
    Named(&'static str, &'static [&'static str]),
    /// One tensor or such a tuple, by the number of outputs.
    TensorOrNamed(&'static str, &'static [&'static str]),
    /// A Python bool, as `torch.equal` gives.
    Bool,
}

/// Where a program can find an op.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forms(pub u16);

impl Forms {
    /// `torch.add`
    pub const FUNCTION: Forms = Forms(1);
    /// `x.add`
    pub const METHOD: Forms = Forms(2);
    /// `x.add_`
    pub const INPLACE: Forms = Forms(4);
    /// `torch.nn.functional.relu`
    pub const FUNCTIONAL: Forms = Forms(8);
    /// `torch.linalg.inv`, with `linalg_` before the name here
    pub const LINALG: Forms = Forms(16);
    /// `torch.special.expit`
    pub const SPECIAL: Forms = Forms(32);
    /// `x.T`: an attribute
    pub const PROPERTY: Forms = Forms(64);
    /// `torch.add` and `x.add`
    pub const BOTH: Forms = Forms(3);
    /// `torch.add`, `x.add` and `x.add_`
    pub const ALL: Forms = Forms(7);
    /// For the library's own use: no name in `torch`.
    pub const INTERNAL: Forms = Forms(0);

    pub const fn and(self, other: Forms) -> Forms {
        Forms(self.0 | other.0)
    }

    pub const fn has(self, form: Forms) -> bool {
        self.0 & form.0 != 0
    }
}

impl BitOr for Forms {
    type Output = Forms;
    fn bitor(self, other: Forms) -> Forms {
        self.and(other)
    }
}

/// A value that a node keeps.
#[derive(Clone, Copy)]
pub enum Save {
    /// This input, for any gradient.
    Input(usize),
    /// The first input, if the second needs a gradient.
    InputFor(usize, usize),
    /// This input's elements as they were, whatever is written to it later.
    Snapshot(usize),
    /// This output.
    Output(usize),
}

impl Op {
    /// The fields that most ops leave as they are.
    pub const BASE: Op = Op {
        name: "",
        aliases: &[],
        signature: "(input)",
        forms: Forms::BOTH,
        operators: &[],
        card: Card {
            summary: "",
            formula: "",
            gradients: &[],
            shape_rule: "",
            source: "",
        },
        shape: None,
        forward: Forward::Composite(|_| Ok(Outputs::new())),
        backward: None,
        grad_fn: "",
        grad_fn_of: None,
        lacks: None,
        constants: &[],
        saves: &[],
        returns: Returns::Tensor,
        view: false,
        examples: &[],
        misuses: &[],
        program: "",
    };

    /// The same for ops on each element, which have in-place twins.
    pub const ELEMENTWISE: Op = Op {
        forms: Forms::ALL,
        ..Op::BASE
    };

    /// # Errors
    /// NotImplementedError `"abs_cpu" not implemented for 'Bool'` where PyTorch has no kernel.
    pub fn check_dtype(&self, args: &Args) -> Result<()> {
        let Some((kernel, dtypes)) = self.lacks else {
            return Ok(());
        };
        let Arg::Tensor(first) = args.at(0) else {
            return Ok(());
        };
        let dtype = match args.at(1) {
            Arg::Tensor(second) => promote(first.dtype(), second.dtype()),
            _ => first.dtype(),
        };
        if dtypes.contains(&dtype) {
            return Err(super::kernels::not_implemented(kernel, dtype));
        }
        Ok(())
    }

    /// The name of this call's node.
    pub fn node_name(&self, args: &Args) -> &'static str {
        self.grad_fn_of.map_or(self.grad_fn, |name| name(args))
    }
}

/// The name of the in-place twin: `add_` for `add`. Ops that exist in place only have it already (`uniform_`).
pub fn in_place_name(name: &str) -> String {
    if name.ends_with('_') {
        name.to_owned()
    } else {
        format!("{name}_")
    }
}

impl std::fmt::Debug for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.name, self.signature)
    }
}
