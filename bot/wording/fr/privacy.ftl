# Who can know what

privacy-title = Qui peut savoir que c’était vous ?
privacy-intro = Le mot juste est « confidentiel ». Voici, sans détour, ce que chacun peut savoir quand vous passez par { $platform } et que le service est hébergé par { $host }.
privacy-who = Qui
privacy-answer = Peut-il savoir ?
who-platform = L’entreprise derrière { $platform }
who-platform-answer = Oui, toujours : elle connaît le compte qui écrit.
who-admin = Les administrateurs du serveur ou de l’espace
who-admin-answer = Pas par nous. Le propriétaire d’un espace Slack peut, avec une base légale, exporter des messages directs.
who-host = Qui héberge ce service : { $host }
who-host-answer = Oui tant que la demande est ouverte, en cherchant. Plus après la destruction du lien.
host-administers = Qui héberge ce service administre aussi ce serveur ou cet espace.
host-administers-not = Qui héberge ce service n’administre pas ce serveur ou cet espace.
who-thief = Quelqu’un qui vole la base ou une sauvegarde
who-thief-answer = Non, sans les clés, qui sont rangées ailleurs.
who-mentor = Votre mentor, ou deux mentors qui comparent
who-mentor-answer = Non, sauf si ce que vous écrivez le dit.
who-members = Les autres membres, les autres robots
who-members-answer = Non : rien n’apparaît quand vous utilisez une commande.
privacy-retention = Le lien avec votre compte est détruit { $identity } après la fin d’une demande. La conversation disparaît au bout de { $transcript }.
privacy-careful = Votre style, l’heure ou un détail peuvent vous trahir auprès de qui vous connaît. N’écrivez ni données de santé, ni noms, ni rien qui vous mette en danger. Ce qui s’affiche dans vos messages privés y reste tant que vous ne l’effacez pas.
privacy-contact = Pour écrire à la modération : { $contact }
my-data-title = Vos données
my-data-text = { $count ->
    [0] Nous ne gardons rien sur vous.
    [one] Nous gardons une demande, avec sa conversation. La voici en entier.
   *[other] Nous gardons { $count } demandes, avec leurs conversations. Les voici en entier.
}
erase-title = Effacer pour de bon ?
erase-text = Le texte et la conversation seront détruits tout de suite, et disparaîtront partout où ils s’affichent. Le lien avec votre compte sera détruit dans l’heure. Personne ne pourra revenir en arrière.
erased-title = C’est effacé
erased = { $count ->
    [0] Il n’y avait rien à effacer.
    [one] La demande est détruite.
   *[other] { $count } demandes sont détruites.
}
receipt-title = Agir avec un code de reçu
receipt-what = Que voulez-vous faire ?
receipt-withdraw = Retirer la demande : plus personne ne la voit, vous gardez la conversation
receipt-erase = Tout effacer, pour de bon
receipt-code = Votre code
receipt-hint = Quatre groupes de quatre caractères, affichés à la publication.
