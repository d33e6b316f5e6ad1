//! Docstrings as cards: the first paragraph says what a thing is; sections (`Formula:`, `Gradient:`, `Shape:`, `Args:`,
//! `Paper:`, `Example:`) say the rest. `torch/nn/__init__.py` describes the form.

use std::collections::BTreeMap;

use ruff_python_ast::{Expr, Stmt};

/// A docstring without the indentation of its place.
#[derive(Clone, Debug, Default)]
pub struct Docs(String);

impl Docs {
    /// The docstring that a class, function or module begins with.
    pub fn of(body: &[Stmt]) -> Self {
        let Some(Stmt::Expr(expr)) = body.first() else {
            return Self::default();
        };
        let Expr::StringLiteral(literal) = &*expr.value else {
            return Self::default();
        };
        let text = literal.value.to_str();
        let lines = text.lines().skip(1).filter(|line| !line.trim().is_empty());
        let indent = lines.map(|line| line.len() - line.trim_start().len()).min();
        let strip = |line: &str| {
            let inside = line.get(indent.unwrap_or(0)..).unwrap_or("");
            inside.trim_end().to_string()
        };
        let mut lines: Vec<String> = text.lines().take(1).map(|l| l.trim().to_string()).collect();
        lines.extend(text.lines().skip(1).map(strip));
        Self(lines.join("\n").trim().to_string())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first paragraph, on one line. A section ends it too.
    pub fn summary(&self) -> String {
        let heading = |line: &&str| {
            let word = line.split(':').next().unwrap_or_default();
            [
                "Formula", "Gradient", "Shape", "Args", "Paper", "Example", "Source",
            ]
            .contains(&word)
        };
        let lines = self
            .0
            .lines()
            .take_while(|line| !line.is_empty() && !heading(line));
        one_line(&lines.collect::<Vec<_>>().join(" "))
    }

    /// LaTeX. A formula may go on over several lines.
    pub fn formula(&self) -> String {
        self.line("Formula")
    }

    /// A section as one line.
    pub fn line(&self, name: &str) -> String {
        one_line(&self.section(name))
    }

    /// The text after `Name:`: the rest of that line and the lines below it that are indented, as they stand among
    /// themselves.
    pub fn section(&self, name: &str) -> String {
        let marker = format!("{name}:");
        let mut lines = self.0.lines().skip_while(|line| !line.starts_with(&marker));
        let Some(first) = lines.next() else {
            return String::new();
        };
        let below: Vec<&str> = lines
            .take_while(|line| line.starts_with(' ') || line.is_empty())
            .collect();
        let indents = below.iter().filter(|line| !line.is_empty());
        let indent = indents
            .map(|line| line.len() - line.trim_start().len())
            .min();
        let below = below
            .iter()
            .map(|line| line.get(indent.unwrap_or(0)..).unwrap_or(""));
        let all: Vec<&str> = std::iter::once(first[marker.len()..].trim())
            .chain(below)
            .collect();
        all.join("\n").trim_matches('\n').to_string()
    }

    /// The gradients under `Gradient:`: lines of `input: LaTeX`.
    pub fn gradients(&self) -> Vec<(String, String)> {
        let section = self.section("Gradient");
        let lines = section.lines().filter_map(|line| line.split_once(':'));
        lines
            .map(|(input, formula)| (input.trim().to_string(), formula.trim().to_string()))
            .collect()
    }

    /// What is said about each argument under `Args:`: lines of `name: words`.
    pub fn arguments(&self) -> BTreeMap<String, String> {
        let mut said: BTreeMap<String, String> = BTreeMap::new();
        let mut last = String::new();
        for line in self.section("Args").lines() {
            match line.split_once(':').filter(|_| !line.starts_with(' ')) {
                Some((name, says)) => {
                    last = name.trim().to_string();
                    said.insert(last.clone(), says.trim().to_string());
                }
                // A line that goes on.
                None => {
                    if let Some(says) = said.get_mut(&last) {
                        *says = format!("{says} {}", line.trim()).trim().to_string();
                    }
                }
            }
        }
        said
    }
}

/// The gradient of one input as an equation: `\overline{\text{input}} = ...`.
pub fn gradient_equation(input: &str, formula: &str) -> String {
    let input = input.replace('_', r"\_");
    format!(r"\overline{{\text{{{input}}}}} = {formula}")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
