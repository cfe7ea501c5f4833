"""Where what was found is kept: where the command line says, or else the environment, the configuration, or nobody."""

from __future__ import annotations

import os

from guidelint.caching.place import VARIABLE, cache_folder
from guidelint.caching.verdicts import Verdicts, own_secret, verdicts
from guidelint.config import Settings

KEY = "cache-dir"


def kept(settings: Settings) -> Verdicts | None:
    """None where it can be kept nowhere.

    A folder that a configuration names comes from whoever wrote the guidelines. Its entries are believed only if they
    were made with a secret that lies among the user's own files, so nobody can send verdicts with a guideline.
    """
    if not is_elsewhere(settings):
        own = cache_folder()
        return None if own is None else verdicts(own)
    if settings.is_asked(KEY):
        return verdicts(str(settings.cache_dir))
    secret = own_secret()
    return None if secret is None else verdicts(str(settings.cache_dir), secret)


def is_elsewhere(settings: Settings) -> bool:
    """Whether somebody names a folder that is not known before all settings are."""
    return settings.cache_dir is not None and (settings.is_asked(KEY) or not os.environ.get(VARIABLE))
