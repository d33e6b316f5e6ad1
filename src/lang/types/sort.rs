//! Sorting: `list.sort`, `sorted`, `min` and `max` by key.
//!
//! Keys are computed first, one call after the other (a key function may be Python code, so this is a continuation), then the
//! items are merged by `<`, stably, as CPython orders them.

use std::rc::Rc;

use super::define::{Def, flow};
use crate::lang::native::{CallArgs, Continuation, Flow, NativeFn, Signature};
use crate::lang::objects::{Builtin, List, intern};
use crate::lang::{Exception, PyResult, Value, Vm, type_error, value_error};

/// `list.sort`.
pub const METHODS: &[Def] = &[flow(
    "sort",
    "(self, /, *, key=None, reverse=False)",
    |vm, args| {
        let Value::List(list) = args[0].base() else {
            return Err(type_error("descriptor requires a 'list' object"));
        };
        let reverse = vm.truthy(&args[2])?;
        // The list is empty while it is sorted, so that a key function that looks at it cannot spoil it.
        let items = std::mem::take(&mut *list.items.borrow_mut());
        by_key(
            vm,
            items,
            &args[1],
            After {
                reverse,
                home: Some(list.clone()),
            },
        )
    },
)];

/// `sorted(iterable, key=None, reverse=False)`: the items as a new list.
pub fn sorted(vm: &mut Vm, items: Vec<Value>, key: &Value, reverse: bool) -> PyResult<Flow> {
    by_key(
        vm,
        items,
        key,
        After {
            reverse,
            home: None,
        },
    )
}

/// What becomes of the sorted items.
struct After {
    reverse: bool,
    /// The list that is sorted in place; None makes a new one.
    home: Option<Rc<List>>,
}

fn by_key(vm: &mut Vm, items: Vec<Value>, key: &Value, after: After) -> PyResult<Flow> {
    if key.is_none() {
        return Ok(merge_call(items, None, after));
    }
    Keys {
        items,
        keys: Vec::new(),
        function: key.clone(),
        after,
    }
    .next(vm)
}

/// Computes the keys.
struct Keys {
    items: Vec<Value>,
    keys: Vec<Value>,
    function: Value,
    after: After,
}

impl Keys {
    fn next(self, _: &mut Vm) -> PyResult<Flow> {
        match self.items.get(self.keys.len()) {
            Some(item) => Ok(Flow::Call {
                callee: self.function.clone(),
                args: CallArgs::positional([item.clone()]),
                then: Box::new(self),
            }),
            None => Ok(merge_call(self.items, Some(self.keys), self.after)),
        }
    }
}

impl Continuation for Keys {
    fn resume(
        mut self: Box<Self>,
        vm: &mut Vm,
        result: Result<Value, Exception>,
    ) -> PyResult<Flow> {
        match result {
            Ok(key) => {
                self.keys.push(key);
                self.next(vm)
            }
            Err(exception) => {
                if let Some(home) = &self.after.home {
                    *home.items.borrow_mut() = std::mem::take(&mut self.items);
                }
                Err(exception)
            }
        }
    }
}

thread_local! {
    /// The second half of sorting, which may be started again whenever a comparison is Python code.
    static MERGE: Value = Value::Builtin(Rc::new(Builtin {
        name: intern("sort"),
        owner: None,
        module: None,
        signature: Rc::new(Signature::parse("(items, keys, reverse, home, /)")),
        function: NativeFn::Plain(merge_into),
        is_method: false,
        doc: "",
    }));
}

fn merge_call(items: Vec<Value>, keys: Option<Vec<Value>>, after: After) -> Flow {
    let keys = keys.map_or(Value::None, Value::list);
    let home = after.home.map_or(Value::None, Value::List);
    Flow::TailCall {
        callee: MERGE.with(Value::clone),
        args: CallArgs::positional([Value::list(items), keys, Value::Bool(after.reverse), home]),
    }
}

fn merge_into(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let (Value::List(items), Value::Bool(reverse)) = (&args[0], &args[2]) else {
        return Err(type_error("sort takes a list"));
    };
    let result = order(vm, &items.items.borrow(), &args[1], *reverse);
    if matches!(&result, Err(exception) if exception.is_needs_python()) {
        return result.map(Value::list);
    }
    let Value::List(home) = &args[3] else {
        return result.map(Value::list);
    };
    let touched = !home.is_empty();
    let (sorted, error) = match result {
        Ok(sorted) => (sorted, None),
        Err(exception) => (items.to_vec(), Some(exception)),
    };
    *home.items.borrow_mut() = sorted;
    match error {
        Some(exception) => Err(exception),
        None if touched => Err(value_error("list modified during sort")),
        None => Ok(Value::None),
    }
}

