import csv, io
text = 'name,age\n"Smith, J",42\n"say ""hi""",7\n'
print(list(csv.reader(io.StringIO(text))), [dict(r) for r in csv.DictReader(io.StringIO(text))])
out = io.StringIO(); w = csv.writer(out); w.writerow(["a", 1, 2.5, None, "x,y", 'q"q', "n\nl"]); w.writerows([[1, 2], [3, 4]]); print(repr(out.getvalue()))
out = io.StringIO(); d = csv.DictWriter(out, fieldnames=["x", "y"]); d.writeheader(); d.writerow({"x": 1, "y": 2}); print(out.getvalue().split())
print(list(csv.reader(["a;b", "c;d"], delimiter=";")), list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader([""])), list(csv.reader(["1,2"], quoting=csv.QUOTE_NONNUMERIC)))
with open("t.csv", "w", newline="") as f: csv.writer(f).writerows([["h"], [1]])
with open("t.csv") as f: print([row for row in csv.reader(f)])
