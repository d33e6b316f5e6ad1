//! The error function in float32, within 2 units of the last place: a polynomial in x near zero, the exponential of one
//! farther out.

use super::F32x4;
use super::exp::exp;

/// `erf x`.
#[inline(always)]
pub fn erf(x: F32x4) -> F32x4 {
    let s = F32x4::splat;
    let size = x.abs();
    let z = x * x;
    let mut near = s(-5.967_617e-4);
    for c in [
        4.991_194e-3,
        -2.676_813_5e-2,
        1.128_199_25e-1,
        -3.761_253_4e-1,
        1.283_791_7e-1,
    ] {
        near = near * z + s(c);
    }
    let near = near * x + x;
    let size = size.min(s(4.0));
    let mut far = s(-1.728_534_7e-5);
    for c in [
        3.831_971_3e-4,
        -3.883_964_4e-3,
        2.425_462_2e-2,
        -1.067_778_8e-1,
        -6.348_467e-1,
        -1.287_175_1e-1,
    ] {
        far = far * size + s(c);
    }
    let far = s(1.0) - exp(far * size - size);
    let value = x.abs().select_less(s(0.927_734_4), near, far).copysign(x);
    x.select_nan(x, value)
}
