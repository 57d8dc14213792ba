"""Takes bytes in and keeps them as they came; the only network."""

from embargo_watch.capture.inputs import captures
from embargo_watch.capture.vault import Vault

__all__ = ["Vault", "captures"]
