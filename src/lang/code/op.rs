//! The instructions.

use serde::{Deserialize, Serialize};

/// One instruction, eight bytes. "Pops a, b" names the values from the deepest to the top.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Op {
    /// Does nothing, but stands on a line (`pass`).
    Nop,
    Pop,
    /// Pushes the value that is `n` from the top (1 is the top itself).
    Copy(u32),
    /// Exchanges the top with the value that is `n` from the top (2 is the next).
    Swap(u32),
    Const(u32),
    None,

    LoadFast(u32),
    StoreFast(u32),
    DeleteFast(u32),
    LoadCell(u32),
    StoreCell(u32),
    DeleteCell(u32),
    /// Pushes the cell itself, for a closure.
    PushCell(u32),
    /// In a class body: the name in the class, else the cell.
    LoadClassCell {
        name: u16,
        slot: u32,
    },
    LoadGlobal {
        name: u16,
        cache: u32,
    },
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// Names of modules and class bodies.
    LoadName {
        name: u16,
        cache: u32,
    },
    StoreName(u32),
    DeleteName(u32),

    LoadAttr {
        name: u16,
        cache: u32,
    },
    /// Pops value, object.
    StoreAttr {
        name: u16,
        cache: u32,
    },
    DeleteAttr(u32),
    /// Pops object; pushes function and object, or attribute and nothing.
    LoadMethod {
        name: u16,
        cache: u32,
    },
    Subscript,
    /// Pops value, object, index.
    StoreSubscript,
    DeleteSubscript,

    Binary(BinaryOp),
    InPlace(BinaryOp),
    Unary(UnaryOp),
    Compare(CompareOp),
    Not,
    /// Two locals at once.
    BinaryFast {
        op: BinaryOp,
        left: u16,
        right: u32,
    },
    /// A local and a constant.
    BinaryFastConst {
        op: BinaryOp,
        left: u16,
        right: u32,
    },
    /// The top and a constant.
    BinaryConst {
        op: BinaryOp,
        right: u32,
    },
    /// The top and a local.
    BinaryWithFast {
        op: BinaryOp,
        right: u32,
    },
    /// `local op= local`: stores the result and skips the store after it, or pushes it for that.
    InPlaceFast {
        op: BinaryOp,
        left: u16,
        right: u32,
    },
    /// `local op= constant`, in the same way.
    InPlaceFastConst {
        op: BinaryOp,
        left: u16,
        right: u32,
    },
    /// Pops a, b; jumps if the comparison is false.
    CompareJump {
        op: CompareOp,
        target: u32,
    },
    /// Pushes `local.name`.
    LoadFastAttr {
        local: u8,
        name: u16,
        cache: u32,
    },

    Jump(u32),
    /// A jump back to the head of a loop.
    JumpBack(u32),
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),

    GetIter,
    /// Pushes the iterator's next value, or pops the iterator and jumps.
    ForIter(u32),
    UnpackSequence(u32),
    UnpackStar {
        before: u16,
        after: u32,
    },

    BuildTuple(u32),
    BuildList(u32),
    BuildSet(u32),
    BuildDict(u32),
    /// With this many of start, stop, step (2 or 3).
    BuildSlice(u32),
    BuildString(u32),
    /// Pops value (and its spec). Conversion: 0, `s`, `r` or `a`.
    Format {
        conversion: u8,
        has_spec: bool,
    },
    /// Pops an item into the list that is then `n` from the top.
    ListAppend(u32),
    SetAdd(u32),
    /// Pops key, value.
    DictAdd(u32),
    ListExtend(u32),
    SetUpdate(u32),
    DictUpdate(u32),
    /// As DictUpdate, for `**kwargs`: refuses repeated names. The callee is `n` from the top.
    DictMerge(u32),
    ListToTuple,

    Call(u32),
    CallMethod(u32),
    /// The last arguments have the names of a constant tuple.
    CallNamed {
        names: u16,
        count: u32,
    },
    CallMethodNamed {
        names: u16,
        count: u32,
    },
    /// Pops callee, tuple (and dict).
    CallSpread {
        has_names: bool,
    },
    Return,
    /// With bits for what is on the stack: 1 defaults, 2 keyword defaults, 4 annotations, 8 closure; then the code.
    MakeFunction(u32),
    LoadBuildClass,
    /// Pops level and names; pushes the module.
    ImportName(u32),
    ImportFrom(u32),
    ImportStar,

    Raise(u32),
    /// Raises the exception on top again; its traceback stays as it is.
    Reraise,
    /// Pops exc; pushes the exception that was being handled, and exc, which now is.
    PushHandled,
    /// Pops what PushHandled left below: that is being handled again.
    PopHandled,
    /// Pops class; jumps if the exception below is not of it.
    JumpIfNoMatch(u32),
    /// `except*` is not supported; this is for `with`: pops manager; pushes exit function and what enter returned.
    BeforeWith,
    /// Calls the exit function that is below prev, exc with the exception.
    WithExit,
    LoadAssertionError,

    Yield,
    /// Pops a value to send; goes on while the iterator below gives values.
    YieldFrom,
    /// Makes the top an iterator for `yield from`.
    GetYieldFromIter,

    MatchSequence,
    MatchMapping,
    /// Top is keys, below it the subject; pushes a tuple of values or None.
    MatchKeys,
    /// Pops subject, class, names; pushes a tuple of attributes or None.
    MatchClass(u32),
    GetLen,
    SetupAnnotations,
}

