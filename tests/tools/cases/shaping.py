"""Views, copies of shapes, and making tensors."""


def views():
    for x in ("f(2, 3, 4)", "f(3, 2).t()", "f()", "f(0)", "f(6)"):
        for call in ("view(-1)", "view(6)", "view(2, 3)", "view(2, -1)", "reshape(3, 2)", "reshape(-1)", "reshape(-1, 1)", "reshape((2, 3))", "t()", "T", "mT",
                     "transpose(0, 1)", "transpose(-1, 0)", "permute(1, 0)", "squeeze()", "squeeze(0)", "unsqueeze(0)", "unsqueeze(-1)", "unsqueeze(5)",
                     "flatten()", "ravel()", "contiguous()", "clone()", "detach()", "expand(2, -1)", "chunk(2)", "split(2)", "unbind()",
                     "flip(0)", "roll(1)", "tile(2)", "repeat(2)", "is_contiguous()", "stride()", "size()", "numel()", "dim()", "tolist()",
                     "shape", "ndim", "storage_offset()", "size(0)", "size(-1)", "requires_grad", "is_leaf", "dtype", "device", "T.stride()"):
            yield f"{x}.{call}"
    yield from (
        "f(2, 3, 4).permute(2, 0, 1)", "f(2, 3, 4).permute(0, 0, 1)", "f(2, 3, 4).permute(2, 0)", "f(2, 3, 4).permute((2, 1, 0)).stride()", "f(2, 3, 4).flatten(1)",
        "f(2, 3, 4).flatten(0, 1)", "f(2, 3, 4).flatten(2, 1)", "f(2, 3, 4).mT", "f(2, 3, 4).movedim(0, -1)", "torch.movedim(f(2, 3, 4), (0, 1), (1, 2))",
        "torch.moveaxis(f(2, 3), 0, 1)", "torch.swapaxes(f(2, 3), 0, 1)", "torch.swapdims(f(2, 3, 1), 0, 2)", "f(1, 3, 1).squeeze()", "f(1, 3, 1).squeeze(-1)",
        "f(1, 3, 1).squeeze((0, 2))", "f(1, 3).expand(2, 3)", "f(3).expand(2, 3)", "f(1, 3).expand(2, 4)", "f(2, 1).expand(-1, 3)", "f(3).expand(2, -1)",
        "f(1, 3).expand_as(c(2, 3))", "f(2, 3).narrow(1, 1, 2)", "f(2, 3).narrow(1, 2, 2)", "f(2, 3).narrow(-1, 0, 1)", "f(5).unfold(0, 3, 1)",
        "f(2, 6).unfold(1, 2, 2)", "f(5).unfold(0, 7, 1)", "f(7).chunk(3)", "f(2, 6).chunk(4, dim=1)", "f(7).split([3, 4])", "f(7).split([3, 3])", "f(7).split(3)",
        "f(2, 6).split(4, 1)", "torch.tensor_split(f(7), 3)", "torch.hsplit(f(2, 4), 2)", "torch.vsplit(f(4, 2), 2)", "torch.tensor_split(f(5), [1, 3])",
        "torch.unbind(f(2, 3), 1)", "f(3, 3).diagonal()", "f(3, 4).diagonal(1)", "f(2, 3, 3).diagonal(0, 1, 2)", "torch.diag(f(3))", "torch.diag(f(3, 3), 1)",
        "torch.diag(f(2), -1)", "torch.diag_embed(f(2, 2))", "torch.diagflat(f(2, 2))", "torch.tril(f(3, 3))", "torch.triu(f(3, 4), 1)", "torch.tril(f(2, 3), -1)",
        "torch.tril(f(3))", "torch.triu(b(3, 3))", "torch.tril_indices(3, 3)", "torch.triu_indices(3, 3, 1)", "f(2, 3).unflatten(1, (3, 1))", "f(6).unflatten(0, (2, -1))",
        "f(6).unflatten(0, (4, -1))", "f(2, 3).view_as(c(3, 2))", "f(2, 3).reshape_as(c(6))", "f(2, 3).reshape(4, -1)", "f(2, 3).reshape(-1, -1)", "f(0, 3).reshape(3, 0)",
        "f(0, 3).reshape(-1, 3)", "f(2, 3).view(torch.int32).dtype", "f(2, 3).transpose(0, 2)", "f(2, 3, 4).t()", "f(2, 3).T.view(-1)", "f(2, 3).T.reshape(-1)",
        "f(2, 3).T.contiguous().view(-1)", "torch.as_strided(f(6), (2, 2), (1, 2))", "f(6).as_strided((3, 2), (1, 1))", "f(2, 3).broadcast_to(2, 2, 3)",
        "torch.broadcast_to(f(3), (2, 3))", "torch.broadcast_tensors(f(3), f(2, 1))", "torch.broadcast_shapes((2, 1), (3,))", "torch.atleast_2d(f(3))",
        "torch.atleast_1d(f())", "torch.atleast_3d(f(3))", "torch.atleast_2d(f(2), f())", "torch.adjoint(f(2, 3))", "torch.numel(c(2, 3))", "torch.squeeze(f(1, 2), 1)",
    )


