//! The program as a text: training loops found, modules found, edits made. Cases as data, through one door each.

use expect_test::{Expect, expect};
use kindling::edit::palette::Layers;
use kindling::edit::repair::{Place, repairs};
use kindling::edit::{Program, change, structure, training};
use kindling::session::protocol::{Argument, Edit, ShapeClash};

/// What the acts of a program's trainings are: `label: code`, one an act.
fn check_acts(text: &str, expected: Expect) {
    let program = Program::new(text);
    let mut said = String::new();
    for training in training::find(&program) {
        said += &format!(
            "{} in {} lines {}-{}\n",
            kind(&training),
            training.function,
            training.body.0,
            training.body.1
        );
        for act in &training.acts {
            said += &format!("  {}: {}\n", act.label, act.code.replace('\n', "\n    "));
        }
    }
    expected.assert_eq(&said);
}

fn kind(training: &training::Training) -> String {
    format!("{:?}", training.repeats)
}

fn layers() -> Layers {
    Layers::of_library([(
        "torch/nn/modules/all.py",
        r#"
class Module: pass
class Sequential(Module):
    def __init__(self, *args): pass
class ModuleList(Module):
    def __init__(self, modules=None): pass
class Linear(Module):
    """y = x Wᵀ + b.

    Args:
        in_features: size of each input
    """
    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None): pass
class ReLU(Module):
    def __init__(self, inplace=False): pass
class Tanh(Module): pass
class Flatten(Module):
    def __init__(self, start_dim=1, end_dim=-1): pass
class Dropout(Module):
    def __init__(self, p=0.5, inplace=False): pass
class MSELoss(Module): pass
"#,
    )])
}

/// The text after an edit, or why it was refused.
fn check_edit(text: &str, edit: Edit, expected: Expect) {
    let program = Program::new(text);
    let layers = layers().with_own(&program);
    let said = match change::edits(&program, &layers, &edit) {
        Ok(edits) => {
            let text = program.with_edits(&edits);
            assert!(
                Program::new(&text).is_valid(),
                "the edit left a syntax error:\n{text}"
            );
            text
        }
        Err(reason) => format!("refused: {reason}"),
    };
    expected.assert_eq(&said);
}

fn argument(name: &str, value: &str) -> Argument {
    Argument {
        name: name.into(),
        value: value.into(),
    }
}

fn add(container: u32, index: u32, class: &str, arguments: &[(&str, &str)]) -> Edit {
    let arguments = arguments
        .iter()
        .map(|(name, value)| argument(name, value))
        .collect();
    Edit::AddLayer {
        container,
        index,
        class: class.into(),
        arguments,
    }
}

fn set(slot: u32, arguments: &[(&str, &str)]) -> Edit {
    Edit::SetArguments {
        slot,
        arguments: arguments
            .iter()
            .map(|(name, value)| argument(name, value))
            .collect(),
    }
}

const LAYERED: &str = "from torch import nn

model = nn.Sequential(
    nn.Linear(64, 32),  # pixels in
    # squash
    nn.ReLU(),
    nn.Linear(32, 10),
)
";

const CLASS: &str = "import torch.nn as nn
import torch

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 8)  # in
        self.fc2 = nn.Linear(8, 2)

    def forward(self, x):
        x = torch.relu(self.fc1(x))
        return self.fc2(x)

net = Net()
";

