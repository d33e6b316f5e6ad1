# Sequences of different lengths: pad, pack, run, unpack.
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pack_sequence, pad_packed_sequence, pad_sequence, unpad_sequence

torch.manual_seed(0)
sequences = [torch.randn(length, 3) for length in (4, 2, 3)]
lengths = torch.tensor([len(s) for s in sequences])
padded = pad_sequence(sequences, batch_first=True)
print(padded.shape, pad_sequence(sequences, padding_value=-1.0)[3])
packed = pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=False)
print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices, packed.data.shape)
lstm = nn.LSTM(3, 2, batch_first=True)
out, (h, c) = lstm(packed)
unpacked, sizes = pad_packed_sequence(out, batch_first=True)
print(unpacked.shape, sizes)
print(unpacked[1])
last = unpacked[torch.arange(3), lengths - 1]
print(torch.allclose(last, h[-1]))
alone, (h1, _) = lstm(sequences[1].unsqueeze(0))
print(torch.allclose(alone[0], unpacked[1, :2], atol=1e-6), torch.allclose(h1[0, 0], h[0, 1], atol=1e-6))
print([len(s) for s in unpad_sequence(unpacked, sizes, batch_first=True)])
print(pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5]), torch.tensor([6])]))
mask = torch.arange(4)[None, :] < lengths[:, None]
print(mask, (unpacked * mask[..., None]).sum(1) / lengths[:, None])
gru = nn.GRU(3, 2, bidirectional=True)
both, hidden = gru(pack_sequence(sequences, enforce_sorted=False))
print(pad_packed_sequence(both)[0].shape, hidden.shape)
loss = pad_packed_sequence(both)[0].sum()
loss.backward()
print(gru.weight_hh_l0_reverse.grad.abs().sum())
