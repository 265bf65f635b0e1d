"""What was read of each publisher, month by month."""

from pages.views.coverage.months import show_coverage

__all__ = ["show_coverage"]
