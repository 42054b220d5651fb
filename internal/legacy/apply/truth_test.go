package apply

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/vocabulary"
)

// world is the whole database, read through ent. It is only for databases of test size.
type world struct {
	t        testing.TB
	today    day.Day
	external map[string]map[string]*ent.ExternalID // by kind and value
	names    map[gid.ID]string                     // the older system's id of an entity that has one of its own

	accounts     map[gid.ID]*ent.Account
	parents      map[gid.ID][]string
	users        map[gid.ID]*ent.User
	memberships  map[gid.ID][]*ent.Membership // by user
	productLines map[gid.ID]*ent.ProductLine
	products     map[gid.ID]*ent.Product
	members      map[gid.ID][]*ent.SuiteMember
	parts        map[gid.ID]*ent.PartNumber
	models       map[gid.ID]*ent.LicenseModel
	versions     map[gid.ID]*ent.LicenseModelVersion
	units        map[gid.ID]*ent.UnitOfMeasure
	headers      map[gid.ID]*ent.Entitlement
	lines        map[gid.ID]*ent.LineItem
	periods      map[gid.ID]*ent.Period
	facts        map[gid.ID]*entitlement.Facts    // by line
	decisions    map[gid.ID]entitlement.Decisions // by subject
	steps        map[gid.ID][]*ent.LineageStep    // by line
	uses         map[gid.ID][]used                // by period
	coverages    map[gid.ID]*ent.Coverage
	covered      map[gid.ID][]gid.ID
	devices      map[gid.ID]*ent.Device
	servers      map[gid.ID]*ent.LicenseServer
	meters       map[gid.ID]*ent.Meter
	usage        map[gid.ID]*ent.UsageRecord
}

// used is an activation or allocation that counts as used.
type used struct {
	id          gid.ID
	quantity    int64
	first, last *day.Day
}

func byID[T any](t testing.TB, all []T, err error, id func(T) gid.ID) map[gid.ID]T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	m := make(map[gid.ID]T, len(all))
	for _, x := range all {
		m[id(x)] = x
	}
	return m
}

