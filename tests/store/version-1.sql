PRAGMA application_id=1668047209;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO meta VALUES('clairlint store',1);
CREATE TABLE exclusion (
  what TEXT PRIMARY KEY,
  reason TEXT NOT NULL);
CREATE TABLE host (
  name TEXT PRIMARY KEY,
  file_order INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  worker TEXT,
  site INTEGER,
  held_until BIGINT NOT NULL,
  ticket BIGINT NOT NULL);
INSERT INTO host VALUES('aa.fr',0,0,NULL,NULL,3000,1);
INSERT INTO host VALUES('bb.fr',1,1,NULL,NULL,0,0);
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  host TEXT NOT NULL REFERENCES host (name),
  organisation TEXT NOT NULL,
  siren TEXT NOT NULL,
  insee TEXT NOT NULL,
  kind TEXT NOT NULL,
  territory TEXT NOT NULL,
  own INTEGER NOT NULL,
  line INTEGER NOT NULL,
  file_order INTEGER NOT NULL,
  present INTEGER NOT NULL,
  excluded INTEGER NOT NULL);
INSERT INTO site VALUES(1,'https://www.aa.fr/','https://www.aa.fr/','aa.fr','Ville d’Aa','','','commune','Finistère',0,0,0,1,0);
INSERT INTO site VALUES(2,'https://www.bb.fr/','https://www.bb.fr/','bb.fr','Ville de Bb','','','commune','Finistère',0,0,1,1,0);
CREATE TABLE round (
  number INTEGER PRIMARY KEY,
  began BIGINT NOT NULL,
  ended BIGINT,
  tool_version TEXT NOT NULL,
  referential TEXT NOT NULL,
  rules_digest TEXT NOT NULL,
  options_digest TEXT NOT NULL);
INSERT INTO round VALUES(1,1000,NULL,'0.1.0','RGAA 4.1.2','r','o');
CREATE TABLE todo (
  site INTEGER PRIMARY KEY REFERENCES site (id),
  host TEXT NOT NULL,
  file_order INTEGER NOT NULL,
  attempts INTEGER NOT NULL);
INSERT INTO todo VALUES(2,'bb.fr',1,0);
CREATE TABLE crawl (
  round INTEGER NOT NULL REFERENCES round (number),
  site INTEGER NOT NULL REFERENCES site (id),
  began BIGINT NOT NULL,
  ended BIGINT NOT NULL,
  day TEXT NOT NULL,
  start TEXT NOT NULL,
  stopped_because TEXT NOT NULL,
  start_failure TEXT,
  known INTEGER NOT NULL,
  requested INTEGER NOT NULL,
  fetched INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  refused_by_robots INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  bytes BIGINT NOT NULL,
  pages INTEGER NOT NULL,
  tested INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  score_access DOUBLE PRECISION,
  score_comprehension DOUBLE PRECISION,
  score_journey DOUBLE PRECISION,
  kept_access DOUBLE PRECISION,
  kept_comprehension DOUBLE PRECISION,
  kept_journey DOUBLE PRECISION,
  worst_persona TEXT,
  tests_decided INTEGER NOT NULL,
  tests INTEGER NOT NULL,
  reading DOUBLE PRECISION,
  reading_pages INTEGER NOT NULL,
  reading_too_short INTEGER NOT NULL,
  reading_a INTEGER NOT NULL,
  reading_b INTEGER NOT NULL,
  reading_c INTEGER NOT NULL,
  reading_d INTEGER NOT NULL,
  reading_e INTEGER NOT NULL,
  sheets_lost_pages INTEGER NOT NULL,
  PRIMARY KEY (round, site)) WITHOUT ROWID;
