# The conversation

news-title = { $name }
news-wave-1 = Les mentors les mieux placés viennent d’être prévenus. En attendant, la fiche réflexe dit quoi faire dans la première heure.
news-wave-2 = Pas encore de réponse : nous demandons à d’autres mentors. En attendant, la fiche réflexe peut vous aider.
news-wave-3 = Nous avons maintenant prévenu tous les mentors disponibles. Vous n’êtes pas oublié : un détail de plus, depuis /boite, peut les aider à se décider.
news-wave-4 = Les modérateurs cherchent quelqu’un pour vous. Si cela s’apaise, vous pouvez aussi retirer votre demande.
news-claimed = { $mentor } prend votre demande. Écrivez ici, comme dans une conversation : vos messages lui arrivent sans votre nom.
news-joined = { $mentor } rejoint la conversation.
news-reminder = Un mot, même court ? La personne attend depuis un moment. Si ce n’est plus le bon moment pour vous, rendez la demande : c’est très bien aussi.
news-released-released = { $mentor } ne peut pas continuer. Nous cherchons quelqu’un d’autre, tout de suite.
news-released-released-thread = { $mentor } a rendu la demande.
news-released-another = C’est entendu : nous cherchons un autre mentor.
news-released-another-thread = La personne préfère parler à quelqu’un d’autre. Cela arrive, et ne dit rien de votre aide. Merci.
news-released-silent = Votre mentor n’a pas pu se rendre disponible. Nous cherchons quelqu’un d’autre, tout de suite.
news-released-silent-thread = La demande est de nouveau ouverte : la personne attendait. Aucun reproche, cela arrive à tout le monde.
news-released-undone = C’était un clic de trop : nous cherchons toujours quelqu’un pour vous.
news-released-undone-thread = La prise est annulée.
news-released-left = Votre mentor n’est plus disponible. Nous cherchons quelqu’un d’autre, tout de suite.
news-released-left-thread = La demande est de nouveau ouverte.
news-offer-declined = { $mentor } ne peut pas prendre la suite.
news-handed-over = { $mentor } passe le relais à { $other }.
news-kept-open = L’autre personne préfère continuer encore un peu.
news-resolved = La conversation est close. Merci d’avoir été là.
news-withdrawn = La personne a retiré sa demande. Merci d’avoir été là.
news-expired = Personne n’a pu prendre votre demande, et nous en sommes désolés. Vous pouvez la rouvrir depuis votre boîte, ou relire la fiche réflexe.
news-thanks = La personne que vous avez aidée vous remercie.

message-deleted = Message supprimé
message-edited = modifié
message-waiting = (en cours d’envoi)
message-failed = (non remis)
message-pictures = { $count ->
    [one] (une image)
   *[other] ({ $count } images)
}
picture-alt = Image envoyée par { $author }

close-question = L’autre personne pense que c’est réglé. Et pour vous ?
silence-warning = Plus personne n’écrit depuis deux jours. Sans nouvelles, la conversation se fermera demain.
close-proposed-title = C’est proposé
close-proposed = L’autre personne va confirmer, ou préférer continuer.
closed-title = La conversation est close
closed = Merci. Le lien avec un compte sera détruit dans sept jours.
kept-open-title = On continue
kept-open = L’autre personne est prévenue.

ended-title = { $name }, c’est fini
ended-text = Est-ce que cela vous a aidé ? Votre réponse n’est jamais publique.
ended-debrief = Votre histoire peut éviter à quelqu’un d’autre de la vivre seul. Si vous voulez, racontez-la : vous verrez et validerez chaque mot avant publication. Vous pouvez aussi ne rien faire.
ended-footnote = Le lien avec votre compte sera détruit dans sept jours.
rating-1 = Pas vraiment
rating-2 = Un peu
rating-3 = Beaucoup
rated-title = Merci
rated = Votre mentor sait que son aide a compté.
another-asked-title = C’est entendu
another-asked = Nous cherchons quelqu’un d’autre. Votre mentor est prévenu avec tact.

parted-title = C’est entendu
parted = Vous ne vous croiserez plus ici. Cette personne n’en saura rien.
news-requester-gone = La personne n’est plus joignable : elle a quitté le serveur, ou son compte est fermé. La conversation s’arrête là, et ce n’est pas à cause de vous. Merci d’avoir été là.
news-name-kept = L’autre personne préfère en rester là pour les noms. Rien n’a été dit.
name-title = Lever l’anonymat : { $name }
name-intro = Rien n’est montré tant que l’autre personne n’a pas accepté aussi. Ensuite, seul l’autre voit le nom que vous donnez. Jusque-là, vous pouvez revenir en arrière.
name-label = Le nom que vous donnez
name-hint = Votre nom, un pseudo, un moyen de vous joindre : à vous de choisir.
name-question = L’autre personne propose que vous vous disiez vos noms. Rien n’est montré tant que vous n’avez pas accepté tous les deux. Vous pouvez dire non, sans raison.
names-shared = L’autre personne dit s’appeler : { $name }
names-footnote = Vous seul voyez ceci. Gardez-le pour vous.
name-given-title = C’est proposé
name-given = L’autre personne est prévenue. Elle ne verra votre nom que si elle donne le sien.
names-mutual-title = Vous vous connaissez
names-mutual = Chacun reçoit le nom de l’autre, en privé.
name-kept-title = C’est entendu
name-kept = Rien n’est montré. Vous restez qui vous étiez l’un pour l’autre.
invitation-title = Et si c’était votre tour ?
invitation = Quelqu’un vous a aidé il y a quelques jours. Ce que vous avez traversé peut servir à d’autres : si un jour vous en avez envie, devenez mentor, sous le nom que vous voulez.
invitation-footnote = Nous ne le demandons qu’une fois.
news-after-hard = Cette conversation a pu peser. Ce que vous ressentez est normal : soufflez, parlez-en à un autre mentor, mettez-vous en pause si vous voulez. Merci d’avoir tenu.
inbox-title = Votre boîte
inbox-empty = Vous n’avez aucune demande.
own-title = Votre demande : { $name }
conversation-title = Conversation : { $name }
conversation-empty = Personne n’a encore écrit.
reply-title = Répondre
reply-text = Votre message
reply-sent-title = C’est envoyé
reply-sent = Votre message est en route.
reread-title = Relisez-vous ?
reread-intro = La personne en face est seule et exposée. Ces mots pourraient se lire comme un reproche. Changez-les si vous voulez, ou envoyez-les tels quels.
reread-text = Votre message

snippets-title = Réponses types
snippets-none = Aucune pour l’instant. Écrivez celles que vous répétez souvent.
snippet-sent-title = C’est envoyé
snippet-sent = « { $text } »
snippet-form-title = Nouvelle réponse type
snippet-form-name = Son nom
snippet-form-text = Son texte
snippet-form-hint = Les mots nom et demande, entre accolades, seront remplacés par votre nom et le nom de code.
snippet-form-shared = Pour tous les mentors
snippet-form-shared-hint = Seuls les modérateurs peuvent partager une réponse avec tout le monde.
snippets-drop = Retirer une réponse type
snippet-removed-title = C’est retiré
snippet-removed = Cette réponse type n’existe plus.
snippet-kept-title = C’est gardé
snippet-kept = Vous la retrouverez sous « Réponses types ».
