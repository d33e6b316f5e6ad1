//! Buttons that mend two shapes that do not fit, by edits of the program.

use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ExprBinOp, Operator};
use ruff_text_size::Ranged;

use super::change;
use super::palette::Layers;
use super::program::Program;
use super::structure::{Slot, SlotNode, slots};
use crate::session::protocol::{Argument, Edit, Repair, ShapeClash, Span};

/// Where two shapes did not fit: in which module, or else in which line.
pub struct Place<'a> {
    /// Path of the innermost module of the program that was running: `model.2`.
    pub module: Option<&'a str>,
    /// The place in the learner's text.
    pub span: Option<&'a Span>,
}

/// Repairs for a clash, the likeliest first.
pub fn repairs(
    program: &Program,
    layers: &Layers,
    clash: &ShapeClash,
    place: &Place,
) -> Vec<Repair> {
    let slots = slots(program, layers);
    let mut found = Vec::new();
    if let Some(slot) = place
        .module
        .and_then(|path| slots.iter().find(|slot| slot.view.path == path))
    {
        Mender {
            program,
            layers,
            slots: &slots,
            found: &mut found,
        }
        .layer(slot, clash);
    } else if let Some(span) = place.span {
        transpose(program, clash, span, &mut found);
    }
    found
}

struct Mender<'a, 'f> {
    program: &'a Program,
    layers: &'a Layers,
    slots: &'a [Slot<'a>],
    found: &'f mut Vec<Repair>,
}

impl Mender<'_, '_> {
    /// Makes a layer take what comes, or the layer before it give what is taken.
    fn layer(&mut self, slot: &Slot, clash: &ShapeClash) {
        let takes = ["in_features", "in_channels", "num_features"];
        let Some(takes) = slot
            .view
            .arguments
            .iter()
            .find(|a| takes.contains(&a.name.as_str()))
        else {
            return;
        };
        let Some(input) = clash.shapes.first() else {
            return;
        };
        let features = takes.name == "in_features";
        let Some(comes) = (if features { input.last() } else { input.get(1) }) else {
            return;
        };
        let rest: u64 = input.iter().skip(1).map(|n| u64::from(*n)).product();
        let wanted = takes.value.trim().parse::<u64>().ok();
        if features && input.len() > 2 {
            if wanted == Some(rest) {
                self.flatten(slot, None);
                return;
            }
            self.flatten(slot, Some((&takes.name, rest)));
        }
        self.set(slot, &takes.name, &comes.to_string(), "");
        self.give(slot, &takes.value);
    }

    /// Sets one argument of a slot.
    fn set(&mut self, slot: &Slot, name: &str, value: &str, whose: &str) {
        let (SlotNode::Call(call) | SlotNode::Attribute { call, .. }) = slot.node else {
            return;
        };
        let mut wanted = slot.view.arguments.clone();
        let Some(argument) = wanted.iter_mut().find(|a| a.name == name) else {
            return;
        };
        argument.value = value.to_string();
        if let Ok(edits) = change::set_arguments(self.program, call, &slot.view.arguments, &wanted)
        {
            self.found.push(Repair {
                label: format!("{name}={value}{whose}"),
                edits,
            });
        }
    }

    /// Makes the layer before give `value`, if there is one that has an `out_...`.
    fn give(&mut self, slot: &Slot, value: &str) {
        let before = self.slots.iter().rev().find(|other| {
            other.view.parent == slot.view.parent
                && other.view.index < slot.view.index
                && out_argument(other).is_some()
        });
        if let Some((before, argument)) =
            before.and_then(|before| Some((before, out_argument(before)?)))
        {
            let whose = format!(" in {}", before.view.path);
            self.set(before, &argument.name, value, &whose);
        }
    }

    /// Inserts `nn.Flatten()` before a layer of a Sequential, and sets an argument of it where that is needed too.
    fn flatten(&mut self, slot: &Slot, also: Option<(&str, u64)>) {
        let Some(container) = slot.view.parent else {
            return;
        };
        let add = Edit::AddLayer {
            container,
            index: slot.view.index,
            class: "nn.Flatten".into(),
            arguments: Vec::new(),
        };
        let Ok(mut edits) = change::edits(self.program, self.layers, &add) else {
            return;
        };
        let mut label = "insert nn.Flatten()".to_string();
        if let (Some((name, value)), SlotNode::Call(call) | SlotNode::Attribute { call, .. }) =
            (also, slot.node)
        {
            let mut wanted = slot.view.arguments.clone();
            for argument in wanted.iter_mut().filter(|a| a.name == name) {
                argument.value = value.to_string();
            }
            let Ok(more) = change::set_arguments(self.program, call, &slot.view.arguments, &wanted)
            else {
                return;
            };
            edits.extend(more);
            label = format!("insert nn.Flatten(), {name}={value}");
        }
        self.found.push(Repair { label, edits });
    }
}

fn out_argument<'a>(slot: &'a Slot) -> Option<&'a Argument> {
    slot.view
        .arguments
        .iter()
        .find(|a| matches!(a.name.as_str(), "out_features" | "out_channels"))
}

/// `a @ b` that fits with one side transposed.
fn transpose(program: &Program, clash: &ShapeClash, span: &Span, found: &mut Vec<Repair>) {
    let [left, right] = &clash.shapes[..] else {
        return;
    };
    let ([rows, inner], [first, last]) = (&left[..], &right[..]) else {
        return;
    };
    let lines = (span.line, span.end_line);
    let Some(product) = product_in(program, lines) else {
        return;
    };
    let mut offer = |operand: &Expr, fits: bool| {
        if !fits {
            return;
        }
        let text = program.source(operand);
        let new = match operand {
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) | Expr::Call(_) => {
                format!("{text}.T")
            }
            _ => format!("({text}).T"),
        };
        let edits = vec![crate::session::protocol::TextEdit {
            span: program.span(operand.range()),
            text: new.clone(),
        }];
        found.push(Repair {
            label: format!("transpose: {new}"),
            edits,
        });
    };
    offer(&product.right, inner == last);
    offer(&product.left, rows == first);
}

/// The first `a @ b` within lines.
fn product_in(program: &Program, lines: (u32, u32)) -> Option<&ExprBinOp> {
    struct Find<'a> {
        program: &'a Program,
        lines: (u32, u32),
        found: Option<&'a ExprBinOp>,
    }
    impl<'a> Visitor<'a> for Find<'a> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::BinOp(binary) = expr {
                let line = self.program.line(binary.start());
                if binary.op == Operator::MatMult
                    && self.found.is_none()
                    && (self.lines.0..=self.lines.1).contains(&line)
                {
                    self.found = Some(binary);
                }
            }
            walk_expr(self, expr);
        }
    }
    let mut find = Find {
        program,
        lines,
        found: None,
    };
    find.visit_body(program.body());
    find.found
}
