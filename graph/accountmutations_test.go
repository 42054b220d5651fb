package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// accountAnswer is the payload of a change of an account.
type accountAnswer struct {
	changeResult
	Account *struct {
		ID                      string
		Name, Kind, Description string
		Visible                 bool
		RetiredAt               *string
		Address                 *struct{ Street, City, PostalCode, Country string }
		Parents                 []struct{ Name string }
	}
}

const accountFields = `account { id name kind description visible retiredAt
	address { street city postalCode country } parents { name } } `

// effects returns the fields of the effects with their values.
func (r changeResult) effects() []string {
	var list []string
	for _, e := range r.Effects {
		list = append(list, fmt.Sprintf("%s %s: %s -> %s", e.Kind, e.Field, e.Before.Text, e.After.Text))
	}
	return list
}

func (r changeResult) warned() string {
	var list []string
	for _, w := range r.Warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, " ")
}

func createAccount(t *testing.T, env *testenv.Env, input map[string]any) accountAnswer {
	t.Helper()
	return mutate[accountAnswer](t, env, "createAccount", "CreateAccountInput", accountFields, input)
}

func changeAccount(t *testing.T, env *testenv.Env, input map[string]any) accountAnswer {
	t.Helper()
	return mutate[accountAnswer](t, env, "changeAccount", "ChangeAccountInput", accountFields, input)
}

// A producer begins with an empty database, and enters its customers by the contract alone.
func TestAccountsAreCreatedAndChanged(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		input := map[string]any{"name": "Harbor Works", "kind": "CUSTOMER", "description": "Met at the fair.",
			"address": map[string]any{"street": "Quay 1", "city": "Bremen", "country": "DE"}}
		dry := createAccount(t, env, merged(input, map[string]any{"dryRun": true}))
		if n := env.Store.Client().Account.Query().CountX(testenv.Operator(t)); dry.Account != nil || n != 0 {
			t.Fatalf("a dry run created %d accounts, and answered %+v", n, dry.Account)
		}
		made := createAccount(t, env, merged(input, map[string]any{"idempotencyKey": "once"}))
		if codes(made.changeResult) != "" || made.Account == nil || made.Account.Kind != "CUSTOMER" ||
			!made.Account.Visible || made.Account.Address == nil || made.Account.Address.City != "Bremen" {
			t.Fatalf("created %+v %+v", made.Account, made.Errors)
		}
		if d := cmp.Diff(dry.effects(), made.effects()); d != "" {
			t.Errorf("the dry run tells something else: %s", d)
		}
		again := createAccount(t, env, merged(input, map[string]any{"idempotencyKey": "once"}))
		if !again.Replayed || again.Account.ID != made.Account.ID {
			t.Errorf("repeated: %+v", again)
		}
		found, _ := testenv.Must[struct {
			Accounts struct{ Nodes []struct{ Name string } }
		}](t, env,
			`{ accounts(filter: {text: "harb"}) { nodes { name } } }`, nil)
		if len(found.Accounts.Nodes) != 1 {
			t.Errorf("found %+v", found)
		}

		id := made.Account.ID
		changed := changeAccount(t, env, map[string]any{"account": id, "name": "Harbor Group",
			"address": map[string]any{"street": nil, "postalCode": "28195"}})
		want := []string{"CHANGED name: Harbor Works -> Harbor Group", "CHANGED street: Quay 1 -> ",
			"CHANGED postalCode:  -> 28195"}
		if d := cmp.Diff(want, changed.effects()); d != "" {
			t.Error(d)
		}
		if a := changed.Account; a.Description != "Met at the fair." || a.Address.City != "Bremen" {
			t.Errorf("what was left out changed: %+v", a)
		}
		none := changeAccount(t, env, map[string]any{"account": id, "description": nil, "address": nil,
			"kind": "CHANNEL_PARTNER", "visible": false})
		if a := none.Account; a.Description != "" || a.Address != nil || a.Visible || a.Kind != "CHANNEL_PARTNER" {
			t.Errorf("changed to %+v", a)
		}
		same := changeAccount(t, env, map[string]any{"account": id, "name": "Harbor Group"})
		if len(same.Effects) != 0 || len(same.Errors) != 0 {
			t.Errorf("nothing was changed, and told is %+v", same)
		}
		// A field that is left out is another request than one with null, also for the key.
		changeAccount(t, env, map[string]any{"account": id, "idempotencyKey": "k", "description": "New."})
		first := changeAccount(t, env, map[string]any{"account": id, "idempotencyKey": "l"})
		second := changeAccount(t, env, map[string]any{"account": id, "idempotencyKey": "l", "description": nil})
		if len(first.Errors) != 0 || codes(second.changeResult) != "IDEMPOTENCY_CONFLICT input.idempotencyKey" {
			t.Errorf("%+v, then %+v", first, second)
		}
	})
}

