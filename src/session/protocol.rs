//! What the page says to a session and what a session says back: the one definition of both.
//!
//! `cargo xtask types` writes `www/src/engine/protocol.ts` from it. Lines count from 1, columns from 0 in UTF-16 units,
//! as editors count them. Instants count recorded moments from 0.

use serde::{Deserialize, Serialize};
#[cfg(feature = "types")]
use ts_rs::TS;

/// Declares protocol types: serde in camelCase both ways, and the page's types when asked for.
macro_rules! protocol {
    () => {};
    ($(#[$meta:meta])* pub struct $name:ident $body:tt $($rest:tt)*) => {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "types", derive(TS), ts(export, export_to = "protocol.ts"))]
        #[serde(rename_all = "camelCase")]
        $(#[$meta])*
        pub struct $name $body
        protocol!($($rest)*);
    };
    ($(#[$meta:meta])* pub enum $name:ident $body:tt $($rest:tt)*) => {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "types", derive(TS), ts(export, export_to = "protocol.ts"))]
        #[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
        $(#[$meta])*
        pub enum $name $body
        protocol!($($rest)*);
    };
}

protocol! {
    /// What the learner asks for. Every command is answered by an [`Update`] (the next one sent at the latest), those
    /// that ask a question by an [`Answer`] as well.
    #[serde(tag = "do")]
    pub enum Command {
        /// Takes a program: checks it, runs its first iteration dry for the picture, stands before its first line.
        Load { name: String, text: String },
        /// The text changed in the editor while nothing runs: diagnostics, hints and picture anew, by a dry run.
        Edited { text: String },
        /// One step forward or back. Back, and forward again up to the present, walk the record; nothing is run twice.
        Step { unit: Unit, back: bool },
        /// Runs until a breakpoint, the end, an error or `Pause`. Without `record` at full speed.
        Run { record: bool },
        /// Stops at the next line and stays there.
        Pause,
        /// Raises KeyboardInterrupt in the program.
        Stop,
        /// Back before the first line, same text.
        Restart,
        /// Does one of the training loop's acts in the paused frame: an index into [`LoopView::acts`].
        Act { act: u32 },
        /// Evaluates a line in the paused frame, as a Python prompt does.
        Eval { text: String },
        Breakpoints { lines: Vec<Breakpoint> },
        /// Looks at a recorded instant. Nothing runs; a later step goes on from there through the record.
        Seek { instant: u32 },
        /// Everything about one node of the graph, as of the instant looked at.
        InspectNode { node: u32 },
        /// Everything about one tensor of the record.
        InspectTensor { tensor: u32 },
        /// Which elements made this one: why is this number this?
        Why { tensor: u32, element: Vec<u32> },
        /// The layers that can be put into a program, the learner's own classes among them.
        Palette,
        /// An edit of the program text, worked out from the picture.
        Edit { edit: Edit },
        /// The text of a file that a frame stands in: a [`FrameView::file`] of the library.
        Source { file: String },
        /// Everything that can be looked up: ops, layers, losses, optimizers, schedules, functions.
        Reference,
        /// A file that the program can open by its name. The program begins anew.
        AddFile {
            name: String,
            #[cfg_attr(feature = "types", ts(type = "Uint8Array"))]
            bytes: Vec<u8>,
        },
        RemoveFile { name: String },
        /// The bytes of a file: one that was given, or one that the program wrote.
        File { name: String },
    }

    #[derive(Copy, Eq)]
    pub enum Unit { Line, Into, Out, Op, Phase, Iteration }

    pub struct Breakpoint { pub line: u32, pub condition: Option<String> }

    /// A place in a text.
    #[derive(Default)]
    pub struct Span { pub line: u32, pub column: u32, pub end_line: u32, pub end_column: u32 }

    /// An edit by palette, form or repair button.
    #[serde(tag = "kind")]
    pub enum Edit {
        /// Puts a layer into the container at `container` (a [`ModuleSlot::id`]) before its child number `index`.
        AddLayer { container: u32, index: u32, class: String, arguments: Vec<Argument> },
        RemoveLayer { slot: u32 },
        MoveLayer { slot: u32, index: u32 },
        SetArguments { slot: u32, arguments: Vec<Argument> },
    }

    /// An argument as the text has it: `out_features`, `32`.
    pub struct Argument { pub name: String, pub value: String }

    /// The answer to a question.
    #[serde(tag = "answer")]
    pub enum Answer {
        Done,
        Node { node: Box<NodeView> },
        Tensor { tensor: Box<TensorView> },
        Why { why: WhyView },
        Palette { entries: Vec<PaletteEntry> },
        /// Changes to the text, for the editor to make in one undo step. From the text last loaded or edited.
        Edits { edits: Vec<TextEdit> },
        Source { text: String },
        Reference { entries: Vec<ReferenceEntry> },
        /// A transferred Uint8Array on the page.
        File {
            name: String,
            #[cfg_attr(feature = "types", ts(type = "Uint8Array"))]
            bytes: Vec<u8>,
        },
        /// Why the question has no answer, in words for the learner.
        Refused { reason: String },
    }

    /// Replaces a span by a text.
    pub struct TextEdit { pub span: Span, pub text: String }

    /// A file; `given` by the learner and not written to since.
    pub struct FileView { pub name: String, pub bytes: u32, pub given: bool }

    /// What changed since the last update. `None` (absent) is: as before.
    #[derive(Default)]
    pub struct Update {
        /// Which run this speaks of. Grows at each load, edit and restart: an update of an older run is stale.
        pub run: u32,
        pub status: Status,
        /// Where the program stands, outermost frame first. Empty when it is not running.
        pub frames: Vec<FrameView>,
        /// The newest instant of the record, and the one looked at.
        pub head: u32,
        pub cursor: u32,
        /// Output since the last update. `clear` first empties the console.
        pub clear: bool,
        pub output: Vec<OutputChunk>,
        pub error: Option<Failure>,
        pub diagnostics: Option<Vec<Diagnostic>>,
        pub hints: Option<Vec<Hint>>,
        pub graph: Option<Graph>,
        /// State of each node and edge of the graph at the instant looked at.
        pub progress: Option<Progress>,
        pub timeline: Option<Timeline>,
        pub loop_view: Option<LoopView>,
        pub parameters: Option<Vec<ParameterView>>,
        pub variables: Option<Vec<Variable>>,
        /// New points of the loss curve since the last update (all of them after `clear`).
        pub losses: Vec<LossPoint>,
        /// New samples of gradient flow since the last update (all of them after `clear`).
        pub flow: Vec<FlowSample>,
        pub figures: Option<Vec<Figure>>,
        pub structure: Option<Vec<ModuleSlot>>,
        /// The files that the program can read or has written.
        pub files: Option<Vec<FileView>>,
        /// What the record had to let go of, in words: "iterations 3-90 thinned to every 4th".
        pub thinned: Option<String>,
    }

    #[derive(Copy, Eq, Default)]
    pub enum Status { #[default] Empty, Ready, Paused, Running, Finished, Failed, Interrupted }

    pub struct FrameView { pub file: String, pub function: String, pub span: Span }

    pub struct OutputChunk { pub stream: Stream, pub text: String, pub instant: u32 }

    /// `Prompt` is what was typed at the prompt, `Answer` what it said, `Note` a word from Kindling itself.
    #[derive(Copy, Eq)]
    pub enum Stream { Stdout, Stderr, Prompt, Answer, Note }

    /// An uncaught exception.
    pub struct Failure {
        /// `RuntimeError`
        pub kind: String,
        /// PyTorch's or Python's words.
        pub message: String,
        /// Why, with the numbers, and what it means. May be empty.
        pub because: String,
        pub traceback: String,
        pub span: Option<Span>,
        pub shape: Option<ShapeClash>,
        pub repairs: Vec<Repair>,
    }

    /// Two shapes that do not fit: which op, which shapes, which axes of which input, and the rule.
    pub struct ShapeClash { pub op: String, pub shapes: Vec<Vec<u32>>, pub rule: String, pub because: String, pub culprits: Vec<Culprit> }
    pub struct Culprit { pub input: u32, pub axis: u32 }

    /// A button that mends the program.
    pub struct Repair { pub label: String, pub edits: Vec<TextEdit> }

    pub struct Diagnostic { pub severity: Severity, pub span: Span, pub message: String, pub because: String, pub repairs: Vec<Repair> }
    #[derive(Copy, Eq)]
    pub enum Severity { Error, Warning, Note }

    /// What stands after a line: `logits [64, 10] float32`.
    pub struct Hint { pub line: u32, pub text: String, pub name: String, pub shape: Option<Vec<u32>>, pub dtype: Option<String>, pub tensor: Option<u32> }

    /// The picture of one iteration: made from the record, or from the dry run.
    pub struct Graph { pub dry: bool, pub iteration: Option<u32>, pub nodes: Vec<Node>, pub edges: Vec<Edge>, pub groups: Vec<Group> }

    pub struct Node {
        pub id: u32,
        pub kind: NodeKind,
        /// `addmm`, `0.weight`, `x`
        pub label: String,
        /// Name of the op in the op list; empty for leaves.
        pub op: String,
        pub group: Option<u32>,
        pub span: Option<Span>,
        /// `AddmmBackward0`
        pub grad_fn: Option<String>,
        pub shape: Vec<u32>,
        /// Names of the dimensions where they are known: `batch`, `features`. Empty or as long as `shape`.
        pub dims: Vec<Option<String>>,
        pub dtype: String,
        pub requires_grad: bool,
        /// Ran under no_grad, or its result was detached.
        pub cut: bool,
        /// The op that failed: its inputs are drawn, it has no output.
        pub failed: Option<ShapeClash>,
    }
    #[derive(Copy, Eq)]
    pub enum NodeKind { Op, Parameter, Data, Loss, Update }

    /// A tensor going from one node to another.
    pub struct Edge { pub id: u32, pub from: u32, pub to: u32, pub port: u32, pub shape: Vec<u32>, pub dims: Vec<Option<String>>, pub dtype: String, pub cut: bool }

    /// A module or function: a box that opens.
    pub struct Group {
        pub id: u32,
        pub parent: Option<u32>,
        /// `model.0`
        pub path: String,
        /// `0: Linear`
        pub title: String,
        pub kind: GroupKind,
        pub span: Option<Span>,
    }
    #[derive(Copy, Eq)]
    pub enum GroupKind { Module, Function }

    /// What has happened to the graph by the instant looked at.
    #[derive(Default)]
    pub struct Progress {
        /// The node that is being executed now, and which way.
        pub now: Option<u32>,
        pub backward: bool,
        /// Nodes whose forward value exists.
        pub forward_done: Vec<u32>,
        /// Nodes that backward has walked.
        pub backward_done: Vec<u32>,
        /// Nodes whose saved tensors were freed by backward.
        pub freed: Vec<u32>,
        /// Record keys: the value at each node, the gradient at each node, by node id.
        pub values: Vec<(u32, u32)>,
        pub gradients: Vec<(u32, u32)>,
        /// In words: "`0.weight.grad` was None, now holds this gradient".
        pub says: Option<String>,
    }

    #[derive(Default)]
    pub struct Timeline { pub iterations: Vec<IterationView>, pub ops: u32 }
    pub struct IterationView { pub index: u32, pub from: u32, pub to: u32, pub phases: Vec<PhaseView>, pub loss: Option<f64>, pub recorded: bool }
    pub struct PhaseView { pub phase: Phase, pub from: u32, pub to: u32 }

    #[derive(Copy, Eq)]
    pub enum Phase { Data, Forward, Loss, ZeroGrad, Backward, Step, Other }

    /// The training loop that the program stands in, and its acts in the order of the text.
    pub struct LoopView { pub span: Span, pub acts: Vec<LoopAct>, pub inside: bool }
    pub struct LoopAct { pub phase: Phase, pub label: String, pub code: String, pub span: Span, pub next: bool }

    pub struct ParameterView {
        pub name: String,
        pub shape: Vec<u32>,
        pub requires_grad: bool,
        pub grad: GradState,
        pub node: Option<u32>,
        pub value: u32,
        pub gradient: Option<u32>,
    }

    /// What `.grad` is: see the badges of the page.
    #[serde(tag = "is")]
    pub enum GradState { None, Zero, Fresh, Accumulated { times: u32 }, Stale }

    pub struct Variable { pub name: String, pub kind: String, pub text: String, pub shape: Option<Vec<u32>>, pub tensor: Option<u32> }

    pub struct LossPoint { pub iteration: u32, pub name: String, pub value: f64 }

    /// Norms after one backward pass (the number `pass` of the record, at `instant`), one entry a parameter. While the pass
    /// runs it is not `done`; a later sample of the same pass takes its place.
    pub struct FlowSample { pub pass: u32, pub done: bool, pub iteration: u32, pub instant: u32, pub bars: Vec<FlowBar> }
    pub struct FlowBar {
        pub name: String,
        pub node: Option<u32>,
        pub weight_norm: f64,
        /// None: `.grad` is None, which is not 0.
        pub grad_norm: Option<f64>,
        pub verdict: Option<Verdict>,
    }
    /// A sick gradient, with its cause in plain words.
    pub struct Verdict { pub kind: Sickness, pub says: String }
    #[derive(Copy, Eq)]
    pub enum Sickness { Vanishing, Exploding, NotReached, CutOff, NotFinite, Dead, Saturated }

    /// What the inspector shows of a node.
    pub struct NodeView {
        pub node: u32,
        pub title: String,
        pub card: Option<CardView>,
        /// The formula with this call's shapes and numbers, as LaTeX.
        pub formula: String,
        pub inputs: Vec<NamedTensor>,
        pub output: Option<TensorView>,
        pub gradient: Option<TensorView>,
        /// For a parameter: its `.grad` and the optimizer's state.
        pub grad_state: Option<GradState>,
        pub state: Vec<NamedTensor>,
        pub span: Option<Span>,
    }
    pub struct NamedTensor { pub name: String, pub tensor: TensorView, pub gradient: Option<TensorView> }

    /// Definition of an op, layer, loss or optimizer for its reader.
    pub struct CardView { pub name: String, pub signature: String, pub summary: String, pub formula: String, pub gradients: Vec<String>, pub shape_rule: String, pub source: String }

    /// A tensor to look at. At most 4096 elements come along: for a larger one the corner, and `complete` is false.
    pub struct TensorView {
        pub tensor: u32,
        pub name: String,
        pub shape: Vec<u32>,
        pub strides: Vec<i32>,
        pub dtype: String,
        pub requires_grad: bool,
        pub grad_fn: Option<String>,
        /// Names of the dimensions where they are known: `batch`, `features`.
        pub dims: Vec<Option<String>>,
        pub stats: Stats,
        /// The shape of the part in `data`.
        pub shown: Vec<u32>,
        /// Row-major. A transferred Float64Array on the page.
        #[cfg_attr(feature = "types", ts(type = "Float64Array"))]
        pub data: Vec<f64>,
        pub complete: bool,
        pub storage: u32,
        pub version: u32,
    }
    #[derive(Default)]
    pub struct Stats { pub min: f64, pub max: f64, pub mean: f64, pub std: f64, pub nan: u32, pub inf: u32, pub zeros: u32, pub count: u32 }

    pub struct WhyView { pub formula: String, pub sources: Vec<WhySource> }
    pub struct WhySource { pub tensor: u32, pub name: String, pub elements: Vec<Vec<u32>> }

    /// A layer of the palette.
    pub struct PaletteEntry { pub class: String, pub category: String, pub card: CardView, pub fields: Vec<Field>, pub own: bool }
    pub struct Field { pub name: String, pub kind: String, pub default: Option<String>, pub required: bool, pub says: String }

    /// An entry of the reference.
    pub struct ReferenceEntry {
        /// The full name: `torch.mul`, `torch.nn.Linear`. Links find it by this.
        pub id: String,
        pub kind: EntryKind,
        /// The heading that it stands under.
        pub group: String,
        pub card: CardView,
        pub gradients: Vec<InputGradient>,
        /// Other ways to write it: `x.mul`, `x * y`.
        pub ways: Vec<String>,
        pub arguments: Vec<Field>,
        /// What an optimizer keeps for each parameter.
        pub state: Vec<StateNote>,
        pub notes: Vec<String>,
        pub shapes: Vec<ShapeExample>,
        pub mistakes: Vec<Mistake>,
        pub paper: String,
        /// A program that shows it at work. Empty for what no program calls.
        pub program: String,
    }
    #[derive(Copy, Eq)]
    pub enum EntryKind { Op, Function, Layer, Loss, Optimizer, Schedule, Data }
    /// The gradient of the loss with respect to an input, as LaTeX.
    pub struct InputGradient { pub input: String, pub formula: String }
    pub struct StateNote { pub name: String, pub symbol: String, pub meaning: String }
    /// A call with shapes in the places of tensors, and the shapes that come out.
    pub struct ShapeExample { pub given: String, pub gives: String }
    /// A call that fails, and PyTorch's words for it.
    pub struct Mistake { pub call: String, pub says: String }

    /// A module in the program text that can be edited: a `Sequential`, one of its layers, an attribute set in `__init__`.
    #[derive(Default)]
    pub struct ModuleSlot {
        pub id: u32,
        pub parent: Option<u32>,
        pub index: u32,
        pub name: String,
        pub class: String,
        pub container: bool,
        pub arguments: Vec<Argument>,
        pub span: Span,
        /// Path of the module in the graph, once known: `model.0`.
        pub path: String,
    }

    /// A figure that the program made: data, drawn by the page.
    pub struct Figure { pub id: u32, pub title: String, pub alt: String, pub axes: Vec<Axes> }
    pub struct Axes { pub title: String, pub x_label: String, pub y_label: String, pub legend: bool, pub row: u32, pub column: u32, pub rows: u32, pub columns: u32, pub x_limits: Option<(f64, f64)>, pub y_limits: Option<(f64, f64)>, pub x_scale: String, pub y_scale: String, pub hidden: bool, pub marks: Vec<Mark> }
    #[serde(tag = "mark")]
    pub enum Mark {
        Line { x: Vec<f64>, y: Vec<f64>, colour: String, dash: String, marker: String, width: f64, label: String },
        Dots { x: Vec<f64>, y: Vec<f64>, colours: Vec<String>, sizes: Vec<f64>, marker: String, label: String },
        Bars { x: Vec<String>, y: Vec<f64>, colour: String, horizontal: bool, label: String },
        /// Filled bands between levels over a grid, row-major, or cells of an image.
        Field { x: Vec<f64>, y: Vec<f64>, values: Vec<f64>, levels: Vec<f64>, map: String, filled: bool },
        Image { rows: u32, columns: u32, channels: u32, values: Vec<f64>, map: String },
        Text { x: f64, y: f64, text: String },
        /// A straight line across the whole axes, at this x or (horizontal) this y.
        Rule { at: f64, horizontal: bool, colour: String, dash: String, label: String },
        Band { x: Vec<f64>, low: Vec<f64>, high: Vec<f64>, colour: String, label: String },
    }
}
