//! What a recorder knows of the program's text: where its training loops are and what their lines do.

use crate::session::protocol::Phase;

/// The trainings of a program. Lines count from 1; functions go by name, the module is `<module>`.
pub trait Outline {
    /// The training and the phase that a line of a function belongs to.
    fn phase(&self, function: &str, line: u32) -> Option<(usize, Phase)>;

    /// The training of which an iteration begins when a function comes to `line` after `previous`.
    fn begins(&self, function: &str, previous: Option<u32>, line: u32) -> Option<usize>;

    /// Whether a function that comes to `line` has left a training that it was in.
    fn leaves(&self, training: usize, function: &str, line: u32) -> bool;

    /// Whether the training repeats by calls of this function.
    fn is_call(&self, training: usize) -> bool;
}

/// A program without training.
pub struct NoTraining;

impl Outline for NoTraining {
    fn phase(&self, _: &str, _: u32) -> Option<(usize, Phase)> {
        None
    }

    fn begins(&self, _: &str, _: Option<u32>, _: u32) -> Option<usize> {
        None
    }

    fn leaves(&self, _: usize, _: &str, _: u32) -> bool {
        false
    }

    fn is_call(&self, _: usize) -> bool {
        false
    }
}
