package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/importrun"
	legacyplan "github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/operation"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (s *contract) operationSubject() subject {
	return subject{
		objects: append([]*plan.Object{s.importRunObject(), findingObject(), s.jobObject(), serverStateObject(s),
			payloadObject("RetryJobPayload", plan.Fields{"job": changed(0)}),
			payloadObject("DiscardJobPayload", plan.Fields{"job": changed(0)})},
			&plan.Object{Name: "ImportRecordCount", Value: (*model.ImportRecordCount)(nil)},
			&plan.Object{Name: "ImportRuleCount", Value: (*model.ImportRuleCount)(nil)},
			&plan.Object{Name: "JobFailure", Value: (*model.JobFailure)(nil)},
			&plan.Object{Name: "JobMail", Value: (*model.JobMail)(nil)},
			&plan.Object{Name: "JobCount", Value: (*model.JobCount)(nil)},
			&plan.Object{Name: "Routine", Value: (*model.Routine)(nil)},
			&plan.Object{Name: "ServerCounts", Value: (*model.ServerCounts)(nil)},
			&plan.Object{Name: "ServerSample", Value: (*model.ServerSample)(nil)}),
		queries: plan.Fields{
			"importRuns": plan.Page(plan.List{Order: importrun.Newest, Allow: requireProducer}),
			"importRun":  byIDOfProducer(),
			"finding":    byIDOfProducer(),
			"jobs":       plan.Page(plan.List{Order: job.Newest, Allow: requireProducer, Filter: s.jobFilter}),
			"job":        byIDOfProducer(),
			"serverState": plan.Value(func(c *plan.Call, _ plan.Row) (any, error) { return s.serverState(c) }).
				OnlyFor(requireProducer),
		},
		mutations: plan.Fields{"retryJob": plan.Action(s.retryJob), "discardJob": plan.Action(s.discardJob)},
	}
}

// requireProducer returns FORBIDDEN unless the viewer is one of the producer's people or programs.
func requireProducer(v *viewer.Viewer) error {
	if v == nil || !v.SeesEverything() || !v.OfProducer() {
		return fault.New(change.Forbidden, "", "Only the producer's people may see this.", "Ask the producer.")
	}
	return nil
}

// byIDOfProducer is byID for objects that only the producer's people may ask for.
func byIDOfProducer() *plan.Field {
	return plan.Find(func(c *plan.Call, _ plan.Row) (gid.ID, error) { return plan.Arg[gid.ID](c, "id"), nil }).
		OnlyFor(requireProducer).Required("id", "")
}

func (s *contract) importRunObject() *plan.Object {
	return &plan.Object{Name: "ImportRun", ID: gid.ImportRun, Table: table("import_runs"), Fields: plan.Fields{
		"state": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return importrun.StateAt(vocabulary.ImportRunState(r.Text("state")), *r.Instant("seen_at"),
				s.operation.Now())
		}, "state", "seen_at"),
		"managedBySource": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return r.Text("home") != string(legacyplan.HomeHere)
		}, "home"),
		"skippedInvalid": plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Bool("skip_invalid") },
			"skip_invalid"),
		"records": plan.Value(importRecords, "kinds"),
		"rules":   plan.Value(importRules, "rules"),
		"findings": plan.Page(plan.List{Partition: "import_run_id", Order: importrun.Recorded,
			Filter: findingFilter}),
	}}
}

func importRecords(_ *plan.Call, r plan.Row) (any, error) {
	kinds, err := importrun.RecordsOf(r.Text("kinds"))
	if err != nil {
		return nil, fmt.Errorf("read the counts of a run: %w", err)
	}
	list := make([]*model.ImportRecordCount, len(kinds))
	for i, k := range kinds {
		list[i] = &model.ImportRecordCount{Kind: k.Kind, Created: int(k.Created), Updated: int(k.Updated),
			Unchanged: int(k.Unchanged), Conflicts: int(k.Conflicts), Kept: int(k.Kept), Skipped: int(k.Skipped)}
	}
	return list, nil
}

