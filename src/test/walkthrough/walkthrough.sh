#!/usr/bin/env bash
# A walk through a whole edition with curl: an edition is prepared, jurors mark, the jury decides, the palmarès is
# published, verified and corrected.
#
# It needs a fresh demonstration server (see README), bash, curl and the built verifier (target/arobase-verifier.jar).
# It changes the demonstration edition, so it runs once: to begin again, stop the server and delete its home (./data).
# The demonstration edition of 2020 is in EVALUATION; Chanteloup-les-Vignes (78138) waits for the marks of three jurors.
#
#   AROBASE_API    address of the API, http://localhost:8080/api/v1 by default
#   AROBASE_HOME   home of the server, where accounts.txt is; the project's data folder by default
#
# .ci/walkthrough runs this script and checks its last line: the public palmarès of département 78, with
# Chanteloup-les-Vignes at level 4.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
api=${AROBASE_API:-http://localhost:8080/api/v1}
AROBASE_HOME=${AROBASE_HOME:-$project/data}

# Two helpers: a token for an account, and the version (ETag) of a resource, which every change must name.
token() {
  password=$(grep "^$1 " "$AROBASE_HOME/accounts.txt" | cut -d ' ' -f 2)
  curl -s "$api/auth/token" -H 'Content-Type: application/json' \
    -d "{\"username\":\"$1\",\"password\":\"$password\"}" | sed 's/.*"accessToken":"\([^"]*\)".*/\1/'
}
etag() { curl -s -o /dev/null -D - -H "Authorization: Bearer $1" "$2" | grep -i '^etag:' | cut -d ' ' -f 2 | tr -d '\r'; }

# ---------------------------------------------------------------------------------------------------------------------
# 1. Preparing an edition
# ---------------------------------------------------------------------------------------------------------------------

# The secretariat makes an edition for 2027, with the rating policy of 2020, and opens it.
secretariat=$(token secretariat)
policy=$(curl -s "$api/editions/2020/rating-policy" -H "Authorization: Bearer $secretariat" | sed 's/^{"policy":\(.*\),"contentHash".*/\1/')
curl -s -o /dev/null -w "edition 2027: %{http_code}\n" -X POST "$api/editions" -H "Authorization: Bearer $secretariat" \
  -H 'Content-Type: application/json' -d "{\"year\":2027,\"number\":28,\"name\":\"Édition d’essai\",
  \"framework\":\"sample-framework-2020\",\"referenceDate\":\"2027-02-01\",\"policy\":$policy}"
curl -s -o /dev/null -w "opened: %{http_code}\n" -X POST "$api/editions/2027/phase" -H "Authorization: Bearer $secretariat" \
  -H "If-Match: $(etag "$secretariat" "$api/editions/2027")" -H 'Content-Type: application/json' -d '{"to":"OPEN"}'

# Dossiers are imported as a table: here the table that the edition of 2020 exports.
curl -s "$api/editions/2020/dossiers/export" -H "Authorization: Bearer $secretariat" -H 'Accept: text/csv' |
  curl -s -X POST "$api/editions/2027/dossiers/import" -H "Authorization: Bearer $secretariat" \
    -H 'Content-Type: text/csv' --data-binary @- | cut -c 1-200; echo

# Jurors can be imported too: here a CSV as the French Excel writes it. A dry run tells for each line what an import
# would do, and what is wrong with it. The last line is wrong on purpose: its affiliation lacks a zero.
printf 'id;username;name;affiliation;competences;capacity\njuror1;juror1;Camille Un;;education mediation;\njuror2;juror2;Claude Deux;35238;;900\n%s' \
  'juror3;juror3;Dominique Trois;1004;;' |
  curl -s -X POST "$api/editions/2027/jurors/import?dryRun=true" -H "Authorization: Bearer $secretariat" \
    -H 'Accept-Language: en' -H 'Content-Type: text/csv' --data-binary @-; echo

# Jurors can also be invited one by one.
for n in 1 2 3 4 5 6; do
  curl -s -o /dev/null -w "juror$n invited: %{http_code}\n" -X POST "$api/editions/2027/jurors" -H "Authorization: Bearer $secretariat" \
    -H 'Content-Type: application/json' -d "{\"id\":\"juror$n\",\"username\":\"juror$n\",\"name\":\"Juré échantillon $n\"}"
done

# Planning who reads what is a job. Its result shows how good the plan is before anybody adopts it. The dossiers named in
# `calibration` are read by all jurors first, so that they can see how far their marks are from each other's.
job=$(curl -s -X POST "$api/editions/2027/assignments/plan" -H "Authorization: Bearer $secretariat" -H 'Content-Type: application/json' \
  -d '{"seed":2027,"calibration":["78138"]}' | sed 's/.*"id":"\([^"]*\)".*/\1/')
for _ in $(seq 60); do
  plan=$(curl -s "$api/jobs/$job" -H "Authorization: Bearer $secretariat")
  case "$plan" in *'"state":"WAITING"'* | *'"state":"RUNNING"'*) sleep 1 ;; *) break ;; esac
