-- Who sees and writes what on a PostgreSQL server, whatever program is used: run by the owner of the tables, as often as
-- need be. Statements are apart by a line with a semicolon alone. `access.me()` is who connected (session_user), which
-- neither SET ROLE nor a value in a row can change.
CREATE SCHEMA IF NOT EXISTS access
;
CREATE TABLE IF NOT EXISTS access.members (login name PRIMARY KEY, "user" text, role text NOT NULL, "group" integer)
;
CREATE TABLE IF NOT EXISTS access.units (unit text PRIMARY KEY, "group" integer NOT NULL)
;
CREATE TABLE IF NOT EXISTS access.steps
  (code text NOT NULL, "of" text NOT NULL, "to" text NOT NULL, role text NOT NULL, guides boolean)
;
CREATE TABLE IF NOT EXISTS access.after_new_file (stage text PRIMARY KEY, then_stage text NOT NULL)
;
CREATE TABLE IF NOT EXISTS access.open_for (stage text NOT NULL, verdicts text NOT NULL)
;
CREATE OR REPLACE FUNCTION access.me() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT "user" FROM access.members WHERE login = session_user $$
;
CREATE OR REPLACE FUNCTION access.my_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT role FROM access.members WHERE login = session_user $$
;
CREATE OR REPLACE FUNCTION access.everywhere() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS
$$ SELECT coalesce(access.my_role() IN ('legality', 'leadership', 'analyst', 'admin'), false) $$
;
-- The units that I review; none for roles of the whole province.
CREATE OR REPLACE FUNCTION access.my_units() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS
$$ SELECT u.unit FROM access.units u JOIN access.members m ON m."group" = u."group"
   WHERE m.login = session_user AND m.role IN ('reviewer', 'lead') $$
