"""Fields within wider fields: study or work in one counts where a rule asks for the wider one.

Only where the words leave no doubt: related fields are left out. A field in no vocabulary is kept
as the client's text, and lies in no other.
"""

from collections.abc import Iterator

from careerkit.model.client import Client
from careerkit.model.client_vocabulary import WORK_FIELDS
from careerkit.model.vocabulary import FIELDS

_HEALTH_STUDIES = (
    "allied_health_patient_care",
    *("biomedical_equipment", "cancer_registry", "clinical_lab", "clinical_research"),
    *("dental_assisting", "dental_hygiene", "dentistry", "diagnostic_medical_sonography"),
    *("dialysis", "ehr", "ekg"),
    *("emt", "health_administration", "health_education", "health_informatics", "health_science"),
    *("healthcare_leadership", "him", "medical_admin", "medical_assisting", "medical_coding"),
    *("medical_office", "medical_transcription", "medicine", "mls", "mlt", "nurse_aide"),
    *("occupational_therapy", "occupational_therapy_assistant", "paramedic", "patient_care"),
    *("pharmacy_technician", "phlebotomy", "physical_therapist_assistant", "practical_nursing"),
    *("radiography", "registered_nursing", "respiratory_therapy", "surgical_technology"),
)
_HEALTH_WORK = (
    *("billing_coding", "biomedical_equipment", "cancer_registry", "case_management"),
    *("clinical_documentation_integrity", "clinical_lab", "dental_assisting", "dialysis", "ehr"),
    *("ekg", "health_data", "health_it_in_healthcare", "healthcare_management"),
    *("human_resources_healthcare", "medical_admin", "medical_assisting", "medical_coding"),
    *("medical_practice", "patient_care", "pharmacy_technician", "phlebotomy"),
    *("privacy_security_healthcare", "ultrasound"),
)
STUDY_WITHIN = {
    "healthcare": frozenset(_HEALTH_STUDIES),
    "business": frozenset({"human_resources"}),
    "clinical_lab": frozenset({"mls", "mlt"}),
    "allied_health_patient_care": frozenset(
        (
            *("diagnostic_medical_sonography", "occupational_therapy"),
            *("occupational_therapy_assistant", "physical_therapist_assistant", "radiography"),
            "respiratory_therapy",
        )
    ),
    "other": frozenset({"related"}),
}
"""Fields of study that count for a wider one."""

WORK_WITHIN = {
    "billing_coding": frozenset({"medical_coding"}),
    "financial_planning": frozenset({"financial_planning_apprenticeship"}),
    "health_it": frozenset({"health_it_in_healthcare"}),
    "healthcare_or_finance": frozenset(
        (
            *_HEALTH_WORK,
            *("accounting", "management_accounting", "financial_planning"),
            *("financial_planning_apprenticeship", "healthcare_or_finance_management"),
        )
    ),
    "healthcare_or_finance_management": frozenset({"healthcare_management"}),
    "human_resources": frozenset(
        {"human_resources_healthcare", "human_resources_professional", "human_resources_strategic"}
    ),
    "human_resources_professional": frozenset({"human_resources_strategic"}),
    "project_work": frozenset({"leading_projects"}),
}
"""Fields of work that count for a wider one."""


def study_name(field: str) -> str:
    """Return a field of study in words; a field in no vocabulary in quotes."""
    return FIELDS.get(field) or f"'{field}'"


def work_name(field: str) -> str:
    """Return a field of work in words: "medical coding work", or "work told as 'retail'"."""
    return WORK_FIELDS.get(field) or f"work told as '{field}'"


def is_study_within(field: str, asked: str) -> bool:
    """Tell whether study in ``field`` counts as study in the field ``asked`` for."""
    return field == asked or field in STUDY_WITHIN.get(asked, ())


def is_work_within(field: str, asked: str) -> bool:
    """Tell whether work in ``field`` counts as work in the field ``asked`` for."""
    return field == asked or field in WORK_WITHIN.get(asked, ())


def fields_as_told(client: Client) -> Iterator[tuple[str, str]]:
    """Yield "field of study" or "field of work", and each text that is in no vocabulary."""
    studied = [study.field for study in client.education or ()]
    studied += [training.field for training in client.military or ()]
    worked = [work.field for work in client.work or ()]
    for what, fields, known in (
        ("field of study", studied, FIELDS),
        ("field of work", worked, WORK_FIELDS),
    ):
        for field in dict.fromkeys(fields):
            if field is not None and field not in known:
                yield what, field
