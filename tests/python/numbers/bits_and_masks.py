x = 0b1011_0010
for i in range(8):
    print(x >> i & 1, end="")
print()
print(f"{x:08b} {x:#x} {x:o} {x & -x} {x ^ 0xff:08b} {bin(x).count('1')}")
mask = sum(1 << i for i in (0, 3, 5))
print(mask, [i for i in range(8) if mask & 1 << i], x & ~mask)
