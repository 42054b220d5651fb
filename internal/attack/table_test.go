package attack_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/gid"
)

// The table combines every operation (verb) that grants or changes something with every way of asking for too much and
// with every kind of viewer. The expected result of a cell is computed from the right that the verb needs, the objects
// in its input, and the viewer. The test fails for a mutation without an entry in verbs.

// right is the right that a verb needs.
type right int

const (
	// manage is for the administrators of the account.
	manage right = iota
	// operate is for the producer's operators.
	operate
	// own is for every user, about themselves.
	own
	// inSession is for every user who signed in with a browser, about this session.
	inSession
	// mint is for programs that may create widget tokens.
	mint
	// provision is for the directory of the account.
	provision
)

// verb is a mutation or a SCIM operation.
type verb struct {
	right right
	// input returns the smallest valid input of the verb, with new objects of a scene.
	input func(s *scene) input
	// byAccount is true if the input contains the account itself. All members see the account, so they are refused
	// with FORBIDDEN. Other objects are visible only to administrators, so others are refused with NOT_FOUND.
	byAccount bool
	// takes returns the input with which the verb removes the rights of an administrator; nil if it cannot.
	takes func(s *scene, administrator person) input
	// toSelf returns the input with which a user requests more for themselves; nil if the verb has none.
	toSelf func(s *scene, who person) input
	// everyRole is the error code if even administrators may not grant every role; "" if they may.
	everyRole string
	// code returns the expected error code if it does not follow from the right: "" for success, anything for any
	// result.
	code func(of *tableViewer, at place) string
}

// anything is expected of a cell whose result does not depend on rights.
const anything = "*"

// place says whose objects the input contains, relative to the victim's viewers.
type place int

const (
	here place = iota
	below
	there
)

// refusal returns the code with which a viewer is expected to be refused, or "" for success.
func (v *verb) refusal(of *tableViewer, at place) string {
	if v.code != nil {
		return v.code(of, at)
	}
	if (of.kind == "directory" || of.kind == "narrow key") && v.right != provision && v.right != mint {
		return "FORBIDDEN" // a key without the scope READ sees only itself
	}
	inIt := of.customer == of.w.alder && at == here || of.customer == of.w.birch && at == there
	administers := inIt && (of.kind == "administrator" || of.kind == "administrator of another customer" ||
		of.kind == "program")
	sees := administers || inIt && of.person != nil
	switch v.right {
	case operate:
		return "FORBIDDEN"
	case own:
		if of.kind == "support agent" {
			return "READ_ONLY"
		}
		return forPersons(of)
	case inSession:
		return forPersons(of)
	case mint:
		switch {
		case of.kind != "program" && of.kind != "narrow key":
			return "FORBIDDEN"
		case !inIt:
			return "NOT_FOUND"
		case of.kind == "program":
			return "GRANT_TOO_WIDE" // a widget token shows rights, and the program does not have the service
		}
		return ""
	case provision:
		switch {
		case of.kind != "directory":
			return "FORBIDDEN"
		case at != here:
			return "NOT_FOUND"
		}
		return ""
	}
	switch {
	case of.kind == "support agent":
		return "READ_ONLY"
	case administers:
		return ""
	case sees && v.byAccount:
		return "FORBIDDEN"
	}
	return "NOT_FOUND"
}

func forPersons(of *tableViewer) string {
	if of.bearer != "" {
		return "FORBIDDEN"
	}
	return ""
}

// cell is one request to try, or the reason why there is none.
type cell struct {
	in   input
	want string
	// because is the reason why the cell does not apply; "" if it is tried.
	because string
}

func notApplicable(because string) cell { return cell{because: because} }

// dimension is a way of asking for too much.
type dimension struct {
	name string
	cell func(b *bench, v *verb, of *tableViewer) cell
}

// bench is one verb with the inputs that all its cells use.
type bench struct {
	w      *world
	name   string
	fields map[string]bool
	inputs map[place]input
	solo   *customer
}

func (b *bench) at(v *verb, at place) input {
	if b.inputs[at] == nil {
		b.inputs[at] = v.input(b.w.scene(map[place]*customer{here: b.w.alder, below: b.w.alder.subAccount(),
			there: b.w.birch}[at]))
	}
	return b.inputs[at]
}

