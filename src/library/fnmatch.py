"""File name patterns: `*.py`, `data-??.csv`, `[abc]*`."""


def fnmatch(name, pat):
    return _match(name, pat)


fnmatchcase = fnmatch


def filter(names, pat):
    return [name for name in names if _match(name, pat)]


def _match(name, pat):
    if not pat:
        return not name
    c = pat[0]
    if c == "*":
        return any(_match(name[i:], pat[1:]) for i in range(len(name) + 1))
    if not name:
        return False
    if c == "[" and "]" in pat[2:]:
        end = pat.index("]", 2)
        chosen = pat[1:end]
        negate = chosen.startswith("!")
        return _in_set(name[0], chosen[negate:]) != negate and _match(name[1:], pat[end + 1:])
    return c in ("?", name[0]) and _match(name[1:], pat[1:])


def _in_set(c, chosen):
    i = 0
    while i < len(chosen):
        if chosen[i + 1:i + 2] == "-" and i + 2 < len(chosen):
            if chosen[i] <= c <= chosen[i + 2]:
                return True
            i += 3
        else:
            if c == chosen[i]:
                return True
            i += 1
    return False
