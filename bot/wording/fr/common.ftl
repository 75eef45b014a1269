# Words that all screens share

category-bad-buzz = Bad buzz
category-trolls-harcelement = Trolls et harcèlement
category-boulette = Boulette
category-compte-pirate = Compte piraté
category-pression-direction = Pression de la direction
category-ethique = Éthique
category-portee-payante = Portée et publicité
category-moderation = Modération
category-relation-client = Relation client
category-communaute-en-revolte = Communauté en révolte
category-fake-news = Fausse information
category-cadre-metier = Cadre du métier
category-epuisement = Épuisement
category-influenceurs = Influence
category-unknown = Non précisée

urgency-now = Maintenant
urgency-now-hint = Ça brûle, il me faut quelqu’un tout de suite
urgency-today = Aujourd’hui
urgency-today-hint = Dans la journée, c’est bien
urgency-week = Cette semaine
urgency-week-hint = J’ai le temps d’y réfléchir

state-draft = Brouillon
state-scheduled = Publication à venir
state-open = En attente d’un mentor
state-claimed = En cours
state-resolved = Résolue
state-withdrawn = Retirée
state-expired = Expirée
state-erased = Effacée

outcome-success = Bien géré
outcome-mixed = En demi-teinte
outcome-failure = Raté

language-fr = Français
language-en = Anglais
platform-web = la page web de démonstration
platform-discord = Discord
platform-slack = Slack
host-unknown = la personne qui l’a installé

label-urgency = Urgence
label-category = Sujet
label-state = État
label-outcome = Issue
label-sector = Secteur
label-platform = Plateforme
label-country = Pays
label-date = Date
label-request = Demande
label-receipt = Code de reçu
label-standing = Statut
label-mentors = { $count ->
    [one] Mentor
   *[other] Mentors
}

button-publish = Publier anonymement
button-edit = Modifier
button-cancel = Annuler
button-add = Ajouter
button-save = Enregistrer
button-send = Envoyer
button-search = Chercher
button-details = Ajouter un détail
button-urgency = Changer l’urgence
button-withdraw = Retirer ma demande
button-claim = Je prends
button-not-for-me = Pas pour moi
button-pause = En pause
button-out = Je me retire
button-pause-until = En pause jusqu’à un jour…
button-back = Je suis de retour
button-undo = Annuler, c’était une erreur
button-part = Ne plus jamais me proposer ce mentor
button-release = Rendre
button-hand-over = Transmettre
button-invite = Inviter
button-backup = Besoin de renfort
button-join = Je rejoins
button-accept = J’accepte
button-decline = Décliner
button-snippets = Réponses types
button-new-snippet = Nouvelle réponse type
button-send-snippet = Envoyer « { $title } »
button-close = Clore
button-close-yes = Oui, c’est fini
button-close-no = Non, on continue
button-name = Lever l’anonymat
button-give-name = Donner mon nom
button-keep-name = Revenir en arrière
button-decline-name = Non, restons-en là
button-become-mentor = Devenir mentor
button-report = Signaler
button-block = Bloquer l’auteur, sans savoir qui
button-read-case = Lire le cas
button-read-playbook = Lire la fiche
button-useful = Utile
button-not-useful = Pas utile
button-correct = Corriger ce cas
button-retract = Retirer ce cas
button-debrief = Raconter ce qui s’est passé
button-reopen = Redemander de l’aide
button-agree = Je suis d’accord
button-refuse = Ne pas publier
button-publish-case = Publier le cas
button-review = Relire les cas en attente
button-erase = Effacer
button-erase-yes = Effacer pour de bon
button-erase-all = Effacer tout ce qui me concerne
button-my-data = Voir mes données
button-receipt = J’ai un code de reçu
button-receipt-use = Utiliser ce code
button-resume = Reprendre
button-read = Lire la conversation
button-reply = Répondre
button-another = Demander un autre mentor
button-ask = Demander de l’aide
button-profile = Modifier mon profil
button-link-account = Relier un autre compte
button-leave = Ne plus être mentor
button-partners = Communautés partenaires
button-invite-partner = Inviter une communauté
button-accept-partner = J’ai reçu un code
button-make-code = Obtenir un code
button-become-partners = Devenir partenaires
button-approve = Approuver

you = Vous
unnamed-draft = brouillon
language-chosen-title = C’est noté
language-chosen = Nous continuons en français.

length-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
length-hours = { $count ->
    [one] une heure
   *[other] { $count } heures
}
length-minutes = { $count ->
    [one] une minute
   *[other] { $count } minutes
}
