package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// example is a mutation that succeeds in a new tenant fixture, and its viewer.
type example struct {
	input map[string]any
	who   *viewer.Viewer
}

// examples returns an example for every mutation. The test fails if one is missing.
func examples(t *testing.T, env *testenv.Env, h *tenantFixture) map[string]example {
	t.Helper()
	ctx := testenv.Operator(t)
	c := env.Store.Client()
	ids := func(id gid.ID, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return id.String()
	}
	var request, club string
	var apart [4]string // accounts of nobody: alone, above, below it, and retired
	env.Fill(t, func(f *testenv.Fixture) {
		var ids [len(apart)]gid.ID
		for i := range apart {
			ids[i] = f.Account(fmt.Sprint("apart ", i))
			apart[i] = ids[i].String()
		}
		f.Below(ids[1], ids[2])
		if err := f.Client().Account.UpdateOneID(ids[3]).SetRetiredAt(1).Exec(f.Context()); err != nil {
			t.Fatal(err)
		}
		reader, _ := vocabulary.Roles(vocabulary.RoleReader)
		asker := f.After(5000).Member(f.Account("elsewhere"), "asker")
		id := gid.New(gid.AccessRequest, h.account.Locality())
		if err := f.Client().AccessRequest.Create().SetID(id).SetAccountID(h.account).SetUserID(asker).
			SetRoles(reader).
			SetServiceAccess(1).SetGranted(false).SetCreatedAt(1).Exec(f.Context()); err != nil {
			t.Fatal(err)
		}
		request = id.String()
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		c, ctx := f.Client(), f.Context()
		must(c.Membership.Update().Where(membership.UserID(h.member)).SetRoles(reader).SetServiceAccess(1).
			SetDirectoryRoles(0).
			SetDirectoryServices(0).Exec(ctx))
		// or it could not be removed
		must(c.DirectoryRecord.Update().Where(directoryrecord.UserID(h.member)).SetActive(false).Exec(ctx))
		for name, role := range map[string]vocabulary.ProducerRole{"agent": vocabulary.ProducerRoleSupportAgent,
			"operator": vocabulary.ProducerRoleOperator} {
			must(c.User.UpdateOneID(f.Member(f.Account("of "+name), name)).SetProducerRole(role).Exec(ctx))
		}
		must(c.User.UpdateOneID(f.Member(f.Account("of left"), "left")).SetActive(false).Exec(ctx))
	})
	open := ids(c.Invitation.Query().Where(invitation.AccountID(h.account), invitation.AcceptedAtIsNil(),
		invitation.RevokedAtIsNil()).FirstID(ctx))
	openID, err := gid.Parse(open)
	if err != nil {
		t.Fatal(err)
	}
	token, _, err := env.Services.Access.NewLink(ctx, vocabulary.LinkPurposeInvitation, openID, "a mail", "")
	if err != nil {
		t.Fatal(err)
	}
	member := ids(c.Membership.Query().Where(membership.UserID(h.member)).FirstID(ctx))
	suspended := ids(c.Membership.Query().Where(membership.AccountID(h.account), membership.SuspendedAtNotNil()).
		FirstID(ctx))
	group := ids(c.DirectoryGroup.Query().Where(directorygroup.AccountID(h.account)).FirstID(ctx))
	for _, open := range joinable(t, env, h) {
		club = open
	}
	other := signedIn(t, env, h.administrator) // another session, which the example ends
	admin, joining, reader := signedIn(t, env, h.administrator), signedIn(t, env, named(t, env, "asker")),
		signedIn(t, env, h.member)
	agent, operator := signedIn(t, env, named(t, env, "agent")), signedIn(t, env, named(t, env, "operator"))
	_, document, err := env.Services.Access.RegisterDocument(ctx,
		change.Request{Action: "registerWidgetDocument"}, "name.graphql", "{ viewer { name } }")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := env.Services.Access.AddOrigin(ctx, change.Request{Action: "addWidgetOrigin"},
		"https://community.example"); err != nil {
		t.Fatal(err)
	}
	minting := program(t, env, access.NewKey{Name: "site", Account: h.account,
		Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeMintWidgetTokens}})
	account := h.account.String()
	list := map[string]example{
		"inviteMembers": {map[string]any{"account": account,
			"emails": []string{"one@new.example", "two@new.example"}, "roles": []string{"READER"},
			"serviceAccess": []string{"LICENSING"}}, admin},
		"resendInvitation":   {map[string]any{"invitation": open}, admin},
		"revokeInvitation":   {map[string]any{"invitation": open}, admin},
		"acceptInvitation":   {map[string]any{"token": token}, joining},
		"changeMemberAccess": {map[string]any{"membership": member, "roles": []string{"DOWNLOADER"}}, admin},
		"suspendMember":      {map[string]any{"membership": member}, admin},
		"reinstateMember":    {map[string]any{"membership": suspended}, admin},
		"removeMember":       {map[string]any{"membership": member}, admin},
		"requestAccess": {map[string]any{"account": account, "roles": []string{"LICENSE_MANAGER"},
			"serviceAccess": []string{"DOWNLOADS"}}, reader},
		"decideAccessRequest": {map[string]any{"accessRequest": request, "grant": true}, admin},
		"joinAccount":         {map[string]any{"account": club}, admin},
		"allowJoiningDomain": {map[string]any{"account": account, "domain": "second." + strings.ToLower(h.mark) +
			".example", "serviceAccess": []string{"COMMUNITY"}}, operator},
		"addUser": {map[string]any{"userName": "new", "email": "new@producer.example",
			"producerRole": "OPERATOR"}, operator},
		"changeUser": {map[string]any{"user": named(t, env, "agent").String(), "firstName": "Sue",
			"displayName": "Sue of Support"}, operator},
		"changeUserEmail": {map[string]any{"user": named(t, env, "agent").String(),
			"email": "other@new.example"}, operator},
		"changeProducerRole": {map[string]any{"user": named(t, env, "agent").String(), "role": "OPERATOR"}, operator},
		"deactivateUser":     {map[string]any{"user": named(t, env, "agent").String()}, operator},
		"reactivateUser":     {map[string]any{"user": named(t, env, "left").String()}, operator},
		"claimDomain":        {map[string]any{"account": account, "domain": "third.example"}, admin},
		"checkDomain": {map[string]any{"account": account, "domain": "failing-" + strings.ToLower(h.mark) +
			".example"}, admin},
		"approveDomain": {map[string]any{"account": account, "domain": "third.example"}, operator},
		"releaseDomain": {map[string]any{"account": account, "domain": strings.ToLower(h.mark) + ".example"}, admin},
		"disallowJoiningDomain": {
			map[string]any{"account": account, "domain": strings.ToLower(h.mark) + ".example"}, admin},
		"eraseUser": {map[string]any{"user": joining.User.String()}, operator},
		"retryJob": {map[string]any{"job": insertJob(t, env, "mail", endedMail(), "discarded", 0).String()},
			operator},
		"discardJob": {map[string]any{"job": insertJob(t, env, "mail", endedMail(), "retryable", 0).String()},
			operator},
		"grantDirectoryGroup": {map[string]any{"directoryGroup": group, "roles": []string{"DOWNLOADER"},
			"serviceAccess": []string{"DOWNLOADS"}}, admin},
		"createApiKey": {map[string]any{"account": account, "name": "a program", "scopes": []string{"READ"}}, admin},
		"revokeApiKey": {map[string]any{"apiKey": h.ownKey(t, env).String()}, admin},
		"mintWidgetToken": {map[string]any{"account": account, "origins": []string{"https://community.example"},
			"documents": []string{document}}, minting},
		"registerWidgetDocument":  {map[string]any{"name": "who", "text": "{ viewer { id: name } }"}, operator},
		"removeWidgetDocument":    {map[string]any{"hash": document}, operator},
		"addWidgetOrigin":         {map[string]any{"origin": "https://forum.example"}, operator},
		"removeWidgetOrigin":      {map[string]any{"origin": "https://community.example"}, operator},
		"setNotificationLanguage": {map[string]any{"language": "DE"}, reader},
		"switchAccount":           {map[string]any{"account": account}, admin},
		"createAccount": {map[string]any{"name": "Pier", "kind": "CUSTOMER", "description": "Met at the fair.",
			"address": map[string]any{"city": "Bremen"}, "parents": []string{account}}, operator},
		"changeAccount":    {map[string]any{"account": account, "name": "Pier", "kind": "CHANNEL_PARTNER"}, operator},
		"linkAccounts":     {map[string]any{"parent": apart[0], "child": account}, operator},
		"unlinkAccounts":   {map[string]any{"parent": apart[1], "child": apart[2]}, operator},
		"retireAccount":    {map[string]any{"account": account}, operator},
		"reinstateAccount": {map[string]any{"account": apart[3]}, operator},
		"viewAs":           {map[string]any{"account": account}, agent},
		"endSessions":      {map[string]any{"session": other.CredentialID.String()}, admin},
	}
	for _, more := range []map[string]map[string]any{catalogExamples(t, env, h), issuingExamples(t, env, h),
		renewingExamples(t, env)} {
		for name, input := range more {
			list[name] = example{input, operator}
		}
	}
	for name, input := range rightExamples(t, env, h) {
		list[name] = example{input, operator}
	}
	for name, input := range coverageExamples(t, env) {
		list[name] = example{input, operator}
	}
	return list
}

