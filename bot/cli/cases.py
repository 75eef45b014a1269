"""`entraide cases`: list, check, show, bring in and take out the casebook."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown
from rich.table import Table

from bot.cli.output import out, print_json, stop
from knowledge import casebook
from knowledge.model import CaseId

app = typer.Typer(no_args_is_help=True)

FOLDER = typer.Option(help="Folder with cases/ and playbooks/; the shipped one by default.")
JSON = typer.Option("--json", help="Print JSON.")


@app.command("list")
def list_cases(
    folder: Annotated[Path | None, FOLDER] = None, as_json: Annotated[bool, JSON] = False
) -> None:
    """List the cases with their topic and outcome."""
    book = casebook.load(folder or casebook.shipped())
    if as_json:
        print_json([asdict(case) for case in book.cases.values()])
        return
    table = Table("id", "title", "topic", "outcome", "date", title=f"{len(book.cases)} cases")
    for case in book.cases.values():
        table.add_row(case.id, case.title, case.category, case.outcome, case.date)
    out.print(table)


@app.command()
def lint(
    folder: Annotated[Path | None, FOLDER] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Put the typography right.")] = False,
) -> None:
    """Check every file: fields, sources, names, formulations, typography."""
    where = folder or casebook.shipped()
    if fix:
        out.print(f"{len(casebook.fix(where))} files put right")
    findings = casebook.lint(where)
    for finding in findings:
        out.print(str(finding), highlight=False, soft_wrap=True)
    if findings:
        stop(f"{len(findings)} things to put right in {where}")
    book = casebook.load(where)
    out.print(f"✓ {len(book.cases)} cases, {len(book.playbooks)} first-hour cards")


@app.command()
def show(case_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Show a whole case."""
    case = casebook.load(casebook.shipped()).cases.get(CaseId(case_id))
    if case is None:
        stop(f"no case is called {case_id}", advice="entraide cases list shows them all")
    text = casebook.write_case(case)
    out.print(Markdown(f"# {case.title}\n{text.split('---', 2)[2]}"))


@app.command("export")
def export_cases(
    folder: Annotated[Path, typer.Argument(help="Where to write; made if needed.")],
) -> None:
    """Write every case as a Markdown file."""
    target = folder / "cases"
    target.mkdir(parents=True, exist_ok=True)
    book = casebook.load(casebook.shipped())
    for case in book.cases.values():
        (target / f"{case.id}.md").write_text(casebook.write_case(case), "utf-8")
    out.print(f"{len(book.cases)} cases written to {target}")
