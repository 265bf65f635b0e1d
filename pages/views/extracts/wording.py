"""What the page says of files: what they hold, what they look like, how to cite them."""

COUNTED = (
    "Counted in the record under the filters that are on. Each row of a file names its sources, and the "
    "claims behind its values."
)
WHOLE = {
    "zip": "Every table as CSV with schema, keys, sources, licences, receipts and checksums",
    "ftm": "Events, organisations, people and who took part, for Aleph and OpenAleph",
    "xlsx": "Every table as a sheet, with a Read me",
}
STORE = "The SQLite store itself, whatever the filters; it opens in Datasette, DB Browser, R and Python"
FILES = [
    (
        "Receipt",
        "Each file says which filters were on, how to open the same view, its release and build, how many "
        "rows and sources it has, and how to cite it.",
    ),
    (
        "CSV",
        "UTF-8 with a byte-order mark, every cell quoted, lines ended by CR LF. It holds rows alone; with "
        "its receipt it is in the data package.",
    ),
    (
        "Dates",
        "ISO 8601, as precise as the source: 2022-03-03, 2022-03 or 2022. An empty cell means not stated.",
    ),
    (
        "Provenance",
        "The last columns of each row: its address here, its sources, its claims and their words, and the "
        "other values where sources differ.",
    ),
    (
        "Safety",
        "Text that a spreadsheet could take for a formula has an apostrophe before it; numbers have none.",
    ),
    (
        "File name",
        "Data set, filters, release, and 12 digits that differ whenever the content does.",
    ),
]
