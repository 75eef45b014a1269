# Descriptions of the slash commands (100 characters at most)

command-crisis = Demander de l’aide, en privé et sans dire qui vous êtes
command-inbox = Retrouver vos demandes et vos conversations
command-case = Chercher un cas d’école, avec vos mots
command-playbook = Lire une fiche réflexe
command-drill = Répéter une crise à partir d’un cas vécu, seul ou en équipe
command-mentor = Aider les autres : votre profil, vos pauses
command-privacy = Qui peut savoir quoi ; vos données ; tout effacer
command-moderation = Le bureau des modérateurs
