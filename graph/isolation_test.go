package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineagestep"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// question is one operation that the walk sends.
type question struct {
	document  string
	variables map[string]any
	// argument is the path of the argument that holds an id or a text, including fields of input objects; "" for none.
	argument string
}

// argumentValue is a value of an argument that contains an id or a text, and the path to it through fields of input
// objects.
type argumentValue struct {
	value any
	path  string
}

// walker generates questions for the whole schema: every root field, and every field of every type, with the ids and
// texts of a tenant fixture in every argument that can hold them.
type walker struct {
	t      *testing.T
	schema *ast.Schema
	// ids and texts are the values of arguments.
	ids   []gid.ID
	texts []string
	// home is the account of the viewers, product one to which it has rights, and unit one in which they are counted.
	home, product, unit gid.ID
}

func newWalker(t *testing.T, env *testenv.Env, h *tenantFixture) *walker {
	line := env.Store.Client().LineItem.GetX(testenv.Operator(t), h.line)
	return &walker{t, generated.NewExecutableSchema(generated.Config{}).Schema(), h.ids(t, env),
		append([]string{h.mark,
			h.mark + ".admin", h.mark + ".member", h.mark + "@" + h.mark + ".example", h.mark + " line",
			h.mark + " entitlement",
			strings.ToLower(h.mark) + ".example"}, h.externalValues...), h.account,
		line.ProductID, line.UnitID}
}

// rootQuestions returns, for each root field, one question without optional arguments, if possible, and one for each
// argument or input field that can hold an id or a text.
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
		required, besides := map[string]bool{}, map[string]any{}
		for _, a := range f.Arguments {
			declare = append(declare, "$"+a.Name+": "+a.Type.String())
			pass = append(pass, a.Name+": $"+a.Name)
			required[a.Name] = a.Type.NonNull && a.DefaultValue == nil
			if required[a.Name] && a.Type.NamedType == "DateTime" {
				besides[a.Name] = "2200-01-01T00:00:00Z"
			}
			if required["from"] {
				besides["from"] = "1970-01-01T00:00:00Z"
			}
		}
		document := "query { " + f.Name + " " + fields + " }"
		if len(declare) > 0 {
			document = fmt.Sprintf("query (%s) { %s(%s) %s }", strings.Join(declare, ", "), f.Name,
				strings.Join(pass, ", "), fields)
		}
		switch f.Name {
		case "eligibility":
			all = append(all, w.eligibilityQuestions(document)...)
			continue
		case "convert":
			all = append(all, w.conversionQuestions(document)...)
			continue
		}
		needed := slices.Contains(slices.Collect(maps.Values(required)), true)
		if !needed {
			all = append(all, question{document: document})
		}
		for _, a := range f.Arguments {
			for _, v := range w.values(a.Type, 0) {
				argument := f.Name + "." + a.Name + v.path
				variables := maps.Clone(besides)
				variables[a.Name] = v.value
				all = append(all, question{document, variables, argument})
				// Fields that find one object by user name or id accept no other argument.
				if !needed && f.Arguments.ForName("first") != nil {
					all = append(all, question{document, map[string]any{a.Name: v.value, "first": 100}, argument})
				}
			}
		}
	}
	return all
}

// eligibilityQuestions asks for each object what may be done with it and, of an account, with each product.
func (w *walker) eligibilityQuestions(document string) []question {
	var all []question
	for _, action := range vocabulary.EligibilityAction("").Values() {
		for _, id := range w.ids {
			all = append(all, question{document, map[string]any{"subject": id.String(), "action": action},
				"eligibility.subject"})
			all = append(all, question{document, map[string]any{"subject": id.String(), "action": action,
				"product": w.product.String()}, "eligibility.subject"})
		}
	}
	return all
}

// conversionQuestions asks for an amount from and into each object, of which few are units.
func (w *walker) conversionQuestions(document string) []question {
	var all []question
	for _, id := range append([]gid.ID{w.unit}, w.ids...) {
		for _, units := range [][2]gid.ID{{id, w.unit}, {w.unit, id}, {id, id}} {
			all = append(all, question{document, map[string]any{"amount": "1.5", "from": units[0].String(),
				"to": units[1].String()}, "convert.from"})
		}
	}
	return all
}

// maxInputDepth is the maximum nesting of generated input objects. The schema nests less deeply.
const maxInputDepth = 6

