//! What a program asks for and Kindling lacks is said before its first line runs, by name and line.

use std::rc::Rc;

use kindling::lang::compile::What;
use kindling::lang::vm::missing::missing;
use kindling::lang::{Library, Value, Vm};
use kindling::library::{Everything, names};

/// The refusals of a program, each as `LINE KIND: MESSAGE`.
fn refusals(text: &str) -> Vec<String> {
    missing(text, &Everything::default())
        .into_iter()
        .map(|missing| {
            let line = 1 + text[..missing.span.0 as usize].matches('\n').count();
            format!("{line} {}: {}", missing.kind, missing.message)
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(refusals(text), expected, "{text}");
}

#[test]
fn names_that_exist_elsewhere_are_refused() {
    check(
        "import numpy as np\nx = np.zeros(3)\ny = np.busday_count(x)",
        &["3 AttributeError: numpy.busday_count is not available in Kindling"],
    );
    check(
        "import os\nimport pandas as pd\ndf = pd.DataFrame()",
        &["2 ModuleNotFoundError: pandas is not available in Kindling"],
    );
    check(
        "def draw():\n    import matplotlib.pyplot as plt\n    plt.barbs([1])",
        &["3 AttributeError: matplotlib.pyplot.barbs is not available in Kindling"],
    );
    check(
        "from torch import nn, jit",
        &["1 ImportError: torch.jit is not available in Kindling"],
    );
    check(
        "import torch\nmodel = torch.jit.script(None)",
        &["2 AttributeError: torch.jit is not available in Kindling"],
    );
    check(
        "x = 1\npandas = __import__('pandas')",
        &["2 ModuleNotFoundError: pandas is not available in Kindling"],
    );
    check("from datetime import datetime\ndatetime.isocalendar", &[]);
}

#[test]
fn mistakes_are_left_to_python() {
    check("import numpy as np\nnp.zeroes(3)", &[]);
    check("from torch.nn import Liner", &[]);
    check("import torch.nnn", &[]);
    check(
        "import nonsense",
        &["1 ModuleNotFoundError: No module named 'nonsense'"],
    );
}

#[test]
fn what_may_never_be_asked_for_is_let_pass() {
    check(
        "try:\n    import pandas\nexcept ImportError:\n    pandas = None",
        &[],
    );
    check(
        "import numpy as np\nif hasattr(np, 'busday_count'):\n    np.busday_count(1)",
        &[],
    );
    check(
        "import torch\nif torch.cuda.is_available():\n    torch.jit.script(1)",
        &[],
    );
    check(
        "import random\nrandom = random.SystemRandom if False else random\nrandom.SystemRandom",
        &[],
    );
    check(
        "import numpy as np\ndef f(np):\n    return np.busday_count",
        &[],
    );
    check(
        "import numpy as np\nnp.busday_count = len\nnp.busday_count([])",
        &[],
    );
}

#[test]
fn a_refusal_is_a_traceback_that_names_the_line() {
    let mut vm = Vm::new(Rc::new(Everything::default()));
    let text = "import numpy as np\nprint('never')\nprint(np.busday_count(1))\n";
    let refusal = vm.start("days.py", text).unwrap_err();
    assert_eq!(
        vm.format_exception(refusal),
        "Traceback (most recent call last):\n  File \"days.py\", line 3, in <module>\n    print(np.busday_count(1))\n          \
         ^^^^^^^^^^^^^^^\nAttributeError: numpy.busday_count is not available in Kindling\n"
    );
}

/// The names that modules have are asked of the modules: each recorded name is either there or refused.
#[test]
fn every_recorded_name_is_here_or_refused() {
    let library = Everything::default();
    for (place, listed) in names::places() {
        if library.lacks(&What::Module(place.into())).is_some() {
            continue;
        }
        let mut vm = Vm::new(Rc::new(Everything::default()));
        let flow = vm.import(&Default::default(), place, Value::None, 0);
        // A class is looked at through its module.
        if vm.run_flow(flow).is_err() {
            continue;
        }
        let Some(module) = vm.modules.get_str(place) else {
            continue;
        };
        let here = vm.attribute_names(&module);
        for name in listed {
            let is_module = library.python_source(&format!("{place}.{name}")).is_some();
            let is_here = is_module
                || here
                    .iter()
                    .any(|known| known == name || known == "__getattr__");
            let refusal = library.lacks(&What::Import(place.into(), name.into()));
            assert_eq!(is_here, refusal.is_none(), "{place}.{name}: {refusal:?}");
        }
    }
}
