"""Anomaly detection: backward fails at the first nan, and says which line of the forward pass made it."""

import _autograd


class detect_anomaly:
    """As a context: backward raises at the first function that returns nan, and names the line that called it.

    Example:
        x = torch.tensor(0.0, requires_grad=True)
        try:
            with torch.autograd.detect_anomaly():
                (x.sqrt() * 0).backward()
        except RuntimeError as error:
            print(error)
    """

    def __init__(self, check_nan=True):
        self.check_nan = check_nan
        self.former = None

    def __enter__(self):
        self.former = _autograd.is_anomaly_enabled(), _autograd.is_anomaly_check_nan_enabled()
        _autograd.set_anomaly_enabled(True, self.check_nan)

    def __exit__(self, type, value, traceback):
        _autograd.set_anomaly_enabled(*self.former)


class set_detect_anomaly:
    """Switches anomaly detection on or off: at once, or for the length of a `with`.

    Example:
        with torch.autograd.set_detect_anomaly(True):
            print(torch.is_anomaly_enabled())
        torch.is_anomaly_enabled()
    """

    def __init__(self, mode, check_nan=True):
        self.former = _autograd.is_anomaly_enabled(), _autograd.is_anomaly_check_nan_enabled()
        _autograd.set_anomaly_enabled(mode, check_nan)

    def __enter__(self):
        pass

    def __exit__(self, type, value, traceback):
        _autograd.set_anomaly_enabled(*self.former)
