package graph_test

import (
	"bytes"
	"context"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/graph/oracle/naive"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
)

// The server's responses to random documents equal those of the reference implementation of GraphQL, which gets its
// values from package naive, one field of one object at a time.
func TestAnswersAreThoseOfTheReference(t *testing.T) {
	skipOracle(t)
	count := 1000
	if os.Getenv("MUNIMENT_SOAK") != "" {
		count = 50_000
	}
	if text := os.Getenv("MUNIMENT_TEST_DOCUMENTS"); text != "" {
		count, _ = strconv.Atoi(text)
	}
	seed := seedOfTest(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		world := newOracleWorld(t, env)
		total := tally{values: map[string]int{}}
		began := time.Now()
		for _, name := range slices.Sorted(maps.Keys(world.viewers)) {
			total.add(world.compare(t, name, seed, count/len(world.viewers)))
		}
		t.Logf("%d documents, %d differ, %d with errors, %d refused, %d too costly; %d fields asked in %s",
			total.documents, total.differ, total.errors, total.refused, total.costly, total.asked,
			time.Since(began).Round(time.Second))
		if total.costly*100 > total.documents {
			t.Errorf("the server refused %d of %d documents as too costly", total.costly, total.documents)
		}
		world.logCoverage(t, total.values)
	})
}

func seedOfTest(t *testing.T) int {
	t.Helper()
	seed := int(time.Now().UnixNano() % 1_000_000_000)
	if text := os.Getenv("MUNIMENT_TEST_SEED"); text != "" {
		var err error
		if seed, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("MUNIMENT_TEST_SEED=%d", seed)
	return seed
}

// tally counts the outcomes of documents.
type tally struct {
	documents, differ, errors, refused, asked int
	// costly counts the documents that only the server refused, as too costly: the reference does not weigh documents.
	costly int
	// values counts the values of fields that were not null.
	values map[string]int
}

// noting returns an Answer that also records which fields had a value.
func (t *tally) noting(answer oracle.Answer) oracle.Answer {
	if t.values == nil {
		t.values = map[string]int{}
	}
	return func(q oracle.Question) (any, error) {
		v, err := answer(q)
		if v != nil && err == nil {
			t.values[q.Type+"."+q.Name]++
		}
		return v, err
	}
}

func (t *tally) add(o tally) {
	t.documents += o.documents
	t.differ += o.differ
	t.costly += o.costly
	t.errors += o.errors
	t.refused += o.refused
	t.asked += o.asked
	for field, n := range o.values {
		t.values[field] += n
	}
}

// logCoverage names the fields that never had a value.
func (w *oracleWorld) logCoverage(t *testing.T, values map[string]int) {
	t.Helper()
	var missing []string
	fields := 0
	for name, d := range w.schema.Schema().Types {
		if d.Kind != ast.Object || strings.HasPrefix(name, "__") || name == "Mutation" ||
			strings.HasSuffix(name, "Payload") ||
			slices.Contains([]string{"Effect", "Warning", "UserError", "Holding"}, name) {
			continue
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if fields++; values[name+"."+f.Name] == 0 {
				missing = append(missing, name+"."+f.Name)
			}
		}
	}
	slices.Sort(missing)
	t.Logf("%d of %d fields had a value; not: %s", fields-len(missing), fields, strings.Join(missing, " "))
}

// regressions lists documents for which the server once differed from the reference. %s is the account of the viewer.
var regressions = map[string]struct{ viewer, document string }{
	"coverages of other customers": {"key", `{
		coverages(filter: {account: "%s", status: [WITHDRAWN]}) {totalCount nodes {id}}}`},
	"coverages of other accounts": {"operator", `{
		coverages(filter: {account: "%s", status: [WITHDRAWN]}) {totalCount nodes {id}}}`},
	"line items of other accounts": {"operator", `{
		lineItems(filter: {account: "%s", status: [TEST]}) {totalCount nodes {id}}}`},
	"line items with a state and another condition": {"key", `{account(id: "%s") {
		lineItems(filter: {status: [DRAFT], activationIdStartsWith: "no"}) {totalCount nodes {id}}}}`},
	"coverages with a state and another condition": {"operator", `{account(id: "%s") {
		coverages(filter: {status: [WITHDRAWN], endsBetween: {to: "1999-01-01"}}) {totalCount nodes {id}}}}`},
	"rights of an account without access to them": {"community", `{account(id: "%s") {
		lineItems(filter: {status: [WITHDRAWN]}) {totalCount nodes {id}}
		coverages(filter: {status: [WITHDRAWN]}) {totalCount nodes {id}}}}`},
	"a name that several objects share": {"operator", `{lookup(externalId: {value: "shared"}) {id}}`},
	"activation ids of coverages that follow each other": {"operator", `{
		two: lookup(externalId: {value: "Cover 2"}) {id} four: lookup(externalId: {value: "Cover 4"}) {id}
		six: lookup(externalId: {value: "Cover 6", kind: "maintenance"}) {id}
		eight: lookup(externalId: {value: "Cover 8"}) {id}}`},
	"decisions of a line, newest first": {"operator", `{account(id: "%s") {
		lineItems {nodes {decisions {reason recordedAt}}}}}`},
}

func TestRegressionsOfAnswers(t *testing.T) {
	skipOracle(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newOracleWorld(t, env)
		session := w.session(t, nil)
		for _, name := range slices.Sorted(maps.Keys(regressions)) {
			t.Run(name, func(t *testing.T) {
				r := regressions[name]
				who := w.viewers[r.viewer]
				d := oracle.Document{Text: strings.ReplaceAll(r.document, "%s", w.account.String()),
					Variables: []byte("{}")}
				w.compareOne(t, r.viewer, session, w.answerer(t, who), w.handler(w.schema, who), d, &tally{})
			})
		}
	})
}

