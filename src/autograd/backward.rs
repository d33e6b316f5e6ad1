//! The walk from the roots back to the leaves, one node at a time, so that a stepper can stop between nodes and hooks
//! can be functions of the language.

use std::any::Any;
use std::collections::{BinaryHeap, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use smallvec::SmallVec;

use super::node::{Kind, Node, OutputHook};
use super::{Edge, GradMode};
use crate::ops::{self, Context, Grads, watch};
use crate::tensor::{Array, Hook, Result, Tensor, TensorError, shape_text};

/// A backward pass under way: `loss.backward()` or `torch.autograd.grad`.
pub struct Backward {
    retain_graph: bool,
    create_graph: bool,
    /// Nodes whose gradients are complete, by age: the youngest op first, `AccumulateGrad` before all.
    ready: BinaryHeap<Ready>,
    waiting: Map<Waiting>,
    /// With `inputs`: the nodes that lead to them. `None`: all nodes count.
    needed: Option<HashSet<u64, BuildHasherDefault<IdHasher>>>,
    captures: Vec<Capture>,
    current: Option<Current>,
}

/// What a step did, or what the caller has to do before the next one.
pub enum Step {
    /// A node ran.
    Node(Rc<Node>),
    /// A gradient was added to (or became) this leaf's `.grad`.
    Accumulate(Tensor),
    /// Call this hook with the gradient, then [`Backward::reply`] with what it returned.
    Hook {
        hook: Hook,
        grad: Tensor,
    },
    /// Call this hook with the leaf itself, then [`Backward::reply`] with nothing.
    AfterAccumulate {
        hook: Hook,
        leaf: Tensor,
    },
    /// Run this Function's backward with the gradients of its outputs, then [`Backward::reply_all`].
    Function {
        payload: Rc<dyn Any>,
        node: Rc<Node>,
        grads: Grads,
    },
    Done,
}

struct Waiting {
    /// Gradients still to come.
    dependencies: usize,
    grads: Grads,
}

struct Capture {
    edge: Edge,
    /// Adds to this tensor's `.grad` (`backward(inputs=...)`) instead of being asked for.
    into: Option<Tensor>,
    grad: Option<Tensor>,
}

/// The node at hand while its hooks are called.
struct Current {
    node: Rc<Node>,
    grads: Grads,
    hooks: VecDeque<(usize, Hook)>,
    after: VecDeque<Hook>,
    stage: Stage,
}

#[derive(PartialEq)]
enum Stage {
    /// Hooks of the outputs are to be called. `Some`: the answer of one is awaited, for that output.
    Before(Option<usize>),
    /// The Function's answer is awaited.
    Function,
    /// Hooks after accumulation. True: the answer of one is awaited.
    After(bool),
}

struct Ready(Rc<Node>);

impl Ready {
    fn priority(&self) -> (bool, u64) {
        (matches!(self.0.kind, Kind::Accumulate(_)), self.0.id())
    }
}
impl PartialEq for Ready {
    fn eq(&self, other: &Self) -> bool {
        self.priority() == other.priority()
    }
}
impl Eq for Ready {}
impl PartialOrd for Ready {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ready {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.priority().cmp(&other.priority())
    }
}

/// Node ids are unlike one another already: they need no hashing.
#[derive(Default)]
struct IdHasher(u64);
impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, id: u64) {
        self.0 = id;
    }
}
type Map<T> = HashMap<u64, T, BuildHasherDefault<IdHasher>>;

