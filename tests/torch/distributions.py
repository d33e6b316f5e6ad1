import torch
from torch.distributions import *
torch.manual_seed(0)
L=torch.tensor
ds=[Normal(0.,1.),Normal(L([0.,1.]),L([1.,2.])),Categorical(probs=L([0.1,0.2,0.7])),Categorical(logits=torch.randn(2,4)),Bernoulli(0.3),Bernoulli(logits=L([0.2,-1.])),Uniform(0.,2.),Uniform(L([0.,1.]),L([1.,3.])),Exponential(2.),Laplace(0.,1.),LogNormal(0.,1.),Geometric(0.4),Poisson(L([1.,5.])),OneHotCategorical(L([0.2,0.8])),Gumbel(0.,1.),Cauchy(0.,1.),HalfNormal(1.),MultivariateNormal(torch.zeros(2),L([[2.,.5],[.5,1.]])),Independent(Normal(torch.zeros(3),torch.ones(3)),1)]
for d in ds:
    print(d, d.batch_shape, d.event_shape)
    s=d.sample(); print('  s',s)
    s=d.sample((3,)); print('  s3',s)
    print('  lp',d.log_prob(s))
    try: print('  H',d.entropy())
    except NotImplementedError: print('  no entropy')
    print('  m',d.mean,d.variance)
    if d.has_rsample: print('  r',d.rsample((2,)))
print(kl_divergence(Normal(0.,1.),Normal(1.,2.)),kl_divergence(Categorical(L([.5,.5])),Categorical(L([.1,.9]))),kl_divergence(ds[17],MultivariateNormal(torch.ones(2),torch.eye(2))))
for bad in (lambda: Normal(0.,-1.), lambda: Categorical(L([-1.,2.])), lambda: Bernoulli(2.), lambda: Bernoulli(0.5).log_prob(L(0.3)), lambda: Categorical(), lambda: Normal(0.,1.).log_prob(L(float('nan'))), lambda: Categorical(L([.5,.5])).log_prob(L(3)),lambda: Uniform(1.,0.),lambda: Uniform(0.,1.).log_prob(L(2.))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
mu=L([0.5],requires_grad=True); Normal(mu,1.).rsample().sum().backward(); print(mu.grad)
lg=torch.zeros(3,requires_grad=True); d=Categorical(logits=lg); a=d.sample(); (-d.log_prob(a)*2).backward(); print(a,lg.grad)
