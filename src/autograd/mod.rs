//! How gradients flow back: nodes that ops leave behind, and the walk over them, one node at a time.
//!
//! Source: <https://docs.pytorch.org/docs/stable/notes/autograd.html>

pub mod anomaly;
mod backward;
mod mode;
mod node;
mod views;

pub use backward::{Backward, Step, passes, take_losses};
pub use mode::{GradMode, grad_enabled, set_grad_enabled};
pub use node::{Edge, Edges, GradMeta, Kind, Node, Saved};
pub(crate) use views::copy_slices;
pub use views::{Geometry, view_edge};
