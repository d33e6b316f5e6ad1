# Greedy and beam search over a fixed table of transition probabilities.
import torch

torch.manual_seed(4)
vocabulary, end = 6, 0
table = torch.randn(vocabulary, vocabulary).mul(1.5).log_softmax(dim=-1)


def greedy(start, length):
    tokens, score = [start], 0.0
    for _ in range(length):
        best = table[tokens[-1]].max(dim=0)
        tokens.append(best.indices.item())
        score += best.values.item()
        if tokens[-1] == end:
            break
    return tokens, score


def beam(start, length, width):
    sequences = torch.full((1, 1), start)
    scores = torch.zeros(1)
    finished = []
    for _ in range(length):
        grown = scores[:, None] + table[sequences[:, -1]]
        scores, flat = grown.flatten().topk(min(width, grown.numel()))
        parent = torch.div(flat, vocabulary, rounding_mode="floor")
        token = flat % vocabulary
        sequences = torch.cat([sequences[parent], token[:, None]], dim=1)
        done = token == end
        for i in done.nonzero().flatten().tolist():
            finished.append((scores[i].item() / (sequences.shape[1] - 1), sequences[i].tolist()))
        sequences, scores = sequences[~done], scores[~done]
        if len(scores) == 0:
            break
    finished += [(s.item() / length, q.tolist()) for s, q in zip(scores, sequences)]
    return sorted(finished, reverse=True)


for start in (1, 3):
    tokens, score = greedy(start, 5)
    print("greedy", tokens, f"{score / (len(tokens) - 1):.4f}")
    for width in (1, 2, 4):
        print("width", width, [f"{s:.4f}" for s, _ in beam(start, 5, width)[:2]], beam(start, 5, width)[0][1])
