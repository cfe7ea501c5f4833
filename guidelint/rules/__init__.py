"""Every rule of guidelint, in the order of the codes."""

from __future__ import annotations

from typing import Any

from guidelint.rule import Rule
from guidelint.rules.cases.case_fails import case_fails
from guidelint.rules.cases.impossible_patient import impossible_patient
from guidelint.rules.cases.incomplete_patient import incomplete_patient
from guidelint.rules.definitions.active_without_approval import active_without_approval
from guidelint.rules.definitions.circular_definition import circular_definition
from guidelint.rules.definitions.condition_type_mismatch import condition_type_mismatch
from guidelint.rules.definitions.incommensurable_unit import incommensurable_unit
from guidelint.rules.definitions.inverted_interval import inverted_interval
from guidelint.rules.definitions.known_fact_as_unknown import known_fact_as_unknown
from guidelint.rules.definitions.missing_metadata import missing_metadata
from guidelint.rules.definitions.name_clash import name_clash
from guidelint.rules.definitions.review_overdue import review_overdue
from guidelint.rules.definitions.schema_violation import schema_violation
from guidelint.rules.definitions.unchanging_consequence import unchanging_consequence
from guidelint.rules.definitions.undefined_name import undefined_name
from guidelint.rules.definitions.unobservable_fact import unobservable_fact
from guidelint.rules.definitions.unused_definition import unused_definition
from guidelint.rules.definitions.value_outside_domain import value_outside_domain
from guidelint.rules.document.alias_or_merge_key import alias_or_merge_key
from guidelint.rules.document.ambiguous_scalar import ambiguous_scalar
from guidelint.rules.document.duplicate_key import duplicate_key
from guidelint.rules.document.empty_document import empty_document
from guidelint.rules.document.explicit_tag import explicit_tag
from guidelint.rules.document.non_string_key import non_string_key
from guidelint.rules.document.several_documents import several_documents
from guidelint.rules.document.syntax_error import syntax_error
from guidelint.rules.document.text_after_hash import text_after_hash
from guidelint.rules.document.too_large import too_large
from guidelint.rules.document.undecodable_text import undecodable_text
from guidelint.rules.document.unquoted_comparison import unquoted_comparison
from guidelint.rules.evidence.malformed_identifier import malformed_identifier
from guidelint.rules.evidence.missing_strength import missing_strength
from guidelint.rules.evidence.recommendation_without_source import recommendation_without_source
from guidelint.rules.evidence.rests_on_unresolved_reference import rests_on_unresolved_reference
from guidelint.rules.evidence.source_defect import source_defect
from guidelint.rules.evidence.statement_not_encoded import statement_not_encoded
from guidelint.rules.evidence.strong_on_low_certainty import strong_on_low_certainty
from guidelint.rules.evidence.unresolved_reference import unresolved_reference
from guidelint.rules.evidence.unused_reference import unused_reference
from guidelint.rules.evidence.vague_wording import vague_wording
from guidelint.rules.evidence.verb_against_strength import verb_against_strength
from guidelint.rules.graph.cycle_without_follow_up import cycle_without_follow_up
from guidelint.rules.graph.else_not_last import else_not_last
from guidelint.rules.graph.fact_used_before_obtained import fact_used_before_obtained
from guidelint.rules.graph.path_without_recommendation import path_without_recommendation
from guidelint.rules.graph.several_else import several_else
from guidelint.rules.graph.superfluous_decision import superfluous_decision
from guidelint.rules.graph.treatment_without_follow_up import treatment_without_follow_up
from guidelint.rules.graph.unbounded_cycle import unbounded_cycle
from guidelint.rules.graph.undefined_target import undefined_target
from guidelint.rules.graph.unreachable_node import unreachable_node
from guidelint.rules.graph.wide_decision import wide_decision
from guidelint.rules.logic.always_true_condition import always_true_condition
from guidelint.rules.logic.boundary_gap import boundary_gap
from guidelint.rules.logic.boundary_overlap import boundary_overlap
from guidelint.rules.logic.contradictory_advice import contradictory_advice
from guidelint.rules.logic.gap import gap
from guidelint.rules.logic.gap_when_unknown import gap_when_unknown
from guidelint.rules.logic.impossible_assumptions import impossible_assumptions
from guidelint.rules.logic.impossible_branch import impossible_branch
from guidelint.rules.logic.impossible_node import impossible_node
from guidelint.rules.logic.not_decided import not_decided
from guidelint.rules.logic.overlapping_branches import overlapping_branches
from guidelint.rules.logic.question_already_answered import question_already_answered
from guidelint.rules.logic.redundant_part import redundant_part
from guidelint.rules.logic.shadowed_branch import shadowed_branch
from guidelint.rules.logic.unsatisfiable_condition import unsatisfiable_condition
from guidelint.rules.safety.constraint_vacuous import constraint_vacuous
from guidelint.rules.safety.constraint_violated import constraint_violated
from guidelint.rules.safety.contraindicated_intervention import contraindicated_intervention
from guidelint.rules.safety.course_without_limit import course_without_limit
from guidelint.rules.safety.dose_without_unit import dose_without_unit
from guidelint.rules.safety.duplicate_class import duplicate_class
from guidelint.rules.safety.red_flags_after_treatment import red_flags_after_treatment
from guidelint.rules.set_asides.expired_waiver import expired_waiver
from guidelint.rules.set_asides.malformed_set_aside import malformed_set_aside
from guidelint.rules.set_asides.rule_crashed import rule_crashed
from guidelint.rules.set_asides.set_aside_without_reason import set_aside_without_reason
from guidelint.rules.set_asides.stale_baseline_entry import stale_baseline_entry
from guidelint.rules.set_asides.unknown_rule_in_set_aside import unknown_rule_in_set_aside
from guidelint.rules.set_asides.unused_set_aside import unused_set_aside
from guidelint.rules.terminology.malformed_code import malformed_code
from guidelint.rules.terminology.one_code_two_meanings import one_code_two_meanings
from guidelint.rules.terminology.unknown_code_system import unknown_code_system
from guidelint.rules.terminology.unknown_unit import unknown_unit

