"""Closed vocabularies for rules and the facts of clients, other than education.

As in ``vocabulary``, each maps a word to its label; the labels read well inside a sentence.
"""

WORK_FIELDS = {
    "accounting": "accounting work",
    "airframe_and_powerplant_concurrent": "work on airframes and powerplants at the same time",
    "airframe_maintenance": "work on aircraft airframes",
    "automotive_repair": "automotive repair work",
    "billing_coding": "medical billing or coding work",
    "biomedical_equipment": "work on biomedical equipment",
    "cancer_registry": "cancer registry work",
    "case_management": "health care case management work",
    "clinical_documentation_integrity": "clinical documentation integrity work",
    "clinical_lab": "clinical laboratory work",
    "clinical_social_work_supervised": "supervised clinical social work",
    "counseling": "counseling work",
    "craft_trade": "work in the craft",
    "dental_assisting": "dental assisting work",
    "dialysis": "dialysis patient care work",
    "early_childhood_care": "work with young children",
    "ehr": "work with electronic health records",
    "ekg": "EKG work",
    "engineering": "engineering work",
    "financial_planning": "financial planning work",
    "financial_planning_apprenticeship": "financial planning work under a CFP professional",
    "health_data": "health data work",
    "health_it": "information and management systems work",
    "health_it_in_healthcare": "information and management systems work in health care",
    "healthcare_management": "health care management work",
    "healthcare_or_finance": "work in health care or finance",
    "healthcare_or_finance_management": "management work in health care or finance",
    "human_resources": "human resources work",
    "human_resources_healthcare": "human resources work in health care",
    "human_resources_professional": "human resources work at professional level",
    "human_resources_strategic": "human resources work at strategic level",
    "information_security": "information security work",
    "leading_projects": "work leading projects",
    "management_accounting": "management accounting or financial management work",
    "medical_admin": "medical administrative work",
    "medical_assisting": "medical assisting work",
    "medical_assisting_instruction": "work teaching medical assisting",
    "medical_coding": "medical coding work",
    "medical_practice": "work in a medical practice",
    "patient_care": "patient care technician work",
    "pharmacy_technician": "pharmacy technician work",
    "phlebotomy": "phlebotomy work",
    "powerplant_maintenance": "work on aircraft powerplants",
    "privacy_security_healthcare": "health care privacy or security work",
    "project_work": "work on projects",
    "supervision": "supervisory work",
    "trade_of_subject": "work in the trade to be taught",
    "ultrasound": "ultrasound work",
    "welding_related": "work related to welding",
    "other": "work in another field",
}
"""Fields of work that a rule names, worded to stand after an amount: "2 years of …"."""

WORK_DOMAINS = {
    "blood_banking": "blood banking",
    "chemistry": "chemistry",
    "hematology": "hematology",
    "immunology": "immunology",
    "microbiology": "microbiology",
    "urinalysis": "urinalysis",
    "security_and_risk_management": "security and risk management",
    "asset_security": "asset security",
    "security_architecture_and_engineering": "security architecture and engineering",
    "communication_and_network_security": "communication and network security",
    "identity_and_access_management": "identity and access management",
    "security_assessment_and_testing": "security assessment and testing",
    "security_operations": "security operations",
    "software_development_security": "software development security",
    "other": "another domain",
}
"""Parts of a field of work: departments of a laboratory, domains of information security."""

TRAINING_SUBJECTS = {
    "early_childhood_education": "early childhood education",
    "medical_coding": "medical coding",
    "nurse_aide": "nurse aide work",
    "nurse_aide_supervised_practical": "supervised practical nurse aide work",
    "phlebotomy": "phlebotomy",
    "phlebotomy_classroom": "phlebotomy in the classroom",
    "phlebotomy_clinical": "phlebotomy in clinical practice",
    "project_management": "project management",
    "sonography_physics": "sonography physics",
    "texas_real_estate": "Texas real estate",
    "other": "another subject",
}
"""Subjects of training that rules count in hours, worded to stand after "training in"."""

TRAINING_NAMES = {"aapc_practicode": "AAPC Practicode"}
"""Named products and courses that rules ask for."""

