import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
m=nn.Linear(2,2); o=torch.optim.Adafactor(m.parameters(),lr=0.1,weight_decay=0.1)
for k in range(4):
    o.zero_grad(); (m(torch.tensor([[1.,2.],[3.,-1.]]))**2).sum().backward(); o.step()
print(m.weight, m.bias, o)
avg=torch.optim.swa_utils.AveragedModel(m); sgd=torch.optim.SGD(m.parameters(),lr=0.1); sch=torch.optim.swa_utils.SWALR(sgd,0.05,4)
for k in range(6):
    sgd.zero_grad(); m(torch.ones(1,2)).sum().backward(); sgd.step(); avg.update_parameters(m); sch.step(); print(sch.get_last_lr())
print(avg.module.weight, avg.n_averaged)
ema=torch.optim.swa_utils.AveragedModel(m,multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.9)); ema.update_parameters(m); ema.update_parameters(m); print(ema.module.weight)
conv,bn=nn.Conv2d(1,2,3),nn.BatchNorm2d(2); conv.eval();bn.eval(); f=nn.utils.fuse_conv_bn_eval(conv,bn); z=torch.randn(1,1,5,5); print(torch.allclose(f(z),bn(conv(z)),atol=1e-6))

