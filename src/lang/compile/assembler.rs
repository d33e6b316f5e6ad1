//! Puts ops together: labels, stack depth, guarded ranges, constants and names.

use std::collections::HashMap;
use std::rc::Rc;

use ruff_text_size::TextRange;

use crate::lang::Value;
use crate::lang::code::{Cache, Handler, Op, SourceFile};
use crate::lang::objects::{Str, intern};

/// A place in the code that jumps go to. Until the end an op's target is a label's number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label(pub u32);

/// A handler that guards what is emitted while it is on top.
#[derive(Clone, Copy, PartialEq)]
struct Guard {
    target: Label,
    depth: u32,
}

pub struct Assembler {
    file: Rc<SourceFile>,
    pub ops: Vec<Op>,
    spans: Vec<(u32, u32)>,
    lines: Vec<u32>,
    guard_of: Vec<Option<usize>>,
    guards: Vec<Guard>,
    active: Vec<usize>,
    labels: Vec<Option<u32>>,
    /// How deep the operands are at each label, and whether something that runs jumps there.
    label_depths: Vec<Option<(u32, bool)>>,
    constants: Vec<Value>,
    known_constants: HashMap<(u8, String), u32>,
    names: Vec<Rc<Str>>,
    call_names: Vec<Rc<[Rc<Str>]>>,
    known_names: HashMap<String, u32>,
    caches: u32,
    pub depth: u32,
    span: (u32, u32),
    line: u32,
    /// The code after a jump is not reached until a label.
    dead: bool,
}

/// What the assembler hands over.
pub struct Assembled {
    pub ops: Vec<Op>,
    pub spans: Vec<(u32, u32)>,
    pub lines: Vec<u32>,
    pub handlers: Vec<Handler>,
    pub constants: Vec<Value>,
    pub names: Vec<Rc<Str>>,
    pub call_names: Vec<Rc<[Rc<Str>]>>,
    pub caches: Vec<Cache>,
}

impl Assembler {
    pub fn new(file: Rc<SourceFile>) -> Assembler {
        Assembler {
            file,
            ops: Vec::new(),
            spans: Vec::new(),
            lines: Vec::new(),
            guard_of: Vec::new(),
            guards: Vec::new(),
            active: Vec::new(),
            labels: Vec::new(),
            label_depths: Vec::new(),
            constants: Vec::new(),
            known_constants: HashMap::new(),
            names: Vec::new(),
            call_names: Vec::new(),
            known_names: HashMap::new(),
            caches: 0,
            depth: 0,
            span: (0, 0),
            line: 0,
            dead: false,
        }
    }

    /// Ops emitted from now on come from here. Returns what was before.
    pub fn at(&mut self, range: TextRange) -> Place {
        let before = Place {
            span: self.span,
            line: self.line,
        };
        self.span = (range.start().to_u32(), range.end().to_u32());
        self.line = self.file.line(self.span.0);
        before
    }

    /// The line is not the start of the range (a method call that goes over lines).
    pub fn on_line_of(&mut self, offset: u32) {
        self.line = self.file.line(offset);
    }

    pub fn back_to(&mut self, place: Place) {
        self.span = place.span;
        self.line = place.line;
    }

    /// Ops emitted from now on have no line of their own.
    pub fn no_line(&mut self) -> Place {
        let before = Place {
            span: self.span,
            line: self.line,
        };
        self.line = 0;
        before
    }

    pub fn line_of(&self, offset: u32) -> u32 {
        self.file.line(offset)
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        self.label_depths.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// Puts a label here.
    pub fn place(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.ops.len() as u32);
        let (depth, reached) = self.label_depths[label.0 as usize].unwrap_or((self.depth, false));
        self.depth = depth;
        self.dead &= !reached;
        self.label_depths[label.0 as usize] = Some((depth, !self.dead));
    }

    /// A handler begins here, reached only by exceptions: with this depth and the exception on top.
    pub fn place_handler(&mut self, label: Label, depth: u32) {
        self.labels[label.0 as usize] = Some(self.ops.len() as u32);
        self.depth = depth + 1;
        self.dead = false;
    }

    pub fn is_dead(&self) -> bool {
        self.dead
    }

    /// Code from here on is guarded by the handler at `target`.
    pub fn guard(&mut self, target: Label) -> u32 {
        let depth = self.depth;
        self.guards.push(Guard { target, depth });
        self.active.push(self.guards.len() - 1);
        depth
    }

