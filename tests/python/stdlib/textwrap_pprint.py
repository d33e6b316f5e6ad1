import textwrap, pprint
t = "The quick brown fox jumped over the lazy dog and kept running through the deep forest."
print(textwrap.fill(t, 30)); print(textwrap.wrap(t, 40)); print(textwrap.dedent("""
    a
      b
    c
""")); print(textwrap.indent("x\ny\n", "> "), textwrap.shorten(t, 20))
pprint.pprint({"b": 1, "a": [1, 2]}); pprint.pprint([list(range(15)), "x" * 50, {"key": "v" * 30, "other": list(range(10))}])
pprint.pprint({"name": "resnet", "layers": [{"type": "conv", "channels": 64, "kernel": (3, 3)}, {"type": "linear", "in": 512, "out": 10}]}, width=60)
print(pprint.pformat([1, [2]]), pprint.pformat({"z": 1, "a": 2}, sort_dicts=False)); pprint.pprint("short"); pprint.pprint((1,)); pprint.pprint({1, 2})
