"""What editors type behind a command beside words of time: heads-ups, policies, wishes."""
