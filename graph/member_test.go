package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/testjob"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// changeResult holds the fields that every payload has.
type changeResult struct {
	Effects []struct {
		Kind, Label, Field string
		Before, After      struct{ Text string }
	}
	Warnings []struct{ Code string }
	Errors   []struct{ Code, Field, Message, Remedy string }
	Replayed bool
}

const tell = ` effects { kind label field before { text } after { text } } warnings { code } errors { code field message remedy } replayed `

// mutate sends a mutation with an input and returns its payload in the form of P.
func mutate[P any](t *testing.T, env *testenv.Env, name, inputType, fields string, input map[string]any) P {
	t.Helper()
	for key, value := range input {
		if id, ok := value.(gid.ID); ok {
			input[key] = id.String()
		}
	}
	got, _ := testenv.Must[map[string]json.RawMessage](t, env,
		"mutation($input: "+inputType+"!) { "+name+"(input: $input) { "+fields+tell+"} }",
		map[string]any{"input": input})
	var payload P
	if err := json.Unmarshal(got[name], &payload); err != nil {
		t.Fatal(err)
	}
	return payload
}

func codes(of changeResult) string {
	var list []string
	for _, e := range of.Errors {
		if e.Message == "" || e.Remedy == "" {
			list = append(list, "says too little")
		}
		list = append(list, e.Code+" "+e.Field)
	}
	return strings.Join(list, ", ")
}

type invitedAnswer struct {
	changeResult
	Invitations []struct {
		ID              string
		Email, State    string
		Roles           []string
		ServiceAccess   []string
		Account         struct{ Name string }
		InvitedBy       *struct{ Name string }
		ViewerCanManage bool
	}
}

const invitationFields = `invitations { id email state roles serviceAccess account { name } invitedBy { name } viewerCanManage }`

func (p *people) invite(t *testing.T, by string, input map[string]any) invitedAnswer {
	t.Helper()
	return mutate[invitedAnswer](t, p.within(t, by), "inviteMembers", "InviteMembersInput", invitationFields, input)
}

type memberAnswer struct {
	changeResult
	Membership *struct {
		ID              string
		Roles           []string
		ServiceAccess   []string
		SuspendedAt     *string
		Origin          string
		ViewerCanChange bool
		User            struct{ UserName string }
	}
}

const memberFields = `membership { id roles serviceAccess suspendedAt origin viewerCanChange user { userName } }`

func TestAnAdministratorManagesMembersOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		ada := p.signIn(t, p.ada)
		var bo, device gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(100)
			bo = gid.New(gid.User, 1)
			c, ctx := f.Client(), f.Context()
			if err := c.User.Create().SetID(bo).SetUserName("bo").SetActive(true).SetShared(false).SetCreatedAt(1).
				SetUpdatedAt(1).Exec(ctx); err != nil {
				t.Fatal(err)
			}
			device = f.Device(p.first, "laptop")
			if err := c.Device.UpdateOneID(device).SetUserLabel("bo").Exec(ctx); err != nil {
				t.Fatal(err)
			}
		})
		input := map[string]any{"account": p.first, "emails": []string{"bo@example.org", "not an address"},
			"roles":         []string{"READER"},
			"serviceAccess": []string{"DOWNLOADS"}}
		if got := p.invite(t, ada, input); codes(got.changeResult) != "BAD_INPUT input.emails.1" ||
			got.Invitations == nil {
			t.Errorf(`%+v, want codes = "BAD_INPUT input.emails.1" and Invitations != nil`, got)
		}
		input["emails"], input["dryRun"] = []string{"bo@example.org"}, true
		dry := p.invite(t, ada, input)
		delete(input, "dryRun")
		input["idempotencyKey"] = "once"
		real := p.invite(t, ada, input)
		if d := cmp.Diff(dry.Effects, real.Effects); d != "" || len(dry.Invitations) != 0 ||
			len(real.Invitations) != 1 {
			t.Fatalf("%+v\n%+v\n%s", dry, real, d)
		}
		i := real.Invitations[0]
		if i.Email != "bo@example.org" || i.State != "OPEN" || i.Account.Name != "first" ||
			i.InvitedBy.Name != "ada" || !i.ViewerCanManage ||
			!slices.Equal(i.Roles, []string{"READER"}) || !slices.Equal(i.ServiceAccess, []string{"DOWNLOADS"}) {
			t.Errorf(
				`%+v, want Email = "bo@example.org", State = "OPEN", Name = "first", Name = "ada", `+
					`ViewerCanManage = true, Roles = %v and ServiceAccess = %v`,
				i, []string{"READER"}, []string{"DOWNLOADS"})
		}
		if again := p.invite(t, ada, input); !again.Replayed || again.Invitations[0].ID != i.ID {
			t.Errorf("%+v, want Replayed = true and ID = %v", again, i.ID)
		}
		// Bo, who is signed in with another address, opens the link.
		invitation, err := gid.Parse(i.ID)
		if err != nil {
			t.Fatal(err)
		}
		token, _, err := p.NewLink(t.Context(), vocabulary.LinkPurposeInvitation, invitation, "a mail", "")
		if err != nil {
			t.Fatal(err)
		}
		session := p.signIn(t, bo)
		accept := func() memberAnswer {
			return mutate[memberAnswer](t, p.within(t, session), "acceptInvitation", "AcceptInvitationInput",
				memberFields, map[string]any{"token": token})
		}
		accepted := accept()
		if codes(accepted.changeResult) != "" || accepted.Membership == nil ||
			accepted.Membership.Origin != "INVITATION" || accepted.Membership.ViewerCanChange {
			t.Fatalf(`%+v, want codes = "", Membership != nil, Origin = "INVITATION" and ViewerCanChange = false`,
				accepted)
		}
		if again := accept(); codes(again.changeResult) != "LINK_INVALID " || again.Membership != nil {
			t.Errorf(`%+v, want codes = "LINK_INVALID " and Membership = nil`, again)
		}
		id := accepted.Membership.ID
		change := func(by string, input map[string]any) memberAnswer {
			input["membership"] = id
			return mutate[memberAnswer](t, p.within(t, by), "changeMemberAccess", "ChangeMemberAccessInput",
				memberFields, input)
		}
		if got := change(session, map[string]any{"roles": []string{"ACCOUNT_ADMINISTRATOR"}}); codes(
			got.changeResult) != "FORBIDDEN " {
			t.Errorf(`oneself: %+v, want "FORBIDDEN "`, got)
		}
		if got := change(ada, map[string]any{"roles": []string{"LICENSE_MANAGER"},
			"serviceAccess": []string{}}); codes(got.changeResult) != "" ||
			!slices.Equal(got.Membership.Roles, []string{"LICENSE_MANAGER"}) ||
			len(got.Membership.ServiceAccess) != 0 || !got.Membership.ViewerCanChange {
			t.Errorf(`%+v, want codes = "", Roles = %v, len(ServiceAccess) = 0 and ViewerCanChange = true`, got,
				[]string{"LICENSE_MANAGER"})
		}
		suspended := mutate[memberAnswer](t, p.within(t, ada), "suspendMember", "SuspendMemberInput", memberFields,
			map[string]any{"membership": id})
		if suspended.Membership == nil || suspended.Membership.SuspendedAt == nil {
			t.Errorf("%+v, want Membership != nil and SuspendedAt != nil", suspended)
		}
		if _, err := p.Session(t.Context(), session); err == nil {
			t.Error("the session of who was suspended goes on")
		}
		back := mutate[memberAnswer](t, p.within(t, ada), "reinstateMember", "ReinstateMemberInput", memberFields,
			map[string]any{"membership": id})
		if back.Membership == nil || back.Membership.SuspendedAt != nil {
			t.Errorf("%+v, want Membership != nil and SuspendedAt = nil", back)
		}
		session = p.signIn(t, bo)
		type removedAnswer struct {
			changeResult
			User     *struct{ UserName string }
			Holdings []struct{ Kind, SubjectID, Label, Fate, SignedInAt string }
		}
		own := env.Store.Client().Membership.Query().Where(membership.UserID(p.ada), membership.AccountID(p.first)).
			OnlyX(testenv.Operator(t)).ID
		remove := map[string]any{"membership": id, "reassignTo": own, "idempotencyKey": "gone"}
		removed := mutate[removedAnswer](t, p.within(t, ada), "removeMember", "RemoveMemberInput",
			"user { userName } holdings { kind subjectId label fate signedInAt }", remove)
		if codes(removed.changeResult) != "" || removed.User != nil || len(removed.Holdings) != 2 ||
			removed.Holdings[0].Kind != "DEVICE" ||
			removed.Holdings[0].SubjectID != device.String() || removed.Holdings[0].Fate != "REASSIGNED" ||
			removed.Holdings[1].Kind != "SESSION" || removed.Holdings[0].SignedInAt != "" {
			t.Errorf("%+v", removed)
		}
		began := env.Clock.Now()
		if at := removed.Holdings[1].SignedInAt; at != began.String() {
			t.Errorf("%s is not %s", at, began)
		}
		called := value.OfMoment(began).String()
		wantRecorded := []string{"holding " + called + " -> HoldingFate ENDED", "session " + called + " -> "}
		if d := cmp.Diff(wantRecorded, recordedOfSession(t, p.within(t, ada), p.first,
			removed.Holdings[1].SubjectID)); d != "" {
			t.Error(d)
		}
		again := mutate[removedAnswer](t, p.within(t, ada), "removeMember", "RemoveMemberInput",
			"user { userName } holdings { kind subjectId label fate signedInAt }", remove)
		if d := cmp.Diff(removed.Holdings, again.Holdings); d != "" || !again.Replayed {
			t.Errorf("%+v %s, want no difference and Replayed = true", again, d)
		}
		if _, err := p.Session(t.Context(), session); err == nil {
			t.Error("the session of who was removed goes on")
		}
		last := mutate[removedAnswer](t, p.within(t, ada), "removeMember", "RemoveMemberInput",
			"user { userName } holdings { kind subjectId label fate signedInAt }",
			map[string]any{"membership": own})
		if codes(last.changeResult) != "LAST_ADMINISTRATOR " {
			t.Errorf(`%+v, want "LAST_ADMINISTRATOR "`, last)
		}
	})
}

