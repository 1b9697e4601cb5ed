"""Documents in, pairs out: one module per file format."""