func readWorld(t testing.TB, client *ent.Client, on day.Day) *world {
	t.Helper()
	ctx := asOperator()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	w := &world{t: t, today: on, external: map[string]map[string]*ent.ExternalID{}, names: map[gid.ID]string{},
		parents: map[gid.ID][]string{}, memberships: map[gid.ID][]*ent.Membership{},
		members: map[gid.ID][]*ent.SuiteMember{},
		facts:   map[gid.ID]*entitlement.Facts{}, steps: map[gid.ID][]*ent.LineageStep{}, uses: map[gid.ID][]used{},
		covered: map[gid.ID][]gid.ID{}}
	ids, err := client.ExternalID.Query().Order(ent.Asc(externalid.FieldID)).All(ctx)
	must(err)
	for _, e := range ids {
		if w.external[e.Kind] == nil {
			w.external[e.Kind] = map[string]*ent.ExternalID{}
		}
		w.external[e.Kind][e.Value] = e
		if e.RecordID == nil && e.Kind != plan.KindCRMAccount {
			w.names[e.EntityID] = e.Value
		}
	}
	accounts, err := client.Account.Query().All(ctx)
	w.accounts = byID(t, accounts, err, func(x *ent.Account) gid.ID { return x.ID })
	links, err := client.AccountLink.Query().All(ctx)
	must(err)
	for _, l := range links {
		w.parents[l.ChildID] = append(w.parents[l.ChildID], w.names[l.ParentID])
	}
	users, err := client.User.Query().All(ctx)
	w.users = byID(t, users, err, func(x *ent.User) gid.ID { return x.ID })
	memberships, err := client.Membership.Query().All(ctx)
	must(err)
	for _, m := range memberships {
		w.memberships[m.UserID] = append(w.memberships[m.UserID], m)
	}
	productLines, err := client.ProductLine.Query().All(ctx)
	w.productLines = byID(t, productLines, err, func(x *ent.ProductLine) gid.ID { return x.ID })
	products, err := client.Product.Query().All(ctx)
	w.products = byID(t, products, err, func(x *ent.Product) gid.ID { return x.ID })
	members, err := client.SuiteMember.Query().All(ctx)
	must(err)
	for _, m := range members {
		w.members[m.SuiteID] = append(w.members[m.SuiteID], m)
	}
	parts, err := client.PartNumber.Query().All(ctx)
	w.parts = byID(t, parts, err, func(x *ent.PartNumber) gid.ID { return x.ID })
	models, err := client.LicenseModel.Query().All(ctx)
	w.models = byID(t, models, err, func(x *ent.LicenseModel) gid.ID { return x.ID })
	versions, err := client.LicenseModelVersion.Query().All(ctx)
	w.versions = byID(t, versions, err, func(x *ent.LicenseModelVersion) gid.ID { return x.ID })
	units, err := client.UnitOfMeasure.Query().All(ctx)
	w.units = byID(t, units, err, func(x *ent.UnitOfMeasure) gid.ID { return x.ID })
	headers, err := client.Entitlement.Query().All(ctx)
	w.headers = byID(t, headers, err, func(x *ent.Entitlement) gid.ID { return x.ID })
	lines, err := client.LineItem.Query().All(ctx)
	w.lines = byID(t, lines, err, func(x *ent.LineItem) gid.ID { return x.ID })
	periods, err := client.Period.Query().All(ctx)
	w.periods = byID(t, periods, err, func(x *ent.Period) gid.ID { return x.ID })
	steps, err := client.LineageStep.Query().All(ctx)
	must(err)
	for _, s := range steps {
		w.steps[s.LineItemID] = append(w.steps[s.LineItemID], s)
	}
	activations, err := client.Activation.Query().All(ctx)
	must(err)
	for _, a := range activations {
		if a.ReturnedOn == nil {
			w.uses[*a.PeriodID] = append(w.uses[*a.PeriodID], used{a.ID, a.Quantity, a.StartsOn, a.EndsOn})
		}
	}
	allocations, err := client.Allocation.Query().All(ctx)
	must(err)
	for _, a := range allocations {
		w.uses[*a.PeriodID] = append(w.uses[*a.PeriodID], used{a.ID, a.Quantity, nil, nil})
	}
	coverages, err := client.Coverage.Query().All(ctx)
	w.coverages = byID(t, coverages, err, func(x *ent.Coverage) gid.ID { return x.ID })
	items, err := client.CoverageItem.Query().All(ctx)
	must(err)
	for _, i := range items {
		if i.Quantity != nil {
			t.Errorf("coverage item %s is for a part only", i.ID)
		}
		w.covered[i.CoverageID] = append(w.covered[i.CoverageID], i.LineItemID)
	}
	devices, err := client.Device.Query().All(ctx)
	w.devices = byID(t, devices, err, func(x *ent.Device) gid.ID { return x.ID })
	servers, err := client.LicenseServer.Query().All(ctx)
	w.servers = byID(t, servers, err, func(x *ent.LicenseServer) gid.ID { return x.ID })
	meters, err := client.Meter.Query().All(ctx)
	w.meters = byID(t, meters, err, func(x *ent.Meter) gid.ID { return x.ID })
	usage, err := client.UsageRecord.Query().All(ctx)
	w.usage = byID(t, usage, err, func(x *ent.UsageRecord) gid.ID { return x.ID })
	decisions, err := client.Decision.Query().All(ctx)
	if err != nil {
		t.Fatal(err)
	}
	w.decisions = map[gid.ID]entitlement.Decisions{}
	for _, d := range decisions {
		w.decisions[d.SubjectID] = append(w.decisions[d.SubjectID],
			entitlement.Decided{Kind: d.Kind, First: d.StartsOn, Last: d.EndsOn})
	}
	w.judgeable()
	return w
}

// judgeable collects the facts of every line, including successors that are other lines.
func (w *world) judgeable() {
	for id, l := range w.lines {
		w.facts[id] = &entitlement.Facts{Header: w.decisions[l.EntitlementID], Line: w.decisions[id]}
	}
	for _, p := range w.periods {
		f := w.facts[p.LineItemID]
		f.Periods = append(f.Periods, entitlement.FactOf(p, w.decisions[p.ID]))
	}
	for line, steps := range w.steps {
		for _, s := range steps {
			if s.Direction != vocabulary.LineageDirectionTo ||
				s.Reason != vocabulary.LineageReasonRenewal && s.Reason != vocabulary.LineageReasonUpgrade {
				continue
			}
			next := w.facts[*s.CounterpartID]
			for i := range w.facts[line].Periods {
				p := &w.facts[line].Periods[i]
				if p.ID != *s.PeriodID {
					continue
				}
				for _, q := range next.Periods {
					if entitlement.Ruling(w.today, next.Header, next.Line, q.Decisions) == nil {
						p.Successors = append(p.Successors, q.Interval)
					}
				}
			}
		}
	}
}

