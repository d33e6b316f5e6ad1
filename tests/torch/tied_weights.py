# Input embedding and output layer share one matrix.
import torch
import torch.nn.functional as F
from torch import nn


class Tied(nn.Module):
    def __init__(self, vocabulary, width):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width)
        self.mix = nn.Linear(width, width)
        self.head = nn.Linear(width, vocabulary, bias=False)
        self.head.weight = self.embedding.weight

    def forward(self, tokens):
        return self.head(torch.tanh(self.mix(self.embedding(tokens))))


torch.manual_seed(0)
model = Tied(7, 4)
print(model.head.weight is model.embedding.weight)
print([name for name, _ in model.named_parameters()])
print([name for name, _ in model.named_parameters(remove_duplicate=False)])
print(list(model.state_dict()))
print(sum(p.numel() for p in model.parameters()), sum(v.numel() for v in model.state_dict().values()))
text = torch.tensor([0, 1, 2, 3, 4, 5, 6, 0, 1, 2])
optimizer = torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=0.01)
for step in range(80):
    logits = model(text[:-1])
    loss = F.cross_entropy(logits, text[1:])
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(step, loss.item())
print(model(text[:-1]).argmax(-1).tolist())
fresh = Tied(7, 4)
print(fresh.load_state_dict(model.state_dict()), fresh.head.weight is fresh.embedding.weight)
print(torch.equal(fresh.head.weight, model.embedding.weight))