// pools returns the argument values for one viewer.
func (w *oracleWorld) pools(a *naive.Answerer, seed int) oracle.Pools {
	random := rand.New(rand.NewPCG(uint64(seed), 1))
	ids := a.IDs(16, w.preferred, random.Shuffle)
	pools := oracle.Pools{
		"Date": days(-400, -30, -11, -10, -1, 0, 1, 9, 10, 11, 25, 60, 400),
		"DateTime": {"2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", "2026-11-22T00:00:00.004001Z",
			"2027-01-01T00:00:00Z"},
		"Query.user.userName":     {"Alpha.admin", "Alpha.member", "crowd.03", "Bravo.member", "nobody"},
		"AuditFilterInput.action": {"inviteMembers", "addUser", "", "none"},
		"String":                  {"alpha", "ALPHA comp", "quay", "harbor", "", "%", "brav", "crowd"},
		"ExternalIdInput.value": {"name 0", "name 1", "name 2", "shared", "Alpha account", "Alpha user",
			"Alpha line", "Bravo line", "CROWD-LINE-1", "crowd-line-1", "Cover 2", "COVER 4", "cover 6", "Cover 8",
			"Alpha coverage", "none"},
		"ExternalIdInput.system": {"crowd 1", "crowd 2", "system of A", "muniment", "none"},
		"ExternalIdInput.kind":   {"kind 0", "kind 1", "account", "line", "activation", "maintenance", ""},
		"ID:unknown": {gid.New(gid.Account, 0).String(), gid.New(gid.LineItem, 0).String(),
			gid.New(gid.Session, 0).String()},
	}
	for name, list := range ids {
		for _, id := range list {
			pools["ID:"+name] = append(pools["ID:"+name], id)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ids)) {
		pools["ID"] = append(pools["ID"], pools["ID:"+name]...)
	}
	pools["AuditFilterInput.actor"] = pools["ID:User"]
	pools["AuditFilterInput.subject"] = pools["ID:LineItem"]
	pools["AuditFilterInput.lineItem"] = pools["ID:LineItem"]
	for _, of := range []string{"", "Account"} {
		pools[of+"EntitlementFilterInput.channelPartner"] = pools["ID:Account"]
		pools[of+"CoverageFilterInput.level"] = pools["ID:CoverageLevel"]
		pools[of+"LineItemFilterInput.activationIdStartsWith"] = []any{"CROWD-LINE-1", "CROWD", "Alpha", "", "z"}
		pools[of+"EntitlementFilterInput.numberStartsWith"] = []any{"CROWD-1", "CROWD", "Alpha", "", "z"}
		pools[of+"LineItemFilterInput.text"] = []any{"crowd", "crowd-line-1", "CROWD", "alpha", "quay", "harbor crowd",
			"", "%", "bravo"}
		pools[of+"DeviceFilterInput.text"] = []any{"machine", "MACHINE 1", "mach 2 1", "alpha", "", "++"}
		pools[of+"MembershipFilterInput.text"] = []any{"alpha", "crowd", "adm", "bravo", "", "++"}
	}
	pools["AccountFilterInput.below"] = pools["ID:Account"]
	// Most root fields with required arguments get arguments for which there are rows.
	some := func(of []any, n int) []any { return of[:min(n, len(of))] }
	for _, id := range some(pools["ID:Account"], 4) {
		filter := map[string]any{"filter": map[string]any{"account": id, "includeSubAccounts": random.IntN(2) == 0}}
		for _, field := range []string{"devices", "licenseServers", "lineItems", "coverages", "entitlements"} {
			pools["Query."+field] = append(pools["Query."+field], filter)
		}
		pools["Query.activations"] = append(pools["Query.activations"],
			map[string]any{"filter": map[string]any{"account": id}})
		pools["Query.memberships"] = append(pools["Query.memberships"], filter,
			map[string]any{"orderBy": "USER_NAME",
				"filter": map[string]any{"account": id, "current": random.IntN(2) == 0}},
			map[string]any{"direction": "DESCENDING"})
		for _, more := range []map[string]any{{"hasFree": random.IntN(2) == 0}, {"hasExcess": random.IntN(2) == 0},
			{"covered": random.IntN(2) == 0, "on": "2026-11-22"}, {"perpetual": random.IntN(2) == 0},
			{"evergreen": random.IntN(3) > 0},
			{"text": []string{"crowd", "CROWD-LINE", "alpha"}[random.IntN(3)]}} {
			more["account"], more["includeSubAccounts"] = id, true
			pools["Query.lineItems"] = append(pools["Query.lineItems"], map[string]any{"filter": more})
		}
		pools["Query.devices"] = append(pools["Query.devices"], map[string]any{"direction": "DESCENDING",
			"filter": map[string]any{"account": id, "includeSubAccounts": true, "text": "machine"}})
		for _, line := range some(pools["ID:ProductLine"], 3) {
			pools["Query.devices"] = append(pools["Query.devices"], map[string]any{"orderBy": "NAME",
				"filter": map[string]any{"account": id, "includeSubAccounts": true, "productLine": line}})
		}
	}
	for _, field := range []string{"devices", "licenseServers", "activations", "coverages", "entitlements",
		"lineItems", "users", "accounts"} {
		pools["Query."+field] = append(pools["Query."+field], map[string]any{"orderBy": "UPDATED",
			"filter": map[string]any{"updatedSince": "2026-11-22T00:00:00.004001Z"}})
	}
	for _, id := range some(pools["ID:LineItem"], 6) {
		pools["Query.activations"] = append(pools["Query.activations"],
			map[string]any{"filter": map[string]any{"lineItem": id}})
	}
	for _, id := range some(pools["ID:User"], 6) {
		pools["Query.user"] = append(pools["Query.user"], map[string]any{"id": id})
	}
	for _, name := range pools["Query.user.userName"] {
		pools["Query.user"] = append(pools["Query.user"], map[string]any{"userName": name})
	}
	return pools
}

