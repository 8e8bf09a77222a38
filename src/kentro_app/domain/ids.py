"""Identifiers made offline, by any desk, without asking anybody."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A UUIDv7 with random bits from the operating system.

    Nothing may be read from its time part: a desk's clock can be wrong.
    """
    return UUID(int=uuid_utils.uuid7().int)
