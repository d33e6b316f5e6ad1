//! Code as bytes: the library is compiled when the page is built, and what a module does when it is imported is all
//! that is kept of it. Functions are kept without their bodies, which the text still has.

use std::rc::Rc;

use indexmap::IndexSet;
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use super::{Body, Cache, CellVar, Code, CodeKind, Handler, Op, SourceFile};
use crate::lang::Value;
use crate::lang::compile::stands_alone;
use crate::lang::objects::{Complex, Str, intern};

/// A number in a module's list of strings.
type StringId = u32;

#[derive(Serialize, Deserialize)]
struct StoredModule<'a> {
    #[serde(borrow)]
    strings: Vec<StoredString<'a>>,
    code: StoredCode,
}

#[derive(Serialize, Deserialize)]
enum StoredString<'a> {
    Here(&'a str),
    /// Long ones, docstrings above all, are in the module's text already.
    InText {
        start: u32,
        length: u32,
    },
}

/// From here on a string is cheaper as a place in the text.
const LONG: usize = 24;

#[derive(Serialize, Deserialize)]
struct StoredCode {
    name: StringId,
    /// From where the code around it starts.
    start: i32,
    length: u32,
    kind: CodeKind,
    body: Option<Box<StoredBody>>,
}

#[derive(Serialize, Deserialize)]
struct StoredBody {
    first_line: u32,
    is_generator: bool,
    ops: Vec<Op>,
    places: Vec<StoredPlace>,
    constants: Vec<StoredValue>,
    names: Vec<StringId>,
    call_names: Vec<Vec<StringId>>,
    handlers: Vec<Handler>,
    caches: u32,
    locals: Vec<StringId>,
    /// Positional, positional-only, keyword-only.
    params: (u32, u32, u32),
    var_positional: bool,
    var_keyword: bool,
    cells: Vec<(StringId, Option<u32>)>,
    free: Vec<StringId>,
    doc: Option<StringId>,
}

/// Ops that follow each other and come from one place. What is close to the place before is a small number.
#[derive(Serialize, Deserialize)]
struct StoredPlace {
    count: u32,
    line: i32,
    start: i32,
    length: u32,
}

#[derive(Serialize, Deserialize)]
enum StoredValue {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    BigInt(String),
    Complex(f64, f64),
    Str { id: StringId, is_interned: bool },
    Bytes(Vec<u8>),
    Tuple(Vec<StoredValue>),
    Code(StoredCode),
}

/// A module's code as bytes. None if a constant is of a kind that the compiler does not make.
pub fn write(code: &Code) -> Option<Vec<u8>> {
    let mut writer = Writer::default();
    let stored = writer.code(code, None)?;
    let text = &code.file.text;
    let strings = writer.strings.iter().map(|string| {
        let start = (string.len() >= LONG).then(|| text.find(string)).flatten();
        start.map_or(StoredString::Here(string), |start| StoredString::InText {
            start: start as u32,
            length: string.len() as u32,
        })
    });
    postcard::to_allocvec(&StoredModule {
        strings: strings.collect(),
        code: stored,
    })
    .ok()
}

/// The code of a module. None for bytes that [`write`] did not make of this file.
pub fn read(bytes: &[u8], file: &Rc<SourceFile>) -> Option<Rc<Code>> {
    let module: StoredModule = postcard::from_bytes(bytes).ok()?;
    let strings = module.strings.into_iter().map(|string| match string {
        StoredString::Here(string) => Some(intern(string)),
        StoredString::InText { start, length } => {
            let range = start as usize..start.checked_add(length)? as usize;
            file.text.get(range).map(intern)
        }
    });
    let reader = Reader {
        strings: strings.collect::<Option<_>>()?,
        file,
    };
    Some(Rc::new(reader.code(module.code, None)?))
}

/// What a function, class or comprehension is called in full, by what is around it.
fn qualified(name: &Rc<Str>, around: Option<&Around>) -> Rc<Str> {
    match around {
        None => name.clone(),
        Some(around) => match around.kind {
            CodeKind::Module => name.clone(),
            CodeKind::Class => intern(&format!("{}.{name}", around.qualname)),
            _ => intern(&format!("{}.<locals>.{name}", around.qualname)),
        },
    }
}

