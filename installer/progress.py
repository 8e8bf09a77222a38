"""What is said while packages are installed, and when they cannot be."""

from collections import deque

KEPT_LINES = 15
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
        words = line.split()
        if not self._total or not words:
            return
        # A package that is there already is announced with "Requirement already satisfied".
        if words[0] == "Collecting" or line.startswith("Requirement already"):
            self._collected += 1
            name = words[1] if words[0] == "Collecting" else words[3]
            print(f"  {self._collected:3} of {self._total}  {name.split('==')[0]}", flush=True)
        elif words[0] == "Installing" and "collected" in words:
            print("  unpacking ...", flush=True)


def pip_trouble(last_lines: deque[str]) -> Trouble:
    """The sentence for a failed installation, with pip's own last lines below it."""
    said = "\n".join(last_lines)
    if any(sign in said for sign in OFFLINE):
        cause = "The packages could not be fetched: the package index does not answer."
        advice = "Check the network (or the proxy) and start the same command again."
    elif "DO NOT MATCH THE HASHES" in said:
        cause = "A package is not the one that was pinned, and was refused."
        advice = "Do not go on with it; tell the maintainers what is written below."
    else:
        cause = "The packages could not be installed."
        advice = "What pip said at the end is below."
    return Trouble(f"{cause}\n{advice}\n\n{said}")
