//! Reading and writing through indices, forward and backward, as PyTorch does.

use kindling::autograd::Backward;
use kindling::ops::{self, Arg, indexing};
use kindling::tensor::index::IndexItem;
use kindling::tensor::{Array, DType, Result, Tensor};
use serde_json::{Value, json};

/// A nested list as a tensor.
fn nested(value: &Value, dtype: DType) -> Tensor {
    let (mut shape, mut flat, mut level) = (Vec::new(), vec![value], value);
    while let Some(items) = level.as_array() {
        shape.push(items.len());
        flat = flat
            .into_iter()
            .flat_map(|v| v.as_array().into_iter().flatten())
            .collect();
        level = items.first().unwrap_or(&Value::Null);
    }
    let number = |v: &&Value| {
        v.as_f64()
            .unwrap_or_else(|| f64::from(u8::from(v.as_bool() == Some(true))))
    };
    let array = Array::from_vec(
        flat.iter().map(number).collect::<Vec<f64>>(),
        shape.as_slice(),
    );
    Tensor::new(array.to_dtype(dtype).expect("room"))
}

fn item(value: &Value) -> IndexItem {
    match value {
        Value::Null => IndexItem::NewAxis,
        Value::Bool(flag) => IndexItem::Bool(*flag),
        Value::Number(number) => IndexItem::Int(number.as_i64().expect("an int")),
        Value::Object(kind) => {
            let (kind, body) = kind.iter().next().expect("one kind");
            match kind.as_str() {
                "slice" => IndexItem::Slice {
                    start: body[0].as_i64(),
                    stop: body[1].as_i64(),
                    step: body[2].as_i64(),
                },
                "index" => IndexItem::Tensor(nested(body, DType::I64)),
                "int32" => IndexItem::Tensor(nested(body, DType::I32)),
                "mask" => IndexItem::Tensor(nested(body, DType::Bool)),
                _ => IndexItem::Tensor(nested(body, DType::F32)),
            }
        }
        _ => IndexItem::Ellipsis,
    }
}

fn items(value: &Value) -> Vec<IndexItem> {
    value.as_array().expect("items").iter().map(item).collect()
}

fn shape(value: &Value) -> Vec<usize> {
    value
        .as_array()
        .expect("a shape")
        .iter()
        .map(|n| n.as_u64().expect("a size") as usize)
        .collect()
}

/// A leaf with the values `start`, `start + step`, ...
fn leaf(shape: &[usize], start: f64, step: f64) -> Tensor {
    let count: usize = shape.iter().product();
    let leaf = Tensor::from_vec(
        (0..count)
            .map(|i| start + step * i as f64)
            .collect::<Vec<f64>>(),
        shape,
    );
    leaf.set_requires_grad(true).expect("a float leaf");
    leaf
}

/// Backward from the sum of elements weighted 1, 2, 3 ...
fn backward(tensor: &Tensor) -> Result<()> {
    let weights: Vec<f64> = (1..=tensor.numel()).map(|i| i as f64).collect();
    let loss = ops::sum(&ops::mul((
        tensor,
        &Tensor::from_vec(weights, &tensor.shape()),
    ))?)?;
    Backward::new(&[loss], &[None], false, false, None)?.run()
}

fn values(tensor: &Tensor) -> Vec<f64> {
    tensor.array().to_f64_vec()
}

fn grad(leaf: &Tensor) -> Vec<f64> {
    leaf.grad()
        .map_or(vec![0.0; leaf.numel()], |grad| values(&grad))
}

fn grad_fn(tensor: &Tensor) -> String {
    tensor
        .grad_fn()
        .map_or("NoneType".to_owned(), |edge| edge.node.name().to_owned())
}

fn get(case: &Value) -> Result<Value> {
    let x = leaf(&shape(&case[1]), 0.0, 1.0);
    let y = indexing::get_item(&x, &items(&case[2]))?;
    backward(&y)?;
    let (view, array) = (
        y.array().storage().same(x.array().storage()),
        y.array().clone(),
    );
    let strides = (view && y.numel() > 0).then(|| array.strides().to_vec());
    Ok(json!([
        y.shape().to_vec(),
        strides,
        values(&y),
        grad_fn(&y),
        grad(&x)
    ]))
}

fn set(case: &Value) -> Result<Value> {
    let x = leaf(&shape(&case[1]), 0.0, 1.0);
    let t = ops::mul((&x, 1))?;
    let value = match &case[3] {
        Value::Object(value) => Arg::Tensor(leaf(&shape(&value["shape"]), -1.0, -1.0)),
        Value::Bool(flag) => Arg::Bool(*flag),
        number => number
            .as_i64()
            .map_or_else(|| Arg::Float(number.as_f64().expect("a number")), Arg::Int),
    };
    indexing::set_item(&t, &items(&case[2]), &value)?;
    backward(&t)?;
    // Without autograd another path writes the same.
    let plain = Tensor::from_vec(values(&x), &x.shape());
    let plain_value = if let Arg::Tensor(value) = &value {
        Arg::Tensor(value.detach())
    } else {
        value.clone()
    };
    indexing::set_item(&plain, &items(&case[2]), &plain_value)?;
    assert_eq!(values(&plain), values(&t), "{case} without gradients");
    let value_grad = if let Arg::Tensor(value) = &value {
        Some(grad(value))
    } else {
        None
    };
    Ok(json!([values(&t), grad_fn(&t), grad(&x), value_grad]))
}

#[test]
fn indexing_is_pytorchs() {
    let cases: Vec<Value> =
        serde_json::from_str(include_str!("../data/index.json")).expect("a recording");
    assert!(cases.len() > 800);
    let mut wrong = Vec::new();
    for case in &cases {
        let (got, expected) = if case[0] == "get" {
            (get(case), &case[3])
        } else {
            (set(case), &case[4])
        };
        let got = got.unwrap_or_else(|error| json!({ "error": error.to_string() }));
        if !alike(&got, expected) {
            let what = case.as_array().map_or(String::new(), |c| {
                Value::from(c[..c.len() - 1].to_vec()).to_string()
            });
            wrong.push(format!("{what}\n  expected {expected}\n  got      {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// Equal, 1 and 1.0 and -0.0 and 0.0 being the same number.
fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b))
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}