/// The code that has another as a constant.
struct Around {
    qualname: Rc<Str>,
    kind: CodeKind,
    start: u32,
}

#[derive(Default)]
struct Writer {
    strings: IndexSet<String>,
}

impl Writer {
    fn string(&mut self, text: &str) -> StringId {
        self.strings.insert_full(text.to_string()).0 as StringId
    }

    fn all(&mut self, texts: &[Rc<Str>]) -> Vec<StringId> {
        texts.iter().map(|text| self.string(text)).collect()
    }

    fn code(&mut self, code: &Code, around: Option<&Around>) -> Option<StoredCode> {
        if code.qualname != qualified(&code.name, around) {
            return None;
        }
        let (start, end) = code.range;
        Some(StoredCode {
            name: self.string(&code.name),
            start: start.wrapping_sub(around.map_or(0, |around| around.start)) as i32,
            length: end - start,
            kind: code.kind,
            body: match stands_alone(code) {
                true => None,
                false => Some(Box::new(self.body(code)?)),
            },
        })
    }

    fn body(&mut self, code: &Code) -> Option<StoredBody> {
        let inside = Around {
            qualname: code.qualname.clone(),
            kind: code.kind,
            start: code.range.0,
        };
        let cells = code.cells.iter();
        Some(StoredBody {
            first_line: code.first_line,
            is_generator: code.is_generator,
            ops: code.ops.clone(),
            places: pack(&code.lines, &code.spans),
            constants: code
                .constants
                .iter()
                .map(|constant| self.value(constant, &inside))
                .collect::<Option<_>>()?,
            names: self.all(&code.names),
            call_names: code
                .call_names
                .iter()
                .map(|names| self.all(names))
                .collect(),
            handlers: code.handlers.clone(),
            caches: code.caches.len() as u32,
            locals: self.all(&code.locals),
            params: (code.positional, code.positional_only, code.keyword_only),
            var_positional: code.var_positional,
            var_keyword: code.var_keyword,
            cells: cells
                .map(|cell| (self.string(&cell.name), cell.param))
                .collect(),
            free: self.all(&code.free),
            doc: match &code.doc {
                Value::Str(text) => Some(self.string(text)),
                _ => None,
            },
        })
    }

    fn value(&mut self, value: &Value, around: &Around) -> Option<StoredValue> {
        Some(match value {
            Value::None => StoredValue::None,
            Value::Ellipsis => StoredValue::Ellipsis,
            Value::Bool(value) => StoredValue::Bool(*value),
            Value::Int(int) => StoredValue::Int(*int),
            Value::Float(float) => StoredValue::Float(*float),
            Value::BigInt(big) => StoredValue::BigInt(big.to_string()),
            Value::Complex(complex) => StoredValue::Complex(complex.real, complex.imag),
            Value::Str(text) => StoredValue::Str {
                id: self.string(text),
                is_interned: text.is_interned(),
            },
            Value::Bytes(bytes) => StoredValue::Bytes(bytes.0.to_vec()),
            Value::Tuple(items) => StoredValue::Tuple(
                items
                    .iter()
                    .map(|item| self.value(item, around))
                    .collect::<Option<_>>()?,
            ),
            Value::Code(code) => StoredValue::Code(self.code(code, Some(around))?),
            _ => return None,
        })
    }
}

struct Reader<'a> {
    strings: Vec<Rc<Str>>,
    file: &'a Rc<SourceFile>,
}

