import torch
from torch import nn
from torchvision import datasets, transforms

torch.manual_seed(0)
transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
train = datasets.MNIST("data", train=True, download=True, transform=transform)
test = datasets.MNIST("data", train=False, transform=transform)
image, label = train[0]
print(len(train), len(test), image.shape, label, torch.bincount(train.targets).tolist())
picture, _ = datasets.MNIST("data")[0]
print(type(picture), picture.size, picture.mode)

loader = torch.utils.data.DataLoader(train, batch_size=100, shuffle=True)
model = nn.Sequential(nn.Flatten(), nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for images, labels in loader:
    loss = nn.functional.cross_entropy(model(images), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
images, labels = next(iter(torch.utils.data.DataLoader(test, batch_size=200)))
with torch.no_grad():
    right = (model(images).argmax(1) == labels).float().mean().item()
print("learned", right > 0.7)
