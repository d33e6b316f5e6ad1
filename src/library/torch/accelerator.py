"""There is no accelerator here, and programs that ask are told so."""


def is_available():
    return False


def device_count():
    return 0


def current_accelerator(check_available=False):
    """None: there is none."""
    return None


def synchronize(device=None):
    raise RuntimeError("Cannot access accelerator device when none is available.")