done
case "$plan" in *'"state":"DONE"'*) ;; *) echo "The plan was not made: $plan"; exit 1 ;; esac
echo "$plan" | sed 's/"rules".*//'

# The plan is adopted, and the progress of the edition can be followed.
curl -s -X PUT "$api/editions/2027/assignments" -H "Authorization: Bearer $secretariat" \
  -H "If-Match: $(etag "$secretariat" "$api/editions/2027")" -H 'Content-Type: application/json' \
  -d "$(echo "$plan" | sed 's/.*\("assignments":\[[^]]*\]\).*/{\1}/')" | cut -c 1-200; echo
curl -s "$api/editions/2027/progress" -H "Authorization: Bearer $secretariat" | cut -c 1-400; echo

# ---------------------------------------------------------------------------------------------------------------------
# 2. Jury day, in the edition of 2020
# ---------------------------------------------------------------------------------------------------------------------

# A juror sees what there is to score, and saves a first mark.
juror=$(token juror1)
sheet="$api/editions/2020/dossiers/78138/score-sheets/me"
curl -s "$api/me/score-sheets?edition=2020" -H "Authorization: Bearer $juror"; echo
curl -s "$api/editions/2020/dossiers/78138/initiatives" -H "Authorization: Bearer $juror"; echo
curl -s -X PATCH "$sheet" -H "Authorization: Bearer $juror" -H "If-Match: $(etag "$juror" "$sheet")" \
  -H 'Content-Type: application/json' -d '{"marks":[{"initiative":1,"criterion":"utility","value":4}]}'; echo

# An incomplete sheet is not accepted. The refusal lists every missing mark.
curl -s -X POST "$sheet/submission" -H "Authorization: Bearer $juror" -H "If-Match: $(etag "$juror" "$sheet")" \
  -H 'Accept-Language: en' | cut -c 1-400; echo

