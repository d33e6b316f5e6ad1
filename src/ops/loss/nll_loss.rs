//! `F.nll_loss(log_probabilities, classes)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "nll_loss",
    signature: "(input, target, weight=None, ignore_index=-100, reduction='mean')",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The negative log probability of the right class, averaged with the classes' weights.",
        formula: r"y = -\frac{\sum_n w_{t_n} x_{n t_n}}{\sum_n w_{t_n}}",
        gradients: &[(
            "input",
            r"-\bar{y} \frac{w_{t_n}}{\sum_m w_{t_m}} \text{ at } (n, t_n) \text{, else } 0",
        )],
        shape_rule: "(N, C) with N classes gives a number; (N, C, d...) takes (N, d...); with reduction 'none' the shape of the classes.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.nll_loss.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "NllLossBackward0",
    grad_fn_of: Some(|args| {
        if args.shape(0).is_ok_and(|s| s.len() > 2) {
            "NllLoss2DBackward0"
        } else {
            "NllLossBackward0"
        }
    }),
    constants: &[(2, |args| match args.meta(0) {
        Ok((shape, _)) if shape.len() > 2 => "nll_loss2d_forward",
        _ => "nll_loss_forward",
    })],
    saves: &[Save::Input(1), Save::Input(2)],
    examples: &[
        "[3,4], i4[3]",
        "[3,4], i4[3], reduction='sum'",
        "[3,4], i4[3], reduction='none'",
        "[4], i4[]",
        "[2,3,2], i3[2,2]",
        "T[3,4], i4[3]",
        "[3,4], i4[3], ignore_index=1",
    ],
    misuses: &[
        (
            "[3,4], i4[2]",
            "ValueError: Expected input batch_size (3) to match target batch_size (2).",
        ),
        ("[3,4], i7[3]", "IndexError: Target 4 is out of bounds."),
        (
            "[3,4], [3]",
            "RuntimeError: expected target dtype to be Long or Byte, but got Double",
        ),
        (
            "[3,4], i4[3,1]",
            "RuntimeError: 0D or 1D target tensor expected, multi-target not supported",
        ),
    ],
    ..Op::BASE
};

/// What a call is about: blocks of `inner` places with `classes` scores each.
struct Plan {
    along: Along,
    targets: Vec<i64>,
    weights: Option<Vec<f64>>,
    ignored: i64,
    reduction: Reduction,
}

impl Plan {
    fn new(args: &Args) -> Result<Plan> {
        let (shape, _) = args.meta(0)?;
        let target = args.array(1)?;
        if !matches!(target.dtype(), DType::I64 | DType::U8) {
            return Err(TensorError::runtime(format!(
                "expected target dtype to be Long or Byte, but got {}",
                target.dtype().word()
            ))
            .because(
                "The target numbers the right class of each sample: convert it with .long().",
            ));
        }
        if shape.is_empty() {
            return Err(TensorError::value("Expected 1 or more dimensions (got 0)"));
        }
        let batched = shape.len() > 1;
        if batched && target.shape().first() != Some(&shape[0]) && target.ndim() > 0 {
            let message = format!(
                "Expected input batch_size ({}) to match target batch_size ({}).",
                shape[0],
                target.shape()[0]
            );
            return Err(TensorError::value(message).with_shapes(ShapeClash {
                op: "nll_loss".into(),
                rule: "One class for each row of scores: (N, C) with (N).".into(),
                because: format!(
                    "There are {} rows of scores and {} classes.",
                    shape[0],
                    target.shape()[0]
                ),
                culprits: vec![(0, 0), (1, 0)],
                shapes: vec![shape.clone(), target.shape().clone()],
            }));
        }
        if shape.len() <= 2 && target.ndim() > 1 {
            return Err(TensorError::runtime(
                "0D or 1D target tensor expected, multi-target not supported",
            )
            .because(format!(
                "The target has shape {}; one class per row is wanted, without further dimensions.",
                size_text(target.shape())
            )));
        }
        let along = Along::new(&shape, usize::from(batched));
        let count = along.outer * along.inner;
        if target.numel() != count {
            return Err(TensorError::runtime(format!(
                "size mismatch (got input: {}, target: {})",
                size_text(&shape),
                size_text(target.shape())
            )));
        }
        let weights = args
            .optional_tensor(2)?
            .map(|weight| weight.array().to_f64_vec());
        if weights
            .as_ref()
            .is_some_and(|weights| weights.len() != along.size)
        {
            return Err(TensorError::runtime(format!(
                "weight tensor should be defined either for all {} classes or no classes but got weight tensor of shape: {}",
                along.size,
                size_text(args.tensor(2)?.array().shape())
            )));
        }
        let ignored = args.int(3, -100)?;
        let targets = target.to_i64_vec();
        if let Some(target) = targets
            .iter()
            .find(|&&t| t != ignored && !(0..along.size as i64).contains(&t))
        {
            return Err(
                TensorError::index(format!("Target {target} is out of bounds.")).because(format!(
                    "With {} scores per sample the classes are 0 to {}.",
                    along.size,
                    along.size.saturating_sub(1)
                )),
            );
        }
        Ok(Plan {
            along,
            targets,
            weights,
            ignored,
            reduction: Reduction::read(args, 4)?,
        })
    }

