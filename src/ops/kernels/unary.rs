//! Ops that take each element by itself: one macro makes the op, its fused gradient and its gradient in ops.

/// Defines `OP` for `y = f(x)` on floating point (integers are converted first, unless `integers` says what to do).
///
/// `gradient: |g, x|` is the fused formula on elements, `backward: |g, x|` the same in ops, for create_graph. They see the
/// saved value: the input (`saves: Input`) or the output (`saves: Output`). `numbers` names float parameters by their
/// position and default; `fast` is a vectorised function over float32 slices, `fast_gradient` the fused gradient on vectors.
macro_rules! unary {
    (
        name: $name:literal,
        $(aliases: $aliases:expr,)?
        $(signature: $signature:literal,)?
        $(forms: $forms:expr,)?
        $(operators: $operators:expr,)?
        summary: $summary:literal,
        formula: $formula:literal,
        derivative: $derivative:literal,
        source: $source:literal,
        $(numbers: [$($number:ident @ $position:literal = $default:expr),*],)?
        value: |$x:ident| $value:expr,
        $(fast: $fast:path,)?
        $(integers: |$i:ident| $integers:expr,)?
        saves: $saves:ident,
        gradient: |$g:ident, $s:ident| $gradient:expr,
        $(fast_gradient: |$fg:ident, $fs:ident| $fast_gradient:expr,)?
        backward: |$tg:ident, $ts:ident| $backward:expr,
        grad_fn: $grad_fn:literal,
        $(lacks: $lacks:expr,)?
        examples: $examples:expr,
        $(misuses: $misuses:expr,)?
    ) => {
        pub static OP: Op = Op {
            name: $name,
            $(aliases: $aliases,)?
            $(signature: $signature,)?
            $(forms: $forms,)?
            $(operators: $operators,)?
            card: Card {
                summary: $summary,
                formula: $formula,
                gradients: &[("input", $derivative)],
                shape_rule: "As the input.",
                source: $source,
            },
            shape: Some($crate::ops::kernels::unary!(@shape $($integers)?)),
            forward: Forward::Kernel(forward),
            backward: Some(backward),
            grad_fn: $grad_fn,
            saves: &[Save::$saves(0)],
            $(lacks: Some($lacks),)?
            examples: $examples,
            $(misuses: $misuses,)?
            ..Op::ELEMENTWISE
        };

        fn forward(args: &Args) -> Result<Out> {
            let array = args.array(0)?;
            $crate::ops::kernels::unary!(@integers array $(, $i, $integers)?);
            let array = array.to_dtype(array.dtype().to_float())?;
            $(if array.dtype() == DType::F32 {
                return one(map_slice(&array, $fast)?);
            })?
            one(dispatch_real!(array.dtype(), T => {
                $($(let $number = T::from_f64(args.float($position, $default)?);)*)?
                map::<T, T>(&array, |$x| $value)?
            }, _ => unreachable!("converted to floating point")))
        }

        fn backward(ctx: &Context) -> Result<Grads> {
            let grad = ctx.grad()?;
            let saved = $crate::ops::kernels::unary!(@saved ctx $saves);
            if ctx.create_graph() {
                $($(let $number = ctx.args().float($position, $default)?;)*)?
                let ($tg, $ts) = (&grad, &saved);
                return ctx.only($backward?);
            }
            let (grad, saved) = (grad.array(), saved.array());
            let grad = grad.to_dtype(saved.dtype())?;
            $(if saved.dtype() == DType::F32 {
                let result = map2_lanes(&grad, &saved, saved.shape(), |$fg, $fs| $fast_gradient)?;
                return ctx.only(Tensor::new(result));
            })?
            let result = dispatch_real!(saved.dtype(), T => {
                $($(let $number = T::from_f64(ctx.args().float($position, $default)?);)*)?
                map2::<T, T, T>(&grad, &saved, saved.shape(), |$g, $s| $gradient)?
            }, _ => unreachable!("only floating point is differentiated"));
            ctx.only(Tensor::new(result))
        }
    };
    (@shape $integers:expr) => { shapes::same };
    (@shape) => { shapes::float };
    (@integers $array:ident, $i:ident, $integers:expr) => {
        if !$array.dtype().is_float() {
            let wide = map::<i64, i64>(&$array.to_dtype(DType::I64)?, |$i| $integers)?;
            return one(wide.to_dtype($array.dtype())?);
        }
    };
    (@integers $array:ident) => {};
    (@saved $ctx:ident Input) => { $ctx.tensor(0)?.clone() };
    (@saved $ctx:ident Output) => { $ctx.output(0)? };
}

