import torch
import torch.nn.functional as F

x = torch.tensor([[0.5, 2.0], [1.0, 3.0]], requires_grad=True)
for y in (x + 1, 1 - x, x * x, x / 2, 2 / x, -x, x**2, x**0.5, x @ x, x.t(), x.T, x.sum(), x.sum(1), x.mean(), x.mean(0), x.max(), x.max(1).values, x.exp(), x.log(), x.sqrt(), x.abs(), x.sin(), x.cos(), x.tanh(),
          x.sigmoid(), x.relu(), x.view(4), x.reshape(4), x.reshape(1, 2, 2), x.unsqueeze(0), x.squeeze(), x.expand(2, 2, 2), x.permute(1, 0), x.transpose(0, 1), x.flatten(), x[0], x[:, 1], x[0, 0], x[[0, 1]], x[x > 1], x.clone(),
          x.contiguous(), x.double(), x.clamp(0, 1), x.clamp(min=0), x.clamp(max=1), x.norm(), x.var(), x.std(), x.prod(), x.cumsum(0), x.softmax(1), x.log_softmax(1), x.logsumexp(0), x.sort().values, x.topk(1).values, x.repeat(2, 1), x.chunk(2)[0],
          x.split(1)[1], x.tril(), x.triu(), x.trace(), x.min(), x.amax(), x.median(), x.roll(1), x.flip(0), x.gather(0, torch.zeros(1, 2, dtype=torch.long)), x.masked_fill(x > 1, 0), x.where(x > 1, x * 0), x.det(), x.inverse(), x.pow(3), x.square(),
          x.reciprocal(), x.rsqrt(), x.expm1(), x.log1p(), x.erf(), x.round(), x.floor(), x.sign(), x.matmul(x[0]), x.mm(x), x.mv(x[0]), x[0].dot(x[1]), torch.cat([x, x]), torch.stack([x, x]), torch.outer(x[0], x[1]), torch.einsum("ij,jk->ik", x, x),
          torch.where(x > 1, x, 0.0), torch.maximum(x, x), torch.atan2(x, x), torch.lerp(x, x, 0.5), F.relu(x), F.gelu(x), F.leaky_relu(x), F.elu(x), F.softplus(x), F.silu(x), F.dropout(x), F.linear(x, x), F.mse_loss(x, x.detach()), F.cross_entropy(x, torch.tensor([0, 1])),
          F.l1_loss(x, x * 2), F.smooth_l1_loss(x, x * 2), F.layer_norm(x, (2,)), F.normalize(x), F.embedding(torch.tensor([0]), x), F.pad(x, (1, 1)), F.binary_cross_entropy_with_logits(x, torch.ones(2, 2)), F.one_hot(torch.tensor([1])) * 1.0):
    print(str(y.grad_fn).split(" object")[0])
print(x.grad_fn, (x * 2 + 1).grad_fn.next_functions[0][0].name(), x.is_leaf, (x + 1).is_leaf)
