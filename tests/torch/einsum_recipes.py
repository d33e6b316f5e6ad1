import torch

A = torch.arange(6.0).reshape(2, 3)
B = torch.arange(12.0).reshape(3, 4) / 4
v, u = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, -1.0])
print(torch.einsum("ij->ji", A), torch.einsum("ij->", A), torch.einsum("ij->j", A), torch.einsum("ij->i", A))
print(torch.einsum("ik,kj->ij", A, B), torch.einsum("ik,k->i", A, v), torch.einsum("i,i->", v, v), torch.einsum("i,j->ij", u, v))
S = torch.arange(9.0).view(3, 3)
print(torch.einsum("ii", S), torch.einsum("ii->i", S), torch.einsum("ij,ij->ij", S, S.t()))
batch1, batch2 = torch.arange(12.0).view(2, 2, 3), torch.arange(12.0).view(2, 3, 2)
print(torch.einsum("bij,bjk->bik", batch1, batch2).equal(torch.bmm(batch1, batch2)))
q, k = torch.arange(16.0).view(1, 2, 2, 4) / 10, torch.arange(24.0).view(1, 2, 3, 4) / 10
print(torch.einsum("bhqd,bhkd->bhqk", q, k), torch.einsum("...d,...d->...", A, A))
W = torch.arange(8.0).view(2, 2, 2).requires_grad_()
out = torch.einsum("i,kij,j->k", u, W, torch.tensor([0.5, 2.0]))
out.sum().backward()
print(out, W.grad)
print(torch.tensordot(A, B, dims=1).equal(A @ B), torch.outer(u, v), torch.kron(u, torch.ones(2)), torch.trace(S))
print(torch.matmul(A, B), torch.mm(A, B).shape, torch.mv(A, v), torch.dot(v, v), A.matmul(v), A.mm(B)[0], v.dot(v), S.t()[0], torch.chain_matmul if False else torch.linalg.multi_dot((A, B)).shape)