const _: () = assert!(std::mem::size_of::<Op>() == 8);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnaryOp {
    Negative,
    Positive,
    Invert,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompareOp {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
    In,
    NotIn,
    Is,
    IsNot,
    Exception,
}

impl BinaryOp {
    /// `+`
    pub fn symbol(self) -> &'static str {
        [
            "+",
            "-",
            "*",
            "@",
            "/",
            "//",
            "%",
            "** or pow()",
            "<<",
            ">>",
            "&",
            "|",
            "^",
        ][self as usize]
    }

    /// `+=`
    pub fn in_place_symbol(self) -> &'static str {
        [
            "+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=",
        ][self as usize]
    }

    /// `__add__`, `__radd__`, `__iadd__`
    pub fn method_names(self) -> [&'static str; 3] {
        [
            ["__add__", "__radd__", "__iadd__"],
            ["__sub__", "__rsub__", "__isub__"],
            ["__mul__", "__rmul__", "__imul__"],
            ["__matmul__", "__rmatmul__", "__imatmul__"],
            ["__truediv__", "__rtruediv__", "__itruediv__"],
            ["__floordiv__", "__rfloordiv__", "__ifloordiv__"],
            ["__mod__", "__rmod__", "__imod__"],
            ["__pow__", "__rpow__", "__ipow__"],
            ["__lshift__", "__rlshift__", "__ilshift__"],
            ["__rshift__", "__rrshift__", "__irshift__"],
            ["__and__", "__rand__", "__iand__"],
            ["__or__", "__ror__", "__ior__"],
            ["__xor__", "__rxor__", "__ixor__"],
        ][self as usize]
    }
}

impl CompareOp {
    /// The method, the one that answers from the other side, and the symbol.
    pub fn method_names(self) -> Option<(&'static str, &'static str, &'static str)> {
        Some(match self {
            CompareOp::Less => ("__lt__", "__gt__", "<"),
            CompareOp::LessEqual => ("__le__", "__ge__", "<="),
            CompareOp::Equal => ("__eq__", "__eq__", "=="),
            CompareOp::NotEqual => ("__ne__", "__ne__", "!="),
            CompareOp::Greater => ("__gt__", "__lt__", ">"),
            CompareOp::GreaterEqual => ("__ge__", "__le__", ">="),
            _ => return None,
        })
    }
}

impl BinaryOp {
    pub const ALL: [BinaryOp; 13] = [
        BinaryOp::Add,
        BinaryOp::Subtract,
        BinaryOp::Multiply,
        BinaryOp::MatrixMultiply,
        BinaryOp::Divide,
        BinaryOp::FloorDivide,
        BinaryOp::Modulo,
        BinaryOp::Power,
        BinaryOp::LeftShift,
        BinaryOp::RightShift,
        BinaryOp::And,
        BinaryOp::Or,
        BinaryOp::Xor,
    ];
}
