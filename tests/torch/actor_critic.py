# An actor and a critic share a body; returns are computed backwards; PPO's clipped objective at the end.
import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions import Categorical


class ActorCritic(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 16)
        self.actor = nn.Linear(16, 2)
        self.critic = nn.Linear(16, 1)

    def forward(self, x):
        x = F.relu(self.body(x))
        return Categorical(logits=self.actor(x)), self.critic(x).squeeze(-1)


def returns_of(rewards, gamma=0.9):
    total, out = 0.0, []
    for reward in reversed(rewards):
        total = reward + gamma * total
        out.insert(0, total)
    return torch.tensor(out)


torch.manual_seed(0)
model = ActorCritic()
optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
for episode in range(30):
    log_probs, values, rewards, entropies = [], [], [], []
    for t in range(12):
        x = torch.randn(3)
        policy, value = model(x)
        action = policy.sample()
        rewards.append(1.0 if (x[0] > 0).item() == bool(action) else 0.0)
        log_probs.append(policy.log_prob(action))
        values.append(value)
        entropies.append(policy.entropy())
    returns = returns_of(rewards)
    values = torch.stack(values)
    advantage = returns - values.detach()
    actor_loss = -(torch.stack(log_probs) * advantage).mean()
    critic_loss = F.mse_loss(values, returns)
    loss = actor_loss + 0.5 * critic_loss - 0.01 * torch.stack(entropies).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if episode % 10 == 0:
        print(episode, sum(rewards), f"{actor_loss.item():.4f} {critic_loss.item():.4f}")
x = torch.randn(50, 3)
with torch.no_grad():
    old, value = model(x)
    actions = old.sample()
    old_log = old.log_prob(actions)
advantage = (actions == (x[:, 0] > 0)).float() - 0.5
advantage = (advantage - advantage.mean()) / (advantage.std() + 1e-8)
for epoch in range(5):
    policy, _ = model(x)
    ratio = torch.exp(policy.log_prob(actions) - old_log)
    clipped = torch.clamp(ratio, 0.8, 1.2)
    loss = -torch.min(ratio * advantage, clipped * advantage).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"{loss.item():.4f} {ratio.min().item():.3f} {ratio.max().item():.3f}")
