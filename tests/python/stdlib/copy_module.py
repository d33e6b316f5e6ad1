import copy
class Node:
    def __init__(self, v): self.v, self.kids, self.up = v, [], None
a = Node(1); b = Node([2]); a.kids.append(b); b.up = a
c = copy.deepcopy(a); print(c is a, c.kids[0] is b, c.kids[0].up is c, c.kids[0].v, c.kids[0].v is b.v)
s = copy.copy(a); print(s.kids is a.kids, s.v)
l = [1, [2, 3], {"k": [4]}, (5, [6])]; d, e = copy.deepcopy(l), copy.copy(l); l[1].append("x"); l[2]["k"].append("y"); l[3][1].append("z"); print(d, e)
x = []; x.append(x); y = copy.deepcopy(x); print(y is x, y[0] is y, copy.copy((1, 2)), copy.deepcopy("s"), copy.copy({1}), copy.deepcopy(print) is print)
class H:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(H()), copy.deepcopy([H()]))
shared = [0]; pair = copy.deepcopy([shared, shared]); print(pair[0] is pair[1])
