# What cannot be done, said kindly, with what to do next

refusal-title = Ce n’est pas possible
refusal = Ce n’est pas possible maintenant. Réessayez, ou ouvrez /boite.
refusal-not-allowed = Vous ne pouvez pas faire cela ici.
refusal-too-late = La demande a changé entre-temps : { $state }. Ouvrez /boite pour voir où elle en est.
refusal-already-claimed = { $mentor } vient de la prendre. Merci d’avoir voulu aider.
refusal-not-found = Nous ne trouvons plus cela. C’est peut-être effacé, ou ce n’est pas à vous. Ouvrez /boite pour voir vos demandes.
refusal-too-many = C’est beaucoup d’un coup. Attendez un peu et réessayez.
refusal-too-many-requests = Vous avez déjà demandé { $maximum } fois aujourd’hui. Reprenez une demande depuis /boite, ou revenez demain.
refusal-too-many-here = Beaucoup de demandes arrivent en même temps dans cette communauté, plus que les mentors ne peuvent en lire. Votre texte est gardé ici : renvoyez-le dans une heure. En attendant, /cas et /fiche répondent toujours.
refusal-too-many-messages = Doucement : { $maximum } messages par minute au plus. Votre texte est gardé, renvoyez-le dans un instant.
refusal-invalid-answers = Presque : regardez les réponses marquées.
refusal-bad-file = Ce fichier ne passe pas. Envoyez une image PNG, JPEG ou WebP.
refusal-file-too-big = Cette image est trop lourde. Envoyez-en une de moins de { $maximum } Mo, ou une capture d’écran recadrée.
refusal-file-heic = Les photos HEIC ne passent pas. Faites une capture d’écran, ou exportez-la en JPEG.
refusal-file-document = Les documents ne passent pas : ils gardent le nom de leur auteur. Envoyez une capture d’écran de la page utile.
refusal-file-broken = Cette image est abîmée ou incomplète. Essayez une capture d’écran.
refusal-not-a-mentor = C’est réservé aux mentors approuvés. Tapez /mentor pour proposer votre aide.
refusal-not-a-moderator = C’est réservé aux modérateurs.
refusal-not-yours = Cette conversation n’est plus la vôtre. Merci de l’avoir suivie.
refusal-own-request = C’est votre propre demande : un autre mentor va la prendre.
refusal-avoided = Cette personne a demandé un autre mentor. Merci de laisser la place.
refusal-at-capacity = { $count ->
    [one] Vous suivez déjà une demande, le maximum que vous avez choisi. Rendez-la, ou changez votre profil avec /mentor.
   *[other] Vous suivez déjà { $count } demandes, le maximum que vous avez choisi. Rendez-en une, ou changez votre profil avec /mentor.
}
refusal-undo-too-late = Il est trop tard pour annuler. Vous pouvez rendre la demande depuis son fil : c’est très bien aussi.
refusal-already-holder = Cette personne suit déjà la conversation.
refusal-cannot-take-it = Cette personne ne peut pas prendre cette demande. Choisissez quelqu’un d’autre.
refusal-close-not-proposed = Personne n’a proposé de clore. Vous pouvez le proposer.
refusal-names-shared = Vous vous êtes déjà dit vos noms.
refusal-unknown-invitation = Ce code n’est plus valable. Demandez-en un autre au modérateur de l’autre communauté.
refusal-own-invitation = C’est le code de votre propre communauté : donnez-le à l’autre.
refusal-account-taken = Ce compte a déjà un profil de mentor.
refusal-rating = Choisissez une des trois réponses.
refusal-message-deleted = Ce message est supprimé.
refusal-draft-moved-on = Ce cas a changé d’étape entre-temps. Rouvrez-le pour voir où il en est.
refusal-mentor-left = Cette personne n’est plus mentor.
refusal-author-forgotten = Trop tard pour bloquer : le lien entre cette demande et un compte est déjà détruit, personne ne peut plus le retrouver.
refusal-blocked = Vous ne pouvez pas demander d’aide ici pour le moment : la modération de « { $community } » l’a décidé, sans savoir qui vous êtes. Si c’est une erreur, ou pour en parler, écrivez-lui. Les cas d’école et les fiches réflexes vous restent ouverts.
refusal-blocked-until = Vous ne pouvez pas demander d’aide ici jusqu’au { $day } inclus : la modération de « { $community } » l’a décidé, sans savoir qui vous êtes. Si c’est une erreur, ou pour en parler, écrivez-lui. Les cas d’école et les fiches réflexes vous restent ouverts.
refusal-report-settled = Ce signalement a déjà été regardé.
refusal-block-over = Ce blocage est déjà levé, ou il a pris fin.
refusal-unknown-receipt = Ce code ne correspond à aucune demande. Vérifiez-le, ou la demande est déjà effacée.
refusal-unknown-case = Ce cas n’existe pas, ou a été retiré. Cherchez avec vos mots : /cas.
refusal-unknown-playbook = Cette fiche n’existe pas. Voyez la liste : /fiche.
refusal-unknown-act = Ce bouton ne marche plus. Retapez la commande.
refusal-snippet-gone = Cette réponse type n’existe plus.

