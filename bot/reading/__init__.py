"""Understanding text: what words of time mean, and what an article expects."""
