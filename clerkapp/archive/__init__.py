"""Everything that is kept on this computer: the only SQL in Clerkapp."""
