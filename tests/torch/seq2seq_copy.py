import torch
from torch import nn

torch.manual_seed(4)


class Encoder(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.embedding = nn.Embedding(size, width)
        self.gru = nn.GRU(width, width)

    def forward(self, x):
        return self.gru(self.embedding(x))


class Decoder(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.embedding = nn.Embedding(size, width)
        self.attention = nn.Linear(2 * width, width)
        self.cell = nn.GRUCell(width, width)
        self.out = nn.Linear(width, size)

    def forward(self, token, hidden, memory):
        hidden = self.cell(self.embedding(token), hidden)
        scores = torch.bmm(memory.transpose(0, 1), hidden.unsqueeze(2)).squeeze(2)
        weights = scores.softmax(1)
        context = torch.bmm(weights.unsqueeze(1), memory.transpose(0, 1)).squeeze(1)
        hidden = torch.tanh(self.attention(torch.cat((hidden, context), dim=1)))
        return self.out(hidden), hidden, weights


encoder, decoder = Encoder(6, 8), Decoder(6, 8)
optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=0.01)
source = torch.randint(1, 6, (4, 5))
for step in range(120):
    memory, hidden = encoder(source)
    hidden, token, loss = hidden[0], torch.zeros(5, dtype=torch.long), 0
    for t in range(4):
        logits, hidden, weights = decoder(token, hidden, memory)
        loss = loss + nn.functional.cross_entropy(logits, source[t])
        token = source[t] if step % 2 == 0 else logits.argmax(1).detach()
    optimizer.zero_grad()
    (loss / 4).backward()
    optimizer.step()
    if step % 40 == 0:
        print(step, f"{loss.item() / 4:.4f}")
print(weights.shape, weights.sum(1), token.shape)
