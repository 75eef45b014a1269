# What somebody finds at once
board-mine = Where your requests stand
board-held = You are helping now
board-held-text = To answer, write in the conversation’s thread, or choose a name below.
board-waiting = { $count ->
    [one] One request waits for a mentor.
   *[other] { $count } requests wait for a mentor.
}
board-whole = Read it all
