package naive

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	values "github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// object describes an object type: the table of its rows, and its fields.
type object struct {
	table string
	id    gid.Type // 0 for types that are not Nodes
	fields
}

type fields map[string]field

var types map[string]object

func init() {
	types = map[string]object{"Query": {fields: queries()}}
	for _, subject := range []map[string]object{catalogTypes(), accountTypes(), peopleTypes(), rightTypes(),
		useTypes()} {
		for name, o := range subject {
			types[name] = o
		}
	}
}

// Scalars.

func text(column string) field {
	return func(in asked) (any, error) { return in.row[column], nil }
}

// nullableText answers a text column; an empty text is null.
func nullableText(column string) field {
	return func(in asked) (any, error) { return orNull(in.row.text(column)), nil }
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// perpetualIfNull answers the field perpetual: true if the column of the last day is null.
func perpetualIfNull(column string) field {
	return func(in asked) (any, error) { return in.row.null(column), nil }
}

// until returns the last day of a row in a series: the day before the next row begins. same are the columns that
// identify the series.
func until(table, first string, same ...string) func(asked) *day.Day {
	return func(in asked) *day.Day {
		var last *day.Day
		for _, r := range in.seenHaving(table, same[0], in.row.number(same[0])) {
			for _, column := range same {
				if r[column] != in.row[column] {
					r = nil
					break
				}
			}
			if r == nil || r.number(first) <= in.row.number(first) {
				continue
			}
			if before := day.Day(r.number(first)) - 1; last == nil || before < *last {
				last = &before
			}
		}
		return last
	}
}

func lastDay(of func(asked) *day.Day) field {
	return func(in asked) (any, error) { return dayText(of(in)), nil }
}

func noLastDay(of func(asked) *day.Day) field {
	return func(in asked) (any, error) { return of(in) == nil, nil }
}

// orderReference answers the order of a right. The first column holds its number.
func orderReference(columns ...string) field {
	return func(in asked) (any, error) {
		f := map[string]any{"number": orNull(in.row.text(columns[0])), "line": nil}
		if len(columns) > 1 {
			f["line"] = orNull(in.row.text(columns[1]))
		}
		if f["number"] == nil && f["line"] == nil {
			return nil, nil
		}
		return &value{"OrderReference", f}, nil
	}
}

// actorOf answers the actor who is the user whose id is in the column by, or the program whose API key is in the column
// key, if there is one. The viewer knows users and keys that they see, and those that acted in an account that the
// viewer administers.
func actorOf(by string, key ...string) field {
	return func(in asked) (any, error) {
		named := func(table, column string, id int64) string {
			row := in.Base.get(table, id)
			if row == nil || in.seen(table, id) == nil && !in.Viewer.Administers(gid.ID(in.row.number("account_id"))) {
				return ""
			}
			return row.text(column)
		}
		id := in.row.number(by)
		if name := named("users", "user_name", id); name != "" {
			return in.actor(name, "USER", id), nil
		}
		for _, column := range key {
			if name := named("api_keys", "name", in.row.number(column)); name != "" {
				return in.actor(name, "PROGRAM", 0), nil
			}
		}
		return nil, nil
	}
}

func (in asked) actor(name, kind string, user int64) *value {
	return &value{"Actor", map[string]any{"name": name, "kind": kind, "user": in.object("User", user)}}
}

// system answers an actor that is not a person; the column holds its name.
func system(column string) field {
	return func(in asked) (any, error) { return in.actor(in.row.text(column), "SYSTEM", 0), nil }
}

func actorOfEntry(in asked) (any, error) {
	kind := "PROGRAM"
	switch {
	case !in.row.null("actor_id"):
		kind = "USER"
	case in.row.text("credential") == "SYSTEM" || in.row.text("credential") == "COMMAND_LINE":
		kind = "SYSTEM"
	}
	return in.actor(in.row.text("actor_name"), kind, in.row.number("actor_id")), nil
}

func machine(in asked) (any, error) {
	if m := in.row.text("machine"); m == "PHYSICAL" || m == "VIRTUAL" {
		return m, nil
	}
	return nil, nil
}

func number(column string) field { return text(column) }

func truth(column string) field {
	return func(in asked) (any, error) { return in.row.truth(column), nil }
}

func id(column string) field {
	return func(in asked) (any, error) { return idText(gid.ID(in.row.number(column))), nil }
}

// numbered answers the id of a row whose key is a number.
func numbered(t gid.Type) field {
	return func(in asked) (any, error) { return idText(gid.FromKey(t, in.row.number("id"))), nil }
}

// idText returns an id as text; nil for 0.
func idText(id gid.ID) any {
	if id == 0 {
		return nil
	}
	return id.String()
}

// on answers a day. day.Forever and day.Beginning are null.
func on(column string) field {
	return func(in asked) (any, error) { return dayText(pointer[day.Day](in.row, column)), nil }
}

func dayText(d *day.Day) any {
	if d == nil || *d == day.Forever || *d == day.Beginning {
		return nil
	}
	return d.String()
}

func at(column string) field {
	return func(in asked) (any, error) { return instantText(pointer[clock.Instant](in.row, column)), nil }
}

func instantText(i *clock.Instant) any {
	if i == nil {
		return nil
	}
	return i.String()
}

func decimal(column string) field {
	return func(in asked) (any, error) { return strconv.FormatInt(in.row.number(column), 10), nil }
}

// Columns that hold a set of enum values.

func roles(columns ...string) field {
	return func(in asked) (any, error) { return vocabulary.RoleSet(union(in.row, columns)).List(), nil }
}

func services(columns ...string) field {
	return func(in asked) (any, error) { return vocabulary.ServiceSet(union(in.row, columns)).List(), nil }
}

func scopes(column string) field {
	return func(in asked) (any, error) { return vocabulary.KeyScopeSet(in.row.number(column)).List(), nil }
}

func union(r row, columns []string) (n int64) {
	for _, c := range columns {
		n |= r.number(c)
	}
	return n
}

// refer answers a reference to the object whose id is in a column; null if the viewer does not see it.
func refer(typ, column string) field {
	return func(in asked) (any, error) { return in.object(typ, in.row.number(column)), nil }
}

// names answers the external ids of an object.
var names = shortList("ExternalId", "external_ids", "entity_id", byID)

// today returns the argument on, or today.
func (in asked) today() (day.Day, error) {
	d, err := argument[date](in, "on")
	if d == nil {
		return in.Today, err
	}
	return day.Day(*d), err
}

// Amounts.

type amount struct {
	numerator, denominator int64
	unlimited              bool
}

func base(n int64) *amount { return &amount{numerator: n, denominator: 1} }

var unlimited = &amount{unlimited: true}

// quantityOf answers an amount in a unit. unit returns the id of the unit; measure returns nil if there is no amount.
func quantityOf(unit func(asked) int64, measure func(asked) (*amount, error)) field {
	return func(in asked) (any, error) {
		m, err := measure(in)
		if m == nil || err != nil {
			return nil, err
		}
		u := in.object("UnitOfMeasure", unit(in))
		fields := map[string]any{"unlimited": m.unlimited, "unit": u, "amount": nil, "baseAmount": nil}
		if !m.unlimited {
			fields["amount"] = quantity.Fraction(m.numerator, m.denominator, u.row.number("scale"))
			fields["baseAmount"] = quantity.Fraction(m.numerator, m.denominator, 1)
		}
		return &value{"Quantity", fields}, nil
	}
}

func ownUnit(in asked) int64 { return in.row.number("unit_id") }

func lineUnit(in asked) int64 {
	return in.Base.get("line_items", in.row.number("line_item_id")).number("unit_id")
}

func meterUnit(in asked) int64 {
	return in.Base.get("meters", in.row.number("meter_id")).number("unit_id")
}

// baseUnits returns the amount in a column of base units; nil if the column is null.
func baseUnits(column string) func(asked) (*amount, error) {
	return func(in asked) (*amount, error) {
		if in.row.null(column) {
			return nil, nil
		}
		return base(in.row.number(column)), nil
	}
}

// orUnlimited returns an unlimited amount if the row is unlimited, and otherwise the result of measure.
func orUnlimited(measure func(asked) (*amount, error)) func(asked) (*amount, error) {
	return func(in asked) (*amount, error) {
		if in.row.truth("unlimited") {
			return unlimited, nil
		}
		return measure(in)
	}
}

func ratio(numerator, denominator string) func(asked) (*amount, error) {
	return func(in asked) (*amount, error) {
		return &amount{numerator: in.row.number(numerator), denominator: in.row.number(denominator)}, nil
	}
}

// money answers an amount of money. column holds minor units, and the column currency the currency.
func money(column string) field {
	return func(in asked) (any, error) {
		if in.row.null(column) || in.row.null("currency") {
			return nil, nil
		}
		scale, err := quantity.MinorUnits(in.row.text("currency"))
		n := in.row.number(column)
		return &value{"Money", map[string]any{"amount": quantity.Text(n, max(scale, 1)),
			"minorUnits": strconv.FormatInt(n, 10),
			"currency":   in.row.text("currency")}}, err
	}
}

// node returns the object with an id, of any type.
func (a *Answerer) node(id gid.ID) *item {
	for name, o := range types {
		if o.id != 0 && o.id == id.Type() {
			found := a.object(name, id.Key())
			if found == nil || !a.listed(name, found.row) {
				return nil
			}
			return found
		}
	}
	return nil
}

// listed tells whether a row that the scope shows may also be fetched by id. Sessions may only be fetched by their own
// user, and only until they end.
func (a *Answerer) listed(typ string, r row) bool {
	return typ != "Session" || r.number("user_id") == int64(a.Viewer.User) && a.lives(r)
}

// named answers a root field whose argument is the id of an object of a type, or of any type if typ is "".
func named(typ, name string) field {
	return func(in asked) (any, error) {
		var k key
		if err := read(in.args[name], &k, name); err != nil {
			return nil, err
		}
		if o := in.node(gid.ID(k)); o != nil && (typ == "" || o.typ == typ) {
			return o, nil
		}
		return nil, notFound(name)
	}
}

func queries() fields {
	all := fields{
		"node": named("", "id"), "nodes": nodesNamed, "user": userNamed, "lookup": lookup, "convert": convert,
		"viewer": whoAsks, "accessReview": reviewOf,
		"entitlementHistory": entitlementHistory, "changes": changes,
		"accounts": page(list{typ: "Account", table: "accounts", ordered: orderOfAccounts, filter: filterAccounts}),
		"users":    page(list{typ: "User", table: "users", ordered: orderOfUsers, filter: filterUsers}),
		"memberships": page(list{typ: "Membership", table: "memberships", ordered: orderOfMemberships("UPDATED"),
			filter: filterMemberships(false)}),
		"producerUsers": page(list{typ: "User", table: "users", order: by("USER_NAME", "user_name"),
			filter: filterProducer}),
		"producerApiKeys": page(list{typ: "ApiKey", table: "api_keys", order: latest("created_at"),
			filter: filterProducer}),
		"devices": licensedBy(page(list{typ: "Device", table: "devices", ordered: byNameOrMoved("UPDATED"),
			filter: filterDevices(false)})),
		"licenseServers": licensedBy(page(list{typ: "LicenseServer", table: "license_servers",
			ordered: byNameOrMoved("UPDATED"), filter: filterServers(false)})),
		"activations": licensedBy(page(list{typ: "Activation", table: "activations",
			ordered: orderOfActivations("UPDATED"), filter: filterActivations(false)})),
		"auditEntries": page(list{typ: "AuditEntry", table: "audit_entries", order: newest,
			filter: filterAudit(true)}),
		"productLines": page(list{typ: "ProductLine", table: "product_lines", order: by("NAME", "name"),
			filter: filterRetired}),
		"products": page(list{typ: "Product", table: "products", order: by("NAME", "name", "version"),
			filter: filterProducts}),
		"unitsOfMeasure": page(list{typ: "UnitOfMeasure", table: "units_of_measure", order: by("CODE", "code"),
			filter: filterRetired}),
		"features": page(list{typ: "Feature", table: "features", order: by("CODE", "code", "version"),
			filter: filterFeatures}),
		"partNumbers": page(list{typ: "PartNumber", table: "part_numbers", order: by("CODE", "code"),
			filter: filterPartNumbers}),
		"licenseModels": page(list{typ: "LicenseModel", table: "license_models", order: by("NAME", "name"),
			filter: filterRetired}),
		"coverageLevels": page(list{typ: "CoverageLevel", table: "coverage_levels", order: by("RANK", "rank", "code"),
			filter: filterRetired}),
		"meters": page(list{typ: "Meter", table: "meters", order: by("CODE", "code"), filter: filterMeters}),
		"coverages": licensedBy(page(list{typ: "Coverage", table: "coverages", ordered: orderOfCoverages,
			filter: filterCoverages(false)})),
		"directoryRecords": page(list{typ: "DirectoryRecord", table: "directory_records", order: byID,
			filter: filterRecords(true)}),
		"entitlements": licensedBy(page(list{typ: "Entitlement", table: "entitlements", ordered: orderOfEntitlements,
			filter: filterEntitlements(false)})),
		"lineItems": licensedBy(page(list{typ: "LineItem", table: "line_items", ordered: orderOfLines,
			filter: filterLines(false)})),
		"serviceLinks": func(in asked) (any, error) {
			links := make([]*value, len(in.ServiceLinks))
			for i, l := range in.ServiceLinks {
				links[i] = &value{"ServiceLink", map[string]any{"name": l.Name, "address": l.Address}}
			}
			return links, nil
		},
		"systems": shortList("System", "systems", "", by("CODE", "code")),
		"customFields": short(list{typ: "CustomField", table: "custom_fields",
			order: by("CODE", "subject", "code"), filter: filterCustomFields}),
		"widgetDocuments": short(list{typ: "WidgetDocument", table: "widget_documents", order: by("NAME", "name"),
			filter: forOperators}),
		"widgetOrigins": short(list{typ: "WidgetOrigin", table: "widget_origins", order: by("ORIGIN", "origin"),
			filter: forOperators}),
	}
	for _, name := range []string{"Account", "Membership", "Invitation", "AccessRequest", "ApiKey", "DirectoryGroup",
		"DirectoryRecord", "Entitlement", "LineItem", "Period", "Coverage", "CoverageItem", "Device", "LicenseServer",
		"Allocation",
		"Activation", "Meter", "UsageRecord", "ProductLine", "Product", "Feature", "PartNumber", "ListPrice",
		"LicenseModel",
		"LicenseModelVersion", "UnitOfMeasure", "CoverageLevel", "System", "CustomField",
		"AuditEntry"} {
		all[strings.ToLower(name[:1])+name[1:]] = named(name, "id")
	}
	return all
}

func nodesNamed(in asked) (any, error) {
	var keys []key
	if err := read(in.args["ids"], &keys, "ids"); err != nil {
		return nil, err
	}
	if len(keys) > longestPage {
		return nil, badInput("ids", "at most 100 ids are read at once")
	}
	list := make([]*item, len(keys))
	for i, k := range keys {
		list[i] = in.node(gid.ID(k))
	}
	return list, nil
}

func userNamed(in asked) (any, error) {
	k, err := argument[key](in, "id")
	if err != nil {
		return nil, err
	}
	name, err := argument[string](in, "userName")
	if err != nil {
		return nil, err
	}
	if (k == nil) == (name == nil) {
		return nil, badInput("id", "one of id and userName is given")
	}
	if k != nil {
		return named("User", "id")(in)
	}
	for _, r := range in.seenHaving("users", "user_name", *name) {
		return &item{typ: "User", row: r}, nil
	}
	return nil, notFound("userName")
}

// own returns the rows that belong to the viewer.
func (in asked) own(typ, table string, o order, keep func(row) bool) []*item {
	var list []*item
	if in.Viewer.User == 0 {
		return []*item{}
	}
	for _, r := range o.sort(in.seenHaving(table, "user_id", int64(in.Viewer.User))) {
		if keep(r) {
			list = append(list, &item{typ: typ, row: r})
		}
	}
	return list
}

func whoAsks(in asked) (any, error) {
	who := in.Viewer
	f := map[string]any{"user": in.object("User", int64(who.User)), "name": who.Name, "credential": who.Credential,
		"accountId": idText(who.Account), "apiKey": in.ownKey(), "session": in.ownSession(),
		"services":     in.ownServices,
		"producerRole": nil, "scopes": who.Scopes.List(),
		"narrowedTo": in.object("Account", int64(who.NarrowedTo)), "viewingAs": in.object("Account",
			int64(who.ViewingAs)),
		"canChange": who.Changes(),
		"memberships": in.own("Membership", "memberships", byID, func(r row) bool {
			return account.InForce(membership(r), in.Today)
		}),
		"sessions":        in.own("Session", "sessions", latest("created_at"), in.lives),
		"apiKeys":         in.own("ApiKey", "api_keys", latest("created_at"), everyRow),
		"accessRequests":  in.own("AccessRequest", "access_requests", latest("created_at"), everyRow),
		"outsideRequests": in.own("OutsideRequest", "outside_requests", latest("created_at"), in.young),
		"joinableAccounts": func() (any, error) {
			open, err := in.Members.Joinable(in.ctx)
			list := make([]*value, len(open))
			for i, j := range open {
				list[i] = &value{"JoinableAccount", map[string]any{"accountId": idText(j.Account),
					"accountName": j.Name, "domain": j.Domain}}
			}
			return list, err
		},
	}
	if who.Producer != "" {
		f["producerRole"] = who.Producer
	}
	return &value{"Viewer", f}, nil
}

// ownKey returns the key with which the viewer authenticates.
func (in asked) ownKey() *item {
	if in.Viewer.Credential != vocabulary.CredentialKindAPIKey {
		return nil
	}
	return in.object("ApiKey", int64(in.Viewer.CredentialID))
}

func (in asked) ownSession() *item {
	if in.Viewer.Credential != vocabulary.CredentialKindSession {
		return nil
	}
	return in.object("Session", int64(in.Viewer.CredentialID))
}

func (in asked) ownServices() (any, error) {
	found, err := in.Members.Services(in.ctx)
	list := make([]*value, len(found))
	for i, s := range found {
		accounts := make([]*value, len(s.Accounts))
		for n, a := range s.Accounts {
			people := make([]*value, len(a.Administrators))
			for k, p := range a.Administrators {
				people[k] = &value{"ServiceAdministrator", map[string]any{"name": p.Name, "roles": p.Roles.List(),
					"user": in.object("User", int64(p.User))}}
			}
			accounts[n] = &value{"ViewerServiceAccount",
				map[string]any{"accountId": idText(a.Account), "accountName": a.Name,
					"isOpen": a.Open, "closedReason": orNull(string(a.ClosedReason)), "administrators": people}}
		}
		list[i] = &value{"ViewerService", map[string]any{"service": s.Service, "isOpen": s.Open, "accounts": accounts}}
	}
	return list, err
}

func membership(r row) *ent.Membership {
	return &ent.Membership{EndsOn: pointer[day.Day](r, "ends_on"), SuspendedAt: pointer[clock.Instant](r,
		"suspended_at"),
		Roles: vocabulary.RoleSet(r.number("roles")), DirectoryRoles: vocabulary.RoleSet(r.number("directory_roles"))}
}

func reviewOf(in asked) (any, error) {
	var k key
	if err := read(in.args["account"], &k, "account"); err != nil {
		return nil, err
	}
	found, err := in.Members.Review(in.ctx, gid.ID(k))
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, notFound("account")
	}
	entries := make([]*value, len(found.Entries))
	for i := range found.Entries {
		entries[i] = in.reviewEntry(&found.Entries[i])
	}
	return &value{"AccessReview", map[string]any{"account": in.object("Account", int64(found.Account)),
		"takenAt": found.TakenAt.String(), "entries": entries}}, nil
}

