"""Ops that look at one element of each input at a time."""

UNARY = """abs acos acosh asin asinh atan atanh ceil cos cosh deg2rad digamma erf erfc erfinv exp exp2 expm1 floor frac
isfinite isinf isnan isneginf isposinf lgamma log log10 log1p log2 logical_not logit nan_to_num neg positive rad2deg
reciprocal relu round rsqrt sgn sigmoid sign signbit sin sinc sinh sqrt square tan tanh trunc""".split()
ACTIVATIONS = """celu elu gelu hardshrink hardsigmoid hardswish hardtanh leaky_relu logsigmoid mish relu6 selu silu softplus
softshrink softsign tanhshrink""".split()
BINARY = """add sub mul div true_divide floor_divide remainder fmod pow maximum minimum fmax fmin atan2 hypot copysign
logaddexp logaddexp2 xlogy""".split()
COMPARE = "eq ne lt le gt ge logical_and logical_or logical_xor isclose".split()
BITS = "bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift gcd lcm".split()
PAIRS = """f(2, 3), f(3)|f(2, 1), f(1, 3)|f(2, 3), 2|i(2, 3), 2|i(3), 2.5|f(3), i(3)|i(3), b(3)|u(3), i(3)|f(3), d()|i(), u(3)|
special(), f()|f(0), f(1)|f(3, 2).t(), f(2, 3)|f(2, 3), f(4)|b(3), b(3)|i(3), i(3)|d(2), 3|p(2, 3), p(2, 3)|i32(3), f()|
f(3), True""".replace("\n", "").split("|")


def unary():
    for name in UNARY:
        for x in ("f(2, 3)", "f(3, 2).t()", "f()", "f(0)", "special()", "i(3)", "b(3)", "p(3)", "d(2)"):
            yield f"torch.{name}({x})"
    for name in UNARY[::4]:
        yield f"f(2, 3).{name}()"
        yield f"u(2).{name}()"


def activations():
    for name in ACTIVATIONS:
        for x in ("f(2, 3)", "f(3, 2).t()", "special()", "d(3)", "f(0)", "i(2)"):
            yield f"F.{name}({x})"
    yield from (
        "F.celu(f(4), 0.5)", "F.elu(f(4), alpha=2.0)", "F.gelu(f(4), approximate='tanh')", "F.hardshrink(f(4), 1.0)",
        "F.hardtanh(f(4), -0.5, 2)", "F.leaky_relu(f(4), 0.2)", "F.softplus(f(4), beta=2)", "F.softplus(f(4), 1, 0.5)",
        "F.softshrink(f(4), 1.0)", "F.threshold(f(4), 0.5, 9.0)", "F.prelu(f(2, 3), f(1))", "F.prelu(f(2, 3, 2), f(3))",
        "F.prelu(f(2, 3), f(2))", "F.glu(f(2, 4))", "F.glu(f(2, 4), 0)", "F.glu(f(3))", "F.softmin(f(2, 3), dim=1)",
        "F.rrelu(f(4), training=False)", "F.relu(f(3), inplace=False)", "F.gelu(f(2), approximate='erf')",
        "nn.ReLU()(f(2, 2))", "nn.LeakyReLU(0.1)(f(3))", "nn.Softplus(beta=3)(f(3))", "nn.Hardtanh(-1, 2)(f(4))",
        "nn.Threshold(0.1, 20)(f(4))", "nn.PReLU(2, 0.3)(f(1, 2, 2))", "nn.Softmax2d()(f(1, 2, 2, 2))", "nn.GLU()(f(6))",
        "nn.CELU(2)(f(3))", "nn.Mish()(f(3))", "nn.SiLU()(f(3))", "nn.Softmin(0)(f(3))", "nn.Tanhshrink()(f(3))",
    )


