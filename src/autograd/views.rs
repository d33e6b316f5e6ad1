//! In-place changes of views: the base gets a history through its part, and the other views follow.

use std::collections::HashMap;
use std::rc::Rc;

use smallvec::SmallVec;

use super::backward::run_node;
use super::{Edge, Edges, Kind, Node};
use crate::ops::{self, Grads};
use crate::tensor::{Array, DType, Offsets, Result, Shape, Strides, Tensor, numel};

/// Where the elements of an array lie in its storage.
#[derive(Clone, Debug)]
pub struct Geometry {
    pub shape: Shape,
    pub strides: Strides,
    pub offset: usize,
    pub dtype: DType,
}

impl Geometry {
    pub fn of(array: &Array) -> Geometry {
        Geometry {
            shape: array.shape().clone(),
            strides: array.strides().clone(),
            offset: array.offset(),
            dtype: array.dtype(),
        }
    }

    fn offsets(&self) -> Offsets {
        Offsets::new(&self.shape, &self.strides, self.offset)
    }

    /// For each element of `view`, the row-major number of the element of this array that it shares memory with.
    fn positions(&self, view: &Geometry) -> Tensor {
        let numbers: HashMap<usize, i64> = self.offsets().zip(0..).collect();
        let positions: Vec<i64> = view
            .offsets()
            .map(|at| numbers.get(&at).copied().unwrap_or(0))
            .collect();
        let count = positions.len();
        Tensor::from_vec(positions, &[count])
    }
}

/// The history of a view whose base has one: a node that puts the view's gradient into its place in the base's.
pub fn view_edge(base: &Tensor, view: &Tensor) -> Option<Edge> {
    let edge = base.gradient_edge()?;
    let (base, view) = (Geometry::of(&base.array()), Geometry::of(&view.array()));
    let meta = (view.shape.clone(), view.dtype);
    let kind = Kind::AsStrided { base, view };
    let node = Node::new(
        "AsStridedBackward0",
        kind,
        Edges::from_iter([Some(edge)]),
        SmallVec::from_iter([meta]),
    );
    Some(Edge { node, output: 0 })
}

/// The history of `base` after its view was changed in place by the op of `inner`.
pub(crate) fn copy_slices(base: &Tensor, view: &Tensor, inner: Rc<Node>) -> Edge {
    let mut edges: Edges = inner.edges().clone();
    match edges.first_mut() {
        Some(first) => *first = base.gradient_edge(),
        None => edges.push(base.gradient_edge()),
    }
    let (base, view) = (Geometry::of(&base.array()), Geometry::of(&view.array()));
    let meta = (base.shape.clone(), base.dtype);
    let node = Node::new(
        "CopySlices",
        Kind::CopySlices { inner, base, view },
        edges,
        SmallVec::from_iter([meta]),
    );
    Edge { node, output: 0 }
}

pub(super) fn run_as_strided(base: &Geometry, view: &Geometry, grads: &Grads) -> Result<Grads> {
    let Some(Some(grad)) = grads.first() else {
        return Ok(Grads::new());
    };
    let zeros = Tensor::new(Array::zeros(
        Shape::from_slice(&[numel(&base.shape)]),
        grad.dtype(),
    )?);
    let flat = ops::reshape((grad, &[-1i64][..]))?;
    let sum = ops::index_add((&zeros, 0, &base.positions(view), &flat))?;
    Ok(Grads::from_iter([Some(ops::reshape((&sum, &base.shape))?)]))
}

pub(crate) fn run_copy_slices(
    inner: &Rc<Node>,
    base: &Geometry,
    view: &Geometry,
    grads: &Grads,
) -> Result<Grads> {
    let Some(Some(grad)) = grads.first() else {
        return Ok(Grads::new());
    };
    let positions = base.positions(view);
    let flat = ops::reshape((grad, &[-1i64][..]))?;
    let part = ops::reshape((&ops::index_select((&flat, 0, &positions))?, &view.shape))?;
    let mut through = run_node(inner, &Grads::from_iter([Some(part)]))?;
    let rest = ops::index_fill((&flat, 0, &positions, 0.0))?;
    let whole = match through.first_mut().and_then(Option::take) {
        Some(part) => {
            ops::index_add((&rest, 0, &positions, &ops::reshape((&part, &[-1i64][..]))?))?
        }
        None => rest,
    };
    if through.is_empty() {
        through.push(None);
    }
    through[0] = Some(ops::reshape((&whole, &base.shape))?);
    Ok(through)
}
