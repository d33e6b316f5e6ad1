import base64, gc, inspect, types, numbers, string
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.b64encode(b"a"), base64.b64decode(base64.b64encode(bytes(range(9)))))
print(isinstance(5, numbers.Number), isinstance(2.5, numbers.Real), isinstance(True, numbers.Integral), isinstance("x", numbers.Number), gc.collect() >= 0, types.SimpleNamespace(a=1), isinstance(lambda: 0, types.FunctionType), isinstance(len, types.BuiltinFunctionType))
def f(a, b=2, *c, d, e: int = 5, **g) -> str: "doc\n    more"
print(inspect.signature(f), list(inspect.signature(f).parameters), inspect.isfunction(f), inspect.isclass(int), inspect.getdoc(f))
class K:
    def m(self, x): pass
print(inspect.signature(K().m), inspect.signature(K.m), inspect.ismethod(K().m), inspect.signature(f).parameters["e"].default)