thread_local! {
    static PASSES: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Losses that nobody took are forgotten beyond this many.
const MOST_LOSSES: usize = 1 << 14;

thread_local! {
    static LOSSES: std::cell::RefCell<VecDeque<f64>> = const { std::cell::RefCell::new(VecDeque::new()) };
}

/// The roots of the last backward passes, as far as nobody has taken them: one number a pass, of roots with more than one
/// element the first.
pub fn take_losses() -> Vec<f64> {
    LOSSES.with_borrow_mut(|losses| losses.drain(..).collect())
}

fn note_loss(roots: &[Tensor]) {
    let loss = roots.first().and_then(|root| root.array().first_f64());
    LOSSES.with_borrow_mut(|losses| {
        if losses.len() >= MOST_LOSSES {
            losses.pop_front();
        }
        losses.push_back(loss.unwrap_or(f64::NAN));
    });
}

/// How many backward passes have begun on this thread: what a run at full speed is counted by.
pub fn passes() -> u64 {
    PASSES.get()
}

impl Backward {
    /// Prepares `torch.autograd.backward(roots, grads)`. `inputs`: only into these tensors' `.grad`.
    ///
    /// # Errors
    /// RuntimeError when a root needs no gradient, when a gradient is missing for a root with several elements, or has
    /// another shape than its root.
    pub fn new(
        roots: &[Tensor],
        grads: &[Option<Tensor>],
        retain_graph: bool,
        create_graph: bool,
        inputs: Option<&[Tensor]>,
    ) -> Result<Backward> {
        let into = inputs.map(|inputs| inputs.iter().map(|input| (input.clone(), true)).collect());
        Self::start(roots, grads, retain_graph, create_graph, into)
    }

    /// Prepares `torch.autograd.grad(roots, inputs, grads)`: see [`Backward::captured`].
    ///
    /// # Errors
    /// As [`Backward::new`]; RuntimeError `One of the differentiated Tensors does not require grad`.
    pub fn grad(
        roots: &[Tensor],
        inputs: &[Tensor],
        grads: &[Option<Tensor>],
        retain_graph: bool,
        create_graph: bool,
    ) -> Result<Backward> {
        let into = inputs.iter().map(|input| (input.clone(), false)).collect();
        Self::start(roots, grads, retain_graph, create_graph, Some(into))
    }

    fn start(
        roots: &[Tensor],
        grads: &[Option<Tensor>],
        retain_graph: bool,
        create_graph: bool,
        inputs: Option<Vec<(Tensor, bool)>>,
    ) -> Result<Backward> {
        PASSES.set(PASSES.get() + 1);
        note_loss(roots);
        let mut walk = Backward {
            retain_graph,
            create_graph,
            ready: BinaryHeap::new(),
            waiting: Map::default(),
            needed: None,
            captures: Vec::new(),
            current: None,
        };
        let mut starts: SmallVec<[(Edge, Tensor); 1]> = SmallVec::new();
        for (number, root) in roots.iter().enumerate() {
            let grad = root_grad(number, root, grads.get(number).cloned().flatten())?;
            let Some(edge) = root.gradient_edge() else {
                return Err(TensorError::runtime(format!(
                    "element {number} of tensors does not require grad and does not have a grad_fn"
                ))
                .because(
                    "No tensor that this one was computed from has requires_grad=True (or it was computed under no_grad, \
                     or detached), so there is nothing to go back to.",
                ));
            };
            starts.push((edge, grad));
        }
        if let Some(inputs) = inputs {
            for (input, accumulate) in inputs {
                let Some(edge) = input.gradient_edge() else {
                    return Err(TensorError::runtime(
                        "One of the differentiated Tensors does not require grad",
                    ));
                };
                walk.captures.push(Capture {
                    edge,
                    into: accumulate.then_some(input),
                    grad: None,
                });
            }
            walk.find_needed(starts.iter().map(|(edge, _)| &edge.node));
        }
        walk.count_dependencies(starts.iter().map(|(edge, _)| &edge.node));
        for (edge, grad) in starts {
            walk.deliver(&edge, grad)?;
            let waiting = walk
                .waiting
                .get(&edge.node.id())
                .is_some_and(|w| w.dependencies == 0);
            let queued = walk
                .ready
                .iter()
                .any(|ready| Rc::ptr_eq(&ready.0, &edge.node));
            if waiting && !queued {
                walk.ready.push(Ready(edge.node));
            }
        }
        Ok(walk)
    }

    fn count_dependencies<'a>(&mut self, roots: impl Iterator<Item = &'a Rc<Node>>) {
        let mut stack: Vec<Rc<Node>> = Vec::new();
        for root in roots {
            self.waiting.entry(root.id()).or_insert_with(|| {
                stack.push(root.clone());
                Waiting {
                    dependencies: 0,
                    grads: Grads::new(),
                }
            });
        }
        while let Some(node) = stack.pop() {
            for edge in node.edges().iter().flatten() {
                if self
                    .needed
                    .as_ref()
                    .is_some_and(|needed| !needed.contains(&edge.node.id()))
                {
                    continue;
                }
                let entry = self.waiting.entry(edge.node.id()).or_insert_with(|| {
                    stack.push(edge.node.clone());
                    Waiting {
                        dependencies: 0,
                        grads: Grads::new(),
                    }
                });
                entry.dependencies += 1;
            }
        }
    }

    /// Finds the nodes from which a wanted input can be reached.
    fn find_needed<'a>(&mut self, roots: impl Iterator<Item = &'a Rc<Node>>) {
        let wanted: HashSet<u64> = self
            .captures
            .iter()
            .map(|capture| capture.edge.node.id())
            .collect();
        let mut needed: HashSet<u64, BuildHasherDefault<IdHasher>> = HashSet::default();
        let mut seen: HashSet<u64, BuildHasherDefault<IdHasher>> = HashSet::default();
        // Post-order: a node is looked at a second time when all that it leads to is known.
        let mut stack: Vec<(Rc<Node>, bool)> = roots.map(|root| (root.clone(), false)).collect();
        while let Some((node, children_done)) = stack.pop() {
            if children_done {
                let leads = node
                    .edges()
                    .iter()
                    .flatten()
                    .any(|edge| needed.contains(&edge.node.id()));
                if leads || wanted.contains(&node.id()) {
                    needed.insert(node.id());
                }
            } else if seen.insert(node.id()) {
                stack.push((node.clone(), true));
                stack.extend(
                    node.edges()
                        .iter()
                        .flatten()
                        .map(|edge| (edge.node.clone(), false)),
                );
            }
        }
        self.needed = Some(needed);
    }

    /// Adds a gradient to those that wait at an edge's node.
    fn deliver(&mut self, edge: &Edge, grad: Tensor) -> Result<()> {
        let create_graph = self.create_graph;
        let Some(waiting) = self.waiting.get_mut(&edge.node.id()) else {
            return Ok(());
        };
        if waiting.grads.len() <= edge.output {
            waiting.grads.resize(edge.output + 1, None);
        }
        let slot = &mut waiting.grads[edge.output];
        *slot = Some(match slot.take() {
            None => grad,
            Some(sum) => add(sum, grad, create_graph)?,
        });
        Ok(())
    }

    /// Whether the backward pass is itself recorded: `create_graph=True`.
    pub fn creates_graph(&self) -> bool {
        self.create_graph
    }

    /// Does the next thing.
    ///
    /// # Errors
    /// RuntimeError when the graph was freed or a saved tensor was changed, and whatever a gradient formula raises.
    pub fn step(&mut self) -> Result<Step> {
        if self.current.is_none() {
            let Some(Ready(node)) = self.ready.pop() else {
                return Ok(Step::Done);
            };
            let grads = self
                .waiting
                .remove(&node.id())
                .map_or_else(Grads::new, |waiting| waiting.grads);
            self.current = Some(Current::new(node, grads));
        }
        let Some(current) = &mut self.current else {
            return Ok(Step::Done);
        };
        match &current.stage {
            Stage::Before(_) => {
                while let Some((output, hook)) = current.hooks.pop_front() {
                    if let Some(grad) = current.grads.get(output).cloned().flatten() {
                        current.stage = Stage::Before(Some(output));
                        return Ok(Step::Hook { hook, grad });
                    }
                }
                self.run_current()
            }
            Stage::After(_) => {
                let leaf = current.node.leaf();
                if let (Some(hook), Some(leaf)) = (current.after.pop_front(), leaf) {
                    current.stage = Stage::After(true);
                    return Ok(Step::AfterAccumulate { hook, leaf });
                }
                self.current = None;
                self.step()
            }
            Stage::Function => Err(TensorError::runtime(
                "the backward of a Function was not answered before the next step",
            )),
        }
    }

    /// What the hook of the last [`Step::Hook`] returned: a gradient to take the place of the former one, or nothing.
    pub fn reply(&mut self, grad: Option<Tensor>) {
        if let Some(current) = &mut self.current
            && let (Stage::Before(Some(output)), Some(grad)) = (&current.stage, grad)
        {
            current.grads[*output] = Some(grad);
        }
    }

    /// What the backward of the last [`Step::Function`] returned, one gradient per input.
    ///
    /// # Errors
    /// RuntimeError when there are not as many gradients as inputs, or one has the wrong shape.
    pub fn reply_all(&mut self, grads: Grads) -> Result<()> {
        let Some(current) = self.current.take() else {
            return Ok(());
        };
        let (got, expected) = (grads.len(), current.node.edges().len());
        let surplus_is_none = grads.iter().skip(expected).all(Option::is_none);
        if got < expected || !surplus_is_none {
            return Err(TensorError::runtime(format!(
                "function {} returned an incorrect number of gradients (expected {expected}, got {got})",
                current.node.name()
            )));
        }
        self.pass_on(&current.node, &current.grads, grads)
    }

    /// Runs to the end. For callers without hooks of a language in the graph.
    ///
    /// # Errors
    /// As [`Backward::step`].
    pub fn run(&mut self) -> Result<()> {
        loop {
            match self.step()? {
                Step::Done => return Ok(()),
                Step::Node(_) | Step::Accumulate(_) => {}
                Step::Hook { .. } | Step::AfterAccumulate { .. } => self.reply(None),
                Step::Function { node, .. } => {
                    return Err(TensorError::runtime(format!(
                        "{} can only be run by the program",
                        node.name()
                    )));
                }
            }
        }
    }

    /// After the last step of [`Backward::grad`]: the gradient of each input, `None` where none arrived.
    pub fn captured(self) -> Vec<Option<Tensor>> {
        self.captures
            .into_iter()
            .map(|capture| capture.grad)
            .collect()
    }

    fn run_current(&mut self) -> Result<Step> {
        let Some(mut current) = self.current.take() else {
            return Ok(Step::Done);
        };
        let node = current.node.clone();
        for (output, hook) in node.output_hooks() {
            if let (OutputHook::Retain(tensor), Some(Some(grad))) =
                (hook, current.grads.get(output))
                && let Some(tensor) = tensor.upgrade()
            {
                let _mode = GradMode::set(self.create_graph);
                accumulate(&tensor, grad.clone(), self.create_graph, false)?;
            }
        }
        for capture in &mut self.captures {
            if Rc::ptr_eq(&capture.edge.node, &node) {
                let grad = current.grads.get(capture.edge.output).cloned().flatten();
                match (&capture.into, &grad) {
                    (Some(tensor), Some(grad)) => {
                        let _mode = GradMode::set(self.create_graph);
                        accumulate(tensor, grad.clone(), self.create_graph, true)?;
                    }
                    _ => capture.grad = grad,
                }
            }
        }
        let _mode = GradMode::set(self.create_graph);
        let grads = match &node.kind {
            Kind::Accumulate(leaf) => {
                let grad = current.grads.get_mut(0).and_then(Option::take);
                let (Some(leaf), Some(grad)) = (leaf.upgrade(), grad) else {
                    return Ok(Step::Node(node));
                };
                if self.needed.is_some() {
                    return Ok(Step::Node(node));
                }
                accumulate(&leaf, grad, self.create_graph, true)?;
                current.after = leaf.post_accumulate_hooks().into();
                if !current.after.is_empty() {
                    current.stage = Stage::After(false);
                    self.current = Some(current);
                }
                return Ok(Step::Accumulate(leaf));
            }
            Kind::Function(payload) => {
                if !self.leads_on(&node) {
                    return Ok(Step::Node(node));
                }
                let (payload, grads) = (payload.clone(), current.grads.clone());
                current.stage = Stage::Function;
                self.current = Some(current);
                return Ok(Step::Function {
                    payload,
                    node,
                    grads,
                });
            }
            _ if !self.leads_on(&node) => return Ok(Step::Node(node)),
            _ => watch::during(node.id(), || run_node(&node, &current.grads))?,
        };
        self.pass_on(&node, &current.grads, grads)?;
        if !self.retain_graph {
            node.free();
        }
        Ok(Step::Node(node))
    }

    fn leads_on(&self, node: &Node) -> bool {
        let needed = |id: u64| {
            self.needed
                .as_ref()
                .is_none_or(|needed| needed.contains(&id))
        };
        node.edges()
            .iter()
            .flatten()
            .any(|edge| needed(edge.node.id()))
    }

    /// Hands the gradients of a node's inputs on to where the inputs came from.
    fn pass_on(&mut self, node: &Rc<Node>, outputs: &Grads, mut grads: Grads) -> Result<()> {
        for (index, edge) in node.edges().iter().enumerate() {
            let Some(edge) = edge else { continue };
            if let Some(grad) = grads.get_mut(index)
                && let Some(given) = grad.take()
            {
                *grad = Some(watch::during(node.id(), || fit(node, index, edge, given))?);
            }
        }
        if watch::active() {
            watch::tell(|watch| watch.backward_node(node, outputs, &grads));
        }
        for (index, edge) in node.edges().iter().enumerate() {
            let Some(edge) = edge else { continue };
            if let Some(grad) = grads.get_mut(index).and_then(Option::take) {
                watch::during(node.id(), || self.deliver(edge, grad))?;
            }
            if let Some(waiting) = self.waiting.get_mut(&edge.node.id()) {
                waiting.dependencies -= 1;
                if waiting.dependencies == 0 {
                    self.ready.push(Ready(edge.node.clone()));
                }
            }
        }
        Ok(())
    }
}

