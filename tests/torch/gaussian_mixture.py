# Expectation and maximisation for two normal distributions.
import math

import torch

torch.manual_seed(0)
data = torch.cat([torch.normal(-2.0, 0.7, (80,)), torch.normal(1.5, 1.2, (120,))])
weight = torch.tensor([0.5, 0.5])
mean = torch.tensor([-1.0, 1.0])
std = torch.tensor([1.0, 1.0])


def log_density(x, mean, std):
    z = (x[:, None] - mean) / std
    return -0.5 * z.square() - std.log() - 0.5 * math.log(2 * math.pi)


for iteration in range(30):
    joint = log_density(data, mean, std) + weight.log()
    evidence = torch.logsumexp(joint, dim=1)
    responsibility = (joint - evidence[:, None]).exp()
    count = responsibility.sum(0)
    weight = count / len(data)
    mean = (responsibility * data[:, None]).sum(0) / count
    std = ((responsibility * (data[:, None] - mean) ** 2).sum(0) / count).sqrt()
    if iteration % 6 == 0:
        print(iteration, f"{evidence.mean().item():.5f}", mean.tolist())
print(weight, mean, std)
reference = torch.distributions.Normal(mean, std).log_prob(data[:, None])
print(torch.allclose(reference, log_density(data, mean, std), atol=1e-5))
# The same by gradient descent on unconstrained parameters.
logits = torch.zeros(2, requires_grad=True)
m = torch.tensor([-1.0, 1.0], requires_grad=True)
log_std = torch.zeros(2, requires_grad=True)
optimizer = torch.optim.Adam([logits, m, log_std], lr=0.05)
for _ in range(150):
    nll = -torch.logsumexp(log_density(data, m, log_std.exp()) + logits.log_softmax(0), 1).mean()
    optimizer.zero_grad()
    nll.backward()
    optimizer.step()
print(f"{-nll.item():.4f}", logits.softmax(0).detach(), m.detach())
