import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
w=nn.utils.weight_norm(nn.Linear(3,2)); print(w, [(n,p.shape) for n,p in w.named_parameters()]); print(w(torch.ones(1,3)))
nn.utils.remove_weight_norm(w); print(w.weight)
w=nn.utils.parametrizations.weight_norm(nn.Linear(3,2)); print(w, list(w.state_dict())); print(w(torch.ones(1,3)), type(w))
w.weight=torch.ones(2,3); print(w.weight)
nn.utils.parametrize.remove_parametrizations(w,'weight'); print(w, w.weight)
s=nn.utils.spectral_norm(nn.Linear(3,4)); print(s, list(s.state_dict())); print(s(torch.ones(1,3))); s.eval(); print(s(torch.ones(1,3)))
s=nn.utils.parametrizations.spectral_norm(nn.Linear(3,4)); print(s, list(s.state_dict())); print(s(torch.ones(1,3)))
class Sym(nn.Module):
    def forward(self,X): return X.triu()+X.triu(1).transpose(-1,-2)
l=nn.Linear(3,3); nn.utils.parametrize.register_parametrization(l,'weight',Sym()); print(l.weight, torch.allclose(l.weight,l.weight.T), l)
