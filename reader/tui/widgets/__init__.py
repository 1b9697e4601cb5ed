"""Widgets of the terminal reader, one a module."""
