assert True
assert 1 + 1 == 2, "arithmetic"
try:
    assert 1 > 2, "one is not more"
except AssertionError as e:
    print("caught", e, e.args)
try:
    assert []
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 0, (1, 2)
except AssertionError as e:
    print(e.args)
