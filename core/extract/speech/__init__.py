"""Reported speech: reporting words, speakers, contents and where they end."""
