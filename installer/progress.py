"""What is said while packages are installed, and when they cannot be."""

import re
from collections import deque

KEPT_LINES = 15
# One line of pip's for each line of a lock file, wherever it finds the package.
PACKAGE = re.compile(
    r"(?:Collecting|Processing|Requirement already satisfied:) (?:\S*[/\\])?([\w.]+(?:-[a-z]\w*)*)"
    r".* \(line \d+\)"
)
OFFLINE = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "Network is unreachable",
    "Connection refused",
    "ProxyError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "SSLError",
    "(from versions: none)",
)


class Trouble(Exception):
    """Something expected went wrong; the text is for the person at the keyboard."""


class LineCounter:
    """Turns pip's chatter into a line per package, and keeps its end for a failure."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._collected = 0
        self.last_lines: deque[str] = deque(maxlen=KEPT_LINES)

    def see(self, line: str) -> None:
        """Take one line of pip's output."""
        self.last_lines.append(line.rstrip())
        if not self._total:
            return
        if line.startswith("Ignoring "):  # for another system or Python
            self._total -= 1
        elif found := PACKAGE.match(line):
            self._collected += 1
            print(f"  {self._collected:3} of {self._total}  {found[1]}", flush=True)
        elif line.startswith("Installing collected"):
            print("  unpacking ...", flush=True)


def pip_trouble(last_lines: deque[str]) -> Trouble:
    """The sentence for a failed installation, with pip's own last lines below it."""
    said = "\n".join(last_lines)
    if any(sign in said for sign in OFFLINE):
        cause = (
            "The packages could not be fetched: the package index does not answer or lacks them."
        )
        advice = "Check the network (or the proxy) and start the same command again."
    elif "DO NOT MATCH THE HASHES" in said:
        cause = "A package is not the one that was pinned, and was refused."
        advice = "Do not go on with it; tell the maintainers what is written below."
    else:
        cause = "The packages could not be installed."
        advice = "What pip said at the end is below."
    return Trouble(f"{cause}\n{advice}\n\n{said}")
