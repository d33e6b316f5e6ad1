//! What happened: the record of a run, and what can be read from it.
//!
//! A [`Recorder`] is told of every line, op, backward node, accumulation and output, and keeps them as events in a
//! [`Record`]; it never asks the program anything and never changes a number. From the record come the [`graph`], its
//! [`progress`] at an instant, the [`timeline`], the parameters with the state of their `.grad`, the [`flow`] of
//! gradients, any tensor at any recorded instant, and [`why`] an element is what it is.

pub mod event;
pub mod flow;
pub mod graph;
mod groups;
mod ids;
pub mod modules;
pub mod outline;
mod parameters;
mod paths;
pub mod progress;
pub mod record;
pub mod recorder;
pub mod segment;
pub mod state;
mod summary;
pub mod tensors;
pub mod timeline;
pub mod update;
mod verdict;
pub mod view;
pub mod why;
mod why_gradient;

pub use event::{Event, Instant, TensorKey};
pub use ids::Ids;
pub use outline::Outline;
pub use parameters::ParameterState;
pub use record::Record;
pub use recorder::Recorder;
pub use summary::summary;
