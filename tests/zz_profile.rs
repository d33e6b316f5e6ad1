use kindling::autograd::Backward;
use kindling::ops;
use kindling::optim;
use kindling::tensor::{Tensor, random::Generator};
use std::time::Instant;
fn t(g: &mut Generator, shape: &[usize], grad: bool, s: f64) -> Tensor {
    let mut v = vec![0f32; shape.iter().product()];
    g.fill_uniform_f32(&mut v, -s, s);
    let t = Tensor::from_vec(v, shape);
    t.set_requires_grad(grad).unwrap();
    t
}
#[test]
fn small() {
    let mut g = Generator::new(0);
    let x = t(&mut g, &[32, 2], false, 1.0);
    let y = t(&mut g, &[32, 1], false, 1.0);
    let ps: Vec<Tensor> = [(16usize, 2usize), (16, 16), (1, 16)]
        .iter()
        .flat_map(|&(o, i)| [t(&mut g, &[o, i], true, 0.5), t(&mut g, &[o], true, 0.5)])
        .collect();
    let sgd = optim::rule("SGD").unwrap();
    let settings = [0.05, 0.0, 0.0, 0.0, 0.0, 0.0];
    let mut states: Vec<optim::State> = ps.iter().map(|_| optim::State::default()).collect();
    let mut phases = [0f64; 3];
    let n = 20000;
    let mut last = 0.0;
    for step in 0..n {
        let a = Instant::now();
        let mut h = x.clone();
        for l in 0..3 {
            h = ops::linear((&h, &ps[2 * l], &ps[2 * l + 1])).unwrap();
            if l < 2 {
                h = ops::tanh(&h).unwrap();
            }
        }
        let d = ops::sub((&h, &y)).unwrap();
        let loss =
            ops::mul((&ops::sum(&ops::mul((&d, &d)).unwrap()).unwrap(), 1.0 / 32.0)).unwrap();
        let b = Instant::now();
        let mut bw = Backward::new(&[loss.clone()], &[None], false, false, None).unwrap();
        bw.run().unwrap();
        let c = Instant::now();
        for (p, s) in ps.iter().zip(&mut states) {
            optim::step(sgd, p, &p.grad().unwrap(), &settings, s).unwrap();
            p.set_grad(None);
        }
        let e = Instant::now();
        if step > 1000 {
            phases[0] += (b - a).as_secs_f64();
            phases[1] += (c - b).as_secs_f64();
            phases[2] += (e - c).as_secs_f64();
        }
        last = loss.item().unwrap();
    }
    let k = 1e6 / (n - 1001) as f64;
    println!(
        "SMALL loss {last} us/step fwd {:.2} bwd {:.2} opt {:.2} total {:.2}",
        phases[0] * k,
        phases[1] * k,
        phases[2] * k,
        (phases[0] + phases[1] + phases[2]) * k
    );
}
#[test]
fn digits() {
    let mut g = Generator::new(0);
    let x = t(&mut g, &[64, 64], false, 1.0);
    let y = t(&mut g, &[64, 10], false, 1.0);
    let ps: Vec<Tensor> = [(128usize, 64usize), (10, 128)]
        .iter()
        .flat_map(|&(o, i)| [t(&mut g, &[o, i], true, 0.1), t(&mut g, &[o], true, 0.1)])
        .collect();
    let sgd = optim::rule("SGD").unwrap();
    let settings = [0.05, 0.0, 0.0, 0.0, 0.0, 0.0];
    let mut states: Vec<optim::State> = ps.iter().map(|_| optim::State::default()).collect();
    let mut phases = [0f64; 3];
    let n = 5000;
    for step in 0..n {
        let a = Instant::now();
        let mut h = x.clone();
        for l in 0..2 {
            h = ops::linear((&h, &ps[2 * l], &ps[2 * l + 1])).unwrap();
            if l < 1 {
                h = ops::relu(&h).unwrap();
            }
        }
        let d = ops::sub((&h, &y)).unwrap();
        let loss = ops::mul((
            &ops::sum(&ops::mul((&d, &d)).unwrap()).unwrap(),
            1.0 / 640.0,
        ))
        .unwrap();
        let b = Instant::now();
        let mut bw = Backward::new(&[loss.clone()], &[None], false, false, None).unwrap();
        bw.run().unwrap();
        let c = Instant::now();
        for (p, s) in ps.iter().zip(&mut states) {
            optim::step(sgd, p, &p.grad().unwrap(), &settings, s).unwrap();
            p.set_grad(None);
        }
        let e = Instant::now();
        if step > 500 {
            phases[0] += (b - a).as_secs_f64();
            phases[1] += (c - b).as_secs_f64();
            phases[2] += (e - c).as_secs_f64();
        }
    }
    let k = 1e6 / (n - 501) as f64;
    println!(
        "DIGITS us/step fwd {:.2} bwd {:.2} opt {:.2} total {:.2}",
        phases[0] * k,
        phases[1] * k,
        phases[2] * k,
        (phases[0] + phases[1] + phases[2]) * k
    );
}
