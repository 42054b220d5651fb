package store

import (
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/gid"
)

// isolated maps every table of the data model to the rule that says which of its rows a scope may see. Only the
// producer can read a table that is not listed; a test requires that every table is.
var isolated = map[string]rule{
	"accounts":      in("id", member),
	"account_links": all(in("parent_id", member), in("child_id", member)),
	"account_paths": all(in("ancestor_id", member), in("descendant_id", member)),
	"homes":         in("account_id", member),

	"users":       knownUser("id"),
	"memberships": some(own("user_id"), in("account_id", administer)),
	"invitations": in("account_id", administer),
	"access_requests": some(all(own("user_id"), in("account_id", member), some(isFalse("outside"),
		isTrue("granted"))), in("account_id", administer)),
	"outside_requests":        own("user_id"),
	"joining_domains":         in("account_id", administer),
	"directory_records":       in("account_id", administer),
	"domain_proofs":           in("account_id", administer),
	"directory_groups":        in("account_id", administer),
	"directory_group_members": in("account_id", administer),
	"sessions":                own("user_id"),
	"api_keys":                some(own("user_id"), ownKey, in("account_id", administer)),
	"audit_entries":           all(in("account_id", administer), ofShown("subject_id")),

	"entitlements": all(
		rights("EXISTS (SELECT 1 FROM line_items l WHERE l.entitlement_id = {id} AND +l.product_line_id = ?)"),
		isTrue("visible")),
	"line_items": all(rights("{product_line_id} = ?"), isTrue("visible")),
	"periods":    all(rights(ofLine), ofShownLine),
	"decisions": all(rights("(EXISTS (SELECT 1 FROM line_items l WHERE l.id = {subject_id} AND +l.product_line_id = ?)"+
		" OR EXISTS (SELECT 1 FROM line_items l WHERE l.entitlement_id = {subject_id} AND +l.product_line_id = ?)"+
		" OR EXISTS (SELECT 1 FROM periods p JOIN line_items l ON l.id = p.line_item_id WHERE p.id = {subject_id} "+
		"AND +l.product_line_id = ?)"+
		" OR EXISTS (SELECT 1 FROM coverages c WHERE c.id = {subject_id} AND +c.product_line_id = ?)"+
		" OR EXISTS (SELECT 1 FROM coverage_items i JOIN line_items l ON l.id = i.line_item_id"+
		" WHERE i.id = {subject_id} AND +l.product_line_id = ?))"), ofShown("subject_id")),
	"ledger_entries": all(rights(ofLine), ofShownLine),
	"lineage_steps":  all(rights(ofLine), ofShownLine, ofShown("counterpart_id")),
	"instalments": all(rights("EXISTS (SELECT 1 FROM periods p JOIN line_items l ON l.id = p.line_item_id"+
		" WHERE p.id = {period_id} AND +l.product_line_id = ?)"), ofShown("period_id")),
	"coverages": all(
		rights("({product_line_id} = ? OR EXISTS (SELECT 1 FROM coverage_items i JOIN line_items l"+
			" ON l.id = i.line_item_id WHERE i.coverage_id = {id} AND +l.product_line_id = ?))"),
		isTrue("visible")),
	"coverage_items": all(rights(ofLine), ofShownLine, ofShown("coverage_id")),
	"devices": rights("EXISTS (SELECT 1 FROM activations a JOIN line_items l ON l.id = a.line_item_id" +
		" WHERE a.device_id = {id} AND +l.product_line_id = ?)"),
	"license_servers": rights("EXISTS (SELECT 1 FROM allocations a JOIN line_items l ON l.id = a.line_item_id" +
		" WHERE a.license_server_id = {id} AND +l.product_line_id = ?)"),
	"allocations":   all(rights(ofLine), ofShownLine),
	"activations":   all(rights(ofLine), ofShownLine),
	"usage_records": rights("EXISTS (SELECT 1 FROM meters m WHERE m.id = {meter_id} AND +m.product_line_id = ?)"),
	"external_ids": some(
		all(
			rights("({entity_id} IN (SELECT l.id FROM line_items l WHERE l.id = {entity_id}"+
				" AND +l.product_line_id = ?) OR EXISTS (SELECT 1 FROM line_items l"+
				" WHERE l.entitlement_id = {entity_id} AND +l.product_line_id = ?))"),
			ofShown("entity_id")),
		all(idOfType("entity_id", gid.Account, true), in("entity_id", member)),
		all(idOfType("entity_id", gid.User, true), some(own("entity_id"), inPeople("memberships", "entity_id"))),
		all(isNull("account_id"), idOfType("entity_id", gid.Account, false), idOfType("entity_id", gid.User, false))),

	"custom_fields": isTrue("for_customers"),
	"custom_values": all(ofCustomersField, some(
		all(idOfType("subject_id", gid.Account, true), in("account_id", member)),
		all(idOfType("subject_id", gid.Account, false), rights(
			"(EXISTS (SELECT 1 FROM line_items l WHERE l.id = {subject_id} AND +l.product_line_id = ?)"+
				" OR EXISTS (SELECT 1 FROM line_items l WHERE l.entitlement_id = {subject_id}"+
				" AND +l.product_line_id = ?)"+
				" OR EXISTS (SELECT 1 FROM activations a JOIN line_items l ON l.id = a.line_item_id"+
				" WHERE a.device_id = {subject_id} AND +l.product_line_id = ?))"), ofShown("subject_id")))),

	"product_lines": everyRow, "products": everyRow, "suite_members": everyRow, "product_features": everyRow,
	"features": everyRow, "part_numbers": everyRow, "part_number_upgrades": everyRow, "list_prices": everyRow,
	"license_models":         everyRow,
	"license_model_versions": everyRow, "units_of_measure": everyRow, "coverage_levels": everyRow,
	"meters": everyRow, "systems": everyRow, "widget_documents": everyRow,

	"batches": producer, "import_runs": producer, "findings": producer, "search_words": producer,
	"sign_in_attempts": producer, "identities": producer, "links": producer, "widget_tokens": producer,
	"widget_origins": producer, "unsealed_entries": producer, "audit_seals": producer,
	"events": producer, "idempotency_keys": producer, "known_browsers": producer, "mail_budgets": producer,
}

