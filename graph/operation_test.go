package graph_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/importrun"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const invalidSource fault.Code = "INVALID_SOURCE"

// importWith stores a run of an import with findings, and how it ended.
func importWith(t *testing.T, env *testenv.Env, err error, findings ...legacy.Finding) {
	t.Helper()
	ctx := testenv.Operator(t)
	run, began := importrun.Begin(ctx, env.Store, env.Clock.Now, importrun.Start{System: "legacy", Bundle: "export",
		Home: "source"})
	if began != nil {
		t.Fatal(began)
	}
	for _, f := range findings {
		if err := run.Add(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	result := importrun.Result{PlanHash: "abc", RowsWritten: 7,
		Records: []importrun.Records{{Kind: "account", Created: 3, Skipped: 1}}}
	if err := run.End(ctx, result, err, invalidSource); err != nil {
		t.Fatal(err)
	}
}

// insertJob stores a job as River does, in a state of River.
func insertJob(t *testing.T, env *testenv.Env, kind, arguments, state string, age time.Duration) gid.ID {
	t.Helper()
	at := env.Clock.Now().Add(-age).Time().Format("2006-01-02 15:04:05.000")
	asGoPrints := at + " +0000 UTC m=+65.05" // as River leaves the end of a job in SQLite
	failures, cast := `[{"at":"2026-11-20T10:00:00Z","attempt":1,"error":"first","trace":""},`+
		`{"at":"2026-11-20T10:05:00Z","attempt":2,"error":"mail x: no answer","trace":"goroutine 1"}]`, ""
	columns := "?"
	if env.Store.Engine() == store.Postgres {
		columns, cast = "ARRAY(SELECT jsonb_array_elements(CAST(? AS jsonb)))", "::river_job_state"
		at += "+00"
	}
	ended := any(nil)
	if state == "discarded" || state == "cancelled" || state == "completed" {
		ended = asGoPrints
		if env.Store.Engine() == store.Postgres {
			ended = at
		}
	}
	moment := "?"
	if env.Store.Engine() == store.Postgres {
		moment = "CAST(CAST(? AS text) AS timestamptz)"
	}
	object := "?"
	if env.Store.Engine() == store.Postgres {
		object = "CAST(CAST(? AS text) AS jsonb)"
	}
	var id int64
	if err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
		return tx.QueryRow(ctx, "INSERT INTO river_job (kind, args, state, attempt, max_attempts, queue, priority, "+
			"errors, created_at, scheduled_at, attempted_at, finalized_at) VALUES (?, "+object+", '"+state+"'"+cast+
			", 2, 8, 'default', 1, "+columns+", "+moment+", "+moment+", "+moment+", "+moment+") RETURNING id",
			[]any{kind, arguments, failures, at, at, at, ended}, &id)
	}); err != nil {
		t.Fatal(err)
	}
	return gid.FromKey(gid.Job, id)
}

// packed returns the arguments of a mail as they are stored.
func packed(kind, message string) string {
	inner := fmt.Sprintf(`{"message_id":"m@localhost","type":%q,"message":%s}`, kind, message)
	return fmt.Sprintf(`{"args":%q}`, inner)
}

const typedAddress = "typed@example.com"

func signInMail() string { return packed("sign_in_link", `{"address":"`+typedAddress+`"}`) }

// accessRequest returns the arguments of a job that delivers a request for access to an account.
func accessRequest(t *testing.T, account string) string {
	t.Helper()
	id, err := gid.Parse(account)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(`{"args":%q}`, fmt.Sprintf(`{"account":%d}`, id))
}

// oldInvitation returns the arguments of a mail whose link has ended.
func oldInvitation() string {
	return packed("invitation", `{"to":"`+typedAddress+`","account":"Quay","last_day":20000}`)
}

func endedMail() string {
	return packed("membership_ended", `{"to":"gone@example.com","account":"Quay","last_day":"2026-11-01"}`)
}

