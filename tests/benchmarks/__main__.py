"""`make bench`: the speed that the project promises, measured on this machine.

Ends with 1 when a bar is missed. Nothing is written but to a temporary folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.glossary import measure_glossary
from tests.benchmarks.random_model import ARGOS_SHAPE, OUTPUT_PIECES, RandomModel
from tests.benchmarks.reading import measure_openings
from tests.benchmarks.throughput import measure_rates
from tests.benchmarks.waiting import measure_waits
from tests.packages import install_package


def main() -> int:
    """Measure everything, print it, and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="zwiesprache-bench-") as folder:
        work_dir = Path(folder)
        os.environ["READER_HOME"] = str(work_dir / "home")
        # No reader.toml of this folder has a say.
        os.chdir(work_dir)
        package_dir = RandomModel().write(work_dir / "translate-de_en-0_1")
        install_package(work_dir / "home", package_dir, "0.1")
        settings_path = work_dir / "home" / "reader.toml"
        settings_path.write_text("retry = false\n", encoding="utf-8")
        shape = ARGOS_SHAPE
        print(
            f"random model: {shape.encoder_layers}+{shape.decoder_layers} layers,"
            f" width {shape.width}, {shape.pieces} pieces, int8;"
            f" every output has {OUTPUT_PIECES} pieces",
            flush=True,
        )
        rates = measure_rates(package_dir, work_dir)
        print(*rates.report(), sep="\n", flush=True)
        waits = measure_waits(work_dir)
        print(*waits.report(), sep="\n", flush=True)
        cost = measure_glossary()
        print(*cost.report(), sep="\n", flush=True)
        openings = measure_openings()
        print(*openings.report(), sep="\n", flush=True)
        os.chdir("/")
    is_good = rates.are_good() and waits.are_good() and cost.are_good()
    is_good = is_good and openings.are_good()
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
