"""What an act or a regulation asks of a meeting, by jurisdiction."""
