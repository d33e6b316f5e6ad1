//! MT19937, the Mersenne Twister of Matsumoto and Nishimura (1998), as PyTorch's CPU generator uses it.

pub(super) const N: usize = 624;
const M: usize = 397;

/// The 624 words of state and how far they have been handed out.
#[derive(Clone)]
pub(super) struct Mt19937 {
    pub words: [u32; N],
    /// Words handed out of the current block; `N` means that the next draw twists first.
    pub used: usize,
}

impl Mt19937 {
    /// Seeds with Knuth's recurrence from the low 32 bits of the seed.
    pub fn new(seed: u32) -> Self {
        let mut words = [0u32; N];
        words[0] = seed;
        for j in 1..N {
            let last = words[j - 1];
            words[j] = 1_812_433_253u32
                .wrapping_mul(last ^ (last >> 30))
                .wrapping_add(j as u32);
        }
        Mt19937 { words, used: N }
    }

    #[inline]
    pub fn next_u32(&mut self) -> u32 {
        if self.used >= N {
            self.twist();
        }
        let mut y = self.words[self.used];
        self.used += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// First draw high, second draw low.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        let high = u64::from(self.next_u32());
        (high << 32) | u64::from(self.next_u32())
    }

    fn twist(&mut self) {
        let w = &mut self.words;
        let mix = |upper: u32, lower: u32| {
            let y = (upper & 0x8000_0000) | (lower & 0x7fff_ffff);
            (y >> 1) ^ (if lower & 1 != 0 { 0x9908_b0df } else { 0 })
        };
        for k in 0..N - M {
            w[k] = w[k + M] ^ mix(w[k], w[k + 1]);
        }
        for k in N - M..N - 1 {
            w[k] = w[k + M - N] ^ mix(w[k], w[k + 1]);
        }
        w[N - 1] = w[M - 1] ^ mix(w[N - 1], w[0]);
        self.used = 0;
    }
}
