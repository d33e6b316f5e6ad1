for case in ("a, b = 1, 2, 3", "a, b = 1,", "a, *b = ()", "a, b = 5", "a, b = 'abc'"):
    left, right = case.split(" = ")
    try:
        if case == "a, b = 1, 2, 3":
            a, b = 1, 2, 3
        elif case == "a, b = 1,":
            a, b = 1,
        elif case == "a, *b = ()":
            a, *b = ()
        elif case == "a, b = 5":
            a, b = 5
        else:
            a, b = iter("abc")
    except (ValueError, TypeError) as e:
        print(case, "->", type(e).__name__, e)
