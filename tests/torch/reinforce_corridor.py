import torch
from torch import nn

torch.manual_seed(11)


class Corridor:
    def reset(self):
        self.at = 2
        return self.observe()

    def observe(self):
        return torch.eye(5)[self.at]

    def step(self, action):
        self.at += 1 if action == 1 else -1
        done = self.at in (0, 4)
        return self.observe(), float(self.at == 4), done


policy = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 2), nn.Softmax(dim=-1))
optimizer = torch.optim.Adam(policy.parameters(), lr=0.02)
env, wins = Corridor(), []
for episode in range(100):
    state, done, log_probs, rewards = env.reset(), False, [], []
    while not done and len(rewards) < 20:
        probabilities = policy(state)
        action = torch.multinomial(probabilities, 1).squeeze()
        log_probs.append(probabilities[action].log())
        state, reward, done = env.step(action.item())
        rewards.append(reward)
    R, returns = 0.0, []
    for r in reversed(rewards):
        R = r + 0.95 * R
        returns.insert(0, R)
    loss = torch.stack([-lp * g for lp, g in zip(log_probs, returns)]).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    wins.append(sum(rewards))
print(sum(wins[:50]), sum(wins[50:]), policy(torch.eye(5)[2]).argmax())
