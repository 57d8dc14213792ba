"""Shared by the tests of reading: making captures out of words."""

import json

import pytest

from embargo_watch.model.capture import Capture
from embargo_watch.read import read


@pytest.fixture
def read_as():
    """Read content as a media type, under the name ``source``."""

    def reading(content, media_type="text/plain", given=None):
        if isinstance(content, dict):
            content, media_type = json.dumps(content, ensure_ascii=False), "application/json"
        if isinstance(content, str):
            content = content.encode()
        return read(
            Capture(
                source="source",
                entry="source",
                media_type=media_type,
                content=content,
                given=given or {},
            )
        )

    return reading
