# One community in several spaces: linking them, and letting one go

button-spaces = Linked spaces
button-space-code = Link another space
button-found = Create a community here
button-enter-code = Join with a code
button-see-community = See the community
button-ask-in = Ask to join
button-welcome = Accept
button-turn-away = Refuse
button-unlink = Unlink this space
spaces-title = Where the community lives
spaces-intro = One community can live on several Discord servers and Slack workspaces: requests appear everywhere, a single mentor takes each, and everybody talks from home.
spaces-platform = Platform
spaces-name = Name
spaces-state = State
spaces-set = set up
spaces-unset = channels to choose
spaces-here = you are here
spaces-unlink = Unlink a space
space-unnamed = unnamed
space-code-title = Your code: { $code }
space-code = In the other space, somebody who administers it types /entraide, chooses “Join with a code” and enters { $code }. It serves once, for a quarter of an hour. Nothing is linked before you accept: the question will come in the moderators’ channel, and here in “Linked spaces”.
space-enter-intro = Ask a moderator of the community for the code: /entraide, “Linked spaces” gives it. You will first see which community it is.
look-in-title = Join { $name }?
look-in = { $name } lives on { $platforms }. If you join it, its anonymous requests will appear here too, its mentors will answer yours, and the moderators of each side will look after the whole. Its moderators still have to accept.
joining-sent-title = You have asked
joining-sent = The moderators of { $name } have a day to answer. Their answer comes to you as a private message; /entraide, here, says how it stands too.
joining-title = { $name } ({ $platform }) asks to join the community
joining = A moderator of that space gave your code. If you accept, requests will appear there too, and the people who administer { $name } will moderate with you. Without your answer, the question expires after a day.
joining-joined-title = A space is linked
joining-joined = The community now lives on { $platform } too. The channels there are still to be chosen: somebody who administers that space types /entraide in it.
asked-in-joined-title = Your space is part of { $name }
asked-in-joined = Its moderators took it in. What is left is to choose the channels there: type /entraide in it. Nothing appears there before.
asked-in-refused-title = { $name } stays as it is
asked-in-refused = Its moderators did not link your space. Nothing changed there: type /entraide in it to found a community, or to enter another code.
joining-refused-title = The community stays as it is
joining-refused = The space on { $platform } is not linked. To change your mind, ask for a new code.
joining-unanswered-title = A question was left without an answer
joining-unanswered = The space on { $platform } asked to join the community. Nobody answered within the day: it is not linked, and we told whoever asked. If it is welcome, give it a new code.
asked-in-unanswered-title = { $name } did not answer
asked-in-unanswered = None of its moderators answered within the day, and the question expired. Nothing changed in your space. Ask them for a new code and type /entraide there to ask again, or found a community in it.
threshold-title = Entraide is not set up here yet
threshold = Create a community, or join yours if it already lives on another server or workspace: you then need a code from its moderators.
threshold-waiting = Your question is with the moderators of { $name }: they have a day to answer.
space-unset-title = The channels of this space are still to be chosen
space-unset = The space is linked to the community, but nothing appears here until its channels are chosen.
unlink-title = Unlink { $space }?
unlink =
    What people of that space are asking now comes to an end: they are told, and so are their mentors. The link to their account is destroyed within the hour.

    Mentors whose only account is there are mentors no more: they are thanked, and what they were following is offered to the others again. Those with an account elsewhere too go on from there.

    The cards of requests disappear from the channels of that space. The rest of the community goes on unchanged.
unlinked-title = { $space } is unlinked
unlinked = { $name } does not live there any more. Coming back takes a new code.
space-left-title = A space has left the community
space-left = The community does not live in one of its spaces any more ({ $platform }). What was going on there has ended, and the people concerned are told.
mentor-parted-title = Thank you for everything
mentor-parted = This space is no longer part of { $name }, so you are no mentor there any more. What you were following is offered to the others: nobody is left without an answer.
news-space-parted = This space has just left the community: your request ends here, and not because of you. The link to your account will be destroyed within the hour. If the community lives elsewhere, you can ask for help there again.
news-requester-parted = This person’s space has just left the community. The conversation ends there, and not because of you. Thank you for being there.
fault-space-code = This code is not valid: it was used already, or its quarter of an hour is over. Check it, or ask for another.
refusal-too-many-codes = That is a lot of attempts. Wait { $minutes } minutes, and ask the moderators of the community for a new code.
refusal-has-community = This space has its community already. Only a space without one can join one; two communities can become partners.
refusal-joining-over = This question waits for no answer any more: it had one, or it expired. A new code asks it again.
refusal-space-taken = This space has found another community meanwhile.
refusal-space-unlinked = This space is not linked any more.
refusal-only-space = This is the only space of the community: there is nothing to unlink. To leave, remove Entraide from this space.
trail-space-invited = code asked for, to link a space
trail-space-asked = a space asks to join ({ $platform })
trail-space-joined = space linked ({ $platform })
trail-space-refused = space refused ({ $platform })
trail-space-unanswered = question of a space left without an answer ({ $platform })
trail-space-left = space unlinked ({ $platform })
