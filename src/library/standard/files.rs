//! The in-memory disk: files that the learner dropped on the page, and files that programs write.

mod held;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use held::Change;

use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Module;
use crate::lang::types::arguments::text;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, Vm};

/// Where programs start.
const HOME: &str = "/home/kindling";

#[derive(Clone)]
enum Entry {
    Folder,
    File(Rc<Vec<u8>>),
}

/// A disk: whole paths and what is there.
#[derive(Clone)]
pub struct Disk {
    entries: BTreeMap<String, Entry>,
    folder: String,
}

impl Default for Disk {
    fn default() -> Disk {
        let folders = ["/", "/home", HOME, "/tmp"];
        Disk {
            entries: folders.map(|path| (path.to_string(), Entry::Folder)).into(),
            folder: HOME.to_string(),
        }
    }
}

impl Disk {
    /// A path from the root, without `.` and `..`.
    fn whole(&self, path: &str) -> String {
        let mut parts: Vec<&str> = if path.starts_with('/') {
            Vec::new()
        } else {
            self.folder.split('/').collect()
        };
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        format!(
            "/{}",
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("/")
        )
    }

    /// Puts a file there, with the folders above it: how the page hands over a dropped file.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        let path = self.whole(path);
        for (at, _) in path.match_indices('/').skip(1) {
            self.entries
                .entry(path[..at].to_string())
                .or_insert(Entry::Folder);
        }
        self.entries.insert(path, Entry::File(Rc::new(bytes)));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        let path = self.whole(path);
        self.entries.remove(&path);
    }

    /// All files with their bytes, for downloading.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.entries.iter().filter_map(|(path, entry)| match entry {
            Entry::File(bytes) => Some((
                path.strip_prefix(HOME)
                    .map_or(&**path, |rest| rest.trim_start_matches('/')),
                bytes.as_slice(),
            )),
            Entry::Folder => None,
        })
    }

    /// Writes behind what a file holds, or anew. A file that was removed while it was open stays removed.
    fn write_back(&mut self, path: &str, change: &Change) {
        let Some(Entry::File(bytes)) = self.entries.get_mut(path) else {
            return;
        };
        match change {
            Change::Append(more) => Rc::make_mut(bytes).extend_from_slice(more),
            Change::Whole(whole) => *bytes = Rc::new(whole.clone()),
        }
    }

    fn below(&self, path: &str) -> Vec<String> {
        let start = if path == "/" {
            "/".to_string()
        } else {
            format!("{path}/")
        };
        self.entries
            .keys()
            .filter(|key| key.starts_with(&start) && key.len() > start.len())
            .cloned()
            .collect()
    }
}

thread_local! {
    static DISK: RefCell<Disk> = RefCell::default();
}

/// Starts a program with this disk.
pub fn mount(disk: Disk) {
    held::forget();
    DISK.with_borrow_mut(|mounted| *mounted = disk);
}

/// The disk as it would be if the program ended now: with what open files still hold back.
pub fn disk() -> Disk {
    let mut disk = DISK.with_borrow(Disk::clone);
    held::each(|path, change| disk.write_back(path, change));
    disk
}

pub fn module(vm: &Vm) -> Rc<Module> {
    ModuleBuilder::new("_files")
        .class(&held::class(vm))
        .function("kind", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| match disk.entries.get(&path) {
                Some(Entry::Folder) => "folder".into(),
                Some(Entry::File(_)) => "file".into(),
                None => Value::None,
            })
        })
        .function("has_parent", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| {
                let parent =
                    path.rsplit_once('/').map_or(
                        "/",
                        |(parent, _)| if parent.is_empty() { "/" } else { parent },
                    );
                matches!(disk.entries.get(parent), Some(Entry::Folder)).into()
            })
        })
        .function("read", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| match disk.entries.get(&path) {
                Some(Entry::File(bytes)) => Value::bytes(bytes.to_vec()),
                _ => Value::None,
            })
        })
        .function("write", "(path, data, /)", |vm, args| {
            let bytes = bytes_of(vm, &args[1])?;
            vm.charge(bytes.len())?;
            on(vm, &args[0], |disk, path| {
                disk.entries.insert(path, Entry::File(Rc::new(bytes)));
                Value::None
            })
        })
        .function("names", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| {
                let start = if path == "/" { 1 } else { path.len() + 1 };
                let names = disk
                    .below(&path)
                    .into_iter()
                    .map(|key| key[start..].to_string());
                Value::list(
                    names
                        .filter(|name| !name.contains('/'))
                        .map(Value::from)
                        .collect(),
                )
            })
        })
        .function("make_folder", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| {
                disk.entries.insert(path, Entry::Folder);
                Value::None
            })
        })
        .function("remove", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| {
                disk.entries.remove(&path);
                Value::None
            })
        })
        .function("rename", "(path, new, /)", |vm, args| {
            let new = text(vm, &args[1], "rename: paths must be str")?.to_string();
            on(vm, &args[0], |disk, path| {
                let new = disk.whole(&new);
                for key in disk.below(&path).into_iter().chain([path.clone()]) {
                    if let Some(entry) = disk.entries.remove(&key) {
                        disk.entries
                            .insert(format!("{new}{}", &key[path.len()..]), entry);
                    }
                }
                Value::None
            })
        })
        .function("folder", "()", |_, _| {
            Ok(DISK.with_borrow(|disk| disk.folder.as_str().into()))
        })
        .function("enter", "(path, /)", |vm, args| {
            on(vm, &args[0], |disk, path| {
                disk.folder = path;
                Value::None
            })
        })
        .build()
}

/// Does something at a whole path.
fn on(vm: &mut Vm, path: &Value, act: impl FnOnce(&mut Disk, String) -> Value) -> PyResult<Value> {
    let path = text(vm, path, "path should be string")?;
    Ok(DISK.with_borrow_mut(|disk| {
        let whole = disk.whole(path);
        act(disk, whole)
    }))
}
