"""Look-ups in the catalog that several commands share. No disk, no clock."""