// withField returns the cell for an input with an additional field that asks for more. beyond returns the expected
// code for viewers who may use the verb.
func (b *bench) withField(v *verb, of *tableViewer, field string, value any, beyond func() string) cell {
	if !b.fields[field] {
		return notApplicable("its input has no " + field)
	}
	at := here
	if of.customer == b.w.birch {
		at = there
	}
	want := v.refusal(of, at)
	switch {
	case want == "" && v.right == manage:
		want = beyond()
	case want == "" && v.right == own:
		want = "BAD_INPUT" // verbs about oneself cannot grant more than one has
	}
	return cell{in: b.at(v, at).with(input{field: value}), want: want}
}

var (
	everyRole    = []string{"ACCOUNT_ADMINISTRATOR", "LICENSE_MANAGER", "RENEWALS_MANAGER", "DOWNLOADER", "READER"}
	everyService = []string{"COMMUNITY", "LICENSING", "DOWNLOADS"}
)

var dimensions = []dimension{
	{"as it is", func(b *bench, v *verb, of *tableViewer) cell {
		return cell{in: b.at(v, here), want: v.refusal(of, here)}
	}},
	{"wider role", func(b *bench, v *verb, of *tableViewer) cell {
		// Only account administrators manage members, and they have every role.
		return b.withField(v, of, "roles", everyRole, func() string { return v.everyRole })
	}},
	{"wider service", func(b *bench, v *verb, of *tableViewer) cell {
		return b.withField(v, of, "serviceAccess", everyService, func() string {
			if of.kind == "program" {
				return "GRANT_TOO_WIDE"
			}
			return ""
		})
	}},
	{"sub-accounts", func(b *bench, v *verb, of *tableViewer) cell {
		return b.withField(v, of, "includeSubAccounts", true, func() string { return "REACH_TOO_WIDE" })
	}},
	{"wider scope", func(b *bench, v *verb, of *tableViewer) cell {
		return b.withField(v, of, "scopes", []string{"READ", "WRITE", "PROVISION", "MINT_WIDGET_TOKENS"},
			func() string {
				if of.kind == "program" {
					return "SCOPE_BEYOND"
				}
				return ""
			})
	}},
	{"role for all customers", func(b *bench, v *verb, of *tableViewer) cell {
		if !b.fields["producerRole"] || v.right == own {
			return notApplicable("its input has no producerRole")
		}
		in := b.at(v, here).with(input{"producerRole": "OPERATOR"})
		for _, field := range []string{"account", "roles", "serviceAccess"} {
			delete(in, field)
		}
		return cell{in: in, want: "FORBIDDEN"}
	}},
	{"account below", func(b *bench, v *verb, of *tableViewer) cell {
		return cell{in: b.at(v, below), want: v.refusal(of, below)}
	}},
	{"other product line", func(b *bench, v *verb, of *tableViewer) cell {
		// Everyone sees the catalog, and administrators of an account may limit a grant to any product line.
		return b.withField(v, of, "productLine", b.w.otherLine.String(), func() string { return "" })
	}},
	{"other account", func(b *bench, v *verb, of *tableViewer) cell {
		if of.customer == b.w.birch {
			return cell{in: b.at(v, here), want: v.refusal(of, here)}
		}
		return cell{in: b.at(v, there), want: v.refusal(of, there)}
	}},
	{"missing object", func(b *bench, v *verb, of *tableViewer) cell {
		from := there
		if of.customer == b.w.birch {
			from = here
		}
		in, named := missing(b.at(v, from)).(input)
		switch {
		case !named:
			return notApplicable("its input names no object")
		case v.refusal(of, from) != "NOT_FOUND":
			return notApplicable("it is not told from an object of another account: see there")
		}
		return cell{in: in, want: "NOT_FOUND"}
	}},
	{"last administrator", func(b *bench, v *verb, of *tableViewer) cell {
		switch {
		case v.takes == nil:
			return notApplicable("it takes nothing from anybody")
		case of.customer != b.w.alder || of.kind != "administrator" && of.kind != "program" && of.kind != "directory":
			return notApplicable("it is the same refusal as in the account of others")
		}
		mine := b.solo.tableViewers[of.kind]
		want := v.refusal(of, here)
		if want == "" {
			want = "LAST_ADMINISTRATOR"
		}
		in := v.takes(b.w.scene(b.solo), b.solo.admin)
		in["\x00as"] = mine
		return cell{in: in, want: want}
	}},
	{"promoting oneself", func(b *bench, v *verb, of *tableViewer) cell {
		switch {
		case v.toSelf == nil:
			return notApplicable("it gives nothing to its viewer")
		case of.person == nil || of.customer == nil && v.right != operate:
			return notApplicable("a program, and whoever has no membership, is nobody to promote")
		}
		want := "FORBIDDEN"
		if v.right != operate && (of.kind == "administrator" || of.kind == "administrator of another customer") {
			if want = ""; b.fields["includeSubAccounts"] {
				want = "REACH_TOO_WIDE"
			}
		}
		in := v.toSelf(b.w.scene(of.customer), *of.person)
		if b.fields["includeSubAccounts"] {
			in["includeSubAccounts"] = true
		}
		return cell{in: in, want: want}
	}},
}

