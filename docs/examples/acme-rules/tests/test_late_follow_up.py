from acme_rules import late_follow_up

from guidelint.testing import broken_examples, findings

AFTER = "nodes:\n  look-again: {{type: follow-up, label: Again, after: {}, observe: [improved], then: better}}\n"


def test_the_examples_of_its_page() -> None:
    assert broken_examples(late_follow_up) == []


def test_six_weeks_are_not_late() -> None:
    assert findings(late_follow_up, AFTER.format("{min: 1 d, max: 42 d}")) == ()


def test_the_day_after_is() -> None:
    (found,) = findings(late_follow_up, AFTER.format("{min: 1 d, max: 43 d}"))
    assert found.route == ("nodes", "look-again", "after", "max")
    assert found.message == "this follow-up may come after 43 days, and the recall list ends at 6 weeks"
