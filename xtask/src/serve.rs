//! A static file server for `dist/` on 127.0.0.1, with and without a person in front of it.

use crate::{Outcome, page};
use std::fs::File;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Request, Response, Server};

const PORT: u16 = 8484;

pub fn command(arguments: &[String]) -> Outcome {
    let port = port(arguments)?.unwrap_or(PORT);
    let server = listen(port)?;
    page::build()?;
    println!("Kindling is at http://127.0.0.1:{port}/ (Ctrl+C ends it)");
    answer_all(&server, &page::dist());
    Ok(())
}

/// Serves a folder in the background on a free port, and returns its address.
pub fn in_background(folder: PathBuf) -> Result<String, String> {
    let server = listen(0)?;
    let address = format!("http://{}/", server.server_addr());
    std::thread::spawn(move || answer_all(&server, &folder));
    Ok(address)
}

/// The value of `--port`, if given.
pub fn port(arguments: &[String]) -> Result<Option<u16>, String> {
    match arguments {
        [] => Ok(None),
        [flag, value] if flag == "--port" => value
            .parse()
            .map(Some)
            .map_err(|_| format!("--port wants a number from 1 to 65535, got `{value}`")),
        other => Err(format!("expected `--port N`, got `{}`", other.join(" "))),
    }
}

fn listen(port: u16) -> Result<Server, String> {
    Server::http(("127.0.0.1", port)).map_err(|error| {
        format!(
            "cannot listen on 127.0.0.1:{port}: {error}. Is it taken? Choose another with --port N."
        )
    })
}

/// Several at once: a browser that takes its time over the engine must not keep others waiting for a page.
fn answer_all(server: &Server, folder: &Path) {
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    if let Err(error) = answer(request, folder) {
                        eprintln!("connection lost: {error}");
                    }
                }
            });
        }
    });
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let Some(path) = local_path(request.url(), folder) else {
        return request.respond(Response::from_string("no such file").with_status_code(404));
    };
    match File::open(&path) {
        Ok(file) => request.respond(
            Response::from_file(file)
                .with_header(content_type(&path))
                .with_header(no_cache()),
        ),
        Err(_) => request.respond(Response::from_string("no such file").with_status_code(404)),
    }
}

/// The file a URL names, or None where it would lead out of the folder.
fn local_path(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    if !path
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let path = folder.join(path);
    Some(if path.is_dir() {
        path.join("index.html")
    } else {
        path
    })
}

fn content_type(path: &Path) -> Header {
    let kind = match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("py" | "md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    Header::from_bytes("Content-Type", kind).expect("an ASCII header")
}

/// A rebuilt page must not be hidden by an older copy.
fn no_cache() -> Header {
    Header::from_bytes("Cache-Control", "no-cache").expect("an ASCII header")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_stays_in_the_folder() {
        let folder = Path::new("/srv");
        assert_eq!(local_path("/", folder), Some("/srv/index.html".into()));
        assert_eq!(
            local_path("/a/b.js?v=1#x", folder),
            Some("/srv/a/b.js".into())
        );
        assert_eq!(local_path("/../etc/passwd", folder), None);
        assert_eq!(local_path("/a/../../b", folder), None);
    }

    #[test]
    fn a_port_is_a_number() {
        assert_eq!(port(&[]), Ok(None));
        assert_eq!(port(&["--port".into(), "80".into()]), Ok(Some(80)));
        assert!(port(&["--port".into(), "many".into()]).is_err());
        assert!(port(&["80".into()]).is_err());
    }
}
