"""`entraide eval`: measures the memory on your own files, and prints JSON."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.judged import judgments
from bot.cli.lines import reading, refused
from bot.cli.memory import Folder, NoModel, open_model, open_search
from bot.cli.output import print_json, progress
from bot.settings import read_settings
from knowledge.batch import casebook_eval, retrieval_eval
from knowledge.redaction.evaluation import evaluate as evaluate_redaction
from knowledge.triage import Triage
from knowledge.triage.evaluation import evaluate as evaluate_triage

app = typer.Typer(no_args_is_help=True)
app.command()(judgments)

QUESTIONS = typer.Argument(exists=True, dir_okay=False, metavar="QUESTIONS.jsonl")
EXAMPLES = typer.Argument(exists=True, dir_okay=False, metavar="EXAMPLES.jsonl")
CORPUS = typer.Option(exists=True, dir_okay=False, help='Texts: {"id", "text", "title"?} lines.')
QUERIES = typer.Option(exists=True, dir_okay=False, help='Questions: {"id", "text"} lines.')
QRELS = typer.Option(exists=True, dir_okay=False, help="Question, text and grade, by tabs.")


@app.callback()
def measure() -> None:
    """Measure the memory on your own files; prints JSON."""


@app.command()
def casebook(
    questions: Annotated[Path, QUESTIONS], folder: Folder = None, no_model: NoModel = False
) -> None:
    """Measure the search on the casebook.

    Lines are {"id", "text", "style"?, "relevant": {case: grade}}; 2 is the same kind of
    situation, 1 is useful, and no relevant case at all should find nothing close.
    """
    _, search = open_search(read_settings(), folder, no_model=no_model)
    with reading(questions, "Asking") as (source, advance):
        figures = casebook_eval(source, search=search, progress=advance)
    print_json(figures)


@app.command()
def redaction(examples: Annotated[Path, EXAMPLES]) -> None:
    """Measure the masking: which identifying spans are gone, which ordinary words are lost.

    Lines are {"id", "text", "names_to_hide"?, "spans": [{"start", "end", "type"}], "keep"?},
    where keep holds spans that have to stay.
    """
    with reading(examples, "Masking") as (source, _):
        figures = evaluate_redaction(source)
    print_json(figures)


@app.command()
def triage(examples: Annotated[Path, EXAMPLES]) -> None:
    """Measure the triage on whatever the lines carry the right answer to.

    Lines are {"id", "text"} with "categories" and "urgency", with "risk" (danger, distress or
    none), or with a "label": blame or ok.
    """
    with reading(examples, "Reading") as (source, _):
        figures = evaluate_triage(source, Triage())
    print_json(figures)


@app.command()
def retrieval(
    corpus: Annotated[Path, CORPUS],
    queries: Annotated[Path, QUERIES],
    qrels: Annotated[Path, QRELS],
    no_model: NoModel = False,
) -> None:
    """Measure the same engine on any collection, as public test sets are made."""
    embedder, _ = open_model(read_settings(), no_model=no_model)
    with refused(corpus.parent), progress("Reading the texts") as advance:
        figures = retrieval_eval(corpus, queries, qrels, embedder=embedder, progress=advance)
    print_json(figures)
