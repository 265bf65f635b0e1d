"""When a page of the dashboard is ready to be looked at."""

from playwright.sync_api import Page

_SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app?.getAttribute('data-test-script-state') === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
}"""


def settle(page: Page, timeout: float = 30_000) -> None:
    """Wait until the script has run and nothing on the page is stale or a placeholder.

    After a click the old state may still be seen for a moment: wait for what the click brings first.
    """
    page.wait_for_function(_SETTLED, timeout=timeout)
