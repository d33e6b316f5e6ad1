def handler():
    try:
        int("x")
    except ValueError:
        {}["missing"]

handler()