PROCEDURES = {
    "capillary_or_finger_stick_live": "capillary or finger sticks on live people",
    "ekg_live": "EKGs on live people",
    "unaided_blood_collection": "unaided blood collections",
    "venipuncture_live": "venipunctures on live people",
}
"""Procedures that rules count, worded to stand after a number."""

EXAMS = {
    "ardms-spi": "ARDMS Sonography Principles and Instrumentation exam",
    "aswb": "ASWB social work licensing exam",
    "cfp": "CFP Certification Examination",
    "cpa-uniform": "Uniform CPA Examination",
    "finra-sie": "FINRA Securities Industry Essentials exam",
    "nbrc-tmc-high-cut": "NBRC Therapist Multiple-Choice exam at the high cut score",
    "ncees-fe": "NCEES Fundamentals of Engineering exam",
    "ncees-pe": "NCEES Principles and Practice of Engineering exam",
    "nclex-pn": "NCLEX-PN exam for practical nurses",
    "nclex-rn": "NCLEX-RN exam for registered nurses",
    "state-teacher-tests": "teacher tests of the state",
}
"""Exams that a rule asks a client to have passed, and some that end a way on record."""

COURSES = {
    "accounting": "accounting",
    "biology": "biology",
    "business": "business",
    "chemistry": "chemistry",
    "engineering_or_technical": "engineering or technical subjects",
    "health_education_eight_areas": "the Eight Areas of health education",
    "healthcare_or_business_management": "health care or business management",
    "human_anatomy": "human anatomy",
    "human_physiology": "human physiology",
    "law_of_agency": "law of agency",
    "law_of_contracts": "law of contracts",
    "microbiology": "microbiology",
    "nbcc_content_areas": "the content areas of NBCC",
    "organic_or_biochemistry": "organic chemistry or biochemistry",
    "physics": "physics",
    "promulgated_forms": "promulgated contract forms",
    "real_estate_finance": "real estate finance",
    "real_estate_principles_1": "principles of real estate 1",
    "real_estate_principles_2": "principles of real estate 2",
    "upper_level_accounting": "upper-level accounting",
    "upper_level_business": "upper-level business",
    "other": "another subject",
}
"""Subjects of college courses that rules name, worded to stand after "credits in"."""

GRADES = {
    "A": "excellent",
    "A-": "just below A",
    "B+": "just above B",
    "B": "good",
    "B-": "just below B",
    "C+": "just above C",
    "C": "fair",
    "C-": "just below C",
    "D+": "just above D",
    "D": "passing, barely",
    "D-": "just below D",
    "F": "failed",
    "P": "passed, with no letter",
}
"""Grades of a course, best first; ``P`` stands outside the order."""

MEMBER_CLASSES = {
    "member": "member",
    "faculty_associate": "faculty associate",
    "international_associate": "international associate",
    "student": "student member",
    "other": "another class",
}
"""Classes of membership in an association."""

LEGAL_STATUSES = {
    "us_citizen": "US citizen",
    "permanent_resident": "lawful permanent resident",
    "lawfully_admitted_alien": "lawfully admitted alien",
    "non_domiciled_eligible": "eligible for a non-domiciled commercial license",
    "other": "another status",
}
"""Standing of a client in the United States, as rules name it."""

OTHER_CREDENTIALS = {
    "ahdi-cmt": "CMT (AHDI)",
    "ascp-cla": "CLA (ASCP)",
    "csrt-rrt": "RRT (Canada)",
    "danb-cda-former": "former CDA (DANB)",
    "isc2-ccsp": "CCSP (ISC2)",
    "isc2-csslp": "CSSLP (ISC2)",
    "nbstsa-cst-former": "former CST (NBSTSA)",
    "state-emt": "state EMT",
    "state-paramedic": "state paramedic",
}
"""Credentials with no record of their own that a rule names."""

STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AS": "American Samoa",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "GU": "Guam",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "MP": "Northern Mariana Islands",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "PR": "Puerto Rico",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VI": "U.S. Virgin Islands",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
"""States, the District of Columbia and territories by postal code."""
