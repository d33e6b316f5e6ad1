# A line fitted by hand: two numbers and their gradients.
import torch

torch.manual_seed(0)

# 50 points near y = 3x - 1, which we pretend not to know.
x = torch.linspace(-1, 1, 50)
y = 3 * x - 1 + 0.2 * torch.randn(50)

# Slope and height of our own line: both want gradients.
w = torch.tensor(0.0, requires_grad=True)
b = torch.tensor(0.0, requires_grad=True)

for step in range(40):
    guess = w * x + b  # forward
    loss = ((guess - y) ** 2).mean()
    loss.backward()  # fills w.grad and b.grad
    with torch.no_grad():  # the update is not in the graph
        w -= 0.2 * w.grad  # downhill
        b -= 0.2 * b.grad
    if step % 5 == 0:
        print(f"step {step:2d}  loss {loss.item():.4f}  w {w.item():.3f}  b {b.item():.3f}")
    w.grad.zero_()  # backward() adds to what is there
    b.grad.zero_()

print(f"found y = {w.item():.3f} x {b.item():+.3f}")
print(loss)
