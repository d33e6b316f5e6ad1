print([1,2,3][0:3:2**63-1],[1,2,3][::-2**63], "abc"[::2**62], range(3)[::2**62])
b=bytearray(b"hello")
print(b[1], b[-1], b[1:3], b[::2])
try: b[9]
except IndexError as e: print(e)
try: b"abc"[9]
except IndexError as e: print(e)
del b[::2]; print(b)
b=bytearray(range(10)); del b[8:2:-3]; print(b)
l=list(range(10)); del l[8:2:-3]; print(l)
for x in ([1],(1,),"a",b"a",bytearray(b"a"),range(1)):
    try: x[5]
    except IndexError as e: print(e)
    try: x["a"]
    except TypeError as e: print(e)
    try: x[5]=1
    except Exception as e: print(type(e),e)
    try: del x[5]
    except Exception as e: print(type(e),e)
print(range(10)[2:7:2], range(10)[::-1], range(0,20,3)[1:-1], range(5)[10:], range(10)[7:2:-2])
print(list(range(10)[::-1]), list(range(0,20,3)[1:-1][::-1]))
