rows = [
    [1, 2],
    [3],
]
total = sum(
    row[1]
    for row in rows
)
