rows = [("Linear", (64, 128), 8320), ("ReLU", (64, 128), 0), ("Linear", (64, 10), 1290)]
print("=" * 44)
print(f"{'Layer (type)':<16}{'Output Shape':<18}{'Param #':>10}")
print("-" * 44)
for i, (name, shape, n) in enumerate(rows, 1):
    print(f"{name + '-' + str(i):<16}{str(list(shape)):<18}{n:>10,}")
print("=" * 44)
print("Total: {:,}".format(sum(r[2] for r in rows)))
print("%-10s|%8.3f|%6.2e" % ("loss", 0.69314718, 1e-3))
