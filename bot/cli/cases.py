"""`entraide cases`: list, check, show, bring in and take out the casebook."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.cli.case_page import case_page
from bot.cli.memory import Folder
from bot.cli.output import out, print_json, stop
from bot.cli.own_cases import bring_in, take_out
from bot.settings import read_settings
from bot.wording import load as load_wordings
from knowledge import casebook
from knowledge.casebook.shelf import CASES
from knowledge.model import Case, CaseId

app = typer.Typer(no_args_is_help=True)

SHOWN = 3
JSON = typer.Option("--json", help="Print JSON.")
COMMUNITY = typer.Option(help="A community, by its id or name.")
REPLACE = typer.Option("--replace", help="Put newer words in the place of a known case.")


@app.callback()
def cases() -> None:
    """List, check, show, bring in and take out cases and first-hour cards."""


@app.command("list")
def list_cases(folder: Folder = None, as_json: Annotated[bool, JSON] = False) -> None:
    """List the cases with their topic and outcome."""
    book = casebook.load(folder or casebook.shipped())
    if as_json:
        print_json([asdict(case) for case in book.cases.values()])
        return
    say = load_wordings()["fr"]
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for case in book.cases.values():
        name = Text.assemble((case.title, "bold"), "\n", (case.id, "dim"))
        outcome = say(f"outcome-{case.outcome}") if case.outcome else ""
        table.add_row(name, say(f"category-{case.category}"), outcome, case.date)
    for column in table.columns[1:]:
        column.no_wrap = True
    out.print(table, _count(book))


@app.command()
def lint(
    folder: Folder = None,
    fix: Annotated[bool, typer.Option("--fix", help="Put the typography right.")] = False,
) -> None:
    """Check every file: fields, sources, names, formulations, typography."""
    where = folder or casebook.shipped()
    if fix:
        out.print(f"{len(casebook.fix(where))} files put right")
    findings = casebook.lint(where)
    for finding in findings:
        out.print(str(finding), highlight=False, soft_wrap=True, markup=False)
    if findings:
        stop(f"{len(findings)} things to put right in {where}")
    out.print(f"✓ {_count(casebook.load(where))}")


@app.command()
def show(
    case_id: Annotated[str, typer.Argument(metavar="ID")],
    folder: Folder = None,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Show a whole case."""
    case = casebook.load(folder or casebook.shipped()).cases.get(CaseId(case_id))
    if case is None:
        stop(f"no case is called {case_id}", advice="entraide cases list shows them all.")
    if as_json:
        print_json(asdict(case))
    else:
        out.print(*case_page(case, load_wordings()["fr"]), sep="\n")


@app.command("import")
def import_cases(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False)],
    folder: Folder = None,
    community: Annotated[str, COMMUNITY] = "",
    replace: Annotated[bool, REPLACE] = False,
) -> None:
    """Bring cases in: into a folder (--folder), or into a community's own (--community).

    All of them or none. An Entraide that is running finds a community's new ones after a restart.
    """
    if bool(folder) == bool(community):
        stop("give either --folder or --community", code=2)
    brought = _read(files)
    if folder:
        _write(brought, folder, replace=replace)
        out.print(f"✓ {len(brought)} brought into {folder}; entraide cases lint checks them")
        return
    count = asyncio.run(bring_in(read_settings(), brought, community=community, replace=replace))
    out.print(f"✓ {count} brought into {community}")


@app.command("export")
def export_cases(
    folder: Annotated[Path, typer.Argument(file_okay=False, help="Made if needed.")],
    community: Annotated[str, COMMUNITY] = "",
    replace: Annotated[bool, REPLACE] = False,
) -> None:
    """Write the cases that come with Entraide, or a community's own, as Markdown files."""
    taken: Sequence[Case]
    if community:
        taken = asyncio.run(take_out(read_settings(), community=community))
    else:
        taken = list(casebook.load(casebook.shipped()).cases.values())
    _write(taken, folder, replace=replace)
    out.print(f"✓ {len(taken)} written to {folder / CASES}")


def _count(book: casebook.Casebook) -> str:
    cards = {playbook for playbook, _ in book.playbooks}
    return f"{len(book.cases)} cases, {len(cards)} first-hour cards"


def _read(files: Iterable[Path]) -> list[Case]:
    """Read files; raise ``InvalidFile`` with all that is wrong in any."""
    brought: list[Case] = []
    findings: list[casebook.Finding] = []
    for path in files:
        try:
            brought.append(casebook.read_case(path.read_text("utf-8"), path=path))
        except casebook.InvalidFile as invalid:
            findings += invalid.findings
    if findings:
        raise casebook.InvalidFile(findings)
    return brought


def _write(written: Iterable[Case], folder: Path, *, replace: bool) -> None:
    """Write one file a case; none at all when one is there already."""
    targets = {folder / CASES / f"{case.id}.md": case for case in written}
    known = [path.name for path in targets if path.exists()]
    if known and not replace:
        some = ", ".join(known[:SHOWN]) + (" …" if len(known) > SHOWN else "")
        stop(f"{len(known)} already there: {some}", advice="--replace writes over them.")
    (folder / CASES).mkdir(parents=True, exist_ok=True)
    for path, case in targets.items():
        path.write_text(casebook.write_case(case), "utf-8")
