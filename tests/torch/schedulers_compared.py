import torch
from torch.optim import lr_scheduler


def rates(make, steps=8):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0, momentum=0.9)
    scheduler = make(optimizer)
    values = []
    for _ in range(steps):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return [round(v, 5) for v in values], [round(v, 5) for v in scheduler.get_last_lr()]


print("step", rates(lambda o: lr_scheduler.StepLR(o, step_size=3, gamma=0.5)))
print("multi", rates(lambda o: lr_scheduler.MultiStepLR(o, milestones=[2, 5], gamma=0.1)))
print("exp", rates(lambda o: lr_scheduler.ExponentialLR(o, 0.9)))
print("cosine", rates(lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=5, eta_min=0.1)))
print("warm", rates(lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=3, T_mult=2)))
print("linear", rates(lambda o: lr_scheduler.LinearLR(o, 0.25, total_iters=4)))
print("constant", rates(lambda o: lr_scheduler.ConstantLR(o, factor=0.5, total_iters=3)))
print("poly", rates(lambda o: lr_scheduler.PolynomialLR(o, total_iters=6, power=2)))
print("lambda", rates(lambda o: lr_scheduler.LambdaLR(o, lambda epoch: 0.9**epoch)))
print("times", rates(lambda o: lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.8)))
print("cycle", rates(lambda o: lr_scheduler.OneCycleLR(o, max_lr=2.0, total_steps=10)))
print("triangle", rates(lambda o: lr_scheduler.CyclicLR(o, base_lr=0.1, max_lr=1.0, step_size_up=3)))
print("sequence", rates(lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1), lr_scheduler.ExponentialLR(o, 0.9)], milestones=[3])))
optimizer = torch.optim.Adam([torch.zeros(1, requires_grad=True)], lr=0.1)
plateau = lr_scheduler.ReduceLROnPlateau(optimizer, mode="min", factor=0.5, patience=1)
for loss in [1.0, 0.9, 0.9, 0.9, 0.9, 0.8]:
    plateau.step(loss)
    print(loss, optimizer.param_groups[0]["lr"])
print(sorted(plateau.state_dict())[:4])
