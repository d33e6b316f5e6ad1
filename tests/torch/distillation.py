# A small student learns from the soft answers of a larger teacher.
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
x = torch.randn(120, 6)
labels = (x[:, 0] * x[:, 1] > 0).long() + (x[:, 2] > 0.5).long()
teacher = nn.Sequential(nn.Linear(6, 48), nn.ReLU(), nn.Linear(48, 3))
student = nn.Sequential(nn.Linear(6, 6), nn.ReLU(), nn.Linear(6, 3))
optimizer = torch.optim.Adam(teacher.parameters(), lr=0.01)
for _ in range(60):
    optimizer.zero_grad()
    F.cross_entropy(teacher(x), labels).backward()
    optimizer.step()
teacher.eval()
for p in teacher.parameters():
    p.requires_grad_(False)


def distil(student_logits, teacher_logits, labels, T=3.0, share=0.7):
    soft = F.kl_div(
        F.log_softmax(student_logits / T, dim=1),
        F.log_softmax(teacher_logits / T, dim=1),
        reduction="batchmean",
        log_target=True,
    )
    return share * T * T * soft + (1 - share) * F.cross_entropy(student_logits, labels), soft


optimizer = torch.optim.Adam(student.parameters(), lr=0.02)
with torch.no_grad():
    answers = teacher(x)
for step in range(60):
    loss, soft = distil(student(x), answers, labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 20 == 0:
        print(step, f"{loss.item():.4f} {soft.item():.4f}")
accuracy = lambda model: (model(x).argmax(1) == labels).float().mean().item()
print(f"teacher {accuracy(teacher):.3f} student {accuracy(student):.3f}")
print(teacher[0].weight.grad is None or teacher[0].weight.requires_grad is False)
print(nn.KLDivLoss(reduction="batchmean")(student(x).log_softmax(1), answers.softmax(1)).item())
