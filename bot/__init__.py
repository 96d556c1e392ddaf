"""The core of Daybook: what a newsroom follows, expects and is reminded of; no platform, no SQL."""
