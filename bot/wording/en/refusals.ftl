# What cannot be done, said kindly, with what to do next

refusal-title = That is not possible
refusal = That is not possible right now. Try again, or open /inbox.
refusal-not-allowed = You cannot do that here.
refusal-too-late = The request has changed in the meantime: { $state }. Open /inbox to see where it stands.
refusal-already-claimed = { $mentor } has just taken it. Thank you for wanting to help.
refusal-not-found = We cannot find that any more. It may be erased, or not be yours. Open /inbox to see your requests.
refusal-too-many = That is a lot at once. Wait a little and try again.
refusal-too-many-requests = You have already asked { $maximum } times today. Pick up a request from /inbox, or come back tomorrow.
refusal-too-many-here = Many requests are arriving in this community at the same time, more than its mentors can read. Your text is kept here: send it again in an hour. Meanwhile, /case and /card still answer.
refusal-too-many-messages = Easy: { $maximum } messages a minute at most. Your text is kept, send it again in a moment.
refusal-invalid-answers = Almost: have a look at the marked answers.
refusal-bad-file = This file cannot be sent. Send a PNG, JPEG or WebP picture.
refusal-file-too-big = This picture is too heavy. Send one under { $maximum } MB, or a cropped screenshot.
refusal-file-heic = HEIC photos cannot be sent. Take a screenshot, or export it as JPEG.
refusal-file-document = Documents cannot be sent: they keep their author’s name. Send a screenshot of the useful page.
refusal-file-broken = This picture is damaged or incomplete. Try a screenshot.
refusal-not-a-mentor = This is for approved mentors. Type /mentor to offer your help.
refusal-not-a-moderator = This is for moderators.
refusal-not-yours = This conversation is no longer yours. Thank you for having followed it.
refusal-own-request = This is your own request: another mentor will take it.
refusal-avoided = This person asked for another mentor. Thank you for making room.
refusal-at-capacity = { $count ->
    [one] You already follow one request, the most that you chose. Give it back, or change your profile with /mentor.
   *[other] You already follow { $count } requests, the most that you chose. Give one back, or change your profile with /mentor.
}
refusal-undo-too-late = It is too late to undo. You can give the request back from its thread: that is fine too.
refusal-already-holder = This person already follows the conversation.
refusal-cannot-take-it = This person cannot take this request. Choose somebody else.
refusal-close-not-proposed = Nobody proposed to close. You can propose it.
refusal-names-shared = You have already told each other your names.
refusal-unknown-invitation = This code is no longer good. Ask the other community’s moderator for another one.
refusal-own-invitation = This is your own community’s code: give it to the other one.
refusal-account-taken = This account has a mentor profile already.
refusal-rating = Choose one of the three answers.
refusal-message-deleted = This message is deleted.
refusal-draft-moved-on = This case has moved on in the meantime. Open it again to see where it stands.
refusal-mentor-left = This person is no longer a mentor.
refusal-author-forgotten = Too late to block: the link between this request and an account is already destroyed, nobody can find it any more.
refusal-blocked = You cannot ask for help here at the moment: the moderators of “{ $community }” decided so, without knowing who you are. If this is a mistake, or to talk about it, write to them. The case studies and first-hour cards stay open to you.
refusal-blocked-until = You cannot ask for help here until { $day } included: the moderators of “{ $community }” decided so, without knowing who you are. If this is a mistake, or to talk about it, write to them. The case studies and first-hour cards stay open to you.
refusal-report-settled = This report was looked at already.
refusal-block-over = This block was lifted already, or it has ended.
refusal-unknown-receipt = This code matches no request. Check it, or the request is already erased.
refusal-unknown-case = This case does not exist, or was retracted. Search in your own words: /case.
refusal-unknown-playbook = This card does not exist. See the list: /card.
refusal-unknown-act = This button no longer works. Type the command again.
refusal-snippet-gone = This ready-made reply no longer exists.

fault-empty = Write a few words here.
fault-too-long = That is too long: { $maximum } characters at most. Keep the essence, you can add details later.
fault-no-words = Say it in words, in any order.
fault-too-many-pictures = Four pictures at most in a message.
fault-choose = Choose one of the answers.
fault-hours = We do not understand these hours. For example: mon-fri 9-18, sat 10-12.
fault-holidays = We do not understand these dates. For example: 24/12/2026 – 2/1/2027, 2027-05-14.
fault-link-code = This code is no longer good. Ask for another one with /mentor, from your first account.
fault-day = We do not understand this day. For example: 4/1/2027.
fault-day-past = Choose a day to come.
fault-capacity = A number from 1 to 20.
fault-time-zone = This time zone is unknown. For example: Europe/Paris.

incident-title = Something broke on our side
incident = It is not you. Try again in a moment: nothing that you wrote is lost. If it goes on, give this code to whoever hosts: { $code }
unsent-title = This message did not go out
unsent = Something broke on our side, it is not you. The person opposite did not get it, and nothing is lost: your words are where you wrote them. Send them again in a moment. If it goes on, give this code to whoever hosts: { $code }
unchanged-title = This change did not go out
unchanged = Something broke on our side, it is not you. The person opposite still reads your earlier words, and nothing is lost: the new ones are where you wrote them. Change them once more in a moment, or write them in a new message. If it goes on, give this code to whoever hosts: { $code }
undeleted-title = This message is not taken back yet
undeleted = Something broke on our side, it is not you. The person opposite can still read it. We take it back once we pick up the thread again; if it is urgent, tell them, and give this code to whoever hosts: { $code }
refusal-drill-gone = This drill is no longer there: they are erased after seven days. Type /drill to begin another one.
refusal-drill-not-yours = Whoever opened the session leads it. You can answer.
refusal-drill-moved-on = The drill has moved on. Type /drill to go on where it is.
refusal-drill-no-story = This case has no story to play. Choose another one with /drill.
refusal-role-needed = Mentors here have a role that you do not have. Ask the moderators for it, then type /mentor again.
refusal-role-lost = You no longer have the role that mentors have here. What you were looking after was passed on, without blame, and thank you for having been there. Once you have it again, offer yourself with /mentor.
refusal-nobody-reads = The person who was helping you is no mentor here any more: this message was not given to them. We are looking for somebody else right now. Keep your words: send them again once you are answered, or add them to your request through /inbox.
