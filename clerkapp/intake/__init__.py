"""What comes in: Word files edited by hand, and the minutes that a house style is learned from."""
