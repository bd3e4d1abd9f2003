"""Closed vocabularies: the words a record may use, with what each one means in plain English.

Each vocabulary maps a word to its label; the order of the keys is the order of the concept.
"""

LEVELS = {
    "none": "no formal credential",
    "grade_8": "no high-school diploma yet",
    "high_school": "high-school diploma or equivalent",
    "some_college": "some college, no degree",
    "certificate": "certificate or diploma below a degree",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "post_baccalaureate_certificate": "post-baccalaureate certificate",
    "master": "master's degree",
    "post_master_certificate": "post-master's certificate",
    "doctorate": "doctorate",
}
"""Levels of education, lowest first: the order that rules compare by."""

AWARD_LEVELS = {
    "certificate": "certificate",
    "associate": "associate",
    "bachelor": "bachelor's",
    "post_baccalaureate_certificate": "post-baccalaureate certificate",
    "master": "master's",
    "post_master_certificate": "post-master's certificate",
    "doctorate": "doctoral",
}
"""The levels at which a program gives an award, worded to stand before "program"."""

DEGREES = ("associate", "bachelor", "master", "doctorate")
"""The award levels that are degrees."""

FIELDS = {
    "allied_health_patient_care": "an allied health field of patient care",
    "automotive_technology": "automotive technology",
    "aviation_maintenance": "aviation maintenance",
    "biomedical_equipment": "biomedical equipment technology",
    "business": "business",
    "cancer_registry": "cancer registry management",
    "clinical_lab": "clinical laboratory work",
    "clinical_research": "clinical research",
    "computer_science": "computer science",
    "counseling": "counseling",
    "craft_training": "a construction or industrial craft",
    "dental_assisting": "dental assisting",
    "dental_hygiene": "dental hygiene",
    "dentistry": "dentistry",
    "diagnostic_medical_sonography": "diagnostic medical sonography",
    "dialysis": "dialysis technology",
    "early_childhood_education": "early childhood education",
    "ehr": "electronic health records",
    "ekg": "EKG technology",
    "electronics": "electronics",
    "emt": "emergency medical care at EMT level",
    "engineering": "engineering",
    "entry_level_driver_training": "entry-level commercial driving",
    "financial_planning": "financial planning",
    "health_administration": "health care administration",
    "health_education": "health education",
    "health_informatics": "health informatics",
    "health_science": "health science",
    "healthcare": "health care",
    "healthcare_leadership": "health care leadership",
    "him": "health information management",
    "human_resources": "human resources",
    "medical_admin": "medical administrative assisting",
    "medical_assisting": "medical assisting",
    "medical_coding": "medical billing and coding",
    "medical_office": "medical office work",
    "medical_transcription": "medical transcription",
    "medicine": "medicine",
    "mls": "medical laboratory science",
    "mlt": "medical laboratory technology",
    "nurse_aide": "nurse aide work",
    "occupational_therapy": "occupational therapy",
    "occupational_therapy_assistant": "occupational therapy assisting",
    "paramedic": "paramedicine",
    "patient_care": "patient care technology",
    "pharmacy_technician": "pharmacy technology",
    "phlebotomy": "phlebotomy",
    "physical_therapist_assistant": "physical therapist assisting",
    "practical_nursing": "practical nursing",
    "project_management": "project management",
    "public_administration": "public administration",
    "radiography": "radiography",
    "registered_nursing": "registered nursing",
    "respiratory_therapy": "respiratory therapy",
    "social_work": "social work",
    "surgical_technology": "surgical technology",
    "teacher_preparation": "teacher preparation",
    "welding": "welding",
    "related": "a related field",
    "other": "another field",
}
"""Fields of study that a rule or program names.

``related`` is a field that the issuer takes as near to those its rule names; ``other`` is any field
that no rule names, which may be near to some.
"""

