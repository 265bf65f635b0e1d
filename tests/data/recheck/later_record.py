"""The invented record a month later: a correction, a dispute and an addition."""

from pathlib import Path

from tests.etl.folder import Folder

CORRECTED = "start_on,2021-04,,,,,,medium,false,preferred,latest,The organiser moved it."
DISPUTE = "beta-2022-page,events,undated-delta-meeting,form,course,,,,,,low,false,normal,,"
NEW = (
    "2021-05-new,beta-2022-page,New course,training,course,in_person,2021-05,,month,,false,,,false,,,medium,"
)
NEW_CLAIM = "beta-2022-page,events,2021-05-new,form,course,,,,,,low,false,normal,,"


def later(path: Path) -> Folder:
    """The curated files in a new folder."""
    folder = Folder(path)
    folder.edit("events.csv", "in_person,2021-03,,month", "in_person,2021-04,,month")
    folder.edit("claims.csv", "start_on,2021-03,,,,,,medium,false,normal,,", CORRECTED)
    folder.add("claims.csv", DISPUTE, NEW_CLAIM)
    folder.add("events.csv", NEW)
    return folder
