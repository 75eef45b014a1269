# What only Discord needs to say

discord-more = Lire la suite
discord-continue = Continuer
discord-skip = Envoyer ainsi
discord-open = Ouvrir le formulaire
discord-correct = Corriger
discord-step = { $count ->
    [one] C’est noté. Encore une question, au calme.
   *[other] C’est noté. Encore { $count } questions, au calme.
}
discord-form-ready = Le formulaire est prêt.
discord-expired-title = Ce bouton a expiré
discord-expired = Rien n’est perdu : tapez /boite pour voir où en sont vos demandes, ou retapez la commande.
discord-no-community-title = Aucune communauté ici
discord-no-community = Entraide n’est pas encore installé dans ce serveur, ou nous n’avons aucun serveur en commun. Tapez la commande dans le serveur où vous cherchez de l’aide ; si rien ne vient, parlez-en à ses modérateurs.
discord-choose-home-title = Dans quelle communauté ?
discord-choose-home = Nous en avons plusieurs en commun. Rien n’y sera visible avant votre accord.
discord-choose-talk-title = À quelle conversation ?
discord-choose-talk = Vous en avez plusieurs en cours. Votre message n’est encore parti nulle part. Vous pouvez aussi répondre directement à un message de la conversation voulue.
discord-passed-title = Message transmis
discord-passed = Il est parti dans la conversation « { $name } ». La suite de vos messages y va aussi pendant une heure.
discord-nobody-listens-title = Personne ne lit ce message
discord-nobody-listens = Vous n’avez pas de conversation en cours. Pour demander de l’aide, tapez /crise ; pour retrouver vos demandes, tapez /boite.
discord-failed-title = Message non remis
discord-failed = La personne ne reçoit pas de messages privés en ce moment. Votre message est gardé : elle le lira dans sa boîte.
discord-thread-hint = Pour écrire à la personne : répondez à un message du bot, ou mentionnez-le, ou pressez « Répondre ». Le reste de ce fil n’est lu que par les mentors.