// values returns the values of an argument that contain ids or texts. For an input object, each value sets one field,
// at any depth, and the required fields; each is generated alone, limited to the account of the viewers, and with the
// accounts below it.
func (w *walker) values(of *ast.Type, depth int) []argumentValue {
	var all []argumentValue
	if of.Elem != nil {
		for _, v := range w.values(of.Elem, depth) {
			all = append(all, argumentValue{[]any{v.value}, v.path})
		}
		return all
	}
	d := w.schema.Types[of.NamedType]
	switch {
	case of.NamedType == "ID":
		for _, id := range w.ids {
			all = append(all, argumentValue{value: id.String()})
		}
	case of.NamedType == "String":
		for _, s := range w.texts {
			all = append(all, argumentValue{value: s})
		}
	case d.Kind == ast.Enum:
		for _, v := range d.EnumValues {
			all = append(all, argumentValue{value: v.Name})
		}
	case d.Kind == ast.InputObject && depth < maxInputDepth:
		for _, f := range d.Fields {
			for _, v := range w.values(f.Type, depth+1) {
				for _, besides := range w.besides(d, f) {
					besides[f.Name] = v.value
					all = append(all, argumentValue{besides, "." + f.Name + v.path})
				}
			}
		}
	}
	return all
}

// besides returns sets of further fields to set in an input object beside a field: the required fields, and those that
// widen or narrow the result.
func (w *walker) besides(d *ast.Definition, field *ast.FieldDefinition) []map[string]any {
	least := map[string]any{}
	for _, f := range d.Fields {
		if f != field && f.Type.NonNull && f.DefaultValue == nil && f.Type.NamedType == "ID" {
			least[f.Name] = w.home.String()
		}
	}
	all := []map[string]any{least}
	if f := d.Fields.ForName("account"); f != nil && f != field && !f.Type.NonNull && field.Type.Name() == "ID" {
		all = append(all, map[string]any{"account": w.home.String()})
	}
	if f := d.Fields.ForName("includeSubAccounts"); f != nil && field.Name == "account" {
		all = append(all, map[string]any{"includeSubAccounts": true})
	}
	return all
}

// nodeQuestions returns questions for every field of every Node type, for objects with these ids, with and without
// arguments.
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
			for _, asked := range selections(w.schema, f, walkDepth) {
				all = append(all,
					question{document: fmt.Sprintf("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on %s { id %s } } }",
						name, asked),
						variables: map[string]any{"ids": byType[name]}})
			}
			if groupings[f.Name] != nil {
				continue // none of their arguments can hold an id
			}
			for _, a := range f.Arguments {
				if strings.HasPrefix(a.Name, "first") || a.Name == "last" || a.Name == "after" || a.Name == "before" ||
					a.Name == "on" {
					continue
				}
				fields := ""
				if at := strings.Index(asked, "{"); at >= 0 {
					fields = asked[at:]
				}
				for _, v := range w.values(a.Type, 0) {
					all = append(all,
						question{fmt.Sprintf(
							"query ($ids: [ID!]!, $v: %s) { nodes(ids: $ids) { ... on %s { id %s(%s: $v) %s } } }",
							a.Type, name, f.Name, a.Name, fields), map[string]any{"ids": byType[name], "v": v.value},
							name + "." + f.Name + "." + a.Name + v.path})
				}
			}
		}
	}
	return all
}

func typeName(t gid.Type) string {
	for name, typ := range map[string]gid.Type{"Account": gid.Account, "User": gid.User, "Membership": gid.Membership,
		"Entitlement": gid.Entitlement, "LineItem": gid.LineItem, "Period": gid.Period, "Coverage": gid.Coverage,
		"CoverageItem": gid.CoverageItem, "Device": gid.Device, "LicenseServer": gid.LicenseServer,
		"Allocation": gid.Allocation,
		"Activation": gid.Activation, "UsageRecord": gid.UsageRecord, "Invitation": gid.Invitation,
		"AccessRequest":  gid.AccessRequest,
		"DirectoryGroup": gid.DirectoryGroup, "DirectoryRecord": gid.DirectoryRecord, "ApiKey": gid.APIKey,
		"Session":    gid.Session,
		"AuditEntry": gid.AuditEntry, "DecisionRecord": gid.Decision, "ImportRun": gid.ImportRun,
		"Finding": gid.Finding, "Job": gid.Job} {
		if typ == t {
			return name
		}
	}
	return ""
}

// producers lists the types of the producer's catalog, which every viewer may read, and the types that only payloads
// of mutations contain.
var producers = []string{"ProductLine", "Product", "SuiteMember", "ProductFeature", "Feature", "PartNumber",
	"ListPrice",
	"LicenseModel", "LicenseModelVersion", "UnitOfMeasure", "CoverageLevel", "Meter", "System", "Effect", "Warning",
	"UserError",
	"Parameter", "Holding", "Money", "QuantityValue", "ImportRun", "ImportRecordCount", "ImportRuleCount", "Finding",
	"LineItemResult", "IssuedLine", "RenewedLine", "ImportedRow", "CustomField",
	"Job", "JobFailure", "JobMail", "JobCount", "ServerState", "Routine", "ServerCounts", "ServerSample"}

