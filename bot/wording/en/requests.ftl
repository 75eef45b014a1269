# A request as mentors and moderators see it

card-title = { $name } is asking for help
card-footnote = Anonymous request. Answer by taking it, not in the channel.
notice-title = { $name } needs somebody like you
notice-over-title = { $name }: settled, as far as you are concerned
notice-why = Why you: { $reasons }.
reason-category = you know this topic
reason-language = you speak their language
reason-hours = it is within your hours
reason-sector = you know the sector
reason-experience = your experience is close
reason-past = you helped in a close case
reason-free = you have nothing in progress
reason-none = you are available
pause-2h = Two hours
pause-1d = One day
pause-1w = One week

thread-title = Conversation with { $name }
thread-how = Write here: your messages reach the person, and their answers appear in this thread. They see your mentor name, you do not see theirs.
thread-footnote = Listen first. Ask for the facts, the deadline, who has been told. Never ask who they are.

claimed-title = It’s yours: { $name }
claimed = The conversation is open in its thread. A quick first word reassures a lot.
released-title = Given back
released = { $name } is open to the other mentors again. Thank you for saying so.
passed-title = Noted
passed = Other mentors have been told. Nothing is held against you.
offer-title = Hand over to…
offer-who = Which mentor?
offered-title = Offered
offered = They have been told. Until they accept, the request stays yours.
offer-declined-title = Noted
offer-declined = The request stays where it is.
backup-called-title = Backup has been called
backup-called = The other mentors can see that you would like to be two.
joined-title = You’re on board: { $name }
joined = The conversation is in its thread.
handover-title = You are offered { $name }
handover-text = { $mentor } would like to hand this conversation over to you.
backup-title = Backup wanted: { $name }
backup-text = { $mentor } would like some support.

alert-unanswered-title = Nobody has taken { $name } yet
alert-unanswered = Every mentor has been asked. Can you find somebody?
alert-reported-requester-title = Report: { $name }
alert-reported-requester = The person who asked for help reports the conversation.
alert-reported-mentor-title = Report: { $name }
alert-reported-mentor = The mentor reports the conversation.
alert-footnote = Nobody, not even you, can know who wrote. All you can do is keep this account from asking for a month.
reported-title = Reported
reported = The moderators will have a look. You can go on, or stop here.
blocked-title = Blocked
blocked = This account cannot ask for help here for a month. Nobody knows who it is.
