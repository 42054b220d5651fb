package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// question is one operation of the walk.
type question struct {
	document  string
	variables map[string]any
}

// walker asks the whole contract: every root field, and every field of every type, with arguments that name rows and texts
// of a household wherever an argument can.
type walker struct {
	t      *testing.T
	schema *ast.Schema
	// ids and texts are what the arguments name.
	ids   []gid.ID
	texts []string
}

func newWalker(t *testing.T, env *testenv.Env, h *household) *walker {
	return &walker{t, generated.NewExecutableSchema(generated.Config{}).Schema(), h.ids(t, env), append([]string{h.mark,
		h.mark + ".admin", h.mark + ".member", h.mark + "@" + h.mark + ".example", h.mark + " line", h.mark + " entitlement"}, h.externalValues...)}
}

// rootQuestions asks each root field once without arguments, as far as it can be, and once for each argument, or field of an
// argument, that can name a row or a text.
func (w *walker) rootQuestions() []question {
	var all []question
	for _, f := range w.schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		fields := selection(w.schema, f, walkDepth)[len(f.Name):]
		if w.schema.Types[f.Type.Name()].Kind == ast.Interface {
			fields = "{ id }"
		}
		if f.Arguments.ForName("first") != nil {
			fields = fields[strings.Index(fields, ")")+1:]
		}
		var declare, pass []string
		required := map[string]bool{}
		for _, a := range f.Arguments {
			declare = append(declare, "$"+a.Name+": "+a.Type.String())
			pass = append(pass, a.Name+": $"+a.Name)
			required[a.Name] = a.Type.NonNull && a.DefaultValue == nil
		}
		document := "query { " + f.Name + " " + fields + " }"
		if len(declare) > 0 {
			document = fmt.Sprintf("query (%s) { %s(%s) %s }", strings.Join(declare, ", "), f.Name, strings.Join(pass, ", "), fields)
		}
		needed := slices.Contains(slices.Collect(maps.Values(required)), true)
		if !needed {
			all = append(all, question{document, nil})
		}
		for _, a := range f.Arguments {
			for _, value := range w.values(a.Type, 0) {
				variables := map[string]any{a.Name: value}
				all = append(all, question{document, variables})
				// Where rows are found by their user name or by id alone, nothing else may be given.
				if !needed && f.Arguments.ForName("first") != nil {
					all = append(all, question{document, map[string]any{a.Name: value, "first": 100}})
				}
			}
		}
	}
	return all
}

// values are the values of an argument that name rows or texts; of an input object, one field at a time.
func (w *walker) values(of *ast.Type, depth int) []any {
	if of.Elem != nil {
		var lists []any
		for _, v := range w.values(of.Elem, depth) {
			lists = append(lists, []any{v})
		}
		return lists
	}
	d := w.schema.Types[of.NamedType]
	switch {
	case of.NamedType == "ID":
		var all []any
		for _, id := range w.ids {
			all = append(all, id.String())
		}
		return all
	case of.NamedType == "String":
		var all []any
		for _, s := range w.texts {
			all = append(all, s)
		}
		return all
	case d.Kind == ast.Enum:
		var all []any
		for _, v := range d.EnumValues {
			all = append(all, v.Name)
		}
		return all
	case d.Kind == ast.InputObject && depth < 2:
		var all []any
		for _, f := range d.Fields {
			for _, v := range w.values(f.Type, depth+1) {
				all = append(all, map[string]any{f.Name: v})
			}
		}
		return all
	}
	return nil
}

// nodeQuestions asks every field of every type that has a global id, for rows with these ids, with and without arguments.
func (w *walker) nodeQuestions(ids []gid.ID) []question {
	byType := map[string][]string{}
	for _, id := range ids {
		name := typeName(id.Type())
		byType[name] = append(byType[name], id.String())
	}
	var all []question
	for _, name := range slices.Sorted(maps.Keys(byType)) {
		d := w.schema.Types[name]
		if d == nil || !slices.Contains(d.Interfaces, "Node") {
			continue
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			asked := selection(w.schema, f, walkDepth)
			all = append(all, question{fmt.Sprintf("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on %s { id %s } } }", name, asked),
				map[string]any{"ids": byType[name]}})
			for _, a := range f.Arguments {
				if strings.HasPrefix(a.Name, "first") || a.Name == "last" || a.Name == "after" || a.Name == "before" || a.Name == "on" {
					continue
				}
				fields := ""
				if at := strings.Index(asked, "{"); at >= 0 {
					fields = asked[at:]
				}
				for _, v := range w.values(a.Type, 0) {
					all = append(all, question{fmt.Sprintf("query ($ids: [ID!]!, $v: %s) { nodes(ids: $ids) { ... on %s { id %s(%s: $v) %s } } }",
						a.Type, name, f.Name, a.Name, fields), map[string]any{"ids": byType[name], "v": v}})
				}
			}
		}
	}
	return all
}

