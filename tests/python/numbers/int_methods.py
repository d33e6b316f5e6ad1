n = 1000
print(n.bit_length(), (-5).bit_length(), (255).bit_count(), n.to_bytes(2, "big"), (5).to_bytes(4, "little"))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xff", "big", signed=True))
print((7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate(), (6).as_integer_ratio())
print((5).__add__(3), (5).__eq__("a"), int.__name__, isinstance(True, int))
print(bin(10), oct(64), hex(255), bin(-10), hex(-255), bin(0))
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5))
