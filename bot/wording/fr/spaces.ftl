# One community in several spaces: linking them, and letting one go

button-spaces = Espaces reliés
button-space-code = Relier un autre espace
button-found = Créer une communauté ici
button-enter-code = Rejoindre avec un code
button-see-community = Voir la communauté
button-ask-in = Demander à rejoindre
button-welcome = Accepter
button-turn-away = Refuser
button-unlink = Délier cet espace
spaces-title = Où vit la communauté
spaces-intro = Une même communauté peut vivre sur plusieurs serveurs Discord et espaces Slack : les demandes paraissent partout, un seul mentor les prend, et chacun parle depuis chez soi.
spaces-platform = Plateforme
spaces-name = Nom
spaces-state = État
spaces-set = installé
spaces-unset = salons à choisir
spaces-here = vous êtes ici
spaces-unlink = Délier un espace
space-unnamed = sans nom
space-code-title = Votre code : { $code }
space-code = Dans l’autre espace, une personne qui l’administre tape /entraide, choisit « Rejoindre avec un code » et entre { $code }. Il sert une fois, pendant un quart d’heure. Rien n’est relié avant que vous ayez accepté : la question arrivera dans le salon de modération, et ici dans « Espaces reliés ».
space-enter-intro = Demandez le code à un modérateur de la communauté : il l’obtient par /entraide, « Espaces reliés ». Vous verrez d’abord de quelle communauté il s’agit.
look-in-title = Rejoindre { $name } ?
look-in = { $name } vit sur { $platforms }. Si vous la rejoignez, ses demandes anonymes paraîtront aussi ici, ses mentors répondront aux vôtres, et les modérateurs de chaque côté s’occuperont de l’ensemble. Ses modérateurs doivent encore accepter.
joining-sent-title = C’est demandé
joining-sent = Les modérateurs de { $name } ont un jour pour répondre. Vous recevrez leur réponse en message privé ; /entraide, ici, dit aussi où cela en est.
joining-title = { $name } ({ $platform }) demande à rejoindre la communauté
joining = Un modérateur de cet espace a donné votre code. Si vous acceptez, les demandes paraîtront aussi là-bas, et les personnes qui administrent { $name } modéreront avec vous. Sans réponse de votre part, la question expire au bout d’un jour.
joining-joined-title = Un espace est relié
joining-joined = La communauté vit maintenant aussi sur { $platform }. Il reste à y choisir les salons : quelqu’un qui administre cet espace y tape /entraide.
asked-in-joined-title = Votre espace fait partie de { $name }
asked-in-joined = Ses modérateurs l’ont accueilli. Il reste à y choisir les salons : tapez /entraide là-bas. Rien n’y paraît avant.
asked-in-refused-title = { $name } reste comme elle est
asked-in-refused = Ses modérateurs n’ont pas relié votre espace. Rien n’y a changé : tapez /entraide là-bas pour y fonder une communauté, ou pour entrer un autre code.
joining-refused-title = La communauté reste comme elle est
joining-refused = L’espace sur { $platform } n’est pas relié. Pour changer d’avis, demandez un nouveau code.
joining-unanswered-title = Une demande est restée sans réponse
joining-unanswered = L’espace sur { $platform } demandait à rejoindre la communauté. Personne n’a répondu dans la journée : il n’est pas relié, et nous l’avons dit à qui le demandait. S’il est le bienvenu, donnez-lui un nouveau code.
asked-in-unanswered-title = { $name } n’a pas répondu
asked-in-unanswered = Aucun de ses modérateurs n’a répondu dans la journée, et la question a expiré. Rien n’a changé dans votre espace. Demandez-leur un nouveau code et tapez /entraide là-bas pour la poser encore, ou fondez-y une communauté.
threshold-title = Entraide n’est pas encore installé ici
threshold = Créez une communauté, ou rejoignez la vôtre si elle vit déjà sur un autre serveur ou un autre espace : il faut alors un code de ses modérateurs.
threshold-waiting = Votre demande est chez les modérateurs de { $name } : ils ont un jour pour répondre.
space-unset-title = Il reste à choisir les salons de cet espace
space-unset = L’espace est relié à la communauté, mais rien ne paraît ici tant que ses salons ne sont pas choisis.
unlink-title = Délier { $space } ?
unlink =
    Les demandes en cours des personnes de cet espace s’arrêtent : elles en sont prévenues, et leurs mentors aussi. Le lien avec leur compte est détruit dans l’heure.

    Les mentors qui n’ont de compte que là ne le sont plus : ils en sont remerciés, et ce qu’ils suivaient est proposé de nouveau aux autres. Ceux qui ont aussi un compte ailleurs continuent de là.

    Les cartes des demandes disparaissent des salons de cet espace. Le reste de la communauté continue sans changement.
unlinked-title = { $space } est délié
unlinked = { $name } n’y vit plus. Pour y revenir, il faudra un nouveau code.
space-left-title = Un espace a quitté la communauté
space-left = La communauté ne vit plus sur l’un de ses espaces ({ $platform }). Ce qui y était en cours est arrêté, et les personnes concernées sont prévenues.
mentor-parted-title = Merci pour tout
mentor-parted = Cet espace ne fait plus partie de { $name } : vous n’y êtes donc plus mentor. Ce que vous suiviez est proposé aux autres, personne n’est laissé sans réponse.
news-space-parted = Cet espace vient de quitter la communauté : votre demande s’arrête ici, et ce n’est pas à cause de vous. Le lien avec votre compte sera détruit dans l’heure. Si la communauté vit ailleurs, vous pouvez y demander de l’aide de nouveau.
news-requester-parted = L’espace de cette personne vient de quitter la communauté. La conversation s’arrête là, et ce n’est pas à cause de vous. Merci d’avoir été là.
fault-space-code = Ce code n’est pas valable : il a déjà servi, ou son quart d’heure est passé. Vérifiez-le, ou demandez-en un autre.
refusal-too-many-codes = Cela fait beaucoup d’essais. Attendez { $minutes } minutes, et demandez un nouveau code aux modérateurs de la communauté.
refusal-has-community = Cet espace a déjà sa communauté. Seul un espace qui n’en a pas peut en rejoindre une ; deux communautés peuvent devenir partenaires.
refusal-joining-over = Cette question n’attend plus de réponse : elle en a eu une, ou elle a expiré. Un nouveau code la relance.
refusal-space-taken = Cet espace a trouvé une autre communauté entre-temps.
refusal-space-unlinked = Cet espace n’est déjà plus relié.
refusal-only-space = C’est le seul espace de la communauté : il n’y a rien à délier. Pour partir, retirez Entraide de cet espace.
trail-space-invited = code demandé pour relier un espace
trail-space-asked = un espace demande à rejoindre ({ $platform })
trail-space-joined = espace relié ({ $platform })
trail-space-refused = espace refusé ({ $platform })
trail-space-unanswered = question d’un espace restée sans réponse ({ $platform })
trail-space-left = espace délié ({ $platform })
