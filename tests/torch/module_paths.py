# The same classes by their long names, as checkpoints and isinstance tests spell them.
import torch
from torch import nn

print(nn.modules.linear.Linear is nn.Linear, nn.modules.dropout.Dropout is nn.Dropout)
print(nn.modules.sparse.Embedding is nn.Embedding, nn.modules.container.ModuleList is nn.ModuleList)
print(nn.modules.normalization.LayerNorm is nn.LayerNorm, nn.modules.activation.MultiheadAttention is nn.MultiheadAttention)
print([getattr(nn.modules.rnn, name) is getattr(nn, name) for name in ("RNN", "LSTM", "GRU")])
print(nn.modules.rnn.RNN, nn.modules.rnn.LSTM, nn.modules.rnn.GRU)
print(nn.modules.transformer.TransformerEncoder, nn.modules.transformer.TransformerEncoderLayer)
print(nn.modules.linear.NonDynamicallyQuantizableLinear(2, 2))
model = nn.Sequential(nn.Embedding(5, 4), nn.Dropout(0.1), nn.LayerNorm(4), nn.LSTM(4, 3, batch_first=True))
for name, module in model.named_modules():
    print(repr(name), type(module).__module__, type(module).__name__)
kinds = (nn.Linear, nn.modules.rnn.RNNBase)
print([isinstance(m, kinds) for m in model.children()])
print(sum(p.numel() for m in model.modules() if isinstance(m, nn.modules.rnn.LSTM) for p in m.parameters()))
wrapped = nn.DataParallel(nn.Linear(2, 1))
print(list(wrapped.state_dict()), type(wrapped.module).__name__)
torch.random.manual_seed(0)
layer = nn.Linear(2, 1)
print(nn.parallel.data_parallel(layer, torch.ones(2, 2)) if torch.cuda.is_available() else layer(torch.ones(2, 2)))
print(type(layer.weight), isinstance(layer.weight, torch.Tensor), layer.weight.__class__.__name__)
print(torch.autograd.Variable(torch.ones(2), requires_grad=True), torch.Tensor is type(torch.ones(1)))
print(layer._parameters.keys(), layer._buffers, list(layer.__dict__)[:3])