// ofLine is the condition that a row's line item belongs to a product line.
const ofLine = "EXISTS (SELECT 1 FROM line_items l WHERE l.id = {line_item_id} AND +l.product_line_id = ?)"

// ofShownLine allows rows of line items that customers see. A scalar subquery is one probe of the primary key on both
// engines: neither joins it, and PostgreSQL hashes none.
func ofShownLine(c *condition) {
	c.WriteString("(SELECT l.visible FROM line_items l WHERE l.id = " + c.filtered("line_item_id") + ")")
}

// ofShown allows rows whose column refers to a right that customers see, to something else, or to nothing. Only the
// table of the type in the id is probed.
func ofShown(column string) rule {
	return func(c *condition) {
		id := c.filtered(column)
		first, last := gid.Range(gid.Decision)
		c.WriteString(isShown(id, fmt.Sprintf(" WHEN %s BETWEEN %d AND %d THEN (SELECT %s FROM decisions d "+
			"WHERE d.id = %s - %d)", id, first, last, isShown("d.subject_id", ""), id, first)))
	}
}

// isShown is the expression that says whether customers see what an id refers to; more are further cases.
func isShown(id, more string) string {
	var b strings.Builder
	b.WriteString("COALESCE(CASE")
	for _, t := range shown {
		first, last := gid.Range(t.of)
		fmt.Fprintf(&b, " WHEN %s BETWEEN %d AND %d THEN (SELECT %s = %s)", id, first, last, t.visible, id)
	}
	return b.String() + more + " END, TRUE)"
}

