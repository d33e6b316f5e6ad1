import sys
print(sys.argv.__class__.__name__, len(sys.argv), sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize, sys.byteorder, sys.float_info.epsilon, sys.float_info.max, type(sys.path).__name__, "sys" in sys.modules, sys.getrecursionlimit())
sys.stdout.write("out\n"); sys.stdout.flush(); print("x", file=sys.stdout); print(sys.stdin.readline() == "", type(sys.platform).__name__, sys.getsizeof([]) > 0, sys.intern("a"), sys.executable is not None)