// signedIn returns a viewer for a user with a new session, who writes documents in the playground.
func signedIn(t testing.TB, env *testenv.Env, who gid.ID) *viewer.Viewer {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	token, _, err := env.Services.Access.Begin(ctx, access.NewSession{User: who, Method: vocabulary.SignInMethodDemo})
	if err != nil {
		t.Fatal(err)
	}
	v, err := env.Services.Access.Session(ctx, token)
	if err != nil {
		t.Fatal(err)
	}
	v.Playground = true
	return v
}

func named(t testing.TB, env *testenv.Env, name string) gid.ID {
	t.Helper()
	return env.Store.Client().User.Query().Where(user.UserName(name)).OnlyIDX(testenv.Operator(t))
}

// program returns a viewer for a program with a new key, created as the command line does.
func program(t testing.TB, env *testenv.Env, n access.NewKey) *viewer.Viewer {
	t.Helper()
	_, secret, err := env.Services.Access.CreateKey(testenv.Operator(t), change.Request{Action: "createApiKey"}, n)
	if err != nil {
		t.Fatal(err)
	}
	v, err := env.Services.Access.Key(t.Context(), secret)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var writing = regexp.MustCompile("^(?:INSERT INTO|UPDATE|DELETE FROM) [`\"]?(\\w+)")

// labeled is a value of an event that is more than the id of an object.
var labeled = regexp.MustCompile(`"[a-z]+_[0-9A-Z]{13} `)

// mutationsOf returns the mutations of a schema, without the fields of introspection.
func mutationsOf(schema *ast.Schema) ast.FieldList {
	var list ast.FieldList
	for _, f := range schema.Mutation.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			list = append(list, f)
		}
	}
	return list
}

