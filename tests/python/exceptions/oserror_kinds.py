try: open("/no/such/file")
except FileNotFoundError as e: print(e, e.errno, e.filename, e.strerror, isinstance(e, OSError))
for k in (FileNotFoundError, PermissionError, IsADirectoryError, TimeoutError, ConnectionError): print(k.__mro__[1].__name__, issubclass(k, OSError), OSError is IOError is EnvironmentError)
try: raise OSError(13, "denied")
except OSError as e: print(type(e).__name__, e)
class Mine(OSError): pass
print(repr(Mine(1, "x")), UnicodeError.__mro__[1].__name__, issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(NotImplementedError, RuntimeError), issubclass(IndexError, LookupError), Warning.__name__)
