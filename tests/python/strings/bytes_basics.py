b = b"hello"
print(b[0], b[1:3], b[-1:], len(b), list(b), b + b"!", b * 2, b"ell" in b, 104 in b, b == b"hello", b < b"help")
print(bytes(3), bytes([1, 2, 255]), bytes(range(3)), bytes("é", "utf-8"), b.hex(), bytes.fromhex("ff 00"), b.upper(), b.split(b"l"), b.replace(b"l", b"L"), b.find(b"o"), b.startswith(b"he"))
print(b"".join([b"a", b"b"]), b" a ".strip(), b"a,b".split(b","), b.count(b"l"), b.decode(), b.isalpha(), hash(b) == hash(b"hello"))
ba = bytearray(b"abc")
ba[0] = 120
ba.append(100)
ba.extend(b"ef")
print(ba, bytes(ba), len(ba), ba[1:3])
for f in (lambda: bytes([256]), lambda: b + "a", lambda: b[10], lambda: bytes("a"), lambda: bytes(-1)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
