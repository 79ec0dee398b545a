"""Drives sessions: plan, order, journal, checks, how many at once. It is handed its editors and never imports one."""
