row = [1]
for _ in range(7): print(" ".join(map(str, row)).center(24)); row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]
