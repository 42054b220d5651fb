package legacy_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/lint"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestBasesEqualTheirTruth compares staged bundles with the expected outcomes (the truths) that are stored beside them:
// that of the sample, and those of two further bases (testdata/README.md).
func TestBasesEqualTheirTruth(t *testing.T) {
	for _, base := range []string{"sample", "testdata/base", "testdata/changed"} {
		t.Run(base, func(t *testing.T) {
			f, err := os.Open(filepath.Join(base, "truth.jsonl.gz"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			plain, err := gzip.NewReader(f)
			if err != nil {
				t.Fatal(err)
			}
			compareWithTruth(t, os.DirFS(filepath.Join(base, "csv")), plain)
		})
	}
}

// staged reads, resolves and lints a bundle.
func staged(t *testing.T, bundle fs.FS) *stage.Stage {
	t.Helper()
	ctx := context.Background()
	st, err := stage.Create(ctx, filepath.Join(t.TempDir(), "stage.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, step := range []func() error{
		func() error { return st.Load(ctx, csvbundle.New(bundle), nil) },
		func() error { return st.Resolve(ctx) },
		func() error { return lint.Run(ctx, st) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

type object = map[string]any

// record is one line of the truth, or a staged record in the same form.
type outcome map[string]object

func compareWithTruth(t *testing.T, bundle fs.FS, truth io.Reader) {
	want, header, findings := readTruth(t, truth)
	st := staged(t, bundle)
	today, err := day.Parse(header["today"].(string))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := st.Errors(context.Background()); err != nil || n != 0 {
		t.Errorf("%d errors found in a base without any (%v)", n, err)
	}
	ours := translate(t, st, today)
	missed := 0
	complain := func(format string, args ...any) {
		if missed++; missed <= 25 {
			t.Errorf(format, args...)
		}
	}
	for id, w := range want {
		o, ok := ours[id]
		if !ok {
			complain("%s is missing", id)
			continue
		}
		for field, value := range w {
			if field == "findings" || field == "missing" {
				continue
			}
			if !reflect.DeepEqual(o[field], value) {
				complain("%s: %s is %v, want %v", id, field, o[field], value)
			}
		}
	}
	for id := range ours {
		if _, ok := want[id]; !ok {
			complain("%s is not in the truth", id)
		}
	}
	if missed > 25 {
		t.Errorf("and %d more", missed-25)
	}
	// The truth has the findings of the base as it was generated. Later changes to the base close gaps and move
	// lines without removing these findings, so findings are compared only if there were no changes.
	if header["changes"] == json.Number("0") {
		compareFindings(t, st, findings)
	}
}

// silent are the findings of the truth that need no decision and that no rule reports.
var silent = map[string]bool{"perpetual_flag": true, "last_day": true}

// sameRule maps findings of the truth to rules with another name.
var sameRule = map[string][]legacy.Rule{
	"over_fulfilled": {legacy.OverFulfilled, legacy.InOverdraft},
	"i18n_names":     {legacy.I18nNames, legacy.DupAccountName},
	"missing_unit":   {legacy.MissingUnit},
}

func compareFindings(t *testing.T, st *stage.Stage, findings []object) {
	named := map[legacy.Rule]map[string]bool{}
	if err := st.Findings(context.Background(), func(f legacy.Finding) error {
		if named[f.Rule] == nil {
			named[f.Rule] = map[string]bool{}
		}
		for _, id := range append([]string{f.LegacyID}, f.RelatedIDs...) {
			named[f.Rule][id] = true
		}
		if f.Kind == legacy.Products { // the truth names products without their version
			name, _, _ := strings.Cut(f.LegacyID, " / ")
			named[f.Rule][name] = true
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	missed := 0
	for _, f := range findings {
		kind := f["kind"].(string)
		if silent[kind] {
			continue
		}
		rules := sameRule[kind]
		if rules == nil {
			rules = []legacy.Rule{legacy.Rule(kind)}
		}
		for _, id := range f["ids"].([]any) {
			if !slices.ContainsFunc(rules, func(r legacy.Rule) bool { return named[r][id.(string)] }) {
				if missed++; missed <= 15 {
					t.Errorf("no finding %s names %q (%v)", kind, id, f)
				}
			}
		}
	}
	if missed > 15 {
		t.Errorf("and %d more", missed-15)
	}
}

func readTruth(t *testing.T, in io.Reader) (outcome, object, []object) {
	t.Helper()
	want, header := outcome{}, object{}
	var findings []object
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var o object
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.UseNumber()
		if err := decoder.Decode(&o); err != nil {
			t.Fatal(err)
		}
		kind := o["type"].(string)
		delete(o, "type")
		switch kind {
		case "header":
			header = o
		case "finding":
			findings = append(findings, o)
		case "total":
			delete(o, "findings")
			want["total"] = o
		case "user":
			want["user "+o["userName"].(string)] = o
		case "product":
			want[fmt.Sprintf("product %s %s", o["name"], o["version"])] = o
		case "licenseModel":
			want["licenseModel "+o["name"].(string)] = o
		case "usage":
			for _, field := range []string{"entitled", "used", "overage"} {
				o[field] = rational(t, string(o[field].(json.Number))).RatString()
			}
			want[fmt.Sprintf("usage %s %s %s", o["account"], o["productLine"], o["meter"])] = o
		default:
			want[kind+" "+o["id"].(string)] = o
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return want, header, findings
}

func rational(t *testing.T, s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("no number: %s", s)
	}
	return r
}

// The words of the truth for those of Muniment. The documentation has the inverse tables.
var (
	truthState = map[vocabulary.Decision]string{"": "DEPLOYED", vocabulary.DecisionWithdrawn: "OBSOLETE",
		vocabulary.DecisionDraft: "DRAFT",
		vocabulary.DecisionTest:  "TEST", vocabulary.DecisionSuspended: "INACTIVE",
		vocabulary.DecisionOnHold: "ON_HOLD"}
	truthAccountKind = map[vocabulary.AccountKind]string{vocabulary.AccountKindCustomer: "CUSTOMER",
		vocabulary.AccountKindProducer:       "PUBLISHER",
		vocabulary.AccountKindChannelPartner: "CHANNEL_PARTNER",
		vocabulary.AccountKindSelfRegistered: "SELF_REGISTERED"}
	truthProductKind = map[vocabulary.ProductKind]string{vocabulary.ProductKindProduct: "LICENSED_PRODUCT",
		vocabulary.ProductKindSuite:       "SUITE",
		vocabulary.ProductKindMaintenance: "MAINTENANCE"}
	truthProductState = map[vocabulary.CatalogState]string{vocabulary.CatalogStateAvailable: "DEPLOYED",
		vocabulary.CatalogStateObsolete: "OBSOLETE"}
	truthRole = map[vocabulary.Role]string{vocabulary.RoleAccountAdministrator: "CUSTOMER_ADMIN",
		vocabulary.RoleLicenseManager: "LICENSE_MANAGER",
		vocabulary.RoleDownloader:     "DOWNLOADER", vocabulary.RoleReader: "READ_ONLY"}
	truthStartRule = map[vocabulary.StartRule]string{vocabulary.StartRuleFixed: "DEFINE_NOW",
		vocabulary.StartRuleFirstActivation: "DEFINE_AT_FIRST_ACTIVATION",
		vocabulary.StartRuleEachActivation:  "DEFINE_AT_EACH_ACTIVATION"}
	ruledOut = []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest,
		vocabulary.DecisionSuspended, vocabulary.DecisionOnHold}
)

func truthUnit(code string) any {
	switch code {
	case legacy.UnitUnknown:
		return nil
	case "API_CALL_THOUSAND":
		return "API_CALL"
	case "REVENUE_MILLION":
		return "REVENUE"
	}
	return code
}

func maybe(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func on(d stage.Day) any {
	if !d.Valid {
		return nil
	}
	return d.V.String()
}

func num(n int64) json.Number { return json.Number(fmt.Sprint(n)) }

// translator converts a stage to the form of the truth.
type translator struct {
	t       *testing.T
	st      *stage.Stage
	today   day.Day
	out     outcome
	totals  map[string]int64
	headers []vocabulary.Decision // by Ref of the entitlement
	metered []bool                // by Ref of the license model
	// successors by the activation id that they follow, by renewal or upgrade.
	successors map[string][]successor
	parts      map[stage.Ref][]any
	members    map[stage.Ref][]any
}

type successor struct {
	id    string
	first day.Day
}

func translate(t *testing.T, st *stage.Stage, today day.Day) outcome {
	tr := &translator{t: t, st: st, today: today, out: outcome{}, totals: map[string]int64{},
		successors: map[string][]successor{},
		parts:      map[stage.Ref][]any{}, members: map[stage.Ref][]any{}}
	for _, step := range []func(context.Context) error{tr.accounts, tr.users, tr.catalog, tr.entitlements, tr.lines,
		tr.activations, tr.coverages, tr.devices, tr.usage} {
		if err := step(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	total := object{"today": today.String()}
	for k, n := range tr.totals {
		total[k] = num(n)
	}
	tr.out["total"] = total
	return tr.out
}

func (tr *translator) add(kind, id string, o object) {
	if _, twice := tr.out[kind+" "+id]; twice {
		tr.t.Errorf("%s %s is there twice", kind, id)
	}
	tr.out[kind+" "+id] = o
}

func (tr *translator) accounts(ctx context.Context) error {
	seen := map[stage.Ref]bool{}
	if err := tr.st.Accounts(ctx, 0, func(a stage.Account) error {
		tr.totals["accounts"]++
		tr.add("account", a.ID, object{"id": a.ID, "name": a.Name, "kind": truthAccountKind[a.Kind],
			"crmId":   maybe(a.CRMID),
			"country": maybe(a.Country), "parents": []any{}})
		seen[a.Ref] = true
		return nil
	}); err != nil {
		return err
	}
	return tr.st.AccountLinks(ctx, 0, func(l stage.AccountLink) error {
		if l.Parent >= l.Child {
			tr.t.Errorf("account %s comes before its parent %s", l.ChildID, l.ParentID)
		}
		child := tr.out["account "+l.ChildID]
		child["parents"] = sorted(append(child["parents"].([]any), l.ParentID))
		return nil
	})
}

func sorted(list []any) []any {
	sort.Slice(list, func(i, j int) bool { return fmt.Sprint(list[i]) < fmt.Sprint(list[j]) })
	return list
}

func (tr *translator) users(ctx context.Context) error {
	if err := tr.st.Users(ctx, 0, func(u stage.User) error {
		tr.totals["users"]++
		tr.add("user", u.UserName, object{"userName": u.UserName, "email": maybe(u.Email),
			"emailKey":  maybe(strings.ToLower(u.Email)),
			"firstName": u.FirstName, "lastName": u.LastName, "active": u.Active, "shared": u.Shared,
			"memberships": []any{}})
		return nil
	}); err != nil {
		return err
	}
	return tr.st.Memberships(ctx, 0, func(m stage.Membership) error {
		tr.totals["memberships"]++
		var roles []any
		for _, r := range m.Roles.List() {
			roles = append(roles, truthRole[r])
		}
		u := tr.out["user "+m.UserName]
		list := append(u["memberships"].([]any),
			object{"account": m.AccountID, "roles": sorted(roles), "expires": on(m.LastDay),
				"activeToday": !m.LastDay.Valid || m.LastDay.V >= tr.today})
		sort.Slice(list, func(i, j int) bool {
			return list[i].(object)["account"].(string) < list[j].(object)["account"].(string)
		})
		u["memberships"] = list
		return nil
	})
}

func (tr *translator) catalog(ctx context.Context) error {
	if err := tr.st.LicenseModels(ctx, 0, func(m stage.LicenseModel) error {
		tr.totals["licenseModels"]++
		for len(tr.metered) <= int(m.Ref) {
			tr.metered = append(tr.metered, false)
		}
		tr.metered[m.Ref] = m.Metered
		tr.add("licenseModel", m.Name, object{"name": m.Name, "unit": truthUnit(m.Unit), "metered": m.Metered})
		return nil
	}); err != nil {
		return err
	}
	if err := tr.st.PartNumbers(ctx, 0, func(p stage.PartNumber) error {
		tr.parts[p.Product] = append(tr.parts[p.Product], p.ID)
		return nil
	}); err != nil {
		return err
	}
	if err := tr.st.SuiteMembers(ctx, 0, func(m stage.SuiteMember) error {
		tr.members[m.Suite] = append(tr.members[m.Suite],
			object{"name": m.MemberName, "version": m.MemberVersion, "quantity": num(m.Quantity)})
		return nil
	}); err != nil {
		return err
	}
	return tr.st.Products(ctx, 0, func(p stage.Product) error {
		tr.totals["products"]++
		parts := sorted(append([]any{}, tr.parts[p.Ref]...))
		o := object{"name": p.Name, "version": p.Version, "kind": truthProductKind[p.Kind],
			"productLine": p.ProductLineName,
			"state":       truthProductState[p.State], "partNumbers": parts}
		if p.Kind == vocabulary.ProductKindSuite {
			o["members"] = tr.members[p.Ref]
		}
		tr.add("product", p.Name+" "+p.Version, o)
		return nil
	})
}

func (tr *translator) entitlements(ctx context.Context) error {
	tr.headers = []vocabulary.Decision{""}
	return tr.st.Entitlements(ctx, 0, func(e stage.Entitlement) error {
		if int(e.Ref) != len(tr.headers) {
			tr.t.Errorf("entitlement %s has number %d, want %d", e.ID, e.Ref, len(tr.headers))
		}
		tr.headers = append(tr.headers, e.Decision)
		tr.totals["entitlements"]++
		tr.totals["entitlements."+truthState[e.Decision]]++
		tr.add("entitlement", e.ID, object{"id": e.ID, "account": e.AccountID, "state": truthState[e.Decision],
			"shipToEmail":    maybe(e.ShipToEmail),
			"channelPartner": maybe(e.ChannelPartnerID),
			"modified":       e.ModifiedAt.V.Time().Format("2006-01-02T15:04:05.000Z")})
		return nil
	})
}

func (tr *translator) decided(decisions ...vocabulary.Decision) any {
	for _, d := range ruledOut {
		if slices.Contains(decisions, d) {
			return strings.ToLower(truthState[d])
		}
	}
	return nil
}

func (tr *translator) byDays(first, last stage.Day, perpetual bool) string {
	switch {
	case !first.Valid && !perpetual:
		return "awaiting_activation"
	case first.Valid && first.V > tr.today:
		return "future"
	case last.Valid && last.V < tr.today:
		return "expired"
	}
	return "active"
}

func (tr *translator) lines(ctx context.Context) error {
	var all []stage.LineItem
	if err := tr.st.LineItems(ctx, 0, func(l stage.LineItem) error {
		all = append(all, l)
		return nil
	}); err != nil {
		return err
	}
	for _, l := range all {
		for _, p := range l.Periods {
			from, reason := p.FromID, p.FromReason
			if p.Ordinal == 1 {
				from, reason = l.From.ActivationID, l.From.Reason
			}
			takesOver := reason == vocabulary.LineageReasonRenewal || reason == vocabulary.LineageReasonUpgrade
			if takesOver && p.Decision == "" && tr.headers[p.Entitlement] == "" && p.FirstDay.Valid &&
				p.FirstDay.V <= tr.today &&
				(!p.LastDay.Valid || p.LastDay.V >= tr.today) {
				tr.successors[from] = append(tr.successors[from], successor{p.ActivationID, p.FirstDay.V})
			}
		}
	}
	for i, l := range all {
		if int(l.Ref) != i+1 {
			tr.t.Errorf("line item %s has number %d, want %d", l.ID, l.Ref, i+1)
		}
		used := int64(0)
		for _, p := range l.Periods {
			tr.line(l, p)
			used += p.Used
		}
		if used != l.Used || l.ID != l.Periods[0].ActivationID {
			tr.t.Errorf("line item %s does not agree with its periods", l.ID)
		}
	}
	return nil
}

func (tr *translator) line(l stage.LineItem, p stage.Period) {
	status, _ := tr.decided(p.Decision, tr.headers[p.Entitlement]).(string)
	if status == "" {
		status = tr.byDays(p.FirstDay, p.LastDay, p.Perpetual)
	}
	var by any
	if list := tr.successors[p.ActivationID]; len(list) > 0 && (status == "active" || status == "expired") {
		sort.Slice(list, func(i, j int) bool { return list[i].first < list[j].first })
		status, by = "superseded", list[0].id
	}
	kind := strings.ToLower(string(p.Term))
	if p.Term == vocabulary.TermSubscription && p.LicenseModel != 0 && tr.metered[p.LicenseModel] {
		kind = "metered_subscription"
	}
	current := int64(0)
	var quantity any
	if p.Quantity.Valid {
		quantity = num(p.Quantity.V)
		if status == "active" {
			current = p.Quantity.V
		}
	}
	var predecessor any
	switch {
	case p.Ordinal > 1:
		predecessor = object{"line": p.FromID, "reason": strings.ToLower(string(p.FromReason))}
	case l.From.Reason != "":
		predecessor = object{"line": l.From.ActivationID, "reason": strings.ToLower(string(l.From.Reason))}
	}
	unit := truthUnit(l.Unit)
	tr.add("line", p.ActivationID, object{"id": p.ActivationID, "entitlement": p.EntitlementID, "account": l.AccountID,
		"product": l.ProductName,
		"version": l.ProductVersion, "partNumber": maybe(p.PartNumberID), "productLine": l.ProductLineName,
		"quantity":       quantity,
		"legacyQuantity": num(p.LegacyQuantity), "unit": unit, "kind": kind, "perpetual": p.Perpetual,
		"start": on(p.FirstDay), "end": on(p.LastDay),
		"startRule": truthStartRule[p.StartRule], "timeZone": maybe(p.TimeZone), "legacyState": truthState[p.Decision],
		"status":          status,
		"currentQuantity": num(current), "supersededBy": by, "orderId": maybe(p.OrderID),
		"orderLine":   maybe(p.OrderLine),
		"predecessor": predecessor, "consumed": num(p.Used), "activations": []any{}})
	if unit == nil {
		unit = "None"
	}
	tr.totals["lines"]++
	tr.totals["lines."+status]++
	tr.totals["currentQuantity."+unit.(string)] += current
	tr.totals["consumed"] += p.Used
}

// activations adds what is in use to the lines, in the order of the truth: fulfillments by first day and id, then
// add-ons by device.
func (tr *translator) activations(ctx context.Context) error {
	type use struct {
		order string
		o     object
	}
	uses := map[string][]use{}
	if err := tr.st.Activations(ctx, 0, func(a stage.Activation) error {
		if a.Source == legacy.Fulfillments {
			tr.totals["fulfillments"]++
		}
		switch {
		case !a.Live:
		case a.Source == legacy.Fulfillments:
			uses[a.ActivationID] = append(uses[a.ActivationID], use{fmt.Sprint("0", on(a.FirstDay), " ", a.ID),
				object{"fulfillment": a.ID, "count": num(a.Count), "start": on(a.FirstDay), "end": on(a.LastDay)}})
		default:
			uses[a.ActivationID] = append(uses[a.ActivationID],
				use{"1" + a.DeviceFingerprint, object{"device": a.DeviceFingerprint, "count": num(a.Count)}})
		}
		return nil
	}); err != nil {
		return err
	}
	if err := tr.st.Allocations(ctx, 0, func(a stage.Allocation) error {
		uses[a.ActivationID] = append(uses[a.ActivationID],
			use{"1" + a.ServerID, object{"device": a.ServerID, "count": num(a.Consumed)}})
		return nil
	}); err != nil {
		return err
	}
	for id, list := range uses {
		sort.Slice(list, func(i, j int) bool { return list[i].order < list[j].order })
		objects := []any{}
		for _, u := range list {
			objects = append(objects, u.o)
		}
		tr.out["line "+id]["activations"] = objects
	}
	return nil
}

func (tr *translator) coverages(ctx context.Context) error {
	return tr.st.Coverages(ctx, 0, func(c stage.Coverage) error {
		tr.totals["maintenance"]++
		covers := []any{}
		for _, item := range c.Items {
			for _, id := range item.ActivationIDs {
				covers = append(covers, id)
			}
		}
		tr.totals["coverageLinks"] += int64(len(covers))
		status := tr.decided(c.Decision, tr.headers[c.Entitlement])
		if status == nil {
			status = tr.byDays(c.FirstDay, c.LastDay, c.Perpetual)
		}
		tr.add("coverage", c.ID, object{"id": c.ID, "entitlement": c.EntitlementID, "account": c.AccountID,
			"product":     c.ProductName,
			"productLine": c.ProductLineName, "start": on(c.FirstDay), "end": on(c.LastDay), "perpetual": c.Perpetual,
			"covers": sorted(covers), "status": status})
		return nil
	})
}

func (tr *translator) devices(ctx context.Context) error {
	if err := tr.st.LicenseServers(ctx, 0, func(s stage.LicenseServer) error {
		tr.totals["devices"]++
		tr.add("device", s.ID, object{"id": s.ID, "idType": maybe(s.IDType), "class": "SERVER", "name": s.Name,
			"deployment": string(s.Deployment),
			"account":    s.AccountID, "status": string(s.Status), "servedBy": nil})
		return nil
	}); err != nil {
		return err
	}
	return tr.st.Devices(ctx, 0, func(d stage.Device) error {
		if d.Kind == vocabulary.DeviceKindHost {
			return nil
		}
		tr.totals["devices"]++
		tr.add("device", d.ID, object{"id": d.ID, "idType": maybe(d.IDType), "class": string(d.Kind), "name": d.Name,
			"deployment": nil,
			"account":    d.AccountID, "status": string(d.Status), "servedBy": maybe(d.ServerID)})
		return nil
	})
}

func (tr *translator) usage(ctx context.Context) error {
	base := map[string]int64{"API_CALL_THOUSAND": 1000, "REVENUE_MILLION": 100_000_000, "GB_STORED": 1_000_000_000,
		"GB_DELIVERED": 1_000_000_000}
	return tr.st.Usage(ctx, 0, func(u stage.Usage) error {
		tr.totals["usage"]++
		if u.Unit == "REVENUE_MILLION" && u.Currency != "USD" {
			tr.t.Errorf("revenue in %q", u.Currency)
		}
		raw := func(numerator, denominator int64) string {
			r := big.NewRat(numerator, denominator)
			return r.Mul(r, big.NewRat(u.Scale, max(base[u.Unit], 1))).RatString()
		}
		tr.add("usage", fmt.Sprintf("%s %s %s", u.AccountID, u.ProductLineName, u.MeterCode),
			object{"account": u.AccountID,
				"productLine": u.ProductLineName, "meter": u.MeterCode, "unit": truthUnit(u.Unit),
				"scale": num(u.Scale), "entitled": raw(u.Entitled, 1),
				"used": raw(u.UsedNumerator, u.Denominator), "overage": raw(u.OverNumerator, u.Denominator)})
		return nil
	})
}
