"""The garbage collector, of which there is none to steer: objects go when nobody holds them."""


def collect(generation=2):
    return 0


def enable():
    pass


def disable():
    pass


def isenabled():
    return True
