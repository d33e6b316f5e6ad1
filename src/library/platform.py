"""The machine, as far as there is one."""

import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")


def uname():
    return uname_result("Emscripten", "kindling", "1.0", "#1", "wasm32", "")


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return uname().processor


def architecture(executable="", bits="", linkage=""):
    return "32bit", ""


def platform(aliased=0, terse=0):
    return "Emscripten-1.0-wasm32-32bit"


def python_version():
    return "{}.{}.{}".format(*sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"
