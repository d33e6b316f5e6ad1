def show(label, value):
    print("eval", label)
    return value

data = [0, 0, 0]
data[show("index", 1)] += show("value", 5)
print(data)

class Box:
    n = 1

def box():
    print("box")
    return Box

box().n += show("more", 2)
print(Box.n)
print([show("a", 1), show("b", 2)][show("c", 0)])
print(show("l", 1) + show("r", 2) * show("s", 3))
{show("k", 1): show("v", 2)}
