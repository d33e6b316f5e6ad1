# Characters to characters with an LSTM: batching windows, carrying the state, sampling.
import torch
import torch.nn.functional as F
from torch import nn

text = "the cat sat on the mat. the rat ate the hat. " * 4
letters = sorted(set(text))
to_number = {c: i for i, c in enumerate(letters)}
data = torch.tensor([to_number[c] for c in text])
torch.manual_seed(0)


class CharLSTM(nn.Module):
    def __init__(self, count, width=24):
        super().__init__()
        self.embed = nn.Embedding(count, 8)
        self.lstm = nn.LSTM(8, width, batch_first=True)
        self.out = nn.Linear(width, count)

    def forward(self, x, state=None):
        y, state = self.lstm(self.embed(x), state)
        return self.out(y), state


model = CharLSTM(len(letters))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
windows = data.unfold(0, 17, 8)
print(len(letters), windows.shape, windows.stride())
for epoch in range(25):
    inputs, targets = windows[:, :-1], windows[:, 1:]
    logits, _ = model(inputs)
    loss = F.cross_entropy(logits.transpose(1, 2), targets)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    if epoch % 8 == 0:
        print(epoch, f"{loss.item():.3f} perplexity {loss.exp().item():.2f}")


@torch.no_grad()
def generate(start, length, temperature):
    model.eval()
    state, out = None, start
    x = torch.tensor([[to_number[c] for c in start]])
    for _ in range(length):
        logits, state = model(x, state)
        p = F.softmax(logits[0, -1] / temperature, dim=0)
        x = torch.multinomial(p, 1).view(1, 1) if temperature > 0.3 else p.argmax().view(1, 1)
        out += letters[x.item()]
    return out


print(repr(generate("the ", 20, 0.1)))
h, c = model(windows[:2, :-1])[1]
print(h.shape, c.shape, torch.equal(model(windows[:1, :8])[0], model(windows[:1, :-1])[0][:, :8]))
