from sqlalchemy import Engine

from data import told
from data.models import tables
from data.queries.whole import narrowed


def test_every_table_that_filters_narrow_has_its_sizes(engine: Engine) -> None:
    narrow = {name for name in tables() if narrowed(name)} - {"events"}
    assert set(told.of(engine).sizes) == narrow


def test_rows_are_counted_by_the_number_of_their_event(engine: Engine) -> None:
    sizes = told.of(engine).sizes
    assert sizes["recommendations"].tolist() != []
    assert sizes["recommendation_themes"].dtype.itemsize == 1
