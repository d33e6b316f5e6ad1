import queue
import tempfile
import weakref
import contextvars
import os

q = queue.Queue(maxsize=2)
q.put(1)
q.put(2)
print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
try:
    q.get_nowait()
except queue.Empty as e:
    print('empty', repr(e))
p = queue.PriorityQueue()
[p.put(x) for x in (3, 1, 2)]
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
l.put(1)
l.put(2)
print(l.get())
with tempfile.TemporaryDirectory() as t:
    f = os.path.join(t, 'x.txt')
    with open(f, "w") as file:
        file.write("hi")
    print(os.path.exists(f), open(f).read())
print(os.path.exists(t))
with tempfile.NamedTemporaryFile('w+', suffix='.txt') as f:
    f.write('abc')
    f.seek(0)
    print(f.read(), f.name.endswith('.txt'))
class A:
    pass
x = A()
r = weakref.ref(x)
print(r() is x)
w = weakref.WeakValueDictionary()
w['a'] = x
print(len(w), 'a' in w)
k = weakref.WeakKeyDictionary()
k[x] = 1
print(len(k))
del x
print(r() is None, len(w), len(k))
v = contextvars.ContextVar('v', default=3)
t = v.set(5)
print(v.get())
v.reset(t)
print(v.get())
b = bytearray(b'abc')
b[1:2] = b'XY'
print(b, b * 2, b + b'!', b'X' in b)
del b[0]
print(b)
from functools import singledispatchmethod
class S:

    @singledispatchmethod
    def f(self, x):
        return 'any'

    @f.register
    def _(self, x: int):
        return 'int'
print(S().f(1), S().f('a'))
