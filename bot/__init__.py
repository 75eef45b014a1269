"""The core of Entraide: it decides, and knows no platform, no SQL and no clock of its own."""
