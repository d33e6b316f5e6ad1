list_ = list
list = [1, 2]
print(list, list_("ab"))
del list
print(list("cd"))
str = 5
print(str)
del str
for print_ in [print]: print_("alias")
def f(len=len): return len("abc")
print(f())
class int_(int): pass
True_ = True
print(int_("5") + True_)
import math as list; print(list.floor(2.5))
