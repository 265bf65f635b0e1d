"""What was read of each publisher, month by month."""

from pages.views.coverage.months import make_offer, show_coverage

__all__ = ["make_offer", "show_coverage"]
