# Tabular Q-learning in a corridor, then a small deep Q-network with replay and a target network.
import random
from collections import deque, namedtuple

import torch
import torch.nn.functional as F
from torch import nn

random.seed(0)
torch.manual_seed(0)
SIZE = 6


def move(state, action):
    state = max(0, min(SIZE - 1, state + (1 if action else -1)))
    return state, float(state == SIZE - 1), state == SIZE - 1


q = torch.zeros(SIZE, 2)
for episode in range(60):
    state, done = 0, False
    while not done:
        action = random.randrange(2) if random.random() < 0.2 else int(q[state].argmax())
        after, reward, done = move(state, action)
        q[state, action] += 0.5 * (reward + 0.9 * q[after].max() * (not done) - q[state, action])
        state = after
print(q, q.argmax(1))

Transition = namedtuple("Transition", "state action reward after done")
memory = deque(maxlen=200)
policy = nn.Sequential(nn.Embedding(SIZE, 8), nn.ReLU(), nn.Linear(8, 2))
target = nn.Sequential(nn.Embedding(SIZE, 8), nn.ReLU(), nn.Linear(8, 2))
target.load_state_dict(policy.state_dict())
optimizer = torch.optim.AdamW(policy.parameters(), lr=0.01, amsgrad=True)
updates = 0
for episode in range(15):
    state, done, steps = 0, False, 0
    while not done and steps < 40:
        action = random.randrange(2) if random.random() < 0.5 else policy(torch.tensor(state)).argmax().item()
        after, reward, done = move(state, action)
        memory.append(Transition(state, action, reward, after, done))
        state, steps = after, steps + 1
        if len(memory) < 16:
            continue
        batch = Transition(*zip(*random.sample(list(memory), 16)))
        chosen = policy(torch.tensor(batch.state)).gather(1, torch.tensor(batch.action)[:, None]).squeeze(1)
        with torch.no_grad():
            best = target(torch.tensor(batch.after)).max(1).values * ~torch.tensor(batch.done)
        loss = F.smooth_l1_loss(chosen, torch.tensor(batch.reward) + 0.9 * best)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_value_(policy.parameters(), 1.0)
        optimizer.step()
        updates += 1
        for a, b in zip(target.parameters(), policy.parameters()):
            a.data.lerp_(b.data, 0.05)
print("updates", updates, "loss", f"{loss.item():.5f}")
print(policy(torch.arange(SIZE)).argmax(1)[:-1].tolist())
