print()
print("a", "b", sep="")
print("a", "b", sep=", ", end="!\n")
print(1, 2.0, True, None, [1], (1,), {1}, {"a": 1}, sep="|")
print("no newline", end="")
print("", end="\n\n")
print(*[], sep="x")
print("x", sep=None, end=None)
print("flush", flush=True)
import sys
print("to stdout", file=sys.stdout)
print("to stderr", file=sys.stderr)
try:
    print("a", sep=1)
except TypeError as e:
    print(e)
try:
    print("a", nope=1)
except TypeError as e:
    print(e)
sys.stdout.write("written\n")
print(sys.stdout.write("") )
