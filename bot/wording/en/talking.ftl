# The conversation

news-title = { $name }
news-wave-1 = The best placed mentors have just been told. Meanwhile, the first-hour card says what to do in the first hour.
news-wave-2 = No answer yet: we are asking more mentors. Meanwhile, the first-hour card may help.
news-wave-3 = Every available mentor has now been told. You are not forgotten: one more detail, from /inbox, may help them decide.
news-wave-4 = The moderators are looking for somebody for you. If things calm down, you can also withdraw your request.
news-claimed = { $mentor } takes your request. Write here, as in any conversation: your messages reach them without your name.
news-joined = { $mentor } joins the conversation.
news-reminder = A word, even a short one? The person has been waiting for a while. If it is no longer a good moment for you, give the request back: that is fine too.
news-released-released = { $mentor } cannot go on. We are looking for somebody else, at once.
news-released-released-thread = { $mentor } gave the request back.
news-released-another = Understood: we are looking for another mentor.
news-released-another-thread = The person would rather talk to somebody else. It happens, and says nothing about your help. Thank you.
news-released-silent = Your mentor could not make it. We are looking for somebody else, at once.
news-released-silent-thread = The request is open again: the person was waiting. No blame, it happens to everybody.
news-released-undone = That was a slip of a click: we are still looking for somebody for you.
news-released-undone-thread = The claim is undone.
news-released-left = Your mentor is no longer available. We are looking for somebody else, at once.
news-released-left-thread = The request is open again.
news-offer-declined = { $mentor } cannot take over.
news-handed-over = { $mentor } hands over to { $other }.
news-kept-open = The other person would rather go on a little.
news-resolved = The conversation is closed. Thank you for being there.
news-withdrawn = The person withdrew their request. Thank you for being there.
news-expired = Nobody could take your request, and we are sorry. You can open it again from your inbox, or read the first-hour card.
news-thanks = The person you helped thanks you.

message-deleted = Message deleted
message-edited = edited
message-waiting = (on its way)
message-failed = (not delivered)
message-pictures = { $count ->
    [one] (one picture)
   *[other] ({ $count } pictures)
}
picture-alt = Picture sent by { $author }

close-question = The other person thinks that it is settled. What about you?
silence-warning = Nobody has written for two days. Without news, the conversation will close tomorrow.
close-proposed-title = Proposed
close-proposed = The other person will confirm, or rather go on.
closed-title = The conversation is closed
closed = Thank you. The link to an account will be destroyed in seven days.
kept-open-title = Let’s go on
kept-open = The other person has been told.

ended-title = { $name }: it’s over
ended-text = Did it help? Your answer is never public.
ended-debrief = Your story can keep somebody else from living it alone. If you like, tell it: you will see and approve every word before it is published. Or do nothing at all.
ended-footnote = The link to your account will be destroyed in seven days.
rating-1 = Not really
rating-2 = A little
rating-3 = A lot
rated-title = Thank you
rated = Your mentor knows that their help mattered.
another-asked-title = Understood
another-asked = We are looking for somebody else. Your mentor is told with tact.

parted-title = Understood
parted = You will not meet here again. They will not be told.
news-requester-gone = This person can no longer be reached: they left the server, or their account is closed. The conversation ends here, and not because of you. Thank you for being there.
news-name-kept = The other person would rather leave names out of it. Nothing was said.
name-title = Lift anonymity: { $name }
name-intro = Nothing is shown until the other person has agreed too. Then only they see the name that you give. Until then you can go back.
name-label = The name that you give
name-hint = Your name, a pseudonym, a way to reach you: it is up to you.
name-question = The other person suggests that you tell each other your names. Nothing is shown until you have both agreed. You can say no, without a reason.
names-shared = The other person says their name is: { $name }
names-footnote = Only you see this. Keep it to yourself.
name-given-title = Offered
name-given = The other person is told. They will see your name only if they give theirs.
names-mutual-title = You know each other
names-mutual = Each of you receives the other’s name, in private.
name-kept-title = Understood
name-kept = Nothing is shown. You stay who you were to each other.
invitation-title = And if it were your turn?
invitation = Somebody helped you a few days ago. What you went through can serve others: if you feel like it one day, become a mentor, under the name of your choice.
invitation-footnote = We only ask once.
news-after-hard = This conversation may weigh on you. What you feel is normal: breathe, talk to another mentor, take a break if you like. Thank you for holding on.
inbox-title = Your inbox
inbox-empty = You have no request.
own-title = Your request: { $name }
conversation-title = Conversation: { $name }
conversation-empty = Nobody has written yet.
reply-title = Reply
reply-text = Your message
reply-sent-title = Sent
reply-sent = Your message is on its way.
reread-title = Read it again?
reread-intro = The person at the other end is alone and exposed. These words could be read as a reproach. Change them if you like, or send them as they are.
reread-text = Your message

snippets-title = Ready-made replies
snippets-none = None yet. Write down those that you keep repeating.
snippet-sent-title = Sent
snippet-sent = “{ $text }”
snippet-form-title = New ready-made reply
snippet-form-name = Its name
snippet-form-text = Its text
snippet-form-hint = The words nom and demande, in curly brackets, become your name and the code name.
snippet-form-shared = For all mentors
snippet-form-shared-hint = Only moderators can share a reply with everybody.
snippets-drop = Remove a ready-made reply
snippet-removed-title = Removed
snippet-removed = This ready-made reply is gone.
snippet-kept-title = Kept
snippet-kept = You will find it under “Ready-made replies”.
