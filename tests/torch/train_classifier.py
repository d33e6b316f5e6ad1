import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(7)
n = 60
X = torch.cat([torch.randn(n, 2) + 2, torch.randn(n, 2) - 2])
y = torch.cat([torch.zeros(n), torch.ones(n)]).long()


class Net(nn.Module):
    def __init__(self, hidden):
        super(Net, self).__init__()
        self.hidden = nn.Linear(2, hidden)
        self.out = nn.Linear(hidden, 2)

    def forward(self, x):
        return self.out(torch.tanh(self.hidden(x)))


net = Net(8)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-3)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.5)
for t in range(30):
    logits = net(X)
    loss = F.cross_entropy(logits, y)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    scheduler.step()
    if t % 5 == 0:
        correct = (logits.argmax(1) == y).float().mean()
        print(t, round(loss.item(), 4), correct.item(), scheduler.get_last_lr())
with torch.no_grad():
    probabilities = F.softmax(net(torch.tensor([[2.0, 2.0], [-2.0, -2.0]])), dim=1)
print(probabilities, probabilities.argmax(dim=1))
