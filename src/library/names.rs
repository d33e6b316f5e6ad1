//! The public names of the packages that programs import, as recorded from the real ones: what exists, whether or not it
//! exists here.

const FILES: &[&str] = &[
    include_str!("names/torch.txt"),
    include_str!("names/numpy.txt"),
    include_str!("names/matplotlib.txt"),
    include_str!("names/sklearn.txt"),
    include_str!("names/stdlib.txt"),
];

/// Every recorded place (a module or class, `torch.nn`) with its names in alphabetical order.
pub fn places() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    let sections = FILES.iter().flat_map(|file| file.split("\n[").skip(1));
    sections.filter_map(|section| {
        let (place, names) = section.split_once("]\n")?;
        Some((place, names.split_ascii_whitespace()))
    })
}

/// Whether the real package has this name at this place: `("torch.nn", "Linear")`.
pub fn is_public(place: &str, name: &str) -> bool {
    places().any(|(other, mut names)| other == place && names.any(|known| known == name))
}

/// Whether the real package has such a module or class, as far as it was recorded.
pub fn is_place(place: &str) -> bool {
    places().any(|(other, _)| other == place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recorded_names_are_found() {
        assert!(is_public("torch.nn", "Linear"));
        assert!(is_public("torch.Tensor", "backward"));
        assert!(is_public("numpy.linalg", "norm"));
        assert!(!is_public("torch.nn", "Liner"));
        assert!(is_place("torch.fft"));
        assert!(!is_place("torch.nonsense"));
    }
}