    /// Calls `visit` with the number of a place, the number of its right score, and its weight. Ignored ones are left out.
    fn each(&self, mut visit: impl FnMut(usize, usize, f64)) {
        for (place, &target) in self.targets.iter().enumerate() {
            if target != self.ignored {
                let (block, inner) = (place / self.along.inner, place % self.along.inner);
                let score = (block * self.along.size + target as usize) * self.along.inner + inner;
                visit(
                    place,
                    score,
                    self.weights
                        .as_ref()
                        .map_or(1.0, |weights| weights[target as usize]),
                );
            }
        }
    }

    fn total_weight(&self) -> f64 {
        let mut total = 0.0;
        self.each(|_, _, weight| total += weight);
        total
    }
}

fn shape(args: &Args) -> Result<Shapes> {
    let ((_, dtype), target) = (args.meta(0)?, args.shape(1)?);
    let reduced = Reduction::read(args, 4)? != Reduction::None;
    shape_of(if reduced { Shape::new() } else { target }, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let plan = Plan::new(args)?;
    let input = args.array(0)?.contiguous()?;
    one(dispatch_real!(input.dtype(), T => {
        let data = input.slice::<T>();
        let mut losses = vec![T::ZERO; plan.targets.len()];
        plan.each(|place, score, weight| losses[place] = -data[score] * T::from_f64(weight));
        let shape = args.shape(1)?;
        match plan.reduction {
            Reduction::None => Array::from_vec(losses, shape),
            Reduction::Sum => Array::scalar(Sum.row(&losses)),
            Reduction::Mean => Array::scalar(Sum.row(&losses) / T::from_f64(plan.total_weight())),
        }
    }, _ => return Err(TensorError::not_implemented(format!(
        "\"nll_loss_out_frame\" not implemented for '{}'",
        input.dtype().word()
    )))))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let plan = Plan::new(args)?;
    let (shape, dtype) = args.meta(0)?;
    let scale = if plan.reduction == Reduction::Mean {
        -1.0 / plan.total_weight()
    } else {
        -1.0
    };
    let each = plan.reduction == Reduction::None;
    if ctx.create_graph() || each {
        // The slopes do not depend on the scores: a constant, times the gradient.
        let slopes = dispatch_real!(dtype, T => {
            let mut slopes = vec![T::ZERO; numel(&shape)];
            plan.each(|_, score, weight| slopes[score] = T::from_f64(scale * weight));
            Array::from_vec(slopes, shape.clone())
        }, _ => unreachable!("floating point"));
        let grad = if each && shape.len() > 1 {
            ops::unsqueeze((&grad, 1))?
        } else {
            grad
        };
        return ctx.only(ops::mul((&grad, &Tensor::new(slopes)))?);
    }
    let grad = grad.item()?;
    ctx.only(Tensor::new(dispatch_real!(dtype, T => {
        let mut slopes = vec![T::ZERO; numel(&shape)];
        plan.each(|_, score, weight| slopes[score] = T::from_f64(scale * weight) * T::from_f64(grad));
        Array::from_vec(slopes, shape)
    }, _ => unreachable!("floating point"))))
}