func TestANameThatAnAccountHasIsAWarning(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		createAccount(t, env, map[string]any{"name": "Meadow", "kind": "CUSTOMER"})
		other := createAccount(t, env, map[string]any{"name": "MEADOW", "kind": "CUSTOMER"})
		if other.warned() != "SIMILAR_ACCOUNT" || other.Account == nil {
			t.Errorf("%+v", other)
		}
		changed := changeAccount(t, env, map[string]any{"account": other.Account.ID, "name": "Forest"})
		back := changeAccount(t, env, map[string]any{"account": other.Account.ID, "name": "meadow"})
		if changed.warned() != "" || back.warned() != "SIMILAR_ACCOUNT" {
			t.Errorf("%q, then %q", changed.warned(), back.warned())
		}
	})
}

func TestDetailsOfAccountsAreChecked(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		id := createAccount(t, env, map[string]any{"name": "Harbor", "kind": "CUSTOMER"}).Account.ID
		for _, test := range []struct {
			input map[string]any
			want  string
		}{
			{map[string]any{"name": ""}, "BAD_INPUT input.name"},
			{map[string]any{"name": " Harbor"}, "BAD_INPUT input.name"},
			{map[string]any{"name": strings.Repeat("a", 201)}, "BAD_INPUT input.name"},
			{map[string]any{"name": "Har\u00adbor"}, "BAD_INPUT input.name"},
			{map[string]any{"description": strings.Repeat("a", 501)}, "TEXT_TOO_LONG input.description"},
			{map[string]any{"address": map[string]any{"country": "Germany"}}, "BAD_INPUT input.address.country"},
			{map[string]any{"address": map[string]any{"country": "de"}}, "BAD_INPUT input.address.country"},
			{map[string]any{"address": map[string]any{"country": "EU"}}, "BAD_INPUT input.address.country"},
			{map[string]any{"address": map[string]any{"country": "276"}}, "BAD_INPUT input.address.country"},
			{map[string]any{"address": map[string]any{"city": "a\nb", "state": "x  y"}},
				"BAD_INPUT input.address.city, BAD_INPUT input.address.state"},
		} {
			change := changeAccount(t, env, merged(test.input, map[string]any{"account": id}))
			if got := codes(change.changeResult); got != test.want {
				t.Errorf("change %v: %q, want %q", test.input, got, test.want)
			}
			made := createAccount(t, env, merged(map[string]any{"name": "New", "kind": "CUSTOMER"}, test.input))
			if got := codes(made.changeResult); got != test.want {
				t.Errorf("create %v: %q, want %q", test.input, got, test.want)
			}
		}
		missing := gid.New(gid.Account, 1).String()
		if got := codes(changeAccount(t, env, map[string]any{"account": missing}).changeResult); got !=
			"NOT_FOUND input.account" {
			t.Error(got)
		}
		below := createAccount(t, env, map[string]any{"name": "Below", "kind": "CUSTOMER",
			"parents": []string{id, missing}})
		if got := codes(below.changeResult); got != "NOT_FOUND input.parents.1" {
			t.Error(got)
		}
	})
}

type linkAnswer struct {
	changeResult
	Parent, Child *struct{ ID, Name string }
}

