//! A static file server for `dist/` on 127.0.0.1, with and without a person in front of it.

use crate::{Outcome, page};
use std::fs::File;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Method, Request, Server};

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

/// Answers and closes the connection. A connection kept open holds a thread of tiny_http's pool, and when a browser opens
/// several at once the pool can leave one of them waiting behind it for as long as it stays open.
fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if let Some(place) = with_slash(request.url(), folder) {
        let mut writer = request.into_writer();
        write!(
            writer,
            "HTTP/1.1 301 Moved Permanently\r\nLocation: {place}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )?;
        // Dropped unflushed, it would keep its bytes.
        return writer.flush();
    }
    let file = local_path(request.url(), folder).and_then(|path| {
        File::open(&path)
            .ok()
            .map(|file| (file, content_type(&path)))
    });
    let (status, kind, length) = match &file {
        Some((file, kind)) => ("200 OK", *kind, file.metadata()?.len()),
        None => ("404 Not Found", "text/plain", 0),
    };
    let with_body = *request.method() != Method::Head;
    let mut writer = request.into_writer();
    // A rebuilt page must not be hidden by an older copy: no-cache.
    write!(
        writer,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         Connection: close\r\n\r\n"
    )?;
    if let (Some((mut file, _)), true) = (file, with_body) {
        std::io::copy(&mut file, &mut writer)?;
    }
    writer.flush()
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

/// Where a folder's page is when the URL lacks the slash at its end: what the page links to is beside that. Every static
/// host answers so.
fn with_slash(url: &str, folder: &Path) -> Option<String> {
    let path = url.split(['?', '#']).next()?;
    let inside = folder.join(path.trim_start_matches('/'));
    let is_page = local_path(url, folder).is_some_and(|file| file != inside && file.is_file());
    (!path.ends_with('/') && is_page).then(|| format!("{path}/"))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::net::TcpStream;

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
    fn a_folder_is_asked_for_with_its_slash() {
        let www = &crate::page::folder();
        assert_eq!(
            with_slash("/reference?a=1", www).as_deref(),
            Some("/reference/")
        );
        for url in ["/", "/reference/", "/index.html", "/missing", "/src"] {
            assert_eq!(with_slash(url, www), None, "{url}");
        }
    }

    #[test]
    fn connections_opened_at_once_are_answered_and_closed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf();
        let address = in_background(folder).expect("a free port");
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let connections: Vec<_> = (0..12).map(|_| TcpStream::connect(host)).collect();
        for connection in connections {
            let mut connection = connection.expect("it listens");
            connection
                .write_all(b"GET /Cargo.toml HTTP/1.1\r\nHost: kindling\r\n\r\n")
                .expect("it reads");
            // A browser that is told so closes it when it has the whole.
            let mut answer = String::new();
            while !answer.ends_with(include_str!("../Cargo.toml")) {
                let mut piece = [0; 256];
                let length = connection.read(&mut piece).expect("it answers");
                assert_ne!(length, 0, "{answer}");
                answer += std::str::from_utf8(&piece[..length]).expect("the text is ASCII");
            }
            assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
            assert!(answer.contains("\r\nConnection: close\r\n"), "{answer}");
        }
    }

    #[test]
    fn a_port_is_a_number() {
        assert_eq!(port(&[]), Ok(None));
        assert_eq!(port(&["--port".into(), "80".into()]), Ok(Some(80)));
        assert!(port(&["--port".into(), "many".into()]).is_err());
        assert!(port(&["80".into()]).is_err());
    }
}
