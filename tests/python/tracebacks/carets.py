data = {"a": [1, 2, {"b": None}]}
x = 5
y = (x +
     data["a"][2]["b"])
