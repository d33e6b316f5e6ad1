try:
    "abc".contains("a")
except AttributeError as e:
    print(e)
try:
    "abc".foo
except AttributeError as e:
    print(e)
try:
    "abc".upper(1)
except TypeError as e:
    print(e)
try:
    "abc".x = 1
except AttributeError as e:
    print(e)
print(hasattr("", "join"), callable("".join), "".join.__name__, type("".join).__name__, [m for m in ("upper", "split", "format") if m in dir(str)])
