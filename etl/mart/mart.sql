-- The mart: what pages count and list, derived from the public tables. `data/schema/mart.py` says what each table holds.
-- n: number of an event in the order of the list; number: name number. A bit of `roles` is one of `data.schema.mart.Part`.

CREATE TABLE read_names (number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, id TEXT NOT NULL, events INTEGER NOT NULL);
INSERT INTO read_names
SELECT row_number() OVER (ORDER BY place, id) - 1, "table", id, 0 FROM (
  SELECT 1 AS place, 'organisations' AS "table", id FROM organisations
  UNION ALL SELECT 2, 'countries', id FROM countries
  UNION ALL SELECT 3, 'themes', id FROM themes
  UNION ALL SELECT 4, 'people', id FROM people
  UNION ALL SELECT 5, 'places', id FROM places
  UNION ALL SELECT 6, 'instruments', id FROM instruments
  UNION ALL SELECT 7, 'border_liaison_offices', id FROM border_liaison_offices
  UNION ALL SELECT 8, 'borders', id FROM borders)
ORDER BY 1;
CREATE UNIQUE INDEX read_names_by_id ON read_names ("table", id);

CREATE TABLE read_publishers (
  number INTEGER PRIMARY KEY, publisher TEXT NOT NULL, pages INTEGER NOT NULL, dated INTEGER NOT NULL,
  months INTEGER NOT NULL, first TEXT, last TEXT, read_on TEXT, events INTEGER NOT NULL);
INSERT INTO read_publishers
SELECT row_number() OVER (ORDER BY count(*) DESC, publisher) - 1, publisher, count(*), count(month), count(DISTINCT month),
  min(published_on), max(published_on), max(read_on), 0
FROM (SELECT *, CASE WHEN length(published_on) >= 7 THEN substr(published_on, 1, 7) END AS month FROM sources)
GROUP BY publisher ORDER BY 1;

CREATE TABLE read_sources (
  source INTEGER PRIMARY KEY, id TEXT NOT NULL, place INTEGER NOT NULL, publisher INTEGER NOT NULL, month INTEGER,
  originator INTEGER NOT NULL, is_whole INTEGER NOT NULL, is_mirrored INTEGER NOT NULL, is_hashed INTEGER NOT NULL,
  claims INTEGER NOT NULL, events INTEGER NOT NULL, published_on TEXT, read_on TEXT);
INSERT INTO read_sources
SELECT row_number() OVER (ORDER BY id) - 1, id, row_number() OVER (ORDER BY published_on IS NULL, published_on DESC, id) - 1,
  p.number,
  CASE WHEN length(published_on) >= 7
    THEN CAST(substr(published_on, 1, 4) AS INTEGER) * 12 + CAST(substr(published_on, 6, 2) AS INTEGER) - 1 END,
  dense_rank() OVER (ORDER BY originator) - 1, extent = 'whole', read_via_url IS NOT NULL, sha256 IS NOT NULL,
  (SELECT count(*) FROM claims c WHERE c.source_id = s.id), 0, published_on, s.read_on
FROM sources s JOIN read_publishers p ON p.publisher = s.publisher ORDER BY 1;
CREATE UNIQUE INDEX read_sources_by_id ON read_sources (id);
CREATE UNIQUE INDEX read_sources_by_place ON read_sources (place);

-- An event is sorted by its first possible day, else by its last; without either it comes last.
CREATE TEMP TABLE numbered (id TEXT PRIMARY KEY, n INTEGER NOT NULL, day TEXT) WITHOUT ROWID;
INSERT INTO numbered SELECT id, row_number() OVER (ORDER BY day IS NULL, day, id) - 1, day
FROM (SELECT id, coalesce(earliest, latest) AS day FROM events) ORDER BY id;

CREATE TABLE read_reports (
  n INTEGER, source INTEGER, publisher INTEGER NOT NULL, month INTEGER, is_report INTEGER NOT NULL,
  PRIMARY KEY (n, source)) WITHOUT ROWID;
