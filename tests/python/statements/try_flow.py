def f(kind):
    try:
        print("try", kind)
        if kind == "raise":
            raise ValueError(kind)
        if kind == "return":
            return "from try"
    except ValueError as e:
        print("except", e)
        return "from except"
    else:
        print("else")
    finally:
        print("finally")
    return "end"
for k in ("none", "raise", "return"):
    print(f(k))
def override():
    try:
        return 1
    finally:
        return 2
print(override())
def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("i", i)
        finally:
            print("f", i)
            if i == 2:
                break
    return i
print(loop())
