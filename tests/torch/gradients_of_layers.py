# Gradients against finite differences, in float64, over every layer and loss; second ones where PyTorch has them.
import torch
import torch.nn as nn
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)

LAYERS = [
    (nn.Identity(), (2, 3)), (nn.Linear(3, 2), (4, 3)), (nn.Conv1d(2, 3, 2, padding=1), (2, 2, 5)),
    (nn.Conv2d(2, 4, 3, stride=2, padding=1, groups=2), (1, 2, 5, 4)), (nn.Conv2d(1, 2, 2, dilation=2), (1, 1, 4, 5)),
    (nn.Conv2d(1, 2, 3, padding=1, padding_mode="reflect"), (1, 1, 4, 4)), (nn.Conv3d(1, 2, 2), (1, 1, 3, 3, 2)),
    (nn.ConvTranspose1d(2, 2, 3, stride=2), (1, 2, 3)), (nn.ConvTranspose2d(2, 2, 2, stride=2, output_padding=1), (1, 2, 2, 3)),
    (nn.ConvTranspose3d(1, 1, 2), (1, 1, 2, 2, 2)), (nn.MaxPool1d(2), (1, 2, 6)), (nn.MaxPool2d(2, 1), (1, 2, 3, 4)),
    (nn.MaxPool3d(2), (1, 1, 4, 2, 3)), (nn.AvgPool1d(2), (1, 2, 6)), (nn.AvgPool2d(2, 1, 1), (1, 2, 3, 3)),
    (nn.AvgPool3d(2), (1, 1, 4, 2, 3)), (nn.AdaptiveAvgPool1d(2), (1, 2, 5)), (nn.AdaptiveAvgPool2d(2), (1, 2, 5, 3)),
    (nn.AdaptiveAvgPool3d(2), (1, 1, 3, 3, 4)), (nn.AdaptiveMaxPool1d(2), (1, 2, 5)), (nn.AdaptiveMaxPool2d(2), (1, 2, 5, 3)),
    (nn.AdaptiveMaxPool3d(2), (1, 1, 3, 3, 4)), (nn.LPPool2d(2, 2), (1, 1, 4, 4)), (nn.BatchNorm1d(3), (4, 3)),
    (nn.BatchNorm2d(2), (2, 2, 3, 2)), (nn.BatchNorm3d(2), (2, 2, 2, 2, 2)), (nn.BatchNorm1d(3).eval(), (4, 3)),
    (nn.InstanceNorm1d(2, affine=True), (2, 2, 4)), (nn.InstanceNorm2d(2), (1, 2, 3, 3)), (nn.LayerNorm((3, 2)), (2, 3, 2)),
    (nn.GroupNorm(2, 4), (2, 4, 3)), (nn.RMSNorm(4), (2, 4)), (nn.LocalResponseNorm(2), (1, 3, 2, 2)),
    (nn.Flatten(), (2, 3, 2)), (nn.Unflatten(1, (2, 2)), (2, 4)), (nn.Upsample(scale_factor=2), (1, 2, 3)),
    (nn.Upsample(scale_factor=2, mode="bilinear"), (1, 1, 3, 2)), (nn.PixelShuffle(2), (1, 4, 2, 2)),
    (nn.PixelUnshuffle(2), (1, 1, 4, 2)), (nn.ChannelShuffle(2), (1, 4, 2)), (nn.ZeroPad2d(1), (1, 1, 2, 2)),
    (nn.ReflectionPad1d(2), (1, 2, 4)), (nn.ReplicationPad2d(1), (1, 1, 2, 3)), (nn.CircularPad1d(1), (1, 2, 4)),
    (nn.ReLU(), (2, 3)), (nn.LeakyReLU(), (2, 3)), (nn.PReLU(), (2, 3)), (nn.ELU(), (2, 3)), (nn.CELU(), (2, 3)),
    (nn.SELU(), (2, 3)), (nn.GELU(), (2, 3)), (nn.GELU("tanh"), (2, 3)), (nn.SiLU(), (2, 3)), (nn.Mish(), (2, 3)),
    (nn.Sigmoid(), (2, 3)), (nn.Tanh(), (2, 3)), (nn.Softplus(), (2, 3)), (nn.Softsign(), (2, 3)), (nn.Tanhshrink(), (2, 3)),
    (nn.Softshrink(), (2, 3)), (nn.Hardshrink(), (2, 3)), (nn.Hardtanh(), (2, 3)), (nn.Hardsigmoid(), (2, 3)),
    (nn.Hardswish(), (2, 3)), (nn.ReLU6(), (2, 3)), (nn.LogSigmoid(), (2, 3)), (nn.Softmax(1), (2, 3)),
    (nn.LogSoftmax(1), (2, 3)), (nn.Softmin(1), (2, 3)), (nn.GLU(), (2, 4)), (nn.Threshold(0.1, 2.0), (2, 3)),
    (nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0), (3, 2, 4)), (nn.Fold((3, 3), 2), (1, 4, 4)), (nn.Unfold(2), (1, 1, 3, 3)),
]
# Layers whose second derivatives are checked too.
TWICE = (nn.Linear, nn.Conv1d, nn.Conv2d, nn.BatchNorm1d, nn.LayerNorm, nn.GroupNorm, nn.RMSNorm, nn.GELU, nn.SiLU, nn.Mish, nn.Sigmoid,
         nn.Tanh, nn.Softplus, nn.Softmax, nn.LogSoftmax, nn.AvgPool2d, nn.MaxPool2d, nn.ELU, nn.LogSigmoid, nn.Upsample)

