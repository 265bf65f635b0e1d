"""Values of options of the command, from the text that was typed."""

import argparse

from data import store


def parse_place(text: str) -> store.Place:
    try:
        return store.parse_place(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def parse_reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("say why the rows are fewer")
    return " ".join(text.split())


def parse_megabytes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("is a whole number of megabytes from 1")
    return int(text)
