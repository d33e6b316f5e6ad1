//! `x.chunk(2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "chunk",
    signature: "(input, chunks, dim=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "A number of parts of equal size (the last may be smaller), without copying.",
        formula: r"x = [y_1; y_2; \dots]",
        gradients: &[("input", r"[\bar{y}_1; \bar{y}_2; \dots]")],
        shape_rule: "The dimension is split into at most that many parts.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.chunk.html",
    },
    shape: Some(|args| {
        let (shape, _) = args.meta(0)?;
        let dim = args.dim(2, 0, shape.len())?;
        let length = length(args, shape.get(dim))?;
        super::split::OP.shape.map_or_else(
            || Ok(Shapes::new()),
            |rule| rule(&(args.at(0), length, dim).into()),
        )
    }),
    forward: Forward::Composite(compose),
    returns: Returns::Tuple,
    examples: &["[5,2], 2", "[2,5], 3, 1"],
    misuses: &[(
        "[2,3], 0",
        "RuntimeError: chunk expects `chunks` to be greater than 0, got: 0",
    )],
    ..Op::BASE
};

fn length(args: &Args, size: Option<&usize>) -> Result<usize> {
    let Some(&size) = size else {
        return Err(TensorError::runtime(
            "chunk expects at least a 1-dimensional tensor",
        ));
    };
    match args.int(1, 1)? {
        chunks if chunks > 0 => Ok(size.div_ceil(chunks as usize).max(1)),
        chunks => Err(TensorError::runtime(format!(
            "chunk expects `chunks` to be greater than 0, got: {chunks}"
        ))),
    }
}

fn compose(args: &Args) -> Result<Outputs> {
    let shape = args.shape(0)?;
    let dim = args.dim(2, 0, shape.len())?;
    let length = length(args, shape.get(dim))?;
    call(&super::split::OP, (args.at(0), length, dim).into())
}
