# CTC: the target is shorter than the output, and the alignment is learned.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
T, N, C = 10, 2, 4
log_probs = torch.randn(T, N, C).log_softmax(2).requires_grad_()
targets = torch.tensor([[1, 2, 3], [2, 2, 0]])
input_lengths = torch.tensor([10, 8])
target_lengths = torch.tensor([3, 2])
loss = F.ctc_loss(log_probs, targets, input_lengths, target_lengths)
loss.backward()
print(loss, log_probs.grad.abs().sum(2)[:, 1])
print(F.ctc_loss(log_probs, targets, input_lengths, target_lengths, reduction="none"))
joined = torch.tensor([1, 2, 3, 2, 2])
print(nn.CTCLoss(reduction="sum")(log_probs, joined, input_lengths, target_lengths))


def decode(path):
    tokens = torch.unique_consecutive(path)
    return tokens[tokens != 0].tolist()


frames = torch.randn(T, 1, 6)
word = torch.tensor([[1, 3, 3, 2]])
model = nn.Sequential(nn.Linear(6, 16), nn.Tanh(), nn.Linear(16, C))
optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
for step in range(60):
    out = model(frames).log_softmax(-1)
    loss = F.ctc_loss(out, word, torch.tensor([T]), torch.tensor([4]))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(step, f"{loss.item():.4f}", decode(out.argmax(2).flatten()))
print(decode(out.argmax(2).flatten()))
short = torch.tensor([2])
print(F.ctc_loss(out[:2], word, short, torch.tensor([4])), F.ctc_loss(out[:2], word, short, torch.tensor([4]), zero_infinity=True))
