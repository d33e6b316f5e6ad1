s = "héllo €😀"
b = s.encode()
print(b, len(b), b.decode(), s.encode("utf-8") == b, "abc".encode("ascii"), "é".encode("latin-1"))
print("é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), b"\xff".decode("utf-8", "replace"), b"\xffa".decode("utf-8", "ignore"), str(b"abc", "utf-8"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"\xe9".decode("ascii"), lambda: "a".encode("nope")):
    try:
        f()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
