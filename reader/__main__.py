"""`python -m reader` and the `reader` command."""

from __future__ import annotations

from reader.cli.main import main

if __name__ == "__main__":
    main()
