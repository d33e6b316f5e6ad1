//! What a program is given: steps, bytes, depth and output. No program can catch the end of it.

use super::Vm;
use crate::lang::{Exception, PyResult};

/// Limits of one run.
#[derive(Clone, Copy, Debug)]
pub struct Budgets {
    /// Loop turns and calls, roughly in instructions; None for no limit.
    pub instructions: Option<u64>,
    /// Bytes that one object may take.
    pub bytes: usize,
    /// Python frames on top of each other, as `sys.setrecursionlimit` counts them.
    pub recursion: usize,
    /// Bytes printed.
    pub output: usize,
}

impl Default for Budgets {
    fn default() -> Budgets {
        Budgets {
            instructions: None,
            bytes: 1 << 30,
            recursion: 1000,
            output: 64 << 20,
        }
    }
}

/// What was printed: pieces with the stream they went to.
#[derive(Default)]
pub struct Output {
    pub pieces: Vec<(OutputStream, String)>,
    pub total: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputStream {
    Stdout,
    Stderr,
}

impl Vm {
    /// Before an allocation of this many bytes.
    #[inline]
    pub fn charge(&mut self, bytes: usize) -> PyResult<()> {
        if bytes > self.budgets.bytes {
            Err(Exception::new("MemoryError", ""))
        } else {
            Ok(())
        }
    }

    /// For natives that loop: this many turns were done.
    #[inline]
    pub fn spend(&mut self, turns: u64) -> PyResult<()> {
        if let Some(left) = &mut self.budgets.instructions {
            match left.checked_sub(turns) {
                Some(rest) => *left = rest,
                None => {
                    *left = 0;
                    return Err(Exception::budget("the run used up its steps"));
                }
            }
        }
        self.stepping.fuel -= turns as i64;
        Ok(())
    }

    /// Writes to a stream of the program.
    pub fn write(&mut self, stream: OutputStream, text: &str) -> PyResult<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.output.total += text.len();
        if self.output.total > self.budgets.output {
            return Err(Exception::budget("the run used up its output"));
        }
        match self.output.pieces.last_mut() {
            Some((last, piece)) if *last == stream => piece.push_str(text),
            _ => self.output.pieces.push((stream, text.to_string())),
        }
        Ok(())
    }

    /// Takes what was printed since the last time.
    pub fn take_output(&mut self) -> Vec<(OutputStream, String)> {
        std::mem::take(&mut self.output.pieces)
    }
}

impl Vm {
    /// Whether the program stands in `input()` with nothing to read.
    pub fn wants_input(&self) -> bool {
        self.starved
    }

    /// The code of a SystemExit; None for other exceptions.
    pub fn exit_code(&self, exception: &Exception) -> Option<u8> {
        if !exception.is("SystemExit") {
            return None;
        }
        Some(match self.stop_value(exception) {
            crate::lang::Value::None => 0,
            crate::lang::Value::Int(code) => code as u8,
            _ => 1,
        })
    }
}
