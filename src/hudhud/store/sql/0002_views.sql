-- Views for people, and a page about every table, view and column.

CREATE VIEW claims_now AS
    -- The claims of each document's last reading.
    SELECT claims.* FROM claims
    JOIN (SELECT document_id, max(number) AS last FROM readings GROUP BY document_id) AS latest
        ON latest.document_id = claims.document_id
    JOIN readings ON readings.number = latest.last AND readings.reader = claims.reader;

CREATE VIEW timeline AS
    -- What happened, day by day, and who says so.
    SELECT occurred_from AS day, nullif(occurred_to, occurred_from) AS until_day, occurred_precision AS precision,
        type, mode, actors AS who, recipients AS to_whom, place, factuality, headline,
        asserted_by, denied_by, n_publishers AS publishers, n_origins AS independent_tellings, event_id
    FROM events ORDER BY occurred_from IS NULL, occurred_from, number;

CREATE VIEW figures AS
    -- Reconciled figures: low, best, high; an empty end is open.
    SELECT quantity, what, low, best, high, occurred_from AS from_day, occurred_to AS to_day, place,
        CASE is_cumulative WHEN 1 THEN 'yes' ELSE 'no' END AS adds_up_a_period,
        n_figures AS reports, n_publishers AS publishers, n_origins AS independent_tellings, rule, estimate_id
    FROM estimates ORDER BY number;

CREATE VIEW figures_told AS
    -- Every reported number, with its bounds, who gave it and when it was published.
    SELECT documents.published_on AS published, documents.publisher, claims_now.said_by, claims_now.what,
        json_extract(claims_now.plain, '$.detail.quantity') AS quantity, claims_now.low, claims_now.high,
        json_extract(claims_now.plain, '$.detail.bound') AS bound, claims_now.place, claims_now.occurred_from AS from_day,
        claims_now.occurred_to AS to_day, claims_now.factuality, claims_now.quote, claims_now.claim_id
    FROM claims_now JOIN documents USING (document_id) WHERE claims_now.kind = 'figure'
    ORDER BY documents.published_on, claims_now.number;

CREATE VIEW who_said_what AS
    -- Every statement: the speaker, the act, the words.
    SELECT documents.published_on AS published, json_extract(claims_now.plain, '$.detail.speaker.name') AS speaker,
        json_extract(claims_now.plain, '$.detail.act') AS act, json_extract(claims_now.plain, '$.detail.content') AS content,
        CASE json_extract(claims_now.plain, '$.detail.is_direct') WHEN 1 THEN 'yes' ELSE 'no' END AS in_quotation_marks,
        claims_now.said_by AS told_through, documents.publisher, documents.title, claims_now.claim_id
    FROM claims_now JOIN documents USING (document_id) WHERE claims_now.kind = 'statement'
    ORDER BY documents.published_on, claims_now.number;

CREATE VIEW who_holds_which_office AS
    -- Offices and their holders, with the days between which the record tells of them.
    SELECT subject AS person, value AS role, standing, object AS organisation, since, until, known_since, last_told, factuality,
        said_by, n_claims_against AS claims_against, n_origins AS independent_tellings, state_id
    FROM states WHERE kind = 'office' ORDER BY object, value, known_since;

CREATE VIEW who_stands_with_whom AS
    -- Relations and agreements between parties.
    SELECT subject, value AS relation, object, standing, since, until, known_since, last_told, factuality, said_by,
        n_claims_against AS claims_against, n_origins AS independent_tellings, state_id
    FROM states WHERE kind IN ('relation', 'agreement') ORDER BY subject, value, object;

CREATE VIEW who_holds_which_place AS
    -- Control of places: who holds, gains, loses or contests.
    SELECT place, subject AS holder, value AS change, since, until, known_since, last_told, factuality, said_by,
        n_claims_against AS claims_against, n_origins AS independent_tellings, state_id
    FROM states WHERE kind = 'control' ORDER BY place, known_since;

CREATE VIEW which_force_is_where AS
    -- Forces and the places they are told to be at.
    SELECT place, subject AS force, standing AS mission, since, until, known_since, last_told, factuality, said_by,
        n_origins AS independent_tellings, state_id
    FROM states WHERE kind = 'presence' ORDER BY place, known_since;

CREATE VIEW actors_and_their_names AS
    -- Every actor with all the names it goes by.
    SELECT actors.name, actors.kind, actors.country, actors.sector,
        group_concat(actor_names.name, '; ') AS names, sum(actor_names.n_documents) AS mentions, actors.actor_id
    FROM actors LEFT JOIN actor_names USING (actor_id) GROUP BY actors.actor_id ORDER BY mentions DESC, actors.name;

CREATE VIEW what_is_disputed AS
    -- Claims that cannot all be right, the weightiest first.
    SELECT kind, about, sides, first_published, dispute_id FROM disputes ORDER BY weight DESC, number;

CREATE VIEW what_was_read AS
    -- The documents, with how many claims each gave, and which repeats another.
    SELECT documents.published_on AS published, documents.published_how AS date_is, documents.publisher, documents.title,
        documents.reprinted_from, readings.n_claims AS claims, readings.reader, copies.how AS copy, copies.origin AS copy_of,
        documents.name, documents.document_id
    FROM documents
    LEFT JOIN readings ON readings.number = (SELECT max(number) FROM readings AS r WHERE r.document_id = documents.document_id)
    LEFT JOIN copies ON copies.document_id = documents.document_id
    ORDER BY documents.published_on, documents.number;

CREATE VIEW what_was_set_aside AS
    -- Items that could not be read, with the reason.
    SELECT name, stage, reason, advice, folder FROM skipped ORDER BY folder, name, stage;

CREATE TABLE about (
    -- What every table, view and column of this file is.
    name TEXT NOT NULL,
    column_name TEXT NOT NULL,             -- empty where the row is about the table or view itself
    says TEXT NOT NULL,
    PRIMARY KEY (name, column_name)
) STRICT;
