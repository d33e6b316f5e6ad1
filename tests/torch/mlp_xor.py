import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(42)
X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float32)
Y = torch.FloatTensor([[0], [1], [1], [0]])


class XOR(nn.Module):
    def __init__(self, hidden=8):
        super(XOR, self).__init__()
        self.hidden = nn.Linear(2, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        x = torch.tanh(self.hidden(x))
        return torch.sigmoid(self.out(x))


model = XOR()
criterion = nn.BCELoss()
optimizer = optim.Adam(model.parameters(), lr=0.05)
print(model, sum(p.numel() for p in model.parameters() if p.requires_grad))
for epoch in range(300):
    optimizer.zero_grad()
    loss = criterion(model(X), Y)
    loss.backward()
    optimizer.step()
    if epoch % 100 == 0:
        print(f"epoch {epoch}: {loss.item():.5f}")
with torch.no_grad():
    predictions = model(X)
    print(predictions.round(), (predictions > 0.5).float().eq(Y).all())
