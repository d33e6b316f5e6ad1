//! Four float32 lanes.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use core::arch::wasm32 as simd;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64 as simd;
use std::ops::{Add, Div, Mul, Neg, Sub};

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
type Raw = simd::v128;
#[cfg(target_arch = "x86_64")]
type Raw = simd::__m128;
#[cfg(not(any(
    target_arch = "x86_64",
    all(target_arch = "wasm32", target_feature = "simd128")
)))]
type Raw = [f32; 4];

/// Four float32 numbers computed with at once.
#[derive(Clone, Copy)]
pub struct F32x4(Raw);

/// One expression per architecture; `$portable` is a function of one lane.
macro_rules! per_arch {
    (wasm: $wasm:expr, x86: $x86:expr, portable: $portable:expr) => {{
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        {
            F32x4($wasm)
        }
        #[cfg(target_arch = "x86_64")]
        {
            // SAFETY: SSE2 is part of x86-64.
            #[allow(unused_unsafe)]
            F32x4(unsafe { $x86 })
        }
        #[cfg(not(any(
            target_arch = "x86_64",
            all(target_arch = "wasm32", target_feature = "simd128")
        )))]
        {
            F32x4(std::array::from_fn($portable))
        }
    }};
}

impl F32x4 {
    pub const LANES: usize = 4;

    #[inline(always)]
    pub fn splat(x: f32) -> Self {
        per_arch!(wasm: simd::f32x4_splat(x), x86: simd::_mm_set1_ps(x), portable: |_| x)
    }

    /// The first four elements of a slice.
    #[inline(always)]
    pub fn load(from: &[f32]) -> Self {
        let from: &[f32; 4] = from[..4].as_array().unwrap_or(&[0.0; 4]);
        Self::from_array(*from)
    }

    #[inline(always)]
    pub fn from_array(x: [f32; 4]) -> Self {
        per_arch!(
            wasm: simd::f32x4(x[0], x[1], x[2], x[3]),
            x86: simd::_mm_loadu_ps(x.as_ptr()),
            portable: |i| x[i]
        )
    }

    #[inline(always)]
    pub fn to_array(self) -> [f32; 4] {
        // SAFETY: 16 bytes of plain numbers on every architecture.
        unsafe { std::mem::transmute::<Raw, [f32; 4]>(self.0) }
    }

    /// Into the first four elements of a slice.
    #[inline(always)]
    pub fn store(self, to: &mut [f32]) {
        to[..4].copy_from_slice(&self.to_array());
    }

    #[inline(always)]
    fn bits(self) -> [u32; 4] {
        self.to_array().map(f32::to_bits)
    }

    #[inline(always)]
    pub fn abs(self) -> Self {
        per_arch!(
            wasm: simd::f32x4_abs(self.0),
            x86: simd::_mm_andnot_ps(simd::_mm_set1_ps(-0.0), self.0),
            portable: |i| self.0[i].abs()
        )
    }

    /// The magnitude of `self` with the sign of `sign`.
    #[inline(always)]
    pub fn copysign(self, sign: Self) -> Self {
        per_arch!(
            wasm: simd::v128_bitselect(sign.0, self.0, simd::f32x4_splat(-0.0)),
            x86: {
                let mask = simd::_mm_set1_ps(-0.0);
                simd::_mm_or_ps(simd::_mm_and_ps(mask, sign.0), simd::_mm_andnot_ps(mask, self.0))
            },
            portable: |i| self.0[i].copysign(sign.0[i])
        )
    }

    /// The smaller of both; `other` where either is NaN.
    #[inline(always)]
    pub fn min(self, other: Self) -> Self {
        per_arch!(
            wasm: simd::f32x4_pmin(other.0, self.0),
            x86: simd::_mm_min_ps(self.0, other.0),
            portable: |i| if self.0[i] < other.0[i] { self.0[i] } else { other.0[i] }
        )
    }

    /// The greater of both; `other` where either is NaN.
    #[inline(always)]
    pub fn max(self, other: Self) -> Self {
        per_arch!(
            wasm: simd::f32x4_pmax(other.0, self.0),
            x86: simd::_mm_max_ps(self.0, other.0),
            portable: |i| if self.0[i] > other.0[i] { self.0[i] } else { other.0[i] }
        )
    }

