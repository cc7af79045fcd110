"""What stands beside the item, and what is read aloud."""
