import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x=torch.randn(2,3,5,6,7)
for m in (nn.Conv3d(3,4,3,padding=1,stride=2),nn.ConvTranspose3d(3,2,2,stride=2),nn.MaxPool3d(2),nn.MaxPool3d(3,2,1,ceil_mode=True),nn.AvgPool3d(2),nn.AvgPool3d(3,2,1,ceil_mode=True),nn.AvgPool3d(3,2,1,count_include_pad=False),nn.AdaptiveAvgPool3d((2,None,3)),nn.AdaptiveMaxPool3d(2),nn.ReplicationPad3d(1),nn.ZeroPad3d(1),nn.ConstantPad3d(1,2.),nn.ReflectionPad3d(1),nn.CircularPad3d(1),nn.LPPool3d(2,2)):
    y=m(x); print(m, y.shape, y.sum())
v,i=F.max_pool3d(x,2,return_indices=True); print(i.flatten()[:8], F.max_unpool3d(v,i,2,output_size=(5,6,7)).shape)
p=nn.MaxPool2d(2,return_indices=True); v,i=p(x[0]); print(nn.MaxUnpool2d(2)(v,i,output_size=(6,7)).sum(), nn.MaxUnpool2d(2))
for m in (nn.BatchNorm3d(3), nn.InstanceNorm3d(3), nn.LazyInstanceNorm3d(affine=True)):
    y = m(x)
    print(m, y.shape, y.square().sum(), y[0, 0, 0])
