import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.fabs(-3), math.factorial(10), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.prod([1, 2, 3, 4]))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.cbrt(8), math.exp2(3))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5), math.degrees(math.pi), math.radians(180))
print(math.fmod(-7, 3), math.modf(3.25), math.frexp(10.0), math.ldexp(0.5, 3), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.fsum([0.1] * 10), math.remainder(7, 3), math.erf(0.5), math.gamma(5), math.lgamma(10), math.nextafter(1, 2), math.ulp(1.0), math.erfc(0.5))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("a"), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.asin(2), lambda: math.comb(-1, 2), lambda: math.gcd(1.5, 2), lambda: math.isqrt(-1), lambda: math.pow(0, -1)):
    try: print(f())
    except (ValueError, OverflowError, TypeError) as e: print(type(e).__name__, e)
print(math.floor(10 ** 20), math.log(10 ** 400), math.sqrt(10 ** 300), math.isqrt(10 ** 40), math.log2(2 ** 2000), math.factorial(25))