impl Current {
    fn new(node: Rc<Node>, grads: Grads) -> Current {
        let mut hooks: VecDeque<(usize, Hook)> = VecDeque::new();
        if let Some(leaf) = node.leaf() {
            hooks.extend(leaf.hooks().into_iter().map(|hook| (0, hook)));
        }
        for (output, hook) in node.output_hooks() {
            if let OutputHook::Call(hook) = hook {
                hooks.push_back((output, hook));
            }
        }
        Current {
            node,
            grads,
            hooks,
            after: VecDeque::new(),
            stage: Stage::Before(None),
        }
    }
}

/// The gradient to start with: as given, or 1 for a tensor with one element.
fn root_grad(number: usize, root: &Tensor, grad: Option<Tensor>) -> Result<Tensor> {
    let Some(grad) = grad else {
        if root.numel() != 1 {
            return Err(TensorError::runtime("grad can be implicitly created only for scalar outputs").because(format!(
                "This tensor has shape {}: backward() needs one number to start from. Reduce it with .sum() or .mean(), or \
                 pass gradient= of the same shape.",
                crate::tensor::size_text(&root.shape())
            )));
        }
        return Ok(Tensor::new(Array::ones(root.shape(), root.dtype())?));
    };
    if grad.shape() != root.shape() {
        return Err(TensorError::runtime(format!(
            "Mismatch in shape: grad_output[{number}] has a shape of {} and output[{number}] has a shape of {}.",
            shape_text(&grad.shape()),
            shape_text(&root.shape())
        )));
    }
    Ok(grad)
}

