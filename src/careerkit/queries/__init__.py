"""Questions asked of the catalog; each returns a frozen answer. No disk, no clock."""
