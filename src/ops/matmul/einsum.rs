//! `torch.einsum('ij,jk->ik', x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "einsum",
    signature: "(equation, operands)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "Sums of products that a formula of subscripts names.",
        formula: r"y_{ik} = \sum_j x_{ij} z_{jk}",
        gradients: &[(
            "operands",
            r"\text{einsum of } \bar{y} \text{ and the other operands, for the operand's subscripts}",
        )],
        shape_rule: "One size for each subscript after the arrow.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.einsum.html",
    },
    forward: Forward::Composite(compose),
    examples: &[
        "'ij,jk->ik', {[2,3],[3,2]}",
        "'ij->j', {[2,3]}",
        "'ii->i', {[3,3]}",
        "'bij,bjk->bik', {[2,2,3],[2,3,2]}",
        "'...ij,...jk->...ik', {[2,2,3],[2,3,2]}",
        "'i,j->ij', {[2],[3]}",
        "'ij,ij->', {[2,3],[2,3]}",
        "'ij,jk', {[2,3],[3,2]}",
        "'ij,kj,k->i', {[2,3],[4,3],[4]}",
    ],
    misuses: &[(
        "'ij,jk->ik', {[2,3],[4,5]}",
        "RuntimeError: einsum(): subscript j has size 4 for operand 1 which does not broadcast with previously seen size 3",
    )],
    ..Op::BASE
};

/// A subscript's number: letters, and dimensions under an ellipsis from `DOTS` on, counted from the right.
const DOTS: u32 = 1 << 16;

fn parse(text: &str, ndim: usize, dots: &mut usize) -> Vec<u32> {
    let (before, after) = match text.split_once("...") {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    };
    let mut labels: Vec<u32> = before.chars().map(u32::from).collect();
    if let Some(after) = after {
        let count = ndim.saturating_sub(before.len() + after.len());
        *dots = (*dots).max(count);
        labels.extend((0..count).rev().map(|i| DOTS + i as u32));
        labels.extend(after.chars().map(u32::from));
    }
    labels
}

fn compose(args: &Args) -> Result<Outputs> {
    let equation: String = args
        .text(0, "")?
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let operands = args.tensor_list(1)?;
    let (inputs, output) = match equation.split_once("->") {
        Some((inputs, output)) => (inputs, Some(output)),
        None => (equation.as_str(), None),
    };
    let texts: Vec<&str> = inputs.split(',').collect();
    if texts.len() != operands.len() {
        let which = if texts.len() > operands.len() {
            "fewer"
        } else {
            "more"
        };
        return Err(TensorError::runtime(format!(
            "einsum(): {which} operands were provided than specified in the equation"
        )));
    }
    let mut dots = 0;
    let mut sizes: std::collections::BTreeMap<u32, usize> = Default::default();
    let mut parsed = Vec::new();
    for (number, (text, operand)) in texts.iter().zip(operands).enumerate() {
        let labels = parse(text, operand.ndim(), &mut dots);
        if labels.len() != operand.ndim() {
            return Err(TensorError::runtime(format!(
                "einsum(): the number of subscripts in the equation ({}) does not match the number of dimensions ({}) for \
                 operand {number} and no ellipsis was given",
                labels.len(),
                operand.ndim()
            )));
        }
        for (&label, &size) in labels.iter().zip(&operand.shape()) {
            let seen = sizes.entry(label).or_insert(size);
            if *seen == 1 {
                *seen = size;
            } else if size != 1 && size != *seen {
                return Err(TensorError::runtime(format!(
                    "einsum(): subscript {} has size {size} for operand {number} which does not broadcast with previously \
                     seen size {seen}",
                    char::from_u32(label).unwrap_or('.')
                )));
            }
        }
        parsed.push(labels);
    }
    let out_labels = match output {
        Some(text) => parse(text, text.replace("...", "").len() + dots, &mut dots),
        // Without an arrow: the subscripts that occur once, in order of the alphabet.
        None => {
            let once = |label: &u32| {
                parsed
                    .iter()
                    .flatten()
                    .filter(|other| *other == label)
                    .count()
                    == 1
            };
            let ellipsis = (0..dots).rev().map(|i| DOTS + i as u32);
            ellipsis
                .chain(
                    sizes
                        .keys()
                        .copied()
                        .filter(|label| *label < DOTS && once(label)),
                )
                .collect()
        }
    };
    for &label in &out_labels {
        if !sizes.contains_key(&label) {
            return Err(TensorError::runtime(format!(
                "einsum(): output subscript {} does not appear in the equation for any input operand",
                char::from_u32(label).unwrap_or('.')
            )));
        }
    }
    let mut terms: Vec<(Tensor, Vec<u32>)> = Vec::new();
    for (operand, labels) in operands.iter().zip(&parsed) {
        terms.push(diagonals(operand.clone(), labels.clone())?);
    }
    let mut result = terms.remove(0);
    while !terms.is_empty() {
        let next = terms.remove(0);
        let later = |label: &u32| {
            out_labels.contains(label) || terms.iter().any(|(_, labels)| labels.contains(label))
        };
        result = contract(result, next, &later)?;
    }
    let summed: Vec<i64> = (0..result.1.len())
        .filter(|&d| !out_labels.contains(&result.1[d]))
        .map(|d| d as i64)
        .collect();
    let mut tensor = result.0;
    if !summed.is_empty() {
        tensor = ops::sum((&tensor, &summed[..]))?;
    }
    let left: Vec<u32> = result
        .1
        .into_iter()
        .filter(|label| out_labels.contains(label))
        .collect();
    let order: Vec<i64> = out_labels
        .iter()
        .filter_map(|label| left.iter().position(|l| l == label))
        .map(|d| d as i64)
        .collect();
    let sorted = order.iter().enumerate().all(|(i, &d)| i as i64 == d);
    Ok(smallvec![if sorted {
        tensor
    } else {
        ops::permute((&tensor, &order[..]))?
    }])
}