func importRules(_ *plan.Call, r plan.Row) (any, error) {
	rules, err := importrun.RulesOf(r.Text("rules"))
	if err != nil {
		return nil, fmt.Errorf("read the rules of a run: %w", err)
	}
	known := map[legacy.Rule]legacy.RuleInfo{}
	for _, info := range legacy.RuleInfos() {
		known[info.Rule] = info
	}
	list := make([]*model.ImportRuleCount, len(rules))
	for i, rule := range rules {
		info := known[rule.Rule]
		list[i] = &model.ImportRuleCount{Rule: string(rule.Rule),
			Severity: vocabulary.FindingSeverity(rule.Severity.String()), Count: int(rule.Count),
			KeptCount: int(rule.Kept), Explanation: orNull(info.Says), Handling: orNull(info.Done),
			Remedy: orNull(rule.Remedy)}
	}
	return list, nil
}

func findingObject() *plan.Object {
	return &plan.Object{Name: "Finding", ID: gid.Finding, Table: table("findings"), Fields: plan.Fields{
		"importRun": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID {
			return gid.FromKey(gid.ImportRun, r.Int("import_run_id"))
		}, "import_run_id"),
		"relatedLegacyIds": plan.Value(func(_ *plan.Call, r plan.Row) (any, error) {
			ids := []string{}
			if text := r.Text("related_ids"); text != "" {
				if err := json.Unmarshal([]byte(text), &ids); err != nil {
					return nil, fmt.Errorf("read the keys of a finding: %w", err)
				}
			}
			return ids, nil
		}, "related_ids"),
		"line": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			if line := r.Int("line"); line > 0 {
				return int(line)
			}
			return nil
		}, "line"),
	}}
}

func findingFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.FindingFilterInput](c, "filter")
	if f == nil {
		return nil, importrun.FindingFilter{}, nil
	}
	filter := importrun.FindingFilter{Rules: f.Rule, Severities: f.Severity, Text: searched(f.Text)}
	return filter.Where, filter, nil
}

func (s *contract) jobFilter(c *plan.Call) (page.Where, any, error) {
	f := plan.Arg[*model.JobFilterInput](c, "filter")
	if f == nil {
		return nil, operation.JobFilter{}, nil
	}
	filter := operation.JobFilter{States: f.State, Kinds: f.Kind, Overdue: f.Overdue}
	return filter.Where(s.operation.Now()), filter, nil
}

// jobColumns are what jobOf reads.
var jobColumns = []string{"id", "kind", "state", "args"}

func jobOf(r plan.Row) job.Job {
	return job.Job{ID: r.Int("id"), Kind: r.Text("kind"), State: vocabulary.JobState(r.Text("state")),
		Arguments: r.Text("args")}
}

func (s *contract) jobObject() *plan.Object {
	failures := func(value func([]job.Failure) any) *plan.Field {
		return plan.Plain(func(_ *plan.Call, r plan.Row) any { return value(job.Failures(r.Text("errors"))) }, "errors")
	}
	return &plan.Object{Name: "Job", ID: gid.Job, Table: job.Table, Fields: plan.Fields{
		"kind":     plan.Plain(func(_ *plan.Call, r plan.Row) any { return operation.KindOf(r.Text("kind")) }, "kind"),
		"attempts": plan.Plain(func(_ *plan.Call, r plan.Row) any { return int(r.Int("attempt")) }, "attempt"),
		"nextAttemptAt": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			switch vocabulary.JobState(r.Text("state")) {
			case vocabulary.JobStateWaiting, vocabulary.JobStateRetrying:
				return *r.Instant("scheduled_at")
			}
			return nil
		}, "state", "scheduled_at"),
		"endedAt": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			if at := r.Instant("finalized_at"); at != nil {
				return *at
			}
			return nil
		}, "finalized_at"),
		"overdue": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			return operation.Overdue(vocabulary.JobState(r.Text("state")), r.Instant("attempted_at"), s.operation.Now())
		}, "state", "attempted_at"),
		"failedAt": failures(func(list []job.Failure) any {
			if len(list) == 0 {
				return nil
			}
			return list[0].At
		}),
		"lastError": failures(func(list []job.Failure) any {
			if len(list) == 0 {
				return nil
			}
			return list[0].Message
		}),
		"failures": failures(func(list []job.Failure) any {
			out := make([]*model.JobFailure, len(list))
			for i, f := range list {
				out[i] = &model.JobFailure{Attempt: f.Attempt, At: f.At, Message: f.Message}
			}
			return out
		}),
		"mail": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			j := jobOf(r)
			if j.Kind != mail.JobKind {
				return nil
			}
			about, readable := mail.AboutJob(j.Arguments)
			if !readable {
				return nil
			}
			return &model.JobMail{Kind: about.Kind, Recipient: orNull(about.Recipient), LinkEndsAt: about.LinkEnds}
		}, jobColumns...),
		"account": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return operation.AccountOf(jobOf(r)) },
			jobColumns...),
		"retryRefusal": plan.Plain(func(_ *plan.Call, r plan.Row) any {
			var refused *fault.Error
			if errors.As(operation.Retriable(jobOf(r), s.operation.Now()), &refused) {
				return string(refused.Code)
			}
			return nil
		}, jobColumns...),
	}}
}

