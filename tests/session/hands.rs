//! The hands: commands in, and what the page would show in lines of text.

use kindling::session::Session;
use kindling::session::protocol::*;

/// A session with all that it has told so far.
#[derive(Default)]
pub struct Hands {
    pub session: Session,
    pub last: Update,
    pub graph: Option<Graph>,
    pub progress: Option<Progress>,
    pub timeline: Option<Timeline>,
    pub loop_view: Option<LoopView>,
    pub parameters: Vec<ParameterView>,
    pub variables: Vec<Variable>,
    pub hints: Vec<Hint>,
    pub diagnostics: Vec<Diagnostic>,
    pub structure: Vec<ModuleSlot>,
    pub losses: Vec<LossPoint>,
    pub flow: Vec<FlowSample>,
    pub files: Vec<FileView>,
    pub thinned: Option<String>,
    /// What the program printed.
    pub stdout: String,
    /// All that the console shows.
    pub console: String,
}

/// Instructions of a slice: small, so that programs are cut at odd places.
const SLICE: u64 = 3_000;
/// A scenario that takes more slices hangs.
const MOST_SLICES: usize = 200_000;

impl Hands {
    pub fn on(text: &str) -> Hands {
        let mut hands = Hands::default();
        hands.give(Command::Load {
            name: "program.py".into(),
            text: text.into(),
        });
        hands
    }

    /// Gives a command and lets the session work until there is nothing more to do.
    pub fn give(&mut self, command: Command) -> Answer {
        let answer = self.begin(command);
        self.settle();
        answer
    }

    /// Gives a command and takes what is told at once.
    pub fn begin(&mut self, command: Command) -> Answer {
        self.session.command(command)
    }

    pub fn settle(&mut self) {
        for _ in 0..MOST_SLICES {
            self.slice();
            if !self.session.busy() {
                return self.slice();
            }
        }
        panic!("the session never came to rest: {:?}", self.last.status);
    }

    pub fn slice(&mut self) {
        if let Some(update) = self.session.slice(SLICE) {
            self.take(update);
        }
    }

    fn take(&mut self, update: Update) {
        if update.clear {
            self.stdout.clear();
            self.console.clear();
            self.losses.clear();
            self.flow.clear();
        }
        for chunk in &update.output {
            if chunk.stream == Stream::Stdout {
                self.stdout += &chunk.text;
            }
            self.console += &chunk.text;
        }
        self.losses.extend(update.losses.iter().cloned());
        for sample in &update.flow {
            self.flow.retain(|before| before.pass < sample.pass);
            self.flow.push(sample.clone());
        }
        fn put<T: Clone>(slot: &mut T, new: &Option<T>) {
            if let Some(new) = new {
                slot.clone_from(new);
            }
        }
        fn keep<T: Clone>(slot: &mut Option<T>, new: &Option<T>) {
            if new.is_some() {
                slot.clone_from(new);
            }
        }
        keep(&mut self.graph, &update.graph);
        keep(&mut self.progress, &update.progress);
        keep(&mut self.timeline, &update.timeline);
        keep(&mut self.loop_view, &update.loop_view);
        keep(&mut self.thinned, &update.thinned);
        put(&mut self.parameters, &update.parameters);
        put(&mut self.variables, &update.variables);
        put(&mut self.hints, &update.hints);
        put(&mut self.diagnostics, &update.diagnostics);
        put(&mut self.structure, &update.structure);
        put(&mut self.files, &update.files);
        self.last = update;
    }

    pub fn step(&mut self, unit: Unit) -> &mut Self {
        self.give(Command::Step { unit, back: false });
        self
    }

    pub fn back(&mut self, unit: Unit) -> &mut Self {
        self.give(Command::Step { unit, back: true });
        self
    }

    pub fn steps(&mut self, unit: Unit, count: usize) -> &mut Self {
        for _ in 0..count {
            self.step(unit);
        }
        self
    }

    pub fn run(&mut self) -> &mut Self {
        self.give(Command::Run { record: true });
        self
    }

    pub fn eval(&mut self, text: &str) -> String {
        self.give(Command::Eval { text: text.into() });
        let said = self
            .console
            .rsplit_once(&format!("{text}\n"))
            .map_or("", |(_, said)| said);
        said.trim_end().to_string()
    }

    /// Presses the button of an act by its label.
    pub fn act(&mut self, label: &str) -> Answer {
        let acts = self
            .loop_view
            .as_ref()
            .map(|view| view.acts.as_slice())
            .unwrap_or_default();
        let act = acts.iter().position(|act| act.label == label);
        let act = act.unwrap_or_else(|| panic!("no act {label} among {acts:?}"));
        self.give(Command::Act { act: act as u32 })
    }

    /// `Paused 12 <module>`
    pub fn place(&self) -> String {
        match self.last.frames.last() {
            Some(frame) => format!(
                "{:?} {} {}",
                self.last.status, frame.span.line, frame.function
            ),
            None => format!("{:?}", self.last.status),
        }
    }

    pub fn line(&self) -> u32 {
        self.last
            .frames
            .iter()
            .rev()
            .find(|f| f.file == "program.py")
            .map_or(0, |frame| frame.span.line)
    }

    /// `0.weight fresh, 0.bias None`
    pub fn grads(&self) -> String {
        let words: Vec<String> = self
            .parameters
            .iter()
            .map(|p| format!("{} {:?}", p.name, p.grad))
            .collect();
        words.join(", ")
    }

    pub fn error(&self) -> String {
        self.last
            .error
            .as_ref()
            .map(|error| format!("{}: {}", error.kind, error.message))
            .unwrap_or_default()
    }

    /// The label of a node.
    pub fn node(&self, id: u32) -> String {
        let node = self
            .graph
            .as_ref()
            .and_then(|graph| graph.nodes.iter().find(|node| node.id == id));
        node.map_or_else(|| format!("?{id}"), |node| node.label.clone())
    }

    /// The graph in lines: `group > label (inputs) shape`.
    pub fn drawn(&self) -> String {
        let Some(graph) = &self.graph else {
            return String::new();
        };
        let mut said = String::new();
        for node in &graph.nodes {
            let mut boxes = Vec::new();
            let mut group = node.group;
            while let Some(found) = group.and_then(|id| graph.groups.iter().find(|g| g.id == id)) {
                boxes.push(found.title.clone());
                group = found.parent;
            }
            boxes.reverse();
            boxes.push(node.label.clone());
            let inputs: Vec<String> = graph
                .edges
                .iter()
                .filter(|e| e.to == node.id)
                .map(|e| self.node(e.from))
                .collect();
            let inputs = if inputs.is_empty() {
                String::new()
            } else {
                format!(" ({})", inputs.join(", "))
            };
            let mark = if node.cut { " cut" } else { "" };
            let failed = if node.failed.is_some() { " FAILED" } else { "" };
            said += &format!(
                "{:?} {}{inputs} {:?} {}{mark}{failed}\n",
                node.kind,
                boxes.join(" > "),
                node.shape,
                node.dtype
            );
        }
        said
    }
}

pub const DIGITS: &str = include_str!("../../www/examples/digits.py");
pub const LINE: &str = include_str!("../../www/examples/line.py");
pub const MOONS: &str = include_str!("../../www/examples/moons.py");
pub const OWN_LOSS: &str = include_str!("../../www/examples/own_loss.py");