// shown says for each type of right, and of what hangs below one, how its visibility is found by its key.
var shown = []struct {
	of      gid.Type
	visible string
}{
	{gid.Entitlement, "h.visible FROM entitlements h WHERE h.id"},
	{gid.LineItem, "h.visible FROM line_items h WHERE h.id"},
	{gid.Coverage, "h.visible FROM coverages h WHERE h.id"},
	{gid.Period, "h.visible FROM periods b JOIN line_items h ON h.id = b.line_item_id WHERE b.id"},
	{gid.CoverageItem, "h.visible AND c.visible FROM coverage_items b JOIN line_items h ON h.id = b.line_item_id" +
		" JOIN coverages c ON c.id = b.coverage_id WHERE b.id"},
	{gid.Allocation, "h.visible FROM allocations b JOIN line_items h ON h.id = b.line_item_id WHERE b.id"},
	{gid.Activation, "h.visible FROM activations b JOIN line_items h ON h.id = b.line_item_id WHERE b.id"},
}

// rule writes the SQL condition under which a scope may see a row.
type rule func(c *condition)

// condition is an SQL condition under construction.
type condition struct {
	*sql.Builder
	// of returns the SQL expression of a column of the table.
	of    func(string) string
	scope *Scope
	// byKey hides account_id from SQLite's planner, because the rows are already selected by a more selective key.
	byKey bool
}

// column returns the SQL expression of a column that an index may be used for, unless byKey is set.
func (c *condition) column(name string) string {
	if c.byKey && c.Dialect() == dialect.SQLite {
		return "+" + c.of(name)
	}
	return c.of(name)
}

// filtered returns the SQL expression of a column for which no index must be used. Both engines ignore a column with a
// unary plus when they choose an index.
func (c *condition) filtered(name string) string { return "+" + c.of(name) }

func (c *condition) isOneOf(column string, s *set) {
	switch {
	case len(s.keys) == 0:
		// No key is negative, so this is never true. With FALSE, SQLite would not use an index for the other side of
		// an OR.
		c.WriteString(column + " = -1")
	case len(s.keys) == 1:
		c.WriteString(column + " = ").Arg(s.keys[0])
	case c.Dialect() == dialect.Postgres:
		c.WriteString(column + " = ANY(").Arg(s.keys).WriteByte(')')
	default:
		c.WriteString(column + " IN (SELECT value FROM json_each(").Arg(s.text).WriteString("))")
	}
}

// ofCustomersField allows the values of custom fields that are for customers.
func ofCustomersField(c *condition) {
	c.WriteString("EXISTS (SELECT 1 FROM custom_fields f WHERE f.id = " + c.of("custom_field_id") +
		" AND f.for_customers)")
}

func everyRow(c *condition) { c.WriteString("TRUE") }

func producer(c *condition) { c.WriteString("FALSE") }

// in allows rows whose column refers to an account of a set.
func in(column string, which int) rule {
	return func(c *condition) { c.chosenBy(c.column(column), &c.scope.sets[which]) }
}

// chosenBy allows rows whose column holds a member of a set. Unless byKey is set, likelihood() tells SQLite's planner
// that few rows match. Otherwise it may read the rows of all customers through an index on another condition or on the
// order.
func (c *condition) chosenBy(column string, s *set) {
	if c.byKey || c.Dialect() != dialect.SQLite || len(s.keys) == 0 {
		c.isOneOf(column, s)
		return
	}
	c.WriteString("likelihood(")
	c.isOneOf(column, s)
	c.WriteString(", 0.000001)")
}

// own allows rows whose column refers to the viewer.
func own(column string) rule {
	return func(c *condition) {
		c.WriteString(c.column(column) + " = ").Arg(int64(c.scope.reach.User))
	}
}

// ownKey allows the row of the key with which the viewer authenticates.
func ownKey(c *condition) {
	c.WriteString(c.column("id") + " = ").Arg(int64(c.scope.reach.Key))
}

