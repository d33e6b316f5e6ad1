import torch
from torch.optim import lr_scheduler as s

makers = [
    lambda o: s.StepLR(o, 2), lambda o: s.ExponentialLR(o, 0.9), lambda o: s.CosineAnnealingLR(o, 5),
    lambda o: s.LambdaLR(o, lambda e: 1 / (e + 1)), lambda o: s.MultiStepLR(o, [1, 3]), lambda o: s.LinearLR(o),
    lambda o: s.OneCycleLR(o, 0.5, total_steps=8),
]
for make in makers:
    optimizer = torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1, momentum=0.9)
    scheduler = make(optimizer)
    rates = []
    for _ in range(6):
        rates.append(round(optimizer.param_groups[0]["lr"], 6))
        optimizer.step()
        scheduler.step()
    print(type(scheduler).__name__, rates)
optimizer = torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)
plateau = s.ReduceLROnPlateau(optimizer, patience=1)
for loss in [1.0, 1.0, 1.0, 1.0]:
    plateau.step(loss)
    print(optimizer.param_groups[0]["lr"])
