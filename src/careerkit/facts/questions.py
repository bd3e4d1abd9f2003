"""The question of an interview for each fact, with examples of what may be typed.

A question stands under its section, or under section and key where it asks for a fact or a detail
of an entry; ``{entry}`` is that entry. ``AGAIN`` asks for a further entry.
"""

from careerkit.model.statements import STATEMENTS

_YES = "yes or no."
QUESTIONS = {
    "age": "How old is the client? In whole years, such as 24.",
    "state": "In which state does the client live? Such as OH.",
    "education": "What is the highest education that the client has, or is studying for? Such as "
    "ged, certificate, aas, bs, or none; with its country if it is not the US: bs,country=CA.",
    "education.level": "At which level is the {entry}? Such as certificate, aas or bs.",
    "education.field": "In which field is the {entry}? Such as him, business or other.",
    "education.accredited_by": "Who accredits the {entry} itself, not the college? Such as cahiim, "
    "or none.",
    "education.approved_by": "Who approves the {entry}? Such as cahiim, or none.",
    "education.status": "How far is the {entry}? completed, final_term or in_progress.",
    "education.completed": "When was the {entry} completed? Such as 2024-05; or completed, "
    "final_term or in_progress.",
    "education.expected": "When will the {entry} be completed? Such as 2027-05.",
    "education.institution_accredited": f"Is the school of the {{entry}} accredited? {_YES}",
    "education.hours": "How many clock hours is the {entry} long? Such as 720.",
    "education.years": "How many years is the {entry} long? Such as 2.",
    "credentials": "Which credentials does the client hold? One at a time, such as rhit, or none.",
    "credentials.earned": "When was the {entry} earned? Such as 2024-05.",
    "credentials.active": f"Is the {{entry}} active? {_YES}",
    "credentials.proctored": f"Was the exam for the {{entry}} proctored? {_YES}",
    "work": "Which work has the client done? One job at a time, such as medical_coding:2y or "
    "dental_assisting:1950h, or none.",
    "work.hours": "How many hours was the {entry} in all? Such as 1950.",
    "work.months": "How long was the {entry}? Such as 2y, 18m, 1950h, or 2024-01 to 2026-01.",
    "work.from": "From when to when was the {entry}? Such as 2024-01 to 2026-01; 2024-01 alone if "
    "it goes on.",
    "work.current": f"Does the {{entry}} still go on? {_YES}",
    "work.full_time": f"Was the {{entry}} full-time? {_YES}",
    "work.paid": f"Was the {{entry}} paid? {_YES}",
    "work.supervised": f"Was the {{entry}} supervised as the rule asks? {_YES}",
    "work.supervision_hours": "How many hours of the {entry} were with the supervisor? "
    "Such as 100.",
    "work.domains": "In which domains was the {entry}? Joined by +, such as chemistry+hematology, "
    "or none.",
    "training": "Which training has the client had outside a program? One at a time, such as "
    "medical_coding:80h or aapc_practicode, or none.",
    "training.hours": "How many hours was the {entry}? Such as 80.",
    "training.completed": "When was the {entry} completed? Such as 2024-05.",
    "memberships": "Of which associations is the client a member? One at a time, such as aapc, or "
    "none.",
    "memberships.since": "Since when is the client a member of {entry}? Such as 2024-05.",
    "memberships.class": "As what is the client a member of {entry}? Such as member or student.",
    "exams": "Which exams has the client passed? One at a time, such as cpa-uniform:2026-02, or "
    "none.",
    "exams.passed": "When was the {entry} passed? Such as 2024-05.",
    "procedures": "Which procedures has the client performed, and how often? One at a time, such "
    "as venipuncture_live=30, or none.",
    "military": "Which military training does the client have? One at a time, such as "
    "phlebotomy:8, in weeks, or none.",
    "military.weeks": "How many weeks was the {entry}? Such as 8.",
    "military.completed": "When was the {entry} completed? Such as 2024-05.",
    "credits.total": "How many college credits, in semester hours, does the client have in all? "
    "Such as 60.",
    "credits.graduate": "How many of the client's college credits are at graduate level? Such as "
    "48, or 0.",
    "courses": "Which college courses has the client taken in the subjects asked for? One subject "
    "at a time, with its credits: human_anatomy=4,grade=B; or none.",
    "courses.credits": "How many credits does the client have in {entry}? Such as 4.",
    "courses.hours": "How many clock hours were the courses in {entry}? Such as 60.",
    "courses.grade": "What is the client's lowest grade in {entry}? Such as B.",
    **{f"facts.{key}": f"{row.asked()} {row.answers}" for key, row in STATEMENTS.items()},
}
AGAIN = "Another one? Enter if there is none."
ANOTHER_PROGRAM = (
    "Another program of study, finished or going on? Its level, such as certificate; Enter if "
    "there is none."
)