func (in asked) reviewEntry(e *account.ReviewEntry) *value {
	leaver := []string{}
	for _, l := range e.Leaver {
		leaver = append(leaver, string(l))
	}
	var granter *value
	switch {
	case e.GrantedBy == "":
	case e.GrantedByID.Type() == gid.APIKey:
		granter = in.actor(e.GrantedBy, "PROGRAM", 0)
	default:
		granter = in.actor(e.GrantedBy, "USER", int64(e.GrantedByID))
	}
	return &value{"AccessReviewEntry", map[string]any{"name": e.Name, "displayName": orNull(e.DisplayName),
		"email":   orNull(e.Email),
		"through": e.Through, "throughLabel": orNull(e.ThroughLabel), "roles": e.Roles.List(),
		"serviceAccess": e.Services.List(),
		"scopes":        e.Scopes.List(), "includeSubAccounts": e.Below,
		"productLine": in.object("ProductLine", int64(e.ProductLineID)),
		"origin":      orNull(string(e.Origin)), "grantedBy": granter, "grantedAt": e.GrantedAt.String(),
		"endsOn": dayText(e.EndsOn), "perpetual": e.EndsOn == nil, "lastUsedAt": instantText(e.LastUsedAt),
		"leaver":         leaver,
		"user":           in.object("User", int64(e.User)),
		"membership":     in.object("Membership", int64(e.Membership)),
		"directoryGroup": in.object("DirectoryGroup", int64(e.Group)), "apiKey": in.object("ApiKey", int64(e.Key))}}
}

