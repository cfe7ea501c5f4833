"""Settings: defaults, the nearest configuration file, the command line."""

from guidelint.config.choices import OFF, Choice, Choices, Rules
from guidelint.config.layer import DEFAULT, DEFAULTS, ConfigError, Given, Item, Layer, given
from guidelint.config.lookup import Lookup
from guidelint.config.selectors import UnknownRule, codes_of
from guidelint.config.settings import Settings
from guidelint.config.toml_file import shown
from guidelint.config.weakened import Weakened, weakened

__all__ = [
    "DEFAULT",
    "DEFAULTS",
    "OFF",
    "Choice",
    "Choices",
    "ConfigError",
    "Given",
    "Item",
    "Layer",
    "Lookup",
    "Rules",
    "Settings",
    "UnknownRule",
    "Weakened",
    "codes_of",
    "given",
    "shown",
    "weakened",
]
