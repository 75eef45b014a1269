# Descriptions of the slash commands (100 characters at most)

command-crisis = Ask for help, in private and without saying who you are
command-inbox = Find your requests and conversations
command-case = Search for a resolved case, in your own words
command-playbook = Read a first-hour card
command-drill = Rehearse a crisis on a true case, alone or as a team
command-mentor = Help others: your profile, your breaks
command-privacy = Who can know what; your data; erase everything
command-moderation = The moderators’ desk