var (
	priceUntil   = until("list_prices", "valid_from", "part_number_id", "currency")
	versionUntil = until("license_model_versions", "valid_from", "license_model_id")
)

func catalogTypes() map[string]object {
	return map[string]object{
		"ProductLine": {"product_lines", gid.ProductLine, fields{
			"id": id("id"), "name": text("name"), "description": nullableText("description"), "externalIds": names,
			"retiredAt": at("retired_at"),
			"products":  pageOf("Product", "products", "product_line_id", by("NAME", "name", "version"))}},
		"Product": {"products", gid.Product, fields{
			"id": id("id"), "name": text("name"), "version": nullableText("version"),
			"description": nullableText("description"),
			"kind":        text("kind"), "state": text("state"),
			"productLine":  refer("ProductLine", "product_line_id"),
			"licenseModel": refer("LicenseModel", "license_model_id"), "startsOn": on("available_from"),
			"endsOn": on("available_until"), "perpetual": func(in asked) (any, error) {
				return in.row.null("available_until") && in.row.text("state") == "AVAILABLE", nil
			}, "suiteMembers": shortList("SuiteMember", "suite_members",
				"suite_id", byID),
			"features":    shortList("ProductFeature", "product_features", "product_id", byID),
			"partNumbers": shortList("PartNumber", "part_numbers", "product_id", by("CODE", "code")),
			"externalIds": names}},
		"SuiteMember": {"suite_members", 0, fields{"product": refer("Product", "product_id"),
			"quantity": number("quantity")}},
		"ProductFeature": {"product_features", 0, fields{"feature": refer("Feature", "feature_id"),
			"quantity": number("quantity")}},
		"Feature": {"features", gid.Feature, fields{
			"id": id("id"), "code": text("code"), "version": nullableText("version"), "name": nullableText("name"),
			"retiredAt": at("retired_at")}},
		"PartNumber": {"part_numbers", gid.PartNumber, fields{
			"id": id("id"), "code": text("code"), "description": nullableText("description"),
			"product":      refer("Product", "product_id"),
			"licenseModel": refer("LicenseModel", "license_model_id"), "unit": refer("UnitOfMeasure", "unit_id"),
			"listPrices": shortList("ListPrice", "list_prices", "part_number_id", latest("valid_from")),
			"term":       text("term"), "startRule": text("start_rule"), "termLength": number("term_length"),
			"termUnit": text("term_unit"), "packSize": number("pack_size"), "overdraft": number("overdraft"),
			"coverageKind": text("coverage_kind"), "coverageLength": number("coverage_length"),
			"coverageLengthUnit": text("coverage_length_unit"),
			"coverageLevel":      refer("CoverageLevel", "coverage_level_id"),
			"successor":          refer("PartNumber", "successor_id"), "cancelDays": number("cancel_days"),
			"upgradesFrom": short(list{typ: "Product", table: "part_number_upgrades", of: "part_number_id",
				through: "product_id", order: byID}),
			"gaps":      gapsOfPartNumber,
			"retiredAt": at("retired_at")}},
		"ListPrice": {"list_prices", gid.ListPrice, fields{
			"id": id("id"), "price": money("amount_minor"), "startsOn": on("valid_from"),
			"endsOn": lastDay(priceUntil), "perpetual": noLastDay(priceUntil)}},
		"LicenseModel": {"license_models", gid.LicenseModel, fields{
			"id": id("id"), "name": text("name"), "technology": nullableText("technology"),
			"activationModel": text("activation_model"),
			"metered":         truth("metered"), "retiredAt": at("retired_at"),
			"versions": shortList("LicenseModelVersion", "license_model_versions", "license_model_id",
				latest("number"))}},
		"LicenseModelVersion": {"license_model_versions", gid.LicenseModelVersion, fields{
			"id": id("id"), "number": number("number"), "startsOn": on("valid_from"), "endsOn": lastDay(versionUntil),
			"perpetual":    noLastDay(versionUntil),
			"leaseSeconds": number("lease_seconds"),
			"graceDays":    number("grace_days"), "overdraftAllowed": truth("overdraft_allowed"),
			"rehostLimit":    number("rehost_limit"),
			"offlineAllowed": truth("offline_allowed"), "offlineDays": number("offline_days"),
			"surplus": text("surplus")}},
		"UnitOfMeasure": {"units_of_measure", gid.UnitOfMeasure, fields{
			"id": id("id"), "code": text("code"), "singular": text("singular"), "plural": text("plural"),
			"symbol": text("symbol"),
			"kind":   text("kind"), "pool": text("pool"), "aggregation": text("aggregation"),
			"baseUnit": text("base_unit"),
			"scale":    decimal("scale"), "decimals": number("decimals"), "currency": text("currency"),
			"rule": text("rule"), "countsAsOneEnglish": text("counts_as_one_english"),
			"countsAsOneGerman": text("counts_as_one_german"), "conversions": conversions,
			"retiredAt": at("retired_at")}},
		"CoverageLevel": {"coverage_levels", gid.CoverageLevel, fields{
			"id": id("id"), "code": text("code"), "name": text("name"), "rank": number("rank"),
			"retiredAt": at("retired_at")}},
		"WidgetDocument": {"widget_documents", 0, fields{"hash": text("hash"), "name": text("name"),
			"text": text("text"), "createdAt": at("created_at")}},
		"WidgetOrigin": {"widget_origins", 0, fields{"origin": text("origin"), "createdAt": at("created_at")}},
		"CustomField": {"custom_fields", gid.CustomField, fields{
			"id": id("id"), "subject": text("subject"), "code": text("code"), "type": text("type"),
			"labelEnglish": text("label_english"), "labelGerman": text("label_german"),
			"description": nullableText("description"), "choices": choicesOfField,
			"forCustomers": truth("for_customers"), "createdAt": at("created_at"), "retiredAt": at("retired_at")}},
		"CustomFieldValue": {"custom_values", 0, fields{"field": refer("CustomField", "custom_field_id"),
			"text": text("value"), "number": valueIf("NUMBER"), "day": valueIf("DAY"),
			"boolean": valueIf("BOOLEAN"), "choice": valueIf("CHOICE")}},
		"System": {"systems", gid.System, fields{
			"id": id("id"), "code": text("code"), "name": text("name"), "kind": text("kind")}},
		"ExternalId": {"external_ids", 0, fields{
			"system": refer("System", "system_id"), "kind": text("kind"), "value": text("value")}},
		"Meter": {"meters", gid.Meter, fields{
			"id": id("id"), "code": text("code"), "name": text("name"),
			"productLine": refer("ProductLine", "product_line_id"),
			"unit":        refer("UnitOfMeasure", "unit_id"), "resetInterval": text("reset_interval")}},
	}
}

