//! The exponential and what is made of it. Polynomials of the Cephes library; within 2 units of the last place.

use super::F32x4;

/// Above this `exp` is inf, below the other it is subnormal.
const LARGEST: f32 = 88.722_84;
const SMALLEST: f32 = -87.336_54;

/// `e^x`.
#[inline(always)]
pub fn exp(x: F32x4) -> F32x4 {
    let s = F32x4::splat;
    let clamped = x.min(s(LARGEST)).max(s(SMALLEST));
    // x = n ln 2 + r, with ln 2 in two parts so that r keeps its bits.
    let n = (clamped * s(std::f32::consts::LOG2_E)).round();
    let r = clamped - n * s(0.693_359_4) - n * s(-2.121_944_4e-4);
    let mut p = s(1.987_569_1e-4);
    for c in [
        1.398_199_9e-3,
        8.333_452e-3,
        4.166_579_6e-2,
        1.666_666_5e-1,
        0.5,
    ] {
        p = p * r + s(c);
    }
    let value = (p * (r * r) + r) + s(1.0);
    // 2^n in two factors: n reaches 128.
    let half = (n * s(0.5)).round();
    let value = value * half.exp2_whole() * (n - half).exp2_whole();
    let value = s(LARGEST).select_less(x, s(f32::INFINITY), value);
    let value = x.select_less(s(SMALLEST), s(0.0), value);
    x.select_nan(x, value)
}

/// `e^x` down to the smallest subnormal, one number.
pub fn exp_scalar(x: f32) -> f32 {
    if (SMALLEST..=LARGEST).contains(&x) {
        exp(F32x4::splat(x)).to_array()[0]
    } else {
        x.exp()
    }
}

/// `1 / (1 + e^-x)`.
#[inline(always)]
pub fn sigmoid(x: F32x4) -> F32x4 {
    let one = F32x4::splat(1.0);
    one / (one + exp(-x))
}
