"""`entraide model`: which one is on, and what is said when one cannot be had."""

import json

import pytest

from tests.cli.conftest import Run


def test_model_that_is_on_is_told_with_its_reason(run: Run) -> None:
    assert run("model", "show").out == "none: no model is configured\n"
    assert json.loads(run("model", "show", "--json").out)["kind"] == "none"


def test_missing_model_gives_way_to_the_packaged_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTRAIDE_MODEL", "nobody/nothing")
    mode = json.loads(run("model", "show", "--json").out)
    assert mode["kind"] == "packaged"
    assert "nobody/nothing is not on this machine" in mode["reason"]


def test_fetching_nothing_says_what_to_set(run: Run) -> None:
    done = run("model", "fetch")
    assert done.code == 1
    assert "ENTRAIDE_MODEL" in done.err


def test_name_that_is_none_cannot_be_fetched(run: Run) -> None:
    done = run("model", "fetch", "no such/name/at all")
    assert done.code == 1
    assert "no such/name/at all could not be fetched" in done.err
