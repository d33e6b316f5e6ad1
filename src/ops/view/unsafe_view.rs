//! A fresh copy in another shape: what `reshape` is when no view is possible.

use super::view_;
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "_unsafe_view",
    signature: "(input, *shape)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "A view of a copy that nobody else sees.",
        ..view_::OP.card
    },
    grad_fn: "UnsafeViewBackward0",
    view: false,
    misuses: &[],
    program: "x = torch.ones(2, 2, 3, requires_grad=True)\ny = x @ torch.ones(3, 2)\nprint(y.grad_fn.name())",
    ..view_::OP
};