func (w *world) find(kind, value string) *ent.ExternalID { return w.external[kind][value] }

// The words of the truth for those of Muniment; docs/import.md has the table.
var (
	truthStates = map[string]string{"": "DEPLOYED", "WITHDRAWN": "OBSOLETE", "DRAFT": "DRAFT", "TEST": "TEST",
		"SUSPENDED": "INACTIVE", "ON_HOLD": "ON_HOLD"}
	truthStatuses = map[vocabulary.Status]string{
		vocabulary.StatusWithdrawn: "obsolete", vocabulary.StatusDraft: "draft", vocabulary.StatusTest: "test",
		vocabulary.StatusSuspended: "inactive", vocabulary.StatusOnHold: "on_hold",
		vocabulary.StatusAwaitingActivation: "awaiting_activation", vocabulary.StatusFuture: "future",
		vocabulary.StatusSuperseded: "superseded", vocabulary.StatusExpired: "expired",
		vocabulary.StatusActive: "active"}
	truthAccountKinds = map[vocabulary.AccountKind]string{vocabulary.AccountKindCustomer: "CUSTOMER",
		vocabulary.AccountKindChannelPartner: "CHANNEL_PARTNER", vocabulary.AccountKindProducer: "PUBLISHER",
		vocabulary.AccountKindSelfRegistered: "SELF_REGISTERED"}
	truthRoles = map[vocabulary.Role]string{vocabulary.RoleAccountAdministrator: "CUSTOMER_ADMIN",
		vocabulary.RoleLicenseManager: "LICENSE_MANAGER", vocabulary.RoleDownloader: "DOWNLOADER",
		vocabulary.RoleReader: "READ_ONLY"}
	truthProductKinds = map[vocabulary.ProductKind]string{vocabulary.ProductKindProduct: "LICENSED_PRODUCT",
		vocabulary.ProductKindSuite: "SUITE", vocabulary.ProductKindMaintenance: "MAINTENANCE"}
	truthCatalogStates = map[vocabulary.CatalogState]string{vocabulary.CatalogStateAvailable: "DEPLOYED",
		vocabulary.CatalogStateDraft: "DRAFT", vocabulary.CatalogStateInactive: "INACTIVE",
		vocabulary.CatalogStateObsolete: "OBSOLETE"}
	truthStartRules = map[vocabulary.StartRule]string{vocabulary.StartRuleFixed: "DEFINE_NOW",
		vocabulary.StartRuleFirstActivation: "DEFINE_AT_FIRST_ACTIVATION",
		vocabulary.StartRuleEachActivation:  "DEFINE_AT_EACH_ACTIVATION"}
)

type object = map[string]any

func dayText(d *day.Day) any {
	if d == nil || *d == day.Forever {
		return nil
	}
	return d.String()
}

func text(s *string) any {
	if s == nil || *s == "" {
		return nil
	}
	return *s
}

func (w *world) decisionText(subject gid.ID) string {
	d := w.decisions[subject].On(w.today)
	if d == nil {
		return ""
	}
	return string(*d)
}

// whole converts base units to units; it reports an error if the result is not a whole number.
func (w *world) whole(n int64, unit gid.ID) json.Number {
	scale := w.units[unit].Scale
	if n%scale != 0 {
		w.t.Errorf("%d is no whole number of %s", n, w.units[unit].Code)
	}
	return json.Number(fmt.Sprint(n / scale))
}

// unitName returns the truth's name for a unit: nil for the unknown unit, and one name for money of any scale.
func unitName(u *ent.UnitOfMeasure) any {
	switch u.Code {
	case "UNKNOWN":
		return nil
	case "REVENUE_MILLION", "REVENUE_MILLION_USD":
		return "REVENUE"
	case "API_CALL_THOUSAND":
		return "API_CALL"
	}
	return u.Code
}

