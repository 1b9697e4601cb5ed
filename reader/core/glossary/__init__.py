"""The term base: terms, where they stand in German, and their proof in English."""
