import torch
from torch import nn

print(nn.Linear(3, 2), nn.Linear(3, 2, bias=False), nn.Conv2d(1, 2, 3), nn.Conv2d(2, 4, (3, 5), stride=2, padding=1, groups=2, bias=False), nn.Conv1d(1, 2, 3, dilation=2), nn.ConvTranspose2d(2, 1, 2, stride=2, output_padding=1))
print(nn.MaxPool2d(2), nn.AvgPool2d(3, stride=1, padding=1), nn.AdaptiveAvgPool2d((1, 1)), nn.AdaptiveMaxPool2d(2), nn.MaxPool1d(2), nn.Flatten(), nn.Unflatten(1, (2, 3)), nn.Identity(), nn.Upsample(scale_factor=2), nn.PixelShuffle(2))
print(nn.ReLU(), nn.ReLU(inplace=True), nn.LeakyReLU(0.2), nn.ELU(), nn.GELU(), nn.Sigmoid(), nn.Tanh(), nn.Softmax(dim=1), nn.LogSoftmax(dim=-1), nn.Softplus(), nn.PReLU(), nn.SiLU(), nn.Hardtanh(), nn.SELU(), nn.Mish(), nn.GLU(), nn.Threshold(0.1, 2))
print(nn.BatchNorm1d(3), nn.BatchNorm2d(3, affine=False), nn.LayerNorm(4), nn.LayerNorm((2, 3), elementwise_affine=False), nn.GroupNorm(2, 4), nn.InstanceNorm2d(3), nn.RMSNorm(4), nn.Dropout(), nn.Dropout2d(0.2), nn.AlphaDropout(0.1))
print(nn.Embedding(10, 3), nn.Embedding(10, 3, padding_idx=0), nn.EmbeddingBag(4, 2), nn.RNN(2, 3), nn.LSTM(2, 3, num_layers=2, batch_first=True, bidirectional=True, dropout=0.1), nn.GRU(2, 3, bias=False), nn.LSTMCell(2, 3), nn.GRUCell(2, 3), nn.RNNCell(2, 3))
print(nn.MSELoss(), nn.CrossEntropyLoss(), nn.BCEWithLogitsLoss(), nn.NLLLoss(), nn.L1Loss(), nn.SmoothL1Loss(), nn.HuberLoss(), nn.KLDivLoss(), nn.CosineSimilarity(), nn.TripletMarginLoss())
print(nn.MultiheadAttention(4, 2), nn.TransformerEncoderLayer(4, 2, 8), nn.Bilinear(1, 2, 3), nn.ZeroPad2d(1), nn.ReflectionPad2d((1, 1, 0, 0)), nn.Fold((2, 2), 2), nn.Unfold(2))
net = nn.Sequential(nn.Linear(2, 3), nn.Sequential(nn.ReLU(), nn.Linear(3, 3)), nn.ModuleList([nn.Tanh(), nn.Tanh(), nn.Sigmoid()]), nn.ModuleDict({"a": nn.Linear(1, 1), "b": nn.Identity()}), nn.ParameterList([nn.Parameter(torch.zeros(2))]))
print(net)
print(nn.Transformer(4, 2, 1, 1, 8), nn.ModuleList(), nn.Sequential(), nn.ParameterDict({"x": nn.Parameter(torch.ones(1))}))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(2))
        self.layers = nn.ModuleList(nn.Linear(2, 2) for _ in range(3))
        self.act = nn.ReLU()
        self.plain = 3

    def extra_repr(self):
        return "kind=test"


class Empty(nn.Module):
    pass


print(Net(), Empty(), nn.Sequential(Empty(), Empty()), sep="\n")
