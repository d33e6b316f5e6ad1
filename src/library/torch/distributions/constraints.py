"""What parameters and values have to be."""

import torch


class Constraint:
    """A set of values, and how it is named in messages."""

    event_dim = 0

    def __init__(self, name, check, event_dim=0):
        self.name = name
        self.check = check
        self.event_dim = event_dim

    def __repr__(self):
        return self.name


real = Constraint("Real()", lambda value: value == value)
real_vector = Constraint("IndependentConstraint(Real(), 1)", lambda value: (value == value).all(-1), 1)
positive = Constraint("GreaterThan(lower_bound=0.0)", lambda value: value > 0)
nonnegative = Constraint("GreaterThanEq(lower_bound=0.0)", lambda value: value >= 0)
unit_interval = Constraint("Interval(lower_bound=0.0, upper_bound=1.0)", lambda value: (value >= 0) & (value <= 1))
boolean = Constraint("Boolean()", lambda value: (value == 0) | (value == 1))
nonnegative_integer = Constraint("IntegerGreaterThan(lower_bound=0)", lambda value: (value % 1 == 0) & (value >= 0))
simplex = Constraint(
    "Simplex()", lambda value: torch.all(value >= 0, dim=-1) & ((value.sum(-1) - 1).abs() < 1e-6), 1
)
one_hot = Constraint("OneHot()", lambda value: ((value == 0) | (value == 1)).all(-1) & (value.sum(-1) == 1), 1)
lower_cholesky = Constraint(
    "LowerCholesky()",
    lambda value: (value.tril() == value).flatten(-2).all(-1) & (torch.diagonal(value, dim1=-2, dim2=-1) > 0).all(-1), 2,
)
positive_definite = Constraint(
    "PositiveDefinite()", lambda value: (torch.linalg.eigvalsh(value) > 0).all(-1), 2
)


def less_than(high):
    return Constraint(f"LessThan(upper_bound={high})", lambda value: value < high)


def greater_than(low):
    return Constraint(f"GreaterThan(lower_bound={low})", lambda value: value > low)


def interval(low, high):
    return Constraint(f"Interval(lower_bound={low}, upper_bound={high})", lambda value: (value >= low) & (value <= high))


def integer_interval(low, high):
    return Constraint(
        f"IntegerInterval(lower_bound={low}, upper_bound={high})",
        lambda value: (value % 1 == 0) & (value >= low) & (value <= high),
    )


def multinomial(total):
    return Constraint(
        "Multinomial()", lambda value: (value >= 0).all(-1) & (value.sum(-1) <= total), 1
    )
