"""Ops that gather several elements into one, or run along a dimension."""

REDUCE = "sum mean prod amax amin all any logsumexp norm nansum nanmean std var count_nonzero".split()
BEST = "max min median nanmedian argmax argmin mode".split()
SCAN = "cumsum cumprod cummax cummin logcumsumexp".split()
INPUTS = ("f(2, 3)", "f(3, 2).t()", "f(2, 3, 2)", "f()", "f(0)", "f(2, 0)", "i(2, 3)", "b(2, 3)", "ties()", "special()", "u(3)", "d(2, 2)")


def reduce():
    for name in REDUCE:
        for x in INPUTS:
            if name != "logsumexp":
                yield f"torch.{name}({x})"
            if x not in ("f()", "f(0)", "special()", "u(3)"):
                yield f"torch.{name}({x}, dim=0)"
                yield f"torch.{name}({x}, dim=-1)"
        yield f"torch.{name}(f(2, 3), dim=1, keepdim=True)" if name != "count_nonzero" else f"torch.{name}(c(2, 3), dim=1)"
        yield f"torch.{name}(f(2, 3, 2), dim=(0, 2))"
        yield f"torch.{name}(f(2, 3, 2), dim=(0, -1), keepdim=True)"
        yield f"torch.{name}(f(2, 3), dim=2)"
        yield f"torch.{name}(f(2, 3), dim=(0, 0))"
        yield f"torch.{name}(f(2, 3), axis=1)"
        yield f"f(2, 3).{name}(0)"
    yield from (
        "torch.sum(i(3), dtype=torch.float32)", "torch.sum(b(4))", "torch.mean(i(3), dtype=torch.float64)", "torch.prod(u(3))",
        "torch.std(f(4), unbiased=False)", "torch.var(f(4), correction=0)", "torch.var(f(2, 3), 1, correction=2)",
        "torch.std(f(1))", "torch.std(f(2, 3), 1, False)", "torch.var_mean(f(2, 3), 1)", "torch.std_mean(f(4))", "torch.std(f(2, 3), dim=None)",
        "torch.norm(f(2, 3), p=1)", "torch.norm(f(2, 3), 2, 1)", "torch.norm(f(2, 3), p='fro')", "torch.norm(f(2, 3), p=float('inf'), dim=0)",
        "f(2, 3).norm(p=2, dim=1, keepdim=True)", "torch.norm(f(3), p=0)", "torch.norm(f(3), p=3)", "torch.norm(i(3))",
        "torch.linalg.norm(f(2, 3))", "torch.linalg.norm(f(2, 3), ord=1)", "torch.linalg.norm(f(3), ord=float('inf'))",
        "torch.linalg.vector_norm(f(2, 3), ord=3, dim=1)", "torch.linalg.matrix_norm(f(2, 3))", "torch.aminmax(f(2, 3), dim=1)",
        "torch.logsumexp(f(2, 3), (0, 1))", "torch.logsumexp(torch.tensor([-inf, -inf]), 0)", "torch.trace(f(3, 3))", "torch.trace(f(2, 3))",
        "f(2, 3).sum(-1).mean()", "f(2, 3).sum((0, 1))", "f(2, 3).sum(())", "f(2, 3).mean(1, True)", "f(2, 3).sum(dim=[0])",
        "torch.nansum(special())", "torch.all(c(2, 2) > -9)", "torch.any(c(2, 2), 1)", "torch.equal(i(2), i(2))", "f(2, 3).max(1).values",
        "torch.std(f(0))", "torch.var(i(3))", "torch.prod(f(2, 3), 1, keepdim=True)", "torch.prod(torch.tensor([2.0, 0.0, 3.0]).requires_grad_())",
        "torch.softmax(f(2, 3), 1)", "torch.softmax(f(2, 3), dim=0)", "torch.softmax(special(), 0)", "torch.softmax(f(2, 3), dim=2)",
        "torch.softmax(i(3), 0)", "torch.softmax(i(3), 0, dtype=torch.float32)", "torch.log_softmax(f(2, 3), -1)", "F.softmax(f(2, 3), dim=-1)",
        "F.log_softmax(f(3, 2).t(), dim=1)", "f(2, 3).softmax(1)", "f(3).log_softmax(0)", "torch.softmax(f(0), 0)", "torch.softmax(f(), 0)",
        "F.normalize(f(2, 3))", "F.normalize(f(2, 3), p=1, dim=0)", "F.cosine_similarity(f(2, 3), f(2, 3))", "F.cosine_similarity(f(3), f(3), dim=0)",
        "F.pairwise_distance(f(2, 3), f(2, 3))", "torch.cdist(f(2, 3), f(4, 3))", "torch.cdist(f(2, 3), f(4, 3), p=1)", "torch.quantile(f(5), 0.3)",
        "torch.quantile(f(2, 3), torch.tensor([0.0, 0.5]), dim=1)", "torch.nanquantile(special(), 0.5)", "torch.cov(f(2, 4))", "torch.corrcoef(f(2, 4))",
        "torch.diff(f(5))", "torch.diff(f(2, 4), dim=0)", "torch.diff(i(5), n=2)", "torch.trapezoid(f(4))", "torch.trapezoid(f(4), dx=0.5)",
        "torch.cumulative_trapezoid(f(4))", "torch.gradient(f(5))", "torch.bincount(j(6))", "torch.bincount(j(6), minlength=5)", "torch.bincount(i(3))",
        "torch.histc(c(6), bins=3)", "torch.histc(c(6), 4, -1, 1)", "torch.histogram(c(6), 3)", "torch.renorm(f(2, 3), 2, 0, 1.0)",
    )