INSERT INTO crawl VALUES(1,1,2000,3000,'1970-01-01','https://www.aa.fr/','all-pages',NULL,1,1,1,0,0,0,0,0,1,1,18,5.9000000000000003552,NULL,60.799999999999997158,1.0,1.0,0.76000000000000000888,'blind',79,258,NULL,0,0,0,0,0,0,0,0);
CREATE TABLE persona (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  persona TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (round, site, persona), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO persona VALUES(1,1,'blind',5.7999999999999998223);
INSERT INTO persona VALUES(1,1,'cognitive',76.0);
INSERT INTO persona VALUES(1,1,'deaf',95.0);
INSERT INTO persona VALUES(1,1,'elderly',50.10000000000000142);
INSERT INTO persona VALUES(1,1,'low-literacy',64.0);
INSERT INTO persona VALUES(1,1,'low-vision',7.0);
INSERT INTO persona VALUES(1,1,'motor',19.0);
INSERT INTO persona VALUES(1,1,'newcomer',51.200000000000002843);
INSERT INTO persona VALUES(1,1,'phone-only',64.0);
CREATE TABLE indicator (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  value DOUBLE PRECISION,
  reason TEXT,
  word TEXT,
  pages INTEGER NOT NULL,
  PRIMARY KEY (round, site, number), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO indicator VALUES(1,1,1,'I1','rgaa-failures','criteria-per-page',8.0,NULL,NULL,1);
INSERT INTO indicator VALUES(1,1,2,'I2','readable-sheets','percent',NULL,'no-sheet',NULL,0);
INSERT INTO indicator VALUES(1,1,3,'I3','falc-versions','percent',NULL,'no-sheet',NULL,0);
INSERT INTO indicator VALUES(1,1,4,'I4','human-channels','percent',NULL,'no-procedure',NULL,0);
INSERT INTO indicator VALUES(1,1,5,'I5','prerequisites','median',NULL,'no-procedure',NULL,0);
INSERT INTO indicator VALUES(1,1,6,'I6','phone-procedures','percent',NULL,'no-procedure',NULL,0);
INSERT INTO indicator VALUES(1,1,7,'I7','click-depth','median-clicks',NULL,'no-procedure',NULL,0);
INSERT INTO indicator VALUES(1,1,8,'I8','stability','percent',NULL,'no-earlier-crawl',NULL,0);
INSERT INTO indicator VALUES(1,1,9,'I9','third-parties','hosts',NULL,'no-form',NULL,0);
INSERT INTO indicator VALUES(1,1,10,'I10','worst-persona','score',5.7999999999999998223,NULL,'blind',1);
CREATE TABLE indicator_part (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  indicator INTEGER NOT NULL,
  name TEXT NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (round, site, indicator, name), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO indicator_part VALUES(1,1,1,'A',6.0);
INSERT INTO indicator_part VALUES(1,1,1,'AA',2.0);
CREATE TABLE criterion (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  review INTEGER NOT NULL,
  PRIMARY KEY (round, site, number), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO criterion VALUES(1,1,1,'1.1','NC',0);
INSERT INTO criterion VALUES(1,1,9,'1.9','NA',0);
INSERT INTO criterion VALUES(1,1,10,'2.1','NA',0);
INSERT INTO criterion VALUES(1,1,11,'2.2','NA',0);
INSERT INTO criterion VALUES(1,1,13,'3.2','NC',0);
INSERT INTO criterion VALUES(1,1,16,'4.2','NA',0);
INSERT INTO criterion VALUES(1,1,17,'4.3','NA',0);
INSERT INTO criterion VALUES(1,1,18,'4.4','NA',0);
INSERT INTO criterion VALUES(1,1,19,'4.5','NA',0);
INSERT INTO criterion VALUES(1,1,20,'4.6','NA',0);
INSERT INTO criterion VALUES(1,1,21,'4.7','NA',0);
INSERT INTO criterion VALUES(1,1,25,'4.11','NA',0);
INSERT INTO criterion VALUES(1,1,30,'5.3','NA',0);
INSERT INTO criterion VALUES(1,1,35,'5.8','NA',0);
INSERT INTO criterion VALUES(1,1,37,'6.2','NC',0);
INSERT INTO criterion VALUES(1,1,43,'8.1','C',0);
INSERT INTO criterion VALUES(1,1,45,'8.3','NC',0);
INSERT INTO criterion VALUES(1,1,47,'8.5','C',0);
INSERT INTO criterion VALUES(1,1,53,'9.1','NT',1);
INSERT INTO criterion VALUES(1,1,54,'9.2','NC',0);
INSERT INTO criterion VALUES(1,1,57,'10.1','NC',0);
INSERT INTO criterion VALUES(1,1,61,'10.5','NC',0);
INSERT INTO criterion VALUES(1,1,71,'11.1','NC',0);
INSERT INTO criterion VALUES(1,1,75,'11.5','NA',0);
INSERT INTO criterion VALUES(1,1,76,'11.6','NA',0);
INSERT INTO criterion VALUES(1,1,79,'11.9','NA',0);
INSERT INTO criterion VALUES(1,1,83,'11.13','NA',0);
CREATE TABLE outcome (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  rule TEXT NOT NULL,
  outcome TEXT NOT NULL,
  of_site INTEGER NOT NULL,
  pages_failed INTEGER NOT NULL,
  pages_review INTEGER NOT NULL,
  pages_passed INTEGER NOT NULL,
  pages_untested INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  review INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  PRIMARY KEY (round, site, rule), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO outcome VALUES(1,1,'cognition/error-blaming','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'cognition/icon-only','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'cognition/paste-blocked','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'colours/contrast','failed',0,1,0,0,0,1,0,2);
INSERT INTO outcome VALUES(1,1,'colours/contrast-enhanced','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'colours/contrast-unsure','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'forms/name-missing','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'images/alt-missing','failed',0,1,0,0,0,2,0,0);
INSERT INTO outcome VALUES(1,1,'language/translation-blocked','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'links/name-alone','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'links/name-missing','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'mandatory/attribute-duplicate','passed',0,0,0,1,0,0,0,4);
INSERT INTO outcome VALUES(1,1,'mandatory/doctype','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mandatory/lang-missing','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'mandatory/nesting-broken','passed',0,0,0,1,0,0,0,3);
INSERT INTO outcome VALUES(1,1,'mandatory/nesting-careless','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mandatory/title-missing','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mandatory/title-second','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mandatory/title-stock','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mobile/help-blocked','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mobile/images-at-once','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'mobile/viewport-missing','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'presentation/background-missing','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'presentation/focus-outline','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'presentation/presentational-attributes','passed',0,0,0,1,0,0,0,3);
INSERT INTO outcome VALUES(1,1,'presentation/presentational-elements','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'presentation/spaced-letters','passed',0,0,0,1,0,0,0,2);
INSERT INTO outcome VALUES(1,1,'scripts/presentational-children','passed',0,0,0,1,0,0,0,2);
INSERT INTO outcome VALUES(1,1,'site/home-mention','failed',1,0,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'site/phone-missing','failed',1,0,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'site/statement-missing','review',1,0,0,0,0,0,1,0);
INSERT INTO outcome VALUES(1,1,'site/title-unique','passed',1,0,0,0,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'structure/h1-missing','review',0,0,1,0,0,0,1,0);
INSERT INTO outcome VALUES(1,1,'structure/heading-name','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'structure/heading-skip','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'structure/heading-unmarked','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'structure/main-missing','failed',0,1,0,0,0,1,0,0);
INSERT INTO outcome VALUES(1,1,'structure/regions-missing','review',0,0,1,0,0,0,1,0);
INSERT INTO outcome VALUES(1,1,'trust/mixed-content','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'trust/not-secure','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'trust/third-parties','passed',0,0,0,1,0,0,0,1);
INSERT INTO outcome VALUES(1,1,'wcag22/redundant-entry','passed',0,0,0,1,0,0,0,1);
CREATE TABLE cause (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  rule TEXT NOT NULL,
  message TEXT NOT NULL,
  severity TEXT NOT NULL,
  outcome TEXT NOT NULL,
  text_fr TEXT NOT NULL,
  text_en TEXT NOT NULL,
  pages INTEGER NOT NULL,
  occurrences INTEGER NOT NULL,
  gain DOUBLE PRECISION NOT NULL,
  example TEXT NOT NULL,
  example_page INTEGER NOT NULL,
  line_number INTEGER NOT NULL,
  column_number INTEGER NOT NULL,
  excerpt TEXT,
  selector TEXT,
  PRIMARY KEY (round, site, number), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO cause VALUES(1,1,1,'8e9ee9d5147369f6','forms/name-missing','no-label','blocking','failed','Le champ input n’a pas d’étiquette.','The field input has no label.',1,1,5.9444666666666670096,'https://www.aa.fr/',1,1,101,'<input>','body > input');
INSERT INTO cause VALUES(1,1,2,'f0e8fb5ff0f3a0de','images/alt-missing','no-alt','blocking','failed','L’image a.png n’a pas d’alternative textuelle.','The image a.png has no text alternative.',1,1,1.4861166666666667524,'https://www.aa.fr/',1,1,71,'<img src=a.png>','body > img:nth-of-type(1)');
INSERT INTO cause VALUES(1,1,3,'fc1cb3c768744b2f','images/alt-missing','no-alt','blocking','failed','L’image b.png n’a pas d’alternative textuelle.','The image b.png has no text alternative.',1,1,1.4861166666666667524,'https://www.aa.fr/',1,1,86,'<img src=b.png>','body > img:nth-of-type(2)');
INSERT INTO cause VALUES(1,1,4,'47711fba065353fa','links/name-missing','nothing','blocking','failed','Ce lien est vide : ni texte, ni adresse.','This link is empty: no text, no address.',1,1,5.9444666666666670096,'https://www.aa.fr/',1,1,108,'<a href=''''>','body > a');
INSERT INTO cause VALUES(1,1,5,'0d8c208a2c6a9743','colours/contrast','low','major','failed','Texte #ff0000 sur fond #ffffff : contraste de 3,99, il faut 4,5. La couleur la plus proche qui convient est #ed0000.','Text #ff0000 on #ffffff: contrast of 3.99, 4.5 is needed. The nearest colour that does is #ed0000.',1,1,0.91453333333333330923,'https://www.aa.fr/',1,1,123,'<font color=red>','body > font');
INSERT INTO cause VALUES(1,1,6,'8211232d9f64db78','mandatory/lang-missing','missing','major','failed','La page n’indique pas sa langue.','The page does not declare its language.',1,1,1.4861166666666667524,'https://www.aa.fr/',1,1,16,'<html>','html');
INSERT INTO cause VALUES(1,1,7,'704c157217584075','mobile/viewport-missing','missing','major','failed','La page ne demande pas à suivre la largeur d’un téléphone : les lettres y seront minuscules.','The page does not ask to follow the width of a phone: its letters will be tiny there.',1,1,15.199999999999999289,'https://www.aa.fr/',1,1,16,'<html>','html');
INSERT INTO cause VALUES(1,1,8,'0be4679d4ab5bd65','structure/main-missing','missing','major','failed','La page n’a pas d’élément main.','The page has no main element.',1,1,1.4861166666666667524,'https://www.aa.fr/',1,1,16,'<html>','html');
INSERT INTO cause VALUES(1,1,9,'7ba2d4df68bd2fcc','site/phone-missing','no-phone','major','failed','Aucun numéro de téléphone n’a été trouvé sur les 1 page vue.','No telephone number was found on the 1 page seen.',0,1,15.199999999999999289,'https://www.aa.fr/',0,0,0,NULL,NULL);
INSERT INTO cause VALUES(1,1,10,'a650e7679954d004','colours/contrast-enhanced','low','minor','failed','1 texte a un contraste inférieur à 7, ou à 4,5 pour un grand texte. Le premier : #ff0000 sur fond #ffffff, 3,99.','1 text has a contrast below 7, or 4.5 for a large text. The first one: #ff0000 on #ffffff, 3.99.',1,1,0.31286666666666662628,'https://www.aa.fr/',1,1,123,'<font color=red>','body > font');
INSERT INTO cause VALUES(1,1,11,'04b207a146540793','presentation/background-missing','no-background','minor','failed','La couleur du texte est choisie, celle du fond ne l’est nulle part. 1 texte est concerné.','The colour of the text is chosen, that of the background nowhere. 1 text is concerned.',1,1,0.3128666666666667373,'https://www.aa.fr/',1,1,123,'<font color=red>','body > font');
INSERT INTO cause VALUES(1,1,12,'3282ef598825ff9b','presentation/presentational-elements','presentational','minor','failed','L’élément font sert à la présentation : il est abandonné.','The element font is for presentation: it is obsolete.',1,1,0.3128666666666667373,'https://www.aa.fr/',1,1,123,'<font color=red>','body > font');
INSERT INTO cause VALUES(1,1,13,'077c24b763d0bc35','site/home-mention','no-mention','minor','failed','La page d’accueil ne dit pas « Accessibilité : non, partiellement ou totalement conforme ».','The home page does not say « Accessibilité : non, partiellement ou totalement conforme ».',0,1,3.1999999999999997335,'https://www.aa.fr/',0,0,0,NULL,NULL);
INSERT INTO cause VALUES(1,1,14,'2fcdca3a246a3aee','structure/regions-missing','missing','review','review','La page n’a pas d’élément footer : si elle a cette zone, la baliser.','The page has no footer element: if it has this region, mark it up.',1,3,0.0,'https://www.aa.fr/',1,1,16,'<html>','html');
INSERT INTO cause VALUES(1,1,15,'0196cdb2d5844dbf','structure/h1-missing','missing','review','review','La page n’a pas de titre de niveau 1 (h1).','The page has no heading of level 1 (h1).',1,1,0.0,'https://www.aa.fr/',1,1,16,'<html>','html');
INSERT INTO cause VALUES(1,1,16,'0fdd12cc784821ee','site/statement-missing','no-statement','review','review','Aucune déclaration d’accessibilité n’a été trouvée sur les 1 page vue.','No statement of accessibility was found on the 1 page seen.',0,1,0.0,'https://www.aa.fr/',0,0,0,NULL,NULL);
CREATE TABLE page (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  number INTEGER NOT NULL,
  url TEXT NOT NULL,
  final_url TEXT,
  http_status INTEGER,
  depth INTEGER,
  kind TEXT,
  lang TEXT,
  title TEXT,
  media_type TEXT,
  bytes BIGINT NOT NULL,
  tested INTEGER NOT NULL,
  reason TEXT,
  note TEXT,
  falc INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  score_access DOUBLE PRECISION,
  score_comprehension DOUBLE PRECISION,
  score_journey DOUBLE PRECISION,
  reading DOUBLE PRECISION,
  reading_grade TEXT,
  PRIMARY KEY (round, site, number), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO page VALUES(1,1,1,'https://www.aa.fr/',NULL,200,0,'home',NULL,'T','text/html',160,1,NULL,NULL,0,15,5.9000000000000003552,NULL,80.0,NULL,NULL);
CREATE TABLE finding (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  page INTEGER NOT NULL,
  number INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  review INTEGER NOT NULL,
  line_number INTEGER NOT NULL,
  column_number INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  silenced TEXT,
  third_party TEXT,
  PRIMARY KEY (round, site, page, number)) WITHOUT ROWID;
INSERT INTO finding VALUES(1,1,0,1,13,0,0,0,'f01fa5828b6d3343',NULL,NULL);
INSERT INTO finding VALUES(1,1,0,2,9,0,0,0,'ca526221e788d412',NULL,NULL);
INSERT INTO finding VALUES(1,1,0,3,16,1,0,0,'da6220f77cfd7f04',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,1,6,0,1,16,'8211232d9f64db78',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,2,7,0,1,16,'704c157217584075',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,3,15,1,1,16,'0196cdb2d5844dbf',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,4,8,0,1,16,'0be4679d4ab5bd65',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,5,14,1,1,16,'d777150385c9aa3b',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,6,14,1,1,16,'d777150385c9aa3b',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,7,14,1,1,16,'d777150385c9aa3b',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,8,2,0,1,71,'f0e8fb5ff0f3a0de',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,9,3,0,1,86,'fc1cb3c768744b2f',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,10,1,0,1,101,'8e9ee9d5147369f6',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,11,4,0,1,108,'47711fba065353fa',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,12,5,0,1,123,'0d8c208a2c6a9743',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,13,10,0,1,123,'a650e7679954d004',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,14,11,0,1,123,'04b207a146540793',NULL,NULL);
INSERT INTO finding VALUES(1,1,1,15,12,0,1,123,'2569e5026c7faf6c',NULL,NULL);
CREATE TABLE measure (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  page INTEGER NOT NULL,
  name TEXT NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (round, site, page, name)) WITHOUT ROWID;
CREATE TABLE robots (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  origin TEXT NOT NULL,
  status INTEGER,
  failure TEXT,
  crawl_delay BIGINT,
  refuses_all INTEGER NOT NULL,
  PRIMARY KEY (round, site, origin), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
CREATE TABLE lost_sheet (
  round INTEGER NOT NULL,
  site INTEGER NOT NULL,
  number INTEGER NOT NULL,
  url TEXT NOT NULL,
  why TEXT NOT NULL,
  pages INTEGER NOT NULL,
  PRIMARY KEY (round, site, number), FOREIGN KEY (round, site) REFERENCES crawl (round, site) ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX host_waiting ON host (file_order) WHERE waiting > 0;
CREATE INDEX host_worker ON host (worker) WHERE worker IS NOT NULL;
CREATE INDEX site_host ON site (host);
CREATE INDEX site_order ON site (file_order);
CREATE INDEX todo_host ON todo (host, file_order);
CREATE INDEX crawl_site ON crawl (site, round);
CREATE INDEX crawl_ended ON crawl (round, ended);
CREATE VIEW v_site_latest AS SELECT s.key, s.organisation, s.siren, s.insee, s.kind, s.territory, c.* FROM site s JOIN crawl c ON c.site = s.id WHERE s.present = 1 AND s.excluded = 0 AND c.round = (SELECT max(o.round) FROM crawl o WHERE o.site = s.id);
CREATE VIEW v_cause_latest AS SELECT s.key, s.organisation, s.kind, s.territory, c.* FROM v_site_latest s JOIN cause c ON c.round = s.round AND c.site = s.site WHERE c.occurrences > 0;
CREATE VIEW v_indicators AS SELECT c.round, c.site, s.key, s.organisation, s.siren, s.insee, s.kind, s.territory, max(CASE WHEN i.number = 1 THEN i.value END) AS i1, max(CASE WHEN i.number = 2 THEN i.value END) AS i2, max(CASE WHEN i.number = 3 THEN i.value END) AS i3, max(CASE WHEN i.number = 4 THEN i.value END) AS i4, max(CASE WHEN i.number = 5 THEN i.value END) AS i5, max(CASE WHEN i.number = 6 THEN i.value END) AS i6, max(CASE WHEN i.number = 7 THEN i.value END) AS i7, max(CASE WHEN i.number = 8 THEN i.value END) AS i8, max(CASE WHEN i.number = 9 THEN i.value END) AS i9, max(CASE WHEN i.number = 10 THEN i.value END) AS i10 FROM crawl c JOIN site s ON s.id = c.site JOIN indicator i ON i.round = c.round AND i.site = c.site GROUP BY c.round, c.site, s.key, s.organisation, s.siren, s.insee, s.kind, s.territory;
CREATE VIEW v_progress AS SELECT s.key, s.organisation, s.siren, s.insee, s.kind, s.territory, c.site, c.round, p.round AS round_before, CASE WHEN r.rules_digest = q.rules_digest THEN 1 ELSE 0 END AS same_rules, p.score_access AS access_before, c.score_access AS access, c.score_access - p.score_access AS access_gained, p.score_comprehension AS comprehension_before, c.score_comprehension AS comprehension, c.score_comprehension - p.score_comprehension AS comprehension_gained, p.score_journey AS journey_before, c.score_journey AS journey, c.score_journey - p.score_journey AS journey_gained FROM crawl c JOIN site s ON s.id = c.site JOIN crawl p ON p.site = c.site AND p.round = (SELECT max(o.round) FROM crawl o WHERE o.site = c.site AND o.round < c.round AND o.tested > 0) JOIN round r ON r.number = c.round JOIN round q ON q.number = p.round WHERE c.tested > 0;
CREATE VIEW v_finding AS SELECT f.round, f.site, f.page, f.number, s.key, p.url, c.rule, c.message, c.id AS cause, c.severity, CASE WHEN f.review = 1 THEN 'review' ELSE 'failed' END AS outcome, f.line_number, f.column_number, f.fingerprint, f.silenced, f.third_party, c.text_fr, c.text_en FROM finding f JOIN site s ON s.id = f.site JOIN cause c ON c.round = f.round AND c.site = f.site AND c.number = f.cause LEFT JOIN page p ON p.round = f.round AND p.site = f.site AND p.number = f.page;
CREATE VIEW v_not_tested AS SELECT p.round, p.site, s.key, p.url, p.reason, p.http_status FROM page p JOIN site s ON s.id = p.site WHERE p.tested = 0;
CREATE VIEW v_rule AS SELECT o.round, o.rule, count(*) AS sites, sum(CASE WHEN o.outcome = 'failed' THEN 1 ELSE 0 END) AS sites_failed, sum(CASE WHEN o.outcome = 'passed' THEN 1 ELSE 0 END) AS sites_passed, sum(o.pages_failed) AS pages_failed, sum(o.failed) AS failed FROM outcome o GROUP BY o.round, o.rule;
CREATE VIEW v_state AS SELECT s.id AS site, s.key, s.host, r.number AS round, CASE WHEN s.excluded = 1 THEN 'excluded' WHEN c.site IS NOT NULL THEN 'done' WHEN h.worker IS NOT NULL AND h.site = s.id THEN 'running' ELSE 'pending' END AS state, c.start_failure, h.worker FROM site s JOIN host h ON h.name = s.host JOIN round r ON r.number = (SELECT max(number) FROM round) LEFT JOIN crawl c ON c.round = r.number AND c.site = s.id WHERE s.present = 1;
COMMIT;
