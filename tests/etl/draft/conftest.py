"""The record's own names, and the candidates of a text read with them."""

from collections.abc import Callable

import pytest

from data import documents, store
from etl.draft.candidates.events.dates import Publication
from etl.draft.candidates.proposals import Proposals, propose
from etl.draft.gazetteer import curated_rows
from etl.draft.gazetteer.curated_rows import CuratedRows
from etl.draft.gazetteer.record_names import RecordNames, record_names

Propose = Callable[..., Proposals]


@pytest.fixture(scope="session")
def record() -> CuratedRows:
    return curated_rows.read_curated(store.CURATED)


@pytest.fixture(scope="session")
def names(record: CuratedRows) -> RecordNames:
    return record_names(record)


@pytest.fixture
def proposed(record: CuratedRows, names: RecordNames) -> Propose:
    """What a text proposes; the day of publication and the publisher may be given."""

    def found(text: str, published: str = "", publisher: str = "") -> Proposals:
        return propose(documents.parse_document(text), record, names, Publication(published), publisher)

    return found
