# The people and stories of the demonstration page

demo-community = Les CM d’à côté
demo-nadia-name = Nadia
demo-nadia-experience = Dix ans de collectivités et de transports. J’ai vécu deux bad buzz nationaux, un compte piraté un dimanche soir et quelques boulettes mémorables, dont une à moi.
demo-nadia-sectors = mairie, transport
demo-yann-name = Yann
demo-yann-experience = Marques de mode et jeu vidéo. Trolls, raids, communautés en colère, et une direction qui voulait acheter des abonnés.
demo-yann-sectors = mode, jeu vidéo
demo-snippet-first-title = Premier mot
demo-snippet-first = Bonjour, ici {"{"}nom{"}"}. Je suis là, on regarde ça ensemble. Dites-moi : que voit le public en ce moment, et qui est déjà prévenu chez vous ?
demo-snippet-pause-title = Respirer
demo-snippet-pause = Avant de répondre à qui que ce soit : éloignez-vous de l’écran deux minutes. Rien de ce qui s’écrira dans ces deux minutes n’aggravera la situation.
demo-request-reach = Notre direction me demande « dix mille abonnés avant Noël » et m’a envoyé le lien d’un site qui en vend. J’ai dit que je réfléchissais. Comment dire non sans passer pour quelqu’un qui ne veut pas travailler ?
demo-request-names = Biscuiterie des Trois Phares