// missing replaces every id in an input with an id of the same type that does not exist. It returns nil if there is no
// id.
func missing(in any) any {
	switch v := in.(type) {
	case string:
		if id, err := gid.Parse(v); err == nil {
			return gid.New(id.Type(), id.Locality()).String()
		}
		if before, rest, found := strings.Cut(v, "/drec_"); found {
			id, err := gid.Parse("drec_" + rest)
			if err != nil {
				panic(err) // the tests make all paths
			}
			return before + "/" + gid.New(id.Type(), id.Locality()).String()
		}
	case input:
		all, found := maps.Clone(v), false
		for name, value := range v {
			if m := missing(value); m != nil {
				all[name], found = m, true
			}
		}
		if found {
			return all
		}
	}
	return nil
}

// tableViewer is a viewer in the table.
type tableViewer struct {
	w    *world
	kind string
	actor
	// person is nil for programs; customer is nil for viewers of the producer.
	person   *person
	customer *customer
	// remove lets an authorized viewer take all rights from this viewer; restore gives them back, with a new
	// credential.
	remove, restore func()
}

// tableViewers returns the viewers in the table, for a customer.
func (w *world) tableViewers(c *customer) map[string]*tableViewer {
	w.t.Helper()
	all := map[string]*tableViewer{}
	human := func(kind string, p person) {
		s := &tableViewer{w: w, kind: kind, actor: p.actor, person: &p, customer: c}
		s.remove = func() {
			w.change(c.chief.actor, "suspendMember", input{"membership": p.membership.String()}).
				ok(w.t)
		}
		s.restore = func() {
			w.change(c.chief.actor, "reinstateMember", input{"membership": p.membership.String()}).ok(w.t)
			s.actor = w.signIn(kind, p.user)
			s.person.actor = s.actor
		}
		all[kind] = s
	}
	program := func(kind string, in input) {
		s := &tableViewer{w: w, kind: kind, customer: c}
		s.restore = func() {
			made := w.change(c.chief.actor, "createApiKey",
				input{"name": kind, "account": c.account.String()}.with(in)).ok(w.t)
			id := made.id(w.t, "apiKey", "id")
			s.actor = actor{name: kind, bearer: made.data["secret"].(string)}
			s.remove = func() { w.change(c.chief.actor, "revokeApiKey", input{"apiKey": id.String()}).ok(w.t) }
		}
		s.restore()
		all[kind] = s
	}
	human("administrator", c.admin)
	human("license manager", c.manager)
	human("administrator of one product line", c.limited)
	program("program", input{"scopes": []string{"READ", "WRITE", "MINT_WIDGET_TOKENS"},
		"roles": []string{"ACCOUNT_ADMINISTRATOR"}, "serviceAccess": []string{"COMMUNITY"}})
	program("narrow key", input{"scopes": []string{"MINT_WIDGET_TOKENS"}})
	program("directory", input{"scopes": []string{"PROVISION"}})
	return all
}