fn order(vm: &mut Vm, items: &[Value], keys: &Value, reverse: bool) -> PyResult<Vec<Value>> {
    let keys: Vec<Value> = if let Value::List(keys) = keys {
        keys.to_vec()
    } else {
        items.to_vec()
    };
    let mut places: Vec<usize> = (0..items.len()).collect();
    // Reversed before and after, a stable sort keeps equal items in their first order.
    if reverse {
        places.reverse();
    }
    if !plain_sort(&keys, &mut places) {
        places = merge_sort(vm, &keys, places)?;
    }
    if reverse {
        places.reverse();
    }
    Ok(places.into_iter().map(|at| items[at].clone()).collect())
}

/// Sorts keys that are all small ints, all floats (no NaN) or all texts, without asking anyone.
fn plain_sort(keys: &[Value], places: &mut [usize]) -> bool {
    match keys.first() {
        Some(Value::Int(_)) => {
            let Some(keys) = all(keys, |key| {
                if let Value::Int(int) = key {
                    Some(*int)
                } else {
                    None
                }
            }) else {
                return false;
            };
            places.sort_by_key(|&at| keys[at]);
        }
        Some(Value::Float(_)) => {
            let float = |key: &Value| {
                if let Value::Float(float) = key {
                    Some(*float)
                } else {
                    None
                }
            };
            let Some(keys) = all(keys, |key| float(key).filter(|float| !float.is_nan())) else {
                return false;
            };
            // Without NaN every two floats compare; -0.0 and 0.0 are equal, as `partial_cmp` has it.
            places.sort_by(|&a, &b| {
                keys[a]
                    .partial_cmp(&keys[b])
                    .unwrap_or(std::cmp::Ordering::Equal)
            });
        }
        Some(Value::Str(_)) => {
            let Some(keys) = all(keys, |key| {
                if let Value::Str(text) = key {
                    Some(text.clone())
                } else {
                    None
                }
            }) else {
                return false;
            };
            places.sort_by(|&a, &b| keys[a].as_str().cmp(keys[b].as_str()));
        }
        Some(_) => return false,
        None => {}
    }
    true
}

fn all<T>(keys: &[Value], read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    keys.iter().map(read).collect()
}

/// Short runs are sorted as CPython sorts them, comparison by comparison: a learner who prints in `__lt__` sees the same.
const SHORT: usize = 64;

/// The run that the places begin with is kept (a falling one turned round); the others are inserted by bisection.
fn insertion_sort(vm: &mut Vm, keys: &[Value], mut places: Vec<usize>) -> PyResult<Vec<usize>> {
    let less = |vm: &mut Vm, a: usize, b: usize| vm.less(&keys[a], &keys[b]);
    let mut sorted = 2.min(places.len());
    if places.len() >= 2 {
        let falling = less(vm, places[1], places[0])?;
        while sorted < places.len() && less(vm, places[sorted], places[sorted - 1])? == falling {
            sorted += 1;
        }
        if falling {
            places[..sorted].reverse();
        }
    }
    for at in sorted..places.len() {
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = (low + high) / 2;
            if less(vm, places[at], places[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        places[low..=at].rotate_right(1);
    }
    Ok(places)
}

fn merge_sort(vm: &mut Vm, keys: &[Value], places: Vec<usize>) -> PyResult<Vec<usize>> {
    if places.len() < SHORT {
        return insertion_sort(vm, keys, places);
    }
    let right = merge_sort(vm, keys, places[places.len() / 2..].to_vec())?;
    let left = merge_sort(vm, keys, places[..places.len() / 2].to_vec())?;
    let mut merged = Vec::with_capacity(places.len());
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if vm.less(&keys[right[j]], &keys[left[i]])? {
            merged.push(right[j]);
            j += 1;
        } else {
            merged.push(left[i]);
            i += 1;
        }
    }
    merged.extend_from_slice(&left[i..]);
    merged.extend_from_slice(&right[j..]);
    Ok(merged)
}
