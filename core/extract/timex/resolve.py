"""When an expression is: nodes → TIMEX3 values, seen from the day of publication and from what was said before."""

from core.extract.timex import resolve_dates, resolve_periods
from core.extract.timex.resolving import Context, resolve

__all__ = ["Context", "resolve", "resolve_dates", "resolve_periods"]
