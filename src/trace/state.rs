//! Where a program stands at an instant: its frames with their variables, its parameters. Each segment of a record
//! begins with one, and events change it.

use std::rc::Rc;

use super::event::{Event, FrameHead, Place, Variable};
use super::parameters::ParameterState;
use crate::session::protocol::Phase;

#[derive(Clone, Debug)]
pub struct State {
    pub frames: Vec<FrameState>,
    pub parameters: Vec<Rc<ParameterState>>,
    pub phase: Phase,
}

/// A frame at an instant.
#[derive(Clone, Debug)]
pub struct FrameState {
    pub head: Rc<FrameHead>,
    /// The line that runs or is about to; line 0 before the first.
    pub place: Place,
    pub variables: Vec<(Rc<str>, Rc<Variable>)>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            frames: Vec::new(),
            parameters: Vec::new(),
            phase: Phase::Other,
        }
    }
}

impl State {
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Line { line, span } => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.place = Place {
                        line: *line,
                        span: *span,
                    };
                }
            }
            Event::Call(head) => self.frames.push(FrameState::new(head.clone())),
            Event::Return => {
                self.frames.pop();
            }
            Event::Assign { name, value } => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.assign(name, value);
                }
            }
            Event::Parameter { parameter, state } => match self.parameters.get_mut(*parameter) {
                Some(slot) => *slot = state.clone(),
                None => self.parameters.push(state.clone()),
            },
            Event::Phase(phase) => self.phase = *phase,
            _ => {}
        }
    }

    /// The innermost frame of the learner's program.
    pub fn program_frame(&self) -> Option<&FrameState> {
        self.frames.iter().rev().find(|frame| frame.head.is_program)
    }

    /// Is an object of the library being made, a layer with its initial weights for instance?
    pub fn is_making(&self) -> bool {
        self.frames
            .iter()
            .any(|frame| !frame.head.is_program && &*frame.head.function == "__init__")
    }
}

impl FrameState {
    pub fn new(head: Rc<FrameHead>) -> Self {
        Self {
            head,
            place: Place::default(),
            variables: Vec::new(),
        }
    }

    pub fn assign(&mut self, name: &Rc<str>, value: &Rc<Variable>) {
        match self.variables.iter_mut().find(|(known, _)| known == name) {
            Some((_, slot)) => *slot = value.clone(),
            None => self.variables.push((name.clone(), value.clone())),
        }
    }
}
