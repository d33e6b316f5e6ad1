"""Text in HTML."""

import re

# The entities that texts have; the standard lists two thousand more.
_LISTED = """
    lt:< gt:> amp:& quot:" apos:' copy:© reg:® trade:™ hellip:… mdash:— ndash:– lsquo:‘ rsquo:’ ldquo:“ rdquo:” bull:• middot:·
    times:× divide:÷ deg:° plusmn:± micro:µ para:¶ sect:§ laquo:« raquo:» euro:€ pound:£ yen:¥ cent:¢ frac12:½ frac14:¼ frac34:¾
    sup2:² sup3:³ larr:← rarr:→ uarr:↑ darr:↓ harr:↔ infin:∞ ne:≠ le:≤ ge:≥ asymp:≈ sum:∑ prod:∏ radic:√ int:∫ part:∂ nabla:∇ alpha:α
    beta:β gamma:γ delta:δ epsilon:ε lambda:λ mu:μ pi:π sigma:σ tau:τ phi:φ omega:ω Delta:Δ Sigma:Σ Omega:Ω aacute:á agrave:à acirc:â
    atilde:ã auml:ä aring:å aelig:æ ccedil:ç eacute:é egrave:è ecirc:ê euml:ë iacute:í igrave:ì icirc:î iuml:ï ntilde:ñ oacute:ó
    ograve:ò ocirc:ô otilde:õ ouml:ö oslash:ø uacute:ú ugrave:ù ucirc:û uuml:ü yacute:ý yuml:ÿ szlig:ß Aacute:Á Agrave:À Acirc:Â
    Atilde:Ã Auml:Ä Aring:Å AElig:Æ Ccedil:Ç Eacute:É Egrave:È Ecirc:Ê Euml:Ë Ntilde:Ñ Oacute:Ó Ouml:Ö Oslash:Ø Uacute:Ú Uuml:Ü
"""
_NAMED = {pair[:-2]: pair[-1] for pair in _LISTED.split()} | {"nbsp": "\xa0"}


def escape(s, quote=True):
    """Text that HTML shows as it is."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(match):
    name = match[1]
    if not name.startswith("#"):
        return _NAMED.get(name, match[0])
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\uFFFD"


def unescape(s):
    """Text with the characters that its entities stand for."""
    return re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);", _character, s) if "&" in s else s
