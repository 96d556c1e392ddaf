"""What Daybook does: one verb a module, over ports; each owns its transaction."""
