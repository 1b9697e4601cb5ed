"""Everything on disk: paths, settings, models, memory, library."""
