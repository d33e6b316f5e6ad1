//! What a tensor is: elements of one dtype in a storage, seen through a shape and strides.
//!
//! In reading order: [`DType`] and promotion, [`Shape`] and broadcasting, the elements in a [`Storage`] (copy-on-write,
//! with a version), an [`Array`] as a strided view of one, and a [`Tensor`] as an array with a place in autograd.

mod array;
pub mod budget;
mod dtype;
mod element;
mod error;
pub mod index;
pub mod print;
mod promote;
pub mod random;
mod shape;
mod storage;
#[allow(clippy::module_inception, reason = "the thing is named as its room")]
mod tensor;
mod walk;

pub use array::Array;
pub use dtype::{DType, default_dtype, set_default_dtype};
pub use element::{Arithmetic, Element, Real};
pub(crate) use element::{dispatch, dispatch_number, dispatch_real, dispatch_wide};
pub use error::{ErrorKind, Result, ShapeClash, TensorError};
pub use kindling_kernels as kernels;
pub use promote::{Promotion, promote};
pub use shape::{
    Shape, Strides, broadcast, broadcast_strides, contiguous_strides, existing_dim, expand_strides,
    numel, shape_text, size_text, wrap_dim,
};
pub use storage::{Buffer, Storage};
pub use tensor::{Arrived, Hook, Stamp, Tensor, WeakTensor};
pub use walk::{Offsets, for_each_row};
