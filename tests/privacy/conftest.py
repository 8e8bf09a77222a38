"""What lies in another process's memory can be looked at on Linux only."""

import sys

collect_ignore = [] if sys.platform == "linux" else ["test_memory_after_lock.py"]
