//! The browsers and their drivers that the tests need: found, or installed where that can be done without asking.

use crate::process::{program, root, run, which};
use std::path::PathBuf;

/// A browser that tests run in, and how it is driven.
pub struct Browser {
    pub name: &'static str,
    /// Names the browser goes by on PATH, Debian's first.
    programs: &'static [&'static str],
    driver: &'static str,
    /// The variable by which wasm-bindgen's runner is told the driver.
    variable: &'static str,
    packages: &'static [&'static str],
    /// The crate that has the driver, where Debian has no package of it.
    driver_crate: Option<&'static str>,
}

pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    programs: &["chromium", "chromium-browser", "google-chrome"],
    driver: "chromedriver",
    variable: "CHROMEDRIVER",
    packages: &["chromium", "chromium-driver"],
    driver_crate: None,
};

pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    programs: &["firefox-esr", "firefox"],
    driver: "geckodriver",
    variable: "GECKODRIVER",
    packages: &["firefox-esr"],
    driver_crate: Some("geckodriver"),
};

/// Where a browser and its driver are.
pub struct Found {
    pub program: PathBuf,
    driver: PathBuf,
    variable: &'static str,
}

impl Browser {
    /// Finds the browser, after installing it where it is missing and that is possible.
    pub fn ensure(&self) -> Result<Found, String> {
        if self.program().is_none() || (self.driver_crate.is_none() && which(self.driver).is_none())
        {
            self.install_packages()?;
        }
        if let (None, Some(name)) = (self.driver_path(), self.driver_crate) {
            run(&mut program("cargo", ["install", name]))?;
        }
        match (self.program(), self.driver_path()) {
            (Some(program), Some(driver)) => Ok(Found {
                program,
                driver,
                variable: self.variable,
            }),
            _ => Err(self.please_install()),
        }
    }

    fn program(&self) -> Option<PathBuf> {
        self.programs.iter().find_map(|name| which(name))
    }

    fn driver_path(&self) -> Option<PathBuf> {
        let cargo_home = std::env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
        which(self.driver).or_else(|| {
            Some(cargo_home?.join("bin").join(self.driver)).filter(|path| path.is_file())
        })
    }

    fn install_packages(&self) -> Result<(), String> {
        let root_user = program("id", ["-u"])
            .output()
            .is_ok_and(|output| output.stdout == b"0\n");
        if which("apt-get").is_none() || !root_user {
            return Err(self.please_install());
        }
        let apt = |arguments: &[&str]| {
            run(program("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        apt(&["update", "-q"])?;
        let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends"];
        arguments.extend(self.packages);
        apt(&arguments)
    }

    fn please_install(&self) -> String {
        let driver = match self.driver_crate {
            Some(name) => format!(" and `cargo install {name}`"),
            None => String::new(),
        };
        format!(
            "the tests need {} and {}: on Debian `apt-get install {}`{driver}, elsewhere put both on PATH",
            self.name,
            self.driver,
            self.packages.join(" "),
        )
    }
}

impl Found {
    /// Environment for wasm-bindgen's test runner: the driver, and how the browser is to be started.
    pub fn environment(&self) -> Result<Vec<(&'static str, PathBuf)>, String> {
        let settings = root()
            .join("target")
            .join(format!("webdriver-{}.json", self.variable.to_lowercase()));
        let quiet = r#""--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync""#;
        let program = self.program.display();
        let text = format!(
            r#"{{ "goog:chromeOptions": {{ "binary": "{program}", "args": [{quiet}] }},
            "moz:firefoxOptions": {{ "binary": "{program}", "args": ["-headless"] }} }}"#
        );
        let folder = settings.parent().expect("a file in target");
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        std::fs::write(&settings, text)
            .map_err(|error| format!("{}: {error}", settings.display()))?;
        Ok(vec![
            (self.variable, self.driver.clone()),
            ("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings),
        ])
    }
}
