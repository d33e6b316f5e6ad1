z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * 2, z * z, z + 1, 1j ** 2, z == 3 + 4j, complex(1), complex("1+2j"), -z, 1j, 2j * 2j, z / 2, bool(0j), [1j], complex(0, -1))