GROUPS = {
    "management": "Management",
    "business-finance": "Business and finance",
    "computer-math": "Computers and mathematics",
    "architecture-engineering": "Architecture and engineering",
    "science": "Science",
    "community-social-service": "Community and social service",
    "legal": "Law",
    "education": "Education and libraries",
    "arts-media": "Arts, design, sports and media",
    "health-information": "Health information and records",
    "health-practice": "Health: diagnosing and treating",
    "health-technical": "Health: technologists and technicians",
    "health-support": "Health support",
    "protective-service": "Protective service",
    "food": "Food preparation and serving",
    "cleaning-grounds": "Cleaning and grounds",
    "personal-service": "Personal care and service",
    "sales": "Sales",
    "office": "Office and administrative support",
    "farming-fishing-forestry": "Farming, fishing and forestry",
    "construction-extraction": "Construction and extraction",
    "maintenance-repair": "Installation, maintenance and repair",
    "production": "Production",
    "transportation": "Transportation and moving",
}
"""Families of careers, for browsing: the major groups of SOC, health in four."""

EDUCATION_BASES = {
    "required": "required",
    "typical": "typical",
    "accepted": "accepted",
}
"""What a claim about entry education says: a must, the usual, or enough to get in."""

EXPERIENCE = {
    "none": "none",
    "under_5_years": "less than 5 years",
    "5_years_or_more": "5 years or more",
}
"""Work experience in a related occupation, after the categories of BLS Employment Projections."""

TRAINING = {
    "none": "none",
    "internship_residency": "internship or residency",
    "apprenticeship": "apprenticeship",
    "long_term": "long-term, over 12 months on the job",
    "moderate_term": "moderate-term, 1 to 12 months on the job",
    "short_term": "short-term, up to 1 month on the job",
}
"""On-the-job training to become competent, after the categories of BLS Employment Projections."""

CREDENTIAL_KINDS = {
    "certification": "certification",
    "licence": "licence",
    "registration": "registration",
    "certificate": "certificate",
}

CREDENTIAL_RELATIONS = {
    "required-by-law": "required by law",
    "expected": "expected by employers",
    "optional": "optional",
}
"""How a credential stands to a career."""

CONFIDENCE = {
    "confirmed": "confirmed",
    "reported": "reported, not confirmed",
    "unverified": "unverified",
}
"""How well a rule is confirmed, best first: by an official page or two others; by one; by none."""

USUAL = "usual"
EVIDENCE = {**CONFIDENCE, USUAL: "usual by the source; no rule was checked"}
"""What a step of a pathway rests on: a rule, as sure as that is, or only what is ``usual``."""

STAGES = {
    "sit": "sit for the exam",
    "award": "be awarded the credential",
    "license": "be licensed",
}
"""When a condition counts. Asking for a stage counts its conditions and the earlier ones."""

LEVEL_MATCHES = {
    "exact": "this level only",
    "at_least": "this level or higher",
    "unstated": "this level; the sources do not say whether a higher one counts",
}

STUDY_STATUSES = {
    "completed": "completed",
    "final_term": "in the final term",
    "in_progress": "in progress",
}

OCCUPATION_CODES = {
    "soc-2018": "SOC 2018",
    "soc-2010": "SOC 2010",
    "onet-soc-2019": "O*NET-SOC 2019",
}
"""Systems of occupation codes."""

CODE_RELATIONS = {
    "split-from": "split from",
    "merged-from": "merged from",
    "same-as": "same as",
    "part-of": "part of",
}

AREA_TYPES = {
    "national": "nation",
    "state": "state or territory",
    "metropolitan": "metropolitan area",
    "nonmetropolitan": "nonmetropolitan area",
}
"""Types of area for which BLS releases wages."""

WAGE_UNITS = {"year": "a year", "hour": "an hour"}
"""What a wage is paid for; by the hour only where no annual figure exists."""

WAGE_FIGURES = {
    "mean": "mean",
    "p10": "lowest 10%",
    "p25": "lowest 25%",
    "median": "median",
    "p75": "highest 25%",
    "p90": "highest 10%",
}
"""The figures of a wage."""

PROGRAM_SCOPES = {
    "field": "a field of study that schools offer at several levels",
    "award": "one award, as a school lists it",
}

CONTROLS = {
    "public": "public",
    "private_nonprofit": "private nonprofit",
    "private_for_profit": "private for-profit",
}
"""Who runs a school."""

SOURCE_KINDS = {
    "official-data": "data set of a public agency",
    "official-page": "page of the body that decides",
    "mirror": "copy of an official page",
    "third-party": "page of somebody else",
    "seed": "the web page the project began with",
}
