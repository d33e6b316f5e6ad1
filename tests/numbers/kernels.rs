//! The fast kernels: as accurate as PyTorch's, and the same bits where that is possible.

use kindling::tensor::kernels::{self, Matrix};
use kindling::tensor::random::Generator;
use serde::Deserialize;

#[derive(Deserialize)]
struct Sum(String, usize, usize, String, Vec<f64>);

#[test]
fn sums_round_as_pytorchs() {
    let cases: Vec<Sum> =
        serde_json::from_str(include_str!("../data/sums.json")).expect("a recording");
    for Sum(dtype, rows, columns, over, expected) in cases {
        let mut generator = Generator::new(0);
        let got: Vec<f64> = if dtype == "float32" {
            let mut x = vec![0f32; rows * columns];
            generator.fill_normal_f32(&mut x, 0.0, 1.0);
            sums(&x, rows, columns, &over)
                .into_iter()
                .map(f64::from)
                .collect()
        } else {
            let mut x = vec![0f64; rows * columns];
            generator.fill_normal_f64(&mut x, 0.0, 1.0);
            sums(&x, rows, columns, &over)
        };
        for (i, (got, expected)) in got.iter().zip(&expected).enumerate() {
            assert_eq!(
                got, expected,
                "{dtype} [{rows}, {columns}] over {over}, sum {i}"
            );
        }
    }
}

fn sums<T: kindling::tensor::Arithmetic>(
    x: &[T],
    rows: usize,
    columns: usize,
    over: &str,
) -> Vec<T> {
    match over {
        "all" => vec![kernels::sum_slice(x)],
        "columns" => x.chunks(columns).map(kernels::sum_slice).collect(),
        _ => {
            let mut sums = vec![T::ZERO; columns];
            kernels::sum_columns(x, rows, columns, &mut sums);
            sums
        }
    }
}

/// The greatest error in units of the last place, over many arguments.
fn worst(from: f32, to: f32, kernel: fn(&[f32], &mut [f32]), exact: fn(f64) -> f64) -> f64 {
    let count = 100_003;
    let x: Vec<f32> = (0..count)
        .map(|i| from + (to - from) * (i as f32 / count as f32))
        .collect();
    let mut y = vec![0f32; count];
    kernel(&x, &mut y);
    x.iter().zip(&y).fold(0.0, |worst: f64, (&x, &y)| {
        let exact = exact(f64::from(x));
        let unit = f64::from((exact as f32).next_up() - exact as f32);
        worst.max((f64::from(y) - exact).abs() / unit.abs())
    })
}

#[test]
fn functions_are_within_a_few_units_of_the_last_place() {
    let erf = |x: f64| {
        // Series near zero, continued fraction of erfc beyond: enough digits to judge float32 by.
        if x.abs() < 2.5 {
            let (mut term, mut sum) = (x, x);
            for n in 1..80 {
                term *= -x * x / f64::from(n);
                sum += term / f64::from(2 * n + 1);
            }
            return sum * std::f64::consts::FRAC_2_SQRT_PI;
        }
        let fraction = (1..60)
            .rev()
            .fold(0.0, |f, n| f64::from(n) / 2.0 / (x.abs() + f));
        let erfc = (-x * x).exp() / (std::f64::consts::PI.sqrt() * (x.abs() + fraction));
        (1.0 - erfc).copysign(x)
    };
    let rows: [(&str, f64); 9] = [
        ("exp", worst(-87.0, 88.5, kernels::exp_slice, f64::exp)),
        ("exp near 0", worst(-1.0, 1.0, kernels::exp_slice, f64::exp)),
        ("log", worst(1e-3, 1e3, kernels::log_slice, f64::ln)),
        ("log near 1", worst(0.5, 2.0, kernels::log_slice, f64::ln)),
        ("tanh", worst(-10.0, 10.0, kernels::tanh_slice, f64::tanh)),
        (
            "tanh near 0",
            worst(-0.7, 0.7, kernels::tanh_slice, f64::tanh),
        ),
        (
            "sigmoid",
            worst(-20.0, 20.0, kernels::sigmoid_slice, |x| {
                1.0 / (1.0 + (-x).exp())
            }),
        ),
        ("erf", worst(-4.5, 4.5, kernels::erf_slice, erf)),
        ("erf near 0", worst(-0.95, 0.95, kernels::erf_slice, erf)),
    ];
    for (name, error) in rows {
        assert!(
            error <= 2.5,
            "{name} is off by {error:.2} units of the last place"
        );
    }
}

#[test]
fn functions_keep_their_limits() {
    let x = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        100.0,
        -120.0,
        0.0,
        -0.0,
    ];
    let of = |kernel: fn(&[f32], &mut [f32])| {
        let mut y = [0f32; 7];
        kernel(&x, &mut y);
        y.map(|y| format!("{y:?}")).join(" ")
    };
    assert_eq!(of(kernels::exp_slice), "NaN inf 0.0 inf 0.0 1.0 1.0");
    assert_eq!(of(kernels::tanh_slice), "NaN 1.0 -1.0 1.0 -1.0 0.0 -0.0");
    assert_eq!(of(kernels::sigmoid_slice), "NaN 1.0 0.0 1.0 0.0 0.5 0.5");
    assert_eq!(of(kernels::erf_slice), "NaN 1.0 -1.0 1.0 -1.0 0.0 -0.0");
    assert_eq!(
        of(kernels::log_slice),
        "NaN inf NaN 4.6051702 NaN -inf -inf"
    );
}

#[test]
fn products_of_all_shapes_and_layouts_are_right() {
    let mut generator = Generator::new(1);
    let sizes = [1, 2, 3, 4, 5, 8, 9, 13, 64];
    for m in sizes {
        for k in [0, 1, 3, 8, 65] {
            for n in sizes {
                let mut a = vec![0f32; m * k];
                let mut b = vec![0f32; k * n];
                generator.fill_uniform_f32(&mut a, -1.0, 1.0);
                generator.fill_uniform_f32(&mut b, -1.0, 1.0);
                for layout in 0..4 {
                    let a = if layout & 1 == 0 {
                        Matrix::dense(&a, m, k)
                    } else {
                        Matrix::dense(&a, k, m).t()
                    };
                    let b = if layout & 2 == 0 {
                        Matrix::dense(&b, k, n)
                    } else {
                        Matrix::dense(&b, n, k).t()
                    };
                    check_product(a, b);
                }
            }
        }
    }
    // From here on matrixmultiply takes over.
    let a = vec![0.5f32; 450 * 450];
    check_product(Matrix::dense(&a, 450, 450), Matrix::dense(&a, 450, 450));
}

fn check_product(a: Matrix<f32>, b: Matrix<f32>) {
    let (m, n) = (a.rows, b.columns);
    let mut c = vec![0.25f32; m * n];
    kernels::gemm_f32(a, b, &mut c);
    for row in 0..m {
        for column in 0..n {
            let exact = (0..a.columns).fold(0.25f64, |sum, i| {
                let x = a.data[row * a.row_stride + i * a.column_stride];
                sum + f64::from(x) * f64::from(b.data[i * b.row_stride + column * b.column_stride])
            });
            let got = f64::from(c[row * n + column]);
            assert!(
                (got - exact).abs() < 1e-5 * exact.abs().max(1.0),
                "[{m}, {}] @ [_, {n}]: {got} {exact}",
                a.columns
            );
        }
    }
}
