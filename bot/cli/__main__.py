"""`python -m bot.cli` is `entraide`."""

from bot.cli.main import main

main()