// gapsOfPartNumber answers what is missing in a part number.
func gapsOfPartNumber(in asked) (any, error) {
	gaps := []string{}
	model := in.row.number("license_model_id")
	if in.row.null("license_model_id") && !in.row.null("product_id") {
		model = in.Base.get("products", in.row.number("product_id")).number("license_model_id")
	}
	unit := ""
	if !in.row.null("unit_id") {
		unit = in.unitCode(in.row.number("unit_id"))
	}
	perpetual := in.row.text("term") == "PERPETUAL"
	for _, gap := range []struct {
		is   bool
		name string
	}{
		{in.row.null("product_id"), "PRODUCT"},
		{model == 0, "LICENSE_MODEL"},
		{model != 0 && len(in.seenHaving("license_model_versions", "license_model_id", model)) == 0, "LICENSE_TERMS"},
		{unit == "" || unit == "UNKNOWN", "UNIT"},
		{in.row.null("term"), "TERM"},
		{!in.row.null("term") && !perpetual && in.row.null("term_length"), "TERM_LENGTH"},
		{in.row.null("start_rule"), "START_RULE"},
		{in.row.null("pack_size"), "PACK_SIZE"},
		{perpetual && !in.row.null("coverage_kind") && in.row.null("coverage_length"), "COVERAGE_LENGTH"},
	} {
		if gap.is {
			gaps = append(gaps, gap.name)
		}
	}
	return gaps, nil
}

