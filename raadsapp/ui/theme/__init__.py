"""Colours, sizes, fonts and icons: the one place where the look is decided."""
