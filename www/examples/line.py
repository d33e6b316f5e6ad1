# A line is fitted by hand: no layers, no optimizer, only two numbers and their gradients.
import torch

torch.manual_seed(0)

# 50 points near a line that we pretend not to know: y = 3x - 1, and some noise.
x = torch.linspace(-1, 1, 50)
y = 3 * x - 1 + 0.2 * torch.randn(50)

# The slope and the height of our own line. Both start at zero and want gradients.
w = torch.tensor(0.0, requires_grad=True)
b = torch.tensor(0.0, requires_grad=True)

for step in range(40):
    guess = w * x + b                 # forward: where our line passes
    loss = ((guess - y) ** 2).mean()  # mean squared distance to the points
    loss.backward()                   # fills w.grad and b.grad
    with torch.no_grad():             # the update itself is not part of the graph
        w -= 0.2 * w.grad             # downhill, against the gradient
        b -= 0.2 * b.grad
    if step % 5 == 0:
        print(f"step {step:2d}  loss {loss.item():.4f}  w {w.item():.3f}  b {b.item():.3f}")
    w.grad.zero_()                    # backward() adds: old gradients would stay in the sum
    b.grad.zero_()

print(f"found y = {w.item():.3f} x {b.item():+.3f}")
print(loss)
