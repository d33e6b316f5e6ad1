n = 2
g = (n * x for x in [1, 2, 3])
n = 10
print(list(g))
def show(x): print("made", x); return x
lazy = (show(i) for i in range(3))
print("nothing yet"); print(next(lazy))
gens = [(lambda: (yield k))() for k in range(2)]
print([next(q) for q in gens])
xs = [1, 2]
g = (x for x in xs); xs.append(3); print(list(g))
g = (x for x in xs); xs = []; print(list(g))
try:
    (y for y in undefined_name)
except NameError as e: print(e)
later = (undefined_name for y in [1]); 
try: next(later)
except NameError as e: print(e)
