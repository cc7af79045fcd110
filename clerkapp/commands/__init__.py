"""What each command does: it takes the options, prints, and gives its exit status."""