    pub fn end_guard(&mut self) {
        self.active.pop();
    }

    /// Takes the innermost guard off for a while (to inline a finally body).
    pub fn suspend_guard(&mut self) -> Option<usize> {
        self.active.pop()
    }

    pub fn resume_guard(&mut self, guard: Option<usize>) {
        self.active.extend(guard);
    }

    /// Behind a jump nothing is emitted, but the depth is kept: a label or a handler may stand there.
    pub fn emit(&mut self, op: Op) {
        let (pops, pushes) = effect(op);
        debug_assert!(self.dead || self.depth >= pops, "stack underflow at {op:?}");
        let below = self.depth.saturating_sub(pops);
        if let Some(target) = target_of(op) {
            let after = match op {
                Op::ForIter(_) => self.depth.saturating_sub(1),
                Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => self.depth,
                _ => below + pushes,
            };
            let known = self.label_depths[target as usize].get_or_insert((after, false));
            known.1 |= !self.dead;
        }
        self.depth = below + pushes;
        if self.dead {
            return;
        }
        self.ops.push(op);
        self.spans.push(self.span);
        self.lines.push(self.line);
        self.guard_of.push(self.active.last().copied());
        if matches!(
            op,
            Op::Jump(_) | Op::JumpBack(_) | Op::Return | Op::Raise(_) | Op::Reraise
        ) {
            self.dead = true;
        }
    }

    pub fn current_line(&self) -> u32 {
        self.line
    }

    pub fn constant(&mut self, value: Value) -> u32 {
        let key = match &value {
            Value::Int(int) => Some((0, int.to_string())),
            Value::Float(float) => Some((1, float.to_bits().to_string())),
            Value::Str(text) => Some((2, text.to_string())),
            Value::Bool(value) => Some((3, value.to_string())),
            Value::None => Some((4, String::new())),
            Value::Ellipsis => Some((5, String::new())),
            _ => None,
        };
        if let Some(&known) = key.as_ref().and_then(|key| self.known_constants.get(key)) {
            return known;
        }
        self.constants.push(value);
        let index = self.constants.len() as u32 - 1;
        if let Some(key) = key {
            self.known_constants.insert(key, index);
        }
        index
    }

    pub fn name(&mut self, name: &str) -> u32 {
        if let Some(&known) = self.known_names.get(name) {
            return known;
        }
        self.names.push(intern(name));
        let index = self.names.len() as u32 - 1;
        self.known_names.insert(name.into(), index);
        index
    }

    /// The names of a call's keyword arguments.
    pub fn call_names<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> u16 {
        self.call_names.push(names.map(intern).collect());
        self.call_names.len() as u16 - 1
    }

    pub fn cache(&mut self) -> u32 {
        self.caches += 1;
        self.caches - 1
    }

    /// Jumps get their targets, guards become ranges.
    pub fn finish(mut self) -> Assembled {
        let labels = &self.labels;
        let resolve = |label: u32| labels[label as usize].unwrap_or(0);
        for op in &mut self.ops {
            if let Some(target) = target_mut(op) {
                *target = resolve(*target);
            }
        }
        let mut handlers = Vec::new();
        let mut start = 0;
        while start < self.ops.len() {
            let guard = self.guard_of[start];
            let mut end = start + 1;
            while end < self.ops.len() && self.guard_of[end] == guard {
                end += 1;
            }
            if let Some(guard) = guard.map(|index| self.guards[index]) {
                handlers.push(Handler {
                    start: start as u32,
                    end: end as u32,
                    target: resolve(guard.target.0),
                    depth: guard.depth,
                });
            }
            start = end;
        }
        Assembled {
            ops: self.ops,
            spans: self.spans,
            lines: self.lines,
            handlers,
            constants: self.constants,
            names: self.names,
            call_names: self.call_names,
            caches: (0..self.caches).map(|_| Cache::default()).collect(),
        }
    }
}

/// A source place to come back to.
#[derive(Clone, Copy)]
pub struct Place {
    span: (u32, u32),
    line: u32,
}

fn target_of(mut op: Op) -> Option<u32> {
    target_mut(&mut op).map(|target| *target)
}

