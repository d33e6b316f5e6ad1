for x in (0.5, 1.5, 2.5, -0.5, 2.675, 1e15 + 0.5): print(x, round(x), round(x, 1), int(x), f"{x:.0f}", f"{x:.1f}")
