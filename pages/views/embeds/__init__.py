"""One picture or one card without the frame of the dashboard, for a page of somebody else."""

from pages.views.embeds.show import show

__all__ = ["show"]