;
CREATE OR REPLACE FUNCTION access.whole(item text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
$$ SELECT split_part(item, '#', 1) $$
;
-- What I am to review a second time, blindly: the twin of workbench.store.second_reviews.hidden_from.
CREATE OR REPLACE FUNCTION access.blind() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT t.item FROM second_tasks t WHERE t.reviewer = access.me()
   AND NOT EXISTS (SELECT FROM second_verdicts v WHERE v.sample = t.sample AND v.item = t.item) $$
;
CREATE OR REPLACE FUNCTION access.my_items() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT item FROM matters WHERE unit IN (SELECT access.my_units())
   UNION SELECT item FROM guides WHERE unit IN (SELECT access.my_units()) $$
;
-- Pairs and clusters with their members.
CREATE OR REPLACE FUNCTION access.groups() RETURNS TABLE (id text, item text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT pair, a FROM pairs UNION ALL SELECT pair, b FROM pairs UNION ALL SELECT cluster, item FROM clusters $$
;
CREATE OR REPLACE FUNCTION access.my_groups() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS
$$ SELECT DISTINCT id FROM access.groups() WHERE item IN (SELECT access.my_items()) $$
;
CREATE OR REPLACE FUNCTION access.partners() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS
$$ SELECT DISTINCT item FROM access.groups() WHERE id IN (SELECT access.my_groups()) $$
;
-- The twin of workbench.store.secrecy.secret_items; the newest event of an item has the verdict that stands.
CREATE OR REPLACE FUNCTION access.secret() RETURNS TABLE (item text, unit text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ WITH listed AS (SELECT m.item, m.unit, m.round, m.secret FROM matters m
                   UNION ALL SELECT g.item, g.unit, g.round, g.secret FROM guides g),
   newest AS (SELECT DISTINCT ON (l.item) l.item, l.unit, l.secret FROM listed l ORDER BY l.item, l.round DESC),
   kept AS (SELECT DISTINCT ON (e.item) e.item, e.verdict FROM events e
            WHERE e.item IN (SELECT v.item FROM events v WHERE v.verdict = 'keep_confidential')
            ORDER BY e.item, e.revision DESC),
   marked AS (SELECT n.item, n.unit FROM newest n
              WHERE n.secret OR n.item IN (SELECT k.item FROM kept k WHERE k.verdict = 'keep_confidential'))
   SELECT * FROM marked UNION SELECT g.item, g.unit FROM guides g
   WHERE g.current AND g.matter IN (SELECT k.item FROM marked k) $$
;
CREATE OR REPLACE FUNCTION access.hidden() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS
$$ SELECT item FROM access.secret()
   WHERE coalesce(access.my_role() NOT IN ('legality', 'leadership', 'admin'), true)
     AND unit NOT IN (SELECT access.my_units()) $$
;
CREATE OR REPLACE FUNCTION access.hidden_groups() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS
$$ SELECT DISTINCT id FROM access.groups() WHERE item IN (SELECT access.hidden()) $$
;
-- Submissions whose items I may see, and those of them that hold nothing hidden from me: their bytes, too.
CREATE OR REPLACE FUNCTION access.my_submissions() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT id FROM submissions WHERE access.everywhere() OR unit IN (SELECT access.my_units()) $$
;
CREATE OR REPLACE FUNCTION access.open_submissions() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT access.my_submissions() EXCEPT (
     SELECT submission FROM matters WHERE item IN (SELECT access.hidden())
     UNION SELECT submission FROM guides WHERE item IN (SELECT access.hidden())) $$
;
CREATE OR REPLACE FUNCTION access.partner_submissions() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT submission FROM matters WHERE item IN (SELECT access.partners()) $$
;
-- Where an item stands now: the twin of workbench.store.subjects.find.
CREATE OR REPLACE FUNCTION access.places(wanted text) RETURNS TABLE (unit text, kind text, submission integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH meant AS (SELECT item FROM access.groups() WHERE id = wanted UNION SELECT access.whole(wanted))
   SELECT m.unit, m.kind, m.submission FROM matters m JOIN submissions s ON s.id = m.submission AND s.current
   WHERE m.item IN (SELECT item FROM meant)
   UNION SELECT g.unit, g.kind, g.submission FROM guides g WHERE g.current AND g.item IN (SELECT item FROM meant) $$
;
-- The twin of workbench.store.moves.stage_of.
CREATE OR REPLACE FUNCTION access.stage_now(of_unit text, of_kind text, of_submission integer) RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce((SELECT CASE WHEN of_submission <= m.upto THEN m.stage ELSE a.then_stage END
     FROM moves m JOIN access.after_new_file a ON a.stage = m.stage
     WHERE m.item = of_unit || '/' || of_kind ORDER BY m.revision DESC LIMIT 1), 'group_review') $$
;
CREATE OR REPLACE FUNCTION access.is_open(of_unit text, of_kind text, of_submission integer, verdicts_of text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM access.open_for o WHERE o.verdicts = verdicts_of
                  AND o.stage = access.stage_now(of_unit, of_kind, of_submission))
     OR (verdicts_of = 'legality_review' AND NOT EXISTS (SELECT FROM moves WHERE item = of_unit || '/' || of_kind))
     OR (of_kind = '办事指南' AND access.stage_now(of_unit, of_kind, of_submission) = 'group_review') $$
;
CREATE OR REPLACE FUNCTION access.may_decide(wanted text, stage_of_verdict text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT CASE access.my_role() WHEN 'legality' THEN stage_of_verdict = 'legality_review'
       WHEN 'reviewer' THEN stage_of_verdict IN ('group_review', 'recheck')
       WHEN 'lead' THEN stage_of_verdict IN ('group_review', 'recheck') ELSE false END
     AND EXISTS (SELECT FROM access.places(wanted)
                 WHERE access.my_role() = 'legality' OR unit IN (SELECT access.my_units()))
     AND EXISTS (SELECT FROM access.places(wanted) WHERE access.is_open(unit, kind, submission, stage_of_verdict)) $$
;
-- Only the group (or office) that decided takes a decision back; who left the roster binds nobody.
CREATE OR REPLACE FUNCTION access.may_undo(wanted text, undone integer) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT undone IS NULL OR EXISTS (
     SELECT FROM events e LEFT JOIN access.members they ON they."user" = e.by
       JOIN access.members mine ON mine.login = session_user
     WHERE e.event = undone AND e.item = wanted AND (they.login IS NULL OR
       ((they.role = 'legality') = (mine.role = 'legality') AND they."group" IS NOT DISTINCT FROM mine."group"))) $$
;
CREATE OR REPLACE FUNCTION access.may_step(chain text, step_taken text, led_to text, concerned integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH sent AS (
     SELECT unit, kind, max(id) AS newest FROM submissions WHERE current AND kind <> '办事指南' GROUP BY unit, kind
     UNION ALL SELECT unit, '办事指南', max(submission) FROM guides WHERE current GROUP BY unit)
   SELECT EXISTS (SELECT FROM sent JOIN access.steps s ON s.code = step_taken AND s.role = access.my_role()
       AND (s.guides IS NULL OR s.guides = (sent.kind = '办事指南'))
     WHERE chain = sent.unit || '/' || sent.kind AND concerned = sent.newest AND s."to" = led_to
       AND s."of" = access.stage_now(sent.unit, sent.kind, sent.newest)
       AND (access.my_role() NOT IN ('reviewer', 'lead') OR sent.unit IN (SELECT access.my_units()))) $$
;
-- The hash chain, held by the database too: the twin of workbench.store.chain. A field that came after the first version is
-- left out where it is empty.
CREATE OR REPLACE FUNCTION access.hash_of(logged json) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$ SELECT encode(sha256(convert_to('{' || string_agg(to_json(key)::text || ':' || told, ',' ORDER BY key COLLATE "C") || '}',
     'UTF8')), 'hex')
   FROM (SELECT key, CASE WHEN key <> 'answers' THEN value::text ELSE (
           SELECT '[' || coalesce(string_agg('{"reason":' || (a -> 2)::text || ',"rule":' || (a -> 0)::text ||
             ',"upheld":' || (a -> 1)::text || '}', ',' ORDER BY place), '') || ']'
           FROM json_array_elements((value #>> '{}')::json) WITH ORDINALITY AS each (a, place)) END AS told
         FROM json_each(logged)
         WHERE key <> 'hash' AND (value::text <> 'null' OR key IN ('verdict', 'lead_unit', 'undoes', 'source', 'receiver'))
   ) AS fields $$
;
CREATE OR REPLACE FUNCTION access.hold_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE last record; made integer;
BEGIN
  PERFORM pg_advisory_xact_lock(20170610);
  EXECUTE format('SELECT event, hash FROM %I ORDER BY event DESC LIMIT 1', TG_TABLE_NAME) INTO last;
  EXECUTE format('SELECT count(*) FROM %I WHERE item = $1', TG_TABLE_NAME) INTO made USING NEW.item;
  IF NEW.event <> coalesce(last.event, 0) + 1 OR NEW.previous_hash <> coalesce(last.hash, '') OR NEW.revision <> made
     OR NEW.hash <> access.hash_of(row_to_json(NEW)) THEN
    RAISE EXCEPTION '记录的编号、版本或哈希与前一条记录不相接，没有写入' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$
;
CREATE OR REPLACE TRIGGER events_hold_chain BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION access.hold_chain()
;
CREATE OR REPLACE TRIGGER moves_hold_chain BEFORE INSERT ON moves FOR EACH ROW EXECUTE FUNCTION access.hold_chain()