func (s *contract) retryJob(c *plan.Call) (any, error) {
	in := plan.Arg[model.RetryJobInput](c, "input")
	outcome, err := s.operation.RetryJob(c.Context,
		request("retryJob", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Job)
	return toPayload(outcome, err, nil)
}

func (s *contract) discardJob(c *plan.Call) (any, error) {
	in := plan.Arg[model.DiscardJobInput](c, "input")
	outcome, err := s.operation.DiscardJob(c.Context,
		request("discardJob", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Job)
	return toPayload(outcome, err, nil)
}

func serverStateObject(s *contract) *plan.Object {
	return &plan.Object{Name: "ServerState", Value: (*model.ServerState)(nil), Fields: plan.Fields{
		"counts": plan.Value(func(c *plan.Call, _ plan.Row) (any, error) {
			n, err := s.operation.Counts(c.Context)
			if err != nil {
				return nil, err
			}
			return &model.ServerCounts{CountedAt: n.CountedAt, Accounts: n.Accounts, Users: n.Users,
				Entitlements: n.Entitlements, Sessions: n.Sessions}, nil
		}),
		"samples": plan.Plain(func(c *plan.Call, _ plan.Row) any {
			list := s.operation.Samples(plan.Arg[*clock.Instant](c, "since"))
			out := make([]*model.ServerSample, len(list))
			for i, is := range list {
				out[i] = &model.ServerSample{At: is.At, Requests: int(is.Requests), Errors: int(is.Errors),
					Queued: int(is.Queued), DatabaseBytes: bytes(is.DatabaseBytes)}
				if is.P95Milliseconds != nil {
					p95 := int(*is.P95Milliseconds)
					out[i].P95Milliseconds = &p95
				}
			}
			return out
		}),
	}}
}

// bytes writes a number of bytes, which may be too large for an Int, as a Decimal.
func bytes(n int64) string { return strconv.FormatInt(n, 10) }

func maybeBytes(n *int64) *string {
	if n == nil {
		return nil
	}
	text := bytes(*n)
	return &text
}

// serverState answers what is cheap to find out. The object finds out the rest if it is asked for.
func (s *contract) serverState(c *plan.Call) (any, error) {
	o := s.operation
	engine := vocabulary.DatabaseEngineSqlite
	if o.Engine() == store.Postgres {
		engine = vocabulary.DatabaseEnginePostgresql
	}
	state := &model.ServerState{Version: o.Version(), StartedAt: o.Started(), Now: o.Now(), Engine: engine}
	var err error
	if state.EngineVersion, err = o.EngineVersion(c.Context); err != nil {
		return nil, err
	}
	if state.SchemaVersion, err = o.SchemaVersion(c.Context); err != nil {
		return nil, err
	}
	sizes, err := o.Sizes(c.Context)
	if err != nil {
		return nil, err
	}
	state.DatabaseBytes, state.WalBytes, state.FreeDiskBytes = bytes(sizes.Database), maybeBytes(sizes.WAL),
		maybeBytes(sizes.Free)
	depth, err := o.Depth(c.Context)
	if err != nil {
		return nil, err
	}
	state.OldestWaitingJobAt = depth.OldestWaiting
	for _, name := range vocabulary.JobState("").Values() {
		if n := depth.Counts[vocabulary.JobState(name)]; n > 0 {
			state.Jobs = append(state.Jobs, &model.JobCount{State: vocabulary.JobState(name), Count: int(n)})
		}
	}
	for _, r := range o.Routines() {
		state.Routines = append(state.Routines, &model.Routine{Kind: r.Kind, LastSucceededAt: r.LastSucceededAt,
			LastFailedAt: r.LastFailedAt, Failing: r.Failing})
	}
	state.UnsealedAuditEntryCount, state.OldestUnsealedAuditEntryAt, err = o.Unsealed(c.Context)
	return state, err
}
