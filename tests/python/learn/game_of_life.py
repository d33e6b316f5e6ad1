def step(live):
    from collections import Counter
    near = Counter((x + dx, y + dy) for x, y in live for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, n in near.items() if n == 3 or n == 2 and c in live}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for g in range(4):
    print("\n".join("".join("#" if (x, y) in glider else "." for x in range(5)) for y in range(5)), sorted(glider)[0])
    glider = step(glider)
