"""An invented community, to compare ways of asking mentors: pure, and the same for each seed.

What decides in it is the real thing: `bot.domain.matching.choose`, the waves of
`bot.domain.community`, requests and mentors of the domain. What people do is assumed, and each
assumption stands in `community.toml`.
"""
