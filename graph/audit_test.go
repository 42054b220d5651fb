package graph_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// person returns a viewer who is a member of accounts with roles.
func person(t *testing.T, user gid.ID, roles vocabulary.Role, accounts ...gid.ID) *viewer.Viewer {
	t.Helper()
	set, err := vocabulary.Roles(roles)
	if err != nil {
		t.Fatal(err)
	}
	v := &viewer.Viewer{Credential: vocabulary.CredentialKindSession, User: user, Name: "ada",
		Scopes: vocabulary.EveryKeyScope}
	for _, account := range accounts {
		v.Grants = append(v.Grants, viewer.Grant{Account: account, Accounts: []gid.ID{account}, Roles: set})
	}
	return v.Settle()
}

type auditPage struct {
	Nodes []struct {
		Action, Label, Credential, RecordedAt string
		ByProducer                            bool
		SubjectID                             *string `json:"subjectId"`
		Account, OnBehalfOf                   *struct{ ID string }
		Actor                                 struct {
			Name, Kind string
			User       *struct{ ID string }
		}
		Changes []struct {
			Field         string
			Before, After *struct{ Text string }
		}
	}
	PageInfo struct {
		HasNextPage bool
		EndCursor   string
	}
	TotalCount int
}

func (p auditPage) labels() []string {
	labels := []string{}
	for _, n := range p.Nodes {
		labels = append(labels, n.Label)
	}
	return labels
}

const auditFields = `{ nodes { action subjectId label byProducer credential recordedAt reason requestId
	account { id } actor { name kind user { id } } onBehalfOf { id } changes { field before { text } after { text } } } pageInfo { hasNextPage endCursor } totalCount }`