def joining():
    yield from (
        "torch.cat([f(2, 3), f(1, 3)])", "torch.cat((f(2, 3), f(2, 1)), dim=1)", "torch.cat([f(2, 3), f(2, 3)], -1)", "torch.cat([f(2), i(2)])", "torch.cat([f(0), f(2, 3)])",
        "torch.cat([])", "torch.cat([f(2, 3), f(2, 2)])", "torch.cat([f(2, 3), f(2)])", "torch.cat([f(), f()])", "torch.cat([f(2), f(2)], dim=1)", "torch.cat(f(2))",
        "torch.cat([f(3, 2).t(), f(2, 3)], 0)", "torch.concat([f(2), f(2)])", "torch.concatenate([f(2), d(2)])", "torch.cat([b(2), i(2)])", "torch.cat([f(2), f(2)], axis=0)",
        "torch.stack([f(2), f(2)])", "torch.stack([f(2, 3), f(2, 3)], dim=1)", "torch.stack([f(2), f(2)], -1)", "torch.stack([f(2), f(3)])", "torch.stack([])", "torch.stack([f(), f()])",
        "torch.stack([i(2), f(2)])", "torch.stack([f(2), 1])", "torch.stack((f(2), f(2)), dim=3)", "torch.hstack([f(2), f(3)])", "torch.hstack([f(2, 1), f(2, 2)])", "torch.vstack([f(3), f(3)])",
        "torch.vstack([f(2, 3), f(1, 3)])", "torch.dstack([f(2), f(2)])", "torch.column_stack([f(2), f(2, 2)])", "torch.row_stack([f(2), f(2)])", "torch.block_diag(f(1, 2), f(2, 1))",
        "torch.repeat_interleave(f(3), 2)", "torch.repeat_interleave(f(2, 2), 2, dim=0)", "torch.repeat_interleave(f(2), torch.tensor([1, 3]))", "f(2, 2).repeat_interleave(2)",
        "torch.repeat_interleave(torch.tensor([1, 2]))", "f(2).repeat(2, 3)", "f(2, 2).repeat(2)", "f(2).repeat(0)", "torch.tile(f(2, 2), (2, 1))", "f(2).tile(2, 2)", "torch.flip(f(2, 3), [0, 1])",
        "torch.flip(f(2, 3), (1,))", "torch.fliplr(f(2, 3))", "torch.flipud(f(2, 3))", "torch.roll(f(2, 3), 1, 0)", "torch.roll(f(2, 3), (1, -1), (0, 1))", "torch.roll(f(5), -2)", "torch.rot90(f(2, 3))",
        "torch.rot90(f(2, 2), 2)", "torch.meshgrid(c(2), c(3), indexing='ij')", "torch.meshgrid(c(2), c(3), indexing='xy')", "torch.meshgrid([c(2), c(2)])", "torch.cartesian_prod(i(2), i(2))",
        "torch.combinations(i(3))", "torch.combinations(i(3), 2, with_replacement=True)", "F.pad(f(2, 3), (1, 1))", "F.pad(f(2, 3), (1, 0, 0, 2), value=9)", "F.pad(f(1, 2, 3), (1, 2), mode='reflect')",
        "F.pad(f(1, 2, 3), (1, 1), mode='replicate')", "F.pad(f(1, 2, 3), (1, 1), 'circular')", "F.pad(f(1, 1, 2, 3), (1, 1, 1, 1), mode='reflect')", "F.pad(f(3), (-1, 0))", "F.pad(f(3), (1,))",
        "F.pad(f(1, 2), (3, 3), mode='reflect')", "F.pad(f(2), (1, 1, 1, 1))", "F.one_hot(j(4))", "F.one_hot(j(2, 2), 5)", "F.one_hot(j(3), num_classes=2)", "F.one_hot(c(2))", "F.one_hot(i(3))",
        "torch.vander(c(3))", "torch.kron(f(2), f(2))", "torch.kron(f(1, 2), f(2, 2))", "torch.outer(f(2), f(3))", "torch.ger(f(2), f(2))", "f(2, 3).unsqueeze(1).expand(2, 2, 3)",
    )


