//! For those who work on it: the page with hot reload, the engine rebuilt when its source changes.

use crate::process::{program, root};
use crate::{Outcome, page, serve, wasm};
use notify::{EventKind, RecursiveMode, Watcher};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

fn command_line(port: Option<u16>) -> Vec<String> {
    let mut words: Vec<String> = ["exec", "vite", "--", "--host", "127.0.0.1"]
        .map(String::from)
        .into();
    if let Some(port) = port {
        words.extend(["--port".into(), port.to_string(), "--strictPort".into()]);
    }
    words
}

pub fn command(arguments: &[String]) -> Outcome {
    let port = serve::port(arguments)?;
    wasm::build()?;
    page::install(&page::folder())?;
    let mut vite = self::vite(port)
        .spawn()
        .map_err(|error| format!("cannot start vite: {error}"))?;
    let (send, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading a file is an event too; only a change asks for a build.
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)))
            && send.send(()).is_err()
        {
            eprintln!("the watcher has ended");
        }
    })
    .map_err(|error| error.to_string())?;
    watcher
        .watch(&root().join("src"), RecursiveMode::Recursive)
        .map_err(|error| error.to_string())?;
    while settled(&changes) {
        // A compile error is shown by cargo; the page keeps the last engine that built.
        match wasm::build() {
            Ok(()) => println!("engine rebuilt"),
            Err(reason) => eprintln!("engine not rebuilt: {reason}"),
        }
        if vite
            .try_wait()
            .map_err(|error| error.to_string())?
            .is_some()
        {
            break;
        }
    }
    vite.wait().map(|_| ()).map_err(|error| error.to_string())
}

fn vite(port: Option<u16>) -> std::process::Command {
    let mut npm = program("npm", command_line(port));
    npm.current_dir(page::folder());
    npm
}

/// Waits for a change, then until an editor that saves many files has finished. False when the watcher has ended.
fn settled(changes: &Receiver<()>) -> bool {
    if changes.recv().is_err() {
        return false;
    }
    while changes.recv_timeout(Duration::from_millis(200)).is_ok() {}
    true
}