# The three jurors mark all ten initiatives on all five criteria, and submit.
for name in juror1 juror2 juror3; do
  t=$(token $name)
  marks=""
  for initiative in 1 2 3 4 5 6 7 8 9 10; do
    for criterion in utility inclusion quality participation originality; do
      value=$((3 + (initiative + ${#criterion} + ${#marks}) % 2))
      marks="$marks,{\"initiative\":$initiative,\"criterion\":\"$criterion\",\"value\":$value}"
    done
  done
  curl -s -o /dev/null -w "$name writes: %{http_code}\n" -X PUT "$sheet" -H "Authorization: Bearer $t" \
    -H "If-Match: $(etag "$t" "$sheet")" -H 'Content-Type: application/json' -d "{\"marks\":[${marks#,}]}"
  curl -s -o /dev/null -w "$name submits: %{http_code}\n" -X POST "$sheet/submission" -H "Authorization: Bearer $t" \
    -H "If-Match: $(etag "$t" "$sheet")"
done

# ---------------------------------------------------------------------------------------------------------------------
# 3. Deliberation
# ---------------------------------------------------------------------------------------------------------------------

# The secretariat closes the evaluation. The president reads the board and the explanation of one rating.
president=$(token president)
curl -s -X POST "$api/editions/2020/phase" -H "Authorization: Bearer $secretariat" \
  -H "If-Match: $(etag "$secretariat" "$api/editions/2020")" -H 'Content-Type: application/json' -d '{"to":"DELIBERATION"}'; echo
curl -s "$api/editions/2020/ratings?limit=3" -H "Authorization: Bearer $president"; echo
curl -s "$api/editions/2020/ratings/78138" -H "Authorization: Bearer $president" -H 'Accept-Language: en' | cut -c 1-1200; echo

# The president proposes a statement on the dossier, a juror agrees to it, and the president decides.
curl -s -X PUT "$api/editions/2020/reviews/78138" -H "Authorization: Bearer $president" \
  -H "If-Match: $(etag "$president" "$api/editions/2020/reviews/78138")" -H 'Content-Type: application/json' \
  -d '{"stage":"CONSENSUS","rapporteur":"juror2","statement":"Un dossier solide, fort sur la médiation.","level":4}'; echo
curl -s -X POST "$api/editions/2020/reviews/78138/voices" -H "Authorization: Bearer $juror" \
  -H 'Content-Type: application/json' -d '{"version":1,"agrees":true}'; echo
curl -s -X PUT "$api/editions/2020/decisions/78138" -H "Authorization: Bearer $president" \
  -H 'Content-Type: application/json' -d '{"level":4,"reason":"Le jury suit le niveau calculé."}'; echo

# ---------------------------------------------------------------------------------------------------------------------
# 4. A session in camera
# ---------------------------------------------------------------------------------------------------------------------

# The agenda collects the dossiers to talk about: borderline, divergent, a level missed by little, a level changed since
# the last edition. A session has an attendance list and a quorum.
session="$api/editions/2020/deliberations/1"
curl -s "$api/editions/2020/deliberations/agenda?limit=3" -H "Authorization: Bearer $president"; echo
curl -s -o /dev/null -w "session planned: %{http_code}\n" -X POST "$api/editions/2020/deliberations" -H "Authorization: Bearer $president" \
  -H 'Content-Type: application/json' -d '{"heldAt":"2020-01-28T09:00:00Z","place":"Salle des mariages"}'
curl -s -X PUT "$session" -H "Authorization: Bearer $president" -H "If-Match: $(etag "$president" "$session")" \
  -H 'Content-Type: application/json' -d '{"heldAt":"2020-01-28T09:00:00Z","place":"Salle des mariages","attendance":[
  {"juror":"juror1","mode":"PRESENT"},{"juror":"juror2","mode":"REMOTE"},{"juror":"juror3","mode":"MANDATE","holder":"juror1"},
  {"juror":"juror4","mode":"PRESENT"},{"juror":"juror5","mode":"PRESENT"}]}'; echo
curl -s -o /dev/null -w "session opened: %{http_code}\n" -X POST "$session/opening" -H "Authorization: Bearer $president" \
  -H "If-Match: $(etag "$president" "$session")"

# An adopted vote on a level is the decision; its result is the reason. Members who are recused from the dossier must
# leave for the vote.
curl -s -X POST "$session/motions" -H "Authorization: Bearer $president" -H 'Content-Type: application/json' \
  -d '{"kind":"LEVEL","dossier":"78138","level":4,"text":"Le niveau calculé est retenu."}'; echo
for name in juror1 juror2 juror4; do
  curl -s -o /dev/null -w "$name votes: %{http_code}\n" -X POST "$session/motions/1/ballots" -H "Authorization: Bearer $(token $name)" \
    -H 'Content-Type: application/json' -d '{"choice":"FOR"}'
done
curl -s -X POST "$session/motions/1/closing" -H "Authorization: Bearer $president" \
  -H "If-Match: $(etag "$president" "$session/motions/1")" -H 'Content-Type: application/json' -d '{}'; echo
curl -s -o /dev/null -w "session closed: %{http_code}\n" -X POST "$session/closing" -H "Authorization: Bearer $president" \
  -H "If-Match: $(etag "$president" "$session")"

# A second member signs the decision. The jury gives the dossier a distinction.
curl -s -o /dev/null -w "signed: %{http_code}\n" -X POST "$api/editions/2020/decisions/78138/signature" -H "Authorization: Bearer $juror" \
  -H "If-Match: $(etag "$juror" "$api/editions/2020/decisions/78138")"
curl -s -X PUT "$api/editions/2020/distinctions/78138" -H "Authorization: Bearer $president" \
  -H "If-Match: $(etag "$president" "$api/editions/2020/distinctions/78138")" -H 'Content-Type: application/json' \
  -d '{"distinctions":[{"kind":"GREEN_AT","reason":"Un parc informatique sobre."}]}'; echo

# ---------------------------------------------------------------------------------------------------------------------
# 5. Finalisation and publication
# ---------------------------------------------------------------------------------------------------------------------

# A dry run shows what finalisation would do, who gains and who loses, and of which dossiers sheets are missing: the
# president accepts that by naming them in "confirmed". Then the edition is finalised: one transaction
# seals everything, under embargo. Publication ends the embargo. Here the secretariat publishes by hand;
# `PUT …/embargo` sets a time at which the server publishes by itself, and `dryRun=true` rehearses the publication.
curl -s -X POST "$api/editions/2020/finalisation?dryRun=true" -H "Authorization: Bearer $president" \
  -H 'Content-Type: application/json' -d '{}' | cut -c 1-400; echo
curl -s -o /dev/null -w "finalised: %{http_code}\n" -X POST "$api/editions/2020/finalisation" -H "Authorization: Bearer $president" \
  -H "If-Match: $(etag "$president" "$api/editions/2020")" -H 'Content-Type: application/json' -d '{}'
curl -s -o /dev/null -w "still under embargo: %{http_code}\n" "$api/palmares/2020"
curl -s -X POST "$api/editions/2020/publication" -H "Authorization: Bearer $secretariat" \
  -H "If-Match: $(etag "$secretariat" "$api/editions/2020")"; echo

# ---------------------------------------------------------------------------------------------------------------------
# 6. Verification
# ---------------------------------------------------------------------------------------------------------------------

# What is published is signed: the palmarès as one document, and each label as an Open Badge 3.0 with a proof that it is
# in the palmarès. The status list (W3C Bitstring Status List, which wallets can read) tells which labels a later
# correction has changed.
mkdir -p "$AROBASE_HOME/published" && cd "$AROBASE_HOME/published"
curl -s "$api/signing-keys" -o keys.json
curl -s "$api/palmares/2020/document" -o palmares.jws
curl -s "$api/palmares/2020/status-list" -o status.jwt
curl -s "$api/palmares/2020/labels/78138" -o label.jwt
curl -s "$api/palmares/2020/labels/78138/badge" -o badge.svg
curl -s "$api/palmares/2020/labels/78138/certificate" -o certificate.pdf
curl -s "$api/editions/2020/minutes" -H "Authorization: Bearer $president" -o minutes.pdf
curl -s "$api/editions/2020/anonymised-marks" -H "Authorization: Bearer $secretariat" -o marks.json
cd - >/dev/null

# The verifier needs the published files and the keys, but not the server. Its first command checks signatures and
# proofs. Its second command computes every level again from the marks without names, and lists the levels that the jury
# has decided otherwise.
java -jar "$project/target/arobase-verifier.jar" palmares "$AROBASE_HOME/published/"{keys.json,palmares.jws,status.jwt,label.jwt}
java -jar "$project/target/arobase-verifier.jar" levels "$AROBASE_HOME/published/"{marks.json,keys.json,palmares.jws} | tail -n 2

# The server verifies too. The verification of a seal computes it again from the database, and names whatever was changed
# in the database since.
curl -s -X POST "$api/palmares/verification" -H 'Content-Type: application/json' \
  -d "{\"signed\":\"$(cat "$AROBASE_HOME/published/label.jwt")\"}"; echo
curl -s "$api/editions/2020/seals/1/verification" -H "Authorization: Bearer $president"; echo

# ---------------------------------------------------------------------------------------------------------------------
# 7. Correction, figures, record
# ---------------------------------------------------------------------------------------------------------------------

# A mistake that is found after publication is corrected by a new version, which tells what it changes and why. The old
# version remains available. Here it is only a dry run.
curl -s -X POST "$api/editions/2020/corrections?dryRun=true" -H "Authorization: Bearer $president" -H 'Content-Type: application/json' \
  -d '{"reason":"Erreur de report.","changes":[{"dossier":"78138","level":5,"reason":"Le jury avait voté 5 @."}]}' | cut -c 1-300; echo

# Public figures come with a sentence to quote.
curl -s "$api/palmares/2020/counts?level=4&region=11" -H 'Accept-Language: en'; echo

# Everything that happened is in the audit record, and is sealed within seconds. The verification compares the record
# with itself and with what is in the database now.
curl -s "$api/audit?edition=2020&limit=2" -H "Authorization: Bearer $secretariat"; echo
sleep 6; curl -s "$api/audit/checkpoints?limit=1"; echo
curl -s "$api/audit/verification" -H "Authorization: Bearer $secretariat"; echo

# Last, what everyone sees. Continuous integration checks this line.
curl -s "$api/palmares/2020?department=78"; echo
