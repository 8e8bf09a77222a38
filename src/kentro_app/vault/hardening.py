"""A process that leaves no core dump and that other programs of the same user cannot read.

Not against an administrator of the machine, nor against what she runs; only the end
of the process and an encrypted disk help there. The Windows part has not been tried
on a real machine and asks for no right that an ordinary user lacks.
"""

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass

_PR_SET_DUMPABLE = 4
_SEM_QUIET = 0x0001 | 0x0002  # no dialogs that would keep a crashed process alive


@dataclass(frozen=True, slots=True)
class Hardening:
    """Which measures took effect."""

    no_core_dump: bool
    unreadable: bool


def harden_process() -> Hardening:
    """Do what this system offers; never raises, because a log-in must not hang on it."""
    if sys.platform == "win32":
        return Hardening(
            no_core_dump=_attempt(_no_error_report), unreadable=_attempt(_deny_reading)
        )
    return Hardening(no_core_dump=_attempt(_no_core), unreadable=_attempt(_not_dumpable))


def _attempt(measure: Callable[[], bool]) -> bool:
    try:
        return measure()
    except (OSError, AttributeError, ImportError, ValueError):
        return False


def _no_core() -> bool:
    import resource  # noqa: PLC0415 - absent on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return True


def _not_dumpable() -> bool:
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)


if sys.platform == "win32":
    # owner: end, wait for and ask the name of the process, nothing else; the system: everything
    _RULES = "D:P(A;;0x00101001;;;OW)(A;;0x001fffff;;;SY)"
    _REVISION = 1
    _DACL = 4

    def _no_error_report() -> bool:
        ctypes.windll.kernel32.SetErrorMode(_SEM_QUIET)
        report = ctypes.windll.LoadLibrary("wer.dll")
        return bool(report.WerAddExcludedApplication(sys.executable, False) == 0)

    def _deny_reading() -> bool:
        rules = ctypes.c_void_p()
        advapi, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.LocalFree.argtypes = [ctypes.c_void_p]
        advapi.SetKernelObjectSecurity.argtypes = [
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.c_void_p,
        ]
        if not advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            _RULES, _REVISION, ctypes.byref(rules), None
        ):
            return False
        try:
            return bool(advapi.SetKernelObjectSecurity(kernel.GetCurrentProcess(), _DACL, rules))
        finally:
            kernel.LocalFree(rules)
