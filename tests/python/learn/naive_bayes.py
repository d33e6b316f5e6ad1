import math
from collections import Counter, defaultdict
docs = [("free money now", "spam"), ("win money prize", "spam"), ("meeting at noon", "ham"), ("lunch at noon", "ham"), ("free lunch", "ham")]
words, labels = defaultdict(Counter), Counter()
for text, label in docs: labels[label] += 1; words[label].update(text.split())
vocab = {w for c in words.values() for w in c}
def score(text, label):
    total = sum(words[label].values())
    return math.log(labels[label] / len(docs)) + sum(math.log((words[label][w] + 1) / (total + len(vocab))) for w in text.split())
for t in ("free money", "lunch meeting", "prize at noon"):
    s = {l: round(score(t, l), 4) for l in labels}; print(t, "->", max(s, key=s.get), s)
print(len(vocab), words["spam"].most_common(1), dict(labels), sorted(words["ham"].items())[:3])