func days(offsets ...int) (list []any) {
	for _, o := range offsets {
		list = append(list, (testenv.Today + day.Day(o)).String())
	}
	return list
}

const batch = 100

// compare draws documents of one viewer and compares the answers. The first batch fills the pool of cursors.
func (w *oracleWorld) compare(t *testing.T, name string, seed, count int) (total tally) {
	t.Helper()
	who := w.viewers[name]
	a := w.answerer(t, who)
	pools := w.pools(a, seed)
	server := w.handler(w.schema, who)
	for begin := 0; begin < count; {
		session := w.session(t, pools)
		size := min(batch, count-begin)
		if begin > 0 {
			size = count - begin
		}
		for at := 0; at < size; at += batch {
			documents, _, err := session.Generate(oracle.Draw{Seed: seed + 7919*(begin+at) + len(name),
				Count: min(batch, size-at)})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range documents {
				w.compareOne(t, name, session, a, server, d, &total)
			}
		}
		begin += size
		cursors, err := session.Cursors()
		if err != nil {
			t.Fatal(err)
		}
		pools.AddCursors(cursors)
		total.asked += session.Asked()
	}
	t.Logf("%s: %d documents, %d differ, %d with errors, %d refused", name, total.documents, total.differ,
		total.errors, total.refused)
	return total
}

