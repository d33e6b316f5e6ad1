from fractions import Fraction
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.25"), Fraction(0.5), Fraction(6, 4), repr(Fraction(1, 2)), float(Fraction(1, 3)), Fraction(1, 3) < 0.5, Fraction(7, 2) // 1, Fraction(3, 4).limit_denominator(2), sum([Fraction(1, n) for n in range(1, 5)]))
print(Fraction(3), Fraction(-1, 2), abs(Fraction(-1, 2)), Fraction(1, 2) ** 2, Fraction(1, 2) ** -2, Fraction(1, 2) == 0.5, hash(Fraction(1, 2)) == hash(0.5), 1 / Fraction(2, 3), 2 - Fraction(1, 2), round(Fraction(7, 2)), int(Fraction(7, 2)), Fraction("3/4"), Fraction(1, 3) * 3 == 1, max(Fraction(1, 2), Fraction(2, 3)), Fraction("1e-2"), Fraction(2.25).numerator)
try: Fraction(1, 0)
except ZeroDivisionError as e: print(e)
