//! What in-place changes, repeated backwards and retained gradients do. Expected values are PyTorch 2.15's.

use kindling::autograd::Backward;
use kindling::ops;
use kindling::tensor::Tensor;

fn leaf(values: &[f64]) -> Tensor {
    let tensor = Tensor::from_vec(values.to_vec(), &[values.len()]);
    tensor.set_requires_grad(true).unwrap();
    tensor
}

fn backward(root: &Tensor) -> Result<(), String> {
    let mut walk = Backward::new(std::slice::from_ref(root), &[None], false, false, None)
        .map_err(|e| e.message)?;
    walk.run().map_err(|e| e.message)
}

fn grad(tensor: &Tensor) -> Vec<f64> {
    tensor.grad().expect("a gradient").array().to_f64_vec()
}

fn node_name(tensor: &Tensor) -> String {
    tensor.grad_fn().expect("a history").node.name().to_string()
}

#[test]
fn a_changed_view_changes_the_history_of_its_base_and_of_other_views() {
    let x = leaf(&[1.0, 2.0, 3.0]);
    let y = ops::mul((&x, 2.0)).unwrap();
    let view = ops::narrow((&y, 0, 1, 2)).unwrap();
    let other = ops::t(&y).unwrap();
    ops::call_in_place(&ops::elementwise::mul::OP, (&view, 3.0).into()).unwrap();
    assert_eq!(node_name(&y), "CopySlices");
    assert_eq!(node_name(&view), "AsStridedBackward0");
    assert_eq!(node_name(&other), "AsStridedBackward0");
    let weights = Tensor::from_vec(vec![1.0, 2.0, 3.0], &[3]);
    let first = ops::sum(&ops::mul((&y, &weights)).unwrap()).unwrap();
    let second = ops::sum(&ops::mul((&view, &view)).unwrap()).unwrap();
    backward(&ops::add((&first, &second)).unwrap()).unwrap();
    assert_eq!(grad(&x), [2.0, 156.0, 234.0]);
}

#[test]
fn a_view_that_is_written_to_gives_its_base_a_history() {
    let base = Tensor::from_vec(vec![0.0; 3], &[3]);
    let b = leaf(&[2.0, 3.0]);
    let part = ops::narrow((&base, 0, 1, 2)).unwrap();
    let squares = ops::mul((&b, &b)).unwrap();
    ops::call_in_place(&ops::view::copy::OP, (&part, &squares).into()).unwrap();
    assert!(base.requires_grad());
    backward(&ops::sum(&base).unwrap()).unwrap();
    assert_eq!(grad(&b), [4.0, 6.0]);
}

#[test]
fn a_saved_tensor_that_was_changed_is_found_out() {
    let x = leaf(&[1.0, 2.0]);
    let y = ops::exp(&x).unwrap();
    ops::call_in_place(&ops::elementwise::add::OP, (&y, 1).into()).unwrap();
    let error = backward(&ops::sum(&y).unwrap()).unwrap_err();
    assert_eq!(
        error,
        "one of the variables needed for gradient computation has been modified by an inplace operation: \
         [torch.DoubleTensor [2]], which is output 0 of Exp, is at version 1; expected version 0 instead. Hint: enable \
         anomaly detection to find the operation that failed to compute its gradient, with \
         torch.autograd.set_detect_anomaly(True, check_nan=False)."
    );
}

#[test]
fn a_graph_can_be_walked_once() {
    let x = leaf(&[1.0, 2.0]);
    let sum = ops::sum(&ops::mul((&x, &x)).unwrap()).unwrap();
    backward(&sum).unwrap();
    let error = backward(&sum).unwrap_err();
    assert!(
        error.starts_with("Trying to backward through the graph a second time"),
        "{error}"
    );
    assert_eq!(grad(&x), [2.0, 4.0]);
}

#[test]
fn gradients_add_up_and_are_kept_where_asked_for() {
    let x = leaf(&[1.0, 2.0]);
    for _ in 0..2 {
        let y = ops::mul((&x, 3.0)).unwrap();
        y.retain_grad().unwrap();
        backward(&ops::sum(&ops::mul((&y, &y)).unwrap()).unwrap()).unwrap();
        assert_eq!(grad(&y), [6.0, 12.0]);
    }
    assert_eq!(grad(&x), [36.0, 72.0]);
}

#[test]
fn leaves_are_not_changed_in_place() {
    let x = leaf(&[1.0, 2.0]);
    let error = ops::call_in_place(&ops::elementwise::add::OP, (&x, 1).into()).unwrap_err();
    assert_eq!(
        error.message,
        "a leaf Variable that requires grad is being used in an in-place operation."
    );
}

/// A graph as deep as a long loop is let go of without recursion.
#[test]
fn a_deep_graph_is_dropped() {
    let x = leaf(&[1.0]);
    let mut y = ops::mul((&x, 1.0)).unwrap();
    for _ in 0..200_000 {
        y = ops::add((&y, 1.0)).unwrap();
    }
    drop(y);
    assert!(x.grad().is_none());
}

#[test]
fn what_does_not_fit_into_memory_is_an_error() {
    let small = Tensor::scalar(1.0);
    let huge = ops::expand((&small, &[1_000_000i64, 1_000_000][..])).unwrap();
    let error = ops::add((&huge, 1.0)).unwrap_err();
    assert!(
        error
            .message
            .contains("DefaultCPUAllocator: can't allocate memory: you tried to allocate"),
        "{error}"
    );
}
