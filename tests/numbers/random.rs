//! Random draws equal PyTorch's, to the last bit.

use kindling::tensor::random::{Generator, STATE_BYTES};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case(String, u64, usize, f64, f64, Vec<serde_json::Number>);

/// Two calls of the named sampler over `n` elements, as decimal text (int64 does not fit into a double).
fn draw(sampler: &str, generator: &mut Generator, n: usize, a: f64, b: f64) -> Vec<String> {
    let mut drawn = Vec::new();
    for _ in 0..2 {
        let mut f32s = vec![0f32; n];
        let mut f64s = vec![0f64; n];
        let mut each = |f: &mut dyn FnMut() -> f64| f32s.iter_mut().for_each(|x| *x = f() as f32);
        match sampler {
            "exponential" => each(&mut || generator.next_exponential(a)),
            "geometric" => each(&mut || generator.next_geometric(a)),
            "cauchy" => each(&mut || generator.next_cauchy(a, b)),
            "log_normal" => each(&mut || generator.next_log_normal(a, b)),
            "bernoulli" => each(&mut || f64::from(u8::from(generator.next_bernoulli(a)))),
            "normal_f32" | "standard_normal_f32" => generator.fill_normal_f32(&mut f32s, a, b),
            "uniform_f32" => generator.fill_uniform_f32(&mut f32s, a, b),
            "normal_f64" => generator.fill_normal_f64(&mut f64s, a, b),
            "uniform_f64" => generator.fill_uniform_f64(&mut f64s, a, b),
            _ => {}
        }
        match sampler {
            "normal_f64" | "uniform_f64" => drawn.extend(f64s.iter().map(|x| format!("{x:?}"))),
            "int" | "wide_int" => {
                drawn.extend((0..n).map(|_| generator.next_int(a as i64, b as i64).to_string()))
            }
            "i63" => drawn.extend((0..n).map(|_| generator.next_i63().to_string())),
            "permutation" => drawn.extend(generator.permutation(n).iter().map(i64::to_string)),
            _ => drawn.extend(f32s.iter().map(|x| format!("{:?}", f64::from(*x)))),
        }
    }
    drawn
}

#[test]
fn draws_equal_pytorchs() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../data/random.json")).expect("a recording");
    assert!(cases.len() > 250);
    for Case(sampler, seed, n, a, b, expected) in cases {
        let got = draw(&sampler, &mut Generator::new(seed), n, a, b);
        let expected: Vec<String> = expected
            .iter()
            .map(|x| {
                x.as_i64().map_or_else(
                    || format!("{:?}", x.as_f64().unwrap_or(f64::NAN)),
                    |i| i.to_string(),
                )
            })
            .collect();
        assert_eq!(
            got, expected,
            "{sampler} with seed {seed}, twice {n} elements"
        );
    }
}

#[test]
fn a_state_brings_the_same_draws_back() {
    let mut one = Generator::new(3);
    for warm_up in [0, 1, 7, 623, 624, 625] {
        for _ in 0..warm_up {
            one.next_u32();
        }
        one.next_normal();
        let state = one.state();
        assert_eq!(state.len(), STATE_BYTES);
        let mut two = Generator::new(99);
        two.set_state(&state).expect("a state of our own");
        assert_eq!(two.state(), state);
        let three_of = |g: &mut Generator| (g.next_normal(), g.next_f64(), g.next_u32());
        assert_eq!(three_of(&mut one), three_of(&mut two));
    }
    assert_eq!(
        one.set_state(&[0; 3])
            .expect_err("three bytes are no state"),
        "Expected a CPUGeneratorImplState of size 5056 but found the input RNG state size to be 3"
    );
}

/// The bytes are PyTorch's: `torch.manual_seed(5); torch.randn(3)` leaves these fields.
#[test]
fn a_state_is_laid_out_as_pytorchs() {
    let mut generator = Generator::new(5);
    let field =
        |state: &[u8], at: usize| u64::from_le_bytes(std::array::from_fn(|k| state[at + k]));
    let fresh = generator.state();
    assert_eq!(
        (field(&fresh, 0), field(&fresh, 8), field(&fresh, 16)),
        (5, 1 | 1 << 32, 0)
    );
    assert_eq!(field(&fresh, 32), 472_231_674);
    for _ in 0..3 {
        generator.next_u32();
    }
    for _ in 0..3 {
        generator.next_normal();
    }
    let state = generator.state();
    assert_eq!(
        (field(&state, 0), field(&state, 8), field(&state, 16)),
        (5, 614 | 1 << 32, 11)
    );
    assert_eq!(
        f64::from_bits(field(&state, 24 + 8 * 624 + 8)),
        -1.4133918928382345
    );
}

/// A sum of `torch.randn(100_000).view(torch.uint32)` weighted by place, as numpy computes it: rare paths included.
#[test]
fn long_rows_of_normals_equal_pytorchs() {
    for (seed, expected) in [
        (0, 10_640_454_923_670_023_315),
        (1, 10_674_237_488_442_097_898),
        (8_589_934_597, 10_659_691_593_748_465_058),
    ] {
        let mut x = vec![0f32; 100_000];
        Generator::new(seed).fill_normal_f32(&mut x, 0.0, 1.0);
        let sum = x.iter().zip(1u64..).fold(0u64, |sum, (x, i)| {
            sum.wrapping_add(u64::from(x.to_bits()).wrapping_mul(i))
        });
        assert_eq!(sum, expected, "seed {seed}");
    }
}