/// A subscript that occurs twice in one operand means its diagonal.
fn diagonals(mut tensor: Tensor, mut labels: Vec<u32>) -> Result<(Tensor, Vec<u32>)> {
    while let Some((a, b)) = (0..labels.len()).find_map(|a| {
        (a + 1..labels.len())
            .find(|&b| labels[a] == labels[b])
            .map(|b| (a, b))
    }) {
        tensor = ops::diagonal((&tensor, 0, a, b))?;
        let label = labels.remove(b);
        labels.remove(a);
        labels.push(label);
    }
    Ok((tensor, labels))
}

/// Multiplies two terms and sums over the subscripts that nobody needs later, as one batched matrix product.
fn contract(
    a: (Tensor, Vec<u32>),
    b: (Tensor, Vec<u32>),
    later: &dyn Fn(&u32) -> bool,
) -> Result<(Tensor, Vec<u32>)> {
    let shared: Vec<u32> =
        a.1.iter()
            .copied()
            .filter(|label| b.1.contains(label))
            .collect();
    let (batch, inner): (Vec<u32>, Vec<u32>) = shared.iter().partition(|label| later(label));
    let own = |labels: &[u32]| {
        labels
            .iter()
            .copied()
            .filter(|label| !shared.contains(label))
            .collect::<Vec<_>>()
    };
    let (rows, columns) = (own(&a.1), own(&b.1));
    let size = |label: &u32| {
        let of =
            |t: &(Tensor, Vec<u32>)| t.1.iter().position(|l| l == label).map(|d| t.0.shape()[d]);
        of(&a).unwrap_or(1).max(of(&b).unwrap_or(1))
    };
    let total = |labels: &[u32]| labels.iter().map(size).product::<usize>() as i64;
    // Brings a term into the order batch, first, second, sizes of 1 expanded, and joins each of the three.
    let lay = |t: &(Tensor, Vec<u32>), first: &[u32], second: &[u32]| -> Result<Tensor> {
        let wanted: Vec<u32> = batch.iter().chain(first).chain(second).copied().collect();
        let order: Vec<i64> = wanted
            .iter()
            .filter_map(|label| t.1.iter().position(|l| l == label))
            .map(|d| d as i64)
            .collect();
        let full: Shape = wanted.iter().map(size).collect();
        let moved = ops::permute((&t.0, &order[..]))?;
        let wide = if moved.shape() == full {
            moved
        } else {
            ops::expand((&moved, &full))?
        };
        ops::reshape((&wide, &[total(&batch), total(first), total(second)][..]))
    };
    let product = ops::bmm((&lay(&a, &rows, &inner)?, &lay(&b, &inner, &columns)?))?;
    let labels: Vec<u32> = batch.iter().chain(&rows).chain(&columns).copied().collect();
    let shape: Shape = labels.iter().map(size).collect();
    Ok((ops::reshape((&product, &shape))?, labels))
}
