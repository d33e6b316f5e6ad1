class AppError(Exception):
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
class NotFound(AppError): pass
try: raise NotFound("page", code=404)
except AppError as e: print(e, repr(e), e.code, e.args, isinstance(e, Exception))
class Plain(Exception): pass
print(str(Plain()), str(Plain(1)), str(Plain(1, 2)), repr(Plain("a")), Plain("x") == Plain("x"))
class WithDefault(Exception):
    def __init__(self, n): self.n = n
try: raise WithDefault(3)
except WithDefault as e: print(e.args, str(e), e.n)
e = ValueError("a"); e.add_note("note one"); print(e.__notes__)
print(issubclass(KeyError, LookupError), [c.__name__ for c in ZeroDivisionError.__mro__], Exception.__name__)