const printed = 5

func (w *oracleWorld) compareOne(t *testing.T, name string, session *oracle.Session, a *naive.Answerer,
	server http.Handler,
	d oracle.Document, total *tally) {
	t.Helper()
	a.Begin()
	want, err := session.Execute(d, total.noting(a.Answer))
	if err != nil {
		t.Fatalf("%v\n%s", err, d)
	}
	got := send(t, server, d)
	total.documents++
	if isTooCostly(got) && !isTooCostly(want) {
		total.costly++
		return
	}
	if len(want.Data) == 0 {
		total.refused++
	}
	if len(want.Errors) > 0 {
		total.errors++
	}
	if difference := w.compares.Compare(d, got, want); difference != "" {
		if total.differ++; total.differ <= printed {
			t.Errorf("%s: %s, want differ > %v", name, difference, printed)
		}
	}
}

func isTooCostly(r *oracle.Result) bool {
	return len(r.Data) == 0 && len(r.Errors) == 1 && r.Errors[0].Code == "QUERY_TOO_COSTLY"
}

func (w *oracleWorld) answerer(t *testing.T, who *viewer.Viewer) *naive.Answerer {
	return naive.New(context.WithoutCancel(t.Context()), naive.Options{Base: w.base, Viewer: who,
		Today: testenv.Today,
		Now:   w.env.Clock.Now(), Access: w.env.Services.Access, Members: w.env.Services.Members,
		ServiceLinks: testenv.ServiceLinks})
}

func (w *oracleWorld) session(t *testing.T, pools oracle.Pools) *oracle.Session {
	t.Helper()
	session, err := oracle.Start(t.Context(), oracle.Options{Schema: w.sdl, Pools: pools, Stderr: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	return session
}

// handler returns the HTTP handler of the server with a fixed viewer.
func (w *oracleWorld) handler(schema graphql.ExecutableSchema, who *viewer.Viewer) http.Handler {
	return httpd.New(httpd.Options{Schema: schema, Log: slog.New(slog.DiscardHandler), Deadline: time.Minute,
		Authenticate: func(*http.Request) (*viewer.Viewer, error) { return who, nil }})
}

func send(t *testing.T, server http.Handler, d oracle.Document) *oracle.Result {
	t.Helper()
	body, err := d.Body()
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1/graphql",
		bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	server.ServeHTTP(recorder, request)
	result, err := oracle.ReadResult(recorder.Body.Bytes())
	if err != nil {
		t.Fatalf("status %d: %v\n%s", recorder.Code, err, d)
	}
	return result
}

func skipOracle(t *testing.T) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("MUNIMENT_TEST_SKIP"), ","), "web") {
		t.Skip("MUNIMENT_TEST_SKIP names web")
	}
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
}
