"""Text in lines of a given width."""


def _chunks(text, break_on_hyphens):
    """Words and the white space between them; words break after hyphens between letters."""
    chunks, at, end = [], 0, len(text)
    while at < end:
        start = at
        space = text[at] == " "
        while at < end and (text[at] == " ") == space:
            at += 1
        word = text[start:at]
        if space or not break_on_hyphens:
            chunks.append(word)
            continue
        cut = 0
        for i in range(2, len(word) - 1):
            if word[i] == "-" and word[i - 1].isalpha() and word[i - 2].isalpha() and word[i + 1].isalpha():
                chunks.append(word[cut:i + 1])
                cut = i + 1
        chunks.append(word[cut:])
    return [chunk for chunk in chunks if chunk]


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.tabsize = expand_tabs, replace_whitespace, tabsize
        self.break_long_words, self.drop_whitespace, self.break_on_hyphens = break_long_words, drop_whitespace, break_on_hyphens
        self.max_lines, self.placeholder = max_lines, placeholder

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in "\t\n\x0b\x0c\r":
                text = text.replace(c, " ")
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks = _chunks(text, self.break_on_hyphens)[::-1]
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                room = max(width - length, 1) if width >= 1 else 1
                if self.break_long_words:
                    line.append(chunks[-1][:room])
                    chunks[-1] = chunks[-1][room:]
                elif not line:
                    line.append(chunks.pop())
            if self.drop_whitespace and line and not line[-1].strip():
                line.pop()
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 == self.max_lines
            rest = chunks and not (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if not (last and rest):
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= width:
                    lines.append(indent + "".join(line) + self.placeholder)
                    return lines
                line.pop()
            if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                lines[-1] = lines[-1].rstrip() + self.placeholder
            else:
                lines.append(indent + self.placeholder.lstrip())
            return lines
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph with line breaks."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """A text cut to fit into `width`."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Takes away the white space that all lines begin with."""
    lines = ["" if line.isspace() else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            while not indent.startswith(margin):
                margin = margin[:-1]
    margin = margin or ""
    return "\n".join(line[len(margin):] if line.startswith(margin) else line for line in lines)


def indent(text, prefix, predicate=None):
    """Puts `prefix` before each line that is not blank."""
    return "".join(prefix + line if (predicate(line) if predicate else line.strip()) else line for line in text.splitlines(True))
