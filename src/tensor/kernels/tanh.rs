//! The hyperbolic tangent, after Cephes; within 2 units of the last place.

use super::F32x4;
use super::exp::exp;

/// `tanh x`.
#[inline(always)]
pub fn tanh(x: F32x4) -> F32x4 {
    let s = F32x4::splat;
    let size = x.abs();
    // Near zero a polynomial, because 1 - 2 / (e^2x + 1) cancels there.
    let z = x * x;
    let mut p = s(-5.704_988_7e-3);
    for c in [2.063_909e-2, -5.373_971_4e-2, 1.333_144_2e-1, -3.333_328e-1] {
        p = p * z + s(c);
    }
    let near = p * z * x + x;
    // From 9.02 on the result is 1 in float32.
    let far = s(1.0) - s(2.0) / (exp(size.min(s(10.0)) * s(2.0)) + s(1.0));
    let value = size.select_less(s(0.625), near, far).copysign(x);
    x.select_nan(x, value)
}
