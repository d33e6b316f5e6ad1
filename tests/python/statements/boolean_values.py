def t(x):
    print("t%r" % (x,), end=" ")
    return x
print(t(0) or t("a") or t(1))
print(t(1) and t([]) and t(2))
print(not t(0), not t(1))
print(t(0) and t(1) or t(2))
print([] or {} or 0 or None or "end")
print(bool(0.0), bool(""), bool(" "), bool(()), bool((0,)), bool(range(0)), bool(range(1)))
class Empty:
    def __len__(self):
        return 0
class No:
    def __bool__(self):
        return False
print(bool(Empty()), bool(No()), not Empty())