def binary():
    for name in BINARY:
        for pair in PAIRS:
            yield f"torch.{name}({pair})"
    yield from (
        "torch.add(f(3), f(3), alpha=2)", "torch.sub(f(3), f(3), alpha=0.5)", "torch.add(i(3), i(3), alpha=0.5)",
        "torch.div(i(4), 3, rounding_mode='floor')", "torch.div(f(4), f(4), rounding_mode='trunc')",
        "torch.div(i(4), i(4), rounding_mode='trunc')", "torch.div(f(2), 2, rounding_mode='up')", "torch.rsub(f(3), 2)",
        "torch.pow(2, f(3))", "torch.pow(2, i(3).abs())", "torch.pow(i(3), -1)", "torch.pow(f(3), 0)", "torch.pow(f(3), 3)",
        "torch.pow(c(3).abs(), 0.5)", "torch.float_power(i(3), 2)", "torch.float_power(f(3), 2)", "torch.lerp(f(3), f(3), 0.3)",
        "torch.lerp(f(3), f(3), f(3))", "torch.addcmul(f(3), f(3), f(3), value=2)", "torch.addcdiv(f(3), f(3), f(3))",
        "torch.addcmul(f(2, 1), f(3), f(2, 3))", "torch.heaviside(c(3), c(3))", "torch.nextafter(c(2), c(2))",
        "torch.ldexp(f(2), i(2).abs() % 4)", "torch.add(f(3), 'a')", "torch.mul(f(3), None)", "torch.dist(f(3), f(3))",
        "torch.dist(f(2, 3), f(3), 1)", "torch.float_power(f(2), 0.5)", "torch.clamp(f(5), -1, 1)", "torch.clamp(f(5), min=0)",
        "torch.clamp(f(5), max=0.5)", "torch.clamp(f(5), min=f(5), max=f(5))", "torch.clamp(i(5), 0.5)", "torch.clamp(f(3))",
        "torch.clip(f(5), -0.5, 0.5)", "torch.clamp(special(), -1, 1)", "torch.nan_to_num(special(), nan=1.0, posinf=9)",
        "torch.where(c(3) > 0, f(3), f(3))", "torch.where(c(2, 1) > 0, f(3), 0.0)", "torch.where(b(3), i(3), 1.5)",
        "torch.where(b(2, 3))", "torch.where(b(3), f(3), d(3))", "torch.where(f(3), f(3), f(3))", "f(3).where(b(3), 0)",
        "torch.round(f(4), decimals=1)", "torch.logit(p(3), eps=0.3)", "torch.logit(p(3) * 2, 1e-3)",
    )


def compare():
    for name in COMPARE:
        for pair in PAIRS:
            yield f"torch.{name}({pair})"
    yield from (
        "torch.allclose(c(3), c(3))", "torch.allclose(c(3), c(3) * 1.0)", "torch.equal(c(3), c(3))", "torch.equal(c(3), c(2))",
        "torch.isclose(special(), special(), equal_nan=True)", "torch.allclose(special(), special(), equal_nan=True)",
        "torch.allclose(torch.ones(2), torch.ones(2) + 1e-9)", "torch.isclose(c(2), c(2), rtol=0.5, atol=2)",
        "torch.isin(i(4), torch.tensor([1, -3]))", "torch.eq(b(3), True)", "c(3) == None", "c(3) != 'a'", "c(3) < None",
        "c(3) == [1, 2, 3]", "torch.ones(2) == torch.ones(3)", "torch.allclose(c(2), c(2).double())",
    )


def bits():
    for name in BITS:
        for pair in ("i(3), i(3)", "i(2, 1), i(3)", "i(3), 2", "u(3), u(3)", "b(3), b(3)", "i(3), b(3)", "f(3), f(3)", "i32(2), i(2)"):
            yield f"torch.{name}({pair})"
    yield from ("torch.bitwise_not(i(3))", "torch.bitwise_not(b(3))", "torch.bitwise_not(f(3))", "~b(2, 2)", "~i(3)", "~c(2)")


