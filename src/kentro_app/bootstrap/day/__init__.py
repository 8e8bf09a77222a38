"""`kentro --offscreen --out DIR`: one front-desk day, driven through the real windows."""

from kentro_app.bootstrap.day.command import run

__all__ = ["run"]
