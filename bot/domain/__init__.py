"""Pure values and rules, one noun a module."""
