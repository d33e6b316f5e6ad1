//! Programs made by rule: every kind of statement and expression, names that mostly exist, values that are mostly odd.

use super::random::Random;

const NAMES: &[&str] = &["a", "b", "c", "f", "g", "C", "D", "self", "xs", "d", "i"];
const VALUES: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "7",
    "255",
    "10**30",
    "-2**63",
    "2**63",
    "1 << 200",
    "0.0",
    "-0.0",
    "1.5",
    "1e308",
    "5e-324",
    "float('inf')",
    "float('nan')",
    "2j",
    "True",
    "False",
    "None",
    "...",
    "NotImplemented",
    "''",
    "'a'",
    "'hello world'",
    "'héé🎈'",
    "'%s and %d'",
    "'{} {a!r:>5}'",
    "b''",
    "b'\\x00\\xff'",
    "bytearray(b'abc')",
    "()",
    "(1,)",
    "(1, 'b', None)",
    "[]",
    "[3, 1, 2]",
    "[[1, 2], [3]]",
    "{}",
    "{'a': 1, 'b': 2}",
    "{1: 2, (3,): 4}",
    "set()",
    "{1, 2, 3}",
    "frozenset({1})",
    "range(5)",
    "range(10, 0, -3)",
    "range(10**20)",
    "slice(1, 2)",
    "int",
    "str",
    "list",
    "object",
    "type",
    "Exception",
    "ValueError('x')",
    "print",
    "len",
    "abs",
    "iter([1, 2])",
    "enumerate('ab')",
    "zip('ab', [1])",
    "map(str, [1])",
    "reversed([1, 2])",
    "(n for n in 'abc')",
    "lambda *p, **k: (p, k)",
    "int | None",
    "list[int]",
    "dict.fromkeys('ab')",
    "'abc'.upper",
    "[].append",
    "{}.items()",
    "{1: 2}.keys()",
    "memoryview",
    "super",
    "property()",
    "staticmethod(len)",
    "object()",
    "KeyError",
    "StopIteration(3)",
    "__name__",
    "__builtins__",
];
const BUILTINS: &[&str] = &[
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "hex",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "min",
    "next",
    "object",
    "oct",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
    "isinstance",
    "Exception",
    "KeyError",
    "OSError",
    "StopIteration",
    "SystemExit",
];
const METHODS: &[&str] = &[
    "capitalize",
    "casefold",
    "center",
    "count",
    "encode",
    "endswith",
    "expandtabs",
    "find",
    "format",
    "format_map",
    "index",
    "isalnum",
    "isdigit",
    "isidentifier",
    "istitle",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "translate",
    "upper",
    "zfill",
    "append",
    "clear",
    "copy",
    "extend",
    "insert",
    "pop",
    "remove",
    "reverse",
    "sort",
    "get",
    "items",
    "keys",
    "popitem",
    "setdefault",
    "update",
    "values",
    "fromkeys",
    "add",
    "difference",
    "difference_update",
    "discard",
    "intersection",
    "intersection_update",
    "isdisjoint",
    "issubset",
    "issuperset",
    "symmetric_difference",
    "union",
    "bit_length",
    "to_bytes",
    "from_bytes",
    "as_integer_ratio",
    "is_integer",
    "hex",
    "fromhex",
    "conjugate",
    "decode",
    "send",
    "throw",
    "close",
    "with_traceback",
    "add_note",
    "mro",
    "__init__",
    "__new__",
    "__eq__",
    "__lt__",
    "__hash__",
    "__repr__",
    "__str__",
    "__len__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__iter__",
    "__next__",
    "__contains__",
    "__call__",
    "__add__",
    "__mul__",
    "__rmul__",
    "__neg__",
    "__bool__",
    "__enter__",
    "__exit__",
    "__getattribute__",
    "__setattr__",
    "__class__",
    "__dict__",
    "__doc__",
    "__name__",
    "__mro__",
    "__bases__",
    "__subclasses__",
    "__format__",
    "__reduce__",
    "__sizeof__",
    "__dir__",
    "real",
    "imag",
    "start",
    "stop",
    "step",
    "args",
    "gi_frame",
    "__code__",
    "__defaults__",
    "__closure__",
    "__wrapped__",
    "__traceback__",
    "__context__",
    "__cause__",
    "fget",
    "setter",
    "x",
    "y",
    "missing",
    "__self__",
    "__func__",
    "__annotations__",
    "__module__",
    "__qualname__",
    "__init_subclass__",
    "__set_name__",
    "__slots__",
    "__weakref__",
];
const SPECIAL: &[&str] = &[
    "__init__(self, *p)",
    "__repr__(self)",
    "__str__(self)",
    "__eq__(self, o)",
    "__lt__(self, o)",
    "__hash__(self)",
    "__len__(self)",
    "__bool__(self)",
    "__getitem__(self, i)",
    "__setitem__(self, i, v)",
    "__delitem__(self, i)",
    "__iter__(self)",
    "__next__(self)",
    "__contains__(self, o)",
    "__call__(self, *p, **k)",
    "__add__(self, o)",
    "__radd__(self, o)",
    "__iadd__(self, o)",
    "__mul__(self, o)",
    "__neg__(self)",
    "__enter__(self)",
    "__exit__(self, *p)",
    "__getattr__(self, n)",
    "__getattribute__(self, n)",
    "__setattr__(self, n, v)",
    "__delattr__(self, n)",
    "__new__(cls, *p)",
    "__init_subclass__(cls, **k)",
    "__set_name__(self, o, n)",
    "__get__(self, o, t)",
    "__set__(self, o, v)",
    "__index__(self)",
    "__int__(self)",
    "__float__(self)",
    "__format__(self, spec)",
    "__missing__(self, k)",
    "__reversed__(self)",
    "__matmul__(self, o)",
    "__pow__(self, o)",
    "__instancecheck__(cls, o)",
    "__class_getitem__(cls, i)",
    "__length_hint__(self)",
    "__dir__(self)",
    "__del__(self)",
    "__round__(self, *n)",
    "__abs__(self)",
    "__divmod__(self, o)",
    "__bytes__(self)",
    "__copy__(self)",
    "__deepcopy__(self, m)",
    "__post_init__(self)",
];
const OPERATORS: &[&str] = &[
    "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "<", "<=", "==", "!=",
    ">", ">=", "in", "not in", "is", "is not", "and", "or",
];
const IN_PLACE: &[&str] = &[
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^=",
];
const MODULES: &[&str] = &[
    "math",
    "random",
    "itertools",
    "functools",
    "collections",
    "dataclasses",
    "typing",
    "copy",
    "string",
    "re",
    "json",
    "csv",
    "io",
    "os",
    "sys",
    "contextlib",
    "abc",
    "operator",
    "statistics",
    "datetime",
    "warnings",
    "textwrap",
    "enum",
    "heapq",
    "bisect",
    "pprint",
    "time",
    "types",
    "argparse",
    "pathlib",
    "fractions",
    "numpy",
    "nonsense",
];
const SPECS: &[&str] = &[
    "", ">10", "<5", "^7", "05", "+.2f", ",", "_", "x", "#b", "e", ".3g", "%", "s", "c", "n",
    "=+8", "*^20", ".0f", "d", ".50f", "10.3", "é>9", "{a}", "!r", "z",
];

