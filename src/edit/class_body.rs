//! Edits of a module class: a layer is an attribute that `__init__` sets and a call in `forward`.

use ruff_python_ast::{Expr, ExprCall, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::change::{Refusal, unused_name};
use super::names::{Mentions, dotted};
use super::program::Program;
use crate::session::protocol::TextEdit;

/// Adds a layer as number `index`: an attribute after its predecessor's in `__init__`, and a call of it around the
/// predecessor's call in `forward` (or inside the successor's, for the first).
pub fn add(
    program: &Program,
    class: &StmtClassDef,
    index: usize,
    call: &str,
    class_name: &str,
) -> Result<Vec<TextEdit>, Refusal> {
    let init = method(class, "__init__")
        .ok_or_else(|| format!("{} has no __init__ to put a layer into.", class.name))?;
    let forward = method(class, "forward")
        .ok_or_else(|| format!("{} has no forward to call a layer in.", class.name))?;
    let layers = layers(init);
    let taken: Vec<&str> = layers.iter().map(|(name, _)| name.as_str()).collect();
    let name = unused_name(class_name, &taken);
    let index = index.min(layers.len());
    let after = match index {
        0 => layers.first().map(|(_, stmt)| (*stmt, true)),
        _ => Some((layers[index - 1].1, false)),
    };
    let set = match after {
        Some((stmt, true)) => TextEdit {
            span: program.point(stmt.start()),
            text: format!("self.{name} = {call}\n{}", indent(program, stmt)),
        },
        Some((stmt, false)) => insert_line_after(program, stmt, &format!("self.{name} = {call}")),
        None => {
            let last = init.body.last().ok_or("__init__ is empty.")?;
            insert_line_after(program, last, &format!("self.{name} = {call}"))
        }
    };
    let mut edits = vec![set];
    edits.extend(call_in_forward(program, forward, &layers, index, &name));
    Ok(edits)
}

fn call_in_forward(
    program: &Program,
    forward: &StmtFunctionDef,
    layers: &[(String, &Stmt)],
    index: usize,
    name: &str,
) -> Vec<TextEdit> {
    let insert = |at, text: String| TextEdit {
        span: program.point(at),
        text,
    };
    let wrap = |range: TextRange| {
        vec![
            insert(range.start(), format!("self.{name}(")),
            insert(range.end(), ")".into()),
        ]
    };
    let previous = index
        .checked_sub(1)
        .and_then(|i| call_of(&forward.body, &layers[i].0));
    let next = layers
        .get(index)
        .and_then(|(next, _)| call_of(&forward.body, next));
    if let Some((stmt, call)) = previous {
        return match stmt {
            // `x = self.fc1(x)` gets a line of its own after it.
            Stmt::Assign(assign)
                if assign.value.range() == call.range() && assign.targets.len() == 1 =>
            {
                let target = program.source(&assign.targets[0]);
                vec![insert_line_after(
                    program,
                    stmt,
                    &format!("{target} = self.{name}({target})"),
                )]
            }
            _ => wrap(call.range()),
        };
    }
    if let Some(argument) = next.and_then(|(_, call)| call.arguments.args.first()) {
        return wrap(argument.range());
    }
    match forward.body.last() {
        Some(Stmt::Return(stmt)) => stmt
            .value
            .as_ref()
            .map(|value| wrap(value.range()))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Removes a layer: its attribute, and each call of it in `forward` leaves its argument in its place.
pub fn remove(
    program: &Program,
    class: &StmtClassDef,
    name: &str,
) -> Result<Vec<TextEdit>, Refusal> {
    let init = method(class, "__init__").ok_or("There is no __init__.")?;
    let (_, set) = layers(init)
        .into_iter()
        .find(|(layer, _)| layer == name)
        .ok_or("This layer is no longer in the text.")?;
    let mut edits = vec![TextEdit {
        span: program.span(whole_lines(program, set)),
        text: String::new(),
    }];
    let Some(forward) = method(class, "forward") else {
        return Ok(edits);
    };
    let Some((stmt, call)) = call_of(&forward.body, name) else {
        return Ok(edits);
    };
    let argument = call
        .arguments
        .args
        .first()
        .map(|arg| program.source(arg))
        .unwrap_or_default();
    let alone = matches!(stmt, Stmt::Assign(assign) if assign.value.range() == call.range()
        && assign.targets.len() == 1 && program.source(&assign.targets[0]) == argument);
    edits.push(match alone {
        true => TextEdit {
            span: program.span(whole_lines(program, stmt)),
            text: String::new(),
        },
        false => TextEdit {
            span: program.span(call.range()),
            text: argument.to_string(),
        },
    });
    Ok(edits)
}

fn method<'a>(class: &'a StmtClassDef, name: &str) -> Option<&'a StmtFunctionDef> {
    class.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(function) if function.name.as_str() == name => Some(function),
        _ => None,
    })
}

/// The attributes that `__init__` sets to the result of a call.
fn layers(init: &StmtFunctionDef) -> Vec<(String, &Stmt)> {
    let layer = |stmt: &Stmt| -> Option<String> {
        let Stmt::Assign(assign) = stmt else {
            return None;
        };
        let Expr::Call(_) = &*assign.value else {
            return None;
        };
        Some(
            dotted(assign.targets.first()?)?
                .strip_prefix("self.")?
                .to_string(),
        )
    };
    init.body
        .iter()
        .filter_map(|stmt| Some((layer(stmt)?, stmt)))
        .collect()
}

/// The first call of `self.NAME` in a body, with the statement that holds it.
fn call_of<'a>(body: &'a [Stmt], name: &str) -> Option<(&'a Stmt, &'a ExprCall)> {
    let called = format!("self.{name}");
    body.iter().find_map(|stmt| {
        let call = Mentions::of(stmt)
            .calls
            .into_iter()
            .find(|call| dotted(&call.func).as_deref() == Some(&called))?;
        Some((stmt, call))
    })
}

fn indent<'a>(program: &'a Program, stmt: &Stmt) -> &'a str {
    program.slice(TextRange::new(
        program.line_start(program.line(stmt.start())),
        stmt.start(),
    ))
}

fn insert_line_after(program: &Program, stmt: &Stmt, text: &str) -> TextEdit {
    let last = program.line(stmt.end());
    let end = program.line_start(last) + TextSize::of(program.line_text(last));
    TextEdit {
        span: program.point(end),
        text: format!("\n{}{text}", indent(program, stmt)),
    }
}

fn whole_lines(program: &Program, stmt: &Stmt) -> TextRange {
    let (first, last) = program.lines(stmt);
    TextRange::new(program.line_start(first), program.line_start(last + 1))
}
