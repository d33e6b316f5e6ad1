def todo(): ...
print(todo(), ..., Ellipsis is ...)
class Grid:
    def __getitem__(self, index):
        return index
g = Grid()
print(g[...], g[..., 0], g[1:2, ::3], g[None, :], g[1:2:3], g[()], g[1,])
print(type(...), bool(...))
