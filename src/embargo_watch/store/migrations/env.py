"""Let alembic run the steps on the connection that the ledger hands over."""

from alembic import context

from embargo_watch.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
