class O:
    def __str__(self): return "S"
    def __repr__(self): return "R"
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 3
o = O()
print("%s %r %d %.1f %x" % (o, o, o, o, o))
class D(dict):
    def __missing__(self, key): return "<" + key + ">"
print("%(x)s %(y)s" % D(x=1))
print("%s %s" % ("a", (1, 2)), "%-5s|" % True, "%5.3d|" % 7, "% d" % 5)
