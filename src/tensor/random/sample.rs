//! Integers, permutations, and samples from a discrete distribution.

use super::Generator;

impl Generator {
    /// One element of `randint(low, high)` / `random_(low, high)`: below a range of 2^28 one 32-bit draw, else a 64-bit one.
    /// `high > low`.
    #[inline]
    pub fn next_int(&mut self, low: i64, high: i64) -> i64 {
        let range = high.wrapping_sub(low) as u64;
        let draw = if range < 1 << 28 {
            u64::from(self.next_u32())
        } else {
            self.next_u64()
        };
        low.wrapping_add((draw % range) as i64)
    }

    /// One element of `random_()` on int64: 63 random bits. DataLoader's and samplers' seeds are such draws.
    #[inline]
    pub fn next_i63(&mut self) -> i64 {
        (self.next_u64() % (1 << 63)) as i64
    }

    /// `randperm(n)`: Fisher and Yates from the front, n - 1 draws.
    pub fn permutation(&mut self, n: usize) -> Vec<i64> {
        let mut items: Vec<i64> = (0..n as i64).collect();
        for i in 0..n.saturating_sub(1) {
            let step = self.next_u32() as usize % (n - i);
            items.swap(i, i + step);
        }
        items
    }

    /// One row of `multinomial(replacement=True)`: each sample is a 53-bit uniform, searched in the normalised running sum.
    /// `cumulative` is that sum in the tensor's own precision, its last element 1.
    pub fn sample_with_replacement(&mut self, cumulative: &[f64], out: &mut [i64]) {
        for index in out {
            let u = self.next_f64();
            *index = cumulative
                .partition_point(|&c| c < u)
                .min(cumulative.len() - 1) as i64;
        }
    }
}
