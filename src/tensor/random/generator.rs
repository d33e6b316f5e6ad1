//! `torch.Generator` on the CPU: the engine, its seed, and single draws.

use super::mt19937::Mt19937;

/// The seed of a generator that nobody has seeded (PyTorch's `default_rng_seed_val`).
pub const DEFAULT_SEED: u64 = 67_280_421_310_721;

/// A CPU generator: the engine and the normal that the scalar sampler keeps for its next call.
#[derive(Clone)]
pub struct Generator {
    pub(super) engine: Mt19937,
    pub(super) seed: u64,
    pub(super) cached_normal: Option<f64>,
    /// True until the first draw after seeding; it shows only in the bytes of `state`.
    pub(super) fresh: bool,
}

impl Default for Generator {
    fn default() -> Self {
        Generator::new(DEFAULT_SEED)
    }
}

impl std::fmt::Debug for Generator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Generator")
            .field("seed", &self.seed)
            .field("used", &self.engine.used)
            .finish_non_exhaustive()
    }
}

impl Generator {
    /// A generator seeded with `seed`. The engine takes the low 32 bits, as PyTorch's does.
    pub fn new(seed: u64) -> Self {
        Generator {
            engine: Mt19937::new(seed as u32),
            seed,
            cached_normal: None,
            fresh: true,
        }
    }

    /// `manual_seed`: starts again from `seed` and forgets the cached normal.
    pub fn manual_seed(&mut self, seed: u64) {
        *self = Generator::new(seed);
    }

    /// The seed this generator started from.
    pub fn initial_seed(&self) -> u64 {
        self.seed
    }

    /// 32 random bits: one output of the engine.
    #[inline]
    pub fn next_u32(&mut self) -> u32 {
        self.fresh = false;
        self.engine.next_u32()
    }

    /// 64 random bits: two outputs, the first one high.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        self.fresh = false;
        self.engine.next_u64()
    }

    /// Uniform in [0, 1) with 24 bits: one output.
    #[inline]
    pub fn next_f32(&mut self) -> f32 {
        (self.next_u32() & 0xff_ffff) as f32 * (1.0 / 16_777_216.0)
    }

    /// Uniform in [0, 1) with 53 bits: two outputs.
    #[inline]
    pub fn next_f64(&mut self) -> f64 {
        (self.next_u64() & ((1 << 53) - 1)) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A standard normal by Box and Muller in float64; every second call returns the one kept by the call before.
    pub fn next_normal(&mut self) -> f64 {
        if let Some(kept) = self.cached_normal.take() {
            return kept;
        }
        let u1 = self.next_f64();
        let u2 = self.next_f64();
        let radius = (-2.0 * (-u2).ln_1p()).sqrt();
        let theta = 2.0 * std::f64::consts::PI * u1;
        self.cached_normal = Some(radius * theta.sin());
        radius * theta.cos()
    }
}