func (w *world) account(id string) (object, bool) {
	e := w.find(plan.KindAccount, id)
	if e == nil {
		return nil, false
	}
	a := w.accounts[e.EntityID]
	var crm any
	for value, x := range w.external[plan.KindCRMAccount] {
		if x.EntityID == a.ID {
			crm = value
		}
	}
	return object{"id": id, "name": a.Name, "kind": truthAccountKinds[a.Kind], "crmId": crm, "country": a.Country,
		"parents": sorted(w.parents[a.ID])}, true
}

func sorted(list []string) []any {
	sort.Strings(list)
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

func (w *world) user(name string) (object, bool) {
	e := w.find(plan.KindUser, name)
	if e == nil {
		return nil, false
	}
	u := w.users[e.EntityID]
	members := w.memberships[u.ID]
	sort.Slice(members, func(i, j int) bool { return w.names[members[i].AccountID] < w.names[members[j].AccountID] })
	list := make([]any, 0, len(members))
	for _, m := range members {
		var roles []string
		for _, role := range m.Roles.List() {
			roles = append(roles, truthRoles[role])
		}
		list = append(list, object{"account": w.names[m.AccountID], "roles": sorted(roles),
			"expires":     dayText(m.EndsOn),
			"activeToday": m.EndsOn == nil || *m.EndsOn >= w.today})
	}
	return object{"userName": u.UserName, "email": text(u.Email), "emailKey": text(u.EmailKey),
		"firstName": u.FirstName,
		"lastName":  u.LastName, "active": u.Active, "shared": u.Shared, "memberships": list}, true
}

func (w *world) product(name, version string) (object, bool) {
	e := w.find(plan.KindProduct, plan.Join(name, version))
	if e == nil {
		return nil, false
	}
	p := w.products[e.EntityID]
	var parts []string
	for _, part := range w.parts {
		if part.ProductID != nil && *part.ProductID == p.ID {
			parts = append(parts, part.Code)
		}
	}
	have := object{"name": p.Name, "version": p.Version, "kind": truthProductKinds[p.Kind],
		"productLine": w.productLines[p.ProductLineID].Name,
		"state":       truthCatalogStates[p.State], "partNumbers": sorted(parts)}
	if p.Kind == vocabulary.ProductKindSuite {
		members := []any{}
		list := w.members[p.ID]
		sort.Slice(list, func(i, j int) bool {
			a, b := w.products[list[i].ProductID], w.products[list[j].ProductID]
			return a.Name < b.Name || a.Name == b.Name && a.Version < b.Version
		})
		for _, m := range list {
			x := w.products[m.ProductID]
			members = append(members, object{"name": x.Name, "version": x.Version,
				"quantity": json.Number(fmt.Sprint(m.Quantity))})
		}
		have["members"] = members
	}
	return have, true
}

func (w *world) entitlement(id string) (object, bool) {
	e := w.find(plan.KindEntitlement, id)
	if e == nil {
		return nil, false
	}
	h := w.headers[e.EntityID]
	var partner any
	if h.ChannelPartnerID != nil {
		partner = w.names[*h.ChannelPartnerID]
	}
	return object{"id": h.Number, "account": w.names[h.AccountID], "state": truthStates[w.decisionText(h.ID)],
		"shipToEmail": text(&h.ShipToEmail), "channelPartner": partner}, true
}

// line returns a line in the form of the truth: the period with an activation id.
func (w *world) line(activation string) (object, bool) {
	e := w.find(plan.KindActivation, activation)
	if e == nil {
		return nil, false
	}
	l, p := w.lines[e.EntityID], w.periods[*e.RecordID]
	facts := w.facts[l.ID]
	at := slices.IndexFunc(facts.Periods, func(f entitlement.PeriodFact) bool { return f.ID == p.ID })
	status := truthStatuses[facts.PeriodStatus(&facts.Periods[at], w.today)]
	product, unit := w.products[l.ProductID], w.units[l.UnitID]
	have := object{"id": p.SourceLine, "entitlement": p.SourceEntitlement, "account": w.names[l.AccountID],
		"product": product.Name,
		"version": product.Version, "productLine": w.productLines[l.ProductLineID].Name, "unit": unitName(unit),
		"perpetual": p.Perpetual,
		"start":     dayText(p.StartsOn), "end": dayText(p.EndsOn), "startRule": truthStartRules[p.StartRule],
		"timeZone":    text(&p.TimeZoneNote),
		"legacyState": truthStates[w.decisionText(p.ID)], "status": status, "orderId": text(&p.OrderID),
		"orderLine":  text(&p.OrderLine),
		"partNumber": nil, "quantity": nil, "predecessor": nil}
	if p.PartNumberID != nil {
		have["partNumber"] = w.parts[*p.PartNumberID].Code
	}
	current := json.Number("0")
	if p.Quantity != nil {
		have["quantity"] = w.whole(*p.Quantity, l.UnitID)
		if status == "active" {
			current = w.whole(*p.Quantity, l.UnitID)
		}
	}
	have["currentQuantity"] = current
	metered := p.LicenseModelVersionID != nil && w.models[w.versions[*p.LicenseModelVersionID].LicenseModelID].Metered
	have["kind"] = map[vocabulary.Term]string{vocabulary.TermTrial: "trial", vocabulary.TermPerpetual: "perpetual",
		vocabulary.TermSubscription: "subscription"}[p.Term]
	if p.Term == vocabulary.TermSubscription && metered {
		have["kind"] = "metered_subscription"
	}
	if p.RenewsID != nil {
		have["predecessor"] = object{"line": w.periods[*p.RenewsID].SourceLine, "reason": "renewal"}
	}
	for _, s := range w.steps[l.ID] {
		if s.Direction == vocabulary.LineageDirectionFrom && *s.PeriodID == p.ID {
			have["predecessor"] = object{"line": s.CounterpartLabel, "reason": strings.ToLower(string(s.Reason))}
		}
	}
	var consumed int64
	var uses []string
	for _, u := range w.uses[p.ID] {
		consumed += u.quantity
		count := w.whole(u.quantity, l.UnitID)
		value := w.names[u.id]
		if w.find(plan.KindFulfillment, value) != nil {
			uses = append(uses, fmt.Sprintf("%s %s %v %v", value, count, dayText(u.first), dayText(u.last)))
		} else {
			uses = append(uses, fmt.Sprintf("%s %s", value, count))
		}
	}
	have["consumed"] = w.whole(consumed, l.UnitID)
	have["activations"] = sorted(uses)
	return have, true
}

// usesOfTruth converts the activations of a truth line to the form of line.
func usesOfTruth(line object) []any {
	var uses []string
	for _, x := range line["activations"].([]any) {
		a := x.(object)
		if id, ok := a["fulfillment"]; ok {
			uses = append(uses, fmt.Sprintf("%s %s %v %v", id, a["count"], a["start"], a["end"]))
		} else {
			uses = append(uses, fmt.Sprintf("%s %s", plan.Join(a["device"].(string), line["id"].(string)), a["count"]))
		}
	}
	return sorted(uses)
}

func (w *world) coverage(id string) (object, []gid.ID, bool) {
	e := w.find(plan.KindMaintenance, id)
	if e == nil {
		return nil, nil, false
	}
	c := w.coverages[e.EntityID]
	var last *day.Day
	if c.EndsOn != day.Forever {
		last = &c.EndsOn
	}
	facts := entitlement.Facts{Header: w.decisions[*c.EntitlementID], Line: w.decisions[c.ID],
		Periods: []entitlement.PeriodFact{
			{Interval: entitlement.Interval{First: c.StartsOn, Last: last}, Perpetual: c.Perpetual}}}
	return object{"id": c.ActivationID, "entitlement": w.headers[*c.EntitlementID].Number,
			"account": w.names[c.AccountID],
			"product": w.products[*c.ProductID].Name, "productLine": w.productLines[c.ProductLineID].Name,
			"start": dayText(c.StartsOn),
			"end":   dayText(last), "perpetual": c.Perpetual, "status": truthStatuses[facts.Status(w.today)]},
		w.covered[c.ID], true
}

func (w *world) device(id string) (object, bool) {
	e := w.find(plan.KindDevice, id)
	if e == nil {
		return nil, false
	}
	if s := w.servers[e.EntityID]; s != nil {
		return object{"id": s.Fingerprint, "idType": s.FingerprintKind, "class": "SERVER", "name": s.Name,
			"deployment": string(s.Deployment),
			"account":    w.names[s.AccountID], "status": string(s.Status), "servedBy": nil}, true
	}
	d := w.devices[e.EntityID]
	var server any
	if d.LicenseServerID != nil {
		server = w.names[*d.LicenseServerID]
	}
	return object{"id": d.Fingerprint, "idType": d.FingerprintKind, "class": string(d.Kind), "name": d.Name,
		"deployment": nil,
		"account":    w.names[d.AccountID], "status": string(d.Status), "servedBy": server}, true
}

// compareUsage finds the opening record of a usage in the truth and compares the amounts exactly, in units.
func (w *world) compareUsage(want object) {
	for _, u := range w.usage {
		m := w.meters[u.MeterID]
		unit := w.units[m.UnitID]
		if w.names[u.AccountID] != want["account"] || m.Code != want["meter"] ||
			w.productLines[m.ProductLineID].Name != want["productLine"] {
			continue
		}
		if !u.Opening || unitName(unit) != want["unit"] {
			w.t.Errorf("usage %v: unit %s, opening %v", want, unit.Code, u.Opening)
		}
		for field, n := range map[string]*big.Rat{"entitled": big.NewRat(u.Granted, 1),
			"used":    big.NewRat(u.UsedNumerator, u.Denominator),
			"overage": big.NewRat(u.ExcessNumerator, u.Denominator)} {
			raw, ok := new(big.Rat).SetString(string(want[field].(json.Number)))
			scale, ok2 := new(big.Rat).SetString(string(want["scale"].(json.Number)))
			if !ok || !ok2 {
				w.t.Fatalf("usage %v: %s is no number", want, field)
			}
			if n.Quo(n, new(big.Rat).SetInt64(unit.Scale)).Cmp(raw.Quo(raw, scale)) != 0 {
				w.t.Errorf("usage %v: %s is %s %s", want, field, n.RatString(), unit.Code)
			}
		}
		return
	}
	w.t.Errorf("usage %v is missing", want)
}

// truthLeftOut are the fields of the truth that are not about the outcome of a migration, or that are compared
// separately.
var truthLeftOut = map[string][]string{
	"line":     {"findings", "legacyQuantity", "supersededBy", "type", "activations"},
	"coverage": {"findings", "covers", "missing", "type"},
	// A row has the time of its import, not that of the change in the source.
	"entitlement": {"modified"},
}

func project(rec object, kind string) object {
	out := object{}
	for k, v := range rec {
		if k != "type" && !slices.Contains(truthLeftOut[kind], k) {
			out[k] = v
		}
	}
	return out
}

// compareTruth reads a truth and compares all of it.
func compareTruth(t testing.TB, client *ent.Client, truth io.Reader) {
	t.Helper()
	lines := bufio.NewReaderSize(truth, 1<<20)
	var w *world
	seen := map[string]int{}
	totals := map[string]int64{}
	wrong := 0
	same := func(kind string, want, have object, ok bool) {
		if !ok {
			t.Errorf("%s %v is missing", kind, want)
			wrong++
			return
		}
		if p := project(want, kind); !reflect.DeepEqual(p, withoutActivations(have)) {
			wrong++
			for k, v := range p {
				if !reflect.DeepEqual(v, have[k]) {
					t.Errorf("%s %v: %s is %#v, want %#v", kind, want["id"], k, have[k], v)
				}
			}
			for k := range withoutActivations(have) {
				if _, ok := p[k]; !ok {
					t.Errorf("%s %v: %s has no counterpart", kind, want["id"], k)
				}
			}
		}
	}
	for {
		text, err := lines.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		var rec object
		decoder := json.NewDecoder(strings.NewReader(string(text)))
		decoder.UseNumber()
		if err := decoder.Decode(&rec); err != nil {
			t.Fatal(err)
		}
		kind := rec["type"].(string)
		seen[kind]++
		id, _ := rec["id"].(string)
		switch kind {
		case "header":
			on, err := day.Parse(rec["today"].(string))
			if err != nil {
				t.Fatal(err)
			}
			w = readWorld(t, client, on)
		case "account":
			have, ok := w.account(id)
			same(kind, rec, have, ok)
		case "user":
			have, ok := w.user(rec["userName"].(string))
			same(kind, rec, have, ok)
			totals["memberships"] += int64(len(rec["memberships"].([]any)))
		case "product":
			have, ok := w.product(rec["name"].(string), rec["version"].(string))
			same(kind, rec, have, ok)
		case "licenseModel":
			w.compareModel(rec)
		case "entitlement":
			have, ok := w.entitlement(id)
			same(kind, rec, have, ok)
		case "line":
			have, ok := w.line(id)
			same(kind, rec, have, ok)
			if ok && !reflect.DeepEqual(usesOfTruth(rec), have["activations"]) {
				t.Errorf("line %s: activations are %v, want %v", id, have["activations"], usesOfTruth(rec))
			}
			if ok {
				n, _ := have["currentQuantity"].(json.Number).Int64()
				totals[fmt.Sprintf("currentQuantity.%s", pythonNone(have["unit"]))] += n
				consumed, _ := have["consumed"].(json.Number).Int64()
				totals["consumed"] += consumed
				totals["lines."+have["status"].(string)]++
			}
		case "coverage":
			have, items, ok := w.coverage(id)
			same(kind, rec, have, ok)
			w.compareCovers(rec, items)
		case "device":
			have, ok := w.device(id)
			same(kind, rec, have, ok)
		case "usage":
			w.compareUsage(rec)
		case "total":
			w.compareTotal(rec, totals)
		}
		if wrong > 40 {
			t.Fatal("and so on")
		}
	}
	for _, kind := range []string{"header", "account", "user", "product", "line", "coverage", "device", "usage",
		"total"} {
		if seen[kind] == 0 {
			t.Errorf("the truth has no %s", kind)
		}
	}
}

func withoutActivations(have object) object {
	out := object{}
	for k, v := range have {
		if k != "activations" {
			out[k] = v
		}
	}
	return out
}

func pythonNone(v any) any {
	if v == nil {
		return "None"
	}
	return v
}

func (w *world) compareModel(want object) {
	e := w.find(plan.KindLicenseModel, want["name"].(string))
	if e == nil {
		w.t.Errorf("license model %v is missing", want)
		return
	}
	if m := w.models[e.EntityID]; m.Name != want["name"] || m.Metered != want["metered"] {
		w.t.Errorf("license model %+v, want %v", m, want)
	}
	for _, part := range w.parts {
		if part.LicenseModelID != nil && *part.LicenseModelID == e.EntityID {
			if part.UnitID == nil || unitName(w.units[*part.UnitID]) != want["unit"] {
				w.t.Errorf("part number %s of license model %v has another unit: %v", part.Code, want, part.UnitID)
			}
		}
	}
}

func (w *world) compareCovers(want object, have []gid.ID) {
	lines := map[gid.ID]bool{}
	for _, x := range want["covers"].([]any) {
		if e := w.find(plan.KindActivation, x.(string)); e != nil {
			lines[e.EntityID] = true
		} else {
			w.t.Errorf("coverage %v covers %v, which is missing", want["id"], x)
		}
	}
	if len(lines) != len(have) {
		w.t.Errorf("coverage %v covers %d lines, want %d", want["id"], len(have), len(lines))
	}
	for _, line := range have {
		if !lines[line] {
			w.t.Errorf("coverage %v covers %s, which it should not", want["id"], line)
		}
	}
}

func (w *world) compareTotal(want object, totals map[string]int64) {
	totals["accounts"], totals["users"], totals["products"] = int64(len(w.accounts)), int64(len(w.users)),
		int64(len(w.products))
	totals["licenseModels"], totals["entitlements"], totals["lines"] = int64(len(w.models)), int64(len(w.headers)),
		int64(len(w.periods))
	totals["maintenance"], totals["usage"] = int64(len(w.coverages)), int64(len(w.usage))
	totals["devices"] = int64(len(w.servers))
	for _, d := range w.devices {
		if d.Kind != vocabulary.DeviceKindHost {
			totals["devices"]++
		}
	}
	totals["fulfillments"] = int64(len(w.external[plan.KindFulfillment]))
	for _, h := range w.headers {
		totals["entitlements."+truthStates[w.decisionText(h.ID)]]++
	}
	for key, v := range want {
		switch key {
		case "type", "today", "findings", "coverageLinks":
			continue
		}
		if n, err := v.(json.Number).Int64(); err != nil || totals[key] != n {
			w.t.Errorf("total %s is %d, want %v", key, totals[key], v)
		}
	}
}

// gunzip opens a compressed file and closes it when the test ends.
func gunzip(t testing.TB, path string) io.Reader {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return z
}
