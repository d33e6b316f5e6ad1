"""Module doc."""
def f():
    """First line.

    More.
    """
class C:
    "C doc"
    def m(self):
        'm doc'
print(__doc__)
print(repr(f.__doc__))
print(C.__doc__, C.m.__doc__, (lambda: 0).__doc__)
