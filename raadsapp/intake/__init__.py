"""Delivered files: bytes to cells, cells to observations and findings. Knows the dossier, not the store."""
