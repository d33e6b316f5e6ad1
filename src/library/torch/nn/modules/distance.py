"""Distance"""

from torch.nn import functional as F
from .module import Module


class PairwiseDistance(Module):
    r"""How far apart two vectors are.

    Formula: y = \left(\sum_i |x_{1,i} - x_{2,i} + \epsilon|^p\right)^{1/p}
    Shape: (N, D), (N, D) -> (N)
    Args:
        p: which norm
        eps: keeps the root away from zero
        keepdim: whether to keep the last dimension as 1
    Example:
        distance = nn.PairwiseDistance()
        distance(torch.tensor([[0.0, 0.0]]), torch.tensor([[3.0, 4.0]]))
    """

    def __init__(self, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False):
        super().__init__()
        self.norm = p
        self.eps = eps
        self.keepdim = keepdim

    def forward(self, x1, x2):
        return F.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)


class CosineSimilarity(Module):
    r"""The cosine of the angle between two vectors.

    Formula: y = \frac{x_1 \cdot x_2}{\|x_1\| \|x_2\|}
    Shape: (*, D, *), (*, D, *) -> (*, *)
    Args:
        dim: the dimension of the vectors
        eps: smallest length
    Example:
        like = nn.CosineSimilarity(dim=1)
        a = torch.tensor([[1.0, 0.0], [1.0, 1.0]])
        b = torch.tensor([[2.0, 0.0], [-1.0, 1.0]])
        like(a, b)
    """

    def __init__(self, dim: int = 1, eps: float = 1e-8):
        super().__init__()
        self.dim = dim
        self.eps = eps

    def forward(self, x1, x2):
        return F.cosine_similarity(x1, x2, self.dim, self.eps)