INSERT INTO read_reports
WITH said (event, source_id, is_report) AS (
  SELECT id, source_id, 1 FROM events
  UNION ALL SELECT subject, source_id, 1 FROM claims WHERE "table" = 'events'
  UNION ALL SELECT event_id, source_id, 0 FROM event_organisations)
SELECT e.n, s.source, s.publisher, s.month, max(said.is_report)
FROM said JOIN numbered e ON e.id = said.event JOIN read_sources s ON s.id = said.source_id
GROUP BY 1, 2 ORDER BY 1, 2;
CREATE INDEX read_reports_by_source ON read_reports (source, n);
UPDATE read_sources SET events =
  (SELECT coalesce(sum(is_report), 0) FROM read_reports r WHERE r.source = read_sources.source);

-- What the texts of an event are joined from, in the order in which they are joined.
CREATE TEMP TABLE its_places (n INTEGER, name TEXT, PRIMARY KEY (n, name)) WITHOUT ROWID;
INSERT INTO its_places
SELECT DISTINCT m.n, p.name FROM event_places l JOIN numbered m ON m.id = l.event_id JOIN places p ON p.id = l.place_id
ORDER BY 1, 2;
CREATE TEMP TABLE its_countries (n INTEGER, name TEXT, id TEXT, PRIMARY KEY (n, name)) WITHOUT ROWID;
INSERT INTO its_countries
SELECT DISTINCT m.n, c.name, c.id FROM event_places l JOIN numbered m ON m.id = l.event_id
JOIN places p ON p.id = l.place_id JOIN countries c ON c.id = p.country_id ORDER BY 1, 2;
CREATE TEMP TABLE its_organisers (n INTEGER, place INTEGER, name TEXT, id TEXT, PRIMARY KEY (n, place, name, id)) WITHOUT ROWID;
INSERT INTO its_organisers
SELECT m.n, min(coalesce(l.position, 1000000000)), o.name, o.id FROM event_organisations l
JOIN numbered m ON m.id = l.event_id JOIN organisations o ON o.id = l.organisation_id
WHERE l.role = 'organiser' GROUP BY m.n, o.id ORDER BY 1, 2, 3, 4;
CREATE TEMP TABLE its_participants (n INTEGER, place INTEGER, name TEXT, PRIMARY KEY (n, place, name)) WITHOUT ROWID;
INSERT INTO its_participants
SELECT m.n, min(coalesce(l.position, 1000000000)), o.name FROM event_organisations l
JOIN numbered m ON m.id = l.event_id JOIN organisations o ON o.id = l.organisation_id
WHERE l.role <> 'organiser' GROUP BY m.n, o.name ORDER BY 1, 2, 3;
CREATE TEMP TABLE its_speakers (n INTEGER, name TEXT, PRIMARY KEY (n, name)) WITHOUT ROWID;
INSERT INTO its_speakers
SELECT DISTINCT m.n, p.name FROM speakers s JOIN numbered m ON m.id = s.event_id JOIN people p ON p.id = s.person_id
WHERE s.role IN ('speaker', 'chair', 'signatory') ORDER BY 1, 2;
CREATE TEMP TABLE its_themes (n INTEGER, name TEXT, PRIMARY KEY (n, name)) WITHOUT ROWID;
INSERT INTO its_themes
SELECT m.n, t.name FROM event_themes l JOIN numbered m ON m.id = l.event_id JOIN themes t ON t.id = l.theme_id ORDER BY 1, 2;

CREATE TABLE read_event_texts (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, places TEXT, countries TEXT, country_ids TEXT, organisers TEXT,
  organiser_ids TEXT, participants TEXT, speakers TEXT, themes TEXT, family TEXT, is_disputed INTEGER NOT NULL,
  source_anchor TEXT, source_count INTEGER NOT NULL, originator_count INTEGER NOT NULL, source_ids TEXT NOT NULL);
