//! The page's picture of the session: what an update says.

use std::rc::Rc;

use super::protocol::*;
use super::update::Picture;
use super::{Session, dry, inspect};
use crate::edit::training::Training;
use crate::trace::event::Variable as Recorded;
use crate::trace::graph::graph;
use crate::trace::progress::progress;
use crate::trace::segment::Segment;
use crate::trace::state::{FrameState, State};
use crate::trace::timeline::timeline;
use crate::trace::view::tensor_view;
use crate::trace::{Instant, Record, why};

impl Session {
    /// Everything that has changed since the last one.
    pub(super) fn update(&mut self) -> Update {
        let recorder = self.recorder.clone();
        let recorder = recorder.borrow();
        let record = &recorder.record;
        let head = record.head();
        if self.status == Status::Running {
            self.cursor = head;
        }
        let cursor = self.cursor.min(head);
        let state = record.state_at(cursor);
        let frames = self.frames(&state);
        let picture = self.picture(record, cursor, &state);
        let mut update = Update {
            run: self.run,
            status: self.status,
            frames,
            head,
            cursor,
            clear: std::mem::take(&mut self.clear),
            output: std::mem::take(&mut self.output),
            error: self.error.clone(),
            losses: record
                .losses
                .get(self.sent.losses..)
                .unwrap_or_default()
                .to_vec(),
            flow: self.sent.new_flow(&record.flow),
            ..Update::default()
        };
        self.sent.losses = record.losses.len();
        self.sent.fill(&mut update, picture);
        update
    }

    fn picture(&self, record: &Record, cursor: Instant, state: &State) -> Picture {
        let segment = record.segment_at(cursor);
        let fast = self.status == Status::Running;
        let mut picture = Picture {
            timeline: Some(timeline(record)),
            loop_view: Some(self.loop_view(state)),
            parameters: Some(parameters(state)),
            diagnostics: Some(self.preview.diagnostics.clone()),
            structure: Some(self.preview.structure.clone()),
            figures: Some(self.figures.clone()),
            files: Some(self.file_views()),
            thinned: record.thinned(),
            ..Picture::default()
        };
        if !fast {
            picture.graph = self.graph(record, segment, cursor);
            picture.progress = Some(match self.left_behind(record, segment, cursor) {
                None => progress(record, segment, cursor, state),
                Some(before) => Progress {
                    now: None,
                    says: None,
                    ..progress(record, before, before.end() - 1, state)
                },
            });
            picture.variables = Some(variables(record, state));
            picture.hints = Some(self.hints(record));
        }
        picture
    }

    /// The graph of the iteration that is looked at. While it is under way, what is still to come is drawn as it was in the
    /// iteration before, or in the dry run: the picture does not fall apart at each iteration's start.
    fn graph(&self, record: &Record, segment: &Segment, cursor: Instant) -> Option<Graph> {
        if let Some(before) = self.left_behind(record, segment, cursor) {
            return Some(self.graph_of(record, before));
        }
        let begun = inspect::has_graph(segment);
        let under_way = segment.end() > record.head() && self.machine.is_some();
        if begun && !under_way {
            return Some(self.graph_of(record, segment));
        }
        let before = whole_before(record, segment);
        let whole = match before {
            Some(before) => Some(self.graph_of(record, before)),
            None => self.preview.graph.clone(),
        };
        if !begun {
            return whole.map(|whole| match (before, segment.iteration) {
                (Some(_), Some(_)) => Graph {
                    iteration: segment.iteration,
                    ..whole
                },
                _ => whole,
            });
        }
        let graph = self.graph_of(record, segment);
        match whole {
            Some(whole) if graph.is_part_of(&whole) => Some(graph.completed_by(whole)),
            _ => Some(graph),
        }
    }

