def f(n):
    if n:
        pass
    else:
        for i in range(2):
            if i:
                continue
            else:
                pass
        while False:
            pass
    return "end"
print(f(0), f(1))