func linkAccounts(t *testing.T, env *testenv.Env, verb string, parent, child gid.ID,
	more map[string]any) linkAnswer {
	t.Helper()
	return mutate[linkAnswer](t, env, verb+"Accounts", strings.ToUpper(verb[:1])+verb[1:]+"AccountsInput",
		"parent { id name } child { id name } ",
		merged(map[string]any{"parent": parent.String(), "child": child.String()}, more))
}

func TestAccountsAreLinkedAndUnlinked(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var group, harbor, dock, ada gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			group, harbor, dock = f.Account("Group"), f.Account("Harbor"), f.Account("Dock")
			f.Below(harbor, dock)
			ada = f.Member(group, "ada")
			f.Member(group, "bob") // sees the group alone
			if err := f.Client().Membership.Update().Where(membership.UserID(ada)).SetIncludeSubAccounts(true).
				Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		sees := func() int {
			t.Helper()
			got, _ := testenv.Must[struct {
				Accounts struct{ Nodes []struct{ ID string } }
			}](t,
				env.As(signedIn(t, env, ada)), `{ accounts { nodes { id } } }`, nil)
			return len(got.Accounts.Nodes)
		}
		dry := linkAccounts(t, env, "link", group, harbor, map[string]any{"dryRun": true})
		if dry.warned() != "MORE_PEOPLE_SEE" || sees() != 1 {
			t.Errorf("a dry run: %+v; ada sees %d accounts", dry, sees())
		}
		made := linkAccounts(t, env, "link", group, harbor, map[string]any{"idempotencyKey": "once"})
		if d := cmp.Diff(dry.effects(), made.effects()); d != "" || made.warned() != dry.warned() ||
			made.Parent.Name != "Group" || made.Child.Name != "Harbor" {
			t.Errorf("%s %+v", d, made)
		}
		if d := cmp.Diff([]string{"CHANGED parents:  -> Group"}, made.effects()); d != "" {
			t.Error(d)
		}
		if again := linkAccounts(t, env, "link", group, harbor,
			map[string]any{"idempotencyKey": "once"}); !again.Replayed {
			t.Errorf("%+v", again)
		}
		if sees() != 3 {
			t.Errorf("ada sees %d accounts, want the group, the harbor and the dock", sees())
		}
		if twice := linkAccounts(t, env, "link", group, harbor, nil); twice.warned() != "ALREADY_LINKED" ||
			len(twice.Effects) != 0 {
			t.Errorf("%+v", twice)
		}
		circle := linkAccounts(t, env, "link", dock, group, nil)
		if codes(circle.changeResult) != "ACCOUNT_CIRCLE input.child" ||
			!strings.Contains(circle.Errors[0].Message, "Dock, Harbor, Group.") {
			t.Errorf("%+v", circle.Errors)
		}
		if self := linkAccounts(t, env, "link", dock, dock, nil); codes(self.changeResult) !=
			"ACCOUNT_CIRCLE input.child" {
			t.Errorf("%+v", self.Errors)
		}
		// Ada sees the dock already, so that one more path gives her nothing new, and without it she loses nothing.
		if more := linkAccounts(t, env, "link", group, dock, nil); more.warned() != "" {
			t.Errorf("%+v", more)
		}
		if path := env.Store.Client().AccountPath.Query().Where(accountpath.AncestorID(group),
			accountpath.DescendantID(dock)).OnlyX(testenv.Operator(t)); path.Depth != 1 {
			t.Errorf("the path has length %d", path.Depth)
		}
		if less := linkAccounts(t, env, "unlink", group, dock, nil); less.warned() != "" || len(less.Effects) != 1 {
			t.Errorf("%+v", less)
		}
		gone := linkAccounts(t, env, "unlink", group, harbor, nil)
		if gone.warned() != "FEWER_PEOPLE_SEE" || sees() != 1 {
			t.Errorf("%+v; ada sees %d accounts", gone, sees())
		}
		if none := linkAccounts(t, env, "unlink", group, harbor, nil); none.warned() != "NOT_LINKED" {
			t.Errorf("%+v", none)
		}
		missing := gid.New(gid.Account, 1)
		for _, test := range []struct {
			parent, child gid.ID
			want          string
		}{{missing, dock, "NOT_FOUND input.parent"}, {dock, missing, "NOT_FOUND input.child"}} {
			for _, verb := range []string{"link", "unlink"} {
				answer := linkAccounts(t, env, verb, test.parent, test.child, nil)
				if got := codes(answer.changeResult); got != test.want {
					t.Errorf("%s: %s, want %s", verb, got, test.want)
				}
			}
		}
	})
}

