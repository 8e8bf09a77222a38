"""Import this before anything else that comes with Qt: it makes every later import lighter.

Qt for Python looks at each module after its import: one whose source contains "PySide6" could ask
for its other way of naming things (`from __feature__ import snake_case`). Reading all of those
sources took an eighth of the time until a session was ready, and 22 MiB, for Python keeps the
lines that it once read. Nobody here asks for that, and where there are no sources, as in an
installed program, it finds nothing either. From here on every module counts as one that may use Qt
and asks for nothing.
"""

from importlib import import_module

import PySide6.QtCore  # noqa: F401 - it brings the look at each module

_feature = import_module("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside"):  # an inner matter of Qt for Python, and may go
    setattr(_feature, "_mod_uses_pyside", lambda _module: True)  # noqa: B010
