//! `super()`.

use std::rc::Rc;

use super::{Control, Vm};
use crate::lang::native::CallArgs;
use crate::lang::objects::Super;
use crate::lang::{PyResult, Value, runtime_error, type_error};

impl Vm {
    /// `super()` in a method, `super(Class, self)` anywhere.
    pub fn make_super(&mut self, args: CallArgs) -> PyResult<Value> {
        let (after, this) = match &args.values[..] {
            [] => self.implicit_super()?,
            [after, this] => (after.clone(), this.clone()),
            _ => {
                return Err(type_error(format!(
                    "super() takes 0 or 2 arguments ({} given)",
                    args.values.len()
                )));
            }
        };
        let Value::Class(after) = after else {
            return Err(type_error(format!(
                "super() argument 1 must be a type, not {}",
                self.type_name(&after)
            )));
        };
        let start = match &this {
            Value::Class(class) if class.is_subclass_of(&after) => class.clone(),
            this if self.types.of(this).is_subclass_of(&after) => self.types.of(this).clone(),
            _ => {
                return Err(type_error(
                    "super(type, obj): obj must be an instance or subtype of type",
                ));
            }
        };
        Ok(Value::Super(Rc::new(Super { after, this, start })))
    }

    /// The class whose method runs, and the method's first argument.
    fn implicit_super(&self) -> PyResult<(Value, Value)> {
        let Some(Control::Frame(frame)) = self.control.last() else {
            return Err(runtime_error("super(): no current frame"));
        };
        let (code, base) = (&frame.function.code, frame.base as usize);
        let after_locals = base + code.locals.len();
        let Some(free) = code
            .free
            .iter()
            .position(|name| name.as_str() == "__class__")
        else {
            return Err(runtime_error("super(): __class__ cell not found"));
        };
        let class = match &self.stack[after_locals + code.cells.len() + free] {
            Value::Cell(cell) => cell.get(),
            _ => Value::Undefined,
        };
        if class.is_undefined() {
            return Err(runtime_error("super(): empty __class__ cell"));
        }
        if code.positional == 0 && !code.var_positional {
            return Err(runtime_error("super(): no arguments"));
        }
        let first = match code.cells.iter().position(|cell| cell.param == Some(0)) {
            Some(cell) => match &self.stack[after_locals + cell] {
                Value::Cell(cell) => cell.get(),
                other => other.clone(),
            },
            None => self.stack[base].clone(),
        };
        let first = match (code.positional, &first) {
            (0, Value::Tuple(items)) => items.first().cloned().unwrap_or_default(),
            _ => first,
        };
        if first.is_undefined() {
            return Err(runtime_error("super(): arg[0] deleted"));
        }
        Ok((class, first))
    }
}
