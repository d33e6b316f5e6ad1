//! The page: its packages from the lock file, and the build into `dist/`.

use crate::process::{self, program, root};
use crate::{Outcome, wasm};
use std::path::{Path, PathBuf};

pub fn build_command(_: &[String]) -> Outcome {
    build()?;
    println!("built {}", dist().display());
    Ok(())
}

/// Builds the engine and the page into `dist/`.
pub fn build() -> Outcome {
    wasm::build()?;
    install(&folder())?;
    npm(&["run", "build"])
}

/// The finished page: static files for any host and any sub-path.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Runs an npm command of the page.
pub fn npm(arguments: &[&str]) -> Outcome {
    process::run(program("npm", arguments).current_dir(folder()))
}

/// The page's source folder.
pub fn folder() -> PathBuf {
    root().join("www")
}

/// Installs a folder's packages as its lock file has them, unless that has been done.
pub fn install(folder: &Path) -> Outcome {
    let lock = folder.join("package-lock.json");
    // npm writes this file last; older than the lock file it is from another lock.
    let done = folder.join("node_modules/.package-lock.json");
    let time = |path: &Path| {
        path.metadata()
            .and_then(|metadata| metadata.modified())
            .ok()
    };
    match (time(&lock), time(&done)) {
        (Some(wanted), Some(have)) if have >= wanted => Ok(()),
        (None, _) => Err(format!("{} is missing", lock.display())),
        _ => process::run(program("npm", ["ci", "--no-audit", "--no-fund"]).current_dir(folder)),
    }
}
