import torch
from torch import nn

torch.manual_seed(0)
image = torch.linspace(-2, 2, 2 * 4 * 6 * 6).reshape(2, 4, 6, 6).sin()
signal = torch.linspace(-1, 3, 2 * 4 * 9).reshape(2, 4, 9).cos()
rows = torch.linspace(-2, 2, 15).reshape(5, 3)
steps = torch.linspace(-1, 1, 5 * 3 * 4).reshape(5, 3, 4)
ids = torch.tensor([[1, 2, 0], [3, 1, 1]])
layers = [
    (nn.Conv1d(4, 2, 3, padding=1), signal), (nn.Conv2d(4, 2, 3, stride=2), image), (nn.Conv2d(4, 4, 3, groups=2, padding="same"), image),
    (nn.ConvTranspose2d(4, 2, 2, stride=2), image), (nn.ConvTranspose1d(4, 2, 3), signal), (nn.MaxPool2d(2), image),
    (nn.MaxPool1d(3), signal), (nn.AvgPool2d(2), image), (nn.AvgPool1d(2), signal), (nn.AdaptiveAvgPool2d(1), image),
    (nn.AdaptiveMaxPool2d(2), image), (nn.BatchNorm1d(3), rows), (nn.BatchNorm2d(4), image), (nn.InstanceNorm2d(4), image),
    (nn.LayerNorm(3), rows), (nn.GroupNorm(2, 4), image), (nn.RMSNorm(3), rows), (nn.Embedding(4, 3), ids), (nn.EmbeddingBag(4, 3), ids),
    (nn.RNN(4, 3), steps), (nn.LSTM(4, 3, bidirectional=True), steps), (nn.GRU(4, 3, num_layers=2), steps), (nn.Linear(3, 2), rows),
    (nn.Flatten(), image), (nn.Unflatten(1, (2, 2)), image), (nn.ZeroPad2d(1), image), (nn.ReflectionPad2d(1), image),
    (nn.ReplicationPad1d(2), signal), (nn.CircularPad2d(1), image), (nn.Upsample(scale_factor=2), image),
    (nn.Upsample(scale_factor=2, mode="bilinear"), image), (nn.PixelShuffle(2), image), (nn.Unfold(3), image), (nn.PReLU(), rows),
    (nn.GELU(), rows), (nn.SiLU(), rows), (nn.ELU(), rows), (nn.SELU(), rows), (nn.CELU(), rows), (nn.Mish(), rows), (nn.GLU(0), image),
    (nn.Softplus(), rows), (nn.Softshrink(), rows), (nn.Hardtanh(), rows), (nn.Hardswish(), rows), (nn.Hardsigmoid(), rows),
    (nn.LogSigmoid(), rows), (nn.Softsign(), rows), (nn.Tanhshrink(), rows), (nn.ReLU6(), rows), (nn.LeakyReLU(), rows),
    (nn.Threshold(0.1, 7.0), rows), (nn.Softmax(dim=1), rows), (nn.LogSoftmax(dim=0), rows), (nn.Softmin(dim=1), rows),
    (nn.Dropout(0.5), rows), (nn.Dropout2d(0.5), image), (nn.AlphaDropout(0.3), rows), (nn.LPPool2d(2, 2), image.abs()),
    (nn.TransformerEncoderLayer(4, 2, 8, dropout=0.0), steps), (nn.LocalResponseNorm(2), image), (nn.CosineSimilarity(dim=1), None),
]
for seed, (layer, x) in enumerate(layers):
    torch.manual_seed(seed)
    if hasattr(layer, "reset_parameters"):
        layer.reset_parameters()
    try:
        if x is None:
            y = layer(rows, rows.flip(0))
        else:
            if x.is_floating_point():
                x = x.clone().requires_grad_()
            y = layer(x)
        y = y[0] if isinstance(y, tuple) else y
        weights = torch.linspace(0.5, 1.5, y.numel()).reshape(y.shape)
        (y * weights).sum().backward() if y.requires_grad else None
        grads = [round(p.grad.norm().item(), 3) for p in layer.parameters()]
        print(layer, tuple(y.shape), f"{abs(y.sum().item()):.2f}", grads, None if x is None or x.grad is None else f"{x.grad.norm().item():.3f}")
    except Exception as error:
        print(layer, type(error).__name__, error)
