print("{} {}".format(1, "a"), "{1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0}{0}".format("ab"))
print("{:>8}|{:<8}|{:^8}|{:08.3f}|{:+d}|{:,}".format("r", "l", "c", 3.14159, 5, 1234567))
print("{0[1]} {0[0]} {d[key]} {o.real}".format([1, 2], d={"key": "v"}, o=7))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:{}}|{:{w}.{p}}".format("a", 5, "xyz", w=6, p=2))
print("{{}} {}".format(1), "{:d}%".format(50), "{:%}".format(0.5))
class P:
    x = 1
    class Q: y = "deep"
print("{p.x} {p.Q.y} {0.x}".format(P(), p=P))
for t, args in (("{}", ()), ("{0} {}", (1, 2)), ("{", (1,)), ("}", (1,)), ("{a}", ()), ("{0.nope}", (1,)), ("{!x}", (1,)), ("{:d}", ("s",)), ("{2}", (1, 2))):
    try:
        print(t.format(*args))
    except Exception as e:
        print(t, type(e).__name__, e)
print("{a} {b}".format_map({"a": 1, "b": 2}))
