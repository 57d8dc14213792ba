"""Say at which moment an entry came, for whoever follows a stream in its own order."""

import datetime as dt
from email.utils import parsedate_to_datetime

import orjson


def moment(content: bytes) -> dt.datetime | None:
    """The ``published`` time of a feed entry (bytes of one JSON object), None where it has none.

    A time without a zone is taken for UTC, a day for its first moment.
    """
    try:
        fields = orjson.loads(content)
    except orjson.JSONDecodeError:
        return None
    stamp = fields.get("published") if isinstance(fields, dict) else None
    if not isinstance(stamp, str):
        return None
    found = _parsed(stamp.strip())
    if found is None:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
    try:
        return found.astimezone(dt.UTC)
    except OverflowError:
        return None


def _parsed(stamp: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(stamp)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stamp)
    except (ValueError, TypeError, IndexError):
        return None
