//! The vector functions over whole slices.

use super::F32x4;
use super::{erf, exp, log, tanh};

/// Applies a four-lane function to each element of `from`; the tail goes through the same function, padded.
#[inline(always)]
fn map(from: &[f32], to: &mut [f32], pad: f32, f: impl Fn(F32x4) -> F32x4) {
    let (from, from_tail) = from.as_chunks::<4>();
    let (to, to_tail) = to.as_chunks_mut::<4>();
    for (x, y) in from.iter().zip(to) {
        *y = f(F32x4::from_array(*x)).to_array();
    }
    if !from_tail.is_empty() {
        let mut x = [pad; 4];
        x[..from_tail.len()].copy_from_slice(from_tail);
        to_tail.copy_from_slice(&f(F32x4::from_array(x)).to_array()[..from_tail.len()]);
    }
}

/// `e^x` of each element. Slices of equal length.
#[inline(never)]
pub fn exp_slice(from: &[f32], to: &mut [f32]) {
    map(from, to, 0.0, exp::exp);
}

/// `ln x` of each element.
#[inline(never)]
pub fn log_slice(from: &[f32], to: &mut [f32]) {
    map(from, to, 1.0, |x| F32x4::from_array(log::log(x.to_array())));
}

/// `tanh x` of each element.
#[inline(never)]
pub fn tanh_slice(from: &[f32], to: &mut [f32]) {
    map(from, to, 0.0, tanh::tanh);
}

/// `1 / (1 + e^-x)` of each element.
#[inline(never)]
pub fn sigmoid_slice(from: &[f32], to: &mut [f32]) {
    map(from, to, 0.0, exp::sigmoid);
}

/// `x / (1 + e^-x)` of each element.
#[inline(never)]
pub fn silu_slice(from: &[f32], to: &mut [f32]) {
    map(from, to, 0.0, |x| x / (F32x4::splat(1.0) + exp::exp(-x)));
}

/// `max(x, 0)` of each element; nan stays nan.
#[inline(never)]
pub fn relu_slice(from: &[f32], to: &mut [f32]) {
    let zero = F32x4::splat(0.0);
    map(from, to, 0.0, |x| x.select_less(zero, zero, x));
}

/// `erf x` of each element.
#[inline(never)]
pub fn erf_slice(from: &[f32], to: &mut [f32]) {
    map(from, to, 0.0, erf::erf);
}

/// `x / 2 (1 + erf(x / sqrt 2))` of each element.
#[inline(never)]
pub fn gelu_slice(from: &[f32], to: &mut [f32]) {
    let (half, one, scale) = (
        F32x4::splat(0.5),
        F32x4::splat(1.0),
        F32x4::splat(std::f32::consts::FRAC_1_SQRT_2),
    );
    map(from, to, 0.0, |x| x * half * (one + erf::erf(x * scale)));
}

/// `ln(1 + e^(beta x)) / beta` of each element, and x itself where `beta x > threshold`.
#[inline(never)]
pub fn softplus_slice(from: &[f32], to: &mut [f32], beta: f32, threshold: f32) {
    for (x, y) in from.iter().zip(to) {
        let scaled = x * beta;
        *y = if scaled > threshold {
            *x
        } else {
            exp::exp_scalar(scaled).ln_1p() / beta
        };
    }
}
