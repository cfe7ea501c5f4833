"""What was found before, kept for the next run: verdicts on single files, and whole runs.

Whatever cannot be read back for any reason is judged anew. Nothing here imports what only judging needs.
"""
