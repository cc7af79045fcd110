"""What comes in: Word files that were exported here and then edited by hand."""
