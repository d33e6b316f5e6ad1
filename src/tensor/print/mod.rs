//! `print(tensor)`, as PyTorch prints it.
//!
//! `options` are what `torch.set_printoptions` sets, `numbers` finds the one width and notation that all elements of a
//! tensor share, `layout` puts brackets and line breaks around them, and this file adds what follows the elements.

mod layout;
mod numbers;
mod options;

pub use options::{PrintOptions, Profile, print_options, set_print_options};

use super::{Array, DType, Tensor, default_dtype};

/// `repr(tensor)`: `tensor([1., 2.], requires_grad=True)`.
pub fn tensor_text(tensor: &Tensor) -> String {
    named_tensor_text(tensor, "tensor")
}

/// The same under another name, which subclasses of Tensor have.
pub fn named_tensor_text(tensor: &Tensor, name: &str) -> String {
    let options = print_options();
    let array = tensor.array();
    let prefix = format!("{name}(");
    let mut suffixes = Vec::new();
    let empty = array.numel() == 0;
    if (empty && array.ndim() != 1) || (!empty && options.edgeitems == 0) {
        suffixes.push(format!("size={}", tuple_text(array.shape())));
    }
    // Elements tell int64 and bool apart from floats; an empty tensor has none to tell by.
    let evident = array.dtype() == default_dtype()
        || !empty && matches!(array.dtype(), DType::I64 | DType::Bool);
    if !evident {
        suffixes.push(format!("dtype={}", array.dtype()));
    }
    if let Some(edge) = tensor.grad_fn() {
        suffixes.push(format!("grad_fn=<{}>", edge.node.name()));
    } else if tensor.requires_grad() {
        suffixes.push("requires_grad=True".to_owned());
    }
    let indent = prefix.chars().count();
    let elements = layout::elements(&array, indent, &options);
    layout::with_suffixes(prefix + &elements, &suffixes, indent, options.linewidth)
}

/// The elements alone, in brackets, lines after the first indented by `indent`.
pub fn array_text(array: &Array, indent: usize) -> String {
    layout::elements(array, indent, &print_options())
}

/// `(2, 0)`, `(3,)`, `()`
fn tuple_text(shape: &[usize]) -> String {
    match shape {
        [one] => format!("({one},)"),
        many => format!(
            "({})",
            many.iter()
                .map(usize::to_string)
                .collect::<Vec<_>>()
                .join(", ")
        ),
    }
}
