//! numpy's `RandomState`: MT19937 with the samplers that it has kept bit for bit since 2006.
//!
//! Source: <https://numpy.org/doc/stable/reference/random/legacy.html>

use crate::tensor::random::Generator;

/// The generator behind `np.random.seed(0)` and scikit-learn's `random_state=0`.
pub struct RandomState {
    bits: Generator,
    /// The second of two normals, kept for the next call.
    kept: Option<f64>,
}

impl RandomState {
    pub fn new(seed: u32) -> RandomState {
        RandomState {
            bits: Generator::new(u64::from(seed)),
            kept: None,
        }
    }

    pub fn next_u32(&mut self) -> u32 {
        self.bits.next_u32()
    }

    /// Uniform in [0, 1) with 53 bits of two draws.
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.next_u32() >> 5);
        let low = f64::from(self.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// A standard normal by Marsaglia's polar method.
    pub fn normal(&mut self) -> f64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        loop {
            let x = 2.0 * self.random() - 1.0;
            let y = 2.0 * self.random() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * square.ln() / square).sqrt();
                self.kept = Some(factor * x);
                return factor * y;
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
                Err(_) => (u64::from(self.next_u32()) << 32) | u64::from(self.next_u32()),
            };
            if bits & mask <= max {
                return bits & mask;
            }
        }
    }

    /// Fisher and Yates, from the end.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.interval(i as u64) as usize;
            items.swap(i, j);
        }
    }

    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        self.shuffle(&mut order);
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_numpy_draws() {
        let mut state = RandomState::new(0);
        assert_eq!(
            [state.random(), state.random()],
            [0.548_813_503_927_324_8, 0.715_189_366_372_419_5]
        );
        let mut state = RandomState::new(0);
        let normals = [state.normal(), state.normal(), state.normal()];
        assert_eq!(
            normals,
            [
                1.764_052_345_967_664,
                0.400_157_208_367_223_3,
                0.978_737_984_105_739_2
            ]
        );
        assert_eq!(
            RandomState::new(0).permutation(10),
            [2, 8, 4, 9, 1, 6, 7, 3, 0, 5]
        );
    }
}