func typeName(t gid.Type) string {
	for name, typ := range map[string]gid.Type{"Account": gid.Account, "User": gid.User, "Membership": gid.Membership,
		"Entitlement": gid.Entitlement, "LineItem": gid.LineItem, "Period": gid.Period, "Coverage": gid.Coverage,
		"CoverageItem": gid.CoverageItem, "Device": gid.Device, "LicenseServer": gid.LicenseServer, "Allocation": gid.Allocation,
		"Activation": gid.Activation, "UsageRecord": gid.UsageRecord, "Invitation": gid.Invitation, "AccessRequest": gid.AccessRequest,
		"DirectoryGroup": gid.DirectoryGroup, "ApiKey": gid.APIKey} {
		if typ == t {
			return name
		}
	}
	return ""
}

// producers are the types of the producer's catalog, which everybody may read, and those whose fields only the answers of
// changes have.
var producers = []string{"ProductLine", "Product", "SuiteMember", "ProductFeature", "Feature", "PartNumber", "ListPrice",
	"LicenseModel", "LicenseModelVersion", "UnitOfMeasure", "CoverageLevel", "Meter", "System", "Effect", "Warning", "UserError",
	"Holding", "Money"}

// A viewer of one customer obtains nothing of another: not by root fields, ids, edges, filters, orders, counts, names in other
// systems, cursors, or the text of an error. What the walk sees is compared byte by byte with what it saw before the other
// customer was there, and searched for every id and every text of the other.
func TestNobodySeesWhatIsNotTheirs(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var alpha, bravo *household
		env.Fill(t, func(f *testenv.Fixture) { alpha = furnish(t, f, "Alpha", nil) })
		own := newWalker(t, env, alpha)
		viewers := map[string]*viewer.Viewer{
			"administrator":           alpha.asAdministrator(),
			"member":                  alpha.asMember(vocabulary.EveryService, vocabulary.RoleLicenseManager),
			"reader of the community": alpha.asMember(1, vocabulary.RoleReader),
		}
		before := map[string][]string{}
		questions := append(own.rootQuestions(), own.nodeQuestions(own.ids)...)
		for name, v := range viewers {
			for _, q := range questions {
				before[name] = append(before[name], raw(t, env.As(v), q))
			}
		}
		env.Fill(t, func(f *testenv.Fixture) { bravo = furnish(t, f.After(1000), "Bravo", alpha) })
		env.Fill(t, func(f *testenv.Fixture) { crossBack(t, f.After(2000), alpha, bravo) })
		theirs := newWalker(t, env, bravo)
		foreign := foreignWords(bravo, theirs.ids)
		for name, v := range viewers {
			for n, q := range questions {
				got := raw(t, env.As(v), q)
				leaked(t, name, q, asToldOnPurpose(got, bravo), foreign)
				if got != before[name][n] && !changesBySharing(q.document) {
					t.Errorf("%s: another customer changes what is answered to %s %v:\n%.300s\n%.300s", name, q.document, q.variables, before[name][n], got)
				}
			}
			for _, q := range append(theirs.rootQuestions(), theirs.nodeQuestions(theirs.ids)...) {
				got := raw(t, env.As(v), q)
				leaked(t, name, q, withoutEcho(got, q), foreign)
			}
		}
		t.Logf("%d questions about the own, %d about the other's", len(questions),
			len(theirs.rootQuestions())+len(theirs.nodeQuestions(theirs.ids)))
		seenByTheirOwn(t, env, theirs, bravo)
	})
}

// seenByTheirOwn fails where the walk proves nothing: where the other customer's own viewer never sees a value either.
func seenByTheirOwn(t *testing.T, env *testenv.Env, w *walker, h *household) {
	t.Helper()
	seen := map[string]bool{}
	own := env.As(h.asAdministrator())
	for _, q := range append(w.rootQuestions(), w.nodeQuestions(w.ids)...) {
		answer := own.Ask(t, q.document, q.variables)
		var data map[string]any
		if len(answer.Data) == 0 || json.Unmarshal(answer.Data, &data) != nil {
			continue
		}
		collectAll(w.schema, w.schema.Query, data, seen)
	}
	types, fields := 0, 0
	for _, d := range w.schema.Types {
		if d.Kind != ast.Object || d.BuiltIn || strings.HasPrefix(d.Name, "__") || d == w.schema.Mutation ||
			slices.Contains(producers, d.Name) || strings.HasSuffix(d.Name, "Payload") {
			continue
		}
		base := strings.TrimSuffix(strings.TrimSuffix(d.Name, "Connection"), "Edge")
		if slices.Contains(producers, base) {
			continue
		}
		types++
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") || neverForCustomers[d.Name+"."+f.Name] {
				continue
			}
			fields++
			if !seen[d.Name+"."+f.Name] {
				t.Errorf("%s.%s: its own viewer never saw a value, so that the walk proves nothing", d.Name, f.Name)
			}
		}
	}
	t.Logf("every one of %d object types that are not the producer's, %d fields", types, fields)
}

