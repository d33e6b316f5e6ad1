//! Gradients that meet: on their way through the graph, and in a leaf's `.grad`.

use crate::ops::{self, watch};
use crate::tensor::{Result, Tensor};

/// The sum of two gradients on their way; into the first one where nobody else can see it.
pub(super) fn add(sum: Tensor, grad: Tensor, create_graph: bool) -> Result<Tensor> {
    if !create_graph && sum.handles() == 1 && ops::add_into(&sum.array(), &grad.array())? {
        return Ok(sum);
    }
    ops::add((&sum, &grad))
}

/// Adds a gradient to `.grad`. The first one becomes `.grad` itself, without a copy.
pub(super) fn accumulate(
    leaf: &Tensor,
    grad: Tensor,
    create_graph: bool,
    tell: bool,
) -> Result<()> {
    let before = leaf.grad();
    let times = before.as_ref().map_or(0, |before| times(leaf, before)) + 1;
    if tell && watch::active() {
        watch::tell(|watch| watch.accumulate(leaf, &grad, before.as_ref(), times));
    }
    put(leaf, before, grad, create_graph)?;
    leaf.note_arrival(times);
    Ok(())
}

/// How many gradients `.grad` is the sum of. None of them counts after it was set to zero.
fn times(leaf: &Tensor, grad: &Tensor) -> u32 {
    match leaf.arrived() {
        Some(arrived) if arrived.grad == grad.stamp() => arrived.times,
        // It was written to: by `zero_()`, or by something that scales it.
        _ if grad.array().is_zero() => 0,
        arrived => arrived.map_or(1, |arrived| arrived.times),
    }
}

fn put(leaf: &Tensor, before: Option<Tensor>, grad: Tensor, create_graph: bool) -> Result<()> {
    let Some(before) = before else {
        let own = grad.handles() == 1 && grad.array().storage().handles() == 1;
        let fresh = match (create_graph, own && grad.array().is_contiguous()) {
            (true, _) => grad,
            (false, true) => grad,
            (false, false) => Tensor::new(grad.array().copied()?),
        };
        leaf.set_grad(Some(fresh));
        return Ok(());
    };
    if create_graph {
        leaf.set_grad(Some(ops::add((&before, &grad))?));
        return Ok(());
    }
    // In place: whoever holds `.grad` sees it grow, as in PyTorch.
    if !ops::accumulate_into(&before.array(), &grad.array())? {
        before.array().write(&ops::add((&before, &grad))?.array())?;
    }
    before.bump_version();
    Ok(())
}
