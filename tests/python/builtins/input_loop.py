total = 0
while True:
    try: line = input()
    except EOFError: break
    if not line.strip(): continue
    kind, *nums = line.split()
    if kind == "add": total += sum(map(int, nums))
    elif kind == "show": print("total", total)
    else: print("unknown", kind)
print("end", total)
