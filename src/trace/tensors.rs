//! Values of tensors, kept by holding a handle of their elements: nothing is copied unless the program writes to them.

use std::rc::Rc;

use super::ids::NodeId;
use crate::tensor::{Array, Buffer, DType, Shape, Storage, Strides, Tensor};

/// A tensor as it was at an instant.
#[derive(Clone, Debug)]
pub struct TensorRecord {
    buffer: Buffer,
    pub shape: Shape,
    pub strides: Strides,
    offset: usize,
    pub dtype: DType,
    pub requires_grad: bool,
    pub grad_fn: Option<Rc<str>>,
    pub name: Rc<str>,
    /// The node whose value it is, or whose gradient.
    pub node: Option<NodeId>,
    pub is_gradient: bool,
    pub storage: u64,
    pub version: u32,
}

impl TensorRecord {
    pub fn of(tensor: &Tensor) -> Self {
        let array = tensor.array();
        let grad_fn = tensor.grad_fn().map(|edge| Rc::from(edge.node.name()));
        Self {
            buffer: array.storage().buffer().clone(),
            shape: array.shape().clone(),
            strides: array.strides().clone(),
            offset: array.offset(),
            dtype: array.dtype(),
            requires_grad: tensor.requires_grad(),
            grad_fn,
            name: Rc::from(""),
            node: None,
            is_gradient: false,
            storage: array.storage().id(),
            version: array.storage().version(),
        }
    }

    /// The value as an array. Its storage is its own.
    pub fn array(&self) -> Array {
        let storage = Storage::new(self.buffer.clone());
        Array::view(
            storage,
            self.shape.clone(),
            self.strides.clone(),
            self.offset,
        )
    }

    /// Does it look at the very elements that a tensor looks at?
    pub fn is_value_of(&self, tensor: &Tensor) -> bool {
        let array = tensor.array();
        self.shape == *array.shape()
            && self.strides == *array.strides()
            && self.offset == array.offset()
            && self.buffer.shares(&array.storage().buffer())
    }

    /// Bytes of the elements it looks at. A buffer that others hold too counts for each of them: an upper bound.
    pub fn bytes(&self) -> usize {
        self.shape.iter().product::<usize>().min(self.buffer.len()) * self.dtype.size()
    }

    pub fn shape_u32(&self) -> Vec<u32> {
        shape_u32(&self.shape)
    }
}

pub fn shape_u32(shape: &[usize]) -> Vec<u32> {
    shape
        .iter()
        .map(|&size| u32::try_from(size).unwrap_or(u32::MAX))
        .collect()
}

impl TensorRecord {
    /// Where an element lies in the storage.
    pub fn place(&self, element: &[u32]) -> isize {
        let steps = element
            .iter()
            .zip(&self.strides)
            .map(|(i, stride)| *i as isize * stride);
        self.offset as isize + steps.sum::<isize>()
    }

    /// One element.
    pub fn at(&self, element: &[u32]) -> f64 {
        let array = self.array();
        let place = usize::try_from(self.place(element)).unwrap_or(0);
        array
            .with_geometry(Shape::new(), Strides::new(), place)
            .first_f64()
            .unwrap_or(f64::NAN)
    }
}
