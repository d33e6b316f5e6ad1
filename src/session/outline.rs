//! The trainings found in the text, as the recorder wants to know them.

use std::rc::Rc;

use crate::edit::training::{Repeats, Training};
use crate::session::protocol::Phase;
use crate::trace::Outline;

/// The trainings of the program, in the order of the text.
pub struct Trainings(pub Rc<Vec<Training>>);

impl Outline for Trainings {
    fn phase(&self, function: &str, line: u32) -> Option<(usize, Phase)> {
        // A closure inside a training's body has a frame of its own and lines of the body.
        let exact = |training: &Training| training.function == function;
        let known = |training: &Training| training.phase_at(line);
        let list = || self.0.iter().enumerate();
        list()
            .filter(|(_, training)| exact(training))
            .chain(list().filter(|(_, training)| !exact(training)))
            .find_map(|(index, training)| Some((index, known(training)?)))
    }

    fn begins(&self, function: &str, previous: Option<u32>, line: u32) -> Option<usize> {
        self.0.iter().position(|training| {
            if training.function != function || !training.contains(line) {
                return false;
            }
            match training.repeats {
                Repeats::Loop { header } => previous == Some(header),
                Repeats::Forever => {
                    line == training.first
                        && previous.is_none_or(|p| p >= line || !training.contains(p))
                }
                Repeats::Call | Repeats::Once => {
                    line == training.first && previous.is_none_or(|p| p < line)
                }
            }
        })
    }

    fn leaves(&self, training: usize, function: &str, line: u32) -> bool {
        let Some(training) = self.0.get(training) else {
            return true;
        };
        let header = matches!(training.repeats, Repeats::Loop { header } if header == line);
        training.function == function && !training.contains(line) && !header
    }

    fn is_call(&self, training: usize) -> bool {
        self.0
            .get(training)
            .is_some_and(|training| training.repeats == Repeats::Call)
    }
}