// An account that is created below others is seen from above at once.
func TestAnAccountIsCreatedBelowOthers(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var group, harbor gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			group, harbor = f.Account("Group"), f.Account("Harbor")
			f.Below(group, harbor)
		})
		made := createAccount(t, env, map[string]any{"name": "Pier", "kind": "CUSTOMER",
			"parents": []string{harbor.String(), harbor.String()}})
		if len(made.Account.Parents) != 1 || made.Account.Parents[0].Name != "Harbor" {
			t.Fatalf("%+v", made)
		}
		pier, err := gid.Parse(made.Account.ID)
		if err != nil {
			t.Fatal(err)
		}
		if path := env.Store.Client().AccountPath.Query().Where(accountpath.AncestorID(group),
			accountpath.DescendantID(pier)).OnlyX(testenv.Operator(t)); path.Depth != 2 {
			t.Errorf("the path has length %d", path.Depth)
		}
	})
}

func TestAccountsAreRetiredAndReinstated(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var harbor, ada gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			harbor = f.Account("Harbor")
			f.Account("Meadow")
			ada = f.Member(harbor, "ada")
		})
		change := func(verb, inputType string) accountAnswer {
			t.Helper()
			return mutate[accountAnswer](t, env, verb, inputType, accountFields, map[string]any{"account": harbor})
		}
		listed := func(retired bool) (names []string) {
			t.Helper()
			got, _ := testenv.Must[struct {
				Accounts struct{ Nodes []struct{ Name string } }
			}](t, env,
				`query ($r: Boolean) { accounts(filter: {retired: $r}) { nodes { name } } }`,
				map[string]any{"r": retired})
			for _, n := range got.Accounts.Nodes {
				names = append(names, n.Name)
			}
			return names
		}
		if a := change("reinstateAccount", "ReinstateAccountInput"); a.warned() != "NOT_RETIRED" {
			t.Errorf("%+v", a)
		}
		if a := change("retireAccount", "RetireAccountInput"); a.Account.RetiredAt == nil || len(a.Effects) != 1 {
			t.Errorf("%+v", a)
		}
		if a := change("retireAccount", "RetireAccountInput"); a.warned() != "ALREADY_RETIRED" || len(a.Effects) != 0 {
			t.Errorf("%+v", a)
		}
		if d := cmp.Diff([]string{"Harbor"}, listed(true)); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]string{"Meadow"}, listed(false)); d != "" {
			t.Error(d)
		}
		// Its members read it as before.
		seen, _ := testenv.Must[struct {
			Account *struct{ RetiredAt *string }
		}](t, env.As(signedIn(t, env, ada)), `query ($id: ID!) { account(id: $id) { retiredAt } }`,
			map[string]any{"id": harbor.String()})
		if seen.Account == nil || seen.Account.RetiredAt == nil {
			t.Errorf("%+v", seen)
		}
		if a := change("reinstateAccount", "ReinstateAccountInput"); a.Account.RetiredAt != nil || len(a.Effects) != 1 {
			t.Errorf("%+v", a)
		}
	})
}

