"""The steps that build the database, run by alembic when a store is opened."""
