import torch
from torch import nn

torch.manual_seed(0)
w = torch.empty(4, 6)
for name in ("uniform_", "normal_", "ones_", "zeros_", "xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "orthogonal_", "eye_", "trunc_normal_"):
    getattr(nn.init, name)(w)
    print(f"{name:18s} mean {w.mean().item():+.4f} std {w.std().item():.4f} max {w.abs().max().item():.4f}")
nn.init.constant_(w, 0.3)
print(w[0], nn.init.calculate_gain("relu"), nn.init.calculate_gain("tanh"), nn.init.calculate_gain("leaky_relu", 0.1))
q = nn.init.orthogonal_(torch.empty(3, 3))
print(torch.allclose(q @ q.t(), torch.eye(3), atol=1e-5))


def init_weights(m):
    if isinstance(m, nn.Linear):
        torch.nn.init.xavier_uniform_(m.weight, gain=nn.init.calculate_gain("relu"))
        m.bias.data.fill_(0.01)
    if type(m) == nn.Conv2d:
        nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")


net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Linear(3, 2), nn.Linear(2, 2))
net.apply(init_weights)
for name, p in net.named_parameters():
    print(name, p.data.flatten()[:3])
for layer in (nn.Linear(3, 2), nn.Conv1d(2, 1, 2), nn.Embedding(3, 2), nn.LSTM(2, 1), nn.Bilinear(1, 2, 1), nn.LayerNorm(2)):
    print(type(layer).__name__, [p.detach().flatten()[:2].numpy().round(5).tolist() for p in layer.parameters()])
nn.init.uniform_(net[1].weight, a=-0.1, b=0.1)
nn.init.normal_(net[2].weight, mean=1.0, std=0.1)
print(net[1].weight, net[2].weight)
for p in net.parameters():
    if p.dim() > 1:
        nn.init.xavier_normal_(p)
print(net[0].weight.std())