// A viewer of one customer learns nothing about another customer, and nothing about a draft of their own account: not
// by root fields, ids, edges, filters, orders, counts, external ids, cursors, or error messages. The responses are
// compared byte by byte with those from before the other customer and the draft existed, and searched for every id and
// every text of both.
func TestNobodySeesWhatIsNotTheirs(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var alpha, bravo *tenantFixture
		env.Fill(t, func(f *testenv.Fixture) { alpha = newTenantFixture(t, f, "Alpha", nil) })
		own := newWalker(t, env, alpha)
		viewers := map[string]*viewer.Viewer{
			"administrator":           alpha.asAdministrator(),
			"member":                  alpha.asMember(vocabulary.EveryService, vocabulary.RoleLicenseManager),
			"reader of the community": alpha.asMember(1, vocabulary.RoleReader),
			"program":                 alpha.asProgram(t, env, vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite),
		}
		narrow := map[string]*viewer.Viewer{
			"key that mints tokens": alpha.asProgram(t, env, vocabulary.KeyScopeMintWidgetTokens),
			"key of the directory":  alpha.asProgram(t, env, vocabulary.KeyScopeProvision),
			"key that does not read": alpha.asProgram(t, env, vocabulary.KeyScopeProvision,
				vocabulary.KeyScopeMintWidgetTokens),
		}
		before := map[string][]string{}
		questions := append(own.rootQuestions(), own.nodeQuestions(own.ids)...)
		for name, v := range viewers {
			for _, q := range questions {
				before[name] = append(before[name], raw(t, env.As(v), q))
			}
		}
		env.Fill(t, func(f *testenv.Fixture) { bravo = newTenantFixture(t, f.After(1000), "Bravo", alpha) })
		theirs := newWalker(t, env, bravo)
		theirs.home = alpha.account
		env.Fill(t, func(f *testenv.Fixture) {
			addCrossReferences(t, f.After(2000), alpha, bravo)
			addHiddenDraft(t, f.After(3000), alpha)
		})
		theirs.ids = slices.Concat(theirs.ids, alpha.hidden)
		theirs.texts = append(theirs.texts, undeployed+" Alpha line", undeployed+" Alpha line again",
			undeployed+" Alpha entitlement",
			undeployed+" Alpha "+alpha.hidden[0].String())
		foreign := append(foreignWords(bravo, theirs.ids), undeployed, strings.ToLower(undeployed))
		about := slices.Concat(theirs.rootQuestions(), theirs.nodeQuestions(theirs.ids), theirs.nodeQuestions(own.ids))
		compared, aboutNothing := 0, 0
		for name, v := range viewers {
			for n, q := range questions {
				got := raw(t, env.As(v), q)
				leaked(t, name, q, withoutReviewers(got, bravo), foreign)
				if got != before[name][n] && !changesBySharing(q.document) && !tellsThePartner(q) {
					t.Errorf("%s: another customer changes what is answered to %s %v:\n%.300s\n%.300s", name,
						q.document, q.variables, before[name][n], got)
				}
			}
			nothing := map[string]string{} // by the shape of the question
			for _, q := range about {
				got := withoutReviewers(withoutEcho(raw(t, env.As(v), q), q), bravo)
				leaked(t, name, q, got, foreign)
				absent, shape, names := theirs.missing(q)
				if !names {
					continue
				}
				compared++
				other, asked := nothing[shape]
				if !asked {
					other = withoutReviewers(withoutEcho(raw(t, env.As(v), absent), absent), bravo)
					nothing[shape] = other
					aboutNothing++
				}
				if other != got {
					t.Errorf("%s is told by %s whether there is such an object: %s %v\n%.300s\n%.300s", name,
						q.argument, q.document, q.variables, got, other)
				}
			}
		}
		mine := append(foreignWords(alpha, own.ids), foreign...)
		for name, v := range narrow {
			for _, q := range slices.Concat(own.rootQuestions(), own.nodeQuestions(own.ids)) {
				words := mine
				if aboutViewer(q) { // the answer names the viewer itself and its account, and no other row
					words = slices.DeleteFunc(slices.Concat(foreign, mine[2:]), func(word string) bool {
						return word == alpha.account.String() || word == alpha.mark ||
							word == strings.ToLower(alpha.mark)
					})
				}
				leaked(t, name, q, withoutEcho(raw(t, env.As(v), q), q), words)
			}
		}
		t.Logf(
			"%d viewers: %d questions about the own, %d about the other's, %d compared with %d about nothing; "+
				"%d narrow keys", len(viewers),
			len(questions), len(about), compared, aboutNothing, len(narrow))
		theirs.ids = slices.DeleteFunc(theirs.ids, func(id gid.ID) bool { return slices.Contains(alpha.hidden, id) })
		checkOwnViewersSee(t, env, theirs, bravo)
	})
}

