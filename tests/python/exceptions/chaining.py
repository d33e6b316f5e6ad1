def low(): raise KeyError("low")
try:
    try: low()
    except KeyError as e: raise ValueError("high") from e
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: low()
    except KeyError: raise ValueError("during")
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: low()
    except KeyError: raise ValueError("hidden") from None
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise ValueError("v") from KeyError
except ValueError as e: print(repr(e.__cause__))