    /// The iteration that stays to be seen after a training: where nothing has been done since that could be drawn, and at
    /// the end of a run.
    fn left_behind<'r>(
        &self,
        record: &'r Record,
        segment: &Segment,
        cursor: Instant,
    ) -> Option<&'r Segment> {
        let at_end = self.ran_to_end && cursor == record.head();
        match segment.iteration {
            None if at_end || !inspect::has_graph(segment) => whole_before(record, segment),
            _ => None,
        }
    }

    fn graph_of(&self, record: &Record, segment: &Segment) -> Graph {
        let program = self.program.clone();
        graph(record, segment, false, &move |bytes| {
            Some(program.span_of_bytes(bytes))
        })
    }

    fn hints(&self, record: &Record) -> Vec<Hint> {
        let mut hints = dry::hints(record, &self.program);
        for hint in &self.preview.hints {
            if !hints
                .iter()
                .any(|known| known.line == hint.line && known.name == hint.name)
            {
                // The dry run's tensors are not in this record.
                hints.push(Hint {
                    tensor: None,
                    ..hint.clone()
                });
            }
        }
        hints.sort_by_key(|hint| hint.line);
        hints
    }

    fn frames(&mut self, state: &State) -> Vec<FrameView> {
        let standing = matches!(
            self.status,
            Status::Paused | Status::Running | Status::Failed | Status::Interrupted
        );
        if self.status == Status::Ready {
            return self.first_line();
        }
        let looking_back = self.cursor < self.head();
        if !standing && !looking_back {
            return Vec::new();
        }
        let view = |frame: &FrameState| {
            let span = self
                .sources
                .span(&frame.head.file, frame.head.is_program, frame.place.span);
            // A decorated function begins above its `def`, which has a line event of its own.
            let span = match frame.place.line {
                line if (span.line + 1..=span.end_line).contains(&line) => Span {
                    line,
                    column: 0,
                    ..span
                },
                _ => span,
            };
            FrameView {
                file: frame.head.file.to_string(),
                function: frame.head.function.to_string(),
                span,
            }
        };
        state
            .frames
            .iter()
            .filter(|frame| frame.place.line > 0)
            .map(view)
            .collect()
    }

    /// Before anything has run the program stands before its first statement.
    fn first_line(&self) -> Vec<FrameView> {
        let view = |first: &ruff_python_ast::Stmt| FrameView {
            file: self.name.clone(),
            function: "<module>".into(),
            span: self.program.span(ruff_text_size::Ranged::range(first)),
        };
        self.program.body().first().map(view).into_iter().collect()
    }

    /// The training that the program stands in, else the first of the text.
    fn loop_view(&self, state: &State) -> Option<LoopView> {
        let inside = standing_in(&self.trainings, state);
        let (training, line) = match inside {
            Some((index, line)) => (self.trainings.get(index)?, Some(line)),
            None => (self.trainings.first()?, None),
        };
        let next = line.map(|line| training.act_at(line).unwrap_or(0));
        Some(LoopView {
            span: training.span.clone(),
            acts: training.views(next),
            inside: inside.is_some(),
        })
    }

    pub(super) fn inspect_node(&mut self, node: u32) -> Result<Answer, String> {
        let recorder = self.recorder.borrow();
        let record = &recorder.record;
        let here = record.segment_at(self.cursor);
        let before = self.left_behind(record, here, self.cursor);
        let drawn = before.map_or((here, self.cursor), |before| (before, before.end() - 1));
        let state = here.state_at(self.cursor);
        let mut view = inspect::node(record, drawn, &state, node, &self.preview.planned)?;
        let graph = self.graph(record, here, self.cursor);
        view.span = graph
            .and_then(|graph| graph.nodes.into_iter().find(|n| n.id == node))
            .and_then(|node| node.span);
        Ok(Answer::Node {
            node: Box::new(view),
        })
    }

    pub(super) fn inspect_tensor(&mut self, key: u32) -> Result<Answer, String> {
        let recorder = self.recorder.borrow();
        let tensor = recorder
            .record
            .tensor(key)
            .ok_or("This value is no longer in the record.")?;
        Ok(Answer::Tensor {
            tensor: Box::new(tensor_view(key, tensor)),
        })
    }

    pub(super) fn why(&mut self, key: u32, element: &[u32]) -> Result<Answer, String> {
        let why = why::why(&self.recorder.borrow().record, key, element)?;
        Ok(Answer::Why { why })
    }
}

/// The last recorded iteration before a segment.
fn whole_before<'r>(record: &'r Record, segment: &Segment) -> Option<&'r Segment> {
    record.segments.iter().rev().find(|s| {
        s.first < segment.first && s.iteration.is_some() && !s.thinned && s.loss.is_some()
    })
}

/// Which training a state stands in, and at which of its lines.
pub(super) fn standing_in(trainings: &Rc<Vec<Training>>, state: &State) -> Option<(usize, u32)> {
    state
        .frames
        .iter()
        .rev()
        .filter(|frame| frame.head.is_program)
        .find_map(|frame| {
            let line = frame.place.line;
            let here = |training: &Training| {
                training.function == *frame.head.function && training.contains(line)
            };
            Some((trainings.iter().position(here)?, line))
        })
}

fn parameters(state: &State) -> Vec<ParameterView> {
    let view = |parameter: &Rc<crate::trace::ParameterState>, shape: Vec<u32>| ParameterView {
        name: parameter.name.to_string(),
        shape,
        requires_grad: parameter.requires_grad,
        grad: parameter.grad.clone(),
        node: Some(parameter.node),
        value: parameter.value,
        gradient: parameter.gradient,
    };
    state
        .parameters
        .iter()
        .map(|parameter| view(parameter, parameter.shape.clone()))
        .collect()
}

fn variables(record: &Record, state: &State) -> Vec<Variable> {
    let view = |(name, value): &(Rc<str>, Rc<Recorded>)| Variable {
        name: name.to_string(),
        kind: value.kind.to_string(),
        text: value.text.to_string(),
        shape: value
            .tensor
            .and_then(|key| record.tensor(key))
            .map(|tensor| tensor.shape_u32()),
        tensor: value.tensor,
    };
    let shown = |(name, value): &&(Rc<str>, Rc<Recorded>)| {
        !name.starts_with("__") && !matches!(&*value.kind, "module" | "class" | "function")
    };
    state
        .program_frame()
        .map(|frame| frame.variables.iter().filter(shown).map(view).collect())
        .unwrap_or_default()
}
