def g():
    try:
        try:
            1 / 0
        except KeyError:
            print("wrong")
        finally:
            print("inner finally")
    except (TypeError, ZeroDivisionError) as e:
        print("outer", e)
        try:
            raise RuntimeError("second") from e
        except RuntimeError as r:
            print(repr(r.__cause__), r.__suppress_context__)
    try:
        e
    except UnboundLocalError as err:
        print(err)
g()
