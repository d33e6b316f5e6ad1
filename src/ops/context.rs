//! What a gradient formula sees.

use std::rc::Rc;

use super::{Arg, Args, Grads, Outputs, watch};
use crate::autograd::{Backward, Edge, GradMode, Node, Saved, grad_enabled};
use crate::tensor::{Array, DType, Result, Shape, Tensor, TensorError};

/// A call that backward has come back to: its arguments, the outputs it kept, and the gradients of its outputs.
pub struct Context<'a> {
    node: &'a Rc<Node>,
    saved: &'a Saved,
    grads: &'a Grads,
}

impl<'a> Context<'a> {
    pub(crate) fn new(node: &'a Rc<Node>, saved: &'a Saved, grads: &'a Grads) -> Self {
        Context { node, saved, grads }
    }

    pub fn args(&self) -> &'a Args {
        &self.saved.args
    }

    /// The gradient of the first output.
    pub fn grad(&self) -> Result<Tensor> {
        self.grad_of(0)
    }

    /// The gradient of an output; zeros when none arrived.
    pub fn grad_of(&self, output: usize) -> Result<Tensor> {
        match self.grads.get(output) {
            Some(Some(grad)) => Ok(grad.clone()),
            _ => {
                let (shape, dtype) = &self.node.outputs()[output];
                Ok(Tensor::new(Array::zeros(shape.clone(), *dtype)?))
            }
        }
    }

    /// Whether a gradient arrived for this output.
    pub fn has_grad(&self, output: usize) -> bool {
        matches!(self.grads.get(output), Some(Some(_)))
    }

    /// Whether the gradient of this input is asked for.
    pub fn needs(&self, input: usize) -> bool {
        matches!(self.node.edges().get(input), Some(Some(_)))
    }

    /// A tensor that was saved.
    pub fn tensor(&self, index: usize) -> Result<&'a Tensor> {
        self.saved.args.tensor(index)
    }

    /// Shape of a tensor argument, saved or not.
    pub fn shape(&self, index: usize) -> Result<Shape> {
        self.saved.args.shape(index)
    }

    pub fn dtype(&self, index: usize) -> Result<DType> {
        Ok(self.saved.args.meta(index)?.1)
    }

    /// Shape of an output.
    pub fn output_shape(&self, output: usize) -> &'a Shape {
        &self.node.outputs()[output].0
    }

    /// An output that was saved.
    pub fn output(&self, output: usize) -> Result<Tensor> {
        let Some(Some((array, _))) = self.saved.outputs.get(output) else {
            return Err(TensorError::runtime(format!(
                "{} did not keep output {output}",
                self.node.name()
            )));
        };
        let tensor = Tensor::new(array.clone());
        if grad_enabled() && array.dtype().is_float() {
            tensor.set_grad_fn(Some(Edge {
                node: self.node.clone(),
                output,
            }));
        }
        Ok(tensor)
    }

    /// Whether the backward pass is itself being recorded (`create_graph=True`): then formulas must be made of ops.
    pub fn create_graph(&self) -> bool {
        grad_enabled()
    }

    /// The gradient of the only differentiable input, the first.
    pub fn only(&self, grad: Tensor) -> Result<Grads> {
        Ok(Grads::from_iter([Some(grad)]))
    }

    /// Gradients of inputs by number, each computed only if asked for.
    pub fn each<const N: usize>(
        &self,
        gradient: impl Fn(usize) -> Result<Tensor>,
    ) -> Result<Grads> {
        (0..N)
            .map(|input| self.needs(input).then(|| gradient(input)).transpose())
            .collect()
    }

    /// The gradients of a function made of ops, at the saved inputs: runs it again with its graph and goes back through
    /// that. For ops whose gradient nobody waits for, and for the gradient of a gradient of fused ones. All tensor arguments
    /// must have been saved.
    pub fn through(&self, compose: fn(&Args) -> Result<Outputs>) -> Result<Grads> {
        let create_graph = grad_enabled();
        let args = self.args();
        let outputs = {
            let _mode = GradMode::set(true);
            watch::quietly(|| compose(args))?
        };
        let wanted: Vec<usize> = (0..args.len())
            .filter(|&i| self.needs(i) && matches!(args.at(i), Arg::Tensor(_)))
            .collect();
        let inputs: Vec<Tensor> = wanted
            .iter()
            .map(|&i| args.tensor(i).cloned())
            .collect::<Result<_>>()?;
        let (mut roots, mut grads) = (Vec::new(), Vec::new());
        for (number, output) in outputs.iter().enumerate() {
            if output.requires_grad() && self.has_grad(number) {
                roots.push(output.clone());
                grads.push(Some(self.grad_of(number)?));
            }
        }
        let mut backward = Backward::grad(&roots, &inputs, &grads, create_graph, create_graph)?;
        watch::quietly(|| backward.run())?;
        let mut all = Grads::from_elem(None, args.len());
        for (index, grad) in wanted.into_iter().zip(backward.captured()) {
            all[index] = grad;
        }
        Ok(all)
    }
}
