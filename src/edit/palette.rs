//! The layers that can be put into a program: read from the library's own Python files and from the classes that the
//! learner wrote. A new layer in the library is in the palette without a word said here.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast::{Expr, Parameters, Stmt, StmtClassDef};

use super::docs::{Docs, gradient_equation};
use super::names::{Imports, dotted};
use super::program::Program;
use crate::session::protocol::{CardView, Field, PaletteEntry};

/// A class of modules: what it is called and what it is made with.
#[derive(Clone, Debug)]
pub struct Layer {
    /// `torch.nn.Linear`, or `Residual` for the learner's own.
    pub class: String,
    pub category: String,
    pub own: bool,
    /// Takes any number of modules: `Sequential`.
    pub container: bool,
    /// Is it drawn from the palette? Base classes and containers' machinery are not.
    pub offered: bool,
    pub fields: Vec<Field>,
    pub docs: Docs,
    bases: Vec<String>,
}

/// All layers by their full name.
#[derive(Default, Debug)]
pub struct Layers(BTreeMap<String, Layer>);

impl Layers {
    /// Reads the library's files: `(path, text)` such as `torch/nn/modules/linear.py`. Every class that is a `Module`
    /// in the end counts, as `torch.nn.NAME`.
    pub fn of_library<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut layers = Self::default();
        for (path, text) in files {
            let program = Program::new(text);
            let category = category(path);
            for stmt in program.body() {
                let Stmt::ClassDef(class) = stmt else {
                    continue;
                };
                layers.add(
                    &program,
                    class,
                    format!("torch.nn.{}", class.name),
                    &category,
                    false,
                    |base| format!("torch.nn.{}", base.rsplit('.').next().unwrap_or(base)),
                );
            }
        }
        layers.keep_modules();
        layers
    }

    /// The same layers with a program's own classes added.
    pub fn with_own(&self, program: &Program) -> Self {
        let mut layers = Self(self.0.clone());
        let imports = Imports::of(program.body());
        for stmt in program.body() {
            let Stmt::ClassDef(class) = stmt else {
                continue;
            };
            layers.add(
                program,
                class,
                class.name.to_string(),
                "Yours",
                true,
                |base| imports.resolve(base),
            );
        }
        layers.keep_modules();
        layers
    }

    fn add(
        &mut self,
        program: &Program,
        class: &StmtClassDef,
        name: String,
        category: &str,
        own: bool,
        resolve: impl Fn(&str) -> String,
    ) {
        let bases = class
            .bases()
            .iter()
            .filter_map(dotted)
            .map(|base| resolve(&base))
            .collect();
        let docs = Docs::of(&class.body);
        let init = class.body.iter().find_map(|stmt| match stmt {
            Stmt::FunctionDef(function) if function.name.as_str() == "__init__" => Some(function),
            _ => None,
        });
        let about = docs.arguments();
        let fields = init.map(|init| fields(program, &init.parameters, &about));
        let container = init.is_some_and(|init| init.parameters.vararg.is_some());
        let offered =
            !class.name.starts_with('_') && !matches!(class.name.as_str(), "Module" | "Container");
        let layer = Layer {
            class: name.clone(),
            category: category.to_string(),
            own,
            container,
            offered,
            fields: fields.clone().unwrap_or_default(),
            docs,
            bases,
        };
        self.0.insert(name.clone(), layer);
        if fields.is_none() {
            self.inherit(&name);
        }
    }

    /// A class without `__init__` is made as its first base is.
    fn inherit(&mut self, name: &str) {
        let base = self
            .0
            .get(name)
            .and_then(|layer| layer.bases.iter().find_map(|base| self.0.get(base)))
            .cloned();
        if let (Some(base), Some(layer)) = (base, self.0.get_mut(name)) {
            layer.fields = base.fields;
            layer.container = base.container;
        }
    }

    /// Forgets classes that are no modules.
    fn keep_modules(&mut self) {
        let mut modules = BTreeSet::from([
            "torch.nn.Module".to_string(),
            "torch.nn.modules.module.Module".to_string(),
        ]);
        loop {
            let more: Vec<String> = self
                .0
                .values()
                .filter(|layer| {
                    !modules.contains(&layer.class)
                        && layer.bases.iter().any(|base| modules.contains(base))
                })
                .map(|layer| layer.class.clone())
                .collect();
            if more.is_empty() {
                break;
            }
            modules.extend(more);
        }
        self.0.retain(|name, _| modules.contains(name));
    }

    /// The layer of a full name such as `torch.nn.Linear`.
    pub fn get(&self, class: &str) -> Option<&Layer> {
        self.0.get(class)
    }

    /// The entries of the palette, the learner's own first.
    pub fn entries(&self) -> Vec<PaletteEntry> {
        let mut layers: Vec<&Layer> = self.0.values().filter(|layer| layer.offered).collect();
        layers.sort_by_key(|layer| (!layer.own, layer.category.clone(), layer.class.clone()));
        layers.into_iter().map(Layer::entry).collect()
    }
}

