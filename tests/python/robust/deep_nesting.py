x = []
for _ in range(50): x = [x]
print(str(x).count("["))
y = ()
for _ in range(500): y = (y,)
n = 0
while y: y, n = y[0], n + 1
print(n)
print(len.__name__ and ((((((((((((((((((((1)))))))))))))))))))))
print([[[[[[[[[[[[]]]]]]]]]]]])
s = "+".join(["1"] * 200)
print(len(s))
deep = []
for _ in range(100000): deep = [deep]
try: repr(deep)
except RecursionError as e: print(e)
deep = None
