//! PyTorch's CPU random numbers, bit for bit.
//!
//! `generator` holds the engine and hands out single draws; `fill` fills slices in memory order, in exactly the order
//! and arithmetic of PyTorch's kernels (reference: torch 2.15 on x86 with AVX2); `default` is the generator that
//! `torch.manual_seed` seeds. Nothing here reads a clock: an unseeded program draws the same numbers at every run.

mod box_muller;
mod default;
mod fill;
mod fused;
mod generator;
mod mt19937;
mod sample;
mod state;

pub use default::{GeneratorRef, default_generator, set_default_generator};
pub(crate) use fused::fma;
pub use generator::{DEFAULT_SEED, Generator};
pub use state::STATE_BYTES;
