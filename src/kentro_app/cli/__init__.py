"""`kentro-admin`: the same use cases without a window.

Standard output carries answers, standard error words for people. Commands are imported when they
are called, so that `--help` and a short command start at once.
"""
