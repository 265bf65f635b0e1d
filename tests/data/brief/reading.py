"""Reads the parts of a brief as a reader does."""

from collections.abc import Sequence

from data.brief.document import Paragraph, Section, Sentence


def say(sections: Sequence[Section]) -> list[str]:
    """Headings and paragraphs, sentence after sentence, as a reader sees them."""
    lines = []
    for section in sections:
        lines.append(section.heading)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                lines.append(" ".join(" ".join(filter(None, (s.lead, s.text))) for s in block.sentences))
    return lines


def list_sentences(sections: Sequence[Section]) -> list[Sentence]:
    return [
        sentence
        for section in sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for sentence in block.sentences
    ]
