name, n, x = "Ada", 42, 3.14159
print(f"hello {name}!", f"{n}", f"{n + 1}", f"{x}", f"{name!r}", f"{name!s}", f"{'é'!a}")
print(f"{{braces}} {n}", f"{n=}", f"{n = }", f"{x=:.2f}", f"{name=!s}", f"{n+1=}")
print(f"{name:>10}|{name:<10}|{name:^10}|{name:*^11}|{n:05d}|{x:8.3f}|{x:<8.1f}|")
print(f"{n:,} {1234567:,} {1234567.891:,.2f} {n:b} {n:x} {n:#o} {n:e} {n:.1%} {0.25:%}")
width, precision = 10, 2
print(f"{x:{width}.{precision}f}|{name:{'^'}{width}}|")
print(f"{'nested ' + f'{n}'} {[i for i in range(3)]} {({'a': 1})['a']} {(lambda v: v * 2)(4)}")
print(f"{True} {None} {[1, 'a']} {{}} {'a' if n else 'b'}")
print(f'''multi
{n}
line''')