// knownUser allows rows whose column refers to the viewer, or to a user who has a membership or an access request in
// an account that the viewer administers. Unless byKey is set, the users are written as one set, because an index can
// serve only one set.
func knownUser(column string) rule {
	alternatives := some(own(column), inPeople("memberships", column), inPeople("access_requests", column))
	return func(c *condition) {
		if c.byKey {
			alternatives(c)
			return
		}
		c.WriteString(c.of(column) + " IN (SELECT ")
		c.Arg(int64(c.scope.reach.User))
		if c.Dialect() == dialect.Postgres {
			c.WriteString("::bigint")
		}
		administered := &c.scope.sets[administer]
		for _, people := range []string{"memberships", "access_requests"} {
			if len(administered.keys) == 0 {
				break
			}
			c.WriteString(" UNION SELECT p.user_id FROM " + people + " p WHERE ")
			c.chosenBy("p.account_id", administered)
		}
		c.WriteByte(')')
	}
}

// inPeople allows rows whose column refers to a user who has a row in the table people (memberships or
// access_requests) in an account that the viewer administers.
func inPeople(people, column string) rule {
	return func(c *condition) {
		s := &c.scope.sets[administer]
		if len(s.keys) == 0 {
			c.WriteString("FALSE")
			return
		}
		c.WriteString("EXISTS (SELECT 1 FROM " + people + " p WHERE p.user_id = " + c.of(column) + " AND ")
		c.isOneOf("+p.account_id", s)
		c.WriteByte(')')
	}
}

// idOfType allows rows whose column holds an id of type t if is is true, and of any other type if it is false.
func idOfType(column string, t gid.Type, is bool) rule {
	first, last := gid.Range(t)
	return func(c *condition) {
		c.WriteString(c.column(column))
		if !is {
			c.WriteString(" NOT")
		}
		c.WriteString(" BETWEEN ").Arg(int64(first)).WriteString(" AND ").Arg(int64(last))
	}
}

func isNull(column string) rule {
	return func(c *condition) { c.WriteString(c.column(column) + " IS NULL") }
}

func isTrue(column string) rule {
	return func(c *condition) { c.WriteString(c.of(column)) }
}

func isFalse(column string) rule {
	return func(c *condition) { c.WriteString("NOT " + c.of(column)) }
}

// rights allows rows of accounts whose rights may be seen, and rows of accounts limited to a product line for which
// the condition narrow holds. In narrow, {column} stands for a column of the table and ? for the product line. If
// there are limits, a condition on all accounts together precedes the alternatives, because an index can serve only
// one set of keys.
func rights(narrow string) rule {
	return func(c *condition) {
		if len(c.scope.reach.Limited) == 0 {
			c.chosenBy(c.column("account_id"), &c.scope.sets[licensing])
			return
		}
		if !c.byKey {
			c.chosenBy(c.column("account_id"), &c.scope.owners)
			c.WriteString(" AND (")
			defer c.WriteByte(')')
		}
		c.isOneOf(c.filtered("account_id"), &c.scope.sets[licensing])
		for _, limit := range c.scope.reach.Limited {
			accounts := newSet(limit.Accounts)
			c.WriteString(" OR (")
			c.isOneOf(c.filtered("account_id"), &accounts)
			c.WriteString(" AND ")
			c.narrowed(narrow, limit.ProductLine)
			c.WriteByte(')')
		}
	}
}

// narrowed writes the condition narrow (see rights) for a product line.
func (c *condition) narrowed(narrow string, line gid.ID) {
	for narrow != "" {
		at := strings.IndexAny(narrow, "{?")
		if at < 0 {
			c.WriteString(narrow)
			return
		}
		c.WriteString(narrow[:at])
		if narrow[at] == '?' {
			c.Arg(int64(line))
			narrow = narrow[at+1:]
			continue
		}
		end := strings.IndexByte(narrow, '}')
		c.WriteString(c.filtered(narrow[at+1 : end]))
		narrow = narrow[end+1:]
	}
}

func all(rules ...rule) rule { return joined(" AND ", rules) }

func some(rules ...rule) rule { return joined(" OR ", rules) }

func joined(with string, rules []rule) rule {
	return func(c *condition) {
		for i, r := range rules {
			if i > 0 {
				c.WriteString(with)
			}
			c.WriteByte('(')
			r(c)
			c.WriteByte(')')
		}
	}
}
