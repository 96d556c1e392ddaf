"""A simulated fortnight of a newsroom, and what stands in its channels.

``script.txt`` is what people type and press, ``article.txt`` what one of them reads in, and
``transcript.txt`` all that is said, as the test compares it word by word. After a change that is
meant, read what the change does to the transcript and write it anew: ``python -m tests.fortnight``.
"""
