//! What a program is given: steps, bytes, depth and output. No program can catch the end of it.

use super::Vm;
use crate::lang::{Exception, PyResult};
use crate::memory;

/// Limits of one run.
#[derive(Clone, Copy, Debug)]
pub struct Budgets {
    /// Loop turns and calls, roughly in instructions; None for no limit.
    pub instructions: Option<u64>,
    /// Bytes that one object may take.
    pub bytes: usize,
    /// Bytes that the thread may hold in all: the program's objects, its tensors and what was recorded of them.
    pub held: usize,
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
            held: 2 << 30,
            recursion: 1000,
            output: 64 << 20,
        }
    }
}

pub(super) const OUT_OF_STEPS: &str = "the run used up its steps";

impl Budgets {
    pub(super) fn holds_too_much(&self) -> String {
        format!(
            "stopped: the program holds more than {}. Does a list, a dict or a string grow in each turn of a loop?",
            in_units(self.held)
        )
    }

    fn prints_too_much(&self) -> String {
        format!(
            "stopped: the program printed more than {} of text. Print every hundredth turn of a loop, or a sum at its end.",
            in_units(self.output)
        )
    }
}

/// A limit in the largest unit that leaves it whole.
fn in_units(bytes: usize) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB"];
    let unit = (bytes.trailing_zeros() as usize / 10).min(units.len() - 1);
    format!("{} {}", bytes >> (10 * unit), units[unit])
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
        } else if bytes > self.budgets.held.saturating_sub(memory::held()) {
            Err(Exception::budget(self.budgets.holds_too_much()))
        } else {
            Ok(())
        }
    }

    /// Whether what nobody charged for one by one has come to too much. Asked at each turn of a loop.
    #[inline]
    pub(super) fn holds_too_much(&self) -> bool {
        memory::held() > self.budgets.held
    }

    /// For natives that loop: this many turns were done.
    #[inline]
    pub fn spend(&mut self, turns: u64) -> PyResult<()> {
        if let Some(left) = &mut self.budgets.instructions {
            match left.checked_sub(turns) {
                Some(rest) => *left = rest,
                None => {
                    *left = 0;
                    return Err(Exception::budget(OUT_OF_STEPS));
                }
            }
        }
        self.stepping.fuel -= turns as i64;
        self.charge(0)
    }

    /// Writes to a stream of the program.
    pub fn write(&mut self, stream: OutputStream, text: &str) -> PyResult<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.output.total += text.len();
        if self.output.total > self.budgets.output {
            return Err(Exception::budget(self.budgets.prints_too_much()));
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
