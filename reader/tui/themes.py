"""The themes: dark, light and high contrast, the first one is the default."""

from __future__ import annotations

from textual.theme import Theme

THEMES = (
    Theme(
        name="reader-dark",
        primary="#7aa2f7",
        secondary="#bb9af7",
        accent="#e0af68",
        foreground="#d5d9e8",
        background="#16181f",
        surface="#1d2029",
        panel="#262a36",
        success="#9ece6a",
        warning="#e0af68",
        error="#f7768e",
        dark=True,
    ),
    Theme(
        name="reader-light",
        primary="#2456b3",
        secondary="#7a3fb0",
        accent="#7d4a00",
        foreground="#22252b",
        background="#fbfaf7",
        surface="#f2f0ea",
        panel="#e6e3da",
        success="#2e6b1f",
        warning="#8a5200",
        error="#b3202f",
        dark=False,
    ),
    Theme(
        name="reader-contrast",
        primary="#00ffff",
        secondary="#ffffff",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        success="#00ff00",
        warning="#ffff00",
        error="#ff8080",
        dark=True,
    ),
)
