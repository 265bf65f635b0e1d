"""The choices that the filter panel offers, and the names of ids."""

from data import engines
from data.queries.events.list import Ask

ORGANISATIONS = """
SELECT o.id, o.name, o.full_name, k.events FROM read_names k JOIN organisations o ON o.id = k.id
WHERE k."table" = 'organisations' AND k.events > 0 ORDER BY k.events DESC, o.name
"""
COUNTRIES = """
SELECT c.id, c.name, k.events FROM read_names k JOIN countries c ON c.id = k.id
WHERE k."table" = 'countries' AND k.events > 0 ORDER BY c.is_central_asia DESC, c.name
"""
THEMES = """
SELECT t.id, t.name, k.events FROM read_names k JOIN themes t ON t.id = k.id
WHERE k."table" = 'themes' ORDER BY t.name
"""


def list_organisations() -> Ask:
    """Organisations with a part in any event, busiest first."""
    return lambda engine: engines.select(engine, ORGANISATIONS, {})


def list_countries() -> Ask:
    """Countries in which any event took place, Central Asia first."""
    return lambda engine: engines.select(engine, COUNTRIES, {})


def list_themes() -> Ask:
    """Every theme, in the order of its name."""
    return lambda engine: engines.select(engine, THEMES, {})
