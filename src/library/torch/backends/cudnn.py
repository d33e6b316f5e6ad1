"""Switches for a library that is not here; setting them changes nothing."""

deterministic = False
benchmark = False
enabled = True


def is_available():
    return False


allow_tf32 = True


def version():
    return None
