# Cases, playbooks, and how a request becomes a case

search-title = Chercher un cas d’école
search-question = Décrivez votre situation
search-question-hint = Avec vos mots, même en vrac. Pas besoin d’accents ni de mots savants.
excerpt-done = Ce qui a été fait
excerpt-ending = Comment ça s’est terminé
excerpt-lessons = À retenir
excerpt-why = Pourquoi ce cas : quelqu’un l’a vécu ainsi : « { $passage } ».
excerpt-words = En commun : { $words }.
case-summary = En bref
case-trigger = Ce qui a tout déclenché
case-escalation = Comment c’est monté
case-response = Ce qui a été fait
case-ending = Comment ça s’est terminé
case-lessons = À retenir
case-timeline = Le déroulé, pas à pas
case-sources = { $count ->
    [one] La source
   *[other] Les { $count } sources
}
case-cite = Pour citer ce cas : /cas { $id }
judged-title = Merci
judged = Votre avis sert à mesurer si les cas proposés aident vraiment.
corrected-title = C’est corrigé
corrected = Toutes les réponses montrent la nouvelle version.
retracted-title = Le cas est retiré
retracted = Plus aucune réponse ne le montrera.
playbooks-title = Les fiches réflexes
playbooks-intro = Une fiche, c’est ce qu’il faut faire dans la première heure, et qui prévenir.
playbooks-choose = Choisir une fiche
playbook-contacts = Qui prévenir
playbook-avoid = À éviter
contact-who = Qui
contact-when = Quand
contact-how = Comment

debrief-form-title = Ce qui s’est passé
debrief-intro = Sans noms, sans marques : tout sera masqué comme votre demande, et vous relirez avant que quiconque d’autre ne lise.
debrief-title = Un titre
debrief-title-hint = Ce que vous auriez cherché ce jour-là.
debrief-situation = La situation
debrief-situation-hint = Ce qui l’a déclenchée, comment c’est monté.
debrief-response = Ce que vous avez fait
debrief-response-hint = Dans l’ordre, avec les délais si vous les avez.
debrief-outcome = Comment ça s’est terminé
debrief-outcome-hint = Honnêtement, même en demi-teinte.
debrief-lessons = Ce que vous en retenez
debrief-lessons-hint = Une leçon par ligne.
debrief-submit = Voir le cas
consent-title = Voici le cas, mot pour mot
consent-text = Vous seul le voyez. Si vous êtes d’accord, un modérateur le relit, puis il est publié dans le recueil de la communauté. Rien n’y mène à vous.
consent-edited-title = Les modérateurs proposent une autre version
consent-edited = Voici ce qui change. Rien n’est publié sans votre accord.
consent-footnote = Une fois publié, un cas peut encore être corrigé ou retiré par les modérateurs.
agreed-title = Merci
agreed = Un modérateur va relire. Vous serez prévenu quand le cas sera publié.
refused-draft-title = C’est entendu
refused-draft = Le cas ne sera pas publié.
review-title = Cas à relire
review-empty = Rien n’attend de relecture.
review-choose = Choisir un cas
review-count = { $count ->
    [one] Un cas attend.
   *[other] { $count } cas attendent.
}
review-card-title = Un cas à relire
review-text = La personne qui l’a vécu est d’accord avec ces mots. Vérifiez que rien ne permet de reconnaître quelqu’un, et que la leçon sert.
review-edit-submit = Proposer ces mots
review-waits = La personne qui l’a vécu n’a pas encore répondu à cette version. Dès qu’elle l’accepte, le cas revient dans le salon de modération, prêt à publier.
review-footnote = Si vous changez un mot, la personne devra donner son accord de nouveau.
decline-title = Ne pas publier
decline-reason = Pourquoi ?
decline-hint = La personne lira vos mots : soyez bienveillant.
draft-edited-title = C’est proposé
draft-edited = La personne voit vos changements et doit les accepter avant la publication.
draft-declined-title = C’est décliné
draft-declined = La personne est prévenue, avec votre raison.
draft-not-published-title = Votre cas ne sera pas publié
draft-not-published = La raison des modérateurs : { $reason }
case-published-title = C’est publié
case-published = « { $title } » se trouve dès maintenant avec /cas.
your-case-published-title = Votre histoire aide déjà
your-case-published = « { $title } » est dans le recueil. Merci.