def operators():
    for sign in "+ - * / // % ** @ & | ^ << >> < <= == !=".split():
        for pair in (("f(3)", "f(3)"), ("i(3)", "i(3)"), ("b(3)", "b(3)"), ("f(3)", "2"), ("2", "f(3)"), ("i(3)", "2.5"), ("3", "i(3)"),
                     ("u(2)", "-1"), ("f(2, 2)", "f(2)"), ("c(2)", "'a'"), ("True", "i(2)"), ("i(2)", "True"), ("[1, 2]", "c(2)"),
                     ("c(2)", "(1, 2)"), ("None", "c(2)")):
            yield f"{pair[0]} {sign} {pair[1]}"
    for sign in ("-", "+", "abs"):
        yield from (f"{sign}({x})" for x in ("f(3)", "i(3)", "b(2)", "u(2)"))
    for call in ("int(c())", "float(i(1))", "bool(c(1))", "bool(c(2))", "int(c(2))", "len(c(3, 2))", "len(c())", "round(c(2))",
                 "c(3).tolist()", "i().item()", "b(1).item()", "c(2).item()", "list(c(2))", "c(2, 2)[0].tolist()", "1 in i(3)",
                 "c(2) in c(3, 2)", "divmod(i(3), 2)", "bool(c(0))", "max(c(3))", "sum(f(2, 3))", "sorted(i(3))", "float(c(2))",
                 "hash(c(2)) == 0", "isinstance(c(2), torch.Tensor)", "2.0 - i(2)", "pow(f(2), 2)", "round(c(), 2)", "not c(1)"):
        yield call


def inplace():
    for name in "add_ sub_ mul_ div_ pow_ remainder_ fmod_ maximum".split():
        if name.endswith("_"):
            for pair in (("c(2, 3)", "c(3)"), ("c(3)", "2"), ("i(3)", "2"), ("i(3)", "2.5"), ("i(3)", "c(3)"), ("c(3)", "i(3)"),
                         ("c(3)", "c(2, 3)"), ("f(3)", "1"), ("(f(3) * 1)", "f(3)"), ("b(3)", "b(3)"), ("u(3)", "300"), ("c(3)", "d(3)")):
                yield f"{pair[0]}.{name}({pair[1]})"
    for name in "abs_ exp_ sqrt_ neg_ relu_ sigmoid_ tanh_ floor_ round_ zero_ reciprocal_ clamp_ log_ square_ sin_".split():
        arguments = "0, 1" if name == "clamp_" else ""
        yield from (f"{x}.{name}({arguments})" for x in ("c(2, 3)", "i(3)", "(f(3) * 1)", "c(3, 2).t()", "f(2)"))
    yield from (
        "c(3).fill_(2)", "i(3).fill_(2.7)", "c(3).fill_(c())", "c(2, 2).fill_diagonal_(5)", "(f(3) * 1).fill_(1)", "c(2, 3).copy_(c(3))",
        "c(3).copy_(c(2))", "i(3).copy_(c(3))", "c(3).addcmul_(c(3), c(3), value=0.5)", "c(3).addcdiv_(c(3), c(3))", "c(3).lerp_(c(3), 0.1)",
        "c(3).masked_fill_(b(3), 0)", "c(3).clamp_min_(0)", "c(3).clamp_max_(0)", "c(2, 3).t_()", "c(2, 3).transpose_(0, 1)",
        "c(1, 3).squeeze_()", "c(3).unsqueeze_(0)", "c(3).sub_(c(3), alpha=2)", "c(3).eq_(c(3))", "c(3).gt_(0)", "c(3).logical_not_()",
        "c(3).floor_divide_(0.3)", "i(3).bitwise_and_(5)", "i(3).true_divide_(2)", "c(2, 3).tril_()", "c(2, 3).triu_(1)",
        "c(2, 3).cumsum_(0)", "F.relu(c(3), inplace=True)", "F.relu_(c(3))", "c(3).index_fill_(0, j(2), 7)", "c(3).sigmoid_().mul_(2)",
    )


GROUPS = {"unary": unary, "activations": activations, "binary": binary, "compare": compare, "bits": bits, "operators": operators, "inplace": inplace}