func accountTypes() map[string]object {
	self := func(in asked) gid.ID { return in.row.id() }
	return map[string]object{
		"Account": {"accounts", gid.Account, fields{
			"id": id("id"), "name": text("name"), "kind": text("kind"), "description": nullableText("description"),
			"address": address, "visible": truth("visible"), "retiredAt": at("retired_at"),
			"createdAt": at("created_at"),
			"updatedAt": at("updated_at"),
			"parents": short(list{typ: "Account", table: "account_links", of: "child_id", through: "parent_id",
				order: byID}),
			"children": page(list{typ: "Account", table: "account_links", of: "parent_id", through: "child_id",
				order: byID}),
			"memberships": page(list{typ: "Membership", table: "memberships", of: "account_id",
				ordered: orderOfMemberships("ID"), filter: filterMemberships(true)}),
			"entitlements": licensedInAccount(page(list{typ: "Entitlement", table: "entitlements", of: "account_id",
				ordered: orderOfEntitlements, filter: filterEntitlements(true)})),
			"lineItems": licensedInAccount(page(list{typ: "LineItem", table: "line_items", of: "account_id",
				ordered: orderOfLines, filter: filterLines(true)})),
			"coverages": licensedInAccount(page(list{typ: "Coverage", table: "coverages", of: "account_id",
				ordered: orderOfCoverages, filter: filterCoverages(true)})),
			"devices": licensedInAccount(page(list{typ: "Device", table: "devices", of: "account_id",
				ordered: byNameOrMoved("NAME"), filter: filterDevices(true)})),
			"licenseServers": licensedInAccount(page(list{typ: "LicenseServer", table: "license_servers",
				of: "account_id", ordered: byNameOrMoved("NAME"), filter: filterServers(true)})),
			"activations": licensedInAccount(page(list{typ: "Activation", table: "activations", of: "account_id",
				ordered: orderOfActivations("ACTIVATED"), filter: filterActivations(true)})),
			"usageRecords": licensedInAccount(page(list{typ: "UsageRecord", table: "usage_records", of: "account_id",
				order: latest("starts_on"), filter: filterUsage})),
			"positions": licensedValueInAccount(positions), "renewals": licensedValueInAccount(renewals),
			"renewalForecast": licensedValueInAccount(renewalForecast),
			"externalIds":     names, "customFields": customFields,
			"invitations": page(list{typ: "Invitation", table: "invitations", of: "account_id",
				order: latest("created_at"), filter: filterInvitations}),
			"accessRequests": page(list{typ: "AccessRequest", table: "access_requests", of: "account_id",
				order: latest("created_at"), filter: filterRequests}),
			"domains":        shortList("DomainProof", "domain_proofs", "account_id", by("DOMAIN", "domain")),
			"joiningDomains": shortList("JoiningDomain", "joining_domains", "account_id", by("DOMAIN", "domain")),
			"directoryGroups": shortList("DirectoryGroup", "directory_groups", "account_id",
				by("NAME", "name")),
			"directoryRecords": page(list{typ: "DirectoryRecord", table: "directory_records", of: "account_id",
				order:  byID,
				filter: filterRecords(false)}),
			"apiKeys": shortList("ApiKey", "api_keys", "account_id", latest("created_at")),
			"auditEntries": page(list{typ: "AuditEntry", table: "audit_entries", of: "account_id", order: newest,
				filter: filterAudit(false)}),
			"viewerRoles":            func(in asked) (any, error) { return in.visibility.rolesIn(self(in)), nil },
			"viewerServices":         func(in asked) (any, error) { return in.Viewer.Services(self(in)).List(), nil },
			"viewerCanSeeMembers":    func(in asked) (any, error) { return in.Viewer.Administers(self(in)), nil },
			"viewerCanManageMembers": func(in asked) (any, error) { return in.Viewer.Manages(self(in)), nil }}},
		"AuditEntry": {"audit_entries", gid.AuditEntry, fields{
			"id":         numbered(gid.AuditEntry),
			"recordedAt": at("recorded_at"), "action": text("action"), "account": refer("Account", "account_id"),
			"subjectId": id("subject_id"), "label": nullableText("subject_label"),
			"actor": actorOfEntry, "byProducer": truth("by_producer"), "credential": text("credential"),
			"onBehalfOf": refer("Account", "on_behalf_of_id"), "reason": nullableText("reason"),
			"requestId": nullableText("request_id"),
			"changes":   auditChanges, "erased": func(in asked) (any, error) {
				return in.row.text("remains") != "",
					nil
			}}},
		"DirectoryGroup": {"directory_groups", gid.DirectoryGroup, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "name": text("name"), "roles": roles("roles"),
			"serviceAccess": services("service_access"),
			"createdAt":     at("created_at"), "memberCount": func(in asked) (any, error) {
				return len(in.seenHaving("directory_group_members", "directory_group_id", in.row.number("id"))), nil
			},
			"records": page(list{typ: "DirectoryRecord", table: "directory_group_members", of: "directory_group_id",
				through: "directory_record_id", order: by("RECORD", "directory_record_id")})}},
		"DirectoryRecord": {"directory_records", gid.DirectoryRecord, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "userName": text("user_name"),
			"externalId": text("external_id"), "displayName": nullableText("display_name"), "email": text("email"),
			"active": truth("active"), "adopted": truth("adopted"), "user": refer("User", "user_id"),
			"linkedAt":  at("linked_at"),
			"createdAt": at("created_at"), "updatedAt": at("updated_at"), "isDomainProven": isDomainProven,
			"groups": func(in asked) (any, error) { return in.groupsOf(in.row), nil }}},
		"DomainProof": {"domain_proofs", 0, fields{
			"domain": text("domain"), "createdAt": at("created_at"), "provenAt": at("proven_at"),
			"checkedAt":    at("checked_at"),
			"failingSince": at("failing_since"), "approvedBy": actorOf("approved_by_id", "approved_by_key_id"),
			"account":  refer("Account", "account_id"),
			"state":    func(in asked) (any, error) { return account.DomainState(proof(in.row)), nil },
			"lapsesOn": func(in asked) (any, error) { return dayText(account.DomainLapsesOn(proof(in.row))), nil },
			"txtName": func(in asked) (any, error) {
				name, _ := account.DomainRecord(proof(in.row))
				return name,
					nil
			},
			"txtValue": func(in asked) (any, error) {
				_,
					value := account.DomainRecord(proof(in.row))
				return value, nil
			}}},
		"OutsideRequest": {"outside_requests", 0, fields{
			"reference": text("reference"), "account": refer("Account", "account_id"), "answer": nullableText("answer"),
			"createdAt": at("created_at"), "decidedAt": at("decided_at"),
			"state": func(in asked) (any, error) {
				return account.RequestState(pointer[clock.Instant](in.row, "decided_at"),
					in.row.truth("granted")), nil
			}}},
		"JoiningDomain": {"joining_domains", 0, fields{
			"domain": text("domain"), "account": refer("Account", "account_id"), "roles": roles("roles"),
			"serviceAccess": services("service_access"),
			"createdAt":     at("created_at")}},
	}
}

func address(in asked) (any, error) {
	f := map[string]any{}
	known := false
	for name, column := range map[string]string{"street": "street", "city": "city", "state": "state",
		"postalCode": "postal_code",
		"country":    "country", "region": "region"} {
		f[name] = orNull(in.row.text(column))
		known = known || f[name] != nil
	}
	if !known {
		return nil, nil
	}
	return &value{"Address", f}, nil
}

func auditChanges(in asked) (any, error) {
	found, err := audit.Changes(&ent.AuditEntry{ID: in.row.number("id"), Changes: in.row.text("changes")})
	list, subject := []*value{}, gid.ID(in.row.number("subject_id"))
	for _, c := range found {
		is := c.Typed(subject)
		if (is.Field == "price" || is.Field == "instalments") && !in.seesPaid(subject) {
			continue
		}
		list = append(list, &value{"AuditChange", map[string]any{"field": is.Field, "before": typedValue(is.Before),
			"after": typedValue(is.After)}})
	}
	return list, err
}

// lives tells whether a session is active.
func (a *Answerer) lives(r row) bool {
	return a.Access.Live(&ent.Session{ExpiresAt: clock.Instant(r.number("expires_at")),
		LastSeenAt: clock.Instant(r.number("last_seen_at"))})
}

// young tells whether an outside request is still shown.
func (a *Answerer) young(r row) bool {
	return a.Members.OutsideRequestIsShown(clock.Instant(r.number("created_at")))
}

