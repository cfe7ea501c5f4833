"""What Acme hospitals ask of their guidelines."""

from acme_rules.late_follow_up import late_follow_up

RULES = (late_follow_up,)
