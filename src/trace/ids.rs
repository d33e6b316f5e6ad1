//! Numbers of nodes and groups that stay the same from one iteration to the next, from the dry run to the real one, and
//! through an edit as far as it can be: so that the picture does not jump.

use std::collections::HashMap;

/// The number of a node of the graph.
pub type NodeId = u32;

/// Numbers given to names. A node's name is where it stands in the modules, its op, and how many such came before.
#[derive(Default, Debug)]
pub struct Ids {
    known: HashMap<String, u32>,
    next: u32,
}

impl Ids {
    pub fn of(&mut self, name: String) -> u32 {
        *self.known.entry(name).or_insert_with(|| {
            self.next += 1;
            self.next - 1
        })
    }

    /// Another name for a number, which is returned; that of the name, if it has one.
    pub fn also(&mut self, name: String, id: u32) -> u32 {
        *self.known.entry(name).or_insert(id)
    }
}
