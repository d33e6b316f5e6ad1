import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
net=nn.Sequential(nn.LazyConv2d(4,3,padding=1),nn.ReLU(),nn.LazyBatchNorm2d(),nn.Flatten(),nn.LazyLinear(3))
print(net)
try: print(net[0].weight.shape)
except Exception as e: print(type(e).__name__, e)
print(net(torch.ones(2,3,4,4)).shape)
print(net, net[4].weight[0,:4])
print([type(m).__name__ for m in net])
l=nn.LazyConvTranspose2d(4,3,stride=2,output_padding=1); print(l(torch.ones(1,2,3,3)).shape, l)