// missing returns the question with ids that do not exist in place of the other customer's ids; false if it contains
// none. Questions of one shape differ in these ids alone, not in their types, so that one answer is that of them all.
func (w *walker) missing(q question) (absent question, shape string, names bool) {
	if q.argument == "" {
		return q, "", false
	}
	without := func(id gid.ID) string {
		names = true
		return gid.New(id.Type(), id.Locality()).String()
	}
	variables, _ := w.replaceIDs(q.variables, without).(map[string]any)
	kinds := w.replaceIDs(q.variables, func(id gid.ID) string { return fmt.Sprint(id.Type(), id.Locality()) })
	text, err := json.Marshal(kinds)
	if err != nil {
		w.t.Fatal(err)
	}
	return question{q.document, variables, q.argument}, q.document + string(text), names
}

// replaceIDs returns a value of a variable with another text for each id of the other customer.
func (w *walker) replaceIDs(v any, by func(gid.ID) string) any {
	switch v := v.(type) {
	case string:
		if id, err := gid.Parse(v); err == nil && slices.Contains(w.ids, id) {
			return by(id)
		}
		return v
	case []any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = w.replaceIDs(v[i], by)
		}
		return all
	case map[string]any:
		all := map[string]any{}
		for name := range v {
			all[name] = w.replaceIDs(v[name], by)
		}
		return all
	}
	return v
}

