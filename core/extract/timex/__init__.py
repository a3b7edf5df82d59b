"""The grammar of Arabic time expressions: words → nodes → TIMEX3 values."""
