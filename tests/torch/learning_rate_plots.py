# The rate at each step of every schedule.
import torch
from torch.optim import lr_scheduler as S


def rates(make, steps=10, lr=1.0):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr, momentum=0.9)
    scheduler = make(optimizer)
    seen = []
    for step in range(steps):
        seen.append(f"{optimizer.param_groups[0]['lr']:.4g}")
        optimizer.step()
        scheduler.step()
    return " ".join(seen)


print("step    ", rates(lambda o: S.StepLR(o, 3, 0.5)))
print("multi   ", rates(lambda o: S.MultiStepLR(o, [2, 5], 0.1)))
print("exp     ", rates(lambda o: S.ExponentialLR(o, 0.9)))
print("constant", rates(lambda o: S.ConstantLR(o, 0.5, 4)))
print("linear  ", rates(lambda o: S.LinearLR(o, 0.25, 1.0, 4)))
print("poly    ", rates(lambda o: S.PolynomialLR(o, 6, 2.0)))
print("cosine  ", rates(lambda o: S.CosineAnnealingLR(o, 5, 0.1)))
print("restarts", rates(lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2)))
print("lambda  ", rates(lambda o: S.LambdaLR(o, lambda e: 1 / (e + 1))))
print("times   ", rates(lambda o: S.MultiplicativeLR(o, lambda e: 0.8 if e % 2 else 1.1)))
print("cyclic  ", rates(lambda o: S.CyclicLR(o, 0.1, 1.0, step_size_up=3)))
print("triangle", rates(lambda o: S.CyclicLR(o, 0.1, 1.0, step_size_up=2, mode="triangular2")))
print("one     ", rates(lambda o: S.OneCycleLR(o, 1.0, total_steps=11)))
print("one lin ", rates(lambda o: S.OneCycleLR(o, 1.0, total_steps=11, anneal_strategy="linear", three_phase=True)))
print("then    ", rates(lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.25, total_iters=3), S.ExponentialLR(o, 0.5)], [3])))
print("chained ", rates(lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.5, 3), S.ExponentialLR(o, 0.9)])))
warm = 3
print("warmup  ", rates(lambda o: S.LambdaLR(o, lambda e: (e + 1) / warm if e < warm else (warm / (e + 1)) ** 0.5)))
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
plateau = S.ReduceLROnPlateau(optimizer, factor=0.5, patience=1, cooldown=1, min_lr=0.1)
for loss in [1.0, 0.9, 0.95, 0.96, 0.97, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86]:
    plateau.step(loss)
    print(optimizer.param_groups[0]["lr"], plateau.num_bad_epochs, end="; ")
print(plateau.best, plateau.get_last_lr())
