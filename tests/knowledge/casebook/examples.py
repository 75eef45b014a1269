"""A small casebook in which nothing is wrong, for tests to spoil one thing at a time."""

from pathlib import Path

CASE = """\
---
id: fanfare-2020
kind: case
language: fr
title: "Une fanfare municipale se trompe de compte"
title_en: "A town band posts from the wrong account"
category: boulette
also: [bad-buzz]
sector: Culture
country: France
date: 2020-03
platforms: [X]
organisation: Fanfare Tonitruante
outcome: success
confidence: high
formulations:
  - "j’ai publié ma blague avec les accès du travail"
  - "mauvais compte blague"
  - "tout le monde a vu mon message perso chez notre club"
  - "jsuis mal g posté au mauvais endroit"
  - "mon chef appelle, dois-je effacer ou rire avec eux"
  - "notre piscine a tweeté mon état d’âme, j’ai honte"
formulations_en:
  - "a silly joke went out with the office login"
  - "wrong account what now"
  - "my boss saw my personal post on our page"
timeline:
  - at: "avant"
    event: "Deux comptes sur un même téléphone."
  - at: "T+0"
    event: "Le message part."
    response: "Personne ne réagit encore."
  - at: "T+20 min"
    event: "Les captures tournent."
    response: "Un mot d’excuse, avec humour."
  - at: "à la fin"
    event: "On en sourit."
summary_en: >-
  A town band posted a private joke from its official account. Screenshots went round within twenty minutes. The team
  said sorry with a smile, left the apology up, separated the accounts on the phone, and wrote a rule of two readers. The
  town laughed with them and the next concert was full. The takeaway: say it fast, say it once, and make the slip
  impossible to repeat.
sources:
  - title: "La fanfare et son message"
    url: "https://example.org/fanfare"
---

## Ce qui a tout déclenché
Un dimanche soir, la personne qui anime les réseaux de la fanfare croit écrire à ses amis. Le téléphone a gardé ouverte la
page officielle : sa plaisanterie sur la fatigue des cuivres paraît devant quatre mille abonnés, qui se demandent d’abord
si c’est voulu.

## Comment c’est monté
En vingt minutes, les captures passent d’un groupe à l’autre. La mairie téléphone, un élu plaisante, un journal local
prépare un article. Rien de méchant, mais tout le monde regarde ce que la fanfare va dire, et chaque minute de silence
fait grossir la petite histoire.

## Ce qui a été fait
1. Vingt minutes plus tard, un message simple reconnaît l’erreur.
2. Le lendemain, les deux comptes sont séparés.
3. Une règle de relecture à deux est écrite.

## Comment ça s’est terminé
Le public a ri avec la fanfare. L’article a paru sans venin, le concert suivant était plein, et l’animatrice a gardé
son poste. Il reste une capture qui ressort parfois, sans dommage.

## À retenir
- Dites-le vite, dites-le une fois.
- Séparez les comptes sur le téléphone.
- Faites relire.
"""

PLAYBOOK_FR = """\
---
id: fausse-manoeuvre
kind: playbook
language: fr
title: "La fausse manœuvre"
category: boulette
also: [bad-buzz]
urgency: now
summary: "Un message est parti du mauvais compte : cette fiche donne les gestes de la première heure, dans l’ordre."
formulations:
  - "un"
  - "deux"
  - "trois"
  - "quatre"
  - "cinq"
  - "six"
steps:
  - at: "0–2 min"
    do: "Respirez."
  - at: "2–5 min"
    do: "Faites une capture."
  - at: "5–10 min"
    do: "Prévenez."
  - at: "10–20 min"
    do: "Dites un mot."
  - at: "20–60 min"
    do: "Séparez les comptes."
warn:
  - who: "Direction"
    when: "tout de suite"
    how: "téléphone"
    contact: ""
  - who: "Juridique"
    when: "si quelqu’un est visé"
    how: "appel"
    contact: ""
  - who: "Collègue"
    when: "au bout d’une heure"
    how: "de vive voix"
    contact: ""
avoid:
  - "Effacer sans un mot."
  - "Accuser un collègue."
  - "Répondre à chaud."
sources:
  - title: "Loi sur la confiance"
    url: "https://example.org/loi"
    date: "2004-06-21"
  - title: "Conseils"
    url: "https://example.org/conseils"
see: [fanfare-2020, fanfare-2020]
reviewed: 2026-11
---

## Les mots

"""
_FILLER = "Dites ce qui est arrivé, ce que vous faites, et quand vous reviendrez le dire. " * 12
PLAYBOOK_FR += f"{_FILLER.strip()}\n\nDepuis la loi du 21 juin 2004, gardez les preuves [1].\n"
PLAYBOOK_EN = PLAYBOOK_FR.replace("language: fr", "language: en").replace(
    "compte : cette", "compte: cette"
)


def write_book(folder: Path, *, case: str = CASE, french: str = PLAYBOOK_FR) -> Path:
    """Write the small casebook into ``folder`` and return it."""
    (folder / "cases").mkdir()
    (folder / "playbooks").mkdir()
    (folder / "cases" / "fanfare-2020.md").write_text(case, "utf-8")
    (folder / "playbooks" / "fausse-manoeuvre.md").write_text(french, "utf-8")
    (folder / "playbooks" / "fausse-manoeuvre.en.md").write_text(PLAYBOOK_EN, "utf-8")
    return folder
