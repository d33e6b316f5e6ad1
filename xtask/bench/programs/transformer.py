import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
width, heads, context, batch, tokens = 64, 4, 64, 16, 32


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)
        self.register_buffer("mask", torch.tril(torch.ones(context, context)) == 0)

    def forward(self, x):
        q, k, v = self.qkv(self.norm1(x)).split(width, dim=2)
        q, k, v = (t.view(batch, context, heads, width // heads).transpose(1, 2) for t in (q, k, v))
        scores = (q @ k.transpose(2, 3)) / (width // heads) ** 0.5
        scores = scores.masked_fill(self.mask, float("-inf"))
        mixed = (F.softmax(scores, dim=3) @ v).transpose(1, 2).reshape(batch, context, width)
        x = x + self.out(mixed)
        return x + self.down(F.relu(self.up(self.norm2(x))))


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(tokens, width)
        self.block = Block()
        self.head = nn.Linear(width, tokens)

    def forward(self, x):
        return self.head(self.block(self.embedding(x)))


x = torch.randint(0, tokens, (batch, context))
y = torch.randint(0, tokens, (batch * context,))
model = Model()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for steps in (2, STEPS):
    print("steps", steps)
    for step in range(steps):
        loss = F.cross_entropy(model(x).view(-1, tokens), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
print("loss", loss.item())
