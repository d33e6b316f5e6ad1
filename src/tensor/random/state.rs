//! A generator's state as the 5056 bytes that `torch.get_rng_state()` returns, so that states travel between here and
//! the real PyTorch.

use super::Generator;
use super::mt19937::{Mt19937, N};

/// Bytes in a CPU generator's state.
pub const STATE_BYTES: usize = 5056;

// Field offsets of PyTorch's legacy layout (little endian).
const SEED: usize = 0;
const LEFT: usize = 8;
const SEEDED: usize = 12;
const NEXT: usize = 16;
const WORDS: usize = 24;
const NORMAL: usize = WORDS + 8 * N + 8;
const NORMAL_VALID: usize = NORMAL + 16;

impl Generator {
    /// The state as PyTorch lays it out: uint8, 5056 elements.
    pub fn state(&self) -> Vec<u8> {
        let mut bytes = vec![0u8; STATE_BYTES];
        let mut put = |at: usize, value: &[u8]| bytes[at..at + value.len()].copy_from_slice(value);
        // PyTorch counts down from 624 and keeps 1 and 0 for a freshly seeded engine.
        let (left, next) = match self.engine.used {
            N if self.fresh => (1, 0),
            used => ((N - used + 1) as i32, used as u64),
        };
        put(SEED, &self.seed.to_le_bytes());
        put(LEFT, &left.to_le_bytes());
        put(SEEDED, &1i32.to_le_bytes());
        put(NEXT, &next.to_le_bytes());
        for (k, word) in self.engine.words.iter().enumerate() {
            put(WORDS + 8 * k, &u64::from(*word).to_le_bytes());
        }
        if let Some(normal) = self.cached_normal {
            put(NORMAL, &normal.to_le_bytes());
            put(NORMAL_VALID, &1i32.to_le_bytes());
        }
        bytes
    }

    /// Takes over a state that `state` or PyTorch's `get_rng_state` made. `Err` says in PyTorch's words why not.
    pub fn set_state(&mut self, bytes: &[u8]) -> Result<(), String> {
        if bytes.len() != STATE_BYTES {
            return Err(format!(
                "Expected a CPUGeneratorImplState of size {STATE_BYTES} but found the input RNG state size to be {}",
                bytes.len()
            ));
        }
        let u64_at = |at: usize| u64::from_le_bytes(std::array::from_fn(|k| bytes[at + k]));
        let i32_at = |at: usize| i32::from_le_bytes(std::array::from_fn(|k| bytes[at + k]));
        let (left, next) = (i32_at(LEFT), u64_at(NEXT));
        if i32_at(SEEDED) != 1 || !(1..=N as i32).contains(&left) || next > N as u64 {
            return Err("Invalid mt19937 state".to_owned());
        }
        self.seed = u64_at(SEED);
        self.fresh = left == 1 && next == 0;
        self.engine = Mt19937 {
            words: std::array::from_fn(|k| u64_at(WORDS + 8 * k) as u32),
            used: if left == 1 { N } else { next as usize },
        };
        self.cached_normal = (i32_at(NORMAL_VALID) != 0).then(|| f64::from_bits(u64_at(NORMAL)));
        Ok(())
    }
}