impl Layer {
    /// `Linear`
    pub fn short(&self) -> &str {
        self.class.rsplit('.').next().unwrap_or(&self.class)
    }

    pub fn entry(&self) -> PaletteEntry {
        PaletteEntry {
            class: match self.own {
                true => self.class.clone(),
                false => format!("nn.{}", self.short()),
            },
            category: self.category.clone(),
            card: self.card(),
            fields: self.fields.clone(),
            own: self.own,
        }
    }

    /// The card of the class, from its docstring.
    pub fn card(&self) -> CardView {
        let arguments: Vec<String> = self
            .fields
            .iter()
            .map(|field| match &field.default {
                Some(default) => format!("{}={default}", field.name),
                None => field.name.clone(),
            })
            .collect();
        let list = if self.container {
            "*layers".to_string()
        } else {
            arguments.join(", ")
        };
        CardView {
            name: self.class.clone(),
            signature: format!("{}({list})", self.short()),
            summary: self.docs.summary(),
            formula: self.docs.formula(),
            gradients: self
                .docs
                .gradients()
                .iter()
                .map(|(input, formula)| gradient_equation(input, formula))
                .collect(),
            shape_rule: self.docs.line("Shape"),
            source: match self.own {
                true => self.docs.line("Source"),
                false => page_of(&self.class),
            },
        }
    }
}

/// `activation` of `torch/nn/modules/activation.py`, as a heading.
pub fn category(path: &str) -> String {
    let stem = path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .trim_end_matches(".py");
    let mut letters = stem.chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}", letters.as_str()).replace('_', " ")
}

/// PyTorch's page of a public name.
pub fn page_of(name: &str) -> String {
    format!("https://docs.pytorch.org/docs/stable/generated/{name}.html")
}

/// The arguments of a function, without the first where that is `self`, and without `device` and `dtype`.
pub fn fields(
    program: &Program,
    parameters: &Parameters,
    about: &BTreeMap<String, String>,
) -> Vec<Field> {
    let positional = parameters.posonlyargs.iter().chain(&parameters.args);
    positional
        .chain(&parameters.kwonlyargs)
        .filter(|parameter| !matches!(parameter.name().as_str(), "self" | "device" | "dtype"))
        .map(|parameter| {
            let name = parameter.name().to_string();
            let annotation = parameter
                .parameter
                .annotation()
                .map(|annotation| program.source(annotation));
            Field {
                kind: kind(annotation, parameter.default()).to_string(),
                default: parameter
                    .default()
                    .map(|default| program.source(default).to_string()),
                required: parameter.default().is_none(),
                says: about.get(&name).cloned().unwrap_or_default(),
                name,
            }
        })
        .collect()
}

/// The kind of an argument, from its annotation or its default: int, float, bool, str, or text for anything else.
fn kind(annotation: Option<&str>, default: Option<&Expr>) -> &'static str {
    match (annotation, default) {
        (Some("int"), _) => "int",
        (Some("float"), _) => "float",
        (Some("bool"), _) | (None, Some(Expr::BooleanLiteral(_))) => "bool",
        (Some("str"), _) | (None, Some(Expr::StringLiteral(_))) => "str",
        (None, Some(Expr::NumberLiteral(number))) if number.value.is_int() => "int",
        (None, Some(Expr::NumberLiteral(_))) => "float",
        (None, None) => "int",
        _ => "text",
    }
}
