line = "2024-05-17 ERROR [db] timeout after 30s; retry=3 host=a.b.c"
date, level, rest = line.split(" ", 2); comp, msg = rest[1:].split("] ", 1); text, _, tail = msg.partition("; ")
print(date.split("-"), level.lower(), comp, text, dict(kv.split("=") for kv in tail.split()))
csv = "name,age\nann,30\nbob,25\n"; head, *rows = [r.split(",") for r in csv.strip().split("\n")]; print([dict(zip(head, r)) for r in rows], sum(int(r[1]) for r in rows))
def tokenize(s):
    out, i = [], 0
    while i < len(s):
        if s[i].isspace(): i += 1
        elif s[i].isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            out.append(float(s[i:j]) if "." in s[i:j] else int(s[i:j])); i = j
        else: out.append(s[i]); i += 1
    return out
def evaluate(ts):
    def expr():
        v = term()
        while ts and ts[0] in ("+", "-"): v = v + term() if ts.pop(0) == "+" else v - term()
        return v
    def term():
        v = atom()
        while ts and ts[0] in ("*", "/"): v = v * atom() if ts.pop(0) == "*" else v / atom()
        return v
    def atom():
        t = ts.pop(0)
        if t == "(": v = expr(); ts.pop(0); return v
        return -atom() if t == "-" else t
    return expr()
for s in ("1 + 2 * 3", "(1+2)*3 - 4/2", "-(2.5*4)", "10"): print(s, "=", evaluate(tokenize(s)))
