import numpy as np

import torch
a = np.arange(3.0); t = torch.from_numpy(a); t[0] = 9; a[1] = 8; print(a, t, t.dtype, t.numpy() is a, np.shares_memory(t.numpy(), a))
print(torch.tensor(a), torch.as_tensor(a), torch.tensor(np.float32(2)), torch.ones(2).numpy(), np.array(torch.ones(2)), np.asarray(torch.arange(2)).dtype, torch.tensor(np.array([1, 2])).dtype)
print(t.detach().numpy().sum(), np.mean(torch.ones(3).numpy()), torch.from_numpy(np.ones(2, np.float32)).dtype, np.sum(t.numpy()), np.concatenate([a, t.numpy()]), torch.zeros(2) + torch.from_numpy(np.ones(2)))
