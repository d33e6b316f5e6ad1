import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(1)
raw = "we are about to study the idea of a computational process we study ideas".split()
vocab = sorted(set(raw))
word_to_ix = {word: i for i, word in enumerate(vocab)}
data = [([raw[i - 2], raw[i - 1], raw[i + 1], raw[i + 2]], raw[i]) for i in range(2, len(raw) - 2)]


class CBOW(nn.Module):
    def __init__(self, vocab_size, dim):
        super().__init__()
        self.embeddings = nn.Embedding(vocab_size, dim)
        self.linear1 = nn.Linear(dim, 16)
        self.linear2 = nn.Linear(16, vocab_size)

    def forward(self, inputs):
        embeds = self.embeddings(inputs).sum(dim=0).view(1, -1)
        return F.log_softmax(self.linear2(F.relu(self.linear1(embeds))), dim=1)


model, loss_function = CBOW(len(vocab), 6), nn.NLLLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for epoch in range(20):
    total = 0
    for context, target in data:
        ids = torch.tensor([word_to_ix[w] for w in context], dtype=torch.long)
        model.zero_grad()
        loss = loss_function(model(ids), torch.tensor([word_to_ix[target]]))
        loss.backward()
        optimizer.step()
        total += loss.item()
    if epoch % 5 == 0:
        print(epoch, round(total, 3))
vector = model.embeddings.weight[word_to_ix["study"]]
similar = F.cosine_similarity(vector.unsqueeze(0), model.embeddings.weight)
values, indices = similar.topk(3)
print(values, [vocab[i] for i in indices], model.embeddings)
pretrained = nn.Embedding.from_pretrained(torch.eye(3), freeze=True)
print(pretrained(torch.tensor([2, 0])), pretrained.weight.requires_grad)
padded = nn.Embedding(4, 2, padding_idx=0)
padded(torch.tensor([0, 1, 1])).sum().backward()
print(padded.weight.grad, padded.weight[0])
bag = nn.EmbeddingBag(5, 3, mode="mean")
print(bag(torch.tensor([1, 2, 4]), torch.tensor([0, 2])).shape)
print(F.embedding(torch.tensor([[0, 1]]), torch.tensor([[1.0], [2.0]])))
