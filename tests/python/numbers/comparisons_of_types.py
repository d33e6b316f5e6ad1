for f in (lambda: 1 < "a", lambda: [] < (), lambda: None < 1, lambda: {} < {}, lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (2,), lambda: -"a", lambda: ~1.5,
          lambda: 1 @ 2, lambda: "a" * "b", lambda: 2 ** "a", lambda: {1} + {2}, lambda: "a" - "b", lambda: None + 1, lambda: 1 << 1.5, lambda: 5 % "a", lambda: [] * 1.5):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(1 == "1", [] == (), None == 0, "a" != 1)
