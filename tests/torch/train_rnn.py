import torch
from torch import nn

torch.manual_seed(0)
text = "hello world"
chars = sorted(set(text))
index = {c: i for i, c in enumerate(chars)}
ids = torch.tensor([index[c] for c in text])


class CharModel(nn.Module):
    def __init__(self, n, hidden=16):
        super().__init__()
        self.embed = nn.Embedding(n, 8)
        self.rnn = nn.GRU(8, hidden, batch_first=True)
        self.head = nn.Linear(hidden, n)

    def forward(self, x, h=None):
        y, h = self.rnn(self.embed(x), h)
        return self.head(y), h


model = CharModel(len(chars))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for step in range(30):
    logits, _ = model(ids[:-1].unsqueeze(0))
    loss = nn.functional.cross_entropy(logits.squeeze(0), ids[1:])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 10 == 0:
        print(step, loss.item())
print("".join(chars[i] for i in logits.argmax(-1)[0].tolist()))
lstm = nn.LSTM(3, 4, num_layers=2)
out, (h, c) = lstm(torch.ones(5, 2, 3))
print(out.shape, h.shape, c.shape, out[-1, 0])
