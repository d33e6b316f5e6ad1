//! `F.batch_norm(x, mean, var)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "batch_norm",
    signature: "(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Mean 0 and variance 1 of each channel over the batch, then scaled and shifted (Ioffe and Szegedy 2015). While training the batch's own statistics are used, and running ones kept.",
        formula: r"y = \frac{x - \mu_c}{\sqrt{\sigma_c^2 + \epsilon}} \cdot w_c + b_c",
        gradients: &[
            (
                "input",
                r"\frac{w_c}{\sqrt{\sigma_c^2 + \epsilon}} \left( \bar{y} - \operatorname{mean}(\bar{y}) - \hat{x} \operatorname{mean}(\bar{y} \hat{x}) \right) \text{, without the means in evaluation}",
            ),
            (
                "weight",
                r"\sum \bar{y} \hat{x} \text{ over all but the channels, } \hat{x} = (x - \mu_c) / \sqrt{\sigma_c^2 + \epsilon}",
            ),
            ("bias", r"\sum \bar{y} \text{ over all but the channels}"),
        ],
        shape_rule: "As the input, (N, C, ...); statistics, weight and bias have C elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.batch_norm.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "NativeBatchNormBackward0",
    constants: &[(1, |_| "native_batch_norm"), (2, |_| "native_batch_norm")],
    saves: &[
        Save::Input(0),
        Save::Snapshot(1),
        Save::Snapshot(2),
        Save::Input(3),
        Save::Input(4),
    ],
    examples: &[
        "[4,3], None, None, [3], [3], True",
        "[2,3,4], None, None, [3], [3], True",
        "[2,3,2,2], None, None, training=True",
    ],
    misuses: &[(
        "[2,3], [4], [4]",
        "RuntimeError: running_mean should contain 3 elements not 4",
    )],
    ..Op::BASE
};

/// Which elements belong to a channel, and what the channel is normalised with.
struct Plan {
    along: Along,
    training: bool,
    eps: f64,
}

impl Plan {
    fn new(args: &Args) -> Result<Plan> {
        let (shape, _) = args.meta(0)?;
        if shape.len() < 2 {
            return Err(TensorError::value(format!(
                "expected 2D or 3D input (got {}D input)",
                shape.len()
            )));
        }
        let along = Along::new(&shape, 1);
        for (index, name) in [
            (1, "running_mean"),
            (2, "running_var"),
            (3, "weight"),
            (4, "bias"),
        ] {
            if args.has(index) && numel(&args.shape(index)?) != along.size {
                return Err(TensorError::runtime(format!(
                    "{name} should contain {} elements not {}",
                    along.size,
                    numel(&args.shape(index)?)
                )));
            }
        }
        let training = args.flag(5, false)? || !args.has(1);
        Ok(Plan {
            along,
            training,
            eps: args.float(7, 1e-5)?,
        })
    }

    /// Elements of a channel.
    fn count(&self) -> usize {
        self.along.outer * self.along.inner
    }

    /// Calls `visit` with the range of each run of elements of a channel.
    fn runs(&self, channel: usize, mut visit: impl FnMut(std::ops::Range<usize>)) {
        for block in 0..self.along.outer {
            let from = (block * self.along.size + channel) * self.along.inner;
            visit(from..from + self.along.inner);
        }
    }

    /// Mean and variance (divided by n) of each channel, in float64.
    fn moments<T: Real>(&self, args: &Args, data: &[T]) -> Result<Vec<(f64, f64)>> {
        if !self.training {
            let (mean, var) = (args.array(1)?.to_f64_vec(), args.array(2)?.to_f64_vec());
            return Ok(mean.into_iter().zip(var).collect());
        }
        let count = self.count() as f64;
        Ok((0..self.along.size)
            .map(|channel| {
                let (mut sum, mut squares) = (0.0, 0.0);
                self.runs(channel, |run| {
                    sum += data[run].iter().fold(0.0, |sum, &x| sum + x.to_f64())
                });
                let mean = sum / count;
                self.runs(channel, |run| {
                    squares += data[run].iter().fold(0.0, |sum, &x| {
                        sum + (x.to_f64() - mean) * (x.to_f64() - mean)
                    });
                });
                (mean, squares / count)
            })
            .collect())
    }
}

fn parameter<T: Real>(args: &Args, index: usize) -> Result<Option<Vec<T>>> {
    args.optional_tensor(index)?
        .map(|tensor| tensor.array().to_dtype(T::DTYPE)?.gather())
        .transpose()
}

fn forward(args: &Args) -> Result<Out> {
    let plan = Plan::new(args)?;
    let input = args.array(0)?.contiguous()?;
    one(dispatch_real!(input.dtype(), T => {
        let data = input.slice::<T>();
        let moments = plan.moments(args, &data)?;
        let (weight, bias) = (parameter::<T>(args, 3)?, parameter::<T>(args, 4)?);
        let mut out = vec![T::ZERO; data.len()];
        for (channel, &(mean, variance)) in moments.iter().enumerate() {
            let scale = T::from_f64(1.0 / (variance + plan.eps).sqrt()) * weight.as_ref().map_or(T::ONE, |w| w[channel]);
            let shift = bias.as_ref().map_or(T::ZERO, |b| b[channel]) - T::from_f64(mean) * scale;
            plan.runs(channel, |run| {
                for (y, &x) in out[run.clone()].iter_mut().zip(&data[run]) {
                    *y = x * scale + shift;
                }
            });
        }
        if plan.training {
            keep_running(args, &plan, &moments)?;
        }
        Array::from_vec(out, input.shape().clone())
    }, _ => return Err(not_implemented("batch_norm", input.dtype()))))
}