impl Reader<'_> {
    fn string(&self, id: StringId) -> Option<Rc<Str>> {
        self.strings.get(id as usize).cloned()
    }

    fn all(&self, ids: Vec<StringId>) -> Option<Vec<Rc<Str>>> {
        ids.into_iter().map(|id| self.string(id)).collect()
    }

    fn code(&self, stored: StoredCode, around: Option<&Around>) -> Option<Code> {
        let name = self.string(stored.name)?;
        let inside = Around {
            qualname: qualified(&name, around),
            kind: stored.kind,
            start: around
                .map_or(0, |around| around.start)
                .wrapping_add_signed(stored.start),
        };
        let body = match stored.body {
            Some(body) => Some(self.body(*body, &inside)?),
            None => None,
        };
        Some(Code::new(
            (name, inside.qualname),
            self.file,
            (inside.start, inside.start.checked_add(stored.length)?),
            stored.kind,
            body,
        ))
    }

    fn body(&self, stored: StoredBody, inside: &Around) -> Option<Body> {
        let (lines, spans) = unpack(&stored.places, stored.ops.len());
        let (positional, positional_only, keyword_only) = stored.params;
        Some(Body {
            first_line: stored.first_line,
            is_generator: stored.is_generator,
            ops: stored.ops,
            spans,
            lines,
            constants: stored
                .constants
                .into_iter()
                .map(|constant| self.value(constant, inside))
                .collect::<Option<_>>()?,
            names: self.all(stored.names)?,
            call_names: stored
                .call_names
                .into_iter()
                .map(|names| Some(self.all(names)?.into()))
                .collect::<Option<_>>()?,
            handlers: stored.handlers,
            caches: (0..stored.caches).map(|_| Cache::default()).collect(),
            locals: self.all(stored.locals)?,
            positional,
            positional_only,
            keyword_only,
            var_positional: stored.var_positional,
            var_keyword: stored.var_keyword,
            cells: stored
                .cells
                .into_iter()
                .map(|(name, param)| {
                    let name = self.string(name)?;
                    Some(CellVar { name, param })
                })
                .collect::<Option<_>>()?,
            free: self.all(stored.free)?,
            doc: match stored.doc {
                Some(text) => Value::Str(self.string(text)?),
                None => Value::None,
            },
        })
    }

    fn value(&self, stored: StoredValue, around: &Around) -> Option<Value> {
        Some(match stored {
            StoredValue::None => Value::None,
            StoredValue::Ellipsis => Value::Ellipsis,
            StoredValue::Bool(value) => Value::Bool(value),
            StoredValue::Int(int) => Value::Int(int),
            StoredValue::Float(float) => Value::Float(float),
            StoredValue::BigInt(digits) => Value::big(digits.parse::<BigInt>().ok()?),
            StoredValue::Complex(real, imag) => Value::Complex(Rc::new(Complex { real, imag })),
            StoredValue::Str { id, is_interned } => match self.string(id)? {
                text if is_interned => Value::Str(text),
                text => Value::str(text.as_str()),
            },
            StoredValue::Bytes(bytes) => Value::bytes(bytes),
            StoredValue::Tuple(items) => {
                let items: Option<Vec<Value>> = items
                    .into_iter()
                    .map(|item| self.value(item, around))
                    .collect();
                Value::tuple(items?)
            }
            StoredValue::Code(code) => Value::Code(Rc::new(self.code(code, Some(around))?)),
        })
    }
}

/// Lines and spans, each as the difference from the one before.
fn pack(lines: &[u32], spans: &[(u32, u32)]) -> Vec<StoredPlace> {
    let mut packed: Vec<StoredPlace> = Vec::new();
    let mut before = (0, (0, 0));
    for (&line, &(start, end)) in lines.iter().zip(spans) {
        if before == (line, (start, end))
            && let Some(last) = packed.last_mut()
        {
            last.count += 1;
            continue;
        }
        packed.push(StoredPlace {
            count: 1,
            line: line.wrapping_sub(before.0) as i32,
            start: start.wrapping_sub(before.1.0) as i32,
            length: end.wrapping_sub(start),
        });
        before = (line, (start, end));
    }
    packed
}

fn unpack(packed: &[StoredPlace], count: usize) -> (Vec<u32>, Vec<(u32, u32)>) {
    let (mut lines, mut spans) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let (mut line, mut start) = (0u32, 0u32);
    for place in packed {
        line = line.wrapping_add_signed(place.line);
        start = start.wrapping_add_signed(place.start);
        let span = (start, start.wrapping_add(place.length));
        let end = lines.len().saturating_add(place.count as usize).min(count);
        lines.resize(end, line);
        spans.resize(end, span);
    }
    (lines, spans)
}
