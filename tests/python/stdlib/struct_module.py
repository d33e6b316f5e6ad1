import struct

print(struct.pack(">IHb", 2051, 60000, -5), struct.pack("<2hq", 1, -2, 3), struct.pack("=?c3s", True, b"a", b"xyzw"))
print(struct.unpack(">IIII", bytes([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 28, 0, 0, 0, 28])), struct.unpack("<f", struct.pack("<f", 0.1)))
print(struct.unpack(">d", struct.pack(">d", -1.5e10)), struct.pack("<d", 0.1), struct.pack(">f", 1.0), struct.calcsize("bi"), struct.calcsize("<bi"))
print(struct.pack("bi", 1, 2), struct.unpack("@bi", b"\x01\0\0\0\x02\0\0\0"), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from("<H", b"\0\1\2", 1))
s = struct.Struct("<3B")
print(s.size, s.pack(1, 2, 3), s.unpack(b"\x09\x08\x07"), struct.pack("xB", 7), struct.unpack("<bBhH", struct.pack("<bBhH", -1, 255, -300, 65535)))
for action in (lambda: struct.unpack("<I", b"12"), lambda: struct.pack("<B", 300), lambda: struct.pack("<I"), lambda: struct.pack("<h", 40000), lambda: struct.pack("<i", 1.5)):
    try:
        action()
    except struct.error as error:
        print(error)
