"""Text → entities, quotes, claims: pure functions. `pipeline` has their order."""

import os

# One article keeps one core busy: more threads for matrices as small as the tagger's cost more than they bring. Numpy
# asks for it once, when it is loaded, and whatever loads it here comes behind this.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
