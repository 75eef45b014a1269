# Words that all screens share

category-bad-buzz = Backlash
category-trolls-harcelement = Trolls and harassment
category-boulette = Blunder
category-compte-pirate = Hacked account
category-pression-direction = Pressure from above
category-ethique = Ethics
category-portee-payante = Reach and advertising
category-moderation = Moderation
category-relation-client = Customer service
category-communaute-en-revolte = Community in revolt
category-fake-news = False information
category-cadre-metier = The job itself
category-epuisement = Exhaustion
category-influenceurs = Influencers
category-unknown = Not given

urgency-now = Now
urgency-now-hint = It’s burning, I need somebody at once
urgency-today = Today
urgency-today-hint = Some time today is fine
urgency-week = This week
urgency-week-hint = I have time to think about it

state-draft = Draft
state-scheduled = To be published
state-open = Waiting for a mentor
state-claimed = In progress
state-resolved = Resolved
state-withdrawn = Withdrawn
state-expired = Expired
state-erased = Erased

outcome-success = Handled well
outcome-mixed = Mixed
outcome-failure = Went wrong

language-fr = French
language-en = English
platform-web = the demonstration page
platform-discord = Discord
platform-slack = Slack
host-unknown = whoever installed it

label-urgency = Urgency
label-category = Topic
label-state = State
label-outcome = Outcome
label-sector = Sector
label-platform = Platform
label-country = Country
label-date = Date
label-request = Request
label-receipt = Receipt code
label-standing = Status
label-mentors = { $count ->
    [one] Mentor
   *[other] Mentors
}

button-publish = Publish anonymously
button-edit = Edit
button-cancel = Cancel
button-add = Add
button-save = Save
button-send = Send
button-search = Search
button-details = Add a detail
button-urgency = Change urgency
button-withdraw = Withdraw my request
button-claim = I’ll take it
button-not-for-me = Not for me
button-pause = Pause
button-out = I step out
button-pause-until = On a break until a day…
button-back = I’m back
button-undo = Undo, it was a slip
button-part = Never offer me this mentor again
button-release = Give back
button-hand-over = Hand over
button-invite = Invite
button-backup = I need backup
button-join = I’ll join
button-accept = I accept
button-decline = Decline
button-snippets = Ready-made replies
button-new-snippet = New ready-made reply
button-send-snippet = Send “{ $title }”
button-close = Close
button-close-yes = Yes, it’s over
button-close-no = No, let’s go on
button-name = Lift anonymity
button-give-name = Give my name
button-keep-name = Go back
button-decline-name = No, let us leave it
button-become-mentor = Become a mentor
button-report = Report
button-block = Block the author, without knowing who
button-read-case = Read the case
button-read-playbook = Read the card
button-useful = Useful
button-not-useful = Not useful
button-correct = Correct this case
button-retract = Retract this case
button-debrief = Tell what happened
button-reopen = Ask for help again
button-agree = I agree
button-refuse = Don’t publish
button-publish-case = Publish the case
button-review = Review waiting cases
button-erase = Erase
button-erase-yes = Erase for good
button-erase-all = Erase everything about me
button-my-data = See my data
button-receipt = I have a receipt code
button-receipt-use = Use this code
button-resume = Resume
button-read = Read the conversation
button-reply = Reply
button-another = Ask for another mentor
button-ask = Ask for help
button-profile = Edit my profile
button-link-account = Link another account
button-leave = Stop being a mentor
button-partners = Partner communities
button-invite-partner = Invite a community
button-accept-partner = I was given a code
button-make-code = Get a code
button-become-partners = Become partners
button-approve = Approve

you = You
unnamed-draft = draft
language-chosen-title = Noted
language-chosen = Let’s go on in English.

length-days = { $count ->
    [one] one day
   *[other] { $count } days
}
length-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
length-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
