def guess(target, lo=1, hi=100):
    steps = []
    while lo <= hi:
        mid = (lo + hi) // 2; steps.append(mid)
        if mid == target: return steps
        lo, hi = (mid + 1, hi) if mid < target else (lo, mid - 1)
print([len(guess(t)) for t in (1, 50, 73, 100)], guess(73))
