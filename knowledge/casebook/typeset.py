"""Applies typography to every text of a case or a playbook that a person reads."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from knowledge.model import Case, Playbook
from knowledge.typography import english, in_language

Typographer = Callable[[str], str]


def typeset_case(case: Case) -> Case:
    """Return the case with its prose typeset; addresses and the titles of sources stay."""
    own = partial(in_language, language=case.language)
    return replace(
        case,
        title=own(case.title),
        title_en=english(case.title_en),
        formulations=_each(own, case.formulations),
        formulations_en=_each(english, case.formulations_en),
        timeline=tuple(
            replace(step, event=own(step.event), response=own(step.response))
            for step in case.timeline
        ),
        summary_en=english(case.summary_en),
        trigger=own(case.trigger),
        escalation=own(case.escalation),
        response=_each(own, case.response),
        ending=own(case.ending),
        lessons=_each(own, case.lessons),
    )


def typeset_playbook(playbook: Playbook) -> Playbook:
    """Return the playbook with its prose typeset; contacts and the titles of sources stay."""
    own = partial(in_language, language=playbook.language)
    return replace(
        playbook,
        title=own(playbook.title),
        summary=own(playbook.summary),
        formulations=_each(own, playbook.formulations),
        steps=tuple(replace(step, at=own(step.at), do=own(step.do)) for step in playbook.steps),
        warn=tuple(
            replace(row, who=own(row.who), when=own(row.when), how=own(row.how))
            for row in playbook.warn
        ),
        avoid=_each(own, playbook.avoid),
        body=own(playbook.body),
    )


def _each(typographer: Typographer, texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(typographer, texts))
