from collections import deque
stack = []
for c in "([]{})":
    if c in "([{":
        stack.append(c)
    else:
        print(stack.pop() + c, end=" ")
print(not stack)
q = deque([1, 2, 3], maxlen=3)
q.append(4); q.appendleft(0)
print(q, q.pop(), q.popleft(), list(q), len(q))
q.extend([7, 8, 9]); q.rotate(1); print(q, q[0], q[-1], 8 in q, q.maxlen)
q.extendleft([1]); q.reverse(); print(q, q.count(7), q.index(7))
q.remove(7); q.clear(); print(q)
try:
    q.pop()
except IndexError as e:
    print(e)
