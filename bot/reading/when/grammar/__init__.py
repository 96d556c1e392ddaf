"""The grammar of time: which words, in which order, say which phrase."""
