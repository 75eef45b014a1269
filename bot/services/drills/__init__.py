"""Rehearsals of cases, alone or as a team."""