#[test]
fn finds_the_loops_of_the_examples() {
    check_acts(
        include_str!("../www/examples/digits.py"),
        expect![[r#"
        Loop { header: 22 } in <module> lines 23-30
          data: batch = torch.randint(0, 1500, (64,))
          forward: logits = model(images[batch])
          loss: loss = loss_fn(logits, labels[batch])
          zero_grad: optimizer.zero_grad()
          backward: loss.backward()
          step: optimizer.step()
    "#]],
    );
    check_acts(
        include_str!("../www/examples/line.py"),
        expect![[r#"
        Loop { header: 14 } in <module> lines 15-24
          forward: guess = w * x + b
          loss: loss = ((guess - y) ** 2).mean()
          backward: loss.backward()
          step: with torch.no_grad():
                w -= 0.2 * w.grad
                b -= 0.2 * b.grad
          zero_grad: w.grad.zero_()
            b.grad.zero_()
    "#]],
    );
    check_acts(
        include_str!("../www/examples/moons.py"),
        expect![[r#"
        Loop { header: 25 } in <module> lines 26-33
          forward: logits = model(x)
          loss: loss = loss_fn(logits, y)
          zero_grad: optimizer.zero_grad()
          backward: loss.backward()
          step: optimizer.step()
    "#]],
    );
    check_acts(
        include_str!("../www/examples/own_loss.py"),
        expect![[r#"
        Loop { header: 32 } in fit lines 33-38
          forward + loss: loss = loss_fn(model(x), y)
          zero_grad: optimizer.zero_grad()
          backward: loss.backward()
          step: optimizer.step()
    "#]],
    );
}

#[test]
fn finds_other_ways_to_train() {
    check_acts(
        "def train(model, loader, opt):
    for xb, yb in loader:
        pred = model(xb.view(-1, 784))
        loss = F.cross_entropy(pred, yb)
        total += loss.item()
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        scheduler.step()

for epoch in range(3):
    train(model, loader, opt)
",
        expect![[r#"
            Loop { header: 2 } in train lines 3-10
              forward: pred = model(xb.view(-1, 784))
              loss: loss = F.cross_entropy(pred, yb)
              zero_grad: opt.zero_grad()
              backward: loss.backward()
              clip: nn.utils.clip_grad_norm_(model.parameters(), 1.0)
              step: opt.step()
              schedule: scheduler.step()
        "#]],
    );
    check_acts(
        "for i in range(3):
    def closure():
        opt.zero_grad()
        out = model(x)
        loss = loss_fn(out, y)
        loss.backward()
        return loss
    opt.step(closure)
",
        expect![[r#"
            Loop { header: 1 } in <module> lines 2-8
              step: opt.step(closure)
        "#]],
    );
    check_acts(
        "w = torch.zeros(3, requires_grad=True)
while True:
    ix = torch.randint(0, 10, (4,))
    h = (x[ix] @ w).tanh()
    err = h - y[ix]
    loss = (err ** 2).mean()
    w.grad = None
    loss.backward()
    for p in [w]:
        p.data += -0.1 * p.grad
",
        expect![[r#"
            Forever in <module> lines 3-10
              data: ix = torch.randint(0, 10, (4,))
              forward: h = (x[ix] @ w).tanh()
              loss: err = h - y[ix]
                loss = (err ** 2).mean()
              zero_grad: w.grad = None
              backward: loss.backward()
              step: for p in [w]:
                    p.data += -0.1 * p.grad
        "#]],
    );
    check_acts(
        "x = torch.tensor(2., requires_grad=True)
y = x * x
y.backward()
print(x.grad)
",
        expect![[r#"
            Once in <module> lines 1-4
              data: x = torch.tensor(2., requires_grad=True)
              loss: y = x * x
              backward: y.backward()
        "#]],
    );
    check_acts(
        "for real in loader:
    d_loss = bce(D(real), ones) + bce(D(G(z).detach()), zeros)
    d_opt.zero_grad()
    d_loss.backward()
    d_opt.step()
    g_loss = bce(D(G(z)), ones)
    g_opt.zero_grad()
    g_loss.backward()
    g_opt.step()
",
        expect![[r#"
            Loop { header: 1 } in <module> lines 2-9
              d_loss = bce(D(real), ones) …: d_loss = bce(D(real), ones) + bce(D(G(z).detach()), zeros)
              d_opt.zero_grad(): d_opt.zero_grad()
              d_loss.backward(): d_loss.backward()
              d_opt.step(): d_opt.step()
              g_loss = bce(D(G(z)), ones): g_loss = bce(D(G(z)), ones)
              g_opt.zero_grad(): g_opt.zero_grad()
              g_loss.backward(): g_loss.backward()
              g_opt.step(): g_opt.step()
        "#]],
    );
    check_acts(
        "for step in range(9):
    loss = ((x * w - y) ** 2).mean()
    (gw,) = torch.autograd.grad(loss, (w,))
    with torch.no_grad():
        w -= 0.1 * gw
",
        expect![[r#"
            Loop { header: 1 } in <module> lines 2-5
              loss: loss = ((x * w - y) ** 2).mean()
              backward: (gw,) = torch.autograd.grad(loss, (w,))
              step: with torch.no_grad():
                    w -= 0.1 * gw
        "#]],
    );
}

#[test]
fn no_training_is_found_where_none_is() {
    check_acts("x = 1\nfor i in range(3):\n    print(i)\n", expect![[""]]);
    check_acts("def f(:\n  loss.backward(\n", expect![[""]]);
}

#[test]
fn finds_modules() {
    let check = |text: &str, expected: Expect| {
        let program = Program::new(text);
        let layers = layers().with_own(&program);
        let mut said = String::new();
        for slot in structure::slots(&program, &layers) {
            let v = slot.view;
            let arguments: Vec<String> = v
                .arguments
                .iter()
                .map(|a| format!("{}={}", a.name, a.value))
                .collect();
            said += &format!(
                "{} in {:?}: {} {}({}) path '{}'\n",
                v.id,
                v.parent,
                v.name,
                v.class,
                arguments.join(", "),
                v.path
            );
        }
        expected.assert_eq(&said);
    };
    check(
        LAYERED,
        expect![[r#"
        0 in None: model nn.Sequential() path 'model'
        1 in Some(0): 0 nn.Linear(in_features=64, out_features=32) path 'model.0'
        2 in Some(0): 1 nn.ReLU() path 'model.1'
        3 in Some(0): 2 nn.Linear(in_features=32, out_features=10) path 'model.2'
    "#]],
    );
    check(
        CLASS,
        expect![[r#"
        0 in None: Net Net() path 'net'
        1 in Some(0): fc1 nn.Linear(in_features=4, out_features=8) path 'net.fc1'
        2 in Some(0): fc2 nn.Linear(in_features=8, out_features=2) path 'net.fc2'
        3 in None: net Net() path 'net'
    "#]],
    );
    check(
        "from torch.nn import Sequential as S, Linear
from collections import OrderedDict
m = S(OrderedDict([('a', Linear(1, out_features=2)), ('b', S(Linear(2, 3), block))]))
",
        expect![[r#"
            0 in None: m S() path 'm'
            1 in Some(0): a Linear(in_features=1, out_features=2) path 'm.a'
            2 in Some(0): b S() path 'm.b'
            3 in Some(2): 0 Linear(in_features=2, out_features=3) path 'm.b.0'
            4 in Some(2): 1 block() path 'm.b.1'
        "#]],
    );
}

#[test]
fn adds_layers() {
    check_edit(
        LAYERED,
        add(0, 1, "nn.Dropout", &[("p", "0.2")]),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Linear(64, 32),  # pixels in
            nn.Dropout(p=0.2),
            # squash
            nn.ReLU(),
            nn.Linear(32, 10),
        )
    "#]],
    );
    check_edit(
        LAYERED,
        add(0, 0, "nn.Flatten", &[]),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Flatten(),
            nn.Linear(64, 32),  # pixels in
            # squash
            nn.ReLU(),
            nn.Linear(32, 10),
        )
    "#]],
    );
    check_edit(
        LAYERED,
        add(
            0,
            3,
            "nn.Linear",
            &[("in_features", "10"), ("out_features", "4")],
        ),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Linear(64, 32),  # pixels in
            # squash
            nn.ReLU(),
            nn.Linear(32, 10),
            nn.Linear(10, 4),
        )
    "#]],
    );
    check_edit(
        LAYERED,
        add(0, 2, "nn.Linear", &[]),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Linear(64, 32),  # pixels in
            # squash
            nn.ReLU(),
            nn.Linear(32, 32),
            nn.Linear(32, 10),
        )
    "#]],
    );
    let one_line = "from torch import nn\nm = nn.Sequential(nn.Linear(1, 2), nn.Tanh())\n";
    check_edit(
        one_line,
        add(0, 1, "nn.Dropout", &[("p", "0.5")]),
        expect![[r#"
        from torch import nn
        m = nn.Sequential(nn.Linear(1, 2), nn.Dropout(), nn.Tanh())
    "#]],
    );
    check_edit(
        one_line,
        add(0, 9, "nn.Linear", &[]),
        expect![[r#"
        from torch import nn
        m = nn.Sequential(nn.Linear(1, 2), nn.Tanh(), nn.Linear(2, 2))
    "#]],
    );
    check_edit(
        "from torch.nn import Sequential\nm = Sequential()\n",
        add(0, 0, "nn.ReLU", &[]),
        expect![[r#"
        from torch.nn import Sequential
        from torch import nn
        m = Sequential(nn.ReLU())
    "#]],
    );
    check_edit(
        "from torch import nn\nm = nn.Sequential(\n    nn.Tanh(),\n    nn.ReLU()  # last\n)\n",
        add(0, 2, "nn.Tanh", &[]),
        expect![[r#"
            from torch import nn
            m = nn.Sequential(
                nn.Tanh(),
                nn.ReLU(),  # last
                nn.Tanh()
            )
        "#]],
    );
    check_edit(
        CLASS,
        add(0, 1, "nn.Dropout", &[]),
        expect![[r#"
        import torch.nn as nn
        import torch

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc1 = nn.Linear(4, 8)  # in
                self.dropout = nn.Dropout()
                self.fc2 = nn.Linear(8, 2)

            def forward(self, x):
                x = torch.relu(self.dropout(self.fc1(x)))
                return self.fc2(x)

        net = Net()
    "#]],
    );
    check_edit(
        CLASS,
        add(0, 0, "nn.Flatten", &[]),
        expect![[r#"
        import torch.nn as nn
        import torch

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.flatten = nn.Flatten()
                self.fc1 = nn.Linear(4, 8)  # in
                self.fc2 = nn.Linear(8, 2)

            def forward(self, x):
                x = torch.relu(self.fc1(self.flatten(x)))
                return self.fc2(x)

        net = Net()
    "#]],
    );
    check_edit(
        CLASS,
        add(0, 2, "nn.Tanh", &[]),
        expect![[r#"
        import torch.nn as nn
        import torch

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc1 = nn.Linear(4, 8)  # in
                self.fc2 = nn.Linear(8, 2)
                self.tanh = nn.Tanh()

            def forward(self, x):
                x = torch.relu(self.fc1(x))
                return self.tanh(self.fc2(x))

        net = Net()
    "#]],
    );
    check_edit(
        LAYERED,
        add(1, 0, "nn.Tanh", &[]),
        expect![
            "refused: nn.Linear is not a container: a layer can be put into a Sequential or a class."
        ],
    );
    check_edit(
        LAYERED,
        add(0, 0, "nn.Linear", &[("in_features", "3 +")]),
        expect!["refused: in_features: `3 +` is not a Python expression."],
    );
}

#[test]
fn removes_layers() {
    let remove = |slot| Edit::RemoveLayer { slot };
    check_edit(
        LAYERED,
        remove(1),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            # squash
            nn.ReLU(),
            nn.Linear(32, 10),
        )
    "#]],
    );
    check_edit(
        LAYERED,
        remove(2),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Linear(64, 32),  # pixels in
            nn.Linear(32, 10),
        )
    "#]],
    );
    check_edit(
        LAYERED,
        remove(3),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Linear(64, 32),  # pixels in
            # squash
            nn.ReLU(),
        )
    "#]],
    );
    check_edit(
        "from torch import nn\nm = nn.Sequential(nn.Linear(1, 2), nn.Tanh())\n",
        remove(1),
        expect![[r#"
        from torch import nn
        m = nn.Sequential(nn.Tanh())
    "#]],
    );
    check_edit(
        "from torch import nn\nm = nn.Sequential(nn.Linear(1, 2), nn.Tanh())\n",
        remove(2),
        expect![[r#"
        from torch import nn
        m = nn.Sequential(nn.Linear(1, 2))
    "#]],
    );
    check_edit(
        CLASS,
        remove(1),
        expect![[r#"
        import torch.nn as nn
        import torch

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc2 = nn.Linear(8, 2)

            def forward(self, x):
                x = torch.relu(x)
                return self.fc2(x)

        net = Net()
    "#]],
    );
    check_edit(
        CLASS,
        remove(2),
        expect![[r#"
        import torch.nn as nn
        import torch

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc1 = nn.Linear(4, 8)  # in

            def forward(self, x):
                x = torch.relu(self.fc1(x))
                return x

        net = Net()
    "#]],
    );
    check_edit(
        LAYERED,
        remove(0),
        expect!["refused: nn.Sequential stands by itself in the text: remove it there."],
    );
    check_edit(
        LAYERED,
        remove(77),
        expect!["refused: This module is no longer in the text."],
    );
}

#[test]
fn moves_layers() {
    check_edit(
        LAYERED,
        Edit::MoveLayer { slot: 2, index: 0 },
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            # squash
            nn.ReLU(),
            nn.Linear(64, 32),  # pixels in
            nn.Linear(32, 10),
        )
    "#]],
    );
    check_edit(
        "from torch import nn\nm = nn.Sequential(nn.Linear(1, 2), nn.Tanh())\n",
        Edit::MoveLayer { slot: 1, index: 1 },
        expect![[r#"
            from torch import nn
            m = nn.Sequential(nn.Tanh(), nn.Linear(1, 2))
        "#]],
    );
    check_edit(
        "from torch import nn\nm = nn.Sequential(\n    nn.Tanh(),\n    nn.ReLU()  # last\n)\n",
        Edit::MoveLayer { slot: 2, index: 0 },
        expect![[r#"
            from torch import nn
            m = nn.Sequential(
                nn.ReLU(),  # last
                nn.Tanh(),
            )
        "#]],
    );
}

#[test]
fn sets_arguments() {
    check_edit(
        LAYERED,
        set(
            1,
            &[
                ("in_features", "64"),
                ("out_features", "48"),
                ("bias", "False"),
            ],
        ),
        expect![[r#"
        from torch import nn

        model = nn.Sequential(
            nn.Linear(64, 48, bias=False),  # pixels in
            # squash
            nn.ReLU(),
            nn.Linear(32, 10),
        )
    "#]],
    );
    let keyed = "from torch import nn\nm = nn.Linear(  # a layer\n    3,\n    out_features=4,  # four\n    bias=False,\n)\n";
    check_edit(
        keyed,
        set(0, &[("in_features", "5"), ("out_features", "4")]),
        expect![[r#"
        from torch import nn
        m = nn.Linear(  # a layer
            5,
            out_features=4,  # four
        )
    "#]],
    );
    check_edit(
        "from torch import nn\nm = nn.Dropout()\n",
        set(0, &[("p", "0.1")]),
        expect![[r#"
        from torch import nn
        m = nn.Dropout(p=0.1)
    "#]],
    );
    check_edit(
        "from torch import nn\n# ü𝟙\nm = nn.Sequential(nn.Linear(3, 4))  # 𝟙\n",
        set(1, &[("in_features", "3"), ("out_features", "9")]),
        expect![[r#"
        from torch import nn
        # ü𝟙
        m = nn.Sequential(nn.Linear(3, 9))  # 𝟙
    "#]],
    );
}

#[test]
fn mends_shapes() {
    let check = |text: &str, module: &str, shapes: &[&[u32]], expected: Expect| {
        let program = Program::new(text);
        let layers = layers().with_own(&program);
        let clash = ShapeClash {
            op: "addmm".into(),
            shapes: shapes.iter().map(|shape| shape.to_vec()).collect(),
            rule: String::new(),
            because: String::new(),
            culprits: Vec::new(),
        };
        let span = program.span(ruff_text_size::TextRange::new(
            0.into(),
            (text.len() as u32).into(),
        ));
        let place = Place {
            module: (!module.is_empty()).then_some(module),
            span: Some(&span),
        };
        let mut said = String::new();
        for repair in repairs(&program, &layers, &clash, &place) {
            let line = |text: &str| text.lines().skip(1).collect::<Vec<_>>().join("\n");
            said += &format!(
                "[{}]\n{}\n",
                repair.label,
                line(&program.with_edits(&repair.edits))
            );
        }
        expected.assert_eq(&said);
    };
    let two = "from torch import nn\nmodel = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(32, 10))\n";
    check(
        two,
        "model.2",
        &[&[16, 128], &[32, 10]],
        expect![[r#"
        [in_features=128]
        model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
        [out_features=32 in model.0]
        model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    "#]],
    );
    let images = "from torch import nn\nmodel = nn.Sequential(nn.Linear(64, 10))\n";
    check(
        images,
        "model.0",
        &[&[16, 8, 8], &[64, 10]],
        expect![[r#"
        [insert nn.Flatten()]
        model = nn.Sequential(nn.Flatten(), nn.Linear(64, 10))
    "#]],
    );
    check(
        images,
        "model.0",
        &[&[16, 9, 9], &[64, 10]],
        expect![[r#"
        [insert nn.Flatten(), in_features=81]
        model = nn.Sequential(nn.Flatten(), nn.Linear(81, 10))
        [in_features=9]
        model = nn.Sequential(nn.Linear(9, 10))
    "#]],
    );
    check(
        "import torch\ny = x @ w\n",
        "",
        &[&[5, 3], &[4, 3]],
        expect![[r#"
        [transpose: w.T]
        y = x @ w.T
    "#]],
    );
}

#[test]
fn the_palette_holds_the_librarys_layers_and_the_learners_own() {
    let program = Program::new(
        "from torch import nn

class Residual(nn.Module):
    \"\"\"Adds what went in to what comes out.\"\"\"
    def __init__(self, width, depth=2):
        super().__init__()

class NotALayer: pass
",
    );
    let library = kindling::library::FILES
        .iter()
        .filter(|(path, _)| path.starts_with("torch/nn/modules/"));
    let layers = Layers::of_library(library.copied()).with_own(&program);
    let entries = layers.entries();
    let classes: Vec<&str> = entries.iter().map(|entry| entry.class.as_str()).collect();
    assert_eq!(classes[0], "Residual");
    for class in [
        "nn.Linear",
        "nn.ReLU",
        "nn.Sequential",
        "nn.Dropout",
        "nn.CrossEntropyLoss",
        "nn.Flatten",
    ] {
        assert!(classes.contains(&class), "{class} is not in {classes:?}");
    }
    assert!(!classes.contains(&"nn.Module") && !classes.contains(&"NotALayer"));
    let own = &entries[0];
    assert_eq!(
        (own.own, own.card.summary.as_str()),
        (true, "Adds what went in to what comes out.")
    );
    let fields: Vec<_> = own
        .fields
        .iter()
        .map(|f| (f.name.as_str(), f.default.as_deref(), f.required))
        .collect();
    assert_eq!(fields, [("width", None, true), ("depth", Some("2"), false)]);
    let linear = entries
        .iter()
        .find(|entry| entry.class == "nn.Linear")
        .map(|entry| &entry.card);
    assert_eq!(
        linear.map(|card| card.formula.as_str()),
        Some("y = x W^\\top + b")
    );
    assert_eq!(
        linear.map(|card| card.signature.as_str()),
        Some("Linear(in_features, out_features, bias=True)")
    );
}
