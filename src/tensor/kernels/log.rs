//! The natural logarithm, after Cephes; within 1 unit of the last place for normal numbers.

use super::F32x4;

/// `ln x` of positive normal numbers.
#[inline(always)]
pub fn log_normal(x: F32x4) -> F32x4 {
    let s = F32x4::splat;
    let (e, m) = x.split_exponent();
    let low = s(std::f32::consts::FRAC_1_SQRT_2);
    let e = m.select_less(low, e - s(1.0), e);
    let m = m.select_less(low, m + m - s(1.0), m - s(1.0));
    let z = m * m;
    let mut y = s(7.037_683_6e-2);
    for c in [
        -1.151_461e-1,
        1.167_699_84e-1,
        -1.242_014_1e-1,
        1.424_932_3e-1,
        -1.666_805_8e-1,
        2.000_071_4e-1,
        -2.499_999_4e-1,
        3.333_333e-1,
    ] {
        y = y * m + s(c);
    }
    let y = y * m * z + e * s(-2.121_944_4e-4) - z * s(0.5);
    (m + y) + e * s(0.693_359_4)
}

/// `ln x`: four lanes at once when all are positive, normal and finite.
#[inline]
pub fn log(x: [f32; 4]) -> [f32; 4] {
    if x.iter().all(|x| (f32::MIN_POSITIVE..=f32::MAX).contains(x)) {
        log_normal(F32x4::from_array(x)).to_array()
    } else {
        x.map(f32::ln)
    }
}
