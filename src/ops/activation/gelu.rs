//! `F.gelu(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "gelu",
    signature: "(input, approximate='none')",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Each element times the probability that a normal number is below it (Hendrycks and Gimpel 2016); 'tanh' approximates it.",
        formula: r"y = x \, \Phi(x)",
        gradients: &[("input", r"\bar{y} (\Phi(x) + x \varphi(x))")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.gelu.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "GeluBackward0",
    saves: &[Save::Input(0)],
    lacks: Some(("GeluKernelImpl", &[DType::Bool, DType::U8, DType::I32, DType::I64])),
    examples: &["[2,3]", "[2,3], 'tanh'"],
    misuses: &[(
        "[2], 'x'",
        "RuntimeError: approximate argument must be either none or tanh.",
    )],
    program: "x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0], requires_grad=True)\ny = F.gelu(x)\nprint(y)\n\ny.sum().backward()\nprint(x.grad)",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let inner = match args.text(1, "none")? {
        "tanh" => {
            let cube = ops::mul((&ops::mul((x, x))?, x))?;
            let inside = ops::mul((
                &ops::add((x, &ops::mul((&cube, 0.044715))?))?,
                (2.0 / std::f64::consts::PI).sqrt(),
            ))?;
            ops::tanh(&inside)?
        }
        "none" => ops::erf(&ops::mul((x, std::f64::consts::FRAC_1_SQRT_2))?)?,
        _ => {
            return Err(TensorError::runtime(
                "approximate argument must be either none or tanh.",
            ));
        }
    };
    call(
        &ops::elementwise::mul::OP,
        (&ops::mul((x, 0.5))?, &ops::add((&inner, 1.0))?).into(),
    )
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if array.dtype() == DType::F32 && args.text(1, "none")? == "none" {
        return one(map_slice(&array, crate::tensor::kernels::gelu_slice)?);
    }
    computed(args, compose)
}

fn backward(ctx: &Context) -> Result<Grads> {
    if ctx.create_graph() || ctx.args().text(1, "none")? != "none" {
        return ctx.through(compose);
    }
    let x = ctx.args().array(0)?;
    let grad = ctx.grad()?.array().to_dtype(x.dtype())?;
    // 1 / sqrt(2 pi)
    let scale = std::f64::consts::FRAC_2_SQRT_PI * std::f64::consts::FRAC_1_SQRT_2 * 0.5;
    ctx.only(Tensor::new(
        dispatch_real!(x.dtype(), T => map2::<T, T, T>(&grad, &x, x.shape(), |g, x| {
        let below = 0.5 * (1.0 + special::erf(x.to_f64() * std::f64::consts::FRAC_1_SQRT_2)) as T;
        g * (below + x * (x * x * -0.5).exp() * T::from_f64(scale))
    })?, _ => return Err(not_implemented("GeluKernelImpl", x.dtype()))),
    ))
}
