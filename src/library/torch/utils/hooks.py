"""The handle that registering a hook gives back."""


class RemovableHandle:
    """Takes the hook away again: by `remove()`, or at the end of a `with`."""

    next_id = 0

    def __init__(self, hooks_dict):
        self.hooks = hooks_dict
        self.id = RemovableHandle.next_id
        RemovableHandle.next_id += 1

    def remove(self):
        self.hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.remove()
