//! `_re`: regular expressions by the fancy-regex crate, in Python's syntax. Matches come back as spans of characters.

use std::cell::OnceCell;
use std::rc::Rc;

use fancy_regex::{Regex, RegexBuilder};

use super::re_syntax::{self, Flags};
use crate::lang::native::{ClassBuilder, ModuleBuilder};
use crate::lang::objects::{Class, Dict, Instance, Layout, Module};
use crate::lang::types::arguments::{int, text};
use crate::lang::{Exception, PyResult, Value, Vm, runtime_error, type_error};

/// A compiled pattern: searched for anywhere, or matched where it is asked for.
struct Pattern {
    source: String,
    search: Regex,
    anchored: OnceCell<Option<Regex>>,
    full: OnceCell<Option<Regex>>,
}

/// What a match may cost before it is given up: patterns can take exponential time.
const BACKTRACKS: usize = 10_000_000;

fn build(source: &str) -> Result<Regex, fancy_regex::Error> {
    RegexBuilder::new(source)
        .backtrack_limit(BACKTRACKS)
        .build()
}

impl Pattern {
    fn regex(&self, how: i64) -> PyResult<&Regex> {
        let made = match how {
            0 => Some(&self.search),
            1 => self
                .anchored
                .get_or_init(|| build(&format!("\\G(?:{})", self.source)).ok())
                .as_ref(),
            _ => self
                .full
                .get_or_init(|| build(&format!("\\G(?:{})\\z", self.source)).ok())
                .as_ref(),
        };
        made.ok_or_else(|| {
            runtime_error("this regular expression cannot be matched at a fixed place")
        })
    }
}

pub fn module(vm: &Vm) -> Rc<Module> {
    let pattern = ClassBuilder::new("Pattern", "_re")
        .layout(Layout::Native)
        .method("find", "(self, string, pos, endpos, how, /)", find)
        .build(vm);
    ModuleBuilder::new("_re")
        .class(&pattern)
        .value("compile", compile_function(&pattern))
        .build()
}

/// `compile(source, flags)`: the pattern, the number of groups, their names, and the flags that the pattern itself sets.
/// A pattern that is none gives a message and a position instead.
fn compile_function(class: &Rc<Class>) -> Value {
    thread_local! {
        static CLASS: std::cell::RefCell<Option<Rc<Class>>> = const { std::cell::RefCell::new(None) };
    }
    CLASS.set(Some(class.clone()));
    let module = ModuleBuilder::new("_re").function("compile", "(source, flags, /)", |vm, args| {
        let source = text(
            vm,
            &args[0],
            "first argument must be string or compiled pattern",
        )?
        .to_string();
        let flags = Flags::from_bits(int(vm, &args[1])?);
        let wrong =
            |message: &str, at: usize| Value::tuple([Value::from(message), Value::from(at)]);
        let translated = match re_syntax::translate(&source, flags) {
            Ok(translated) => translated,
            Err(error) => return Ok(wrong(&error.message, error.at)),
        };
        let search = match build(&translated.source) {
            Ok(search) => search,
            Err(error) => return Ok(wrong(&plain_reason(&error), 0)),
        };
        let names = Rc::new(Dict::default());
        for (at, name) in search.capture_names().enumerate() {
            if let Some(name) = name {
                names.set_str(name, at);
            }
        }
        let groups = search.captures_len() - 1;
        let class = CLASS
            .with_borrow(Clone::clone)
            .ok_or_else(|| runtime_error("re is not loaded"))?;
        let pattern = Pattern {
            source: translated.source,
            search,
            anchored: OnceCell::new(),
            full: OnceCell::new(),
        };
        let pattern = Instance::native_of(&class, pattern);
        Ok(Value::tuple([
            pattern,
            groups.into(),
            Value::Dict(names),
            Value::Int(translated.flags.bits()),
        ]))
    });
    module.build().dict.get_str("compile").unwrap_or_default()
}

/// The first line of the crate's reason, which may draw a picture below it.
fn plain_reason(error: &fancy_regex::Error) -> String {
    let text = error.to_string();
    text.lines()
        .rev()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("invalid pattern")
        .trim()
        .to_string()
}

/// The groups of the first match at or after `pos` (`how` 0), at `pos` (1) or from `pos` to the end (2): pairs of
/// character positions, (-1, -1) for a group that took no part. None where nothing matches.
fn find(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let pattern = args[0]
        .native::<Pattern>()
        .ok_or_else(|| type_error("descriptor requires a 're.Pattern' object"))?;
    let Value::Str(whole) = args[1].base() else {
        return Err(type_error(format!(
            "expected string or bytes-like object, got '{}'",
            vm.type_name(&args[1])
        )));
    };
    let length = whole.char_count();
    let clip = |at: i64| usize::try_from(at).unwrap_or(0).min(length);
    let (start, end) = (clip(int(vm, &args[2])?), clip(int(vm, &args[3])?));
    if start > end {
        return Ok(Value::None);
    }
    let haystack = &whole[..whole.byte_offset(end)];
    let found = pattern
        .regex(int(vm, &args[4])?)?
        .captures_from_pos(haystack, whole.byte_offset(start));
    let captures = match found {
        Ok(Some(captures)) => captures,
        Ok(None) => return Ok(Value::None),
        Err(_) => {
            return Err(Exception::new(
                "RuntimeError",
                "the regular expression takes too many steps on this text",
            ));
        }
    };
    vm.spend(haystack.len() as u64 / 16)?;
    let position = |byte: usize| {
        if whole.is_ascii() {
            byte
        } else {
            haystack[..byte].chars().count()
        }
    };
    let spans = (0..captures.len()).map(|group| {
        let span = captures.get(group).map_or([-1, -1], |found| {
            [position(found.start()) as i64, position(found.end()) as i64]
        });
        Value::tuple(span.map(Value::Int))
    });
    Ok(Value::tuple(spans))
}
