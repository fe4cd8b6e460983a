"""Widgets the pages are built from. They show values they are given and never ask the store."""