/// Brings a gradient to the shape and dtype of what it is the gradient of: sums what was broadcast.
fn fit(node: &Node, index: usize, edge: &Edge, mut grad: Tensor) -> Result<Tensor> {
    let Some((shape, dtype)) = edge.node.outputs().get(edge.output) else {
        return Ok(grad);
    };
    let fits = grad.array().shape() == shape;
    if !fits {
        grad = ops::sum_to_size(&grad, shape).map_err(|_| {
            TensorError::runtime(format!(
                "Function {} returned an invalid gradient at index {index} - got {} but expected shape compatible with {}",
                node.name(),
                crate::tensor::size_text(&grad.shape()),
                crate::tensor::size_text(shape)
            ))
        })?;
    }
    if grad.dtype() != *dtype {
        ops::to_dtype(&grad, *dtype)
    } else {
        Ok(grad)
    }
}

/// Runs the gradient formula of a node.
pub(crate) fn run_node(node: &Rc<Node>, grads: &Grads) -> Result<Grads> {
    match &node.kind {
        Kind::Op { op, saved } => {
            let saved = saved.borrow();
            let Some(saved) = saved.as_ref() else {
                return Err(freed());
            };
            if let Some((index, array, version)) = saved.changed() {
                return Err(changed(node, index, saved.args.len(), &array, version));
            }
            match op.backward {
                Some(formula) => formula(&Context::new(node, saved, grads)),
                None => Err(TensorError::runtime(format!(
                    "derivative for {} is not implemented",
                    op.name
                ))),
            }
        }
        Kind::CopySlices { inner, base, view } => super::run_copy_slices(inner, base, view, grads),
        Kind::AsStrided { base, view } => super::views::run_as_strided(base, view, grads),
        Kind::Accumulate(_) | Kind::Function(_) => Ok(Grads::new()),
    }
}

