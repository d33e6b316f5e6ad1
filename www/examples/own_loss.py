# A loss of one's own: a formula, written with + - * / and **.
import torch
from torch import nn
import matplotlib.pyplot as plt


class PseudoHuber(nn.Module):
    """Square near zero, straight far away: wild points pull less."""

    def __init__(self, delta=0.2):
        super().__init__()
        self.delta = delta

    def forward(self, guess, target):
        error = (guess - target) / self.delta
        return (self.delta**2 * ((1 + error**2) ** 0.5 - 1)).mean()


torch.manual_seed(0)

# A wave, measured 60 times. Every tenth went badly wrong.
x = torch.linspace(-2, 2, 60).unsqueeze(1)
truth = torch.sin(2 * x)
y = truth + 0.1 * torch.randn(60, 1)
y[5::10] += 3


def fit(loss_fn):
    torch.manual_seed(1)  # the same weights for both
    model = nn.Sequential(nn.Linear(1, 24), nn.Tanh(), nn.Linear(24, 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for step in range(300):
        loss = loss_fn(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 60 == 0:
            print(f"  step {step:3d}  loss {loss.item():.4f}")
    return model(x).detach()


plt.scatter(x, y, s=12, label="measured")
for name, loss_fn in [("squared error", nn.MSELoss()), ("pseudo-Huber", PseudoHuber())]:
    print(name, loss_fn)
    curve = fit(loss_fn)
    print(f"  mean distance from the true wave: {(curve - truth).abs().mean().item():.3f}")
    plt.plot(x, curve, label=name)
plt.legend()
plt.show()