// typedValue converts a value to an object of its GraphQL type.
func typedValue(v *values.Value) *value {
	if v == nil {
		return nil
	}
	f, typ := map[string]any{"text": v.String()}, "TextValue"
	switch v.Kind {
	case values.Number:
		typ = "NumberValue"
		f["number"], _ = v.Number()
	case values.Boolean:
		typ, f["isTrue"] = "BooleanValue", v.Form == "true"
	case values.Day:
		typ, f["day"] = "DayValue", v.Form
	case values.Moment:
		typ, f["moment"] = "MomentValue", v.Form
	case values.Enum:
		typ, f["enum"], f["value"] = "EnumValue", v.Enum, v.Form
	case values.EnumList:
		typ, f["enum"], f["values"] = "EnumListValue", v.Enum, v.Names()
	case values.Reference:
		id, label, _ := v.Reference()
		typ, f["subjectId"], f["label"] = "ReferenceValue", id.String(), label
	case values.Quantity:
		amount, unit, label, _ := v.Quantity()
		typ, f["amount"], f["unlimited"], f["unitId"], f["unitLabel"] = "QuantityValue", orNull(amount), amount == "",
			unit.String(), label
	}
	return &value{typ, f}
}

func proof(r row) *ent.DomainProof {
	return &ent.DomainProof{Domain: r.text("domain"), Challenge: r.text("challenge"),
		ProvenAt: pointer[clock.Instant](r, "proven_at"),
		LapsedAt: pointer[clock.Instant](r, "lapsed_at"), Approved: r.truth("approved"),
		FailingSince: pointer[clock.Instant](r, "failing_since")}
}

func isDomainProven(in asked) (any, error) {
	if in.row.null("email") {
		return false, nil
	}
	var proofs []*ent.DomainProof
	for _, r := range in.seenHaving("domain_proofs", "account_id", in.row.number("account_id")) {
		proofs = append(proofs, proof(r))
	}
	return account.ProvenBy(proofs, email.Domain(in.row.text("email"))), nil
}

// groupsOf returns the groups of a directory record, in the order in which it was added to them.
func (in asked) groupsOf(record row) []*item {
	list := []*item{}
	for _, m := range byID.sort(in.seenHaving("directory_group_members", "directory_record_id",
		record.number("id"))) {
		list = append(list, in.object("DirectoryGroup", m.number("directory_group_id")))
	}
	return list
}

// groupsOfMember answers the groups of a member's record in the directory of the account.
func groupsOfMember(in asked) (any, error) {
	for _, record := range in.seenHaving("directory_records", "user_id", in.row.number("user_id")) {
		if record.number("account_id") == in.row.number("account_id") {
			return in.groupsOf(record), nil
		}
	}
	return []*item{}, nil
}

// accountOfMember answers the account of a membership. Members always see the account of their own membership.
func accountOfMember(in asked) (any, error) {
	if in.Viewer.User != 0 && in.row.number("user_id") == int64(in.Viewer.User) {
		return &item{typ: "Account", row: in.Base.get("accounts", in.row.number("account_id"))}, nil
	}
	return in.object("Account", in.row.number("account_id")), nil
}

func peopleTypes() map[string]object {
	manages := func(in asked) bool { return in.Viewer.Manages(gid.ID(in.row.number("account_id"))) }
	return map[string]object{
		"User": {"users", gid.User, fields{
			"id": id("id"), "userName": text("user_name"), "email": text("email"),
			"firstName": nullableText("first_name"),
			"lastName":  nullableText("last_name"), "displayName": nullableText("display_name"),
			"phone":    nullableText("phone"),
			"locale":   nullableText("locale"),
			"timeZone": nullableText("time_zone"), "active": truth("active"), "shared": truth("shared"),
			"notificationLanguage": text("notification_language"),
			"lastSignInAt":         at("last_sign_in_at"),
			"producerRole":         text("producer_role"),
			"memberships":          pageOf("Membership", "memberships", "user_id", byID),
			"externalIds":          names, "createdAt": at("created_at"), "updatedAt": at("updated_at"),
			"erasedAt": at("erased_at")}},
		"Membership": {"memberships", gid.Membership, fields{
			"id": id("id"), "account": accountOfMember, "user": refer("User", "user_id"),
			"roles":              roles("roles", "directory_roles"),
			"serviceAccess":      services("service_access", "directory_services"),
			"productLine":        refer("ProductLine", "product_line_id"),
			"includeSubAccounts": truth("include_sub_accounts"), "endsOn": on("ends_on"),
			"suspendedAt": at("suspended_at"),
			"origin":      text("origin"), "grantedBy": actorOf("granted_by_id", "granted_by_key_id"),
			"perpetual":       perpetualIfNull("ends_on"),
			"directoryGroups": groupsOfMember, "createdAt": at("created_at"), "updatedAt": at("updated_at"),
			"viewerCanChange": func(in asked) (any, error) { return manages(in), nil },
			"isCurrent": func(in asked) (any, error) {
				d, err := in.today()
				return account.InForce(membership(in.row), d), err
			}}},
		"Session": {"sessions", gid.Session, fields{
			"id": id("id"), "method": text("method"), "userAgent": nullableText("user_agent"),
			"ipAddress": nullableText("address"),
			"createdAt": at("created_at"), "lastSeenAt": at("last_seen_at"), "expiresAt": at("expires_at"),
			"isCurrent": func(in asked) (any, error) { return in.row.id() == in.Viewer.CredentialID, nil }}},
		"ApiKey": {"api_keys", gid.APIKey, fields{
			"id": id("id"), "name": text("name"), "hint": text("hint"), "user": refer("User", "user_id"),
			"account": refer("Account", "account_id"), "producerRole": text("producer_role"),
			"scopes": scopes("scopes"),
			"roles":  roles("roles"), "serviceAccess": services("service_access"),
			"includeSubAccounts": truth("include_sub_accounts"),
			"createdAt":          at("created_at"), "expiresAt": at("expires_at"), "lastUsedAt": at("last_used_at"),
			"revokedAt": at("revoked_at"),
			"createdBy": actorOf("created_by_id", "created_by_key_id"),
			"isActive":  func(in asked) (any, error) { return in.Access.Works(apiKey(in.row)), nil },
			"viewerCanRevoke": func(in asked) (any, error) {
				return access.MayRevoke(in.Viewer, apiKey(in.row)), nil
			}}},
		"Invitation": {"invitations", gid.Invitation, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "email": text("email"),
			"greeting": nullableText("greeting"),
			"roles":    roles("roles"), "serviceAccess": services("service_access"),
			"productLine":        refer("ProductLine", "product_line_id"),
			"includeSubAccounts": truth("include_sub_accounts"), "endsOn": on("ends_on"),
			"invitedBy":  actorOf("invited_by_id", "invited_by_key_id"),
			"acceptedBy": actorOf("accepted_by_id"), "perpetual": perpetualIfNull("ends_on"),
			"createdAt": at("created_at"), "expiresAt": at("expires_at"),
			"acceptedAt": at("accepted_at"), "revokedAt": at("revoked_at"),
			"state": func(in asked) (any, error) {
				return in.Members.InvitationState(&ent.Invitation{AcceptedAt: pointer[clock.Instant](in.row,
					"accepted_at"),
					RevokedAt: pointer[clock.Instant](in.row, "revoked_at"),
					ExpiresAt: clock.Instant(in.row.number("expires_at"))}), nil
			},
			"viewerCanManage": func(in asked) (any, error) {
				return in.row.null("accepted_at") && in.row.null("revoked_at") && manages(in), nil
			}}},
		"AccessRequest": {"access_requests", gid.AccessRequest, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "user": refer("User", "user_id"),
			"roles":         roles("roles"),
			"serviceAccess": services("service_access"), "note": nullableText("note"),
			"decidedBy": actorOf("decided_by_id", "decided_by_key_id"),
			"answer":    nullableText("answer"), "createdAt": at("created_at"), "decidedAt": at("decided_at"),
			"state": func(in asked) (any, error) {
				return account.RequestState(pointer[clock.Instant](in.row, "decided_at"),
					in.row.truth("granted")), nil
			},
			"viewerCanDecide": func(in asked) (any, error) { return in.row.null("decided_at") && manages(in), nil }}},
	}
}

