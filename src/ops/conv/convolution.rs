//! `F.conv2d(x, weight, bias)`

use crate::ops::prelude::*;
use crate::tensor::kernels::Matrix;

pub static OP: Op = Op {
    name: "convolution",
    signature: "(input, weight, bias=None, stride=1, padding=0, dilation=1, transposed=False, output_padding=0, groups=1)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Slides filters over an input of any number of spatial dimensions: at each place the products of filter and window, summed. Transposed, each element of the input puts a filter into the output.",
        formula: r"y_{n o l} = b_o + \sum_{c k} w_{o c k} \, x_{n c, s l + d k - p}",
        gradients: &[
            (
                "input",
                r"\sum_{o, \, l, k: \, s l + d k - p = i} w_{o c k} \, \bar{y}_{n o l} \text{ at } x_{n c i} \text{: the transposed convolution}",
            ),
            ("weight", r"\sum_{n l} \bar{y}_{n o l} \, x_{n c, s l + d k - p}"),
            ("bias", r"\sum_{n l} \bar{y}_{n o l}"),
        ],
        shape_rule: "(N, C, L...) with a weight (O, C / groups, K...) gives (N, O, floor((L + 2 padding - dilation (K - 1) - 1) / stride) + 1 ...).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ConvolutionBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &[
        "[1,1,4,4], [2,1,3,3], [2]",
        "[2,3,5,5], [4,3,3,3], [4], 2, 1",
        "[2,4,4,4], [4,2,2,2], None, 1, 0, 1, False, 0, 2",
        "[1,2,6], [3,2,3], [3], 1, 2, 2",
        "[1,2,3,3], [2,3,2,2], [3], 2, 0, 1, True",
        "[1,2,4], [2,3,3], [3], 2, 1, 1, True, 1",
        "[1,1,3,3,3], [2,1,2,2,2]",
        "[1,4,3], [4,1,2], [2], 1, 0, 1, True, 0, 2",
    ],
    misuses: &[
        (
            "[1,1,8,8], [4,3,3,3]",
            "RuntimeError: Given groups=1, weight of size [4, 3, 3, 3], expected input[1, 1, 8, 8] to have 3 channels, but got 1 channels instead",
        ),
        (
            "[1,3,2,2], [4,3,3,3]",
            "RuntimeError: Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size",
        ),
        (
            "[8,8], [4,3,3,3]",
            "RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [8, 8]",
        ),
        (
            "[1,3,8,8], [4,3,3,3], [5]",
            "RuntimeError: Given weight of size [4, 3, 3, 3], expected bias to be 1-dimensional with 4 elements, but got bias of size [5] instead",
        ),
    ],
    program: "x = torch.arange(16.0).reshape(1, 1, 4, 4)\nweight = torch.tensor([[[[0.0, 1.0], [-1.0, 0.0]]]], requires_grad=True)\ny = F.conv2d(x, weight, stride=2)  # every convolution is this op\nprint(y)\n\ny.sum().backward()\nprint(weight.grad)",
    ..Op::BASE
};

/// What a call is about. `input` and `output` are those of the plain convolution: of a transposed one they change roles.
struct Plan {
    windows: Windows,
    transposed: bool,
    groups: usize,
    batch: usize,
    /// Channels of the windowed image, and of the other side, per group.
    image_channels: usize,
    filter_channels: usize,
    output: Shape,
}