fn target_mut(op: &mut Op) -> Option<&mut u32> {
    match op {
        Op::Jump(target)
        | Op::JumpBack(target)
        | Op::JumpIfFalse(target)
        | Op::JumpIfTrue(target)
        | Op::JumpIfFalseOrPop(target)
        | Op::JumpIfTrueOrPop(target)
        | Op::ForIter(target)
        | Op::JumpIfNoMatch(target)
        | Op::CompareJump { target, .. } => Some(target),
        _ => None,
    }
}

/// How many values an op pops and pushes (when it does not jump).
fn effect(op: Op) -> (u32, u32) {
    match op {
        Op::Nop | Op::Jump(_) | Op::JumpBack(_) | Op::SetupAnnotations => (0, 0),
        Op::Pop | Op::StoreFast(_) | Op::StoreCell(_) | Op::StoreGlobal(_) | Op::StoreName(_) => {
            (1, 0)
        }
        Op::Copy(_)
        | Op::Const(_)
        | Op::None
        | Op::LoadFast(_)
        | Op::LoadCell(_)
        | Op::PushCell(_) => (0, 1),
        Op::LoadClassCell { .. }
        | Op::LoadGlobal { .. }
        | Op::LoadName { .. }
        | Op::LoadBuildClass => (0, 1),
        Op::LoadAssertionError
        | Op::LoadFastAttr { .. }
        | Op::BinaryFast { .. }
        | Op::BinaryFastConst { .. } => (0, 1),
        Op::Swap(_)
        | Op::DeleteFast(_)
        | Op::DeleteCell(_)
        | Op::DeleteGlobal(_)
        | Op::DeleteName(_) => (0, 0),
        Op::LoadAttr { .. }
        | Op::Unary(_)
        | Op::Not
        | Op::GetIter
        | Op::GetYieldFromIter
        | Op::ListToTuple => (1, 1),
        Op::BinaryConst { .. } | Op::BinaryWithFast { .. } => (1, 1),
        Op::InPlaceFast { .. } | Op::InPlaceFastConst { .. } => (0, 1),
        Op::StoreAttr { .. } | Op::DeleteSubscript => (2, 0),
        Op::DeleteAttr(_) => (1, 0),
        Op::LoadMethod { .. } => (1, 2),
        Op::Subscript | Op::Binary(_) | Op::InPlace(_) | Op::Compare(_) => (2, 1),
        Op::StoreSubscript => (3, 0),
        Op::CompareJump { .. } => (2, 0),
        Op::JumpIfFalse(_)
        | Op::JumpIfTrue(_)
        | Op::JumpIfFalseOrPop(_)
        | Op::JumpIfTrueOrPop(_) => (1, 0),
        Op::ForIter(_) => (0, 1),
        Op::UnpackSequence(count) => (1, count),
        Op::UnpackStar { before, after } => (1, u32::from(before) + after + 1),
        Op::BuildTuple(count)
        | Op::BuildList(count)
        | Op::BuildSet(count)
        | Op::BuildSlice(count)
        | Op::BuildString(count) => (count, 1),
        Op::BuildDict(count) => (count * 2, 1),
        Op::Format { has_spec, .. } => (1 + u32::from(has_spec), 1),
        Op::ListAppend(_)
        | Op::SetAdd(_)
        | Op::ListExtend(_)
        | Op::SetUpdate(_)
        | Op::DictUpdate(_)
        | Op::DictMerge(_) => (1, 0),
        Op::DictAdd(_) => (2, 0),
        Op::Call(count) | Op::CallNamed { count, .. } => (count + 1, 1),
        Op::CallMethod(count) | Op::CallMethodNamed { count, .. } => (count + 2, 1),
        Op::CallSpread { has_names } => (2 + u32::from(has_names), 1),
        Op::Return => (1, 0),
        Op::MakeFunction(bits) => (1 + bits.count_ones(), 1),
        Op::ImportName(_) => (2, 1),
        Op::ImportFrom(_) => (0, 1),
        Op::ImportStar => (1, 0),
        Op::Raise(count) => (count, 0),
        Op::Reraise => (1, 0),
        Op::PushHandled => (0, 1),
        Op::PopHandled => (1, 0),
        Op::JumpIfNoMatch(_) => (1, 0),
        Op::BeforeWith => (1, 2),
        Op::WithExit => (0, 1),
        Op::Yield => (1, 1),
        Op::YieldFrom => (2, 1),
        Op::MatchSequence | Op::MatchMapping | Op::MatchKeys | Op::GetLen => (0, 1),
        Op::MatchClass(_) => (3, 1),
    }
}
