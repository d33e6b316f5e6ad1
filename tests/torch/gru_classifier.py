import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

torch.manual_seed(2)
sequences = [torch.randn(n, 3) for n in (5, 3, 4, 2)]
labels = torch.tensor([1, 0, 1, 0])
lengths = torch.tensor([len(s) for s in sequences])
padded = pad_sequence(sequences, batch_first=True)
print(padded.shape, lengths)
gru = nn.GRU(3, 6, batch_first=True, bidirectional=True)
head = nn.Linear(12, 2)
optimizer = torch.optim.SGD(list(gru.parameters()) + list(head.parameters()), lr=0.1)
for step in range(200):
    packed = pack_padded_sequence(padded, lengths, batch_first=True, enforce_sorted=False)
    out, h = gru(packed)
    logits = head(torch.cat([h[0], h[1]], dim=1))
    loss = nn.functional.cross_entropy(logits, labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 50 == 0:
        print(step, loss.item())
unpacked, sizes = pad_packed_sequence(out, batch_first=True)
print(unpacked.shape, sizes, packed.batch_sizes, packed.sorted_indices, logits.argmax(1))
