"""The item in the middle: its entries, and what is typed into them."""
