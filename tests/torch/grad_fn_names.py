# Every kind of function prints the node that it leaves behind.
import torch
import torch.nn.functional as F

x = torch.tensor([[0.3, -0.7], [1.2, 0.4]], requires_grad=True)
y = torch.tensor([[0.9, 0.1], [-0.5, 2.0]], requires_grad=True)
calls = {
    "clamp_min": lambda: x.clamp_min(0), "clamp_max": lambda: x.clamp_max(0), "fmax": lambda: torch.fmax(x, y),
    "fmin": lambda: torch.fmin(x, y), "fmod": lambda: x.fmod(2), "fmod t": lambda: x.fmod(y), "remainder": lambda: x % 2,
    "remainder t": lambda: x % y, "frac": lambda: x.frac(), "rsub": lambda: 1 - x, "rsub t": lambda: torch.rsub(x, y),
    "celu": lambda: F.celu(x), "aminmax": lambda: x.aminmax()[0], "dist": lambda: torch.dist(x, y),
    "nansum": lambda: x.nansum(), "std_mean": lambda: torch.std_mean(x)[0], "var_mean": lambda: torch.var_mean(x)[1],
    "addmv": lambda: torch.addmv(x[0], x, y[0]), "baddbmm": lambda: torch.baddbmm(x[None], x[None], y[None]),
    "cdist": lambda: torch.cdist(x, y), "cross": lambda: torch.linalg.cross(torch.ones(3), x.flatten()[:3]),
    "kron": lambda: torch.kron(x, y), "lerp": lambda: torch.lerp(x, y, 0.3), "lerp t": lambda: torch.lerp(x, y, y),
    "round": lambda: x.round(decimals=1), "pow": lambda: 2**x, "pow t": lambda: x.abs() ** y, "clamp t": lambda: torch.clamp(x, y, y + 1),
    "copysign": lambda: torch.copysign(x, 2.0), "xlogy": lambda: torch.xlogy(x, 2.0), "trunc div": lambda: torch.div(x, y, rounding_mode="trunc"),
    "floor div": lambda: torch.div(x, y, rounding_mode="floor"), "take": lambda: torch.take(x, torch.tensor([0, 2])),
    "masked_select": lambda: torch.masked_select(x, x > 0), "reflect": lambda: F.pad(x[None], (1, 1), mode="reflect"),
    "circular": lambda: F.pad(x[None], (1, 1), mode="circular"), "replicate": lambda: F.pad(x[None], (1, 1), mode="replicate"),
    "repeat_interleave": lambda: x.repeat_interleave(2), "pixel_shuffle": lambda: F.pixel_shuffle(x.reshape(1, 4, 1, 1), 2),
    "interpolate": lambda: F.interpolate(x[None], scale_factor=2), "bilinear": lambda: F.interpolate(x[None, None], scale_factor=2, mode="bilinear"),
    "einsum": lambda: torch.einsum("ij,jk->ik", x, y), "bmm": lambda: torch.bmm(x[None], y[None]), "mv": lambda: x @ y[0],
    "soft targets": lambda: F.cross_entropy(x, y.softmax(1).detach()), "huber": lambda: F.huber_loss(x, y.detach()),
    "matrix norm": lambda: torch.linalg.matrix_norm(x), "logdet": lambda: torch.logdet(x @ x.T), "stack": lambda: torch.stack([x, y]),
    "sdpa": lambda: F.scaled_dot_product_attention(x[None, None], y[None, None], y[None, None]), "instance": lambda: F.instance_norm(x[None]),
}
for name, call in calls.items():
    print(f"{name:18}", call().grad_fn.name())
