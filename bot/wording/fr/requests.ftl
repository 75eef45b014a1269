# A request as mentors and moderators see it

card-title = { $name } demande de l’aide
card-footnote = Demande anonyme. Répondez en la prenant, pas dans le salon.
notice-title = { $name } a besoin de quelqu’un comme vous
notice-over-title = { $name } : c’est réglé pour vous
notice-why = Pourquoi vous : { $reasons }.
reason-category = vous connaissez ce sujet
reason-language = vous parlez sa langue
reason-hours = c’est dans vos heures
reason-sector = vous connaissez le secteur
reason-experience = votre expérience est proche
reason-past = vous avez aidé dans un cas proche
reason-free = vous n’avez rien en cours
reason-none = vous êtes disponible
pause-2h = Deux heures
pause-1d = Un jour
pause-1w = Une semaine

thread-title = Conversation avec { $name }
thread-how = Écrivez ici : vos messages arrivent à la personne, et ses réponses s’affichent dans ce fil. Elle voit votre nom de mentor, vous ne voyez pas le sien.
thread-footnote = Écoutez d’abord. Demandez les faits, le délai, qui est prévenu. Ne demandez jamais qui elle est.

claimed-title = C’est à vous : { $name }
claimed = La conversation est ouverte dans son fil. Un premier mot rapide rassure beaucoup.
released-title = C’est rendu
released = { $name } est de nouveau ouverte aux autres mentors. Merci de l’avoir dit.
passed-title = C’est noté
passed = D’autres mentors sont prévenus. Rien n’est retenu contre vous.
offer-title = Transmettre à…
offer-who = Quel mentor ?
offered-title = C’est proposé
offered = La personne est prévenue. Tant qu’elle n’a pas accepté, la demande reste la vôtre.
offer-declined-title = C’est noté
offer-declined = La demande reste où elle est.
backup-called-title = Le renfort est appelé
backup-called = Les autres mentors voient que vous aimeriez être deux.
joined-title = Vous êtes à bord : { $name }
joined = La conversation est dans son fil.
handover-title = On vous propose { $name }
handover-text = { $mentor } aimerait vous transmettre cette conversation.
backup-title = Renfort demandé : { $name }
backup-text = { $mentor } aimerait être épaulé.

alert-unanswered-title = Personne n’a encore pris { $name }
alert-unanswered = Tous les mentors ont été sollicités. Pouvez-vous trouver quelqu’un ?
alert-reported-requester-title = Signalement : { $name }
alert-reported-requester = La personne qui a demandé de l’aide signale la conversation.
alert-reported-mentor-title = Signalement : { $name }
alert-reported-mentor = Le mentor signale la conversation.
alert-footnote = Personne, pas même vous, ne peut savoir qui a écrit. Vous pouvez seulement empêcher ce compte de demander pendant un mois.
reported-title = C’est signalé
reported = Les modérateurs vont regarder. Vous pouvez continuer, ou vous arrêter là.
blocked-title = C’est bloqué
blocked = Ce compte ne peut plus demander d’aide ici pendant un mois. Personne ne sait qui c’est.