func apiKey(r row) *ent.APIKey {
	return &ent.APIKey{UserID: pointer[gid.ID](r, "user_id"), AccountID: pointer[gid.ID](r, "account_id"),
		RevokedAt: pointer[clock.Instant](r, "revoked_at"), ExpiresAt: clock.Instant(r.number("expires_at"))}
}

func rightTypes() map[string]object {
	return map[string]object{
		"Entitlement": {"entitlements", gid.Entitlement, fields{
			"id": id("id"), "number": text("number"), "description": nullableText("description"),
			"account":        refer("Account", "account_id"),
			"channelPartner": refer("Account", "channel_partner_id"),
			"orderReference": orderReference("order_reference"),
			"shipToEmail":    nullableText("ship_to_email"), "visible": truth("visible"), "decision": decisionOn,
			"decisions": shortList("DecisionRecord", "decisions", "subject_id", newest),
			"lineItems": page(list{typ: "LineItem", table: "line_items", of: "entitlement_id",
				ordered: orderOfLinesOfEntitlement}),
			"coverages":   pageOf("Coverage", "coverages", "entitlement_id", by("ENDS_ON", "ends_on")),
			"externalIds": names, "customFields": customFields,
			"createdAt": at("created_at"), "updatedAt": at("updated_at")}},
		"DecisionRecord": {"decisions", gid.Decision, fields{
			"id": numbered(gid.Decision), "subjectId": id("subject_id"), "account": refer("Account", "account_id"),
			"kind": text("kind"), "reason": nullableText("reason"), "actor": system("actor"),
			"recordedAt": at("recorded_at"),
			"startsOn":   on("starts_on"), "endsOn": on("ends_on"),
			"perpetual": func(in asked) (any, error) {
				return day.Day(in.row.number("ends_on")) == day.Forever, nil
			},
			"liftedAt": at("lifted_at"), "liftReason": nullableText("lift_reason"),
			"liftedBy": func(in asked) (any, error) {
				if in.row.text("lifted_by") == "" {
					return nil, nil
				}
				return system("lifted_by")(in)
			}}},
		"LineItem": {"line_items", gid.LineItem, lineFields()},
		"Period": {"periods", gid.Period, fields{
			"id": id("id"), "lineItem": refer("LineItem", "line_item_id"), "term": text("term"),
			"startRule":  text("start_rule"),
			"termLength": number("term_length"), "termUnit": text("term_unit"), "startsOn": on("starts_on"),
			"endsOn": on("ends_on"), "startsLatestOn": on("starts_latest_on"), "graceDays": number("grace_days"),
			"cancelUntil": on("cancel_until"), "evergreen": func(in asked) (any, error) {
				return !in.row.null("cancel_days") && !in.row.truth("perpetual"), nil
			},
			"perpetual": truth("perpetual"), "quantity": quantityOf(lineUnit, orUnlimited(baseUnits("quantity"))),
			"overdraft": quantityOf(lineUnit, baseUnits("overdraft")), "decision": decisionOn,
			"status": periodStatus,
			"renews": refer("Period", "renews_id"), "amends": refer("Period", "amends_id"),
			"replaces":   refer("Period", "replaces_id"),
			"replacedBy": replacedBy, "partNumber": refer("PartNumber", "part_number_id"),
			"licenseModelVersion": refer("LicenseModelVersion", "license_model_version_id"),
			"orderReference":      orderReference("order_id", "order_line"), "account": refer("Account", "account_id"),
			"decisions": shortList("DecisionRecord", "decisions", "subject_id", newest),
			"price":     ifPaidIsSeen(money("price_minor")),
			"instalments": listIfPaidIsSeen(
				shortList("Instalment", "instalments", "period_id", by("DUE_ON", "due_on"))),
			"timeZoneNote": nullableText("time_zone_note"),
			"sourceNote":   nullableText("source_note"), "sourceLine": nullableText("source_line"),
			"sourceEntitlement": nullableText("source_entitlement")}},
		"Instalment": {"instalments", 0, fields{"dueOn": on("due_on"), "price": money("price_minor")}},
		"LineageStep": {"lineage_steps", 0, fields{
			"direction": text("direction"), "reason": text("reason"), "happenedOn": on("happened_on"),
			"quantity": quantityOf(lineUnit, baseUnits("quantity")), "counterpartLabel": text("counterpart_label"),
			"counterpart": refer("LineItem", "counterpart_id")}},
		"LedgerEntry": {"ledger_entries", 0, fields{
			"kind": text("kind"), "amount": quantityOf(lineUnit, baseUnits("amount")),
			"excess":      quantityOf(lineUnit, baseUnits("excess")),
			"effectiveOn": on("effective_on"), "recordedAt": at("recorded_at"), "actor": system("actor"),
			"cause": text("cause")}},
		"Coverage": {"coverages", gid.Coverage, fields{
			"id": id("id"), "activationId": text("activation_id"), "account": refer("Account", "account_id"),
			"entitlement": refer("Entitlement", "entitlement_id"), "kind": text("kind"),
			"level":   refer("CoverageLevel", "level_id"),
			"product": refer("Product", "product_id"), "productLine": refer("ProductLine", "product_line_id"),
			"partNumber": refer("PartNumber", "part_number_id"), "startsOn": on("starts_on"), "endsOn": on("ends_on"),
			"renews": refer("Coverage", "renews_id"), "replaces": refer("Coverage", "replaces_id"),
			"replacedBy": func(in asked) (any, error) {
				for _, c := range in.seenHaving("coverages", "replaces_id", in.row.number("id")) {
					return &item{typ: "Coverage", row: c}, nil
				}
				return nil, nil
			},
			"perpetual": truth("perpetual"), "decision": decisionOn,
			"orderReference": orderReference("order_id", "order_line"),
			"decisions":      shortList("DecisionRecord", "decisions", "subject_id", newest),
			"items":          pageOf("CoverageItem", "coverage_items", "coverage_id", byID), "externalIds": names,
			"createdAt": at("created_at"), "updatedAt": at("updated_at"),
			"status": func(in asked) (any, error) {
				d, err := in.today()
				return in.coverageStatus(in.row, nil, d), err
			},
			"daysLeft": func(in asked) (any, error) {
				d, err := in.today()
				return daysLeft(err)(in.coverageDaysLeft(in.row, d))
			}}},
		"CoverageItem": {"coverage_items", gid.CoverageItem, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "coverage": refer("Coverage", "coverage_id"),
			"lineItem": refer("LineItem", "line_item_id"),
			"quantity": quantityOf(lineUnit, baseUnits("quantity")), "level": levelForLine,
			"price": ifPaidIsSeen(money("price_minor")), "decision": decisionOn,
			"decisions": shortList("DecisionRecord", "decisions", "subject_id", newest)}},
	}
}

// decisionOn is the decision about the object itself that holds on a day.
func decisionOn(in asked) (any, error) {
	d, err := in.today()
	return in.decisionsAbout(in.row).on(d), err
}

// daysLeft converts a number of days to a field value; nil if there is no last day.
func daysLeft(err error) func(int, bool) (any, error) {
	return func(days int, ends bool) (any, error) {
		if !ends {
			return nil, err
		}
		return days, err
	}
}

