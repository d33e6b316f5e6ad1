d = {}
for d["key"] in range(3):
    pass
print(d)
class A: pass
for A.attr in "xyz":
    pass
print(A.attr)
seq = [0, 0, 0]
for seq[1] in (5, 6):
    print(seq)
for x in []:
    pass
try:
    print(x)
except NameError as e:
    print(e)
