# Cases, playbooks, and how a request becomes a case

search-title = Find a resolved case
search-question = Describe your situation
search-question-hint = In your own words, in any order. No learned words needed.
excerpt-done = What was done
excerpt-ending = How it ended
excerpt-lessons = What to take away
excerpt-why = Why this case: somebody lived it like this: “{ $passage }”.
excerpt-words = In common: { $words }.
case-summary = In short
case-trigger = What set it off
case-escalation = How it grew
case-response = What was done
case-ending = How it ended
case-lessons = What to take away
case-timeline = How it unfolded, step by step
case-sources = { $count ->
    [one] The source
   *[other] The { $count } sources
}
case-cite = To cite this case: /case { $id }
judged-title = Thank you
judged = Your opinion helps us measure whether the cases we offer really help.
corrected-title = Corrected
corrected = Every answer shows the new version.
retracted-title = The case is retracted
retracted = No answer will show it any more.
playbooks-title = First-hour cards
playbooks-intro = A card is what to do in the first hour, and whom to warn.
playbooks-choose = Choose a card
playbook-contacts = Whom to warn
playbook-avoid = What to avoid
contact-who = Who
contact-when = When
contact-how = How

debrief-form-title = What happened
debrief-intro = No names, no brands: everything will be masked like your request, and you will read it before anybody else does.
debrief-title = A title
debrief-title-hint = What you would have searched for that day.
debrief-situation = The situation
debrief-situation-hint = What set it off, how it grew.
debrief-response = What you did
debrief-response-hint = In order, with the delays if you have them.
debrief-outcome = How it ended
debrief-outcome-hint = Honestly, even if it was mixed.
debrief-lessons = What you take away
debrief-lessons-hint = One lesson a line.
debrief-submit = See the case
consent-title = Here is the case, word for word
consent-text = Only you can see it. If you agree, a moderator reviews it, then it is published in the community’s casebook. Nothing in it leads to you.
consent-edited-title = The moderators suggest another version
consent-edited = Here is what changes. Nothing is published without your consent.
consent-footnote = Once published, a case can still be corrected or retracted by the moderators.
agreed-title = Thank you
agreed = A moderator will review it. You will be told when the case is published.
refused-draft-title = Understood
refused-draft = The case will not be published.
review-title = Cases to review
review-empty = Nothing is waiting for review.
review-choose = Choose a case
review-count = { $count ->
    [one] One case is waiting.
   *[other] { $count } cases are waiting.
}
review-card-title = A case to review
review-text = The person who lived it agrees to these words. Check that nobody can be recognised, and that the lesson is useful.
review-edit-submit = Suggest these words
review-waits = The person who lived it has not answered this version yet. As soon as they accept it, the case comes back to the moderators’ channel, ready to be published.
review-footnote = If you change a word, the person has to agree again.
decline-title = Don’t publish
decline-reason = Why?
decline-hint = The person will read your words: be kind.
draft-edited-title = Suggested
draft-edited = The person sees your changes and has to accept them before publication.
draft-declined-title = Declined
draft-declined = The person has been told, with your reason.
draft-not-published-title = Your case will not be published
draft-not-published = The moderators’ reason: { $reason }
case-published-title = Published
case-published = “{ $title }” can be found with /case from now on.
your-case-published-title = Your story already helps
your-case-published = “{ $title }” is in the casebook. Thank you.
