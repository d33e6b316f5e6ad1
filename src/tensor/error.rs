//! What went wrong, as data: the words are PyTorch's, the reason is ours.

use super::Shape;

/// Result of everything that a learner's data can make fail.
pub type Result<T, E = TensorError> = std::result::Result<T, E>;

/// The Python exception that a failure becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    RuntimeError,
    ValueError,
    IndexError,
    TypeError,
    NotImplementedError,
    OverflowError,
    MemoryError,
    /// `torch.linalg.LinAlgError`, a RuntimeError
    LinAlgError,
}

impl ErrorKind {
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::RuntimeError => "RuntimeError",
            ErrorKind::ValueError => "ValueError",
            ErrorKind::IndexError => "IndexError",
            ErrorKind::TypeError => "TypeError",
            ErrorKind::NotImplementedError => "NotImplementedError",
            ErrorKind::OverflowError => "OverflowError",
            ErrorKind::MemoryError => "MemoryError",
            ErrorKind::LinAlgError => "_LinAlgError",
        }
    }
}

/// A failed operation on tensors.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}: {message}", kind.name())]
pub struct TensorError {
    pub kind: ErrorKind,
    /// PyTorch's own words.
    pub message: String,
    /// Why, with the numbers at hand. May be empty.
    pub because: String,
    /// The shapes, when shapes are the matter.
    pub shape: Option<Box<ShapeClash>>,
}

/// Shapes that do not fit: which op, which shapes, the rule, and the axes to blame.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapeClash {
    pub op: String,
    pub shapes: Vec<Shape>,
    pub rule: String,
    pub because: String,
    /// (input, axis) pairs.
    pub culprits: Vec<(usize, usize)>,
}

impl TensorError {
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        TensorError {
            kind,
            message: message.into(),
            because: String::new(),
            shape: None,
        }
    }

    pub fn runtime(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::RuntimeError, message)
    }

    pub fn value(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::ValueError, message)
    }

    pub fn index(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::IndexError, message)
    }

    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::TypeError, message)
    }

    /// A matrix that cannot be inverted or taken apart.
    pub fn lin_alg(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::LinAlgError, message)
    }
    pub fn not_implemented(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotImplementedError, message)
    }

    /// Adds the reason in words.
    pub fn because(mut self, because: impl Into<String>) -> Self {
        self.because = because.into();
        self
    }

    /// Adds the shapes; their reason also becomes the error's if it has none.
    pub fn with_shapes(mut self, clash: ShapeClash) -> Self {
        if self.because.is_empty() {
            self.because = clash.because.clone();
        }
        self.shape = Some(Box::new(clash));
        self
    }
}