INSERT INTO read_event_texts
SELECT m.n, m.id,
  (SELECT group_concat(replace(name, '; ', ', '), '; ') FROM its_places x WHERE x.n = m.n),
  (SELECT group_concat(replace(name, '; ', ', '), '; ') FROM its_countries x WHERE x.n = m.n),
  (SELECT group_concat(id, '; ') FROM (SELECT id FROM its_countries x WHERE x.n = m.n ORDER BY id)),
  (SELECT group_concat(replace(name, '; ', ', '), '; ') FROM its_organisers x WHERE x.n = m.n),
  (SELECT group_concat(id, '; ') FROM (SELECT id FROM its_organisers x WHERE x.n = m.n ORDER BY place, id)),
  (SELECT group_concat(replace(name, '; ', ', '), '; ') FROM its_participants x WHERE x.n = m.n),
  (SELECT group_concat(replace(name, '; ', ', '), '; ') FROM its_speakers x WHERE x.n = m.n),
  (SELECT group_concat(replace(name, '; ', ', '), '; ') FROM its_themes x WHERE x.n = m.n),
  (SELECT o.family FROM event_organisations l JOIN organisations o ON o.id = l.organisation_id
    JOIN events own ON own.id = l.event_id WHERE l.event_id = e.id
    ORDER BY l.role <> 'organiser', l.source_id <> own.source_id, l.position IS NULL, l.position, o.id LIMIT 1),
  EXISTS (SELECT 1 FROM claims c WHERE c."table" = 'events' AND c.subject = e.id AND c.is_disputed),
  (SELECT anchor FROM claims c
    WHERE c."table" = 'events' AND c.subject = e.id AND c.source_id = e.source_id AND anchor IS NOT NULL
    ORDER BY field <> 'title', field, value, anchor LIMIT 1),
  (SELECT sum(is_report) FROM read_reports r WHERE r.n = m.n),
  (SELECT count(DISTINCT s.originator) FROM read_reports r JOIN read_sources s ON s.source = r.source
    WHERE r.n = m.n AND r.is_report),
  (SELECT group_concat(id, ',') FROM (SELECT s.id FROM read_reports r JOIN read_sources s ON s.source = r.source
    WHERE r.n = m.n AND r.is_report ORDER BY s.source))
FROM numbered m JOIN events e ON e.id = m.id ORDER BY m.n;
CREATE UNIQUE INDEX read_event_texts_by_id ON read_event_texts (id);

CREATE TABLE read_facts (number INTEGER, n INTEGER, roles INTEGER NOT NULL, PRIMARY KEY (number, n)) WITHOUT ROWID;
INSERT INTO read_facts
WITH at_office (office, event) AS (
  SELECT o.id, e.id FROM border_liaison_offices o JOIN events e ON e.source_id = o.source_id AND e.kind = 'opening'
  UNION SELECT o.id, l.event_id FROM border_liaison_offices o JOIN event_places l ON l.place_id = o.id),
part ("table", id, event, role) AS (
  SELECT 'organisations', organisation_id, event_id,
    CASE role WHEN 'organiser' THEN 1 WHEN 'host' THEN 2 WHEN 'partner' THEN 4 WHEN 'participant' THEN 8 WHEN 'donor' THEN 64 ELSE 16 END
    FROM event_organisations
  UNION ALL SELECT 'organisations', organisation_id, event_id, 0 FROM speakers WHERE organisation_id IS NOT NULL
  UNION ALL SELECT 'people', person_id, event_id,
    CASE WHEN role IN ('speaker', 'chair', 'signatory') THEN 32 ELSE 0 END FROM speakers
  UNION ALL SELECT 'instruments', instrument_id, event_id, 0 FROM event_instruments
  UNION ALL SELECT 'themes', theme_id, event_id, 0 FROM event_themes
  UNION ALL SELECT 'places', place_id, event_id, 0 FROM event_places
  UNION ALL SELECT 'countries', p.country_id, l.event_id, 0
    FROM event_places l JOIN places p ON p.id = l.place_id WHERE p.country_id IS NOT NULL
  UNION ALL SELECT 'border_liaison_offices', office, event, 0 FROM at_office
  UNION ALL SELECT 'borders', o.border_id, a.event, 0 FROM at_office a JOIN border_liaison_offices o ON o.id = a.office)
