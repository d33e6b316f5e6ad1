# Zachary-like toy graph: two groups, two labelled nodes, a graph convolution by hand.
import torch
import torch.nn.functional as F
from torch import nn

edges = torch.tensor([[0, 1], [0, 2], [1, 2], [1, 3], [2, 3], [3, 4], [4, 5], [4, 6], [5, 6], [5, 7], [6, 7]])
n = 8
adjacency = torch.zeros(n, n)
adjacency[edges[:, 0], edges[:, 1]] = 1
adjacency = adjacency + adjacency.t() + torch.eye(n)
degree = adjacency.sum(1)
normal = adjacency / (degree[:, None] * degree[None, :]).sqrt()
print(degree, normal[3])


class GraphConv(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, x, a):
        return a @ (x @ self.weight)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = GraphConv(n, 4)
        self.b = GraphConv(4, 2)

    def forward(self, x, adjacency):
        return F.log_softmax(self.b(torch.relu(self.a(x, adjacency)), adjacency), dim=1)


torch.manual_seed(0)
net = Net()
labels = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1])
known = torch.tensor([True] + [False] * 6 + [True])
optimizer = torch.optim.Adam(net.parameters(), lr=0.1, weight_decay=5e-4)
for epoch in range(31):
    out = net(torch.eye(n), normal)
    loss = F.nll_loss(out[known], labels[known])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if epoch % 10 == 0:
        print(epoch, loss.item(), (out.argmax(1) == labels).sum().item(), "of", n)
# The same sum over neighbours by scatter.
source, target = torch.cat([edges, edges.flip(1), torch.arange(n).repeat(2, 1).T]).unbind(1)
x = torch.randn(n, 3)
sums = torch.zeros(n, 3).index_add_(0, target, x[source])
print(torch.allclose(sums, adjacency @ x, atol=1e-6))
means = torch.zeros(n, 3).scatter_reduce_(0, target[:, None].expand(-1, 3), x[source], "mean", include_self=False)
print(torch.allclose(means, adjacency @ x / degree[:, None], atol=1e-6))
