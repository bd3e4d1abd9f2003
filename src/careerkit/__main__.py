"""``python -m careerkit``."""

import sys

from careerkit.cli import main

sys.exit(main())
