"""Build hook: compiles the message catalogues and puts what ships into the wheel.

In an editable installation the files stay where they are, beside `src`; only the catalogues
are compiled there (see `assets`).
"""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):
    """Resources go in as they are; of the translations only what `gettext` reads."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a wheel is built; `version` is `standard` or `editable`."""
        root = Path(self.root)
        catalogues = runpy.run_path(str(root / "installer" / "catalogues.py"))
        compiled = catalogues["compile_all"](root / "translations")
        if version == "standard":
            build_data["force_include"]["resources"] = "kentro_app/_resources"
            for catalogue in compiled:
                place = catalogue.relative_to(root / "translations").as_posix()
                build_data["force_include"][str(catalogue)] = f"kentro_app/_translations/{place}"
