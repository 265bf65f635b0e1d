import pytest

from data.values.romanisation import romanise


@pytest.mark.parametrize(
    ("printed", "latin"),
    [
        ("Евгений Сысоев", "Yevgeny Sysoyev"),
        ("Юрий Щёкин", "Yury Shchekin"),
        ("Бахтиёр Саидов", "Bakhtiyor Saidov"),
        ("Джумахон Гиёсов", "Jumakhon Giyosov"),
        ("Андрей Новиков", "Andrei Novikov"),
        ("Эльдор Подъячев", "Eldor Podyachev"),
        ("Касым-Жомарт Токаев", "Kasym-Zhomart Tokayev"),
        ("ИВАНОВ А. И.", "Ivanov A. I."),
        ("Иванов А.И.", "Ivanov A.I."),
        ("Оқил Ғафуров", "Oqil Ghafurov"),
        ("Ҳенри Қелдиев", "Henri Qeldiyev"),
        ("Anna McAlfa (Иванова)", "Anna McAlfa (Ivanova)"),
        ("Anna McAlfa", "Anna McAlfa"),
        ("", ""),
    ],
)
def test_names_are_written_as_pages_of_the_un_print_them(printed: str, latin: str) -> None:
    assert romanise(printed) == latin
