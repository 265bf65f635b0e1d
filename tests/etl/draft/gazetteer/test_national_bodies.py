from etl.draft.gazetteer.national_bodies import list_shared_names

ROWS = [
    {"id": "mfa-uz", "country_id": "UZB", "kind": "ministry", "name": "MFA Uzbekistan"}
    | {"full_name": "Ministry of Foreign Affairs of Uzbekistan"},
    {"id": "mfa-tj", "country_id": "TJK", "kind": "ministry", "name": "MFA Tajikistan"}
    | {"full_name": "Ministry of Foreign Affairs of Tajikistan"},
    {"id": "bt-tj", "country_id": "TJK", "kind": "border_service", "name": "Border Troops Tajikistan"}
    | {"full_name": "Border Troops of the State Committee for National Security of Tajikistan"},
    {"id": "dca-tj", "country_id": "TJK", "kind": "agency", "name": "Drug Control Tajikistan"}
    | {"full_name": "Drug Control Agency under the President of Tajikistan"},
    {"id": "bg-lv", "country_id": "LVA", "kind": "border_service", "name": "Latvia Border Guard"}
    | {"full_name": "State Border Guard of Latvia", "name_russian": "Служба Латвии на границе"},
    {"id": "japan", "country_id": "JPN", "kind": "state", "name": "Japan", "full_name": "Japan"},
]


def named(name: str) -> set[str]:
    aliases = [{"id": "dca-tj", "spelling": "DCA"}]
    return {row for spelling, row in list_shared_names(ROWS, aliases) if spelling == name}


def test_a_name_without_country_means_all_its_bodies() -> None:
    assert named("Ministry of Foreign Affairs") == named("MFA") == {"mfa-uz", "mfa-tj"}
    assert named("Foreign Ministry") == named("МИД") == {"mfa-uz", "mfa-tj"}


def test_the_superior_body_may_be_left_out() -> None:
    assert named("Border Troops") == named("Border Troops of the State Committee for National Security")
    assert named("Drug Control Agency") == named("DCA") == {"dca-tj"}


def test_what_is_no_name_of_a_body_is_left_out() -> None:
    assert named("Border Guard") == {"bg-lv"}
    assert named("Drug Control") == set()
    assert named("Japan") == set()