def best():
    for name in BEST:
        for x in INPUTS:
            yield f"torch.{name}({x})"
            if x not in ("f(0)", "u(3)"):
                yield f"torch.{name}({x}, 0)"
            if x not in ("f(2, 0)", "b(2, 3)"):
                yield f"torch.{name}({x}, dim=-1, keepdim=True)"
        yield f"torch.{name}(f(2, 3), dim=5)"
    yield from (
        "torch.max(f(2, 3), f(2, 3))", "torch.min(f(2, 3), f(3))", "torch.max(f(3), i(3))", "torch.max(f(2, 3), (0, 1))", "ties().argmax(1)",
        "torch.argmax(f(2, 3), dim=None, keepdim=True)", "torch.topk(f(5), 2)", "torch.topk(f(2, 4), 3, dim=0)", "torch.topk(f(2, 4), 2, dim=0)",
        "torch.topk(f(2, 4), 2, largest=False)", "torch.topk(f(5), 9)", "torch.topk(f(2, 3), k=1, dim=-1, sorted=True)", "torch.kthvalue(f(5), 2)",
        "torch.kthvalue(f(2, 4), 1, 0, True)", "torch.kthvalue(f(3), 7)", "torch.sort(f(5))", "torch.sort(f(2, 3), dim=0, descending=True)",
        "torch.sort(i(5))", "torch.sort(special())", "torch.sort(ties(), stable=True)", "torch.argsort(f(5))", "torch.argsort(f(2, 3), 1, True)",
        "torch.msort(f(3, 2))", "torch.sort(f())", "torch.sort(f(0))", "torch.sort(b(4))", "f(2, 3).sort(descending=True)", "f(4).topk(2).indices",
        "torch.unique(j(6))", "torch.unique(j(6), return_inverse=True)", "torch.unique(j(6), return_counts=True)", "torch.unique(c(3))",
        "torch.unique(j(4, 2), dim=0)", "torch.unique(j(6), return_inverse=True, return_counts=True)", "torch.unique_consecutive(torch.tensor([1, 1, 2, 2, 1]))",
        "torch.unique_consecutive(torch.tensor([1, 1, 2]), return_counts=True)", "torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([0, 3, 9]))",
        "torch.searchsorted(torch.tensor([1, 3, 5]), 3, right=True)", "torch.bucketize(c(4), torch.tensor([-1.0, 0.0, 1.0]))",
    )


def scan():
    for name in SCAN:
        for x in ("f(2, 3)", "f(3, 2).t()", "f()", "f(0)", "i(2, 3)", "b(3)", "special()", "ties()"):
            yield f"torch.{name}({x}, 0)"
            yield f"torch.{name}({x}, dim=-1)"
        yield f"torch.{name}(f(2, 3), 2)"
    yield from ("torch.cumsum(i(3), 0, dtype=torch.float32)", "f(3).cumsum(0)", "f(2, 3).cumprod(dim=1)", "torch.cumprod(torch.tensor([2.0, 0.0, 3.0]).requires_grad_(), 0)")


GROUPS = {"reduce": reduce, "best": best, "scan": scan}
