# Batch and layer normalization from means and variances; what training and evaluating do to the statistics.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(6, 3) * 2 + 1
bn = nn.BatchNorm1d(3)
y = bn(x)
mean, var = x.mean(0), x.var(0, unbiased=False)
print(torch.allclose(y, (x - mean) / torch.sqrt(var + bn.eps), atol=1e-6))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
print(torch.allclose(bn.running_mean, 0.1 * mean), torch.allclose(bn.running_var, 0.9 + 0.1 * x.var(0)))
bn.eval()
print(bn(x)[0], bn.num_batches_tracked.item(), bn.training)
bn.train().reset_running_stats()
print(bn.running_mean, bn(torch.randn(4, 3, 5)).shape)
none = nn.BatchNorm1d(3, affine=False, track_running_stats=False)
print(none.running_mean, list(none.parameters()), none(x).std(0, correction=0).sub(1).abs() < 1e-4)
ln = nn.LayerNorm(3, elementwise_affine=False)
print(torch.allclose(ln(x), (x - x.mean(1, keepdim=True)) / (x.var(1, keepdim=True, correction=0) + 1e-5).sqrt(), atol=1e-5))
images = torch.randn(2, 4, 3, 3)
b2 = nn.BatchNorm2d(4)
print(b2(images).mean((0, 2, 3)).abs().max() < 1e-6, b2(images).var((0, 2, 3), correction=0).sub(1).abs() < 1e-4)
gn = nn.GroupNorm(2, 4)
grouped = images.view(2, 2, -1)
by_hand = ((grouped - grouped.mean(-1, keepdim=True)) / (grouped.var(-1, keepdim=True, correction=0) + gn.eps).sqrt()).view_as(images)
print(torch.allclose(gn(images), by_hand, atol=1e-5), torch.allclose(nn.InstanceNorm2d(4)(images), F.group_norm(images, 4), atol=1e-5))
rms = nn.RMSNorm(3, eps=1e-6)
print(torch.allclose(rms(x), x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6), atol=1e-6), rms)
momentum = nn.BatchNorm1d(3, momentum=None)
for batch in x.chunk(3):
    momentum(batch)
print(momentum.running_mean, x.mean(0))
with torch.no_grad():
    bn.weight.fill_(2.0)
    bn.bias.copy_(torch.arange(3.0))
print(bn(x).mean(0), bn.state_dict()["weight"], [n for n, _ in bn.named_buffers()])