// viewersOfOperation returns viewers by what they may do with operations: change, read, or nothing.
func viewersOfOperation(t *testing.T, env *testenv.Env) map[string]map[string]*viewer.Viewer {
	t.Helper()
	h := oneTenant(t, env)
	all := examples(t, env, h)
	read := []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}
	narrowed := signedIn(t, env, named(t, env, "operator"))
	return map[string]map[string]*viewer.Viewer{
		"change": {"operator": signedIn(t, env, named(t, env, "operator")),
			"program of the producer": program(t, env, access.NewKey{Name: "one",
				Producer: vocabulary.ProducerRoleOperator, Scopes: read})},
		"read": {"support agent": signedIn(t, env, named(t, env, "agent")),
			"integration": program(t, env, access.NewKey{Name: "three",
				Producer: vocabulary.ProducerRoleIntegration, Scopes: read}),
			"operator who reads": readOnly(narrowed)},
		"none": {"administrator of a customer": all["inviteMembers"].who, "member": signedIn(t, env, h.member),
			"program of a customer": program(t, env, access.NewKey{Name: "two", Account: h.account, Scopes: read})},
	}
}

func readOnly(v *viewer.Viewer) *viewer.Viewer {
	own := *v
	own.ReadOnly = true
	return &own
}

// The producer's people read imports, jobs and the state of the server, operators change jobs, and nobody else sees
// anything, by whatever way they ask.
func TestOperationsAreOfTheProducer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		viewers := viewersOfOperation(t, env)
		importWith(t, env, nil, legacy.Finding{Rule: legacy.NoEmail, Severity: legacy.Warning, Kind: legacy.Users,
			LegacyID: "ada", File: "users.csv", Line: 2, Message: "no address"})
		job := insertJob(t, env, "mail", endedMail(), "discarded", time.Hour)
		run := firstID(t, env, `{ importRuns { nodes { id } } }`)
		finding := firstID(t, env, `{ importRuns { nodes { findings { nodes { id } } } } }`)
		queries := map[string]string{
			"importRuns":  `{ importRuns { totalCount nodes { id findings { nodes { message } } } } }`,
			"importRun":   `{ importRun(id: "` + run + `") { bundle } }`,
			"jobs":        `{ jobs { nodes { id mail { recipient } } } }`,
			"job":         `{ job(id: "` + job.String() + `") { lastError } }`,
			"serverState": `{ serverState { version jobs { count } samples { at } } }`,
		}
		for may, all := range viewers {
			for name, who := range all {
				own := env.As(who)
				for field, query := range queries {
					answer := own.Ask(t, query, nil)
					if may == "none" {
						if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "FORBIDDEN" ||
							string(answer.Data) != `{"`+field+`":null}` {
							t.Errorf("%s: %s: %s %+v, want FORBIDDEN", name, field, answer.Data, answer.Errors)
						}
					} else if len(answer.Errors) > 0 || strings.Contains(string(answer.Data), `"`+field+`":null`) {
						t.Errorf("%s: %s: %s %+v, want an answer", name, field, answer.Data, answer.Errors)
					}
				}
				for _, id := range []string{run, finding, job.String()} {
					answer := own.Ask(t, `query ($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id})
					if hidden := len(answer.Errors) == 1 && answer.Errors[0].Extensions.Code == "NOT_FOUND"; hidden !=
						(may == "none") {
						t.Errorf("%s: node %s: %s %+v", name, id, answer.Data, answer.Errors)
					}
				}
				for _, verb := range []string{"retryJob", "discardJob"} {
					input := strings.ToUpper(verb[:1]) + verb[1:] + "Input"
					got := mutate[changeResult](t, own, verb, input, "", map[string]any{"job": job, "dryRun": true})
					refused := len(got.Errors) == 1 && (got.Errors[0].Code == "FORBIDDEN" ||
						got.Errors[0].Code == "READ_ONLY" || got.Errors[0].Code == "UNAUTHENTICATED")
					if refused == (may == "change") {
						t.Errorf("%s: %s: %+v", name, verb, got)
					}
				}
			}
		}
	})
}

// insertOperations stores a failed run of an import without its findings, a run with a finding, and jobs in several
// states, and returns their ids.
func insertOperations(t *testing.T, env *testenv.Env) []gid.ID {
	t.Helper()
	importWith(t, env, fault.New(invalidSource, "", "wrong rows", "mend them"))
	if _, err := importrun.Sweep(testenv.Operator(t), env.Store, env.Clock.Now().Add(91*24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	importWith(t, env, nil, legacy.Finding{Rule: legacy.UnknownReference, Severity: legacy.Error, Kind: legacy.Users,
		LegacyID: "ada", RelatedIDs: []string{"quay"}, File: "users.csv", Line: 2, Message: "no account Quay",
		Remedy: "export it as well"})
	request := accessRequest(t, firstID(t, env, `{ accounts(first: 1) { nodes { id } } }`))
	ids := []gid.ID{insertJob(t, env, "mail", endedMail(), "retryable", time.Hour),
		insertJob(t, env, "mail", oldInvitation(), "discarded", time.Hour),
		insertJob(t, env, account.RequestJobKind, request, "discarded", time.Hour)}
	for _, query := range []string{`{ importRuns { nodes { id } } }`,
		`{ importRuns { nodes { findings { nodes { id } } } } }`} {
		id, err := gid.Parse(firstID(t, env, query))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	return ids
}

// firstID returns the only id in the answer to a query.
func firstID(t *testing.T, env *testenv.Env, query string) string {
	t.Helper()
	answer := env.Ask(t, query, nil)
	_, after, found := strings.Cut(string(answer.Data), `"id":"`)
	id, _, _ := strings.Cut(after, `"`)
	if !found {
		t.Fatalf("no id in %s %+v", answer.Data, answer.Errors)
	}
	return id
}

// A run keeps the counts of all findings and the first thousand of each rule. Findings are found by rule, severity
// and words.
func TestImportRunsAndTheirFindings(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		findings := []legacy.Finding{{Rule: legacy.UnknownReference, Severity: legacy.Error, Kind: legacy.Users,
			LegacyID: "u 1", File: "users.csv", Line: 7, Message: "no account Quay", Remedy: "export it as well",
			RelatedIDs: []string{"Quay"}}}
		for i := range 1200 {
			findings = append(findings, legacy.Finding{Rule: legacy.NoEmail, Severity: legacy.Warning,
				Kind: legacy.Users, LegacyID: fmt.Sprint("n", i), File: "users.csv", Message: "no address"})
		}
		importWith(t, env, nil)
		importWith(t, env, fault.New(invalidSource, "", "wrong rows", "mend them"), findings...)
		importWith(t, env, errors.New("disk of secret"), findings[0])
		type run struct {
			State, Bundle, SystemCode string
			FailureCode, Failure      *string
			FindingCount, ErrorCount  int
			RowsWritten               int
			ManagedBySource           bool
			Records                   []struct {
				Kind             string
				Created, Skipped int
			}
			Rules []struct {
				Rule, Severity        string
				Count, KeptCount      int
				Explanation, Handling *string
				Remedy                *string
			}
			All, Errors, Rule, Text, None struct {
				TotalCount int
				Nodes      []struct {
					Rule, Kind, Message string
					LegacyID, Remedy    *string
					RelatedLegacyIDs    []string
					Line                *int
					ImportRun           struct{ State string }
				}
			}
		}
		const row = `{ rule kind message legacyId remedy relatedLegacyIds line importRun { state } }`
		data, _ := testenv.Must[struct{ ImportRuns struct{ Nodes []run } }](t, env, `{ importRuns { nodes {
			state bundle systemCode failureCode failure findingCount errorCount rowsWritten managedBySource
			records { kind created skipped }
			rules { rule severity count keptCount explanation handling remedy }
			all: findings { totalCount nodes `+row+` }
			errors: findings(filter: { severity: [ERROR] }) { totalCount nodes `+row+` }
			rule: findings(filter: { rule: ["no_email", "unknown_reference"], severity: WARNING }) { totalCount nodes `+row+` }
			text: findings(filter: { text: "quay" }) { totalCount nodes `+row+` }
			none: findings(filter: { rule: "day_order" }) { totalCount nodes `+row+` } } } }`, nil)
		runs := data.ImportRuns.Nodes
		if len(runs) != 3 {
			t.Fatalf("%d runs", len(runs))
		}
		failed, refused, finished := runs[0], runs[1], runs[2]
		if finished.State != "FINISHED" || finished.FailureCode != nil || finished.FindingCount != 0 ||
			len(finished.Rules) != 0 || len(finished.Records) != 1 || finished.Records[0].Created != 3 ||
			finished.RowsWritten != 7 || !finished.ManagedBySource || finished.Bundle != "export" {
			t.Errorf("finished: %+v", finished)
		}
		if failed.State != "FAILED" || failed.FailureCode == nil || *failed.FailureCode != "INTERNAL" ||
			strings.Contains(*failed.Failure, "secret") {
			t.Errorf("failed: %+v", failed)
		}
		if refused.State != "REFUSED" || *refused.FailureCode != "INVALID_SOURCE" || refused.FindingCount != 1201 ||
			refused.ErrorCount != 1 || len(refused.Rules) != 2 || refused.Rules[1].Count != 1200 ||
			refused.Rules[1].KeptCount != 1000 || refused.Rules[0].Explanation == nil ||
			refused.Rules[0].Handling == nil || *refused.Rules[0].Remedy != "export it as well" {
			t.Errorf("refused: %+v %+v", refused.State, refused.Rules)
		}
		if refused.All.TotalCount != 1001 || refused.Errors.TotalCount != 1 || refused.Rule.TotalCount != 1000 ||
			refused.Text.TotalCount != 1 || refused.None.TotalCount != 0 {
			t.Errorf("%d findings, %d errors, %d of a rule, %d with the word, %d of another rule",
				refused.All.TotalCount, refused.Errors.TotalCount, refused.Rule.TotalCount, refused.Text.TotalCount,
				refused.None.TotalCount)
		}
		first := refused.All.Nodes[0]
		if first.Rule != "unknown_reference" || first.Line == nil || *first.Line != 7 || *first.LegacyID != "u 1" ||
			len(first.RelatedLegacyIDs) != 1 || first.ImportRun.State != "REFUSED" {
			t.Errorf("first finding: %+v", first)
		}
	})
}

// A run whose process has ended without a word is interrupted. Findings are removed after 90 days, and the counts
// stay.
func TestImportRunsOverTime(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		ctx := testenv.Operator(t)
		importWith(t, env, nil, legacy.Finding{Rule: legacy.NoEmail, Severity: legacy.Warning, Message: "no address"})
		silent, err := importrun.Begin(ctx, env.Store, env.Clock.Now, importrun.Start{System: "legacy", Bundle: "b"})
		if err != nil {
			t.Fatal(err)
		}
		for range 500 { // as many as are written together
			if err := silent.Add(ctx, legacy.Finding{Rule: legacy.NoEmail, Severity: legacy.Warning}); err != nil {
				t.Fatal(err)
			}
		}
		states := func() string {
			data, _ := testenv.Must[struct {
				ImportRuns struct {
					Nodes []struct {
						State    string
						Findings struct{ TotalCount int }
						Removed  *string
						Count    int
					}
				}
			}](t, env, `{ importRuns { nodes { state removed: findingsRemovedAt count: findingCount
				findings { totalCount } } } }`, nil)
			var list []string
			for _, n := range data.ImportRuns.Nodes {
				list = append(list, fmt.Sprint(n.State, " ", n.Count, " ", n.Findings.TotalCount, " ",
					n.Removed != nil))
			}
			return strings.Join(list, ", ")
		}
		if got, want := states(), "RUNNING 500 500 false, FINISHED 1 1 false"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		env.Clock.Advance(3 * time.Minute)
		if got, want := states(), "INTERRUPTED 500 500 false, FINISHED 1 1 false"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		env.Clock.Advance(91 * 24 * time.Hour)
		if n, err := importrun.Sweep(ctx, env.Store, env.Clock.Now()); err != nil || n != 2 {
			t.Errorf("removed the findings of %d runs: %v", n, err)
		}
		if got, want := states(), "INTERRUPTED 500 0 true, FINISHED 1 0 true"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
		ended, stop := context.WithCancel(ctx)
		stop()
		if err := silent.End(ended, importrun.Result{}, context.Canceled, invalidSource); err != nil {
			t.Fatal(err)
		}
		if got, want := states(), "INTERRUPTED 500 0 true, FINISHED 1 0 true"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}

// Jobs are listed by state, say what they are about, and are tried again or given up.
func TestJobsOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		operator := env.As(viewersOfOperation(t, env)["change"]["operator"])
		if err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, "DELETE FROM river_job")
			return err
		}); err != nil {
			t.Fatal(err)
		}
		old := insertJob(t, env, "mail", oldInvitation(), "discarded", time.Hour)
		fresh := insertJob(t, env, "mail", signInMail(), "cancelled", time.Minute)
		gone := insertJob(t, env, "mail", endedMail(), "retryable", time.Hour)
		running := insertJob(t, env, "mail", endedMail(), "running", time.Hour)
		done := insertJob(t, env, "mail", endedMail(), "completed", time.Minute)
		other := insertJob(t, env, "of_tomorrow", `{"args":"{}"}`, "available", time.Minute)
		type row struct {
			ID, Kind, State         string
			LastError, RetryRefusal *string
			Attempts, MaxAttempts   int
			Overdue                 bool
			NextAttemptAt, EndedAt  *string
			Failures                []struct {
				Attempt int
				Message string
			}
			Mail *struct {
				Kind       string
				Recipient  *string
				LinkEndsAt *string
			}
		}
		list := func(filter string) []row {
			t.Helper()
			data, _ := testenv.Must[struct{ Jobs struct{ Nodes []row } }](t, operator, `{ jobs`+filter+` { nodes { id kind state
				lastError retryRefusal attempts maxAttempts overdue nextAttemptAt endedAt failures { attempt message }
				mail { kind recipient linkEndsAt } account { id } createdAt attemptedAt failedAt } } }`, nil)
			return data.Jobs.Nodes
		}
		for filter, want := range map[string][]gid.ID{
			``:                                      {other, done, running, gone, fresh, old},
			`(filter: { state: [FAILED] })`:         {fresh, old},
			`(filter: { state: [RETRYING, DONE] })`: {done, gone},
			`(filter: { overdue: true })`:           {running},
			`(filter: { overdue: false, kind: MAIL })`:          {done, gone, fresh, old},
			`(filter: { kind: OTHER })`:                         {other},
			`(filter: { kind: [OTHER, MAIL], state: WAITING })`: {other},
			`(first: 1, direction: ASCENDING)`:                  {old},
		} {
			var got, wanted []string
			for _, r := range list(filter) {
				got = append(got, r.ID)
			}
			for _, id := range want {
				wanted = append(wanted, id.String())
			}
			if strings.Join(got, " ") != strings.Join(wanted, " ") {
				t.Errorf("%s: %v, want %v", filter, got, wanted)
			}
		}
		all := list("")
		codes4 := func(r row) string {
			if r.RetryRefusal == nil {
				return ""
			}
			return *r.RetryRefusal
		}
		for i, want := range []string{"JOB_WAITING", "JOB_ENDED", "JOB_RUNNING", "", "", "LINK_ENDED"} {
			if got := codes4(all[i]); got != want {
				t.Errorf("job %d %s cannot be retried because of %q, want %q", i, all[i].State, got, want)
			}
		}
		last := all[5]
		if last.Mail == nil || last.Mail.Kind != "INVITATION" || *last.Mail.Recipient != typedAddress ||
			last.Mail.LinkEndsAt == nil || *last.LastError != "mail x: no answer" || last.Attempts != 2 ||
			last.MaxAttempts != 8 || len(last.Failures) != 2 || last.Failures[0].Attempt != 2 || last.EndedAt == nil {
			t.Errorf("%+v", last)
		}
		if !all[2].Overdue || all[0].Mail != nil || all[0].Kind != "OTHER" || all[3].NextAttemptAt == nil {
			t.Errorf("%+v", all)
		}
		act := func(verb string, id gid.ID, dry bool) (result changeResult, state string) {
			t.Helper()
			type payload struct {
				changeResult
				Job *struct{ State string }
			}
			got := mutate[payload](t, operator, verb, strings.ToUpper(verb[:1])+verb[1:]+"Input", "job { state }",
				map[string]any{"job": id, "dryRun": dry, "reason": "because"})
			if got.Job != nil {
				state = got.Job.State
			}
			return got.changeResult, state
		}
		for _, c := range []struct {
			verb        string
			job         gid.ID
			dry         bool
			code, state string
		}{
			{"retryJob", old, false, "LINK_ENDED input.job", ""},
			{"retryJob", running, false, "JOB_RUNNING input.job", ""},
			{"retryJob", done, false, "JOB_ENDED input.job", ""},
			{"retryJob", other, false, "JOB_WAITING input.job", ""},
			{"retryJob", gid.FromKey(gid.Job, 1<<40), false, "NOT_FOUND input.job", ""},
			{"discardJob", old, false, "", "DISCARDED"},
			{"discardJob", old, false, "JOB_ENDED input.job", ""},
			{"discardJob", fresh, false, "", "DISCARDED"},
			{"retryJob", fresh, true, "", ""},
			{"retryJob", fresh, false, "", "WAITING"},
			{"discardJob", running, false, "JOB_RUNNING input.job", ""},
			{"discardJob", done, false, "JOB_ENDED input.job", ""},
			{"discardJob", gone, true, "", ""},
			{"discardJob", gone, false, "", "DISCARDED"},
			{"discardJob", gone, false, "JOB_ENDED input.job", ""},
			{"retryJob", gone, false, "", "WAITING"},
			{"discardJob", fresh, false, "", "DISCARDED"},
		} {
			got, state := act(c.verb, c.job, c.dry)
			if codes(got) != c.code || state != c.state || (c.code == "") != (len(got.Effects) == 1) {
				t.Errorf("%s %s: %+v, state %q, want %q and %q", c.verb, c.job, got, state, c.code, c.state)
			}
			for _, e := range got.Effects {
				if e.Field != "state" || e.Label != "MAIL" {
					t.Errorf("effect %+v", e)
				}
			}
		}
	})
}

