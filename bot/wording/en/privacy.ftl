# Who can know what

privacy-title = Who can know it was you?
privacy-intro = The honest word is “confidential”. Here, plainly, is what everybody can know when you use { $platform } and the service is hosted by { $host }.
privacy-who = Who
privacy-answer = Can they know?
who-platform = The company behind { $platform }
who-platform-answer = Yes, always: it knows the account that writes.
who-admin = The administrators of the server or workspace
who-admin-answer = Not from us. The owner of a Slack workspace may, with a legal basis, export direct messages.
who-host = Who hosts this service: { $host }
who-host-answer = Yes while the request is open, if they look. No after the link is destroyed.
host-administers = Whoever hosts this service also administers this server or workspace.
host-administers-not = Whoever hosts this service does not administer this server or workspace.
who-thief = Somebody who steals the database or a backup
who-thief-answer = No, not without the keys, which are kept elsewhere.
who-mentor = Your mentor, or two mentors who compare
who-mentor-answer = No, unless what you write tells.
who-members = Other members, other bots
who-members-answer = No: nothing appears when you use a command.
privacy-retention = The link to your account is destroyed { $identity } after a request ends. The conversation disappears after { $transcript }.
privacy-careful = Your style, the hour or a detail may give you away to people who know you. Write no health data, no names, nothing that puts you in danger. What appears in your private messages stays there until you delete it.
privacy-contact = To write to the moderators: { $contact }
my-data-title = Your data
my-data-text = { $count ->
    [0] We keep nothing about you.
    [one] We keep one request, with its conversation. Here it is, whole.
   *[other] We keep { $count } requests, with their conversations. Here they are, whole.
}
erase-title = Erase for good?
erase-text = The text and the conversation will be destroyed at once, and will disappear wherever they show. The link to your account will be destroyed within the hour. Nobody can undo it.
erased-title = Erased
erased = { $count ->
    [0] There was nothing to erase.
    [one] The request is destroyed.
   *[other] { $count } requests are destroyed.
}
receipt-title = Use a receipt code
receipt-what = What would you like to do?
receipt-withdraw = Withdraw the request: nobody sees it any more, you keep the conversation
receipt-erase = Erase everything, for good
receipt-code = Your code
receipt-hint = Four groups of four characters, shown when you published.
