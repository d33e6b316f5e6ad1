//! Files: those that the learner gives to the program, and those that it writes.

use super::protocol::*;
use super::{Session, refused};
use crate::library::standard::files;

/// What all files of the learner may hold: they are kept beside the program's own memory.
const MOST_BYTES: usize = 64 << 20;

impl Session {
    /// A file that programs can open by its name. The program begins anew with it.
    pub(super) fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> Answer {
        let held: usize = self.disk.files().map(|(_, bytes)| bytes.len()).sum();
        if held + bytes.len() > MOST_BYTES {
            return refused("The files are too large together: at most 64 megabytes.");
        }
        let plain = !name.is_empty() && name.len() <= 255 && !name.contains(['/', '\\', '\0']);
        if !plain || name == "." || name == ".." {
            return refused("This is no name for a file.");
        }
        self.disk.put(name, bytes);
        self.reload()
    }

    /// The same program from its start, looked through again.
    pub(super) fn reload(&mut self) -> Answer {
        if self.status == Status::Empty {
            return Answer::Done;
        }
        self.load(self.name.clone(), self.program.text().to_string())
    }

    /// A file as it is now, to be downloaded.
    pub(super) fn file(&self, name: &str) -> Result<Answer, String> {
        let disk = if self.mounted {
            files::disk()
        } else {
            self.disk.clone()
        };
        let found = disk.files().find(|(path, _)| *path == name);
        let (_, bytes) = found.ok_or_else(|| format!("There is no file {name}."))?;
        Ok(Answer::File {
            name: name.to_string(),
            bytes: bytes.to_vec(),
        })
    }

    /// All files that there are now.
    pub(super) fn file_views(&self) -> Vec<FileView> {
        let now = if self.mounted {
            files::disk()
        } else {
            self.disk.clone()
        };
        let given = |path: &str, bytes: &[u8]| {
            let mut given = self.disk.files();
            given.any(|(name, held)| name == path && std::ptr::eq(held, bytes))
        };
        let view = |(path, bytes): (&str, &[u8])| FileView {
            name: path.to_string(),
            bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            given: given(path, bytes),
        };
        now.files().map(view).collect()
    }
}
