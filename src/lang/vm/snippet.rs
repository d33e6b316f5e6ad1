//! Lines typed in a paused frame.

use std::rc::Rc;

use super::imports::body_function;
use super::{Control, OnReturn, Vm};
use crate::lang::code::SourceFile;
use crate::lang::compile::{self, Known};
use crate::lang::native::{Continuation, Flow};
use crate::lang::objects::{Cell, Dict, Str};
use crate::lang::{Exception, PyResult, Value};

/// A variable of the paused frame while a snippet uses it, and where it goes back to.
struct Lent {
    name: Rc<Str>,
    cell: Rc<Cell>,
    before: Value,
    home: Home,
}

enum Home {
    /// A slot of the value stack.
    Slot(usize),
    /// A name in a class body or module.
    Name(Rc<Dict>),
    /// It is a cell already.
    Shared,
    /// New: kept for the next snippet in this frame.
    New,
}

/// A name that a snippet made in a frame, for the snippets after it.
pub struct Kept {
    level: usize,
    name: Rc<Str>,
    cell: Rc<Cell>,
}

impl Vm {
    /// Starts a line typed in a paused frame (counted from the outermost). It may read, assign, and call; `resume` runs
    /// it, and stops with `SnippetDone` and the value of its last expression.
    ///
    /// # Errors
    /// A SyntaxError of the snippet.
    pub fn eval_in_frame(&mut self, index: usize, text: &str) -> PyResult<()> {
        let file = Rc::new(SourceFile::new("<prompt>", text.to_string(), false));
        let mut lent = self.lend(index)?;
        let Some(frame) = self.frame(index) else {
            return Err(Exception::new("RuntimeError", "there is no such frame"));
        };
        let globals = frame.function.globals.clone();
        let at_module_level = frame
            .namespace
            .as_ref()
            .is_some_and(|namespace| Rc::ptr_eq(namespace, &globals));
        let known = Known {
            cells: lent.iter().map(|lent| lent.name.to_string()).collect(),
            at_module_level,
        };
        let code = compile::snippet(&file, &known).map_err(|error| error.into_exception(&file))?;
        let mut closure = Vec::new();
        for name in &code.free {
            match lent.iter().find(|lent| lent.name.as_str() == name.as_str()) {
                Some(lent) => closure.push(lent.cell.clone()),
                None => {
                    let cell = Rc::new(Cell::default());
                    closure.push(cell.clone());
                    lent.push(Lent {
                        name: name.clone(),
                        cell,
                        before: Value::Undefined,
                        home: Home::New,
                    });
                }
            }
        }
        let function = body_function(code, &globals, closure);
        let level = self.level(index);
        self.control.push(Control::Native {
            then: Box::new(GiveBack { lent, level }),
            on_return: OnReturn::Snippet,
        });
        self.push_body(function, globals, OnReturn::Native)
    }

    /// Runs a text with these names as its globals, for a library that was given code as text (`timeit`, `doctest`): gives
    /// the value of its last expression.
    ///
    /// # Errors
    /// A SyntaxError of the text.
    pub fn run_text(&mut self, text: &str, names: &Rc<Dict>) -> PyResult<Flow> {
        let file = Rc::new(SourceFile::new("<string>", text.to_string(), false));
        let known = Known {
            cells: Vec::new(),
            at_module_level: true,
        };
        let code = compile::snippet(&file, &known).map_err(|error| error.into_exception(&file))?;
        Ok(Flow::Body {
            function: body_function(code, names, Vec::new()),
            namespace: names.clone(),
        })
    }

    fn level(&self, index: usize) -> usize {
        let frames = self
            .control
            .iter()
            .enumerate()
            .filter(|(_, control)| matches!(control, Control::Frame(_)));
        frames.map(|(level, _)| level).nth(index).unwrap_or(0)
    }

    /// The variables of a frame as cells.
    fn lend(&mut self, index: usize) -> PyResult<Vec<Lent>> {
        let level = self.level(index);
        let length = self.control.len();
        self.kept.retain(|kept| kept.level < length);
        let Some(frame) = self.frame(index) else {
            return Err(Exception::new("RuntimeError", "there is no such frame"));
        };
        let mut lent = Vec::new();
        if let Some(namespace) = &frame.namespace {
            if !Rc::ptr_eq(namespace, &frame.function.globals) {
                for (key, value) in namespace.pairs() {
                    if let Value::Str(name) = key {
                        lent.push(Lent {
                            name,
                            cell: Rc::new(Cell::new(value.clone())),
                            before: value,
                            home: Home::Name(namespace.clone()),
                        });
                    }
                }
            }
            return Ok(lent);
        }
        let code = frame.function.code.clone();
        let base = frame.base as usize;
        let cells = code
            .cells
            .iter()
            .map(|cell| cell.name.clone())
            .chain(code.free.iter().cloned());
        for (at, name) in cells.enumerate() {
            if let Some(Value::Cell(cell)) = self.stack.get(base + code.locals.len() + at) {
                lent.push(Lent {
                    name,
                    cell: cell.clone(),
                    before: Value::Undefined,
                    home: Home::Shared,
                });
            }
        }
        for (slot, name) in code.locals.iter().enumerate() {
            if name.starts_with('.') || lent.iter().any(|lent| lent.name.as_str() == name.as_str())
            {
                continue;
            }
            let value = self.stack[base + slot].clone();
            lent.push(Lent {
                name: name.clone(),
                cell: Rc::new(Cell::new(value.clone())),
                before: value,
                home: Home::Slot(base + slot),
            });
        }
        for kept in self.kept.iter().filter(|kept| kept.level == level) {
            lent.push(Lent {
                name: kept.name.clone(),
                cell: kept.cell.clone(),
                before: Value::Undefined,
                home: Home::Shared,
            });
        }
        Ok(lent)
    }
}

/// After the snippet the frame gets its variables back.
struct GiveBack {
    lent: Vec<Lent>,
    level: usize,
}

impl Continuation for GiveBack {
    fn resume(self: Box<Self>, vm: &mut Vm, result: Result<Value, Exception>) -> PyResult<Flow> {
        for lent in self.lent {
            let value = lent.cell.get();
            match lent.home {
                _ if value.is(&lent.before) => {}
                Home::Slot(slot) => {
                    if let Some(place) = vm.stack.get_mut(slot) {
                        let old = std::mem::replace(place, value);
                        drop(old);
                    }
                }
                Home::Name(namespace) if value.is_undefined() => {
                    drop(namespace.remove_name(&lent.name))
                }
                Home::Name(namespace) => namespace.set_name(&lent.name, value),
                Home::Shared => {}
                Home::New => vm.kept.push(Kept {
                    level: self.level,
                    name: lent.name,
                    cell: lent.cell,
                }),
            }
        }
        result.map(Flow::Value)
    }
}
