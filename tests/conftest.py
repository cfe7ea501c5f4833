"""Properties are tried on the same examples in every run; GUIDELINT_EXPLORE=1 looks for new ones.

Nothing that a test finds is kept for the next session, and nothing comes from an earlier one.
"""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

settings.register_profile(
    "guidelint",
    derandomize=not os.environ.get("GUIDELINT_EXPLORE"),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("guidelint")

CACHE = TemporaryDirectory(prefix="guidelint-tests-")
os.environ["GUIDELINT_CACHE_DIR"] = CACHE.name
