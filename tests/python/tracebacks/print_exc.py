import traceback
def f(): return 1 / 0
try: f()
except ZeroDivisionError as e:
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1])
    traceback.print_exc()
    print(traceback.format_exception_only(type(e), e))
print("went on")
