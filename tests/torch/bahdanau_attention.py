# A decoder that looks back at the encoder's states, with scheduled teacher forcing: reversing a sequence.
import random

import torch
import torch.nn.functional as F
from torch import nn

random.seed(1)
torch.manual_seed(1)
V, H, START = 6, 16, 0


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.score = nn.Linear(H, H), nn.Linear(H, H), nn.Linear(H, 1)

    def forward(self, query, keys):
        energy = self.score(torch.tanh(self.query(query).unsqueeze(1) + self.key(keys))).squeeze(-1)
        weights = energy.softmax(dim=-1)
        return torch.bmm(weights.unsqueeze(1), keys).squeeze(1), weights


class Seq2Seq(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(V, H)
        self.encoder = nn.GRU(H, H, batch_first=True)
        self.attention = Attention()
        self.cell = nn.GRUCell(2 * H, H)
        self.out = nn.Linear(H, V)

    def forward(self, source, target=None, forcing=0.0):
        states, hidden = self.encoder(self.embed(source))
        hidden = hidden[0]
        token = torch.full((source.size(0),), START)
        logits, maps = [], []
        for t in range(source.size(1)):
            context, weights = self.attention(hidden, states)
            hidden = self.cell(torch.cat([self.embed(token), context], dim=1), hidden)
            logits.append(self.out(hidden))
            maps.append(weights)
            token = target[:, t] if target is not None and random.random() < forcing else logits[-1].argmax(1)
        return torch.stack(logits, dim=1), torch.stack(maps, dim=1)


model = Seq2Seq()
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for step in range(60):
    source = torch.randint(1, V, (16, 4))
    target = source.flip(1)
    logits, _ = model(source, target, forcing=1 - step / 60)
    loss = F.cross_entropy(logits.reshape(-1, V), target.reshape(-1))
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    if step % 20 == 0:
        print(f"{step} loss {loss.item():.3f} norm {norm.item():.2f}")
_, maps = model(torch.tensor([[1, 2, 3, 4]]))
print(maps.shape, maps.sum(-1))
