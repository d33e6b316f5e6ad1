"""Making layers without drawing their first weights."""

import torch


def skip_init(module_cls, *args, **kwargs):
    """A module whose parameters have no values of their own yet; the random numbers stay where they were."""
    if not issubclass(module_cls, torch.nn.Module):
        raise RuntimeError(f"Expected a Module; got {module_cls}")
    state = torch.get_rng_state()
    module = module_cls(*args, **kwargs)
    torch.set_rng_state(state)
    return module
