"""Reading and writing of some elements."""

INDICES = """0|-1|1, 2|..., 0|:, 1|1:|:-1|::2|1:1|None|:, None|None, :, 1|[0, 1]|[1, 0, 1], 1|[0, 1], [1, 2]|..., [0, 2]|c(2, 3) > 0|c(2) > 0|j(2, below=2)|
j(2, 2, below=2)|:, j(2)|j(2, below=2), j(2)|5|0, 5|0, 0, 0|-3|1.5|'a'|True|False|b(3)|c(3)|()|...|::-1|slice(1, None)|0, slice(None)|[True, False]|:, [True, False, True]|
torch.tensor(1)|torch.tensor([[0], [1]]), torch.tensor([0, 2])|[]|[-1]|[2]|:, [-4]|i(2) > 0, 0|-1, ..., -1|1:5|5:|:, ::2|..., None|[[0, 1]]|(0, 1)|[0], :|None, None|0, None|:, :, 0""".replace("\n", "").split("|")


def getting():
    for index in INDICES:
        yield f"f(2, 3)[{index}]"
    for index in ("0", ":, 0", ":, :, 0", "0, :, 1", "[0, 1], :, [2, 3]", ":, [0, 2], 1", "..., 1:", "c(2, 3) > 0", "c(2, 3, 4) > 0", "0, [1, 2]", "[1], 0", "j(2, below=2), None", ":, c(3) > 0, 0", "[0, 1], [0, 1], [0, 1]", "None, 0, ..., [1, 2]"):
        yield f"f(2, 3, 4)[{index}]"
    for index in ("0", "()", "...", "None", "True", "False", ":"):
        yield f"f()[{index}]"
    yield from ("f(3, 2).t()[0]", "f(3, 2).t()[:, 1:]", "f(3, 2).t()[[1, 0]]", "f(0)[0]", "f(0)[:]", "i(3)[i(3) > 0]", "b(3)[0]", "f(3)[1].item()", "list(f(2, 2)[0])", "f(4)[1:][1:][0]", "f(2, 3)[0][1]", "u(3)[u(3)]")


def set_at(index, value, shape="2, 3"):
    return f"[x.__setitem__({index}, {value}) or x for x in [c({shape})]][0]"


def setting():
    for index in ("0", "-1", "(0, 1)", "(slice(None), 1)", "slice(1, None)", "[0, 1]", "([0, 1], [1, 2])", "(slice(None), [0, 2])", "c(2, 3) > 0", "c(2) > 0", "j(2, below=2)", "...", "None", "(..., 0)", "5", "(0, 5)", "b(3)", "slice(None, None, 2)"):
        for value in ("9", "c(3)", "c(2)", "i(1)", "True", "[1, 2, 3]", "c(2, 3)"):
            yield set_at(index, value)
    yield from (set_at(0, "f(3)"), set_at("(slice(None), 0)", "f(2)"), set_at("c(2, 3) > 0", "f()"), set_at("[0, 1]", "f(2, 3)"), set_at(0, "'a'"), set_at(0, "None"), set_at(0, "c(4)"), set_at(0, "d(3)"), set_at("[0, 0]", "f(2, 3)"))
    yield "[x.__setitem__(0, 1.5) or x for x in [i(3)]][0]"
    yield "[x.__setitem__(0, 1) or x for x in [f(3)]][0]"
    yield "[x.__setitem__(0, 2) or x for x in [f(3) * 1]][0]"
    yield "[x.__setitem__(b(3), 0) or x for x in [f(3) * 2]][0]"
    yield "[x.t().__setitem__(0, 7) or x for x in [c(2, 3)]][0]"
    yield "[x.view(-1).__setitem__(slice(2), 7) or x for x in [c(2, 3)]][0]"