// The state of the server says what was measured. Samples begin when asked since a moment.
func TestServerState(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		o := env.Services.Operation
		insertJob(t, env, "mail", endedMail(), "available", time.Hour)
		insertJob(t, env, "mail", endedMail(), "discarded", time.Hour)
		env.Fill(t, func(f *testenv.Fixture) { f.Member(f.Account("one"), "ada") })
		for i := range 100 {
			status := 200
			if i == 0 {
				status = 503
			}
			o.Observe(status, time.Duration(i+1)*time.Millisecond)
		}
		ctx := testenv.Operator(t)
		if err := o.Sample(ctx); err != nil {
			t.Fatal(err)
		}
		later := env.Clock.Advance(time.Minute)
		if err := o.Sample(ctx); err != nil {
			t.Fatal(err)
		}
		o.Ran(vocabulary.RoutineKindSealAudit)(nil)
		o.Ran(vocabulary.RoutineKindPlaceEvents)(errors.New("no"))
		type sample struct {
			Requests, Errors, Queued int
			P95Milliseconds          *int
			DatabaseBytes            string
		}
		data, _ := testenv.Must[struct {
			ServerState struct {
				Version, Engine, EngineVersion, SchemaVersion, DatabaseBytes string
				WALBytes, FreeDiskBytes, OldestWaitingJobAt                  *string
				Jobs                                                         []struct {
					State string
					Count int
				}
				Routines []struct {
					Kind                          string
					LastSucceededAt, LastFailedAt *string
					Failing                       bool
				}
				UnsealedAuditEntryCount int
				Counts                  struct{ Accounts, Users, Entitlements, Sessions int }
				Samples, Later          []sample
			}
		}](t, env, `query ($since: DateTime) { serverState { version startedAt now engine engineVersion schemaVersion
			databaseBytes walBytes freeDiskBytes jobs { state count } oldestWaitingJobAt
			routines { kind lastSucceededAt lastFailedAt failing } unsealedAuditEntryCount oldestUnsealedAuditEntryAt
			counts { accounts users entitlements sessions }
			samples { at requests errors p95Milliseconds queued databaseBytes }
			later: samples(since: $since) { requests queued databaseBytes } } }`,
			map[string]any{"since": later.String()})
		s := data.ServerState
		sqlite := env.Store.Engine() == store.SQLite
		if s.Version != "test" || (s.Engine == "SQLITE") != sqlite || s.EngineVersion == "" ||
			len(s.SchemaVersion) != 14 || s.DatabaseBytes == "0" || (s.WALBytes != nil) != sqlite ||
			(s.FreeDiskBytes != nil) != sqlite || s.OldestWaitingJobAt == nil || s.Counts.Users == 0 ||
			s.Counts.Accounts == 0 {
			t.Errorf("%+v", s)
		}
		if len(s.Jobs) != 2 || s.Jobs[0].State != "WAITING" || s.Jobs[0].Count != 1 || s.Jobs[1].State != "FAILED" {
			t.Errorf("jobs %+v", s.Jobs)
		}
		if len(s.Routines) != 6 || s.Routines[0].LastSucceededAt == nil || s.Routines[0].Failing ||
			!s.Routines[1].Failing || s.Routines[1].LastFailedAt == nil || s.Routines[2].LastSucceededAt != nil {
			t.Errorf("routines %+v", s.Routines)
		}
		if len(s.Samples) != 2 || len(s.Later) != 1 || s.Samples[0].Requests != 100 || s.Samples[0].Errors != 1 ||
			s.Samples[0].P95Milliseconds == nil || *s.Samples[0].P95Milliseconds < 95 ||
			*s.Samples[0].P95Milliseconds > 119 || s.Samples[0].Queued != 1 || s.Samples[1].P95Milliseconds != nil {
			t.Errorf("samples %+v, later %+v", s.Samples, s.Later)
		}
	})
}