impl Plan {
    fn new(args: &Args) -> Result<Plan> {
        let (input, weight) = (args.shape(0)?, args.shape(1)?);
        let (transposed, groups) = (args.flag(6, false)?, args.int(8, 1)?.max(1) as usize);
        let spatial = weight.len().saturating_sub(2);
        if input.len() != weight.len() || spatial == 0 {
            return Err(TensorError::runtime(format!(
                "Expected {}D (unbatched) or {}D (batched) input to conv{}{spatial}d, but got input of size: {}",
                spatial + 1,
                spatial + 2,
                if transposed { "_transpose" } else { "" },
                size_text(&input)
            )));
        }
        let wanted = if transposed {
            weight[0]
        } else {
            weight[1] * groups
        };
        if input[1] != wanted {
            let message = format!(
                "Given {}groups={groups}, weight of size {}, expected input{} to have {wanted} channels, but got {} channels \
                 instead",
                if transposed { "transposed=1, " } else { "" },
                size_text(&weight),
                size_text(&input),
                input[1]
            );
            return Err(TensorError::runtime(message).with_shapes(ShapeClash {
                op: "convolution".into(),
                rule: "The input must have as many channels as the filters look at.".into(),
                because: format!(
                    "The filters look at {wanted} channels, the input has {}.",
                    input[1]
                ),
                culprits: vec![(0, 1), (1, usize::from(!transposed))],
                shapes: vec![input, weight],
            }));
        }
        let outputs = if transposed {
            weight[1] * groups
        } else {
            weight[0]
        };
        if args.has(2) && args.shape(2)?.as_slice() != [outputs] {
            return Err(TensorError::runtime(format!(
                "Given {}weight of size {}, expected bias to be 1-dimensional with {outputs} elements, but got bias of size \
                 {} instead",
                if transposed { "transposed=1, " } else { "" },
                size_text(&weight),
                size_text(&args.shape(2)?)
            )));
        }
        let mut geometry = Geometry::read(args, [usize::MAX, 3, 4, 5], spatial)?;
        geometry.kernel = Shape::from_slice(&weight[2..]);
        if !transposed {
            let windows = Windows::new("convolution", &input, &geometry)?;
            let mut output: Shape = smallvec![input[0], outputs];
            output.extend_from_slice(&windows.counts);
            return Ok(Plan {
                transposed,
                groups,
                batch: input[0],
                image_channels: input[1] / groups,
                filter_channels: outputs / groups,
                windows,
                output,
            });
        }
        let extra = args.ints(7)?.unwrap_or_default();
        let mut output: Shape = smallvec![input[0], outputs];
        for d in 0..spatial {
            let reach = geometry.dilation[d] * (geometry.kernel[d] - 1) + 1;
            let more = if extra.len() == 1 {
                extra[0]
            } else {
                extra.get(d).copied().unwrap_or(0)
            } as usize;
            let whole = (input[2 + d].max(1) - 1) * geometry.stride[d] + reach + more;
            output.push(whole.saturating_sub(2 * geometry.padding[d]));
        }
        let mut windows = Windows::new("convolution", &output, &geometry)?;
        windows.counts = Shape::from_slice(&input[2..]);
        Ok(Plan {
            transposed,
            groups,
            batch: input[0],
            image_channels: outputs / groups,
            filter_channels: input[1] / groups,
            windows,
            output,
        })
    }

    /// Rows and columns of one group's windows as a matrix.
    fn columns(&self) -> (usize, usize) {
        (
            self.image_channels * self.windows.kernel_size(),
            self.windows.count(),
        )
    }

    fn image_size(&self) -> usize {
        self.image_channels * self.windows.size()
    }

    fn filtered_size(&self) -> usize {
        self.filter_channels * self.windows.count()
    }

    /// The filtered side of an image: `filters (f x r) @ windows (r x l)`.
    fn filter<T: Product>(&self, image: &[T], weight: &[T], out: &mut [T]) {
        let (rows, count) = self.columns();
        let mut columns = vec![T::ZERO; rows * count];
        for part in 0..self.batch * self.groups {
            let filters = &weight[part % self.groups * self.filter_channels * rows..]
                [..self.filter_channels * rows];
            self.windows.gather(
                &image[part * self.image_size()..][..self.image_size()],
                self.image_channels,
                &mut columns,
            );
            let out = &mut out[part * self.filtered_size()..][..self.filtered_size()];
            T::gemm(
                Matrix::dense(filters, self.filter_channels, rows),
                Matrix::dense(&columns, rows, count),
                out,
            );
        }
    }

    /// The other way round: puts filters into an image.
    fn spread<T: Product>(&self, filtered: &[T], weight: &[T], image: &mut [T]) {
        let (rows, count) = self.columns();
        let mut columns = vec![T::ZERO; rows * count];
        for part in 0..self.batch * self.groups {
            let filters = &weight[part % self.groups * self.filter_channels * rows..]
                [..self.filter_channels * rows];
            columns.fill(T::ZERO);
            T::gemm(
                Matrix::dense(filters, self.filter_channels, rows).t(),
                Matrix::dense(
                    &filtered[part * self.filtered_size()..][..self.filtered_size()],
                    self.filter_channels,
                    count,
                ),
                &mut columns,
            );
            let image = &mut image[part * self.image_size()..][..self.image_size()];
            self.windows.scatter(&columns, self.image_channels, image);
        }
    }

    /// The gradient of the filters: `filtered (f x l) @ windows^T (l x r)`, summed over the batch.
    fn correlate<T: Product>(&self, image: &[T], filtered: &[T], weight: &mut [T]) {
        let (rows, count) = self.columns();
        let mut columns = vec![T::ZERO; rows * count];
        for part in 0..self.batch * self.groups {
            self.windows.gather(
                &image[part * self.image_size()..][..self.image_size()],
                self.image_channels,
                &mut columns,
            );
            let filters = &mut weight[part % self.groups * self.filter_channels * rows..]
                [..self.filter_channels * rows];
            T::gemm(
                Matrix::dense(
                    &filtered[part * self.filtered_size()..][..self.filtered_size()],
                    self.filter_channels,
                    count,
                ),
                Matrix::dense(&columns, rows, count).t(),
                filters,
            );
        }
    }
}

fn shape(args: &Args) -> Result<Shapes> {
    shape_of(Plan::new(args)?.output, args.meta(0)?.1)
}

