# The keys, for whoever hosts (the command line)

keys-name = Key
keys-age = Age
keys-protects = What it protects
keys-folder = The key folder: { $folder }. No key is ever shown.
keys-pepper = Pseudonyms: spaces, mentors’ accounts, blocks, limits, erasures
keys-standing = What lasts: communities, mentors, cases, ready-made replies, audit trail
keys-words = The words of week { $week }: { $count }
keys-identity = The link to the people of week { $week }: { $count }
keys-nothing = nothing any more
keys-few = fewer than { $few }
keys-old = Nothing of today: only the backups from before the keys were changed
keys-ahead = Nothing yet: a change of keys was cut short (entraide keys rotate finishes it)
keys-changing = New keys
keys-changed = ✓ Everything is sealed with new keys (generation { $generation }).
keys-copy = Keep a copy of pepper*.key, standing*.key and the file erased safe, far from the backups ({ $folder }). Then make a new backup.
keys-old-stay = The old keys stay for the backups from before: those of weeks go by themselves. Delete the old standing key with the last of these backups. Never delete a pepper.
keys-forgotten = { $count ->
    [0] ✓ Every request opens: there is nothing to give up.
    [one] ✓ One request that no key opens any more is given up. What shows of it in channels goes as soon as Entraide runs. The mentors’ threads stay: docs/operations.md says what to do with them.
   *[other] ✓ { $count } requests that no key opens any more are given up. What shows of them in channels goes as soon as Entraide runs. The mentors’ threads stay: docs/operations.md says what to do with them.
}
keys-occupied = Entraide is running
keys-occupied-advice = Stop all its processes first: what they wrote meanwhile would be lost.
keys-none = nothing is sealed yet
keys-none-advice = The keys are made by themselves at the first start.
keys-sandbox = this is a sandbox: its keys cannot be changed
keys-sandbox-advice = { $command } makes a new one.
keys-broken = a row of { $table } was changed by somebody else: nothing was changed here
keys-broken-advice = Restore a backup from before, then try again.