SELECT k.number, e.n, max(role & 1) | max(role & 2) | max(role & 4) | max(role & 8) | max(role & 16) | max(role & 32) | max(role & 64)
FROM part p JOIN read_names k ON k."table" = p."table" AND k.id = p.id JOIN numbered e ON e.id = p.event
GROUP BY 1, 2 ORDER BY 1, 2;
CREATE INDEX read_facts_by_event ON read_facts (n);
UPDATE read_names SET events = (SELECT count(*) FROM read_facts f WHERE f.number = read_names.number
  AND (f.roles & 95 <> 0 OR read_names."table" <> 'organisations'));

CREATE TABLE read_parts (n INTEGER, number INTEGER, roles INTEGER NOT NULL, PRIMARY KEY (n, number)) WITHOUT ROWID;
INSERT INTO read_parts SELECT n, number, roles & 95 FROM read_facts WHERE roles & 95 <> 0 ORDER BY 1, 2;
CREATE TABLE read_speakers (n INTEGER, number INTEGER, PRIMARY KEY (n, number)) WITHOUT ROWID;
INSERT INTO read_speakers SELECT n, number FROM read_facts WHERE roles & 32 <> 0 ORDER BY 1, 2;

CREATE TABLE read_events (
  n INTEGER PRIMARY KEY, begins_from INTEGER NOT NULL, begins_by INTEGER NOT NULL, ends_from INTEGER NOT NULL,
  ends_by INTEGER NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL, organiser INTEGER NOT NULL, country INTEGER NOT NULL,
  rank INTEGER NOT NULL, newest INTEGER NOT NULL, is_bounded INTEGER NOT NULL, low INTEGER, high INTEGER);
INSERT INTO read_events
WITH bounds AS (
  SELECT id, kind, form, coalesce(CAST(julianday(earliest) - 1721424.5 AS INTEGER), 0) AS begins_from,
    coalesce(CAST(julianday(begins_by) - 1721424.5 AS INTEGER), 9999999) AS begins_by,
    coalesce(CAST(julianday(ends_from) - 1721424.5 AS INTEGER), 0) AS ends_from,
    coalesce(CAST(julianday(latest) - 1721424.5 AS INTEGER), 9999999) AS ends_by
  FROM events),
tailed AS (
  SELECT *, begins_from > 0 AND begins_by < 9999999 AS is_bounded,
    CASE WHEN begins_from > 0 THEN begins_from WHEN begins_by < 9999999 THEN max(begins_by - 365, 1) END AS low,
    CASE WHEN begins_by < 9999999 THEN begins_by WHEN begins_from > 0 THEN min(begins_from + 365, 3652059) END AS high
  FROM bounds)
SELECT t.n, begins_from, begins_by, ends_from, ends_by, kind, form,
  coalesce((SELECT number FROM read_names WHERE "table" = 'organisations' AND id =
    (SELECT id FROM its_organisers x WHERE x.n = t.n LIMIT 1)), -1),
  coalesce((SELECT number FROM read_names WHERE "table" = 'countries' AND id =
    (SELECT id FROM its_countries x WHERE x.n = t.n LIMIT 1)), -1),
  row_number() OVER (ORDER BY e.id) - 1, CASE WHEN ends_by = 9999999 THEN begins_from ELSE ends_by END, is_bounded,
  CAST(strftime('%Y', low + 1721424.5) AS INTEGER) * 12 + CAST(strftime('%m', low + 1721424.5) AS INTEGER) - 1,
  CAST(strftime('%Y', high + 1721424.5) AS INTEGER) * 12 + CAST(strftime('%m', high + 1721424.5) AS INTEGER) - 1
