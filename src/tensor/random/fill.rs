//! Filling slices with random numbers, in memory order.

use super::Generator;
use super::box_muller::{transform16, transform16_f64};
use super::fused::fma;

/// Elements from which the vectorised normal sampler takes over.
pub const BLOCK: usize = 16;

impl Generator {
    /// `uniform_(from, to)` on float32: one draw per element, one rounding.
    pub fn fill_uniform_f32(&mut self, out: &mut [f32], from: f64, to: f64) {
        let (low, high) = (from as f32, to as f32);
        let width = high - low;
        for x in out {
            let value = fma(self.next_f32(), width, low);
            *x = if value == high { low } else { value };
        }
    }

    /// `uniform_(from, to)` on float64: two draws per element, one rounding.
    pub fn fill_uniform_f64(&mut self, out: &mut [f64], from: f64, to: f64) {
        let width = to - from;
        for x in out {
            let value = self.next_f64().mul_add(width, from);
            *x = if value == to { from } else { value };
        }
    }

    /// `normal_(mean, std)` on contiguous float32: blocks of 16, or the scalar sampler below 16 elements.
    pub fn fill_normal_f32(&mut self, out: &mut [f32], mean: f64, std: f64) {
        if out.len() < BLOCK {
            for x in out {
                *x = self.next_normal_scaled(mean, std) as f32;
            }
            return;
        }
        let (mean, std) = (mean as f32, std as f32);
        for x in out.iter_mut() {
            *x = self.next_f32();
        }
        let mut blocks = out.chunks_exact_mut(BLOCK);
        for block in &mut blocks {
            transform16(block, mean, std);
        }
        if !blocks.into_remainder().is_empty() {
            // The last 16 elements are drawn anew, those of the last full block that they overlap included.
            let start = out.len() - BLOCK;
            let tail = &mut out[start..];
            for x in tail.iter_mut() {
                *x = self.next_f32();
            }
            transform16(tail, mean, std);
        }
    }

    /// `normal_(mean, std)` on contiguous float64.
    pub fn fill_normal_f64(&mut self, out: &mut [f64], mean: f64, std: f64) {
        if out.len() < BLOCK {
            for x in out {
                *x = self.next_normal_scaled(mean, std);
            }
            return;
        }
        for x in out.iter_mut() {
            *x = self.next_f64();
        }
        let mut blocks = out.chunks_exact_mut(BLOCK);
        for block in &mut blocks {
            transform16_f64(block, mean, std);
        }
        if !blocks.into_remainder().is_empty() {
            let start = out.len() - BLOCK;
            let tail = &mut out[start..];
            for x in tail.iter_mut() {
                *x = self.next_f64();
            }
            transform16_f64(tail, mean, std);
        }
    }

    /// One element of `normal_` where the tensor is not contiguous or has fewer than 16 elements.
    #[inline]
    pub fn next_normal_scaled(&mut self, mean: f64, std: f64) -> f64 {
        self.next_normal().mul_add(std, mean)
    }

    /// One element of `bernoulli_(p)`: a 53-bit uniform below `p`.
    #[inline]
    pub fn next_bernoulli(&mut self, p: f64) -> bool {
        self.next_f64() < p
    }

    /// One element of `exponential_(lambda)`.
    #[inline]
    pub fn next_exponential(&mut self, lambda: f64) -> f64 {
        -1.0 / lambda * (-self.next_f64()).ln_1p()
    }

    /// One element of `geometric_(p)`: the number of trials up to the first success.
    #[inline]
    pub fn next_geometric(&mut self, p: f64) -> f64 {
        (self.next_f64().ln() / (-p).ln_1p()).ceil()
    }

    /// One element of `cauchy_(median, sigma)`.
    #[inline]
    pub fn next_cauchy(&mut self, median: f64, sigma: f64) -> f64 {
        median + sigma * (std::f64::consts::PI * (self.next_f64() - 0.5)).tan()
    }

    /// One element of `log_normal_(mean, std)`.
    #[inline]
    pub fn next_log_normal(&mut self, mean: f64, std: f64) -> f64 {
        self.next_normal_scaled(mean, std).exp()
    }
}