for layer, shape in LAYERS:
    x = torch.randn(shape, requires_grad=True)
    inputs = (x, *layer.parameters())
    call = lambda x, *_: layer(x)
    again = gradgradcheck(call, inputs) if type(layer) in TWICE else "-"
    print(type(layer).__name__, gradcheck(call, inputs), again)

for layer, shape in [(nn.RNN(2, 3), (3, 2, 2)), (nn.LSTM(2, 2, bidirectional=True), (3, 1, 2)), (nn.GRU(2, 3), (3, 1, 2)),
                     (nn.RNNCell(2, 3), (2, 2)), (nn.LSTMCell(2, 2), (2, 2)), (nn.GRUCell(2, 2), (2, 2))]:
    x = torch.randn(shape, requires_grad=True)
    print(type(layer).__name__, gradcheck(lambda x, *_: layer(x)[0], (x, *layer.parameters())))

bilinear = nn.Bilinear(2, 3, 2)
a, b = torch.randn(2, 2, requires_grad=True), torch.randn(2, 3, requires_grad=True)
print("Bilinear", gradcheck(lambda a, b, *_: bilinear(a, b), (a, b, *bilinear.parameters())))
attention = nn.MultiheadAttention(4, 2, batch_first=True)
q = torch.randn(1, 3, 4, requires_grad=True)
print("MultiheadAttention", gradcheck(lambda q, *_: attention(q, q, q)[0], (q, *attention.parameters())))
embedding = nn.Embedding(4, 2)
print("Embedding", gradcheck(lambda w: nn.functional.embedding(torch.tensor([0, 3, 0]), w), (embedding.weight,)))
bag = nn.EmbeddingBag(4, 2)
print("EmbeddingBag", gradcheck(lambda w: nn.functional.embedding_bag(torch.tensor([[0, 3], [1, 1]]), w), (bag.weight,)))

x = torch.randn(3, 4)
positive = torch.rand(3, 4) + 0.1
chance = torch.rand(3, 4) * 0.8 + 0.1
classes = torch.tensor([0, 3, 1])
signs = torch.tensor([1.0, -1.0, 1.0])
LOSSES = [
    (nn.MSELoss(), x, positive), (nn.L1Loss(), x, positive), (nn.SmoothL1Loss(), x, positive), (nn.HuberLoss(delta=0.5), x, positive),
    (nn.CrossEntropyLoss(), x, classes), (nn.CrossEntropyLoss(label_smoothing=0.1, weight=positive[0]), x, classes),
    (nn.CrossEntropyLoss(), x, chance / chance.sum(1, keepdim=True)), (nn.NLLLoss(), x, classes), (nn.BCELoss(), chance, chance.flip(0)),
    (nn.BCEWithLogitsLoss(), x, chance), (nn.KLDivLoss(reduction="batchmean"), x, chance), (nn.PoissonNLLLoss(), x, positive),
    (nn.SoftMarginLoss(), x, x.sign()), (nn.MultiMarginLoss(), x, classes), (nn.MultiLabelSoftMarginLoss(), x, chance),
    (nn.HingeEmbeddingLoss(), x, x.sign()),
]
for loss, input, target in LOSSES:
    input = input.clone().requires_grad_()
    print(type(loss).__name__, gradcheck(lambda x: loss(x, target), (input,)))
a, b, c = (torch.randn(3, 4, requires_grad=True) for _ in range(3))
print("CosineEmbeddingLoss", gradcheck(lambda a, b: nn.CosineEmbeddingLoss(0.1)(a, b, signs), (a, b)))
print("TripletMarginLoss", gradcheck(nn.TripletMarginLoss(), (a, b, c)))
print("MarginRankingLoss", gradcheck(lambda a, b: nn.MarginRankingLoss(0.2)(a[:, 0], b[:, 0], signs), (a, b)))
print("GaussianNLLLoss", gradcheck(lambda a, v: nn.GaussianNLLLoss()(a, x, v.exp()), (a, b)))
torch.manual_seed(1)
steps = torch.randn(5, 2, 4).log_softmax(-1).requires_grad_()
ctc = lambda steps: nn.CTCLoss()(steps, torch.tensor([[1, 2], [3, 3]]), torch.tensor([5, 5]), torch.tensor([2, 2]))
print("CTCLoss", ctc(steps))
