class A:
    def __init__(self):
        self.b = B()
class B:
    def method(self, x):
        return {"v": x}
result = A().b.method(3)["w"]
