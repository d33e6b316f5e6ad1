//! What a record is made of.

use std::rc::Rc;

use super::ids::NodeId;
use super::parameters::ParameterState;
use super::update::UpdateRecord;
use crate::ops::Op;
use crate::session::protocol::{Phase, ShapeClash};

/// The number of a recorded moment, from 0.
pub type Instant = u32;

/// The number of a tensor's recorded value: a tensor that is written to gets a new one.
pub type TensorKey = u32;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A line of the innermost frame is about to run.
    Line {
        line: u32,
        span: (u32, u32),
    },
    /// A Python function was entered.
    Call(Rc<FrameHead>),
    /// The innermost function was left.
    Return,
    /// A name was bound in the innermost frame.
    Assign {
        name: Rc<str>,
        value: Rc<Variable>,
    },
    Op(Box<OpRecord>),
    /// An op failed: its inputs, and the shapes where they are the matter.
    Failed(Box<OpRecord>),
    Backward(Box<BackwardRecord>),
    /// A gradient was added to the `.grad` of a parameter (its number).
    Accumulate {
        parameter: usize,
        incoming: TensorKey,
        /// How many gradients it holds now.
        times: u32,
        /// It was None before.
        was_none: bool,
    },
    /// A parameter was found, or its value or its `.grad` changed.
    Parameter {
        parameter: usize,
        state: Rc<ParameterState>,
    },
    /// Backward freed what a node had saved.
    Freed(NodeId),
    Phase(Phase),
    /// A step has moved a parameter.
    Update(Rc<UpdateRecord>),
}

/// What stays the same of a frame while it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameHead {
    pub file: Rc<str>,
    pub function: Rc<str>,
    pub is_program: bool,
}

/// A value as a line of text, and as a tensor if it is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub kind: Rc<str>,
    pub text: Rc<str>,
    pub tensor: Option<TensorKey>,
}

/// A place in the learner's program.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Place {
    pub line: u32,
    /// Byte range in the text.
    pub span: (u32, u32),
}

/// A call of an op.
#[derive(Clone, Debug)]
pub struct OpRecord {
    pub node: NodeId,
    pub op: &'static Op,
    pub inputs: Vec<Input>,
    pub outputs: Vec<TensorKey>,
    /// Arguments that are no tensors, as text: `dim=1`.
    pub settings: Vec<String>,
    /// The node it left behind for backward.
    pub grad_fn: Option<Rc<str>>,
    pub autograd: Option<u64>,
    pub group: Option<u32>,
    pub place: Place,
    pub phase: Phase,
    /// An input needs a gradient, the output has none.
    pub cut: bool,
    /// Why it is cut: ran under no_grad, or an op without gradient.
    pub no_grad: bool,
    pub in_place: bool,
    /// Ran while an object of the library was being made: a layer's initial weights.
    pub in_making: bool,
    /// The update of a parameter that it is a part of.
    pub update: Option<NodeId>,
    pub failed: Option<Failed>,
}

/// What went wrong in an op.
#[derive(Clone, Debug)]
pub struct Failed {
    pub message: String,
    pub clash: Option<ShapeClash>,
}

/// A tensor that goes into an op.
#[derive(Clone, Debug)]
pub struct Input {
    /// The node that it comes from: an op of this segment, or a leaf.
    pub from: NodeId,
    pub key: TensorKey,
    pub port: u32,
    pub requires_grad: bool,
}

/// A node of the backward pass that ran.
#[derive(Clone, Debug)]
pub struct BackwardRecord {
    /// The op's node in the graph, if it was recorded.
    pub node: Option<NodeId>,
    pub name: Rc<str>,
    /// The gradient of the op's output.
    pub gradient: Option<TensorKey>,
    /// The gradients that went on, by the op's input port.
    pub passed: Vec<(u32, TensorKey)>,
}
