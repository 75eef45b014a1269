# The keys, for whoever hosts (the command line)

keys-name = Clé
keys-age = Âge
keys-protects = Ce qu’elle protège
keys-folder = Le dossier des clés : { $folder }. Aucune clé n’est jamais montrée.
keys-pepper = Les pseudonymes : espaces, comptes des mentors, blocages, limites, effacements
keys-standing = Ce qui dure : communautés, mentors, cas, réponses prêtes, journal de bord
keys-words = Les mots de la semaine { $week } : { $count }
keys-identity = Le lien avec les personnes de la semaine { $week } : { $count }
keys-nothing = plus rien
keys-few = moins de { $few }
keys-old = Rien d’aujourd’hui : seulement les sauvegardes d’avant le changement de clés
keys-ahead = Rien encore : un changement de clés s’est interrompu (entraide keys rotate le termine)
keys-changing = Nouvelles clés
keys-changed = ✓ Tout est scellé avec de nouvelles clés (génération { $generation }).
keys-copy = Gardez à l’abri, loin des sauvegardes, une copie de pepper*.key, de standing*.key et du fichier erased ({ $folder }). Puis faites une nouvelle sauvegarde.
keys-old-stay = Les anciennes clés restent pour les sauvegardes d’avant : celles des semaines partent d’elles-mêmes. Supprimez l’ancienne standing avec la dernière de ces sauvegardes. Ne supprimez jamais une pepper.
keys-forgotten = { $count ->
    [0] ✓ Toutes les demandes s’ouvrent : il n’y a rien à abandonner.
    [one] ✓ Une demande que plus aucune clé n’ouvre est abandonnée. Ce qui en paraît dans les salons disparaît dès qu’Entraide tourne. Les fils de mentors restent : docs/operations.md dit quoi en faire.
   *[other] ✓ { $count } demandes que plus aucune clé n’ouvre sont abandonnées. Ce qui en paraît dans les salons disparaît dès qu’Entraide tourne. Les fils de mentors restent : docs/operations.md dit quoi en faire.
}
keys-occupied = Entraide est en marche
keys-occupied-advice = Arrêtez d’abord tous ses processus : les messages qu’ils écriraient pendant ce temps seraient perdus.
keys-none = rien n’est encore scellé
keys-none-advice = Les clés se font d’elles-mêmes au premier démarrage.
keys-sandbox = c’est un bac à sable : ses clés ne se changent pas
keys-sandbox-advice = { $command } en fait un neuf.
keys-broken = une ligne de { $table } a été modifiée par quelqu’un d’autre : rien n’a été changé
keys-broken-advice = Restaurez une sauvegarde d’avant, puis recommencez.
