import math
for epoch in range(0, 30, 7):
    loss = math.exp(-epoch / 10)
    acc = 1 - loss / 2
    print(f"Epoch [{epoch + 1:>3}/30] loss: {loss:.4f}, acc: {acc:6.2%}, lr: {0.1 * 0.5 ** (epoch // 10):g}")
print("epoch {:03d} | loss {:.3e} | {}".format(7, 0.00123, "#" * 5 + "." * 5))
