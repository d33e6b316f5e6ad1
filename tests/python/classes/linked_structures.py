class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
class Linked:
    def __init__(self, items=()):
        self.head = None
        for x in reversed(list(items)): self.head = Node(x, self.head)
    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next
    def reverse(self):
        prev, n = None, self.head
        while n:
            n.next, prev, n = prev, n, n.next
        self.head = prev
        return self
print(list(Linked("abc")), list(Linked([1, 2, 3]).reverse()))
class Tree:
    def __init__(self): self.root = None
    def insert(self, v):
        def go(n):
            if n is None: return [v, None, None]
            n[1 if v < n[0] else 2] = go(n[1 if v < n[0] else 2])
            return n
        self.root = go(self.root)
    def walk(self):
        def go(n):
            if n:
                yield from go(n[1]); yield n[0]; yield from go(n[2])
        return go(self.root)
t = Tree()
for v in (5, 2, 8, 1, 9): t.insert(v)
print(list(t.walk()), t.root)
