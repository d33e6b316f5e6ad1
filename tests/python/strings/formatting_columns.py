data = [("alice", 3.14159, 42), ("bob", 2.71828, 7), ("christopher", 1.0, 12345)]
w = max(len(n) for n, *_ in data)
for n, x, i in data: print(f"{n:<{w}} | {x:>8.3f} | {i:>6,d} | {i:06d} | {x:.1e} | {x:%}")
print("-" * (w + 24)); print("{:^{w}}|{:+.2f}|{:x}".format("mid", -1.5, 255, w=w)); print(" ".join(f"{i:02d}" for i in range(5)), f"{'a':*^7}{1:>4}{True!s:<6}|", f"{1e-7:g} {123456789:.3g} {0.1 + 0.2:.17f}")
print(f"{'nested':>{10}}", f"{3.0:g} {3.5:g} {1e10:g}", f"{1234567.891:_.2f}", f"{-5:=+6d}", f"{5:b} {5:o} {5:#x} {5:08b}", f"{[1, 2]!r:>10}", "%-10s|%+5d|%05.1f" % ("pct", 3, 2.25))
