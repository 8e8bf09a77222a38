"""What looks wrong but may well be right: shown beside the field, never in the way."""

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True, slots=True)
class Doubt:
    """A remark about one field.

    The code names the sentence (`i18n.messages`), the facts fill its gaps; like those of a
    refusal they hold nothing that may not be shown or logged.
    """

    field: str
    code: str
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)
