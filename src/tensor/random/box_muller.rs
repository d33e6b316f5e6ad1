//! The vectorised normal sampler: sixteen uniforms become sixteen normals (Box and Muller, 1958).
//!
//! The logarithm, sine and cosine are the float32 polynomials of the Cephes library, every product that feeds a sum
//! fused, because that is what PyTorch's AVX2 kernel computes: a different last bit here would be a different number in
//! every learner's initial weights.

use super::fused::fma;

/// Turns 16 uniforms of [0, 1) into 16 normals in place: element `j` and `j + 8` share a radius.
pub(super) fn transform16(block: &mut [f32], mean: f32, std: f32) {
    for j in 0..8 {
        let u1 = 1.0 - block[j];
        let u2 = block[j + 8];
        let radius = (-2.0 * ln(u1)).sqrt();
        let (sin, cos) = sin_cos(std::f32::consts::TAU * u2);
        block[j] = fma(radius * cos, std, mean);
        block[j + 8] = fma(radius * sin, std, mean);
    }
}

/// The same in float64, where PyTorch calls the C library.
pub(super) fn transform16_f64(block: &mut [f64], mean: f64, std: f64) {
    for j in 0..8 {
        let u1 = 1.0 - block[j];
        let u2 = block[j + 8];
        let radius = (-2.0 * u1.ln()).sqrt();
        let theta = 2.0 * std::f64::consts::PI * u2;
        block[j] = (radius * theta.cos()).mul_add(std, mean);
        block[j + 8] = (radius * theta.sin()).mul_add(std, mean);
    }
}

const LN: [f32; 9] = [
    7.037_683_6e-2,
    -1.151_461e-1,
    1.167_699_84e-1,
    -1.242_014_1e-1,
    1.424_932_3e-1,
    -1.666_805_8e-1,
    2.000_071_4e-1,
    -2.499_999_4e-1,
    3.333_333e-1,
];

/// Natural logarithm of a positive normal float32.
fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let mut e = ((bits >> 23) as i32 - 0x7e) as f32;
    let mut m = f32::from_bits((bits & !0x7f80_0000) | 0x3f00_0000);
    if m < std::f32::consts::FRAC_1_SQRT_2 {
        e -= 1.0;
        m = m - 1.0 + m;
    } else {
        m -= 1.0;
    }
    let z = m * m;
    let mut y = LN[1..].iter().fold(LN[0], |y, &c| fma(y, m, c)) * m;
    y = fma(y, z, e * -2.121_944_4e-4);
    y -= z * 0.5;
    fma(e, 0.693_359_4, m + y)
}

/// Sine and cosine of a non-negative float32.
fn sin_cos(x: f32) -> (f32, f32) {
    // The octant, made even.
    let j = ((x * 1.273_239_5) as i32 + 1) & !1;
    let y = j as f32;
    let mut r = fma(y, -0.785_156_25, x);
    r = fma(y, -2.418_756_5e-4, r);
    r = fma(y, -3.774_895e-8, r);
    let z = r * r;
    let mut c = fma(2.443_315_7e-5, z, -1.388_731_6e-3);
    c = fma(c, z, 4.166_664_6e-2) * z;
    c = fma(c, z, -(z * 0.5)) + 1.0;
    let mut s = fma(-1.951_529_6e-4, z, 8.332_161e-3);
    s = fma(s, z, -1.666_665_5e-1) * z;
    s = fma(s, r, r);
    let (sin, cos) = if j & 2 == 0 { (s, c) } else { (c, s) };
    (
        if j & 4 != 0 { -sin } else { sin },
        if !(j - 2) & 4 != 0 { -cos } else { cos },
    )
}
