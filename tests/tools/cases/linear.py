"""Products and linear algebra."""


def products():
    pairs = ("f(2, 3), f(3, 4)", "f(2, 3), f(3)", "f(3), f(3, 2)", "f(3), f(3)", "f(2, 2, 3), f(2, 3, 2)", "f(2, 3), f(2, 3)", "f(3, 2).t(), f(3, 2)", "f(2, 1, 2, 3), f(4, 3, 2)", "f(0, 3), f(3, 2)", "f(2, 0), f(0, 2)", "f(), f(3)", "f(2, 2), i(2, 2)", "f(2, 2), d(2, 2)", "i(2, 2), i(2, 2)", "b(2, 2), b(2, 2)", "f(3), f(2)", "f(2, 3, 4), f(4)", "f(2, 3), f(2, 3, 4)", "f(3, 2, 2), f(2, 2, 2)")
    for name in ("matmul", "mm", "mv", "dot", "bmm", "inner", "outer"):
        for pair in pairs:
            yield f"torch.{name}({pair})"
    yield from (
        "torch.addmm(f(2, 4), f(2, 3), f(3, 4))", "torch.addmm(f(4), f(2, 3), f(3, 4), beta=0.5, alpha=2)", "torch.addmv(f(2), f(2, 3), f(3))", "torch.baddbmm(f(2, 2, 2), f(2, 2, 3), f(2, 3, 2))", "torch.addbmm(f(2, 2), f(3, 2, 2), f(3, 2, 2))", "torch.addr(f(2, 3), f(2), f(3))",
        "torch.addmm(f(3), f(2, 3), f(3, 4))", "torch.chain_matmul(f(2, 3), f(3, 4), f(4, 2))", "torch.linalg.multi_dot([f(2, 3), f(3, 4), f(4, 1)])", "torch.vdot(f(3), f(3))", "torch.cross(f(2, 3), f(2, 3), dim=1)", "torch.linalg.cross(f(3), f(3))", "torch.tensordot(f(2, 3), f(3, 2), dims=1)", "torch.tensordot(f(2, 3), f(2, 3), dims=([0, 1], [0, 1]))",
        "torch.tensordot(f(2, 3, 4), f(4, 3), dims=([1, 2], [1, 0]))", "torch.linalg.vecdot(f(2, 3), f(2, 3))", "f(2, 3) @ f(3)", "f(2, 3).matmul(f(3, 1))", "f(2, 3).mm(f(3, 1))", "f(3).dot(f(3))", "f(2, 3).mv(f(3))", "f(1, 2, 3).bmm(f(1, 3, 2))", "c(2) @ 3", "3 @ c(2)",
        "F.linear(f(2, 3), f(4, 3))", "F.linear(f(2, 3), f(4, 3), f(4))", "F.linear(f(3), f(4, 3), f(4))", "F.linear(f(2, 2, 3), f(4, 3), f(4))", "F.linear(f(2, 3), f(4, 2))", "F.linear(i(2, 3), f(4, 3))", "F.linear(f(2, 3), f(3))", "F.bilinear(f(2, 3), f(2, 2), f(4, 3, 2), f(4))", "nn.Bilinear(2, 3, 2)(f(1, 2), f(1, 3))", "F.linear(f(0, 3), f(2, 3), f(2))",
    )
    for equation, arguments in (("ij,jk->ik", "f(2, 3), f(3, 2)"), ("ij,jk", "f(2, 3), f(3, 2)"), ("ii", "f(3, 3)"), ("ii->i", "f(3, 3)"), ("ij->ji", "f(2, 3)"), ("ij->", "f(2, 3)"), ("i,j->ij", "f(2), f(3)"), ("bij,bjk->bik", "f(2, 2, 3), f(2, 3, 2)"),
                                ("bhid,bhjd->bhij", "f(1, 2, 2, 3), f(1, 2, 4, 3)"), ("...ij,...jk->...ik", "f(2, 2, 3), f(3, 2)"), ("i,i", "f(3), f(3)"), ("ij,ij->i", "f(2, 3), f(2, 3)"), ("ij,j,i->", "f(2, 3), f(3), f(2)"), ("ij,jk->iz", "f(2, 3), f(3, 2)"), ("ij,jk->ik", "f(2, 3), f(2, 3)"), ("ijk->kij", "f(2, 3, 4)"), ("ij", "f(3, 2)"), ("ba", "f(3, 2)"), ("ij,j", "f(2, 3)")):
        yield f"torch.einsum('{equation}', {arguments})"
    yield "torch.einsum('ij,kj->ik', [f(2, 3), f(4, 3)])"


def algebra():
    yield from (
        "torch.inverse(spd(3))", "torch.linalg.inv(f(2, 2))", "torch.linalg.inv(torch.ones(2, 2))", "torch.linalg.inv(f(2, 3))", "torch.det(f(3, 3))", "torch.linalg.det(f(2, 3, 3))", "torch.det(f(2, 3))", "torch.slogdet(spd(3))", "torch.logdet(spd(2))", "torch.linalg.solve(spd(3), f(3))", "torch.linalg.solve(spd(2), f(2, 3))",
        "torch.linalg.solve(torch.zeros(2, 2), f(2))", "torch.linalg.cholesky(spd(3))", "torch.cholesky(spd(2))", "torch.linalg.cholesky(-spd(2))", "torch.linalg.eigvalsh(spd(3))", "torch.linalg.eigh(spd(3)).eigenvalues", "torch.linalg.svdvals(f(3, 2))", "torch.svd(f(3, 2)).S", "torch.linalg.svd(f(3, 2)).S", "torch.linalg.svd(c(3, 2), full_matrices=False).U.abs()",
        "torch.linalg.qr(f(3, 2)).R.abs()", "torch.qr(f(2, 2)).Q.abs()", "torch.pinverse(f(3, 2))", "torch.linalg.pinv(f(2, 3))", "torch.linalg.matrix_rank(c(3, 3))", "torch.matrix_power(f(2, 2), 3)", "torch.linalg.matrix_power(f(2, 2), 0)", "torch.linalg.matrix_power(f(2, 2), -1)", "torch.matrix_exp(f(2, 2))", "torch.linalg.cond(spd(2))", "torch.linalg.lstsq(c(3, 2), c(3, 1)).solution",
        "torch.linalg.matrix_norm(f(2, 2), ord='nuc')", "torch.linalg.matrix_norm(f(2, 3), ord=2)", "torch.linalg.norm(f(2, 2), 'fro')", "torch.triangular_solve(c(2, 1), spd(2).detach())", "torch.linalg.solve_triangular(spd(2).detach().tril(), c(2, 1), upper=False)", "torch.linalg.eigvals(c(2, 2)).shape", "torch.cholesky_inverse(torch.linalg.cholesky(spd(2).detach()))",
        "f(2, 2).inverse()", "f(2, 2).det()", "f(3, 2).svd()[1]", "f(2, 2).matrix_power(2)", "spd(2).cholesky()", "f(2, 2).trace()", "spd(2).logdet()", "f(2, 2).pinverse()", "torch.linalg.inv(i(2, 2))", "torch.linalg.inv(f(3))",
    )


GROUPS = {"products": products, "algebra": algebra}
