# A small network learns to read handwritten digits.
import torch
from torch import nn
from sklearn.datasets import load_digits

torch.manual_seed(0)  # the same start every time

# 1797 pictures, each 8 x 8 pixels: 64 numbers from 0 to 1.
digits = load_digits()
images = torch.tensor(digits.data).float() / 16
labels = torch.tensor(digits.target)

# 64 pixels -> 32 hidden units -> a score for each digit.
model = nn.Sequential(
    nn.Linear(64, 32),
    nn.ReLU(),
    nn.Linear(32, 10),
)
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)

for step in range(200):
    batch = torch.randint(0, 1500, (64,))
    logits = model(images[batch])  # forward
    loss = loss_fn(logits, labels[batch])
    optimizer.zero_grad()  # forget the old gradients
    loss.backward()        # find the new ones
    optimizer.step()       # move each weight a little
    if step % 20 == 0:
        print(f"step {step:3d}  loss {loss.item():.4f}")

# The last 297 pictures were kept aside: how many are read?
with torch.no_grad():
    guesses = model(images[1500:]).argmax(dim=1)
correct = (guesses == labels[1500:]).sum().item()
print(f"reads {correct} of 297 new digits correctly")
