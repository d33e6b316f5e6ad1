//! Signatures as Python writes them: `(input, other, *, alpha=1)`.

/// One parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub name: &'static str,
    /// The default as Python text. `None`: must be given.
    pub default: Option<&'static str>,
    pub keyword_only: bool,
    /// `*size`: takes the remaining positional arguments, or one tuple.
    pub variadic: bool,
    /// `other: Tensor`: takes no number.
    pub tensor_only: bool,
}

/// The parameters of a signature, in order.
pub fn parameters(signature: &'static str) -> impl Iterator<Item = Parameter> {
    let inside = signature
        .trim()
        .trim_start_matches('(')
        .trim_end_matches(')');
    let mut keyword_only = false;
    split(inside).filter_map(move |part| {
        let (name, default) = match part.split_once('=') {
            Some((name, default)) => (name.trim(), Some(default.trim())),
            None => (part, None),
        };
        let (name, tensor_only) = match name.split_once(':') {
            Some((name, kind)) => (name.trim(), kind.trim() == "Tensor"),
            None => (name, false),
        };
        match name.strip_prefix('*') {
            Some("") => {
                keyword_only = true;
                None
            }
            Some(name) => {
                let parameter = Parameter {
                    name,
                    default,
                    keyword_only,
                    variadic: true,
                    tensor_only,
                };
                keyword_only = true;
                Some(parameter)
            }
            None if name.is_empty() => None,
            None => Some(Parameter {
                name,
                default,
                keyword_only,
                variadic: false,
                tensor_only,
            }),
        }
    })
}

/// The parts between commas that stand outside of brackets and quotes.
fn split(text: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (mut depth, mut quoted) = (0usize, false);
        let end = text.find(|c| {
            match c {
                '\'' => quoted = !quoted,
                '(' | '[' if !quoted => depth += 1,
                ')' | ']' if !quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == ',' && depth == 0 && !quoted
        });
        let part = match end {
            Some(end) => {
                rest = Some(&text[end + 1..]);
                &text[..end]
            }
            None => {
                rest = None;
                text
            }
        };
        Some(part.trim())
    })
}
