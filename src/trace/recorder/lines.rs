//! Lines, calls and assignments, as the VM tells them.

use std::cell::RefCell;
use std::rc::Rc;

use super::Recorder;
use crate::lang::vm::FrameInfo;
use crate::lang::{Observer, Value};
use crate::session::protocol::GroupKind;
use crate::trace::event::{Event, FrameHead};

impl Recorder {
    pub(super) fn line(&mut self, frame: &FrameInfo) {
        if self.importing > 0 {
            return;
        }
        self.settle();
        self.align(frame);
        if frame.is_program {
            self.end_pass();
            self.locate(short_name(&frame.function), frame.line);
        }
        self.push(Event::Line {
            line: frame.line,
            span: frame.span,
        });
    }

    /// Brings the frames in line with the machine's: exceptions leave frames without a word, generators come back to
    /// theirs.
    pub(super) fn align(&mut self, frame: &FrameInfo) {
        while self.now.frames.len() > frame.depth {
            self.leave_frame();
        }
        let top = self.now.frames.last().map(|top| &*top.head);
        if self.now.frames.len() < frame.depth {
            self.push(Event::Call(Rc::new(head(frame))));
        } else if top.is_some_and(|top| {
            *top.function != *short_name(&frame.function) || *top.file != *frame.file
        }) {
            self.leave_frame();
            self.push(Event::Call(Rc::new(head(frame))));
        }
    }

    /// Leaves the frames above this many.
    pub fn leave_frames_above(&mut self, depth: usize) {
        self.settle();
        while self.now.frames.len() > depth.max(1) {
            self.leave_frame();
        }
    }

    pub(super) fn leave_frame(&mut self) {
        self.groups.left_frame(self.now.frames.len());
        self.push(Event::Return);
        self.leave_update();
    }

    pub(super) fn call(&mut self, frame: &FrameInfo) {
        if frame.function == "<module>" && !frame.is_program {
            self.importing += 1;
        }
        if self.importing > 0 {
            return;
        }
        self.settle();
        while self.now.frames.len() >= frame.depth {
            self.leave_frame();
        }
        if is_group(frame) {
            let (place, depth) = (self.place(), self.now.frames.len() + 1);
            let name = short_name(&frame.function);
            let path: Rc<str> = match self.groups.module_path() {
                Some(module) => format!("{module}.{name}").into(),
                None => name.into(),
            };
            let title = name.to_string();
            self.groups.push(
                &mut self.ids.borrow_mut(),
                path,
                title,
                GroupKind::Function,
                place,
                depth,
            );
        }
        self.push(Event::Call(Rc::new(head(frame))));
    }

    pub(super) fn left(&mut self, frame: &FrameInfo) {
        if self.importing > 0 {
            if frame.function == "<module>" && !frame.is_program {
                self.importing -= 1;
            }
            return;
        }
        self.settle();
        // The program's own frame stays: its variables can be looked at after the end.
        while self.now.frames.len() >= frame.depth.max(2) {
            self.leave_frame();
        }
    }

    pub(super) fn assign(&mut self, name: &str, value: &Value) {
        if self.importing > 0 {
            return;
        }
        self.settle();
        self.learn(name, value);
        let value = self.variable(value);
        self.push(Event::Assign {
            name: name.into(),
            value: Rc::new(value),
        });
    }
}

/// `fit` of `Trainer.fit`.
pub fn short_name(qualified: &str) -> &str {
    qualified.rsplit('.').next().unwrap_or(qualified)
}

pub(super) fn head(frame: &FrameInfo) -> FrameHead {
    FrameHead {
        file: frame.file.as_str().into(),
        function: short_name(&frame.function).into(),
        is_program: frame.is_program,
    }
}

/// Is a function drawn as a box: one of `torch.nn.functional`, or one of the learner's own?
fn is_group(frame: &FrameInfo) -> bool {
    let name = short_name(&frame.function);
    let plain = !name.starts_with('<') && !name.starts_with('_') && !name.ends_with("forward");
    plain && (frame.is_program || frame.file.contains("nn/functional"))
}

/// The recorder as an observer of the VM.
pub struct Watching(pub Rc<RefCell<Recorder>>);

impl Observer for Watching {
    fn line(&mut self, frame: &FrameInfo) {
        self.0.borrow_mut().line(frame);
    }
    fn call(&mut self, frame: &FrameInfo) {
        self.0.borrow_mut().call(frame);
    }
    fn returned(&mut self, frame: &FrameInfo, _: &Value) {
        self.0.borrow_mut().left(frame);
    }
    fn assign(&mut self, frame: &FrameInfo, name: &str, value: &Value) {
        if frame.is_program {
            self.0.borrow_mut().assign(name, value);
        }
    }
}