/// Defines `OP` for `y = f(x)` without a gradient to speak of: a step function, or bool out of numbers.
macro_rules! step {
    (
        name: $name:literal,
        $(aliases: $aliases:expr,)?
        $(forms: $forms:expr,)?
        $(operators: $operators:expr,)?
        summary: $summary:literal,
        formula: $formula:literal,
        source: $source:literal,
        value: |$x:ident| $value:expr,
        integers: |$i:pat_param| $integers:expr,
        out: $out:ident,
        grad_fn: $grad_fn:literal,
        $(lacks: $lacks:expr,)?
        examples: $examples:expr,
    ) => {
        pub static OP: Op = Op {
            name: $name,
            $(aliases: $aliases,)?
            $(forms: $forms,)?
            $(operators: $operators,)?
            card: Card {
                summary: $summary,
                formula: $formula,
                gradients: $crate::ops::kernels::step!(@gradients $out),
                shape_rule: "As the input.",
                source: $source,
            },
            shape: Some(shapes::$out),
            forward: Forward::Kernel(forward),
            backward: $crate::ops::kernels::step!(@backward $out),
            grad_fn: $grad_fn,
            $(lacks: Some($lacks),)?
            examples: $examples,
            ..Op::ELEMENTWISE
        };

        fn forward(args: &Args) -> Result<Out> {
            let array = args.array(0)?;
            if !array.dtype().is_float() {
                let wide = map::<i64, _>(&array.to_dtype(DType::I64)?, |$i| $integers)?;
                return one(if wide.dtype() == DType::Bool { wide } else { wide.to_dtype(array.dtype())? });
            }
            one(dispatch_real!(array.dtype(), T => map::<T, _>(&array, |$x| $value)?, _ => unreachable!("floating point")))
        }
    };
    (@gradients same) => { &[("input", "0")] };
    (@gradients bool) => { &[] };
    (@backward same) => { Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }) };
    (@backward bool) => { None };
}

/// Defines `OP` for a comparison of two operands.
macro_rules! comparison {
    (
        name: $name:literal,
        aliases: $aliases:expr,
        operators: $operators:expr,
        summary: $summary:literal,
        formula: $formula:literal,
        value: |$x:ident, $y:ident| $value:expr,
    ) => {
        pub static OP: Op = Op {
            name: $name,
            aliases: $aliases,
            signature: "(input, other)",
            forms: Forms::ALL,
            operators: $operators,
            card: Card {
                summary: $summary,
                formula: $formula,
                gradients: &[],
                shape_rule: "The shapes are broadcast; the dtype is bool.",
                source: concat!("https://docs.pytorch.org/docs/stable/generated/torch.", $name, ".html"),
            },
            shape: Some(shapes::comparison),
            forward: Forward::Kernel(|args| {
                let pair = Pair::new(args, 0, 1)?;
                one(dispatch_wide!(pair.dtype, T => pair.map::<T, bool>(|$x, $y| $value)?))
            }),
            examples: &["[2,3], [3]", "i[4], 2", "[3], i[3]", "n[4], 0.5", "[0], [1]"],
            misuses: &[(
                "[3], [4]",
                "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
            )],
            ..Op::BASE
        };
    };
}

pub(crate) use {comparison, step, unary};
