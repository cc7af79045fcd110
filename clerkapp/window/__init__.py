"""The Qt window: the agenda, the item with its entries, and what stands beside them."""