// recordedOfSession returns what the audit entries of removeMember say of a session.
func recordedOfSession(t *testing.T, env *testenv.Env, account gid.ID, session string) []string {
	t.Helper()
	got, _ := testenv.Must[struct {
		Account struct {
			AuditEntries struct {
				Nodes []struct{ Changes []effectAnswer }
			}
		}
	}](t, env, `query ($id: ID!) { account(id: $id) {
		auditEntries(filter: { action: "removeMember" }) { nodes { changes { field
			before { text ... on ReferenceValue { subjectId } } after { text ... on EnumValue { enum value } } } } } } }`,
		map[string]any{"id": account.String()})
	var list []string
	for _, n := range got.Account.AuditEntries.Nodes {
		for _, c := range n.Changes {
			if c.Before["subjectId"] != session {
				continue
			}
			after := ""
			if c.After != nil {
				after = fmt.Sprint(c.After["enum"], " ", c.After["value"])
			}
			list = append(list, fmt.Sprint(c.Field, " ", c.Before["text"], " -> ", after))
		}
	}
	slices.Sort(list)
	return list
}

func TestSomebodyAsksAndJoinsOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		ada := p.signIn(t, p.ada)
		env.Clock.Advance(time.Hour)
		var bo gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(100)
			bo = gid.New(gid.User, 1)
			if err := f.Client().User.Create().SetID(bo).SetUserName("bo").SetEmail("bo@first.example").
				SetEmailKey("bo@first.example").
				SetActive(true).SetShared(false).SetCreatedAt(1).SetUpdatedAt(1).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		session := p.signIn(t, bo, "bo@first.example")
		type asked struct {
			changeResult
			AccessRequest *struct{ ID string }
		}
		ask := func(of gid.ID) asked {
			return mutate[asked](t, p.within(t, session), "requestAccess", "RequestAccessInput",
				"accessRequest { id }",
				map[string]any{"account": of, "serviceAccess": []string{"LICENSING"}, "note": "please"})
		}
		here, missing := ask(p.first), ask(gid.New(gid.Account, 1))
		// What an outsider knows gets the same answer, whether it names something or not.
		for _, reference := range []string{"ACC-SECOND", " HLI-SECOND ", "no such thing"} {
			by := mutate[asked](t, p.within(t, session), "requestAccess", "RequestAccessInput",
				"accessRequest { id }", map[string]any{"reference": reference, "serviceAccess": []string{"LICENSING"}})
			if by.AccessRequest != nil || codes(by.changeResult) != "" ||
				fmt.Sprint(by.Effects) != fmt.Sprint(here.Effects) {
				t.Errorf("%s: %+v, want as %+v", reference, by, here)
			}
		}
		for _, input := range []map[string]any{{}, {"account": p.first, "reference": "ACC-SECOND"}} {
			input["serviceAccess"] = []string{"LICENSING"}
			if got := codes(mutate[asked](t, p.within(t, session), "requestAccess", "RequestAccessInput",
				"accessRequest { id }", input).changeResult); got != "BAD_INPUT input.reference" {
				t.Errorf("%v: %s", input, got)
			}
		}
		if err := testjob.Do(viewer.With(t.Context(), viewer.System()), env.Store, "access_request",
			env.Services.Members.RegisterWork); err != nil {
			t.Fatal(err)
		}
		if here.AccessRequest != nil || missing.AccessRequest != nil || len(here.Effects) != 1 ||
			len(missing.Effects) != 1 || codes(here.changeResult)+codes(missing.changeResult) != "" {
			t.Errorf("%+v\n%+v", here, missing)
		}
		type waiting struct {
			Account struct {
				AccessRequests struct {
					Nodes []struct {
						ID              string
						Note, State     string
						User            struct{ UserName string }
						ViewerCanDecide bool
					}
				}
			}
		}
		ada = p.signIn(t, p.ada)
		got, _ := testenv.Must[waiting](t, p.within(t, ada),
			`query($id: ID!) { account(id: $id) { accessRequests { nodes { id note state user { userName } viewerCanDecide } } } }`,
			map[string]any{"id": p.first.String()})
		nodes := got.Account.AccessRequests.Nodes
		if len(nodes) != 1 || nodes[0].Note != "please" || nodes[0].State != "OPEN" ||
			nodes[0].User.UserName != "bo" || !nodes[0].ViewerCanDecide {
			t.Fatalf(
				`%+v, want len(nodes) = 1, Note = "please", State = "OPEN", UserName = "bo" and ViewerCanDecide = true`,
				nodes)
		}
		type decided struct {
			memberAnswer
			AccessRequest struct{ State string }
		}
		decision := mutate[decided](t, p.within(t, ada), "decideAccessRequest", "DecideAccessRequestInput",
			"accessRequest { state } "+memberFields,
			map[string]any{"accessRequest": nodes[0].ID, "grant": true, "roles": []string{"DOWNLOADER"}})
		if decision.AccessRequest.State != "GRANTED" || decision.Membership == nil ||
			!slices.Equal(decision.Membership.Roles, []string{"DOWNLOADER"}) {
			t.Errorf(`%+v, want State = "GRANTED", Membership != nil and Roles = %v`, decision, []string{"DOWNLOADER"})
		}
		type domain struct {
			changeResult
			Account *struct {
				JoiningDomains []struct {
					Domain        string
					Roles         []string
					ServiceAccess []string
				}
			}
		}
		administrator, operator := p.within(t, ada), env
		allow := func(by *testenv.Env, name, inputType string, input map[string]any) domain {
			input["account"] = p.second
			return mutate[domain](
				t, by, name, inputType, "account { joiningDomains { domain roles serviceAccess } }", input)
		}
		if got := allow(operator, "allowJoiningDomain", "AllowJoiningDomainInput",
			map[string]any{"domain": "gmail.com", "serviceAccess": []string{}}); codes(
			got.changeResult) != "PUBLIC_DOMAIN input.domain" {
			t.Errorf(`%+v, want "PUBLIC_DOMAIN input.domain"`, got)
		}
		if got := allow(administrator, "allowJoiningDomain", "AllowJoiningDomainInput",
			map[string]any{"domain": "first.example", "serviceAccess": []string{}}); codes(
			got.changeResult) != "DOMAIN_NOT_PROVEN input.domain" {
			t.Errorf(`%+v, want "DOMAIN_NOT_PROVEN input.domain"`, got)
		}
		env.Fill(t, func(f *testenv.Fixture) {
			if err := f.Client().DomainProof.Create().SetAccountID(p.second).SetDomain("first.example").
				SetChallenge("x").SetProvenAt(1).
				SetCreatedAt(1).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		if got := allow(operator, "allowJoiningDomain", "AllowJoiningDomainInput",
			map[string]any{"domain": "First.example", "serviceAccess": []string{"COMMUNITY"}}); got.Account == nil ||
			len(got.Account.JoiningDomains) != 1 || got.Account.JoiningDomains[0].Domain != "first.example" {
			t.Errorf(`%+v, want Account != nil, len(JoiningDomains) = 1 and Domain = "first.example"`, got)
		}
		joined := mutate[memberAnswer](t, p.within(t, session), "joinAccount", "JoinAccountInput", memberFields,
			map[string]any{"account": p.second})
		if codes(joined.changeResult) != "" || joined.Membership == nil || joined.Membership.Origin != "DOMAIN" {
			t.Errorf(`%+v, want codes = "", Membership != nil and Origin = "DOMAIN"`, joined)
		}
		if got := allow(administrator, "disallowJoiningDomain", "DisallowJoiningDomainInput",
			map[string]any{"domain": "first.example"}); codes(got.changeResult) != "" ||
			len(got.Account.JoiningDomains) != 0 {
			t.Errorf(`%+v, want codes = "" and len(JoiningDomains) = 0`, got)
		}
		// The review shows the result, but only to the administrator.
		type review struct {
			AccessReview *struct {
				Account struct{ Name string }
				Entries []struct {
					Name, Through string
					Origin        *string
					Roles         []string
					Leaver        []string
				}
			}
		}
		const askReview = `query($id: ID!) { accessReview(account: $id) { account { name } entries { name through origin roles leaver } } }`
		found, answer := testenv.Must[review](t, p.within(t, ada), askReview, map[string]any{"id": p.second.String()})
		if r := found.AccessReview; r == nil || r.Account.Name != "second" || len(r.Entries) != 2 ||
			r.Entries[1].Name != "bo" || *r.Entries[1].Origin != "DOMAIN" {
			t.Errorf(`%s, want r != nil, Name = "second", len(Entries) = 2, Name = "bo" and Origin = "DOMAIN"`,
				answer.Data)
		}
		refused := p.within(t, session).Ask(t, askReview, map[string]any{"id": p.second.String()})
		if len(refused.Errors) != 1 || refused.Errors[0].Extensions.Code != "FORBIDDEN" {
			t.Errorf(`%+v, want len(Errors) = 1 and Code = "FORBIDDEN"`, refused)
		}
	})
}

