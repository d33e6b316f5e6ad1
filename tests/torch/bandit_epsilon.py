import torch

torch.manual_seed(0)
probabilities = torch.tensor([0.2, 0.5, 0.75])
values, counts = torch.zeros(3), torch.zeros(3)
rewards = []
for step in range(200):
    if torch.rand(1).item() < 0.1:
        action = torch.randint(0, 3, (1,)).item()
    else:
        action = int(torch.argmax(values))
    reward = torch.bernoulli(probabilities[action])
    counts[action] += 1
    values[action] += (reward - values[action]) / counts[action]
    rewards.append(reward.item())
print(values, counts, sum(rewards), torch.tensor(rewards).mean())
preferences = torch.zeros(3)
baseline = 0.0
for step in range(1, 201):
    p = torch.softmax(preferences, 0)
    a = torch.multinomial(p, 1).item()
    r = float(torch.rand(()) < probabilities[a])
    baseline += (r - baseline) / step
    one_hot = torch.nn.functional.one_hot(torch.tensor(a), 3)
    preferences += 0.1 * (r - baseline) * (one_hot - p)
print(preferences, torch.softmax(preferences, 0), round(baseline, 4))
