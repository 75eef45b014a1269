# Rehearsals of cases

drill-title = Répéter avant que ça arrive
drill-intro = Un cas vécu se déroule, moment par moment. À chaque arrêt, vous dites ce que vous feriez, puis vous voyez ce qui a vraiment été fait. Personne n’est noté.
drill-language = Les réponses restent privées et disparaissent au bout de sept jours.
drill-choose-kind = Choisir un sujet
button-drill-any = Au hasard
drill-resume = Vous en étiez au moment { $number } sur { $all }.
drill-cases-title = { $category } : les scénarios
drill-cases = Le titre en dit un peu, la suite reste à découvrir.
drill-cases-none = Pas encore de cas à jouer sur ce sujet.
drill-choose-case = Choisir un cas
drill-case-title = Scénario : { $title }
drill-opening = { $count ->
    [one] Un seul moment où il faut agir. Comptez cinq minutes.
   *[other] { $count } moments où il faut agir. Comptez dix minutes.
}
drill-opening-team = En équipe, le scénario s’affiche dans le salon d’entraide : tout le monde répond, sans nom, et vous menez la séance.
button-drill-alone = Jouer seul
button-drill-team = Jouer en équipe
drill-moment = { $title } ({ $number } sur { $all })
drill-what-now = Que faites-vous maintenant ?
drill-team-answers = { $count ->
    [0] Personne n’a encore répondu.
    [one] Une réponse est arrivée.
   *[other] { $count } réponses sont arrivées.
}
drill-team-names = Les réponses s’affichent ensemble, sans nom.
button-drill-answer = Dire ce que je ferais
button-drill-show = Voir ce qui a été fait
button-drill-next = La suite
button-drill-end = La fin de l’histoire
button-drill-say = Répondre
button-drill-other = Un autre scénario
drill-form-title = Que faites-vous ?
drill-text = Ce que vous feriez, dans l’ordre
drill-text-hint = Qui prévenez-vous ? Que dites-vous, où ? Que surtout ne pas faire ? Des phrases courtes suffisent.
drill-you-said = Ce qui a été proposé
drill-done = Ce qui a vraiment été fait
drill-ending-title = { $title } : la fin
drill-thought-of = Vous y avez pensé
drill-thought = { $point } (« { $words } »)
drill-to-keep = À garder en tête pour la prochaine fois
drill-kind-words = Sous le coup, personne ne pense à tout. Ce qui a été répété une fois revient plus vite.
drill-how-compared = Le rapprochement se fait sur les mots et les idées : il en manque. C’est vous qui jugez.
drill-begun-title = C’est parti
drill-begun = Le scénario est dans le salon d’entraide. Montrez ce qui a été fait quand chacun a répondu.
drill-noted-title = Noté
drill-noted = Votre réponse s’affichera avec les autres, sans nom.
drill-shown-title = C’est affiché
drill-shown = Le salon voit la suite.
