print(__name__, __build_class__.__name__, print.__name__)
import builtins
print(builtins.len is len, hasattr(builtins, "print"), len is not builtins.max)
len_ = len
def len(x): return "mine"
print(len([1, 2]), builtins.len([1, 2]), len_([3]))
del len
print(len([1]))