func TestRecordsAreShownToThoseWhoAdministerTheAccount(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var accounts [3]gid.ID
		var ada gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			for i := range accounts {
				accounts[i] = f.Account(fmt.Sprint("account ", i))
			}
			ada = f.Member(accounts[0], "ada")
		})
		err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
			before, after := "READER", "DOWNLOADER"
			ofAda := person(t, ada, vocabulary.RoleAccountAdministrator, accounts[0])
			for n, r := range []struct {
				who     *viewer.Viewer
				account gid.ID
				action  string
				subject gid.ID
				label   string
			}{
				{ofAda, accounts[0], "inviteMembers", ada, "a0"}, {ofAda, accounts[0], "removeMember", 0, "a1"},
				{viewer.System(), accounts[0], "suspendMember", ada, "a2"},
				{viewer.System(), accounts[1], "inviteMembers", ada, "b0"},
				{viewer.System(), 0, "applyImport", 0, "p0"},
			} {
				e := audit.Entry{Account: r.account, Action: r.action, Subject: r.subject, Label: r.label,
					Fields: []audit.Field{{Field: "roles", Before: &before, After: &after},
						{Field: "endsOn", After: &after}}}
				if err := audit.Record(viewer.With(ctx, r.who), tx, env.Clock.Now()+clock.Instant(n), e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		administrator := person(t, ada, vocabulary.RoleAccountAdministrator, accounts[0], accounts[2])
		of := func(env *testenv.Env, account gid.ID, arguments string) (auditPage, []string) {
			t.Helper()
			data, answer := testenv.Must[struct {
				Account struct{ AuditEntries auditPage }
			}](t, env,
				`query ($id: ID!) { account(id: $id) { auditEntries`+arguments+auditFields+` } }`,
				map[string]any{"id": account.String()})
			return data.Account.AuditEntries, answer.Statements
		}
		all := func(env *testenv.Env, arguments string) auditPage {
			t.Helper()
			data, _ := testenv.Must[struct{ AuditEntries auditPage }](t, env, `{ auditEntries`+arguments+auditFields+
				` }`, nil)
			return data.AuditEntries
		}
		same := func(what string, p auditPage, want ...string) {
			t.Helper()
			if got := p.labels(); !slices.Equal(got, append([]string{}, want...)) || p.TotalCount != len(want) {
				t.Errorf("%s: %v, %d in all, want %v", what, got, p.TotalCount, want)
			}
		}
		operator, asAdministrator := env, env.As(administrator)
		reader := env.As(person(t, ada, vocabulary.RoleReader, accounts[0]))

		own, statements := of(asAdministrator, accounts[0], "")
		same("an administrator", own, "a2", "a1", "a0")
		if len(statements) != 4 { // the account, the count, its entries with their accounts, and their actors
			t.Errorf("%d statements: %v, want 4", len(statements), statements)
		}
		first := own.Nodes[2]
		if first.Action != "inviteMembers" || first.Actor.Name != "ada" || first.Actor.Kind != "USER" ||
			first.ByProducer || first.Credential != "SESSION" ||
			first.Account.ID != accounts[0].String() || first.Actor.User == nil ||
			first.Actor.User.ID != ada.String() ||
			*first.SubjectID != ada.String() || first.OnBehalfOf != nil || len(first.Changes) != 2 ||
			first.Changes[0].Before.Text != "reader" || first.Changes[0].After.Text != "downloader" ||
			first.Changes[1].Before != nil {
			t.Errorf(
				`%+v, want Action = "inviteMembers", Name = "ada", Kind = "USER", ByProducer = false, Credential `+
					`= "SESSION", ID = %v, User != nil, ID = %v, SubjectID = %v, OnBehalfOf = nil, len(Changes) `+
					`= 2, Text = "reader", Text = "downloader" and Before = nil`,
				first, accounts[0].String(), ada.String(), ada.String())
		}
		if last := own.Nodes[0]; !last.ByProducer || last.Actor.Name != "muniment" || last.Actor.Kind != "SYSTEM" ||
			last.Actor.User != nil {
			t.Errorf(`%+v, want ByProducer = true, Name = "muniment", Kind = "SYSTEM" and User = nil`, last)
		}
		same("an administrator, everywhere", all(asAdministrator, ""), "a2", "a1", "a0")
		same("an administrator, everywhere, by actor", all(asAdministrator, `(filter: { action: "removeMember" })`),
			"a1")
		none, _ := of(reader, accounts[0], "")
		same("a reader", none)
		same("a reader, everywhere", all(reader, ""))
		same("an operator, everywhere", all(operator, ""), "p0", "b0", "a2", "a1", "a0")
		same("an operator, by actor", all(operator, fmt.Sprintf(`(filter: { actor: %q })`, ada)), "a1", "a0")
		same("an operator, by subject", all(operator, fmt.Sprintf(`(filter: { subject: %q })`, ada)), "b0", "a2", "a0")
		same("an operator, by subject and time",
			all(operator, fmt.Sprintf(`(filter: { subject: %q, recordedSince: %q })`, ada, own.Nodes[1].RecordedAt)),
			"b0",
			"a2")
		same("an operator, by action", all(operator, `(filter: { action: "inviteMembers" })`), "b0", "a0")
		same("an operator, by action and time", all(operator, fmt.Sprintf(
			`(filter: { action: "inviteMembers", recordedBefore: %q })`, own.Nodes[1].RecordedAt)), "a0")
		for arguments, want := range map[string][]string{
			fmt.Sprintf(`(filter: { actor: "%s" })`, ada):                                        {"a1", "a0"},
			fmt.Sprintf(`(filter: { subject: %q })`, ada):                                        {"a2", "a0"},
			`(filter: { action: "suspendMember" })`:                                              {"a2"},
			`(filter: { recordedSince: "` + own.Nodes[1].RecordedAt + `" })`:                     {"a2", "a1"},
			`(filter: { recordedBefore: "` + own.Nodes[1].RecordedAt + `" })`:                    {"a0"},
			`(filter: { action: "x", recordedSince: "2026-01-01T00:00:00Z" })`:                   {},
			fmt.Sprintf(`(filter: { actor: "%s", recordedBefore: "2000-01-01T00:00:00Z"})`, ada): {},
		} {
			p, _ := of(operator, accounts[0], arguments)
			same(arguments, p, want...)
		}
		page, _ := of(operator, accounts[0], "(first: 2)")
		if next, _ := of(operator, accounts[0],
			fmt.Sprintf("(first: 2, after: %q)", page.PageInfo.EndCursor)); !page.PageInfo.HasNextPage ||
			!slices.Equal(next.labels(), []string{"a0"}) {
			t.Errorf("the next page: %v, want HasNextPage = true and labels = %v", next.labels(), []string{"a0"})
		}
		for _, c := range []struct {
			env   *testenv.Env
			query string
		}{
			{operator,
				fmt.Sprintf(
					`{ account(id: %q) { auditEntries(filter: { actor: %q, action: "x" }) { nodes { action } } } }`,
					accounts[0], ada)},
			{asAdministrator, fmt.Sprintf(`{ auditEntries(filter: { actor: %q, subject: %q }) { nodes { action } } }`,
				ada, ada)},
			{operator, fmt.Sprintf(
				`{ auditEntries(filter: { actor: %q, subject: %q }) { nodes { action } } }`, ada, ada)},
			{operator, `{ auditEntries(filter: { recordedSince: "2026-01-01T00:00:00Z" }) { nodes { action } } }`},
			{operator, fmt.Sprintf(`{ auditEntries(filter: { lineItem: %q }) { nodes { action } } }`, ada)},
			{asAdministrator, fmt.Sprintf(`{ auditEntries(filter: { lineItem: %q, subject: %q }) { nodes { action } } }`,
				ada, ada)},
		} {
			if answer := c.env.Ask(t, c.query, nil); len(answer.Errors) != 1 ||
				answer.Errors[0].Extensions.Code != "FILTER_TOO_BROAD" {
				t.Errorf(`%s: %+v, want len(Errors) = 1 and Code = "FILTER_TOO_BROAD"`, c.query, answer.Errors)
			}
		}
		foreign := fmt.Sprintf(`{ account(id: %q) { auditEntries(after: %q) { nodes { action } } } }`, accounts[0],
			page.PageInfo.EndCursor)
		if answer := asAdministrator.Ask(t, foreign, nil); len(answer.Errors) != 1 ||
			answer.Errors[0].Extensions.Code != "BAD_CURSOR" {
			t.Errorf("a cursor of another viewer: %+v", answer.Errors)
		}
	})
}

