import torch
from torch import nn

torch.manual_seed(0)
text = "hello world, hello torch. "
chars = sorted(set(text))
index = {c: i for i, c in enumerate(chars)}
data = torch.tensor([index[c] for c in text * 3], dtype=torch.long)


class CharRNN(nn.Module):
    def __init__(self, vocabulary, width):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width)
        self.rnn = nn.RNN(width, width, batch_first=True)
        self.head = nn.Linear(width, vocabulary)

    def forward(self, x, h=None):
        out, h = self.rnn(self.embedding(x), h)
        return self.head(out), h


model = CharRNN(len(chars), 16)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for step in range(200):
    i = step % (len(data) - 17)
    x, y = data[i : i + 16].unsqueeze(0), data[i + 1 : i + 17].unsqueeze(0)
    logits, _ = model(x)
    loss = nn.functional.cross_entropy(logits.view(-1, len(chars)), y.reshape(-1))
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    if step % 40 == 0:
        print(step, round(loss.item(), 4))
model.eval()
h, x, out = None, data[:1].view(1, 1), chars[data[0]]
for _ in range(12):
    logits, h = model(x, h)
    x = logits[:, -1].argmax(-1, keepdim=True)
    out += chars[x.item()]
print(repr(out), h.shape, model)