def selecting():
    yield from (
        "torch.gather(f(2, 3), 1, j(2, 2))", "torch.gather(f(2, 3), 0, j(1, 3, below=2))", "f(2, 3).gather(-1, j(2, 4))", "torch.gather(f(2, 3), 1, j(2, 2) + 5)", "torch.gather(f(2, 3), 1, c(2, 2))", "torch.gather(f(2, 3), 1, j(2))", "torch.gather(f(3), 0, j(0))",
        "torch.gather(f(2, 3), 1, j(3, 2))", "torch.index_select(f(2, 3), 1, j(4))", "f(2, 3).index_select(0, j(2, below=2))", "f(2, 3).index_select(0, j(2, 2))", "f(2, 3).index_select(0, j(2) + 7)", "torch.index_select(f(2, 3), 0, c(2))", "f(3).index_select(0, torch.tensor(1))",
        "torch.masked_select(f(2, 3), c(2, 3) > 0)", "torch.masked_select(f(2, 3), c(3) > 0)", "torch.masked_select(f(2, 3), i(2, 3))", "f(3).masked_select(b(4))", "f(2, 3).masked_fill(c(2, 3) > 0, -inf)", "f(2, 3).masked_fill(c(3) > 0, 0)", "f(2, 3).masked_fill(b(2), 1)", "f(2).masked_fill(i(2), 1)",
        "i(3).masked_fill(b(3), 1.5)", "f(3).masked_fill(b(3), c())", "f(3).masked_fill(b(3), c(3))", "i(3).masked_fill(b(3), -inf)", "f(2, 3).masked_fill_(b(2, 3), 0)", "f(2, 3).masked_scatter(c(2, 3) > 0, f(6))", "f(2, 3).scatter(1, j(2, 1), 9)", "f(2, 3).scatter(1, j(2, 2), f(2, 2))", "c(2, 3).scatter_(1, j(2, 1), 1.0)",
        "torch.zeros(2, 4).scatter_(1, j(2, 1), 1)", "f(2, 3).scatter(0, j(1, 3, below=2), f(1, 3))", "f(2, 3).scatter(1, j(2, 1) + 9, 1.0)", "f(2, 3).scatter_add(1, j(2, 3), f(2, 3))", "torch.zeros(3).scatter_add_(0, j(5), c(5))", "torch.zeros(3).index_add_(0, j(5), c(5))", "f(3, 2).index_add(0, j(2), f(2, 2))",
        "f(3, 2).index_add(0, j(2), f(2, 2), alpha=2)", "f(3, 2).index_add(0, j(2), f(3, 2))", "f(3, 2).index_copy(0, torch.tensor([2, 0]), f(2, 2))", "f(3, 2).index_fill(0, j(1), 5.0)", "f(3).index_put((j(2),), f(2))", "c(3).index_put_((torch.tensor([0, 0]),), torch.ones(2), accumulate=True)", "torch.take(f(2, 3), j(2, 2))",
        "torch.take(f(2, 3), torch.tensor([9]))", "torch.take_along_dim(f(2, 3), j(2, 1), dim=1)", "f(2, 3).take_along_dim(f(2, 3).argsort(1), 1)", "torch.nonzero(c(2, 3) > 0)", "torch.nonzero(b(4), as_tuple=True)", "b(2, 2).nonzero()", "torch.argwhere(b(3))", "torch.nonzero(c())", "torch.count_nonzero(i(4))",
        "f(2, 3).select(1, 2)", "f(2, 3).select(0, 5)", "f(2, 3).select(-1, -1)", "torch.select(f(2, 3), 0, 1)", "f(2, 3).put_(j(2), f(2))", "torch.scatter(torch.zeros(2, 3), 1, j(2, 1), torch.ones(2, 1))", "torch.zeros(4).scatter_reduce(0, j(5), c(5), reduce='sum')", "torch.zeros(3).scatter_reduce(0, j(5), c(5), 'amax')",
        "torch.ones(3).scatter_reduce(0, j(5), c(5), 'mean', include_self=False)", "f(2, 3).select_scatter(f(3), 0, 1)", "f(2, 3).slice_scatter(f(1, 3), 0, 1, 2)", "f(3, 3).diagonal_scatter(f(3))", "F.embedding(j(2, 2), f(3, 2))", "F.embedding(j(3), f(3, 2), padding_idx=0)", "F.embedding(j(2) + 9, f(3, 2))", "F.embedding(c(2), f(3, 2))",
        "nn.Embedding(3, 2)(j(4))", "nn.Embedding(4, 2, padding_idx=1)(j(3))", "nn.EmbeddingBag(4, 2, mode='sum')(j(2, 3))", "nn.EmbeddingBag(4, 2)(j(5), torch.tensor([0, 2]))", "nn.EmbeddingBag(4, 2, mode='max')(j(2, 2))", "torch.index_select(f(2, 3), 5, j(1))", "torch.zeros(2, 3).scatter_(1, c(2, 1), 1)",
    )


GROUPS = {"getting": getting, "setting": setting, "selecting": selecting}
