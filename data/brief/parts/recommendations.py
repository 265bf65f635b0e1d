"""Recommendations in a brief: who asked what of whom, and what a later source says came of it."""

from collections.abc import Iterator

from data.brief.context import Context
from data.brief.document import Paragraph, Section, Sentence
from data.claims.passages import Cite
from data.schema.vocabulary import FollowUp
from data.values.rows import Row

TABLE = "recommendations"


def section(context: Context) -> list[Section]:
    """Those that match, the newest first."""
    every = context.recommendations
    if not every:
        return []
    given = every[: context.given.get(TABLE, len(every))]
    followed = sum(row["follow_up"] != FollowUp.NOT_FOUND for row in every)
    head = [
        context.count("recommendations", len(every)),
        context.count("followed_count", followed, of=len(every)),
    ]
    if len(given) < len(every):
        head.append(context.count("recommendations_chosen", len(given), of=len(every)))
    context.evidence.learn(TABLE, [row["id"] for row in given])
    told = context.tell(TABLE, given, lambda row: sentences(context, row))
    blocks = [Paragraph(tuple(head)), *told]
    return [Section(context.label("recommendations"), tuple(blocks))]


def sentences(context: Context, row: Row) -> Iterator[Sentence]:
    """What is asked, of whom, and what followed."""
    cite = Cite(row["source_id"], TABLE, row["id"], ("text",), row["event_id"] or "")
    yield context.sentence(context.say("text", text=row["text"]), cite, lead=lead(context, row))
    if row["addressee"]:
        text = context.say("addressee", addressee=row["addressee"])
        yield context.sentence(text, cite._replace(fields=("addressee", "addressee_id", "text")))
    elif context.is_full:
        yield context.sentence(context.say("no_addressee"), cite)
    if row["follow_up"] != FollowUp.NOT_FOUND:
        yield from _follow_ups(context, row, cite)


def lead(context: Context, row: Row) -> str:
    """Who, and when."""
    who = ", ".join(part for part in (row["person"], row["organisation"]) if part) or row["source_publisher"]
    if not row["event_start_on"]:
        return context.say("lead_who_undated", who=who)
    return context.say("lead_who", who=who, when=context.request.language.day(row["event_start_on"]))


def _follow_ups(context: Context, row: Row, cite: Cite) -> Iterator[Sentence]:
    """What each source says that bears on what was asked, the latest first."""
    direct = [told for told in context.follow_ups[row["id"]] if told["is_direct"]]
    for place, told in enumerate(direct):
        own = cite._replace(source_id=told["source_id"], fields=("follow_up",), event="")
        key = "next_followed" if place else "followed"
        yield context.sentence(context.say(key, words=told["text"]), own)
