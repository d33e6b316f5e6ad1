import json
data = {"name": "Ada", "n": 3, "x": 1.5, "ok": True, "no": None, "list": [1, [2]], "é": "ü\n\"q\"", "nested": {"a": {}}, "e": []}
s = json.dumps(data); print(s); print(json.loads(s) == data)
print(json.dumps(data, indent=2, sort_keys=True)); print(json.dumps([1, 2], separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps({1: 2, True: 3, None: 4, 1.5: 5}), json.dumps((1, 2)), json.dumps(float("inf")), json.dumps("\u2028\x00😀"))
print(json.loads('[1, 2.0, -3e2, "a\\u00e9\\n", true, false, null, {"k": []}]'), json.loads(" 5 "), json.loads('"\\ud83d\\ude00"'), json.loads("NaN"), json.loads('{"a":1,"a":2}'))
for bad in ("", "{", "[1,]", "{'a': 1}", "nul", '{"a" 1}', "[1] x", '"abc', "01", '{"a": 1,}'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e)
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps(object), lambda: json.dumps({(1, 2): 3}), lambda: json.loads(5)):
    try: bad()
    except TypeError as e: print(e)
print(json.dumps({1, 2}, default=list), json.dumps({"b": 1, "a": [1, {"c": 2}]}, indent=4), json.dumps([], indent=2), json.dumps({"a": ()}, indent=None))
class E(json.JSONEncoder):
    def default(self, o): return str(o) if isinstance(o, complex) else super().default(o)
print(json.dumps(1j, cls=E), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads("1.5", parse_float=str))
with open("d.json", "w") as f: json.dump(data, f)
with open("d.json") as f: print(json.load(f)["name"])