// Every change of the contract goes through the one pipeline: a dry run tells its effects and leaves no row, a real
// one tells the same, stands in the records under its own name, has its event, and repeated under its key does
// nothing.
func TestEveryChangeGoesThroughThePipeline(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, field := range mutationsOf(schema) {
		try := func(t *testing.T, env *testenv.Env) {
			h := oneTenant(t, env)
			e, known := examples(t, env, h)[field.Name]
			if !known {
				t.Fatal("no example: every mutation needs one")
			}
			asked := env.As(e.who.Settle())
			document := fmt.Sprintf(
				"mutation ($input: %s) { change: %s(input: $input) { effects { kind subjectId label field before { "+
					"text } after { text } } warnings { code } errors { code message field } replayed auditEntry { "+
					"id action } } }",
				field.Arguments.ForName("input").Type, field.Name)
			do := func(extra map[string]any) (payload, testenv.Answer) {
				input := map[string]any{"reason": "because"}
				for _, from := range []map[string]any{e.input, extra} {
					for k, v := range from {
						input[k] = v
					}
				}
				answer := asked.Ask(t, document, map[string]any{"input": input})
				var data struct{ Change payload }
				if len(answer.Errors) > 0 || json.Unmarshal(answer.Data, &data) != nil {
					t.Fatalf("%s %+v, want len(Errors) = 0 and Unmarshal = nil", answer.Data, answer.Errors)
				}
				return data.Change, answer
			}
			before := records(t, env, field.Name)
			dry, _ := do(map[string]any{"dryRun": true})
			if len(dry.Errors) > 0 || len(dry.Effects) == 0 || records(t, env, field.Name) != before {
				t.Fatalf("a dry run: %+v, records %d, before %d", dry, records(t, env, field.Name), before)
			}
			wet, answer := do(map[string]any{"idempotencyKey": "once"})
			if len(wet.Errors) > 0 || wet.Replayed || len(wet.Effects) != len(dry.Effects) ||
				records(t, env, field.Name) == before {
				t.Errorf("%+v; the dry run told %+v", wet, dry)
			}
			wasMade := map[string]bool{}
			for i, e := range wet.Effects {
				id, _ := e["subjectId"].(string)
				if wasMade[id] = wasMade[id] || e["kind"] == "CREATED"; i >= len(dry.Effects) {
					continue
				}
				if d := dry.Effects[i]; wasMade[id] && d["subjectId"] != nil || !wasMade[id] &&
					d["subjectId"] != e["subjectId"] {
					t.Errorf("a dry run tells of the subject %v, a real run of %v", d, e)
				}
			}
			written := map[string]bool{}
			for _, statement := range answer.Statements {
				if found := writing.FindStringSubmatch(statement); found != nil {
					written[found[1]] = true
				}
			}
			for _, table := range []string{"audit_entries", "events", "idempotency_keys"} {
				if !written[table] {
					t.Errorf("nothing was written to %s: %v", table, written)
				}
			}
			entry := env.Store.Client().AuditEntry.Query().Where(auditentry.Action(field.Name),
				auditentry.Reason("because")).
				Order(ent.Asc(auditentry.FieldID)).FirstX(testenv.Operator(t))
			if entry.Reason != "because" || entry.ActorName != e.who.Name {
				t.Errorf(`recorded as %+v, want Reason = "because" and ActorName = %v`, entry, e.who.Name)
			}
			reads := e.who.SeesEverything() || entry.AccountID != nil && e.who.Administers(*entry.AccountID)
			if named := wet.AuditEntry; dry.AuditEntry != nil || (named != nil) != reads || named != nil &&
				(named.ID != gid.FromKey(gid.AuditEntry, entry.ID).String() || named.Action != field.Name) {
				t.Errorf("the payload names the record %+v, in a dry run %+v; the first is %d, and may be read: %t",
					named, dry.AuditEntry, entry.ID, reads)
			}
			for _, e := range env.Store.Client().Event.Query().Where(event.Cause(field.Name)).
				AllX(testenv.Operator(t)) {
				if labeled.MatchString(e.Old) || labeled.MatchString(e.New) {
					t.Errorf("an event says how people call an object beside its id: %s %s %s", e.Type, e.Old, e.New)
				}
			}
			again := records(t, env, field.Name)
			repeated, _ := do(map[string]any{"idempotencyKey": "once"})
			if !repeated.Replayed || cmp.Diff(wet.AuditEntry, repeated.AuditEntry) != "" &&
				field.Name != "eraseUser" || records(t, env, field.Name) != again {
				t.Errorf("repeated: %+v, %d records, before %d", repeated, records(t, env, field.Name), again)
			}
		}
		t.Run(field.Name, func(t *testing.T) { testenv.Each(t, try) })
	}
}

type payload struct {
	Effects          []map[string]any
	Warnings, Errors []map[string]any
	Replayed         bool
	AuditEntry       *struct{ ID, Action string }
}

func records(t *testing.T, env *testenv.Env, action string) int {
	t.Helper()
	n, err := env.Store.Client().AuditEntry.Query().Where(auditentry.Action(action)).Count(testenv.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func joinable(t *testing.T, env *testenv.Env, h *tenantFixture) []string {
	t.Helper()
	open, err := env.Services.Members.Joinable(viewer.With(context.WithoutCancel(t.Context()), h.asAdministrator()))
	if err != nil || len(open) == 0 {
		t.Fatal(open, err)
	}
	return []string{open[0].Account.String()}
}