func TestAGroupGrantsOverTheContract(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		ada := p.signIn(t, p.ada)
		group := gid.New(gid.DirectoryGroup, p.first.Locality())
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(100)
			if err := f.Client().DirectoryGroup.Create().SetID(group).SetAccountID(p.first).SetName("Managers").
				SetNameKey("managers").
				SetCreatedAt(1).SetUpdatedAt(1).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		type granted struct {
			changeResult
			DirectoryGroup *struct {
				Name          string
				Roles         []string
				ServiceAccess []string
				MemberCount   int
			}
		}
		got := mutate[granted](t, p.within(t, ada), "grantDirectoryGroup", "GrantDirectoryGroupInput",
			"directoryGroup { name roles serviceAccess memberCount }",
			map[string]any{"directoryGroup": group, "roles": []string{"LICENSE_MANAGER"},
				"serviceAccess": []string{"LICENSING"}})
		if codes(got.changeResult) != "" || got.DirectoryGroup == nil || got.DirectoryGroup.Name != "Managers" ||
			!slices.Equal(got.DirectoryGroup.Roles, []string{"LICENSE_MANAGER"}) ||
			got.DirectoryGroup.MemberCount != 0 {
			t.Errorf(`%+v, want codes = "", DirectoryGroup != nil, Name = "Managers", Roles = %v and MemberCount = 0`,
				got, []string{"LICENSE_MANAGER"})
		}
	})
}