def making():
    yield from (
        "torch.zeros(2, 3)", "torch.zeros((2, 3))", "torch.zeros([2])", "torch.zeros(2, dtype=torch.int64)", "torch.zeros(())", "torch.zeros(0)", "torch.zeros(-1)", "torch.zeros(2.5)", "torch.zeros('a')",
        "torch.ones(2, 2, dtype=torch.bool)", "torch.ones(size=(2,))", "torch.full((2,), 3)", "torch.full((2,), 3.0)", "torch.full((2,), True)", "torch.full([2, 2], 7, dtype=torch.float32)", "torch.full(2, 1)",
        "torch.eye(2)", "torch.eye(2, 3, dtype=torch.int64)", "torch.arange(5)", "torch.arange(1, 4)", "torch.arange(0, 1, 0.25)", "torch.arange(5, 0, -2)", "torch.arange(3.0)", "torch.arange(0)", "torch.arange(1, 0)",
        "torch.arange(0, 5, dtype=torch.float32)", "torch.arange(1, 2, 0)", "torch.arange(start=1, end=7, step=3)", "torch.range(1, 3)", "torch.linspace(0, 1, 5)", "torch.linspace(-1, 1, 3, dtype=torch.float64)",
        "torch.linspace(0, 1, 1)", "torch.linspace(0, 10, steps=4)", "torch.linspace(0, 1, 0)", "torch.linspace(0, 1)", "torch.linspace(3, 0, 4, dtype=torch.int64)", "torch.logspace(0, 2, 3)", "torch.logspace(0, 3, 4, base=2)",
        "torch.tensor(3)", "torch.tensor(3.5)", "torch.tensor(True)", "torch.tensor([1, 2.5])", "torch.tensor([[1, 2], [3, 4]])", "torch.tensor([])", "torch.tensor([[]])", "torch.tensor([1, True])", "torch.tensor([[1], [2, 3]])",
        "torch.tensor([1, [2]])", "torch.tensor('a')", "torch.tensor(['a'])", "torch.tensor(None)", "torch.tensor([None])", "torch.tensor([1, 2], dtype=torch.float64)", "torch.tensor([1.9, -1.9], dtype=torch.int64)",
        "torch.tensor([300], dtype=torch.uint8)", "torch.tensor(c(2))", "torch.tensor([c(), c()])", "torch.tensor(range(3))", "torch.tensor((1, 2))", "torch.tensor({'a': 1})", "torch.tensor(2 ** 63)", "torch.tensor(2 ** 40)",
        "torch.tensor([1e400])", "torch.tensor([0, 2], dtype=torch.bool)", "torch.as_tensor([1, 2])", "torch.as_tensor(3.0)", "torch.Tensor([1, 2])", "torch.Tensor(2, 3).shape", "torch.Tensor()", "torch.Tensor([[1, 2]]).dtype",
        "torch.Tensor(3.5)", "torch.LongTensor([1, 2])", "torch.FloatTensor([1, 2])", "torch.BoolTensor([0, 1])", "torch.IntTensor([1])", "torch.DoubleTensor([1])", "torch.ByteTensor([3])", "torch.LongTensor([1.5])",
        "torch.zeros_like(i(2))", "torch.ones_like(c(2, 2), dtype=torch.int64)", "torch.full_like(c(2), 3)", "torch.full_like(i(2), 2.5)", "torch.empty(2, 3).shape", "torch.empty_like(c(2)).shape", "torch.zeros_like([1])",
        "c(2).new_zeros(3)", "i(2).new_ones((2, 2))", "i(2).new_full((2,), 4)", "c(2).new_tensor([1, 2])", "i(2).new_tensor([1.5])", "c(1).new_empty(2).shape", "torch.zeros(2, requires_grad=True).requires_grad",
        "torch.scalar_tensor(3)", "torch.empty(0)", "torch.zeros(2, 0, 3)", "torch.tensor(c(2), dtype=torch.float64)", "torch.from_numpy([1])", "torch.clone(f(2))", "torch.complex(c(1), c(1))",
        "torch.zeros(2, device='cpu').device", "torch.zeros(2, device='cuda')", "torch.zeros(2, dtype='float32')", "torch.zeros(2, dtype=float)", "torch.zeros(2, dtype=int)", "torch.zeros(2, dtype=bool)", "torch.hann_window(4)",
        "torch.bartlett_window(4)", "torch.hamming_window(4)", "torch.tensor(float('nan'))", "torch.tensor([[1, 2], [3]])", "torch.tensor([[[1]], [[2]]])", "torch.tensor([c(2), c(2)])", "torch.tensor(b(2))",
    )
    for dtype in "float32 float64 int64 int32 uint8 bool".split():
        for x in ("c(4)", "i(3)", "b(3)", "special()", "d(2)"):
            if x != "special()" or dtype.startswith("float") or dtype == "bool":
                yield f"{x}.to(torch.{dtype})"
    for name in "float double long int bool half byte short".split():
        if name not in ("half", "short"):
            yield from (f"f(3).{name}()", f"i(2).{name}()")
    yield from (
        "f(2).to('cpu')", "f(2).to(torch.device('cpu'), torch.float64)", "f(2).to(c(1))", "f(2).to(i(1))", "f(2).to(dtype=torch.float64)", "f(2).type(torch.float64)", "f(2).type()", "i(2).type()", "f(2).type('torch.DoubleTensor')",
        "f(2).type_as(d(1))", "f(2).cpu()", "f(2).cuda()", "f(2).to('cuda')", "i(2).float().dtype", "torch.promote_types(torch.int64, torch.float32)", "torch.result_type(i(2), 1.5)", "torch.can_cast(torch.float32, torch.int64)",
        "torch.is_floating_point(c(1))", "c(1).is_floating_point()", "torch.is_tensor([1])", "torch.get_default_dtype()", "torch.finfo(torch.float32).eps", "torch.iinfo(torch.int64).max", "torch.finfo(torch.float32).max",
        "torch.finfo(torch.int64)", "c(2).element_size()", "c(2).nelement()", "c(2, 3).size(2)", "c(2).data_ptr() == 0", "c(2).is_cuda", "c(2).layout", "c(2).itemsize", "c(2).nbytes", "c(2).element_size() * c(2).nelement()",
    )


GROUPS = {"views": views, "joining": joining, "making": making}
