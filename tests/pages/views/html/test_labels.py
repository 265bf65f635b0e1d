import pytest

from pages.views.html.labels import escape_markdown


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Alpha, Beta", "Alpha, Beta"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[a](https://b.example)", r"\[a\]\(https\:¦//b\.example\)"),
        ("![a](b)", r"\!\[a\]\(b\)"),
        (":red[a] :material/home: $x$", r"\:red\[a\] \:¦material/home\: \$x\$"),
        ("<b> & a@b.c", r"\<b\> \& a\@¦b\.c"),
        ("# a", r"\# a"),
        ("1. a", r"1\. a"),
        ("- a + b ~~c~~ ==d== | ^e^", r"\- a \+ b \~\~c\~\~ \=\=d\=\= \| \^e\^"),
        ("a\\b", r"a\\b"),
        ("www.a.example at 12:30", r"www¦\.a\.example at 12\:30"),
        ("a -> b <- c -- d <-> e >= f ~= g", r"a ¦\-\> b ¦\<\- c ¦\-\- d ¦\<\-\> e ¦\>\= f ¦\~\= g"),
        (":streamlit: :+1:", r"\:¦streamlit\: \:¦\+1\:"),
        ("a\n\n    b", "a b"),
        ("a\x1b[0mb \u202ec \x07", r"aU\+001B\[0mb U\+202Ec U\+0007"),
    ],
)
def test_markdown_has_no_meaning_in_a_label(text: str, escaped: str) -> None:
    """`¦` stands for a word joiner."""
    assert escape_markdown(text) == escaped.replace("¦", "\u2060")