// neverForCustomers are fields that have a value only for the producer's people, and for programs.
var neverForCustomers = map[string]bool{"User.producerRole": true, "Viewer.producerRole": true, "Viewer.viewingAs": true,
	"Viewer.narrowedTo": true, "ApiKey.producerRole": true, "AuditEntry.onBehalfOf": true}

// collectAll notes which fields had a value; nodes of the interface are told apart by the fields they answer.
func collectAll(schema *ast.Schema, d *ast.Definition, object map[string]any, seen map[string]bool) {
	if d.Kind == ast.Interface {
		id, _ := object["id"].(string)
		parsed, err := gid.Parse(id)
		if err != nil {
			return
		}
		if d = schema.Types[typeName(parsed.Type())]; d == nil {
			return
		}
	}
	for name, value := range object {
		f := d.Fields.ForName(name)
		if f == nil || value == nil {
			continue
		}
		inner := schema.Types[f.Type.Name()]
		for _, v := range flatten(value) {
			if v == nil {
				continue
			}
			seen[d.Name+"."+name] = true
			if o, ok := v.(map[string]any); ok && inner != nil {
				collectAll(schema, inner, o, seen)
			}
		}
	}
}

// crossBack makes rows of one household point to rows of another, wherever the data model lets them.
func crossBack(t testing.TB, f *testenv.Fixture, from, to *household) {
	t.Helper()
	ctx, c := f.Context(), f.Client()
	for _, err := range []error{
		c.Entitlement.Update().SetChannelPartnerID(to.account).Exec(ctx),
		c.LineageStep.Update().SetCounterpartID(to.line).Exec(ctx),
		c.Membership.Update().SetGrantedByID(to.member).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	_ = from
}

// changesBySharing tells of questions whose answer another customer may change: the catalog is everybody's, and so are what
// crossBack pointed across on purpose, which is then searched for foreign words alone.
func changesBySharing(document string) bool {
	for _, field := range []string{"lineage", "systems", "channelPartner", "grantedBy", "products", "productLines", "unitsOfMeasure",
		"partNumber", "licenseModel", "meter"} {
		if strings.Contains(document, field) {
			return true
		}
	}
	return false
}

// asToldOnPurpose leaves out the one thing that crosses on purpose: a review names who granted an access, wherever they are.
func asToldOnPurpose(answer string, h *household) string {
	return strings.ReplaceAll(answer, `"grantedBy":"`+h.mark+`.member"`, "")
}

// foreignWords are the ids of a household, and the texts in its rows.
func foreignWords(h *household, ids []gid.ID) []string {
	words := []string{h.mark, strings.ToLower(h.mark)}
	for _, id := range ids {
		words = append(words, id.String())
	}
	return words
}

func raw(t *testing.T, env *testenv.Env, q question) string {
	t.Helper()
	answer := env.Ask(t, q.document, q.variables)
	errors, err := json.Marshal(answer.Errors)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range answer.Errors {
		if e.Extensions.Code == "INTERNAL" {
			t.Errorf("%s %v: %+v", q.document, q.variables, e)
		}
	}
	return string(answer.Data) + string(errors)
}

// withoutEcho leaves out of an answer what it only repeats of the question.
func withoutEcho(answer string, q question) string {
	for _, v := range q.variables {
		for _, text := range textsIn(v) {
			answer = strings.ReplaceAll(answer, text, "")
		}
	}
	return answer
}

func textsIn(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	case []any:
		var all []string
		for _, inner := range v {
			all = append(all, textsIn(inner)...)
		}
		return all
	case map[string]any:
		var all []string
		for _, inner := range v {
			all = append(all, textsIn(inner)...)
		}
		return all
	}
	return nil
}

func leaked(t *testing.T, who string, q question, answer string, foreign []string) {
	t.Helper()
	for _, word := range foreign {
		if strings.Contains(answer, word) {
			t.Errorf("%s sees %q by %s %v: %.300s", who, word, q.document, q.variables, answer)
			return
		}
	}
}
