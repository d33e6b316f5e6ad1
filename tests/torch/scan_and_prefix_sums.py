# Sums, products and maxima of everything so far: moving averages, returns, inverse sampling, runs.
import torch

x = torch.tensor([1.0, 3.0, 2.0, 5.0, 4.0])
print(x.cumsum(0), x.cumprod(0), x.cummax(0), torch.cummin(x.flip(0), 0).values, x.logcumsumexp(0))
window = 3
sums = torch.cat([torch.zeros(1), x.cumsum(0)])
print((sums[window:] - sums[:-window]) / window, x.unfold(0, window, 1).mean(1), torch.nn.functional.avg_pool1d(x.view(1, 1, -1), 3, 1))
smooth = [x[0]]
for value in x[1:]:
    smooth.append(0.7 * smooth[-1] + 0.3 * value)
print(torch.stack(smooth))
rewards = torch.tensor([0.0, 0.0, 1.0, 0.0, 2.0])
gamma = 0.9
powers = gamma ** torch.arange(5)
print((rewards * powers).flip(0).cumsum(0).flip(0) / powers)
values = torch.tensor([0.5, 0.4, 0.9, 1.0, 1.5, 0.0])
delta = rewards + gamma * values[1:] - values[:-1]
advantage, total = torch.zeros(5), 0.0
for t in range(4, -1, -1):
    total = delta[t] + gamma * 0.95 * total
    advantage[t] = total
print(delta, advantage)
torch.manual_seed(0)
p = torch.tensor([0.1, 0.2, 0.3, 0.4])
draws = torch.searchsorted(p.cumsum(0), torch.rand(1000)).clamp(max=3)
print(torch.bincount(draws, minlength=4) / 1000)
drawdown = (x.cummax(0).values - x).max()
print(drawdown, torch.diff(x), torch.diff(x, n=2), torch.gradient(x)[0], torch.trapezoid(x), torch.cumulative_trapezoid(x))
bits = torch.tensor([1, 1, 0, 1, 1, 1, 0])
values, counts = torch.unique_consecutive(bits, return_counts=True)
print(values, counts, counts[values == 1].max(), (bits.diff() != 0).sum() + 1)
a = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
a.cumsum(0).pow(2).sum().backward()
print(a.grad, torch.ones(3, 3).triu().cumsum(1), torch.tensor([[True, False], [True, True]]).cumprod(0))
