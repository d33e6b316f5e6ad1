//! What has changed since the page was last told.

use crate::session::protocol::*;

/// What the page knows, so that only changes are sent.
#[derive(Default)]
pub struct Sent {
    pub losses: usize,
    flow: usize,
    last_flow: Option<FlowSample>,
    graph: Option<Graph>,
    progress: Option<Progress>,
    timeline: Option<Timeline>,
    loop_view: Option<Option<LoopView>>,
    parameters: Option<Vec<ParameterView>>,
    variables: Option<Vec<Variable>>,
    hints: Option<Vec<Hint>>,
    diagnostics: Option<Vec<Diagnostic>>,
    structure: Option<Vec<ModuleSlot>>,
    figures: Option<Vec<Figure>>,
    files: Option<Vec<FileView>>,
    thinned: Option<String>,
}

/// `new` if it differs from what was sent before, which it then is.
fn changed<T: Clone + PartialEq>(sent: &mut Option<T>, new: T) -> Option<T> {
    if sent.as_ref() == Some(&new) {
        return None;
    }
    *sent = Some(new.clone());
    Some(new)
}

/// Everything that an update may say of what the page shows; None is left as it was.
#[derive(Default)]
pub struct Picture {
    pub graph: Option<Graph>,
    pub progress: Option<Progress>,
    pub timeline: Option<Timeline>,
    pub loop_view: Option<Option<LoopView>>,
    pub parameters: Option<Vec<ParameterView>>,
    pub variables: Option<Vec<Variable>>,
    pub hints: Option<Vec<Hint>>,
    pub diagnostics: Option<Vec<Diagnostic>>,
    pub structure: Option<Vec<ModuleSlot>>,
    pub figures: Option<Vec<Figure>>,
    pub files: Option<Vec<FileView>>,
    pub thinned: Option<String>,
}

impl Sent {
    /// The samples that the page does not know, the last one again when it has changed.
    pub fn new_flow(&mut self, all: &[FlowSample]) -> Vec<FlowSample> {
        let last = self.flow.checked_sub(1).and_then(|last| all.get(last));
        let known = self.flow - usize::from(last != self.last_flow.as_ref());
        let new = all.get(known..).unwrap_or_default().to_vec();
        self.flow = all.len();
        self.last_flow = all.last().cloned();
        new
    }

    /// Puts what is new in the picture into an update.
    pub fn fill(&mut self, update: &mut Update, picture: Picture) {
        update.graph = picture.graph.and_then(|new| changed(&mut self.graph, new));
        update.progress = picture
            .progress
            .and_then(|new| changed(&mut self.progress, new));
        update.timeline = picture
            .timeline
            .and_then(|new| changed(&mut self.timeline, new));
        update.loop_view = picture
            .loop_view
            .and_then(|new| changed(&mut self.loop_view, new))
            .flatten();
        update.parameters = picture
            .parameters
            .and_then(|new| changed(&mut self.parameters, new));
        update.variables = picture
            .variables
            .and_then(|new| changed(&mut self.variables, new));
        update.hints = picture.hints.and_then(|new| changed(&mut self.hints, new));
        update.diagnostics = picture
            .diagnostics
            .and_then(|new| changed(&mut self.diagnostics, new));
        update.structure = picture
            .structure
            .and_then(|new| changed(&mut self.structure, new));
        update.figures = picture
            .figures
            .and_then(|new| changed(&mut self.figures, new));
        update.files = picture.files.and_then(|new| changed(&mut self.files, new));
        update.thinned = picture
            .thinned
            .and_then(|new| changed(&mut self.thinned, new));
    }
}
