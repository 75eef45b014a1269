# Asking for help

ask-title = What is happening?
ask-intro = Nothing leaves before you agree. Who can know it is you: { $platform }, always; whoever hosts this service ({ $host }), while the request is open. Write no health data, and nothing that puts you in danger.
ask-text = Tell it as it comes
ask-text-hint = What happened, since when, what you already did, what you are afraid of.
ask-urgency = How fast do you need somebody?
ask-category = Topic
ask-category-hint = If you do not, we will suggest one from your text.
ask-names = Names to hide
ask-names-hint = Your brand, your colleagues, the product, separated by commas. Masked everywhere.
ask-excluded = Whom should we not ask?
ask-excluded-hint = A sector or an organisation: competitors, your own agency…
ask-discreet = Publish a little later, at a random moment
ask-discreet-hint = Within twenty minutes, no guarantee. Never if you need somebody now.
ask-stays-home = Stay within my community
ask-stays-home-hint = If nobody answers, do not offer my request to partner communities.
ask-submit = See it before publishing

preview-title = This is what others would see
preview-promise = Only you can see this. Nothing is published until you click.
preview-masked = { $count ->
    [0] We had nothing to mask. Please read it again all the same.
    [one] One passage was masked.
   *[other] { $count } passages were masked.
}
preview-doubts = The underlined passages might give somebody away: we left them, it is up to you.
preview-suggested = { $category } (suggested from your text)
preview-later = It will be published at a random moment, within twenty minutes of your click.
preview-not-later = You wanted to publish later. Since you need somebody now, we will not make you wait: it is published as soon as you click. If it can wait, change the urgency with “Edit”.
preview-footnote = Your style, the hour or a detail may give you away to people who know you.
mask-hint = masked
doubt-hint = please check

care-danger-title = You come first
care-distress-title = What you are going through is heavy
care-text = Your request can wait a minute. If things are hard right now, for you or for somebody you are reading, there are people whose job it is to answer, without judging. It is free and confidential. These numbers are for France; elsewhere, call your local emergency number.
care-3114 = 3114
care-3114-what = Suicide prevention, day and night, every day
care-3018 = 3018
care-3018-what = Cyber-harassment, every day from 9 am to 11 pm
care-116006 = 116 006
care-116006-what = Help for victims, every day from 9 am to 7 pm
care-112 = 112
care-112-what = Immediate danger
care-footnote = Only you can see this. It is noted nowhere and changes nothing about your request.
care-anyway-title = If you need to talk
care-anyway = If things are hard right now, there are people whose job it is to answer, without judging. It is free and confidential. These numbers are for France; elsewhere, call your local emergency number.
kept-words-title = What you wrote
kept-words = Nothing is lost: copy these words if you want to keep them. Nobody else has seen them.

cases-none-title = Nothing very close
cases-none = No case in the book is close enough to yours to help: we would rather say so. A mentor can still answer you.
cases-near-title = Nothing very close, but…
cases-near = No case really matches yours. Here are the least distant ones, to be taken with a pinch of salt.

published-title = Published: { $name }
published-later-title = To be published soon: { $name }
published-later-next = Nothing can be seen yet. It will be published at a random moment within twenty minutes, and the mentors will be told then. If it becomes more urgent, change the urgency: for now, it is published at once.
published-next = The mentors have been told. As soon as one of them takes your request, a private conversation opens here. They do not know who you are. Nobody does, except the platform and, while the request lasts, whoever hosts this service.
published-receipt = Write this code down: it will not be shown again. With it you can withdraw or erase the request from any account, even if you lose this one.

draft-cancelled-title = Gone
draft-cancelled = Nothing was published and nothing is kept.
withdrawn-title = Request withdrawn
withdrawn = Nobody can see { $name } any more.
reopened-title = Your request is open again
reopened = The mentors have been told that { $name } still needs help.
details-title = Add a detail
details-text = What changed, or what you had forgotten
details-added-title = Added
details-added = The detail was masked like the rest, and everybody sees the new version.
urgency-title = Change the urgency
urgency-changed-title = Changed
urgency-changed = The mentors see the new urgency.
urgency-waiting-title = Changed
urgency-waiting = It will be published with this urgency, when it was to be.
