from sqlalchemy import Engine

from data.brief.evidence import Evidence
from data.claims.passages import Cite

EVENT = "2021-03-03-alphaville-roundtable"
REPORT = "alpha-2021-report"


def test_the_words_of_the_source_on_the_value_come_with_paragraph_address_and_day_read(
    engine: Engine,
) -> None:
    found = Evidence(engine).citation(Cite(REPORT, "events", EVENT, ("start_on",)))
    assert (found.words, found.paragraph, found.is_context) == ("On 3 March 2021 the round table", 1, False)
    assert (found.publisher, found.title, found.published_on) == ("Alpha", "Alpha report", "2021-03-05")
    assert found.url == "https://alpha.example/report"
    assert found.address == f"{found.url}#:~:text=On%203%20March%202021%20the%20round%20table"
    assert found.read_on == "2026-01-02"


def test_a_part_of_an_event_without_words_of_its_own_has_those_on_the_event(engine: Engine) -> None:
    key = f"{EVENT}/gamma-uz/host/{REPORT}"
    found = Evidence(engine).citation(Cite(REPORT, "event_organisations", key, ("role",), EVENT))
    assert (found.words, found.is_context) == ("fourteen bodies", True)


def test_without_any_words_the_source_is_cited_as_a_whole_its_title_else_in_ours(engine: Engine) -> None:
    evidence = Evidence(engine)
    whole = evidence.citation(Cite("beta-2022-page", "events", "2022-06-beta-office", ("title",)))
    assert (whole.words, whole.title, whole.address) == (
        "",
        "Сообщение беты",
        "https://beta.example/page?a=1&b=2",
    )
    untitled = evidence.citation(Cite("alpha-2021-repost"))
    assert (untitled.title, untitled.address) == ("[Repeats the alpha report]", "")


def test_the_preferred_value_is_cited_from_whoever_states_it(engine: Engine) -> None:
    cite = Cite("alpha-2021-repost", "events", EVENT, ("start_on",))
    assert Evidence(engine).preferred(cite).source_id == REPORT
    assert Evidence(engine).preferred(cite._replace(fields=("form",))).source_id == "alpha-2021-repost"


def test_a_passage_is_cited_once(engine: Engine) -> None:
    cite = Cite(REPORT, "events", EVENT, ("start_on",))
    assert len(Evidence(engine).citations(cite, cite)) == 1