// A support agent finds accounts, people and rights over all accounts by id, name or address.
func TestASupportAgentFindsByIDNameAndAddress(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		env.Fill(t, func(f *testenv.Fixture) {
			f.Line(p.second, f.After(900).Entitlement(p.second, "ENT-9"), f.Seat, "ACT-9", 5)
			must(t, f.Client().SearchWord.Create().SetEntityType(int16(gid.Account)).SetWord("second").
				SetEntityID(p.second).SetAccountID(p.second).Exec(f.Context()))
		})
		agent := env.As(signedIn(t, env, p.agent))
		mutate[changeResult](t, env, "addUser", "AddUserInput", "",
			map[string]any{"userName": "zed", "email": "zed.quay@harbor.example", "displayName": "Zed Quay"})
		data, _ := testenv.Must[struct {
			Accounts, Entitlements    struct{ TotalCount int }
			ByAddress, ByPart, ByName struct{ Nodes []struct{ UserName string } }
			ByUserName, ByID          struct{ ID string }
		}](t, agent, `query ($id: ID!) {
			accounts(filter: { text: "seco" }) { totalCount }
			byAddress: users(filter: { text: "zed.quay@harbor.example" }) { nodes { userName } }
			byPart: users(filter: { text: "harbor" }) { nodes { userName } }
			byName: users(filter: { text: "qua ze" }) { nodes { userName } }
			byUserName: user(userName: "ada") { id }
			byID: node(id: $id) { id }
			entitlements(orderBy: NUMBER, filter: { numberStartsWith: "ENT-9" }) { totalCount } }`,
			map[string]any{"id": p.ada.String()})
		for by, found := range map[string][]struct{ UserName string }{"the address": data.ByAddress.Nodes,
			"a part of the address": data.ByPart.Nodes, "the name": data.ByName.Nodes} {
			if len(found) != 1 || found[0].UserName != "zed" {
				t.Errorf("found by %s: %+v", by, found)
			}
		}
		if data.Accounts.TotalCount != 1 || data.Entitlements.TotalCount != 1 ||
			data.ByUserName.ID != p.ada.String() || data.ByID.ID != p.ada.String() {
			t.Errorf("%+v", data)
		}
	})
}