func TestRecordsOfALineAreThoseOfAllItConsistsOf(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		var lines [2]gid.ID
		subjects := map[string]gid.ID{}
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Held")
			header := f.Entitlement(account, "ENT-1")
			subjects["entitlement"], subjects["account"] = header, account
			first := testenv.Today
			for i := range lines {
				lines[i] = f.Line(account, header, f.Seat, fmt.Sprint("LINE-", i), 1)
				if err := f.Period(account, lines[i], &first, nil, 1).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				subjects[fmt.Sprint("line ", i)] = lines[i]
				subjects[fmt.Sprint("period ", i)] = f.Client().Period.Query().Where(period.LineItemID(lines[i])).
					OnlyIDX(f.Context())
				subjects[fmt.Sprint("coverage ", i)] = f.Coverage(account, first, day.Forever, lines[i])
				subjects[fmt.Sprint("item ", i)] = f.Client().CoverageItem.Query().
					Where(coverageitem.LineItemID(lines[i])).OnlyIDX(f.Context())
			}
		})
		env.Fill(t, func(f *testenv.Fixture) {
			for name, id := range maps.Clone(subjects) {
				if id != account {
					f.Decide(account, id, vocabulary.DecisionOnHold)
					made := f.Client().Decision.Query().Where(decision.SubjectID(id)).OnlyIDX(f.Context())
					subjects["decision about "+name] = gid.FromKey(gid.Decision, made)
				}
			}
		})
		names := slices.Sorted(maps.Keys(subjects))
		err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
			for n, name := range names {
				e := audit.Entry{Account: account, Action: "amendLineItem", Subject: subjects[name], Label: name}
				if err := audit.Record(ctx, tx, env.Clock.Now()+clock.Instant(n), e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		data, _ := testenv.Must[struct {
			Account struct{ AuditEntries auditPage }
		}](t, env, `query ($id: ID!, $line: ID!) { account(id: $id) { auditEntries(filter: { lineItem: $line })`+
			auditFields+` } }`, map[string]any{"id": account.String(), "line": lines[0].String()})
		want := []string{"coverage 0", "entitlement", "item 0", "line 0", "period 0"}
		for _, name := range slices.Clone(want) {
			want = append(want, "decision about "+name)
		}
		slices.Sort(want)
		if got := slices.Sorted(slices.Values(data.Account.AuditEntries.labels())); !slices.Equal(got, want) {
			t.Errorf("the records of the first line are %v, want %v", got, want)
		}
	})
}