func TestNobodyGetsMoreThanTheyMayOnAnyWay(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole table")
	}
	all := scimVerbs()
	for _, f := range contract.Mutation.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		if verbs[f.Name] == nil {
			t.Errorf("%s has no entry in verbs: say what right it needs", f.Name)
		}
	}
	for name, v := range verbs {
		if contract.Mutation.Fields.ForName(mutationOf(name)) == nil {
			t.Errorf("%s is in verbs, and is no mutation", name)
		}
		all[name] = v
	}
	each(t, func(t *testing.T, w *world) {
		w.prepareTable()
		tableViewers := slices.Collect(maps.Values(w.alder.tableViewers))
		slices.SortFunc(tableViewers, func(a, b *tableViewer) int { return strings.Compare(a.kind, b.kind) })
		foreign := w.birch.tableViewers["administrator"]
		foreign.kind = "administrator of another customer"
		agent := &tableViewer{w: w, kind: "support agent", actor: w.agent, person: &person{actor: w.agent}}
		agent.remove = func() { w.deactivate(w.agent.user) }
		agent.restore = func() {
			w.activate(w.agent.user)
			agent.actor = w.signIn("support agent", w.agent.user)
		}
		tableViewers = append(tableViewers, foreign, agent)
		tried, left, reasons := 0, 0, map[string]int{}
		for _, name := range slices.Sorted(maps.Keys(all)) {
			v := all[name]
			t.Run(name, func(t *testing.T) {
				w.t = t
				b := &bench{w: w, name: name, fields: fieldsOf(name), inputs: map[place]input{}, solo: w.solo}
				for _, of := range tableViewers {
					// Everything that the cells need is created before the first dump.
					cells := map[string]cell{}
					for _, d := range dimensions {
						cells[d.name] = d.cell(b, v, of)
					}
					before := w.readDump()
					for _, d := range dimensions {
						c := cells[d.name]
						if c.because != "" {
							left++
							reasons[c.because]++
							continue
						}
						tried += b.try(t, d.name, of, c)
					}
					if d := before.changed(w.readDump()); len(d) > 0 {
						t.Errorf("%s: something was changed: %s", of.kind, strings.Join(d, "\n"))
					}
				}
				for _, of := range tableViewers {
					tried += b.removedMeanwhile(t, v, of)
				}
				n, because := b.replayed(t, v, tableViewers)
				if tried += n; because != "" {
					left += len(tableViewers)
					reasons[because] += len(tableViewers)
				}
			})
		}
		t.Logf("%d verbs, %d dimensions and %d kinds of viewers: %d cells tried, %d do not apply", len(all),
			len(dimensions)+3, len(tableViewers), tried, left)
		for _, because := range slices.Sorted(maps.Keys(reasons)) {
			t.Logf("  %d: %s", reasons[because], because)
		}
	})
}

// mutationOf returns the name of the mutation of an entry in verbs. The key may have a suffix that describes a
// variant.
func mutationOf(name string) string {
	name, _, _ = strings.Cut(name, " ")
	return name
}

// fieldsOf returns the input fields of a mutation. SCIM operations have no fields that grant something.
func fieldsOf(name string) map[string]bool {
	fields := map[string]bool{}
	if f := contract.Mutation.Fields.ForName(mutationOf(name)); f != nil {
		for _, inner := range contract.Types[f.Arguments.ForName("input").Type.Name()].Fields {
			fields[inner.Name] = true
		}
	}
	return fields
}

// send sends the request of a verb.
func (b *bench) send(as actor, in input) answer {
	if method, ok := in["method"].(string); ok {
		return b.w.scim(as, method, in["path"].(string), in["body"])
	}
	return b.w.change(as, mutationOf(b.name), in)
}

// try sends the request of a cell and returns the number of requests: two for a mutation, whose dry run must be
// refused in the same way.
func (b *bench) try(t *testing.T, dimension string, of *tableViewer, c cell) int {
	t.Helper()
	as := of.actor
	if other, ok := c.in["\x00as"].(*tableViewer); ok {
		as = other.actor
		delete(c.in, "\x00as")
	}
	runs := []input{c.in}
	if b.fields["dryRun"] {
		dry := c.in.with(input{"dryRun": true})
		if runs = append(runs, dry); c.want == "" || c.want == anything {
			runs = []input{dry} // a real run would make the change
		}
	} else if c.want == "" || c.want == anything {
		return 1 // SCIM has no dry run, and operations that are allowed are tested elsewhere
	}
	for _, in := range runs {
		a := b.send(as, in)
		if c.want == anything || a.code == c.want {
			continue
		}
		t.Errorf("%s, %s (dry run: %v): code %q, want %q: %d %.300s\n  input %v", of.kind, dimension,
			in["dryRun"] == true, a.code, c.want, a.status, a.text, in)
	}
	return len(runs)
}

