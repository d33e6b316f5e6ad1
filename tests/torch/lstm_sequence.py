import math

import torch
import torch.nn as nn

torch.manual_seed(1)
t = torch.arange(0, 60) * (2 * math.pi / 20)
wave = torch.sin(t)
windows = wave.unfold(0, 11, 1)
x, y = windows[:, :10].unsqueeze(2), windows[:, 10:]
print(windows.shape, x.shape, y.shape)


class Forecaster(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(input_size=1, hidden_size=8, num_layers=2, batch_first=True, dropout=0.0)
        self.linear = nn.Linear(8, 1)

    def forward(self, x):
        out, (h, c) = self.lstm(x)
        assert h.shape == (2, x.size(0), 8) and c.shape == h.shape
        return self.linear(out[:, -1, :])


model = Forecaster()
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
for epoch in range(200):
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    if epoch % 50 == 0:
        print(epoch, loss.item())
print(model)
print([(n, tuple(p.shape)) for n, p in model.named_parameters()][:4])
