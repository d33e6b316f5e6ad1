//! Those who watch a program run.

use super::Value;
use super::vm::FrameInfo;

/// Told what happens while a program runs. An unwatched run pays one flag test.
#[allow(unused_variables)]
pub trait Observer {
    /// A line is about to run: what CPython's `sys.settrace` reports as "line".
    fn line(&mut self, frame: &FrameInfo) {}
    /// A Python function was entered.
    fn call(&mut self, frame: &FrameInfo) {}
    /// A Python function is about to return, or to yield.
    fn returned(&mut self, frame: &FrameInfo, value: &Value) {}
    /// A name was bound in a frame of the learner's program.
    fn assign(&mut self, frame: &FrameInfo, name: &str, value: &Value) {}
    /// An exception passes through a frame.
    fn exception(&mut self, frame: &FrameInfo) {}
}
