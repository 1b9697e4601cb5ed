"""`reader models`: the engines and packages of this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reader.cli import notes, output
from reader.cli.options import chosen_service, common_options, json_option
from reader.errors import ExitCode
from reader.service.packages import InstalledPackage


@click.group("models", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """List, install, remove and verify engines and packages."""


@command.command("list")
@json_option
@common_options
def list_models(as_json: bool) -> None:
    """List what is installed, the one that runs marked with '*'."""
    with chosen_service() as service:
        packages = service.shelf.read_installed()
        chosen = service.find_package()
        if as_json:
            for package in packages:
                output.print_json(package_record(package, package == chosen))
            return
        if not packages:
            notes.note("nothing is installed; 'reader models install builtin' does it")
            return
        output.print_table(
            ("", "name", "engine", "version", "folder"),
            [
                (
                    "*" if package == chosen else "",
                    package.name,
                    package.engine,
                    package.version,
                    package.path,
                )
                for package in packages
            ],
        )


@command.command("install")
@click.argument("what", metavar="builtin|NAME|FILE")
@click.option(
    "--gguf",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Make the built-in engine from this file of its base model.",
)
@common_options
def install(what: str, gguf: Path | None) -> None:
    """Install an engine: builtin, a package of the Argos index, or a file.

    `reader models install translate-de_en` fetches the official German-English
    package; this is the only command that uses the network. An .argosmodel file
    that was fetched elsewhere installs without it.
    """
    with chosen_service() as service:
        package = service.shelf.install(what, gguf)
        output.print_line(f"{package.name}: {package.path}")


@command.command("remove")
@click.argument("name")
@common_options
def remove(name: str) -> None:
    """Remove an installed engine or package."""
    with chosen_service() as service:
        package = service.shelf.remove(name)
        notes.note(f"removed {package.name}: {package.path}")


@command.command("verify")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@json_option
@common_options
def verify(names: tuple[str, ...], as_json: bool) -> int:
    """Compare the files of packages (default: all) with their checksums.

    Ends with 1 when a file is missing or changed.
    """
    with chosen_service() as service:
        shelf = service.shelf
        found = {name: shelf.verify(shelf.find(name)) for name in names}
        found = found or shelf.verify_all()
    for name, problems in found.items():
        if as_json:
            output.print_json({"name": name, "problems": problems})
        elif problems == [name]:
            output.print_line(name)
        else:
            output.print_line(f"{name}: {'damaged' if problems else 'whole'}")
            for problem in problems:
                output.print_line(f"  {problem}")
    return ExitCode.FAILED if any(found.values()) else ExitCode.DONE


def package_record(package: InstalledPackage, is_chosen: bool) -> dict[str, Any]:
    """Return a package as the JSON object of `reader models list --json`."""
    return {
        "name": package.name,
        "engine": package.engine,
        "version": package.version,
        "from": package.from_code,
        "to": package.to_code,
        "path": str(package.path),
        "sha256": package.checksum,
        "ours": package.is_ours,
        "runs": is_chosen,
    }