// checkOwnViewersSee fails where the walk proves nothing: where the other customer's own viewers never see a value
// either. The administrator is asked everything; the others are asked who they are, of which each credential tells
// something else.
func checkOwnViewersSee(t *testing.T, env *testenv.Env, w *walker, h *tenantFixture) {
	t.Helper()
	seen := map[string]bool{}
	roots := w.rootQuestions()
	own := env.As(h.asAdministrator())
	for _, q := range slices.Concat(roots, w.nodeQuestions(w.ids), w.catalogQuestions(h.catalog)) {
		w.see(t, own, q, seen)
	}
	for _, v := range []*viewer.Viewer{h.asMember(1, vocabulary.RoleReader),
		h.asProgram(t, env, vocabulary.KeyScopeRead),
		signedIn(t, env, h.administrator)} {
		for _, q := range roots {
			if aboutViewer(q) {
				w.see(t, env.As(v), q, seen)
			}
		}
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

// see asks a question and notes which fields had a value.
func (w *walker) see(t *testing.T, env *testenv.Env, q question, seen map[string]bool) {
	t.Helper()
	answer := env.Ask(t, q.document, q.variables)
	var data map[string]any
	if len(answer.Data) > 0 && json.Unmarshal(answer.Data, &data) == nil {
		collectAll(w.schema, w.schema.Query, data, seen)
	}
}

// catalogQuestions asks each root by id of the producer's catalog, with each of the ids.
func (w *walker) catalogQuestions(ids []gid.ID) []question {
	var all []question
	for _, f := range w.schema.Query.Fields {
		if !slices.Contains(producers, f.Type.Name()) || len(f.Arguments) != 1 || f.Arguments[0].Name != "id" {
			continue
		}
		for _, id := range ids {
			all = append(all, question{document: fmt.Sprintf("query ($id: ID!) { %s(id: $id) { id } }", f.Name),
				variables: map[string]any{"id": id.String()}})
		}
	}
	return all
}

func aboutViewer(q question) bool { return strings.HasPrefix(q.document, "query { viewer ") }

// neverForCustomers are fields that have a value only for the producer's people, and for programs.
var neverForCustomers = map[string]bool{"User.producerRole": true, "Viewer.producerRole": true,
	"Viewer.viewingAs":  true,
	"Viewer.narrowedTo": true, "Viewer.account": true, "ApiKey.producerRole": true, "AuditEntry.onBehalfOf": true,
	"Query.producerUsers": true, "Query.producerApiKeys": true, "Query.widgetDocuments": true,
	"Query.widgetOrigins": true,
	"Query.importRuns":    true, "Query.importRun": true, "Query.finding": true, "Query.jobs": true, "Query.job": true,
	"Query.serverState":      true,
	"ApiKeyConnection.edges": true, "ApiKeyConnection.nodes": true, "ApiKeyConnection.pageInfo": true,
	"ApiKeyConnection.totalCount": true, "ApiKeyEdge.cursor": true, "ApiKeyEdge.node": true,
	"WidgetDocument.hash": true, "WidgetDocument.name": true, "WidgetDocument.text": true,
	"WidgetDocument.createdAt": true, "WidgetOrigin.origin": true, "WidgetOrigin.createdAt": true,
	// The administrator who is asked has every role, and the rights of the fixture have none of these reasons.
	// TestARemedyTakesItsReasonAway and its neighbours ask for them.
	"EligibilityReason.successor": true, "EligibilityReason.role": true, "EligibilityReason.service": true,
	"EligibilityReason.from": true, "EligibilityReason.to": true, "EligibilityRemedy.on": true}

// collectAll records which fields had a value. It tells types of an interface apart by their fields.
func collectAll(schema *ast.Schema, d *ast.Definition, object map[string]any, seen map[string]bool) {
	if typename, ok := object["__typename"].(string); ok && d.Kind == ast.Interface && d.Name != "Node" {
		d = schema.Types[typename]
	}
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

// addCrossReferences makes rows of one tenant refer to rows of another, wherever the data model allows it. The rows
// keep their updated_at, because a customer must not learn from it that another customer was added.
func addCrossReferences(t testing.TB, f *testenv.Fixture, from, to *tenantFixture) {
	t.Helper()
	ctx, c := f.Context(), f.Client()
	for _, row := range c.Entitlement.Query().Where(entitlement.AccountID(from.account)).AllX(ctx) {
		c.Entitlement.UpdateOne(row).SetChannelPartnerID(to.account).SetUpdatedAt(row.UpdatedAt).ExecX(ctx)
	}
	for _, row := range c.Membership.Query().Where(membership.AccountID(from.account)).AllX(ctx) {
		c.Membership.UpdateOne(row).SetGrantedByID(to.member).SetUpdatedAt(row.UpdatedAt).ExecX(ctx)
	}
	for _, err := range []error{
		c.LineageStep.Update().Where(lineagestep.AccountID(from.account),
			lineagestep.CounterpartIDNotIn(from.hidden...)).SetCounterpartID(to.line).Exec(ctx),
		// One of the people is a member of the other too, and the account is below one that it does not see.
		c.Membership.Create().SetID(gid.New(gid.Membership, to.account.Locality())).SetAccountID(to.account).
			SetUserID(from.limited).SetRoles(1).
			SetServiceAccess(1).SetIncludeSubAccounts(false).SetCreatedAt(1).Exec(ctx),
		c.AccountLink.Create().SetParentID(to.club).SetChildID(from.account).Exec(ctx),
		c.AccountPath.Create().SetAncestorID(to.club).SetDescendantID(from.account).SetDepth(1).Exec(ctx),
		c.AccountPath.Create().SetAncestorID(to.club).SetDescendantID(from.below).SetDepth(2).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// changesBySharing tells whether another customer may legitimately change the response to a question: because it
// contains the shared catalog, rows that addCrossReferences created, or what was paid by the partner that it set. Such
// responses are only searched for foreign words.
func changesBySharing(document string) bool {
	for _, field := range []string{"lineage", "systems", "channelPartner", "grantedBy", "products", "productLines",
		"unitsOfMeasure", "features", "coverageLevels",
		"partNumber", "licenseModel", "meter", "customFields(", "price"} {
		if strings.Contains(document, field) {
			return true
		}
	}
	return false
}

// tellsThePartner tells whether the response to a question says that a right was sold through a partner, as
// addCrossReferences lets it be, or that another line took its place. It is searched for foreign words all the same.
func tellsThePartner(q question) bool {
	return strings.HasPrefix(q.argument, "eligibility.") && q.variables["action"] == "RENEW"
}

// withoutReviewers removes the one value that crosses on purpose: an access review names the user who granted an
// access, even if that user belongs to another customer.
func withoutReviewers(answer string, h *tenantFixture) string {
	return strings.ReplaceAll(answer, `"grantedBy":{"name":"`+h.mark+`.member"`, "")
}

// foreignWords returns the ids of a tenant and the texts in its rows.
func foreignWords(h *tenantFixture, ids []gid.ID) []string {
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
			t.Errorf(`%s %v: %+v, want Code != "INTERNAL"`, q.document, q.variables, e)
		}
	}
	return string(answer.Data) + string(errors)
}

// withoutEcho removes the parts of a response that only repeat the question.
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
