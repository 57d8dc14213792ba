"""The ledger: the only package that knows a database.

``Ledger.open`` opens one; ``Ledger.writer`` adds to it, ``Ledger.settle`` brings its accounts up
to date and ``Ledger.view`` reads it.
"""

from embargo_watch.store.ledger import Ledger

__all__ = ["Ledger"]
