//! Gradients explained: where an element came from, and what is wrong with one.

use expect_test::{Expect, expect};
use kindling::session::protocol::*;

use super::hands::*;

/// Says why elements of `.grad` are what they are. The sums can be checked by hand.
fn check(text: &str, asked: &[(&str, &[u32])], expected: Expect) {
    let mut hands = Hands::on(text);
    hands.run();
    let mut said = String::new();
    for (name, element) in asked {
        let key = hands
            .parameters
            .iter()
            .find(|p| p.name == *name)
            .and_then(|p| p.gradient)
            .unwrap();
        match hands.give(Command::Why {
            tensor: key,
            element: element.to_vec(),
        }) {
            Answer::Why { why } => {
                let sources: Vec<_> = why
                    .sources
                    .iter()
                    .map(|s| format!("{} {:?}", s.name, s.elements))
                    .collect();
                said += &format!("{name}: {} from {}\n", why.formula, sources.join(" and "));
            }
            answer => said += &format!("{name}: {answer:?}\n"),
        }
    }
    expected.assert_eq(&said);
}

#[test]
fn why_is_this_gradient_this() {
    check(
        "import torch
x = torch.tensor([[1., 2.], [3., 4.], [5., 6.]])
w = torch.tensor([[1., -1.], [2., 1.]], requires_grad=True)
b = torch.tensor([0.5, -0.5], requires_grad=True)
y = x @ w + b
loss = (y * y).sum()
loss.backward()
",
        &[("b", &[1]), ("w", &[0, 1])],
        expect![[r#"
            b: 3 = 1 + 1 + 1 from gradient of y [[0, 1], [1, 1], [2, 1]]
            w: 9 = 1\cdot 1 + 1\cdot 3 + 1\cdot 5 from gradient of y [[0, 1], [1, 1], [2, 1]] and x [[0, 0], [1, 0], [2, 0]]
        "#]],
    );
}

#[test]
fn why_is_an_accumulated_gradient_this() {
    check(
        "import torch
w = torch.tensor([1., 2.], requires_grad=True)
for step in range(2):
    loss = (w * (step + 3)).sum()
    loss.backward()
",
        &[("w", &[1])],
        expect![[r#"
            w: 7 = 3 + 4 from w.grad [[1]] and what was added [[1]]
        "#]],
    );
}

#[test]
fn why_is_a_gradient_through_a_relu_this() {
    check(
        "import torch
w = torch.tensor([-1., 2.], requires_grad=True)
loss = (torch.relu(w) * 3).sum()
loss.backward()
",
        &[("w", &[0]), ("w", &[1])],
        expect![[r#"
            w: 0 = 3 \cdot \underbrace{0}_{\partial y / \partial x} from gradient of relu [[0]]
            w: 3 = 3 from gradient of relu [[1]]
        "#]],
    );
}

/// What the last sample says of each parameter.
fn verdicts(text: &str, expected: Expect) {
    let mut hands = Hands::on(text);
    hands.run();
    assert_eq!(hands.error(), "");
    let bars = hands
        .flow
        .last()
        .map(|sample| sample.bars.clone())
        .unwrap_or_default();
    let said: Vec<String> = bars
        .iter()
        .map(|bar| match &bar.verdict {
            Some(verdict) => format!("{:?} {}", verdict.kind, verdict.says),
            None => format!("{} is well", bar.name),
        })
        .collect();
    expected.assert_eq(&(said.join("\n") + "\n"));
}

#[test]
fn deep_sigmoids_vanish() {
    verdicts(
        "import torch
from torch import nn
torch.manual_seed(0)
model = nn.Sequential(*[layer for _ in range(9) for layer in (nn.Linear(4, 4), nn.Sigmoid())])
x = torch.randn(16, 4)
loss = model(x).pow(2).mean()
loss.backward()
",
        expect![[r#"
            Vanishing The gradient of `model.0.weight` is 10^8 times smaller than its weights: 9 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `sigmoid` ← `addmm` ← `t`, 21 ops.
            Vanishing The gradient of `model.0.bias` is 10^8 times smaller than its weights: 9 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `addmm` ← `sigmoid` ← `addmm`, 20 ops.
            Vanishing The gradient of `model.2.weight` is 10^7 times smaller than its weights: 8 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `sigmoid` ← `addmm` ← `t`, 19 ops.
            Vanishing The gradient of `model.2.bias` is 10^7 times smaller than its weights: 8 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `addmm` ← `sigmoid` ← `addmm`, 18 ops.
            Vanishing The gradient of `model.4.weight` is 10^6 times smaller than its weights: 7 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `sigmoid` ← `addmm` ← `t`, 17 ops.
            Vanishing The gradient of `model.4.bias` is 10^6 times smaller than its weights: 7 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `addmm` ← `sigmoid` ← `addmm`, 16 ops.
            Vanishing The gradient of `model.6.weight` is 10^5 times smaller than its weights: 6 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `sigmoid` ← `addmm` ← `t`, 15 ops.
            Vanishing The gradient of `model.6.bias` is 10^5 times smaller than its weights: 6 `sigmoid` lie on its way and each takes its share; the one in line 6 passes on 0.21 of what reaches it. Its way back: `mean` ← `pow` ← `sigmoid` ← … ← `addmm` ← `sigmoid` ← `addmm`, 14 ops.
            model.8.weight is well
            model.8.bias is well
            model.10.weight is well
            model.10.bias is well
            model.12.weight is well
            model.12.bias is well
            model.14.weight is well
            model.14.bias is well
            model.16.weight is well
            model.16.bias is well
        "#]],
    );
}

#[test]
fn dead_and_saturated_units_are_named() {
    verdicts(
        "import torch
from torch import nn
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.Tanh(), nn.Linear(4, 1))
with torch.no_grad():
    model[0].bias[:6] = -50.0
    model[2].bias.fill_(3.0)
x = torch.randn(16, 4)
loss = model(x).pow(2).mean()
loss.backward()
",
        expect![[r#"
            Dead 6 of the 8 units of `relu` in line 9 gave 0 for every example: no gradient reaches their part of `0.weight`, so they cannot learn. A smaller learning rate, another start or `leaky_relu` keeps units alive.
            Dead 6 of the 8 units of `relu` in line 9 gave 0 for every example: no gradient reaches their part of `0.bias`, so they cannot learn. A smaller learning rate, another start or `leaky_relu` keeps units alive.
            Saturated 100 % of the outputs of `tanh` in line 9 are near ±1, where tanh is flat: hardly any gradient gets through it to `2.weight`. Smaller weights or scaled inputs bring it back.
            Saturated 100 % of the outputs of `tanh` in line 9 are near ±1, where tanh is flat: hardly any gradient gets through it to `2.bias`. Smaller weights or scaled inputs bring it back.
            4.weight is well
            4.bias is well
        "#]],
    );
}

#[test]
fn exploding_and_not_finite() {
    verdicts(
        "import torch
w = torch.tensor([0.01, 0.02], requires_grad=True)
loss = (w * 1e4).pow(3).sum()
loss.backward()
",
        expect![[r#"
            Exploding The gradient of `w` is 10^10 times larger than its weights: one step would throw them far away. It grows most in `pow` in line 3, which makes it 87464 times larger. Its way back: `sum` ← `pow` ← `mul`. A smaller learning rate or `clip_grad_norm_` keeps it in bounds.
        "#]],
    );
    verdicts(
        "import torch
w = torch.tensor([0.0, 2.0], requires_grad=True)
y = torch.log(w * 1.0)
loss = (y * y).sum()
loss.backward()
",
        expect![[r#"
            NotFinite `w.grad` holds nan or inf: the first comes out of `log` in line 3. The next step would spoil the weights.
        "#]],
    );
}

#[test]
fn no_grad_and_detach_cut_off() {
    verdicts(
        "import torch
from torch import nn
torch.manual_seed(0)
first, second, third = nn.Linear(3, 3), nn.Linear(3, 3), nn.Linear(3, 3)
x = torch.randn(5, 3)
with torch.no_grad():
    a = first(x)
b = second(a).detach()
loss = third(b).sum()
loss.backward()
",
        expect![[r#"
            CutOff `weight.grad` is None: `t` in line 7 ran under `no_grad`, which cuts the way back.
            CutOff `bias.grad` is None: `addmm` in line 7 ran under `no_grad`, which cuts the way back.
            CutOff `second.weight.grad` is None: `detach` in line 8 cuts the way back; nothing before it gets a gradient.
            CutOff `second.bias.grad` is None: `detach` in line 8 cuts the way back; nothing before it gets a gradient.
            third.weight is well
            third.bias is well
        "#]],
    );
}

/// A gradient that arrived and is zero is not one that was zeroed.
#[test]
fn a_gradient_of_exactly_zero_says_why() {
    verdicts(
        "import torch
w = torch.tensor([-1.0, -2.0], requires_grad=True)
v = torch.tensor([1.0, 2.0], requires_grad=True)
v.grad = torch.zeros(2)
loss = torch.relu(w).sum()
loss.backward()
",
        expect![[r#"
            Vanishing The gradient of `w` is exactly zero: 100 % of the outputs of `relu` in line 5 are 0, where relu passes no gradient. Its way back: `sum` ← `relu`.
            v is well
        "#]],
    );
}
