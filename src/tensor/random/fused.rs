//! One-rounding multiply-add, the same bits on every machine.
//!
//! PyTorch's AVX2 kernels use FMA; wasm's simd128 has none, and relaxed SIMD may round once or twice depending on the
//! machine. A float32 product is exact in float64, so the only trouble is the second rounding of the float64 sum.

/// `a * b + c` rounded once to float32.
#[inline]
pub(crate) fn fma(a: f32, b: f32, c: f32) -> f32 {
    if cfg!(target_feature = "fma") {
        return a.mul_add(b, c);
    }
    let product = f64::from(a) * f64::from(b);
    let addend = f64::from(c);
    let sum = product + addend;
    // Rounding twice differs from rounding once only when `sum` lies exactly half-way between two float32 values
    // (the 29 low bits are 1000..0) and was itself rounded; or where float32 is subnormal, whose spacing is wider.
    let bits = sum.to_bits();
    if bits & 0x1fff_ffff == 0x1000_0000 || sum.abs() < f64::from(f32::MIN_POSITIVE) {
        return nudged(product, addend, sum) as f32;
    }
    sum as f32
}

/// `sum` rounded to odd: the exact error of the addition (two-sum) moves an inexact even sum off the half-way point.
#[cold]
fn nudged(product: f64, addend: f64, sum: f64) -> f64 {
    let virtual_addend = sum - product;
    let error = (product - (sum - virtual_addend)) + (addend - virtual_addend);
    if error == 0.0 || sum == 0.0 || !sum.is_finite() || sum.to_bits() & 1 == 1 {
        return sum;
    }
    let away = (error > 0.0) == (sum > 0.0);
    f64::from_bits(if away {
        sum.to_bits() + 1
    } else {
        sum.to_bits() - 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_way_sum_is_rounded_once() {
        // 1 + 2^-24 is half-way between two float32 values; the tail decides, and float64 alone has lost it.
        let tail = 2f32.powi(-60);
        let half = 2f32.powi(-24);
        assert_eq!(fma(half, 1.0, 1.0), 1.0);
        let above = fma(tail.sqrt(), tail.sqrt(), 1.0);
        assert_eq!(above, 1.0);
        // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24: a tie that goes to even, and with a small addend does not.
        let a = 1.0 + 2f32.powi(-12);
        assert_eq!(fma(a, a, 0.0), 1.0 + 2f32.powi(-11));
        assert_eq!(fma(a, a, tail), 1.0 + 2f32.powi(-11) + 2f32.powi(-23));
        assert_eq!(fma(a, a, -tail), 1.0 + 2f32.powi(-11));
    }

    #[test]
    fn it_equals_the_exact_multiply_add() {
        let mut bits = 0x1234_5678u32;
        let mut next = || {
            bits = bits.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f32::from_bits((bits & 0x807f_ffff) | (((bits >> 8) % 40 + 107) << 23))
        };
        for _ in 0..200_000 {
            let (a, b, c) = (next(), next(), next());
            assert_eq!(fma(a, b, c), a.mul_add(b, c), "{a:e} * {b:e} + {c:e}");
        }
    }
}
