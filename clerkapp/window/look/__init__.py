"""Colours, sizes and the widgets that have no meaning of their own."""
