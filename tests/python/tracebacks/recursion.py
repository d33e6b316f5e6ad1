def down(n):
    if n == 1000000:
        return 0
    return down(n + 1)

down(0)
