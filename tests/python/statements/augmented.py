x = 7
x += 3; print(x)
x -= 1; print(x)
x *= 2; print(x)
x //= 4; print(x)
x **= 3; print(x)
x %= 10; print(x)
x <<= 4; print(x)
x >>= 1; print(x)
x |= 3; print(x)
x &= 6; print(x)
x ^= 5; print(x)
x /= 4; print(x)
names = ["a"]
alias = names
names += ["b"]
print(alias, names is alias)
t = (1,)
u = t
t += (2,)
print(t, u)
table = {"k": [1, 2]}
table["k"][0] += 10
table["k"] += [3]
print(table)
