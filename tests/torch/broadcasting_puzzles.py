import torch


def shape(f):
    try:
        return tuple(f().shape)
    except RuntimeError as error:
        return str(error)


one = torch.ones
print(shape(lambda: one(3) + one(4, 3)), shape(lambda: one(3, 1) + one(4)), shape(lambda: one(5, 1, 4) * one(3, 1)), shape(lambda: one(2, 3) + one(2)))
print(shape(lambda: one(0, 3) + one(1, 3)), shape(lambda: one(2, 1, 3) @ one(4, 3, 5)), shape(lambda: one(1) + one(2, 0)))


def ones(i):
    return torch.arange(i) >= 0 * torch.arange(i)


def eye(j):
    return 1 * (torch.arange(j)[:, None] == torch.arange(j))


def triu(j):
    return 1 * (torch.arange(j)[:, None] <= torch.arange(j))


def cumsum(a):
    return a @ triu(len(a))


def diff(a):
    return a - torch.where(torch.arange(len(a)) > 0, a[torch.arange(len(a)) - 1], 0)


def outer(a, b):
    return a[:, None] * b


def vstack(a, b):
    return torch.where(torch.arange(2)[:, None] == 0, a, b)


def roll(a):
    return a[(torch.arange(len(a)) + 1) % len(a)]


def bucketize(v, boundaries):
    return (v[:, None] >= boundaries).long().sum(1)


a, b = torch.tensor([1, 2, 4]), torch.tensor([3, 5, 6])
print(ones(3), eye(3), triu(3), cumsum(a), diff(a), outer(a, b), vstack(a, b), roll(a), bucketize(torch.tensor([0, 3, 9]), a))
distance = ((torch.arange(3.0)[:, None, None] - torch.arange(2.0)[None, :, None]) ** 2).sum(-1)
print(distance, torch.broadcast_shapes((2, 1), (3,)), [t.shape for t in torch.broadcast_tensors(a, b[:, None])], torch.broadcast_to(a, (2, 3)))
wrong = torch.zeros(3, 1)
right = torch.tensor([1.0, 2.0, 3.0])
print((wrong - right).shape, ((wrong.squeeze() - right) ** 2).mean(), right.expand_as(torch.zeros(2, 3)), right.view(3, 1).expand(-1, 2))