// Only operators and their programs that may write change accounts, and none whose home is another system.
func TestWhoMayChangeAccounts(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		by := examples(t, env, h)
		key := func(name string, scopes ...vocabulary.KeyScope) *testenv.Env {
			return env.As(program(t, env, access.NewKey{Name: name, Producer: vocabulary.ProducerRoleOperator,
				Scopes: scopes}))
		}
		writing := key("writing", vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite)
		reading := key("reading", vocabulary.KeyScopeRead)
		minted, _ := testenv.Must[struct{ MintWidgetToken struct{ Token string } }](t,
			env.As(by["mintWidgetToken"].who),
			`mutation ($input: MintWidgetTokenInput!) { mintWidgetToken(input: $input) { token } }`,
			map[string]any{"input": merged(by["mintWidgetToken"].input, map[string]any{"user": h.member.String(),
				"account": nil})})
		widget, err := env.Services.Access.WidgetToken(t.Context(), minted.MintWidgetToken.Token)
		if err != nil {
			t.Fatal(err)
		}
		id, other := h.account.String(), createAccount(t, env, map[string]any{"name": "Other", "kind": "CUSTOMER"})
		// A widget token runs registered documents only; even by one of these it could not change an account.
		_, err = env.Services.Members.RetireAccount(viewer.With(t.Context(), widget),
			change.Request{Action: "retireAccount"}, h.account)
		if refusals := change.Refusals(err); len(refusals) != 1 || refusals[0].Code != change.Forbidden {
			t.Errorf("a widget: %v", err)
		}
		verbs := map[string]map[string]any{
			"createAccount":    {"name": "New", "kind": "CUSTOMER"},
			"changeAccount":    {"account": id, "name": "New"},
			"linkAccounts":     {"parent": other.Account.ID, "child": id},
			"unlinkAccounts":   {"parent": other.Account.ID, "child": id},
			"retireAccount":    {"account": id},
			"reinstateAccount": {"account": id},
		}
		for verb, input := range verbs {
			for name, test := range map[string]struct {
				as   *testenv.Env
				want string
			}{
				"operator":                      {env.As(by["eraseUser"].who), ""},
				"program":                       {writing, ""},
				"program that may only read":    {reading, "READ_ONLY "},
				"support agent":                 {env.As(by["viewAs"].who), "FORBIDDEN "},
				"administrator of the customer": {env.As(by["inviteMembers"].who), "FORBIDDEN "},
			} {
				got := mutate[changeResult](t, test.as, verb, strings.ToUpper(verb[:1])+verb[1:]+"Input", "",
					merged(input, map[string]any{"dryRun": true}))
				if codes(got) != test.want {
					t.Errorf("%s by %s: %s, want %s", verb, name, codes(got), test.want)
				}
			}
		}
		env.Fill(t, func(f *testenv.Fixture) {
			system := gid.New(gid.System, 0)
			c, ctx := f.Client(), f.Context()
			if err := c.System.Create().SetID(system).SetCode("older").SetName("Older").
				SetKind(vocabulary.SystemKindEntitlement).Exec(ctx); err != nil {
				t.Fatal(err)
			}
			if err := c.Home.Create().SetAccountID(h.account).SetProductLineID(0).SetSystemID(system).SetSince(1).
				Exec(ctx); err != nil {
				t.Fatal(err)
			}
		})
		for verb, input := range verbs {
			want := "HOME_ELSEWHERE "
			if verb == "createAccount" {
				want = ""
			}
			got := mutate[changeResult](t, env, verb, strings.ToUpper(verb[:1])+verb[1:]+"Input", "",
				merged(input, map[string]any{"dryRun": true}))
			if codes(got) != want {
				t.Errorf("%s of an account with another home: %s, want %s", verb, codes(got), want)
			}
		}
		// The link belongs to the account below, so that a new account may be placed below one with another home.
		if got := linkAccounts(t, env, "link", h.account, mustParse(t, other.Account.ID), nil); len(got.Errors) != 0 {
			t.Errorf("%+v", got.Errors)
		}
		if n := env.Store.Client().Account.Query().Where(account.ID(h.account), account.RetiredAtNotNil()).
			CountX(testenv.Operator(t)); n != 0 {
			t.Error("a dry run retired the account")
		}
	})
}
