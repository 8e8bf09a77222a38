"""What the invisible screen cannot do, and says so each time."""


def pytest_configure(config):
    for words in ("support raise", "support grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not {words}")
