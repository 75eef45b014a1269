# Rehearsals of cases

drill-title = Rehearse before it happens
drill-intro = A true case unfolds, moment by moment. At each stop you say what you would do, then you see what was really done. Nobody is marked.
drill-language = The stories are told in French; answer in the language you like. Answers stay private and disappear after seven days.
drill-choose-kind = Choose a subject
button-drill-any = Surprise me
drill-resume = You were at moment { $number } of { $all }.
drill-cases-title = { $category }: the drills
drill-cases = The title tells a little, the rest is yours to find out.
drill-cases-none = There is no case to play on this subject yet.
drill-choose-case = Choose a case
drill-case-title = Drill: { $title }
drill-opening = { $count ->
    [one] One moment to act. Allow five minutes.
   *[other] { $count } moments to act. Allow ten minutes.
}
drill-opening-team = As a team, the drill shows in the help channel: everybody answers, without a name, and you lead.
button-drill-alone = Play alone
button-drill-team = Play as a team
drill-moment = { $title } ({ $number } of { $all })
drill-what-now = What do you do now?
drill-team-answers = { $count ->
    [0] Nobody has answered yet.
    [one] One answer has come.
   *[other] { $count } answers have come.
}
drill-team-names = Answers are shown together, without names.
button-drill-answer = Say what I would do
button-drill-show = See what was done
button-drill-next = What came next
button-drill-end = How it ended
button-drill-say = Answer
button-drill-other = Another drill
drill-form-title = What do you do now?
drill-text = What you would do, in order
drill-text-hint = Whom do you tell? What do you say, and where? What must not be done? Short sentences are enough.
drill-you-said = What was proposed
drill-done = What was really done
drill-ending-title = { $title }: the end
drill-thought-of = You thought of it
drill-thought = { $point } (“{ $words }”)
drill-to-keep = To keep in mind for the next time
drill-kind-words = Nobody thinks of everything under fire. What was rehearsed once comes back faster.
drill-how-compared = Answers are matched by words and ideas, and some are missed. You are the judge.
drill-begun-title = Here we go
drill-begun = The drill is in the help channel. Show what was done once everybody has answered.
drill-noted-title = Noted
drill-noted = Your answer will show with the others, without a name.
drill-shown-title = It is shown
drill-shown = The channel sees what comes next.
