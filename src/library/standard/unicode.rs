//! `_unicode`: what `unicodedata` knows of characters.

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Module;
use crate::lang::types::arguments::text;
use crate::lang::{Exception, value_error};

pub fn module() -> Rc<Module> {
    ModuleBuilder::new("_unicode")
        .function("category", "(char, /)", |vm, args| {
            let char = one(text(vm, &args[0], "argument must be a unicode character")?)?;
            Ok(short(char.general_category()).into())
        })
        .function("combining", "(char, /)", |vm, args| {
            let char = one(text(vm, &args[0], "argument must be a unicode character")?)?;
            Ok(i64::from(canonical_combining_class(char)).into())
        })
        .function("normalize", "(form, text, /)", |vm, args| {
            let form = text(vm, &args[0], "argument 1 must be str")?.to_string();
            let text = text(vm, &args[1], "argument 2 must be str")?;
            let normal: String = match form.as_str() {
                "NFC" => text.nfc().collect(),
                "NFD" => text.nfd().collect(),
                "NFKC" => text.nfkc().collect(),
                "NFKD" => text.nfkd().collect(),
                _ => return Err(value_error("invalid normalization form")),
            };
            Ok(normal.into())
        })
        .build()
}

fn one(text: &str) -> Result<char, Exception> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(char), None) => Ok(char),
        _ => Err(crate::lang::type_error(
            "argument must be a unicode character, not a string",
        )),
    }
}

/// The two letters of a category, as the Unicode standard's table 4-4 has them.
fn short(category: GeneralCategory) -> &'static str {
    match category {
        GeneralCategory::UppercaseLetter => "Lu",
        GeneralCategory::LowercaseLetter => "Ll",
        GeneralCategory::TitlecaseLetter => "Lt",
        GeneralCategory::ModifierLetter => "Lm",
        GeneralCategory::OtherLetter => "Lo",
        GeneralCategory::NonspacingMark => "Mn",
        GeneralCategory::SpacingMark => "Mc",
        GeneralCategory::EnclosingMark => "Me",
        GeneralCategory::DecimalNumber => "Nd",
        GeneralCategory::LetterNumber => "Nl",
        GeneralCategory::OtherNumber => "No",
        GeneralCategory::ConnectorPunctuation => "Pc",
        GeneralCategory::DashPunctuation => "Pd",
        GeneralCategory::OpenPunctuation => "Ps",
        GeneralCategory::ClosePunctuation => "Pe",
        GeneralCategory::InitialPunctuation => "Pi",
        GeneralCategory::FinalPunctuation => "Pf",
        GeneralCategory::OtherPunctuation => "Po",
        GeneralCategory::MathSymbol => "Sm",
        GeneralCategory::CurrencySymbol => "Sc",
        GeneralCategory::ModifierSymbol => "Sk",
        GeneralCategory::OtherSymbol => "So",
        GeneralCategory::SpaceSeparator => "Zs",
        GeneralCategory::LineSeparator => "Zl",
        GeneralCategory::ParagraphSeparator => "Zp",
        GeneralCategory::Control => "Cc",
        GeneralCategory::Format => "Cf",
        GeneralCategory::Surrogate => "Cs",
        GeneralCategory::PrivateUse => "Co",
        GeneralCategory::Unassigned => "Cn",
    }
}
