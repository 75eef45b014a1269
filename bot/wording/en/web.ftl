# The web page's own labels

web-title = Entraide, the trial page
web-description = Entraide’s trial page: several invented people, side by side, and everything that the bot can do.
web-tagline = Trial page: invented people, the real thing.
web-skip = Go to the conversations
web-home = Back to the trial page
web-noscript = This page needs JavaScript to show conversations live.
web-people = People
web-language = { $name }’s language
web-language-page = Language of the whole page

web-part-requester = community manager
web-part-member = member
web-part-mentor = mentor
web-part-moderator = moderator
web-pane = { $name }, { $part }
web-places = { $name }’s places
web-place-inbox = Private
web-place-help = help
web-place-mentors = mentors
web-place-moderators = moderators

web-empty-requester = Your private messages arrive here. A crisis? Type /crisis, or start with one click.
web-empty-member = Your private messages arrive here. A crisis? Type /crisis, or start with one click.
web-empty-mentor = The requests that suit you arrive here.
web-empty-moderator = Your private messages arrive here. Type /entraide to open your desk.
web-empty-help = The public channel: requests appear here under a code name.
web-empty-mentors = The mentors’ channel: all of them see the requests and their state here.
web-empty-moderators = The moderators’ channel: applications, cases to review, reports.
web-empty-talk = Nobody has written here yet.
web-hint-command = Type / to act
web-hint-words = Your message

web-write = Message from { $name }
web-commands = Commands
web-attach = Attach pictures
web-pictures = Pictures to send
web-picture-chosen = Picture ready to go
web-picture-remove = Remove this picture
web-reply = Reply to this message
web-replying = In reply to
web-not-replying = No longer reply to this message
web-edit = Edit this message
web-delete = Delete this message
web-delete-sure = Delete this message on both sides?
web-mark-waiting = on its way
web-mark-delivered = delivered
web-mark-failed = not delivered: the other person cannot receive messages for now

web-private = Only you can see this
web-more = More
web-dismiss = Hide
web-file = Download { $name }
web-file-text = See what is in it
web-masked = masked:
web-doubt = (worth a look)
web-choose = Choose…
web-optional = optional
web-form-later = Later
web-form-kept = Draft kept in this browser
web-resume = You had started to answer. Your text is kept in this browser.
web-forget = Throw away

web-unread = unread
web-jump = New in
web-below = More recent
web-offline = The service does not answer. Your text is kept; we keep trying.

web-not-here-title = Commands only, here
web-not-here = Nobody would read this message. Type / to see the commands. To talk to somebody, open their conversation; to help, take a request.
web-unknown-command-title = There is no such command
web-unknown-command = We do not know “/{ $name }”. Type / to see the list.

web-guide = First steps
web-guide-progress = { $done } of { $all }
web-guide-close = Hide the first steps
web-guide-open = First steps
web-step-done = (done)
web-step-ask = Ask
web-step-ask-how = Camille types /crisis, tells the story, then publishes.
web-step-claim = Take
web-step-claim-how = Nadia or Yann clicks “I’ll take it”.
web-step-talk = Talk
web-step-talk-how = A word from each side, without Camille’s name.
web-step-close = Close
web-step-close-how = One proposes, the other confirms.
web-step-tell = Tell
web-step-tell-how = Camille tells what happened, and agrees.
web-step-review = Review
web-step-review-how = Sacha reviews and publishes the case.
web-step-find = Find
web-step-find-how = Louis searches with /case: there it is.
