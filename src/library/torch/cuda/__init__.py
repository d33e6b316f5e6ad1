"""There is no GPU here, and programs that ask are told so."""


def is_available():
    return False


def device_count():
    return 0


def manual_seed(seed):
    pass


def manual_seed_all(seed):
    pass


def empty_cache():
    pass


def synchronize(device=None):
    _refuse()


def current_device():
    _refuse()


def get_device_name(device=None):
    _refuse()


def _refuse():
    raise RuntimeError(
        "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from "
        "http://www.nvidia.com/Download/index.aspx"
    )


def set_device(device):
    _refuse()


def get_device_properties(device=None):
    _refuse()


def get_device_capability(device=None):
    _refuse()


def is_initialized():
    return False


def is_bf16_supported(including_emulation=True):
    return False


def memory_allocated(device=None):
    return 0


max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def reset_peak_memory_stats(device=None):
    pass


def ipc_collect():
    pass


from . import amp
