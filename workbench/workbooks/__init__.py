"""The workbooks room."""
