"""A meeting as plain text and as JSON, each read and written without loss."""
