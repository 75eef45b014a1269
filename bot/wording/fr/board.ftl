# What somebody finds at once
board-mine = Où en sont vos demandes
board-held = Vous aidez en ce moment
board-held-text = Pour répondre, écrivez dans le fil de la conversation, ou choisissez un nom ci-dessous.
board-waiting = { $count ->
    [one] Une demande attend un mentor.
   *[other] { $count } demandes attendent un mentor.
}
board-whole = Lire en entier
