# Choosing one of several and still having a gradient.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.tensor([[1.0, 0.2, -0.5], [0.0, 0.0, 2.0]], requires_grad=True)
soft = F.gumbel_softmax(logits, tau=1.0)
print(soft, soft.sum(1))
hard = F.gumbel_softmax(logits, tau=0.5, hard=True)
print(hard)
(hard * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
print(logits.grad)
gumbel = -torch.empty_like(logits).exponential_().log()
print(gumbel, (logits + gumbel).argmax(1))
draws = torch.stack([F.gumbel_softmax(logits[0].detach(), hard=True) for _ in range(300)]).mean(0)
print(draws, logits[0].softmax(0).detach())


class Sign(torch.autograd.Function):
    """The sign forwards, the identity backwards where the input is small."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.sign()

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * (x.abs() <= 1)


x = torch.tensor([-2.0, -0.5, 0.5, 3.0], requires_grad=True)
Sign.apply(x).sum().backward()
print(Sign.apply(x), x.grad)
p = torch.tensor([0.3, 0.9], requires_grad=True)
bits = (torch.rand(2) < p).float()
through = bits + p - p.detach()
through.sum().backward()
print(bits, through, p.grad)
codebook = torch.tensor([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0]], requires_grad=True)
z = torch.tensor([[0.9, 0.8], [0.1, 0.7]], requires_grad=True)
index = torch.cdist(z, codebook).argmin(1)
quantised = codebook[index]
loss = F.mse_loss(quantised, z.detach()) + 0.25 * F.mse_loss(z, quantised.detach())
out = z + (quantised - z).detach()
(loss + out.sum()).backward()
print(index, loss, codebook.grad, z.grad)
