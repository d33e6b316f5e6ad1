//! numpy's `default_rng`: PCG64 seeded by SeedSequence, and the samplers above it.
//!
//! Source: O'Neill, PCG (2014); <https://numpy.org/doc/stable/reference/random/bit_generators/pcg64.html>; normals by the
//! ziggurat of Marsaglia and Tsang (2000), whole numbers by Lemire's method (2019).

use super::ziggurat_table::EDGES;

const MULTIPLIER: u128 = 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645;
/// Where the ziggurat ends and the tail begins.
const TAIL: f64 = 3.654_152_885_361_009;
const WHOLE: f64 = (1u64 << 52) as f64;

pub struct Pcg64 {
    state: u128,
    increment: u128,
    /// The upper half of the last draw, for the next 32 bits.
    half: Option<u32>,
}

impl Pcg64 {
    /// A generator from the 32-bit words of a seed, lowest first.
    pub fn new(seed: &[u32]) -> Pcg64 {
        let words = seed_words(seed);
        let pair = |at: usize| u128::from(words[at]) << 64 | u128::from(words[at + 1]);
        let mut made = Pcg64 {
            state: 0,
            increment: pair(2) << 1 | 1,
            half: None,
        };
        made.step();
        made.state = made.state.wrapping_add(pair(0));
        made.step();
        made
    }

    fn step(&mut self) {
        self.state = self
            .state
            .wrapping_mul(MULTIPLIER)
            .wrapping_add(self.increment);
    }

    pub fn next_u64(&mut self) -> u64 {
        self.step();
        let mixed = (self.state >> 64) as u64 ^ self.state as u64;
        mixed.rotate_right((self.state >> 122) as u32)
    }

    pub fn next_u32(&mut self) -> u32 {
        self.half.take().unwrap_or_else(|| {
            let both = self.next_u64();
            self.half = Some((both >> 32) as u32);
            both as u32
        })
    }

    /// Uniform in [0, 1) with 53 bits.
    pub fn random(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number from 0 to `max`, with equal chances.
    pub fn bounded(&mut self, max: u64) -> u64 {
        match u32::try_from(max) {
            Ok(0) => 0,
            Ok(u32::MAX) => u64::from(self.next_u32()),
            Ok(max) => {
                let count = u64::from(max) + 1;
                let mut product = u64::from(self.next_u32()) * count;
                if u64::from(product as u32) < count {
                    let threshold = (u64::from(u32::MAX) - u64::from(max)) % count;
                    while u64::from(product as u32) < threshold {
                        product = u64::from(self.next_u32()) * count;
                    }
                }
                product >> 32
            }
            Err(_) if max == u64::MAX => self.next_u64(),
            Err(_) => {
                let count = u128::from(max) + 1;
                let mut product = u128::from(self.next_u64()) * count;
                if u128::from(product as u64) < count {
                    let threshold = u128::from(u64::MAX - max) % count;
                    while u128::from(product as u64) < threshold {
                        product = u128::from(self.next_u64()) * count;
                    }
                }
                (product >> 64) as u64
            }
        }
    }

    /// A whole number from 0 to `max`: as many bits as `max` has, drawn again while they are above it.
    pub fn interval(&mut self, max: u64) -> u64 {
        if max == 0 {
            return 0;
        }
        let mask = u64::MAX >> max.leading_zeros();
        loop {
            let bits = match u32::try_from(max) {
                Ok(_) => u64::from(self.next_u32()),
                Err(_) => self.next_u64(),
            };
            if bits & mask <= max {
                return bits & mask;
            }
        }
    }

    /// A standard normal.
    pub fn normal(&mut self) -> f64 {
        loop {
            let bits = self.next_u64();
            let layer = (bits & 0xff) as usize;
            let negative = bits >> 8 & 1 == 1;
            let place = bits >> 9 & ((1 << 52) - 1);
            let x = place as f64 * (EDGES[layer] / WHOLE);
            let x = if negative { -x } else { x };
            let inner = match layer {
                0 => TAIL / EDGES[0],
                1 => 0.0,
                _ => EDGES[layer - 1] / EDGES[layer],
            };
            if place < (inner * WHOLE) as u64 {
                return x;
            }
            if layer == 0 {
                loop {
                    let beyond = -(-self.random()).ln_1p() / TAIL;
                    let height = -(-self.random()).ln_1p();
                    if height + height > beyond * beyond {
                        let far = TAIL + beyond;
                        return if place >> 8 & 1 == 1 { -far } else { far };
                    }
                }
            }
            let height = |layer: usize| match layer {
                0 => 1.0,
                _ => (-0.5 * EDGES[layer] * EDGES[layer]).exp(),
            };
            let (low, high) = (height(layer), height(layer - 1));
            if (high - low) * self.random() + low < (-0.5 * x * x).exp() {
                return x;
            }
        }
    }
}

/// Four 64-bit words from a seed of any length, by SeedSequence's mixing.
fn seed_words(seed: &[u32]) -> [u64; 4] {
    fn mixed(x: u32, y: u32) -> u32 {
        let result = x
            .wrapping_mul(0xca01_f9dd)
            .wrapping_sub(y.wrapping_mul(0x4973_f715));
        result ^ result >> 16
    }
    let mut constant: u32 = 0x43b0_d7e5;
    let mut hashed = |value: u32| {
        let value = value ^ constant;
        constant = constant.wrapping_mul(0x931e_8875);
        let value = value.wrapping_mul(constant);
        value ^ value >> 16
    };
    let mut pool = [0u32; 4];
    for (at, word) in pool.iter_mut().enumerate() {
        *word = hashed(seed.get(at).copied().unwrap_or(0));
    }
    for from in 0..4 {
        for to in 0..4 {
            if from != to {
                pool[to] = mixed(pool[to], hashed(pool[from]));
            }
        }
    }
    for &word in seed.iter().skip(4) {
        for to in &mut pool {
            *to = mixed(*to, hashed(word));
        }
    }
    let mut constant: u32 = 0x8b51_f9dd;
    let mut word = |at: usize| {
        let value = pool[at % 4] ^ constant;
        constant = constant.wrapping_mul(0x58f3_8ded);
        let value = value.wrapping_mul(constant);
        u64::from(value ^ value >> 16)
    };
    let mut words = [0; 4];
    for (at, pair) in words.iter_mut().enumerate() {
        let low = word(2 * at);
        *pair = word(2 * at + 1) << 32 | low;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_numpy_draws() {
        let mut rng = Pcg64::new(&[0]);
        assert_eq!(
            [rng.random(), rng.random()],
            [0.6369616873214543, 0.2697867137638703]
        );
        let mut rng = Pcg64::new(&[42]);
        assert_eq!(rng.normal(), 0.30471707975443135);
    }
}
