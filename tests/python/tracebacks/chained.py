def load(name):
    table = {"a": 1}
    try:
        return table[name]
    except KeyError as error:
        raise ValueError(f"no entry {name!r}") from error

load("a")
load("b")
