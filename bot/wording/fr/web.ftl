# The web page's own labels

web-title = Entraide, la page d’essai
web-description = La page d’essai d’Entraide : plusieurs personnes inventées, côte à côte, et tout ce que le robot sait faire.
web-tagline = Page d’essai : des personnes inventées, le vrai fonctionnement.
web-skip = Aller aux conversations
web-home = Revenir à la page d’essai
web-noscript = Cette page a besoin de JavaScript pour montrer les conversations en direct.
web-people = Personnes
web-language = Langue de { $name }
web-language-page = Langue de toute la page

web-part-requester = community manager
web-part-member = membre
web-part-mentor = mentor
web-part-moderator = modération
web-pane = { $name }, { $part }
web-places = Lieux de { $name }
web-place-inbox = Privé
web-place-help = entraide
web-place-mentors = mentors
web-place-moderators = modération

web-empty-requester = Ici arrivent vos messages privés. Une crise ? Tapez /crise, ou commencez d’un clic.
web-empty-member = Ici arrivent vos messages privés. Une crise ? Tapez /crise, ou commencez d’un clic.
web-empty-mentor = Ici arrivent les demandes qui vous correspondent.
web-empty-moderator = Ici arrivent vos messages privés. Tapez /entraide pour ouvrir votre bureau.
web-empty-help = Le salon public : les demandes y paraissent sous un nom de code.
web-empty-mentors = Le salon des mentors : tous y voient les demandes et leur état.
web-empty-moderators = Le salon de la modération : candidatures, cas à relire, signalements.
web-empty-talk = Personne n’a encore écrit ici.
web-hint-command = Tapez / pour agir
web-hint-words = Votre message

web-write = Message de { $name }
web-commands = Commandes
web-attach = Joindre des images
web-pictures = Images à envoyer
web-picture-chosen = Image prête à partir
web-picture-remove = Retirer cette image
web-reply = Répondre à ce message
web-replying = En réponse à
web-not-replying = Ne plus répondre à ce message
web-edit = Modifier ce message
web-delete = Supprimer ce message
web-delete-sure = Supprimer ce message, des deux côtés ?
web-mark-waiting = en route
web-mark-delivered = remis
web-mark-failed = non remis : l’autre personne ne peut pas recevoir de message pour le moment

web-private = Visible par vous seul
web-more = Autres gestes
web-dismiss = Fermer
web-file = Télécharger { $name }
web-file-text = Voir ce qu’il contient
web-masked = masqué :
web-doubt = (à vérifier)
web-choose = Choisir…
web-optional = facultatif
web-form-later = Plus tard
web-form-kept = Brouillon gardé dans ce navigateur
web-resume = Vous aviez commencé à répondre. Votre texte est gardé dans ce navigateur.
web-forget = Jeter

web-unread = non lus
web-jump = Nouveau dans
web-below = Plus récent
web-offline = Le service ne répond pas. Votre texte est gardé ; nous réessayons.

web-not-here-title = Ici, on tape une commande
web-not-here = Personne ne lirait ce message. Tapez / pour voir les commandes. Pour parler à quelqu’un, ouvrez sa conversation ; pour aider, prenez une demande.
web-unknown-command-title = Cette commande n’existe pas
web-unknown-command = Nous ne connaissons pas « /{ $name } ». Tapez / pour voir la liste.

web-guide = Premiers pas
web-guide-progress = { $done } sur { $all }
web-guide-close = Masquer les premiers pas
web-guide-open = Premiers pas
web-step-done = (fait)
web-step-ask = Demander
web-step-ask-how = Camille tape /crise, raconte, puis publie.
web-step-claim = Prendre
web-step-claim-how = Nadia ou Yann clique sur « Je prends ».
web-step-talk = Se parler
web-step-talk-how = Un mot de chaque côté, sans le nom de Camille.
web-step-close = Clore
web-step-close-how = L’un propose, l’autre confirme.
web-step-tell = Raconter
web-step-tell-how = Camille raconte ce qui s’est passé, et valide.
web-step-review = Relire
web-step-review-how = Sacha relit et publie le cas.
web-step-find = Retrouver
web-step-find-how = Louis cherche avec /cas : le cas est là.
