"""Names of types that have none of their own."""

FunctionType = LambdaType = type(lambda: None)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GeneratorType = type((lambda: (yield))())


class _C:
    def _m(self):
        pass


MethodType = type(_C()._m)
MappingProxyType = type(_C.__dict__)
CodeType = type((lambda: None).__code__)


class SimpleNamespace:
    """An object with attributes: `SimpleNamespace(lr=0.1)`."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return f"namespace({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented


import sys as _sys

ModuleType = type(_sys)
GenericAlias = type(list[int])
UnionType = type(int | str)
del _C