RULES: tuple[Rule[Any], ...] = (
    syntax_error,
    duplicate_key,
    ambiguous_scalar,
    alias_or_merge_key,
    explicit_tag,
    non_string_key,
    undecodable_text,
    too_large,
    several_documents,
    empty_document,
    text_after_hash,
    unquoted_comparison,
    schema_violation,
    undefined_name,
    unused_definition,
    condition_type_mismatch,
    value_outside_domain,
    incommensurable_unit,
    name_clash,
    circular_definition,
    active_without_approval,
    review_overdue,
    inverted_interval,
    missing_metadata,
    unchanging_consequence,
    unobservable_fact,
    known_fact_as_unknown,
    unreachable_node,
    path_without_recommendation,
    undefined_target,
    cycle_without_follow_up,
    unbounded_cycle,
    superfluous_decision,
    else_not_last,
    several_else,
    fact_used_before_obtained,
    treatment_without_follow_up,
    wide_decision,
    gap,
    gap_when_unknown,
    overlapping_branches,
    impossible_branch,
    impossible_node,
    always_true_condition,
    unsatisfiable_condition,
    shadowed_branch,
    redundant_part,
    question_already_answered,
    impossible_assumptions,
    contradictory_advice,
    boundary_gap,
    boundary_overlap,
    not_decided,
    constraint_violated,
    constraint_vacuous,
    contraindicated_intervention,
    course_without_limit,
    duplicate_class,
    dose_without_unit,
    red_flags_after_treatment,
    recommendation_without_source,
    statement_not_encoded,
    unresolved_reference,
    rests_on_unresolved_reference,
    source_defect,
    missing_strength,
    strong_on_low_certainty,
    verb_against_strength,
    vague_wording,
    unused_reference,
    malformed_identifier,
    case_fails,
    incomplete_patient,
    impossible_patient,
    malformed_code,
    unknown_code_system,
    unknown_unit,
    one_code_two_meanings,
    unused_set_aside,
    unknown_rule_in_set_aside,
    set_aside_without_reason,
    expired_waiver,
    malformed_set_aside,
    stale_baseline_entry,
    rule_crashed,
)
