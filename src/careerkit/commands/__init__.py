"""One folder a command: cli parses, query asks, answer is what is told, page how people see it."""