    /// Per lane: `yes` where `self < than`, else `no`.
    #[inline(always)]
    pub fn select_less(self, than: Self, yes: Self, no: Self) -> Self {
        per_arch!(
            wasm: simd::v128_bitselect(yes.0, no.0, simd::f32x4_lt(self.0, than.0)),
            x86: {
                let mask = simd::_mm_cmplt_ps(self.0, than.0);
                simd::_mm_or_ps(simd::_mm_and_ps(mask, yes.0), simd::_mm_andnot_ps(mask, no.0))
            },
            portable: |i| if self.0[i] < than.0[i] { yes.0[i] } else { no.0[i] }
        )
    }

    /// Per lane: `yes` where `self <= than`, else `no`.
    #[inline(always)]
    pub fn select_at_most(self, than: Self, yes: Self, no: Self) -> Self {
        per_arch!(
            wasm: simd::v128_bitselect(yes.0, no.0, simd::f32x4_le(self.0, than.0)),
            x86: {
                let mask = simd::_mm_cmple_ps(self.0, than.0);
                simd::_mm_or_ps(simd::_mm_and_ps(mask, yes.0), simd::_mm_andnot_ps(mask, no.0))
            },
            portable: |i| if self.0[i] <= than.0[i] { yes.0[i] } else { no.0[i] }
        )
    }

    /// Per lane: `yes` where `self` is NaN, else `no`.
    #[inline(always)]
    pub fn select_nan(self, yes: Self, no: Self) -> Self {
        per_arch!(
            wasm: simd::v128_bitselect(yes.0, no.0, simd::f32x4_ne(self.0, self.0)),
            x86: {
                let mask = simd::_mm_cmpunord_ps(self.0, self.0);
                simd::_mm_or_ps(simd::_mm_and_ps(mask, yes.0), simd::_mm_andnot_ps(mask, no.0))
            },
            portable: |i| if self.0[i].is_nan() { yes.0[i] } else { no.0[i] }
        )
    }

    /// 2 to the power of each lane, which must be whole and between -126 and 127.
    #[inline(always)]
    pub fn exp2_whole(self) -> Self {
        // Adding 1.5 * 2^23 leaves the whole number in the low bits; the exponent field wants it plus its bias.
        let shifted = self + Self::splat(12_582_912.0 + 127.0);
        per_arch!(
            wasm: simd::i32x4_shl(shifted.0, 23),
            x86: simd::_mm_castsi128_ps(simd::_mm_slli_epi32(simd::_mm_castps_si128(shifted.0), 23)),
            portable: |i| f32::from_bits(shifted.0[i].to_bits() << 23)
        )
    }

    /// The nearest whole number, ties to even; lanes must be below 2^22 in size.
    #[inline(always)]
    pub fn round(self) -> Self {
        let big = Self::splat(12_582_912.0);
        (self + big) - big
    }

    /// Splits positive normal numbers into an exponent and a mantissa in [0.5, 1).
    #[inline(always)]
    pub fn split_exponent(self) -> (Self, Self) {
        let bits = self.bits();
        let exponent = bits.map(|b| ((b >> 23) as i32 - 126) as f32);
        let mantissa = bits.map(|b| f32::from_bits((b & 0x007f_ffff) | 0x3f00_0000));
        (Self::from_array(exponent), Self::from_array(mantissa))
    }
}

macro_rules! operator {
    ($trait:ident, $name:ident, $wasm:ident, $x86:ident, |$a:ident, $b:ident| $portable:expr) => {
        impl $trait for F32x4 {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                per_arch!(
                    wasm: simd::$wasm(self.0, other.0),
                    x86: simd::$x86(self.0, other.0),
                    portable: |i| { let ($a, $b) = (self.0[i], other.0[i]); $portable }
                )
            }
        }
    };
}
operator!(Add, add, f32x4_add, _mm_add_ps, |a, b| a + b);
operator!(Sub, sub, f32x4_sub, _mm_sub_ps, |a, b| a - b);
operator!(Mul, mul, f32x4_mul, _mm_mul_ps, |a, b| a * b);
operator!(Div, div, f32x4_div, _mm_div_ps, |a, b| a / b);

impl Neg for F32x4 {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        per_arch!(
            wasm: simd::f32x4_neg(self.0),
            x86: simd::_mm_xor_ps(simd::_mm_set1_ps(-0.0), self.0),
            portable: |i| -self.0[i]
        )
    }
}
