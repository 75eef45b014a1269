# Asking for help

ask-title = Que se passe-t-il ?
ask-intro = Rien ne part sans votre accord. Peuvent savoir que c’est vous : { $platform }, toujours ; qui héberge ce service ({ $host }), tant que la demande est ouverte. N’écrivez ni données de santé, ni rien qui vous mette en danger.
ask-text = Racontez, comme ça vient
ask-text-hint = Ce qui est arrivé, depuis quand, ce que vous avez déjà fait, ce dont vous avez peur.
ask-urgency = C’est pour quand ?
ask-category = Sujet
ask-category-hint = Sinon, nous en proposerons un d’après votre texte.
ask-names = Noms à cacher
ask-names-hint = Votre marque, vos collègues, le produit, séparés par des virgules. Masqués partout.
ask-excluded = Qui ne faut-il pas solliciter ?
ask-excluded-hint = Un secteur ou une organisation : concurrents, votre propre agence…
ask-discreet = Publier plus tard, à un moment au hasard
ask-discreet-hint = Sous vingt minutes, sans garantie. Jamais si c’est pour maintenant.
ask-stays-home = Rester dans ma communauté
ask-stays-home-hint = Si personne ne répond, ne rien proposer aux communautés partenaires.
ask-submit = Relire avant de publier

preview-title = Voici ce que les autres verraient
preview-promise = Vous seul voyez ceci. Rien n’est publié tant que vous n’avez pas cliqué.
preview-masked = { $count ->
    [0] Nous n’avons rien eu à masquer. Relisez tout de même.
    [one] Un passage a été masqué.
   *[other] { $count } passages ont été masqués.
}
preview-doubts = Les passages soulignés pourraient faire reconnaître quelqu’un : nous les avons laissés, à vous de voir.
preview-suggested = { $category } (suggéré d’après votre texte)
preview-later = Ce sera publié à un moment au hasard, dans les vingt minutes qui suivent votre clic.
preview-not-later = Vous vouliez publier plus tard. Comme c’est pour maintenant, nous ne vous ferons pas attendre : ce sera publié dès votre clic. Si cela peut attendre, changez l’urgence avec « Modifier ».
preview-footnote = Votre style, l’heure ou un détail peuvent vous trahir auprès de qui vous connaît.
mask-hint = masqué
doubt-hint = à vérifier

care-danger-title = Vous d’abord
care-distress-title = Ce que vous vivez pèse lourd
care-text = Votre demande peut attendre une minute. Si c’est dur en ce moment, pour vous ou pour quelqu’un que vous lisez, des personnes dont c’est le métier répondent, sans juger. C’est gratuit et confidentiel.
care-3114 = 3114
care-3114-what = Prévention du suicide, jour et nuit, 7 jours sur 7
care-3018 = 3018
care-3018-what = Cyberharcèlement, tous les jours de 9 h à 23 h
care-116006 = 116 006
care-116006-what = Aide aux victimes, tous les jours de 9 h à 19 h
care-112 = 112
care-112-what = Danger immédiat
care-footnote = Vous seul voyez ceci. Ce n’est noté nulle part et cela ne change rien à votre demande.
care-anyway-title = Si vous avez besoin de parler
care-anyway = Si c’est dur en ce moment, des personnes dont c’est le métier répondent, sans juger. C’est gratuit et confidentiel.
kept-words-title = Ce que vous avez écrit
kept-words = Rien n’est perdu : copiez ces mots si vous voulez les garder. Personne d’autre ne les a vus.

cases-none-title = Rien de très proche
cases-none = Aucun cas du recueil ne ressemble assez à votre situation pour vous aider : nous préférons le dire. Un mentor, lui, pourra vous répondre.
cases-near-title = Rien de très proche, mais…
cases-near = Aucun cas ne ressemble vraiment au vôtre. Voici les moins éloignés, à prendre avec recul.

published-title = C’est publié : { $name }
published-later-title = Ce sera publié bientôt : { $name }
published-later-next = Rien n’est encore visible. Ce sera publié à un moment au hasard, dans les vingt minutes, et les mentors seront prévenus alors. Si cela devient plus urgent, changez l’urgence : pour maintenant, c’est publié aussitôt.
published-next = Les mentors sont prévenus. Dès que l’un d’eux prend votre demande, une conversation privée s’ouvre ici. Il ne sait pas qui vous êtes. Personne ne le sait, sauf la plateforme et, le temps de la demande, la personne qui héberge ce service.
published-receipt = Notez ce code : il ne s’affichera plus. Avec lui, vous pourrez retirer ou effacer la demande depuis n’importe quel compte, même si vous perdez celui-ci.

draft-cancelled-title = C’est effacé
draft-cancelled = Rien n’a été publié et rien n’est gardé.
withdrawn-title = Demande retirée
withdrawn = { $name } n’est plus visible de personne.
reopened-title = Votre demande est de nouveau ouverte
reopened = Les mentors sont prévenus que { $name } a encore besoin d’aide.
details-title = Ajouter un détail
details-text = Ce qui a changé, ou que vous aviez oublié
details-added-title = C’est ajouté
details-added = Le détail a été masqué comme le reste, et tout le monde voit la nouvelle version.
urgency-title = Changer l’urgence
urgency-changed-title = C’est changé
urgency-changed = Les mentors voient la nouvelle urgence.
urgency-waiting-title = C’est changé
urgency-waiting = Ce sera publié avec cette urgence, au moment prévu.
