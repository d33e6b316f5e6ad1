# EmbeddingBag: one vector for a text of any length.
import torch
import torch.nn.functional as F
from torch import nn

texts = ["good film good plot", "bad plot", "good acting", "bad bad film", "film good", "acting bad plot bad"]
labels = torch.tensor([1, 0, 1, 0, 1, 0])
words = sorted({word for text in texts for word in text.split()})
number = {word: i for i, word in enumerate(words)}
print(number)


def collate(batch):
    tokens = [torch.tensor([number[w] for w in text.split()]) for text in batch]
    offsets = torch.tensor([0] + [len(t) for t in tokens[:-1]]).cumsum(0)
    return torch.cat(tokens), offsets


torch.manual_seed(0)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.bag = nn.EmbeddingBag(len(words), 4, mode="mean")
        self.out = nn.Linear(4, 2)

    def forward(self, tokens, offsets):
        return self.out(self.bag(tokens, offsets))


model = Classifier()
tokens, offsets = collate(texts)
print(tokens, offsets)
optimizer = torch.optim.SGD(model.parameters(), lr=0.8)
for epoch in range(40):
    loss = F.cross_entropy(model(tokens, offsets), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if epoch % 10 == 0:
        print(epoch, f"{loss.item():.4f}")
print(model(tokens, offsets).argmax(1).tolist(), labels.tolist())
by_hand = torch.stack([model.bag.weight[tokens[a:b]].mean(0) for a, b in zip(offsets.tolist(), offsets.tolist()[1:] + [len(tokens)])])
print(torch.allclose(by_hand, model.bag(tokens, offsets), atol=1e-6))
sums = nn.EmbeddingBag.from_pretrained(torch.eye(len(words)), mode="sum")
print(sums(tokens, offsets).int())
weighted = F.embedding_bag(tokens[:4], model.bag.weight, torch.tensor([0]), mode="sum", per_sample_weights=torch.tensor([1.0, 0.0, 0.5, 0.0]))
print(torch.allclose(weighted, model.bag.weight[tokens[0]] + 0.5 * model.bag.weight[tokens[2]]))