/// `Exp` of `ExpBackward0`.
fn function_name(node: &str) -> &str {
    let word = node.trim_end_matches(|c: char| c.is_ascii_digit());
    word.strip_suffix("Backward").unwrap_or(node)
}

fn freed() -> TensorError {
    TensorError::runtime(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already \
         been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). \
         Specify retain_graph=True if you need to backward through the graph a second time or if you need to access \
         saved tensors after calling backward.",
    )
    .because(
        "The first backward() used up what the forward pass had kept. Run the forward pass again for a fresh graph, or \
         keep this one with retain_graph=True.",
    )
}

fn changed(node: &Node, index: usize, inputs: usize, array: &Array, version: u32) -> TensorError {
    let word = array.dtype().word();
    let shape = crate::tensor::size_text(array.shape());
    let origin = if index >= inputs {
        let name = node.name();
        let name = function_name(name);
        format!(", which is output {} of {name},", index - inputs)
    } else {
        node.edges()
            .get(index)
            .and_then(Option::as_ref)
            .map_or(String::new(), |edge| {
                let name = edge.node.name();
                let name = function_name(name);
                match edge.node.kind {
                    Kind::Accumulate(_) => String::new(),
                    _ => format!(", which is output {} of {name},", edge.output),
                }
            })
    };
    TensorError::runtime(format!(
        "one of the variables needed for gradient computation has been modified by an inplace operation: \
         [torch.{word}Tensor {shape}]{origin} is at version {}; expected version {version} instead. Hint: enable anomaly \
         detection to find the operation that failed to compute its gradient, with \
         torch.autograd.set_detect_anomaly(True, check_nan=False).",
        array.storage().version(),
    ))
    .because(format!(
        "{} needs the values that this tensor had during the forward pass, and they have been overwritten since.",
        node.name()
    ))
}

/// The sum of two gradients on their way; into the first one where nobody else can see it.
fn add(sum: Tensor, grad: Tensor, create_graph: bool) -> Result<Tensor> {
    if !create_graph && sum.handles() == 1 && ops::add_into(&sum.array(), &grad.array())? {
        return Ok(sum);
    }
    ops::add((&sum, &grad))
}

/// Adds a gradient to `.grad`. The first one becomes `.grad` itself, without a copy.
fn accumulate(leaf: &Tensor, grad: Tensor, create_graph: bool, tell: bool) -> Result<()> {
    let before = leaf.grad();
    if tell && watch::active() {
        watch::tell(|watch| watch.accumulate(leaf, &grad, before.as_ref()));
    }
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