FROM tailed e JOIN numbered t ON t.id = e.id ORDER BY 1;
CREATE TABLE read_beginnings (
  low INTEGER NOT NULL, high INTEGER NOT NULL, is_bounded INTEGER NOT NULL, events INTEGER NOT NULL);
INSERT INTO read_beginnings
SELECT CASE WHEN is_bounded THEN low ELSE begins_from END, CASE WHEN is_bounded THEN high ELSE begins_by END, is_bounded,
  count(*)
FROM read_events WHERE low IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
CREATE INDEX read_events_by_kind ON read_events (kind);
CREATE INDEX read_events_by_form ON read_events (form);
CREATE INDEX read_events_by_newest ON read_events (newest DESC, rank);

CREATE TABLE read_nodes (number INTEGER PRIMARY KEY, events INTEGER NOT NULL, first INTEGER, last INTEGER);
INSERT INTO read_nodes
SELECT p.number, count(*), min(CASE WHEN e.begins_from > 0 THEN e.begins_from END),
  max(CASE WHEN e.ends_by < 9999999 THEN e.ends_by END)
FROM read_parts p JOIN read_events e ON e.n = p.n GROUP BY 1 ORDER BY 1;
CREATE TABLE read_lines (
  a INTEGER, b INTEGER, events INTEGER NOT NULL, first INTEGER, last INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
INSERT INTO read_lines
WITH busiest AS MATERIALIZED (SELECT number FROM read_nodes ORDER BY events DESC, number LIMIT 150),
parts AS MATERIALIZED (SELECT n, number FROM read_parts WHERE number IN (SELECT number FROM busiest) ORDER BY n, number)
SELECT a.number, b.number, count(*), min(CASE WHEN e.begins_from > 0 THEN e.begins_from END),
  max(CASE WHEN e.ends_by < 9999999 THEN e.ends_by END)
FROM parts a JOIN read_parts b ON b.n = a.n AND b.number > a.number JOIN read_events e ON e.n = a.n
WHERE +b.number IN (SELECT number FROM busiest) GROUP BY 1, 2 ORDER BY 1, 2;
CREATE TABLE read_published (n INTEGER, publisher INTEGER, PRIMARY KEY (n, publisher)) WITHOUT ROWID;
INSERT INTO read_published SELECT DISTINCT n, publisher FROM read_reports WHERE is_report ORDER BY 1, 2;
CREATE INDEX read_published_by_publisher ON read_published (publisher);
CREATE TABLE read_coverage (n INTEGER, publisher INTEGER, month INTEGER, PRIMARY KEY (n, publisher, month)) WITHOUT ROWID;
INSERT INTO read_coverage
SELECT DISTINCT n, CASE WHEN publisher < 12 THEN publisher ELSE -1 END, month
FROM read_reports WHERE is_report AND month IS NOT NULL ORDER BY 1, 2, 3;
UPDATE read_publishers SET events = p.events
FROM (SELECT publisher, count(*) AS events FROM read_published GROUP BY 1) p WHERE p.publisher = read_publishers.number;
CREATE TABLE read_months (
  publisher INTEGER, month INTEGER, pages INTEGER NOT NULL, read_on TEXT, events INTEGER NOT NULL,
  PRIMARY KEY (publisher, month)) WITHOUT ROWID;
INSERT INTO read_months
WITH read AS (
  SELECT CASE WHEN publisher < 12 THEN publisher ELSE -1 END AS publisher, month, count(*) AS pages, max(read_on) AS read_on
  FROM read_sources WHERE month IS NOT NULL GROUP BY 1, 2),
reported AS (SELECT publisher, month, count(*) AS events FROM read_coverage GROUP BY 1, 2)
SELECT r.publisher, r.month, r.pages, r.read_on, coalesce(e.events, 0)
FROM read r LEFT JOIN reported e ON e.publisher = r.publisher AND e.month = r.month ORDER BY 1, 2;

CREATE TABLE read_recommendations (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL, n INTEGER NOT NULL, organisation INTEGER NOT NULL, person INTEGER NOT NULL,
  instrument INTEGER NOT NULL, publisher INTEGER NOT NULL, addressee INTEGER NOT NULL, addressee_name TEXT, family TEXT NOT NULL, follow_up_state TEXT NOT NULL);
INSERT INTO read_recommendations
SELECT row_number() OVER (ORDER BY r.day DESC, e.id, t.source_id, t.position, t.id) - 1, t.id, coalesce(r.n, -1),
  coalesce(b.number, -1), coalesce(p.number, -1), coalesce(i.number, -1), s.publisher, coalesce(w.number, -1), coalesce(a.name, t.addressee),
  coalesce(o.family, 'other'), CASE WHEN t.follow_up <> 'not_found' THEN t.follow_up
    WHEN t.id IN (SELECT recommendation_id FROM recommendation_follow_ups) THEN 'same_theme' ELSE 'not_found' END
FROM recommendations t JOIN read_sources s ON s.id = t.source_id LEFT JOIN events e ON e.id = t.event_id LEFT JOIN numbered r ON r.id = e.id
LEFT JOIN organisations o ON o.id = t.organisation_id LEFT JOIN organisations a ON a.id = t.addressee_id
LEFT JOIN read_names b ON b."table" = 'organisations' AND b.id = t.organisation_id
LEFT JOIN read_names p ON p."table" = 'people' AND p.id = t.person_id
LEFT JOIN read_names i ON i."table" = 'instruments' AND i.id = t.instrument_id
LEFT JOIN read_names w ON w."table" = 'organisations' AND w.id = t.addressee_id ORDER BY 1;
CREATE UNIQUE INDEX read_recommendations_by_id ON read_recommendations (id);
CREATE INDEX read_recommendations_by_event ON read_recommendations (n);
CREATE INDEX read_recommendations_by_organisation ON read_recommendations (organisation);
CREATE INDEX read_recommendations_by_addressee ON read_recommendations (addressee);
CREATE TABLE read_recommendation_themes (place INTEGER, theme INTEGER, PRIMARY KEY (place, theme)) WITHOUT ROWID;
INSERT INTO read_recommendation_themes
SELECT a.place, k.number FROM recommendation_themes l JOIN read_recommendations a ON a.id = l.recommendation_id
JOIN read_names k ON k."table" = 'themes' AND k.id = l.theme_id ORDER BY 1, 2;

CREATE TABLE read_statements (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL, n INTEGER NOT NULL, organisation INTEGER NOT NULL, person INTEGER NOT NULL,
  instrument INTEGER NOT NULL, publisher INTEGER NOT NULL, kind TEXT NOT NULL);
INSERT INTO read_statements
SELECT row_number() OVER (ORDER BY r.day DESC, e.id, t.source_id, t.position, t.id) - 1, t.id, coalesce(r.n, -1),
  coalesce(b.number, -1), coalesce(p.number, -1), coalesce(i.number, -1), s.publisher, t.kind
FROM statements t JOIN read_sources s ON s.id = t.source_id LEFT JOIN events e ON e.id = t.event_id
LEFT JOIN numbered r ON r.id = e.id
LEFT JOIN read_names b ON b."table" = 'organisations' AND b.id = t.organisation_id
LEFT JOIN read_names p ON p."table" = 'people' AND p.id = t.person_id
LEFT JOIN read_names i ON i."table" = 'instruments' AND i.id = t.instrument_id ORDER BY 1;
CREATE UNIQUE INDEX read_statements_by_id ON read_statements (id);
CREATE INDEX read_statements_by_event ON read_statements (n);
CREATE INDEX read_statements_by_organisation ON read_statements (organisation);
CREATE TABLE read_statement_themes (place INTEGER, theme INTEGER, PRIMARY KEY (place, theme)) WITHOUT ROWID;
INSERT INTO read_statement_themes
SELECT a.place, k.number FROM statement_themes l JOIN read_statements a ON a.id = l.statement_id
JOIN read_names k ON k."table" = 'themes' AND k.id = l.theme_id ORDER BY 1, 2;

CREATE TABLE read_disagreements (
  number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL, n INTEGER NOT NULL,
  sort INTEGER NOT NULL);
INSERT INTO read_disagreements
WITH disputed AS (SELECT DISTINCT "table", subject, field FROM claims WHERE is_disputed),
modes AS (
  SELECT s.event_id, s.person_id, p.name FROM speakers s JOIN people p ON p.id = s.person_id
  WHERE mode <> 'not_stated' GROUP BY 1, 2 HAVING count(DISTINCT mode) > 1),
uneven AS (
  SELECT event_id FROM event_organisations WHERE role = 'organiser' GROUP BY 1
  HAVING count(*) < count(DISTINCT organisation_id) * count(DISTINCT source_id)),
matters AS (
  SELECT 1 AS sort, "table", subject, field, subject AS event, '' AS name FROM disputed WHERE "table" = 'events'
  UNION ALL SELECT 2, "table", subject, field, NULL, '' FROM disputed WHERE "table" <> 'events'
  UNION ALL SELECT 3, 'speakers', event_id || '/' || person_id, 'mode', event_id, name FROM modes
  UNION ALL SELECT 4, 'event_organisations', event_id, 'organisers', event_id, '' FROM uneven)
SELECT row_number() OVER (ORDER BY m.sort, r.day DESC, m."table", coalesce(e.id, m.subject), m.name, m.field) - 1,
  m."table", m.subject, m.field, coalesce(r.n, -1),
  CASE WHEN m."table" = 'events' AND m.field = 'participants' THEN 0 ELSE min(m.sort, 3) END
FROM matters m LEFT JOIN events e ON e.id = m.event LEFT JOIN numbered r ON r.id = m.event ORDER BY 1;
CREATE INDEX read_disagreements_by_event ON read_disagreements (n);

CREATE TABLE read_notes (number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, id TEXT NOT NULL, note TEXT NOT NULL);
INSERT INTO read_notes
SELECT row_number() OVER (ORDER BY "table", id, note) - 1, "table", id, note FROM (
  SELECT 'events' AS "table", id, note FROM events
  UNION ALL SELECT 'organisations', id, note FROM organisations
  UNION ALL SELECT 'instruments', id, note FROM instruments
  UNION ALL SELECT 'borders', id, note FROM borders
  UNION ALL SELECT 'border_liaison_offices', id, note FROM border_liaison_offices
  UNION ALL SELECT 'coordination_centres', id, note FROM coordination_centres
  UNION ALL SELECT 'recommendations', recommendation_id, note FROM recommendation_follow_ups
  UNION ALL SELECT 'sources', id, note FROM sources)
WHERE note IS NOT NULL ORDER BY 1;

CREATE TABLE read_sums (number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, field TEXT NOT NULL, unit TEXT NOT NULL);
INSERT INTO read_sums
SELECT row_number() OVER (ORDER BY "table", field, unit) - 1, * FROM (
  SELECT DISTINCT "table", field, coalesce(unit, '') AS unit FROM claims
  WHERE amount IS NOT NULL AND "table" <> 'office_counts' AND rank <> 'deprecated');
CREATE TABLE read_numbers (
  matter INTEGER NOT NULL, kind INTEGER NOT NULL, n INTEGER NOT NULL, choice TEXT NOT NULL, claim INTEGER NOT NULL, amount REAL NOT NULL,
  bound INTEGER NOT NULL, is_other INTEGER NOT NULL);
CREATE INDEX read_numbers_by_event ON read_numbers (n);
CREATE TABLE read_event_rows (n INTEGER PRIMARY KEY, own BLOB NOT NULL, more BLOB NOT NULL);
CREATE TABLE read_words ("table" TEXT, word TEXT, number INTEGER, PRIMARY KEY ("table", word, number)) WITHOUT ROWID;
