"""Anomaly detection: accepted; backward errors name their op here anyway."""


class detect_anomaly:
    def __init__(self, check_nan=True):
        self.check_nan = check_nan

    def __enter__(self):
        pass

    def __exit__(self, type, value, traceback):
        pass


class set_detect_anomaly(detect_anomaly):
    def __init__(self, mode, check_nan=True):
        super().__init__(check_nan)
        self.mode = mode