func lineFields() fields {
	return fields{
		"id": id("id"), "activationId": text("activation_id"), "account": refer("Account", "account_id"),
		"entitlement": refer("Entitlement", "entitlement_id"), "product": refer("Product", "product_id"),
		"productLine": refer("ProductLine", "product_line_id"), "unit": refer("UnitOfMeasure", "unit_id"),
		"granted": amountOf("granted"), "overdraft": amountOf("overdraft"), "excess": amountOf("excess"),
		"used": amountOf("used"), "free": amountOf("free"), "quantity": quantityOf(ownUnit, governingQuantity),
		"decision": decisionOn, "decisions": shortList("DecisionRecord", "decisions", "subject_id", newest),
		"startsOn": on("starts_on"),
		"endsOn":   on("ends_on"),
		"periods": page(list{typ: "Period", table: "periods", of: "line_item_id",
			order:  by("ORDINAL", "ranked_at", "created_at"),
			filter: filterContaining(func(_ asked, r row) row { return r })}),
		"coverageItems": page(list{typ: "CoverageItem", table: "coverage_items", of: "line_item_id", order: byID,
			filter: filterContaining(func(in asked,
				r row) row {
				return in.seen("coverages", r.number("coverage_id"))
			})}),
		"activations": page(list{typ: "Activation", table: "activations", of: "line_item_id",
			order: orderOfUse, filter: filterActivations(true)}),
		"allocations": pageOf("Allocation", "allocations", "line_item_id", byID),
		"lineage":     shortList("LineageStep", "lineage_steps", "line_item_id", byID),
		"ledger":      pageOf("LedgerEntry", "ledger_entries", "line_item_id", newest), "externalIds": names,
		"customFields": customFields,
		"createdAt":    at("created_at"), "updatedAt": at("updated_at"),
		"status": func(in asked) (any, error) {
			d, err := in.today()
			return in.factsOf(in.row.number("id")).status(d), err
		},
		"daysLeft": func(in asked) (any, error) {
			d, err := in.today()
			return daysLeft(err)(in.factsOf(in.row.number("id")).daysLeft(d))
		},
		"periodInForce": func(in asked) (any, error) {
			d, err := in.today()
			if p := in.factsOf(in.row.number("id")).inForce(d); p != nil && err == nil {
				return in.object("Period", p.id), nil
			}
			return nil, err
		},
		"isCovered": func(in asked) (any, error) {
			d, err := in.today()
			if err != nil {
				return nil, err
			}
			kind, err := argument[vocabulary.CoverageKind](in, "kind")
			return in.isCovered(in.row.number("id"), kind, d), err
		},
		"coverageInForce": func(in asked) (any, error) {
			d, err := in.today()
			if err != nil {
				return nil, err
			}
			kind, err := argument[vocabulary.CoverageKind](in, "kind")
			return in.coverageInForce(in.row.number("id"), kind, d), err
		},
		"coveredQuantity": coveredQuantity, "coveredUntil": coveredUntil, "isCoveredForever": isCoveredForever,
		"coverageTimeline": coverageTimeline, "evergreen": evergreen,
		"coverageEndsOn": func(in asked) (any, error) {
			return dayText(in.factsOf(in.row.number("id")).lastCovered), nil
		},
		"coveragePerpetual": func(in asked) (any, error) {
			return in.factsOf(in.row.number("id")).coveredForever, nil
		},
		"perpetual": func(in asked) (any, error) {
			return in.isPerpetual(in.row.number("id")), nil
		},
	}
}

// governingQuantity returns the amount of the period that governs a line item on a day.
func governingQuantity(in asked) (*amount, error) {
	d, err := in.today()
	if err != nil {
		return nil, err
	}
	p := in.factsOf(in.row.number("id")).measuring(d)
	switch {
	case p == nil:
		return nil, nil
	case p.unlimited:
		return unlimited, nil
	case p.quantity == nil:
		return nil, nil
	}
	return base(*p.quantity), nil
}

// levelForLine answers the level of a coverage item, or the level of its coverage if the item has none.
func levelForLine(in asked) (any, error) {
	if !in.row.null("level_id") {
		return in.object("CoverageLevel", in.row.number("level_id")), nil
	}
	if c := in.seen("coverages", in.row.number("coverage_id")); c != nil {
		return in.object("CoverageLevel", c.number("level_id")), nil
	}
	return nil, nil
}

func periodStatus(in asked) (any, error) {
	d, err := in.today()
	if err != nil {
		return nil, err
	}
	facts := in.factsOf(in.row.number("line_item_id"))
	for _, p := range facts.periods {
		if p.id == in.row.number("id") {
			return facts.periodStatus(p, d), nil
		}
	}
	return nil, fmt.Errorf("period %s is not among those of its line", in.row.id())
}

func useTypes() map[string]object {
	return map[string]object{
		"Device": {"devices", gid.Device, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "fingerprint": text("fingerprint"),
			"fingerprintKind": nullableText("fingerprint_kind"), "name": nullableText("name"), "kind": text("kind"),
			"status":        text("status"),
			"licenseServer": refer("LicenseServer", "license_server_id"), "machine": machine,
			"userLabel":  nullableText("user_label"),
			"lastSeenAt": at("last_seen_at"),
			"activations": page(list{typ: "Activation", table: "activations", of: "device_id",
				order: orderOfUse, filter: filterActivations(true)}),
			"externalIds": names, "customFields": customFields,
			"createdAt": at("created_at"), "updatedAt": at("updated_at")}},
		"LicenseServer": {"license_servers", gid.LicenseServer, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "fingerprint": text("fingerprint"),
			"fingerprintKind": nullableText("fingerprint_kind"), "name": nullableText("name"),
			"deployment": text("deployment"),
			"status":     text("status"), "machine": machine, "lastSeenAt": at("last_seen_at"),
			"allocations": pageOf("Allocation", "allocations", "license_server_id", byID),
			"devices":     pageOf("Device", "devices", "license_server_id", by("NAME", "name")), "externalIds": names,
			"createdAt": at("created_at"), "updatedAt": at("updated_at")}},
		"Allocation": {"allocations", gid.Allocation, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "perpetual": allocationPerpetual,
			"licenseServer": refer("LicenseServer", "license_server_id"),
			"lineItem":      refer("LineItem", "line_item_id"),
			"period":        refer("Period", "period_id"), "quantity": quantityOf(lineUnit, baseUnits("quantity")),
			"requested": quantityOf(lineUnit, baseUnits("requested")), "endsOn": on("ends_on"),
			"createdAt": at("created_at")}},
		"Activation": {"activations", gid.Activation, fields{
			"id": id("id"), "perpetual": activationPerpetual, "account": refer("Account", "account_id"),
			"lineItem": refer("LineItem", "line_item_id"),
			"period":   refer("Period", "period_id"), "device": refer("Device", "device_id"),
			"quantity":  quantityOf(lineUnit, baseUnits("quantity")),
			"overdraft": quantityOf(lineUnit, baseUnits("overdraft")), "startsOn": on("starts_on"),
			"endsOn": activationEndsOn, "recordedEndsOn": on("ends_on"),
			"activatedAt": at("activated_at"), "returnedOn": on("returned_on"), "label": nullableText("label"),
			"channel": nullableText("channel"), "updatedAt": at("updated_at")}},
		"UsageRecord": {"usage_records", gid.UsageRecord, fields{
			"id": id("id"), "account": refer("Account", "account_id"), "meter": refer("Meter", "meter_id"),
			"startsOn": on("starts_on"),
			"endsOn":   on("ends_on"), "opening": truth("opening"), "granted": quantityOf(meterUnit,
				baseUnits("granted")),
			"used":       quantityOf(meterUnit, ratio("used_numerator", "denominator")),
			"excess":     quantityOf(meterUnit, ratio("excess_numerator", "denominator")),
			"recordedAt": at("recorded_at")}},
	}
}
