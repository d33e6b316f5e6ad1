x = "module"
def outer():
    x = "outer"
    class Inner:
        y = x
        x = "class"
        def method(self):
            return x
    return Inner.y, Inner.x, Inner().method()
print(outer())
def reads_before():
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
    x = 1
print(reads_before())
def free():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(e)
    later = 5
    return inner()
print(free())
