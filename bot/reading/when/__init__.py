"""How words of time are read: tokens, grammar and calendar; no language's words stand here."""
