# Sizes that come out of convolution and pooling, receptive fields, and a convolution as a product of matrices.
import torch
import torch.nn.functional as F
from torch import nn

x = torch.arange(64.0).reshape(1, 1, 8, 8)
for kernel, stride, padding, dilation in [(3, 1, 0, 1), (3, 1, 1, 1), (3, 2, 1, 1), (5, 1, 2, 1), (3, 1, 2, 2), (2, 2, 0, 1)]:
    layer = nn.Conv2d(1, 1, kernel, stride=stride, padding=padding, dilation=dilation)
    size = (8 + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
    print(kernel, stride, padding, dilation, tuple(layer(x).shape), size)
print(nn.Conv2d(1, 4, 3, padding="same")(x).shape, nn.MaxPool2d(2)(x).flatten(), nn.AvgPool2d(4, stride=2)(x).squeeze())
print(nn.AdaptiveAvgPool2d((2, 1))(x), F.max_pool2d(x, 3, stride=2, ceil_mode=True).shape, F.avg_pool2d(x, 3, padding=1)[0, 0, 0])
sobel = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]).view(1, 1, 3, 3)
print(F.conv2d(x, sobel)[0, 0, 0], F.conv2d(x, sobel.mT)[0, 0, :, 0])
columns = F.unfold(x, kernel_size=3)
product = (sobel.view(1, 9) @ columns).view(1, 1, 6, 6)
print(columns.shape, torch.equal(product, F.conv2d(x, sobel)), F.fold(columns, (8, 8), 3)[0, 0, :2, :4])
torch.manual_seed(0)
stack = nn.Sequential(*[nn.Conv2d(1, 1, 3, padding=1, bias=False) for _ in range(3)])
probe = torch.zeros(1, 1, 9, 9, requires_grad=True)
stack(probe)[0, 0, 4, 4].backward()
print("receptive field", (probe.grad[0, 0] != 0).int().sum(0).tolist())
depthwise = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1, groups=8), nn.Conv2d(8, 16, 1))
full = nn.Conv2d(8, 16, 3, padding=1)
print([sum(p.numel() for p in m.parameters()) for m in (depthwise, full)], depthwise(torch.ones(2, 8, 5, 5)).shape)
up = nn.ConvTranspose2d(1, 1, 2, stride=2, bias=False)
nn.init.ones_(up.weight)
print(up(torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])))
causal = nn.Conv1d(1, 1, 3, dilation=2)
signal = torch.randn(1, 1, 10)
padded = F.pad(signal, (4, 0))
print(causal(padded).shape, torch.allclose(causal(padded)[..., :5], causal(F.pad(signal[..., :5], (4, 0)))))
