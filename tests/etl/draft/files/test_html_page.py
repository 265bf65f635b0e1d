import pytest

from etl.draft.files import html_page
from etl.draft.files.file_text import RefusedError

STORY = "".join(
    f"<p>Paragraph {n} on the course for border officers that was held in Dushanbe.</p>" for n in range(4)
)
PAGE = f"""<html><head><title>Officers trained</title>
<meta property="article:published_time" content="2024-05-17"></head><body>
<nav><a href="/">Home</a> <a href="/news">All news of the site</a></nav>
<article><h1>Officers trained</h1>{STORY}</article>
<footer>Copyright and cookies</footer></body></html>"""


def test_the_article_is_read_without_menus_and_with_the_declared_date() -> None:
    found = html_page.parse(PAGE.encode())
    assert found.text.splitlines()[0] == "Officers trained"
    assert [word in found.text for word in ("Paragraph 3", "cookies", "All news")] == [True, False, False]
    assert (found.published, found.notes) == ("2024-05-17", (html_page.NOTE,))


def test_no_date_is_guessed() -> None:
    assert html_page.parse(PAGE.replace('content="2024-05-17"', "").encode()).published == ""


def test_a_page_made_by_a_script_is_refused() -> None:
    page = b"<html><body><div id='app'></div><script>start()</script></body></html>"
    with pytest.raises(RefusedError, match="made by a script"):
        html_page.parse(page)


def test_a_title_that_the_text_lacks_opens_it() -> None:
    page = PAGE.replace("<h1>Officers trained</h1>", "").replace(
        "<title>Officers", "<title>Nineteen officers"
    )
    assert html_page.parse(page.encode()).text.startswith("Nineteen officers trained\n")
