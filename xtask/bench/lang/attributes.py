class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def dot(self, o):
        return self.x * o.x + self.y * o.y
    def step(self):
        self.x += 1
        self.y -= 1
def run(n):
    a = Vec(1, 2)
    t = 0
    for i in range(n):
        b = Vec(i, 3)
        t += a.dot(b)
        a.step()
    return t
print(run(700000))
