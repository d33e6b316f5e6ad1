"""Names for annotations."""

import builtins

Number = builtins.float