// removedMeanwhile takes all rights from the viewer between the headers and the body of a request.
func (b *bench) removedMeanwhile(t *testing.T, v *verb, of *tableViewer) int {
	t.Helper()
	at := here
	if of.customer == b.w.birch {
		at = there
	}
	in := b.at(v, at)
	if in["method"] == http.MethodDelete {
		in = in.with(input{"body": "{}"})
	}
	var before dump
	meanwhile := func() {
		b.w.clock.Advance(time.Second)
		of.remove()
		before = b.w.readDump()
	}
	var a answer
	if method, ok := in["method"].(string); ok {
		r := b.w.request(method, "/scim/v2"+in["path"].(string),
			&delayedBody{Reader: strings.NewReader(fmt.Sprint(in["body"])), before: meanwhile})
		r.Header.Set("Content-Type", "application/scim+json")
		of.credential(r)
		a = b.w.serve(r)
	} else {
		a = b.w.slowly(of.actor, mutationOf(b.name), in, meanwhile)
	}
	if before == nil { // the request was refused before its body was read, or had no body
		meanwhile()
		of.restore()
		if v.refusal(of, at) == "" && in["method"] != http.MethodDelete {
			t.Errorf("%s, removed meanwhile: the body was not read: %d %.300s", of.kind, a.status, a.text)
		}
		return 1
	}
	if d := before.changed(b.w.readDump()); len(d) > 0 {
		t.Errorf("%s, removed meanwhile: something was changed: %s\n  %d %.300s", of.kind, strings.Join(d, "\n"),
			a.status, a.text)
	}
	if v.refusal(of, at) == "" && a.code != "UNAUTHENTICATED" {
		t.Errorf("%s, removed meanwhile: code %q, want UNAUTHENTICATED: %d %.300s", of.kind, a.code, a.status, a.text)
	}
	of.restore()
	return 1
}

// replayed runs the verb with an idempotency key for the first viewer who may. Then every other viewer repeats the
// request, and so does the first viewer after losing all rights. None of them may get the result.
func (b *bench) replayed(t *testing.T, v *verb, tableViewers []*tableViewer) (int, string) {
	t.Helper()
	if !b.fields["idempotencyKey"] {
		return 0, "an operation of SCIM has no key to repeat it by"
	}
	var first *tableViewer
	for _, of := range tableViewers {
		if of.customer == b.w.alder && v.refusal(of, here) == "" {
			first = of
			break
		}
	}
	if first == nil && v.right != operate {
		return 0, "nobody of the table may carry it out"
	}
	as := b.w.operator
	if first != nil {
		as = first.actor
	}
	in := b.at(v, here).with(input{"idempotencyKey": "once " + b.name})
	done := b.send(as, in)
	if done.refused() {
		t.Errorf("the first time is refused: %v %.400s", done.codes, done.text)
		return 0, ""
	}
	count := 0
	for _, of := range tableViewers {
		want := v.refusal(of, here)
		if of == first || want == "" || want == anything {
			continue
		}
		before := b.w.readDump()
		if a := b.send(of.actor, in); a.code == "" || a.data["replayed"] == true {
			t.Errorf(`%s, replay: %d %.300s, want code != "" and data[replayed] != true`, of.kind, a.status, a.text)
		}
		if d := before.changed(b.w.readDump()); len(d) > 0 {
			t.Errorf("%s, replay: something was changed: %v", of.kind, d)
		}
		count++
	}
	if first != nil {
		var before dump
		again := b.w.slowly(first.actor, mutationOf(b.name), in, func() {
			b.w.clock.Advance(time.Second)
			first.remove()
			before = b.w.readDump()
		})
		if again.code != "UNAUTHENTICATED" {
			t.Errorf("%s, replay once removed: code %q: %d %.300s", first.kind, again.code, again.status, again.text)
		}
		if d := before.changed(b.w.readDump()); len(d) > 0 {
			t.Errorf("%s, replay once removed: something was changed: %v", first.kind, d)
		}
		first.restore()
		count++
	}
	return count, ""
}
