# The people and stories of the demonstration page

demo-community = The CMs next door
demo-nadia-name = Nadia
demo-nadia-experience = Ten years of town halls and transport. I lived through two national backlashes, an account hacked on a Sunday night and a few memorable blunders, one of them mine.
demo-nadia-sectors = town hall, transport
demo-yann-name = Yann
demo-yann-experience = Fashion brands and video games. Trolls, raids, angry communities, and a management that wanted to buy followers.
demo-yann-sectors = fashion, video games
demo-snippet-first-title = First word
demo-snippet-first = Hello, this is {"{"}nom{"}"}. I’m here, let’s look at it together. Tell me: what does the public see right now, and who has been told on your side?
demo-snippet-pause-title = Breathe
demo-snippet-pause = Before you answer anybody: step away from the screen for two minutes. Nothing that gets written in those two minutes will make things worse.
demo-request-reach = My management asks for “ten thousand followers before Christmas” and sent me the link of a site that sells them. I said I would think about it. How do I say no without looking like somebody who does not want to work?
demo-request-names = Three Lighthouses Biscuits