fault-empty = Écrivez quelques mots ici.
fault-too-long = C’est trop long : { $maximum } caractères au plus. Gardez l’essentiel, vous pourrez ajouter des détails ensuite.
fault-no-words = Dites-le avec des mots, même en vrac.
fault-too-many-pictures = Quatre images au plus par message.
fault-choose = Choisissez une des réponses proposées.
fault-hours = Nous ne comprenons pas ces heures. Par exemple : lun-ven 9-18, sam 10-12.
fault-holidays = Nous ne comprenons pas ces dates. Par exemple : 24/12/2026 – 2/1/2027, 14/5/2027.
fault-link-code = Ce code n’est plus valable. Demandez-en un autre par /mentor, avec votre premier compte.
fault-day = Nous ne comprenons pas ce jour. Par exemple : 4/1/2027.
fault-day-past = Choisissez un jour à venir.
fault-capacity = Un nombre de 1 à 20.
fault-time-zone = Ce fuseau est inconnu. Par exemple : Europe/Paris.

incident-title = Quelque chose a cassé de notre côté
incident = Ce n’est pas vous. Réessayez dans un instant : rien de ce que vous avez écrit n’est perdu. Si cela continue, donnez ce code à la personne qui héberge : { $code }
unsent-title = Ce message n’est pas parti
unsent = Quelque chose a cassé de notre côté, ce n’est pas vous. La personne en face ne l’a pas reçu, et rien n’est perdu : vos mots sont là où vous les avez écrits. Envoyez-les de nouveau dans un instant. Si cela continue, donnez ce code à la personne qui héberge : { $code }
unchanged-title = Ce changement n’est pas parti
unchanged = Quelque chose a cassé de notre côté, ce n’est pas vous. La personne en face lit encore vos mots d’avant, et rien n’est perdu : les nouveaux sont là où vous les avez écrits. Changez-les encore un peu dans un instant, ou écrivez-les dans un nouveau message. Si cela continue, donnez ce code à la personne qui héberge : { $code }
undeleted-title = Ce message n’est pas encore retiré
undeleted = Quelque chose a cassé de notre côté, ce n’est pas vous. La personne en face peut encore le lire. Nous le retirerons quand nous retrouverons le fil ; si cela presse, dites-le-lui, et donnez ce code à la personne qui héberge : { $code }
refusal-drill-gone = Ce scénario n’est plus là : ils s’effacent au bout de sept jours. Tapez /scenario pour en commencer un autre.
refusal-drill-not-yours = C’est à qui a ouvert la séance de mener la suite. Vous pouvez répondre.
refusal-drill-moved-on = Le scénario a déjà avancé. Tapez /scenario pour le reprendre où il en est.
refusal-drill-no-story = Ce cas n’a pas de déroulé à jouer. Choisissez-en un autre avec /scenario.
refusal-role-needed = Ici, les mentors ont un rôle que vous n’avez pas. Demandez-le aux modérateurs, puis tapez de nouveau /mentor.
refusal-role-lost = Vous n’avez plus le rôle que les mentors ont ici. Ce que vous suiviez a été confié à d’autres, sans reproche, et merci d’avoir été là. Quand vous l’aurez de nouveau, proposez-vous avec /mentor.
refusal-nobody-reads = La personne qui vous suivait n’est plus mentor ici : ce message ne lui a pas été remis. Nous cherchons quelqu’un d’autre dès maintenant. Gardez vos mots : renvoyez-les quand on vous répond, ou ajoutez-les à votre demande par /boite.
