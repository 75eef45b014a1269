# What only Discord needs to say

discord-more = Read on
discord-continue = Continue
discord-skip = Send as it is
discord-open = Open the form
discord-correct = Correct
discord-step = { $count ->
    [one] Noted. One more question, take your time.
   *[other] Noted. { $count } more questions, take your time.
}
discord-form-ready = The form is ready.
discord-expired-title = This button has expired
discord-expired = Nothing is lost: type /inbox to see where your requests are, or type the command again.
discord-no-community-title = No community here
discord-no-community = Entraide is not set up in this server yet, or we have no server in common. Type the command in the server where you look for help; if nothing comes, talk to its moderators.
discord-choose-home-title = In which community?
discord-choose-home = We have several in common. Nothing will be seen there before you agree.
discord-choose-talk-title = To which conversation?
discord-choose-talk = You have several. Your message has not gone anywhere yet. You can also reply to a message of the conversation you mean.
discord-passed-title = Message passed on
discord-passed = It went to the conversation “{ $name }”. What you write next goes there too, for an hour.
discord-nobody-listens-title = Nobody reads this message
discord-nobody-listens = You have no conversation at the moment. To ask for help, type /crisis; to find your requests, type /inbox.
discord-failed-title = Message not delivered
discord-failed = The person does not receive private messages at the moment. Your message is kept: they will read it in their inbox.
discord-thread-hint = To write to the person: reply to a message of the bot, or mention it, or press “Reply”. Only mentors read the rest of this thread.
