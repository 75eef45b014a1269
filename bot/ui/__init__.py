"""What people see, said without any platform: forms, cards, buttons, tables."""
