"""Mixed precision: there is one precision here, so what asks for a GPU's is told so and goes on in float32."""

import warnings

import torch

__all__ = ["autocast", "GradScaler", "custom_fwd", "custom_bwd", "is_autocast_available"]


class autocast:
    """Computes as before: on a machine without a GPU PyTorch turns autocast off in the same way.

    For the CPU, PyTorch would compute in bfloat16, which isn't here: that is an error.
    """

    def __init__(self, device_type="cuda", dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        if enabled and device_type == "cpu" and dtype is not torch.float32:
            raise NotImplementedError(
                "autocast on the CPU computes in bfloat16, which is not available in Kindling; use enabled=False"
            )
        if enabled and device_type == "cuda":
            warnings.warn("CUDA is not available or torch_xla is imported. Disabling autocast.", UserWarning)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        return False

    def __call__(self, function):
        return function


class GradScaler:
    """Scales by 1: without a GPU PyTorch turns the scaler off in the same way."""

    def __init__(self, device="cuda", init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000,
                 enabled=True):
        if enabled and device == "cuda":
            warnings.warn("torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.", UserWarning)

    def scale(self, outputs):
        return outputs

    def unscale_(self, optimizer):
        pass

    def step(self, optimizer, *args, **kwargs):
        return optimizer.step(*args, **kwargs)

    def update(self, new_scale=None):
        pass

    def is_enabled(self):
        return False

    def get_scale(self):
        return 1.0

    def state_dict(self):
        return {}

    def load_state_dict(self, state_dict):
        pass


def is_autocast_available(device_type):
    return False


def custom_fwd(fwd=None, *, device_type="cuda", cast_inputs=None):
    return fwd if fwd is not None else lambda fwd: fwd


def custom_bwd(bwd=None, *, device_type="cuda"):
    return bwd if bwd is not None else lambda bwd: bwd
