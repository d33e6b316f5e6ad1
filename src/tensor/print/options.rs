//! What `torch.set_printoptions` sets.

use std::cell::RefCell;

/// How tensors are printed.
/// Source: <https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html>
#[derive(Clone, Debug, PartialEq)]
pub struct PrintOptions {
    /// Digits after the point.
    pub precision: usize,
    /// More elements than this are summarised.
    pub threshold: f64,
    /// Items shown at each edge of a summarised dimension.
    pub edgeitems: usize,
    /// Characters after which a line is broken.
    pub linewidth: usize,
    /// Scientific notation: always, never, or when the range of the elements asks for it.
    pub sci_mode: Option<bool>,
}

/// Named sets of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Default,
    Short,
    Full,
}

impl Default for PrintOptions {
    fn default() -> Self {
        PrintOptions {
            precision: 4,
            threshold: 1000.0,
            edgeitems: 3,
            linewidth: 80,
            sci_mode: None,
        }
    }
}

impl From<Profile> for PrintOptions {
    fn from(profile: Profile) -> Self {
        let default = PrintOptions::default();
        match profile {
            Profile::Default => default,
            Profile::Short => PrintOptions {
                precision: 2,
                edgeitems: 2,
                ..default
            },
            Profile::Full => PrintOptions {
                threshold: f64::INFINITY,
                ..default
            },
        }
    }
}

impl Profile {
    /// `default`, `short` or `full`, in any case.
    pub fn named(name: &str) -> Option<Profile> {
        match name.to_lowercase().as_str() {
            "default" => Some(Profile::Default),
            "short" => Some(Profile::Short),
            "full" => Some(Profile::Full),
            _ => None,
        }
    }
}

thread_local! {
    static OPTIONS: RefCell<PrintOptions> = RefCell::default();
}

/// The options in force (`torch.get_printoptions`, were it public).
pub fn print_options() -> PrintOptions {
    OPTIONS.with_borrow(Clone::clone)
}

/// Puts other options in force and returns the former ones.
pub fn set_print_options(options: PrintOptions) -> PrintOptions {
    OPTIONS.replace(options)
}
