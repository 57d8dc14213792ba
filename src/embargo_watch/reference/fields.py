"""Check the fields of a data file one by one, so that a mistake is named by file, entry, field."""

import re
from collections.abc import Mapping
from typing import cast

from embargo_watch.errors import InvalidReference

ISO_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def entries(content: object, file_name: str) -> list[object]:
    """The content as a list; raises InvalidReference if it is none."""
    if not isinstance(content, list):
        raise InvalidReference(f"data/{file_name}: a list is expected, not {content!r:.60}")
    return content


def mapping_of(content: object, file_name: str, entry: str) -> Mapping[str, object]:
    """The content as a mapping with text for keys; raises InvalidReference if it is none."""
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise InvalidReference(
            f"data/{file_name}: {entry}: a mapping is expected, not {content!r:.60}"
        )
    return cast("Mapping[str, object]", content)


def text_of(
    record: Mapping[str, object], field: str, file_name: str, entry: str, default: str | None = None
) -> str:
    """A field's text, or the default where the field is absent; raises InvalidReference else."""
    value = record.get(field, default)
    if not isinstance(value, str) or (default is None and not value):
        raise InvalidReference(
            f"data/{file_name}: {entry}: {field}: text is expected, not {value!r}"
        )
    return value


def strings(
    record: Mapping[str, object], field: str, file_name: str, entry: str
) -> tuple[str, ...]:
    """A field's texts in the file's order, () where absent; raises InvalidReference else.

    A long list may be written as one text with commas between, which loads many times faster.
    """
    value = record.get(field, [])
    if isinstance(value, str):
        value = [text.strip() for text in value.split(",")]
    if not isinstance(value, list):
        raise InvalidReference(f"data/{file_name}: {entry}: {field}: a list is expected")
    for text in value:
        if not isinstance(text, str) or not text.strip() or text != text.strip():
            raise InvalidReference(
                f"data/{file_name}: {entry}: {field}: trimmed text is expected, not {text!r}"
            )
    return tuple(value)


def flag(record: Mapping[str, object], field: str, file_name: str, entry: str) -> bool:
    """A yes-or-no field, false where absent; raises InvalidReference for anything else."""
    value = record.get(field, False)
    if not isinstance(value, bool):
        raise InvalidReference(f"data/{file_name}: {entry}: {field}: true or false is expected")
    return value