fn forward(args: &Args) -> Result<Out> {
    let plan = Plan::new(args)?;
    let (input, weight) = (args.array(0)?.contiguous()?, args.array(1)?.contiguous()?);
    if input.dtype() != weight.dtype() {
        return Err(TensorError::runtime(format!(
            "Input type (torch.{}Tensor) and weight type (torch.{}Tensor) should be the same",
            input.dtype().word(),
            weight.dtype().word()
        )));
    }
    let bias = args
        .optional_tensor(2)?
        .map(|bias| bias.array().contiguous())
        .transpose()?;
    budget::check(numel(&plan.output), input.dtype())?;
    one(dispatch_real!(input.dtype(), T => {
        let mut out = vec![0.0; numel(&plan.output)];
        let per_channel = numel(&plan.output[2..]);
        if let (Some(bias), true) = (&bias, per_channel > 0) {
            let bias = bias.slice::<T>();
            for (channel, line) in out.chunks_exact_mut(per_channel).enumerate() {
                line.fill(bias[channel % bias.len()]);
            }
        }
        let (data, filters) = (input.slice::<T>(), weight.slice::<T>());
        if plan.transposed {
            plan.spread::<T>(&data, &filters, &mut out);
        } else {
            plan.filter::<T>(&data, &filters, &mut out);
        }
        Array::from_vec(out, plan.output.clone())
    }, _ => return Err(not_implemented("slow_conv2d_cpu", input.dtype()))))
}

fn backward(ctx: &Context) -> Result<Grads> {
    if ctx.create_graph() {
        return ctx.through(compose);
    }
    let args = ctx.args();
    let plan = Plan::new(args)?;
    let (input, weight) = (args.array(0)?.contiguous()?, args.array(1)?.contiguous()?);
    let grad = ctx.grad()?.array().to_dtype(input.dtype())?.contiguous()?;
    dispatch_real!(input.dtype(), T => {
        let (data, filters, grads) = (input.slice::<T>(), weight.slice::<T>(), grad.slice::<T>());
        let of_input = ctx.needs(0).then(|| {
            let mut values = vec![0.0; data.len()];
            if plan.transposed {
                plan.filter::<T>(&grads, &filters, &mut values);
            } else {
                plan.spread::<T>(&grads, &filters, &mut values);
            }
            Tensor::new(Array::from_vec::<T>(values, input.shape().clone()))
        });
        let of_weight = ctx.needs(1).then(|| {
            let mut values = vec![0.0; filters.len()];
            if plan.transposed {
                plan.correlate::<T>(&grads, &data, &mut values);
            } else {
                plan.correlate::<T>(&data, &grads, &mut values);
            }
            Tensor::new(Array::from_vec::<T>(values, weight.shape().clone()))
        });
        let of_bias = ctx.needs(2).then(|| {
            let dims: Vec<i64> = (0..plan.output.len() as i64).filter(|&d| d != 1).collect();
            ops::sum((&Tensor::new(grad.clone()), &dims[..]))
        });
        Ok(smallvec![of_input, of_weight, of_bias.transpose()?])
    }, _ => Err(not_implemented("slow_conv2d_cpu", input.dtype())))
}

/// The same in ops: windows as columns, a matrix product for each group.
fn compose(args: &Args) -> Result<Outputs> {
    let plan = Plan::new(args)?;
    let (input, weight) = (args.tensor(0)?, args.tensor(1)?);
    let Windows {
        kernel,
        dilation,
        padding,
        stride,
        ..
    } = &plan.windows;
    let (groups, rows) = (plan.groups as i64, plan.columns().0 as i64);
    let batch = plan.batch as i64;
    let filters = ops::reshape((weight, &[1, groups, plan.filter_channels as i64, rows][..]))?;
    let mut y = if plan.transposed {
        let parts = ops::reshape((input, &[batch, groups, plan.filter_channels as i64, -1][..]))?;
        let columns = ops::matmul((&ops::transpose((&filters, 2, 3))?, &parts))?;
        let columns = ops::reshape((&columns, &[batch, groups * rows, -1][..]))?;
        ops::col2im((
            &columns,
            &Shape::from_slice(&plan.output[2..]),
            kernel,
            dilation,
            padding,
            stride,
        ))?
    } else {
        let columns = ops::im2col((input, kernel, dilation, padding, stride))?;
        let columns = ops::reshape((&columns, &[batch, groups, rows, -1][..]))?;
        ops::reshape((&ops::matmul((&filters, &columns))?, &plan.output))?
    };
    if let Some(bias) = args.optional_tensor(2)? {
        let channels: Vec<i64> = (0..plan.output.len())
            .map(|d| if d == 1 { -1 } else { 1 })
            .collect();
        y = ops::add((&y, &ops::reshape((bias, &channels[..]))?))?;
    }
    Ok(smallvec![y])
}