pub struct Grammar<'a> {
    random: &'a mut Random,
    text: String,
    indent: usize,
    /// Statements that may still be written.
    left: usize,
    in_function: bool,
    in_loop: bool,
}

/// A whole program.
pub fn program(random: &mut Random) -> String {
    let left = 3 + random.below(30);
    let mut grammar = Grammar {
        random,
        text: String::from("a, b, c, xs, d, i = 1, 'b', 2.5, [1, 2, 3], {'k': 1}, 0\n"),
        indent: 0,
        left,
        in_function: false,
        in_loop: false,
    };
    while grammar.left > 0 {
        grammar.statement();
    }
    grammar.text
}

impl Grammar<'_> {
    fn line(&mut self, text: &str) {
        for _ in 0..self.indent {
            self.text.push_str("    ");
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn body(&mut self) {
        self.indent += 1;
        for _ in 0..1 + self.random.below(3) {
            self.statement();
        }
        self.indent -= 1;
    }

    fn block(&mut self, head: &str) {
        self.line(head);
        self.body();
    }

    fn function(&mut self, signature: &str) {
        let was = (self.in_function, self.in_loop);
        (self.in_function, self.in_loop) = (true, false);
        self.block(&format!("def {signature}:"));
        if !self.random.one_in(4) {
            let value = self.expression(2);
            self.indent += 1;
            self.line(&format!("return {value}"));
            self.indent -= 1;
        }
        (self.in_function, self.in_loop) = was;
    }

    fn statement(&mut self) {
        self.left = self.left.saturating_sub(1);
        if self.indent > 5 || self.left == 0 {
            let value = self.expression(2);
            return self.line(&value);
        }
        match self.random.below(32) {
            0..=5 => {
                let (target, value) = (self.target(), self.expression(3));
                self.line(&format!("{target} = {value}"));
            }
            6..=8 => {
                let value = self.expression(3);
                self.line(&format!("print({value})"));
            }
            9 => {
                let (place, op, value) =
                    (self.place(), self.random.of(IN_PLACE), self.expression(2));
                self.line(&format!("{place} {op} {value}"));
            }
            10 | 11 => {
                let test = self.expression(2);
                self.block(&format!("if {test}:"));
                if self.random.one_in(2) {
                    self.block("else:");
                }
            }
            12 | 13 => {
                let (target, over) = (self.target(), self.expression(2));
                let was = std::mem::replace(&mut self.in_loop, true);
                self.block(&format!("for {target} in {over}:"));
                self.in_loop = was;
                if self.random.one_in(5) {
                    self.block("else:");
                }
            }
            14 => {
                let test = self.expression(2);
                let was = std::mem::replace(&mut self.in_loop, true);
                self.block(&format!("while {test}:"));
                self.in_loop = was;
            }
            15..=18 => {
                self.block("try:");
                let kind = self.random.of(&[
                    "Exception",
                    "BaseException",
                    "(ValueError, TypeError)",
                    "KeyError",
                    "1",
                    "a",
                ]);
                self.line(&format!("except {kind} as e:"));
                self.indent += 1;
                self.line("print(type(e).__name__, e)");
                self.indent -= 1;
                if self.random.one_in(4) {
                    self.block("else:");
                }
                if self.random.one_in(3) {
                    self.block("finally:");
                }
            }
            19 => {
                let (manager, target) = (self.expression(2), self.place());
                self.block(&format!("with {manager} as {target}:"));
            }
            20 | 21 => {
                let name = self.random.of(&["f", "g"]);
                let parameters = self.parameters();
                if self.random.one_in(5) {
                    let decorator = self.expression(1);
                    self.line(&format!("@{decorator}"));
                }
                self.function(&format!("{name}({parameters})"));
            }
            22 | 23 => self.class(),
            24 => {
                let value = self.expression(1);
                let cause = if self.random.one_in(3) {
                    " from ValueError('c')"
                } else {
                    ""
                };
                self.line(&format!("raise {value}{cause}"));
            }
            25 => self.matching(),
            26 => {
                let place = self.place();
                self.line(&format!("del {place}"));
            }
            27 => {
                let test = self.expression(2);
                self.line(&format!("assert {test}, 'no'"));
            }
            28 => {
                let module = self.random.of(MODULES);
                self.line(&format!("import {module} as a"));
            }
            29 if self.in_function => {
                let value = self.expression(2);
                let text = ["yield ", "yield from ", "return ", "b = yield "][self.random.below(4)];
                self.line(&format!("{text}{value}"));
            }
            30 if self.in_loop => {
                let text = self.random.of(&["break", "continue"]);
                self.line(text);
            }
            31 if self.in_function => {
                let text = self.random.of(&["global a", "nonlocal b", "global xs, d"]);
                self.line(text);
            }
            _ => {
                let value = self.expression(3);
                self.line(&value);
            }
        }
    }

    fn class(&mut self) {
        let name = self.random.of(&["C", "D"]);
        let base = self.random.of(&[
            "",
            "",
            "(C)",
            "(list)",
            "(dict)",
            "(int)",
            "(str)",
            "(Exception)",
            "(tuple)",
            "(C, D)",
            "(object)",
            "(type)",
            "(set)",
        ]);
        self.line(&format!("class {name}{base}:"));
        self.indent += 1;
        self.line("x = 1");
        for _ in 0..self.random.below(4) {
            let signature = self.random.of(SPECIAL);
            self.function(signature);
        }
        self.indent -= 1;
    }

    fn matching(&mut self) {
        let subject = self.expression(2);
        self.line(&format!("match {subject}:"));
        self.indent += 1;
        for _ in 0..1 + self.random.below(3) {
            let pattern = self.random.of(&[
                "1",
                "'b'",
                "-1.5",
                "None",
                "[]",
                "[a, *b]",
                "(1, c)",
                "{'k': a, **b}",
                "{}",
                "int(a)",
                "C(x=a)",
                "C(1)",
                "str() | int() as a",
                "[1, [a, _]]",
                "Exception()",
                "{1: _}",
                "a if a",
                "1 | 2",
                "object(__class__=b)",
            ]);
            self.block(&format!("case {pattern}:"));
        }
        self.indent -= 1;
    }

    fn parameters(&mut self) -> String {
        let text = self.random.of(&[
            "",
            "a",
            "a, b=2",
            "*a",
            "**d",
            "a, *, b",
            "a, /, b=1, *c, i=3, **d",
            "self",
            "a: int = 1, b: str = ''",
            "a=[]",
        ]);
        text.to_string()
    }

    fn place(&mut self) -> String {
        let name = self.random.of(NAMES);
        match self.random.below(6) {
            0 => format!("{name}.{}", self.random.of(METHODS)),
            1 => format!("{name}[{}]", self.expression(1)),
            2 => format!("{name}[{}:{}]", self.expression(0), self.expression(0)),
            _ => name.to_string(),
        }
    }

    fn target(&mut self) -> String {
        match self.random.below(8) {
            0 => format!("{}, {}", self.place(), self.place()),
            1 => format!("{}, *{}", self.place(), self.place()),
            2 => format!("[{}, ({}, {})]", self.place(), self.place(), self.place()),
            _ => self.place(),
        }
    }

    fn expression(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.one_in(4) {
            return if self.random.one_in(2) {
                self.random.of(NAMES).to_string()
            } else {
                self.random.of(VALUES).to_string()
            };
        }
        let depth = depth - 1;
        match self.random.below(24) {
            0..=4 => {
                let (left, op, right) = (
                    self.expression(depth),
                    self.random.of(OPERATORS),
                    self.expression(depth),
                );
                format!("({left}) {op} ({right})")
            }
            5..=8 => {
                let name = self.random.of(BUILTINS);
                format!("{name}({})", self.arguments(depth))
            }
            9..=13 => {
                let value = self.expression(depth);
                let method = self.random.of(METHODS);
                format!("({value}).{method}({})", self.arguments(depth))
            }
            14 => format!("({}).{}", self.expression(depth), self.random.of(METHODS)),
            15 => format!("({})[{}]", self.expression(depth), self.expression(depth)),
            16 => format!(
                "({})[{}:{}:{}]",
                self.expression(depth),
                self.expression(0),
                self.expression(0),
                self.expression(0)
            ),
            17 => {
                let (item, target, over) = (
                    self.expression(depth),
                    self.random.of(NAMES),
                    self.expression(depth),
                );
                let [open, close] =
                    [["[", "]"], ["{", "}"], ["(", ")"], ["list(", ")"]][self.random.below(4)];
                let test = if self.random.one_in(3) {
                    format!(" if {}", self.expression(0))
                } else {
                    String::new()
                };
                format!("{open}{item} for {target} in {over}{test}{close}")
            }
            18 => format!(
                "{{{}: {} for {} in {}}}",
                self.expression(0),
                self.expression(0),
                self.random.of(NAMES),
                self.expression(depth)
            ),
            19 => {
                let (value, spec) = (self.random.of(NAMES), self.random.of(SPECS));
                format!("f'<{{{value}:{spec}}}{{{value}!r}}>'")
            }
            20 => format!(
                "format({}, '{}')",
                self.expression(depth),
                self.random.of(SPECS)
            ),
            21 => format!(
                "'%{} %s %r' % ({})",
                self.random
                    .of(&["d", "5.2f", "x", "s", "(k)s", "c", "%", "*d"]),
                self.arguments(depth)
            ),
            22 => format!(
                "({} if {} else {})",
                self.expression(depth),
                self.expression(0),
                self.expression(depth)
            ),
            _ => {
                let [before, after] = [
                    ["-(", ")"],
                    ["not (", ")"],
                    ["~(", ")"],
                    ["(lambda a=1, *b: ", ")()"],
                    ["(c := ", ")"],
                    ["[*(", ")]"],
                    ["{**(", ")}"],
                ][self.random.below(7)];
                format!("{before}{}{after}", self.expression(depth))
            }
        }
    }

    fn arguments(&mut self, depth: usize) -> String {
        let mut arguments: Vec<String> = (0..self.random.below(4))
            .map(|_| self.expression(depth))
            .collect();
        match self.random.below(8) {
            0 => arguments.push(format!("*({})", self.expression(0))),
            1 => arguments.push(format!("**({})", self.expression(0))),
            2 => {
                let name = self.random.of(&[
                    "key", "sep", "end", "default", "start", "reverse", "a", "b", "base",
                    "ndigits", "strict",
                ]);
                arguments.push(format!("{name}={}", self.expression(0)));
            }
            _ => {}
        }
        arguments.join(", ")
    }
}