/// Moves the running statistics towards the batch's; their variance is divided by n - 1.
fn keep_running(args: &Args, plan: &Plan, moments: &[(f64, f64)]) -> Result<()> {
    let (Some(mean), Some(var)) = (args.optional_tensor(1)?, args.optional_tensor(2)?) else {
        return Ok(());
    };
    let momentum = args.float(6, 0.1)?;
    let count = plan.count() as f64;
    let move_to = |tensor: &Tensor, new: &dyn Fn(usize) -> f64| -> Result<()> {
        let old = tensor.array().to_f64_vec();
        let moved = old
            .iter()
            .enumerate()
            .map(|(c, old)| momentum * new(c) + (1.0 - momentum) * old)
            .collect();
        tensor
            .array()
            .write(&Array::from_vec::<f64>(moved, tensor.shape()))?;
        tensor.bump_version();
        Ok(())
    };
    move_to(mean, &|c| moments[c].0)?;
    move_to(var, &|c| moments[c].1 * count / (count - 1.0))
}

/// The same in ops.
fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let plan = Plan::new(args)?;
    let channels: Vec<i64> = (0..x.ndim()).map(|d| if d == 1 { -1 } else { 1 }).collect();
    let per_channel = |tensor: &Tensor| ops::reshape((tensor, &channels[..]));
    let (mean, variance) = if plan.training {
        let dims: Vec<i64> = (0..x.ndim() as i64).filter(|&d| d != 1).collect();
        let mean = ops::mean((x, &dims[..], true))?;
        let centred = ops::sub((x, &mean))?;
        let variance = ops::mean((&ops::mul((&centred, &centred))?, &dims[..], true))?;
        (mean, variance)
    } else {
        (per_channel(args.tensor(1)?)?, per_channel(args.tensor(2)?)?)
    };
    let scale = ops::rsqrt(&ops::add((&variance, plan.eps))?)?;
    let mut y = ops::mul((&ops::sub((x, &mean))?, &scale))?;
    if let Some(weight) = args.optional_tensor(3)? {
        y = ops::mul((&y, &per_channel(weight)?))?;
    }
    if let Some(bias) = args.optional_tensor(4)? {
        y = ops::add((&y, &per_channel(bias)?))?;
    }
    Ok(smallvec![y])
}

fn backward(ctx: &Context) -> Result<Grads> {
    let args = ctx.args();
    let plan = Plan::new(args)?;
    if ctx.create_graph() {
        return ctx.through(compose);
    }
    let input = args.array(0)?.contiguous()?;
    let grad = ctx.grad()?.array().to_dtype(input.dtype())?.contiguous()?;
    dispatch_real!(input.dtype(), T => {
        let (data, grads) = (input.slice::<T>(), grad.slice::<T>());
        let weight = parameter::<T>(args, 3)?;
        let count = plan.count() as f64;
        let (mut dx, mut dw, mut db) = (vec![T::ZERO; data.len()], Vec::new(), Vec::new());
        for (channel, (mean, variance)) in plan.moments(args, &data)?.into_iter().enumerate() {
            let scale = 1.0 / (variance + plan.eps).sqrt();
            let (mut sum, mut both) = (0.0, 0.0);
            plan.runs(channel, |run| {
                for (&x, &g) in data[run.clone()].iter().zip(&grads[run]) {
                    sum += g.to_f64();
                    both += g.to_f64() * (x.to_f64() - mean) * scale;
                }
            });
            dw.push(T::from_f64(both));
            db.push(T::from_f64(sum));
            let factor = scale * weight.as_ref().map_or(1.0, |w| w[channel].to_f64());
            // With running statistics mean and variance are constants.
            let (mean_grad, mean_both) = if plan.training { (sum / count, both / count) } else { (0.0, 0.0) };
            plan.runs(channel, |run| {
                for ((dx, &x), &g) in dx[run.clone()].iter_mut().zip(&data[run.clone()]).zip(&grads[run]) {
                    let normal = (x.to_f64() - mean) * scale;
                    *dx = T::from_f64(factor * (g.to_f64() - mean_grad - normal * mean_both));
                }
            });
        }
        let like = |values: Vec<T>, index: usize| -> Result<Option<Tensor>> {
            let wanted = ctx.needs(index).then(|| args.shape(index)).transpose()?;
            Ok(wanted.map(|shape| Tensor::new(Array::from_vec(values, shape))))
        };
        Ok(smallvec![like(dx, 0)?, None, None, like(dw, 3)?, like(db, 4)?])
    }, _ => unreachable!("floating point"))
}
