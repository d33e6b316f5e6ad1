//! Fast arithmetic over slices: what ops call when elements lie side by side.
//!
//! Everything is written over [`F32x4`], four lanes that are wasm's simd128 in the browser and SSE natively. Products and
//! sums are rounded separately everywhere, so the browser and the terminal compute the same bits.
//!
//! A crate of its own because cargo compiles a whole crate for speed or for size. No loop in it is generic: a generic
//! function is compiled where it is called, for size.

mod cascade;
mod erf;
mod exp;
mod gemm;
mod lanes;
mod log;
mod map;
mod tanh;

pub use cascade::{Sum, sum_columns, sum_slice};
pub use gemm::{Matrix, gemm_f32, gemm_f64};
pub use lanes::F32x4;
pub use map::{
    erf_slice, exp_slice, gelu_slice, log_slice, relu_slice, sigmoid_slice, silu_slice,
    softplus_slice, tanh_slice,
};
