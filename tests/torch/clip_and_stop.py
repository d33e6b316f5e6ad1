import copy

import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-2, 2, 40).unsqueeze(1)
y = x**3 + 0.3 * torch.randn_like(x)
x_train, y_train, x_val, y_val = x[::2], y[::2], x[1::2], y[1::2]
model = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
best, patience, wait, best_state = float("inf"), 10, 0, None
for epoch in range(300):
    model.train()
    loss = nn.functional.mse_loss(model(x_train), y_train)
    optimizer.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    nn.utils.clip_grad_value_(model.parameters(), 0.5)
    optimizer.step()
    model.eval()
    with torch.inference_mode():
        val = nn.functional.mse_loss(model(x_val), y_val).item()
    if val < best - 1e-4:
        best, wait, best_state = val, 0, copy.deepcopy(model.state_dict())
    else:
        wait += 1
    if wait >= patience:
        print("stopped at", epoch)
        break
    if epoch % 60 == 0:
        print(epoch, f"{loss.item():.4f} {val:.4f} {norm.item():.4f}")
model.load_state_dict(best_state)
print(round(best, 4), max(p.grad.abs().max().item() for p in model.parameters()) <= 0.5)
vector = nn.utils.parameters_to_vector(model.parameters())
print(vector.shape, vector.norm())
nn.utils.vector_to_parameters(torch.zeros_like(vector), model.parameters())
print(model(x_val).abs().sum())
