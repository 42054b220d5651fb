package naive

import (
	"slices"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// visibility decides which rows a viewer sees.
type visibility struct {
	base *Base
	who  *viewer.Viewer
	seen map[place]bool
}

func newSight(base *Base, who *viewer.Viewer) visibility {
	return visibility{base, who, map[place]bool{}}
}

// sees tells whether the viewer sees a row.
func (s *visibility) sees(table string, r row) bool {
	if s.who.SeesEverything() {
		return true
	}
	at := place{table, r.number("id")}
	sees, known := s.seen[at]
	if !known {
		sees = s.judge(table, r)
		s.seen[at] = sees
	}
	return sees
}

func (s *visibility) judge(table string, r row) bool {
	account := gid.ID(r.number("account_id"))
	switch table {
	case "accounts":
		return s.member(r.id())
	case "account_links":
		return s.member(gid.ID(r.number("parent_id"))) && s.member(gid.ID(r.number("child_id")))
	case "account_paths":
		return s.member(gid.ID(r.number("ancestor_id"))) && s.member(gid.ID(r.number("descendant_id")))
	case "users":
		return s.self(r, "id") || s.knows(r.id())
	case "api_keys":
		return s.who.Credential == vocabulary.CredentialKindAPIKey && r.id() == s.who.CredentialID ||
			s.self(r, "user_id") || !r.null("account_id") && s.administers(account)
	case "memberships":
		return s.self(r, "user_id") || !r.null("account_id") && s.administers(account)
	case "sessions":
		return s.self(r, "user_id")
	case "access_requests":
		return s.self(r, "user_id") && s.member(account) && (!r.truth("outside") || r.truth("granted")) ||
			s.administers(account)
	case "outside_requests":
		return s.self(r, "user_id")
	case "invitations", "joining_domains", "domain_proofs", "directory_records", "directory_groups",
		"directory_group_members":
		return !r.null("account_id") && s.administers(account)
	case "audit_entries":
		return !r.null("account_id") && s.administers(account) && !s.isHidden(r.number("subject_id"))
	case "custom_fields":
		return r.truth("for_customers")
	case "custom_values":
		return s.seesCustomValue(r)
	case "external_ids":
		return s.seesName(r)
	case "entitlements", "line_items", "periods", "decisions", "ledger_entries", "lineage_steps", "coverages",
		"coverage_items", "instalments",
		"devices", "license_servers", "allocations", "activations", "usage_records":
		return s.seesRight(table, r) && !s.hides(table, r)
	}
	return slices.Contains(ofEverybody, table)
}

// ofEverybody lists the tables that every viewer sees: those of the catalog.
var ofEverybody = []string{"product_lines", "products", "suite_members", "product_features", "features",
	"part_numbers", "part_number_upgrades",
	"list_prices", "license_models", "license_model_versions", "units_of_measure", "coverage_levels", "meters",
	"systems"}

// self tells whether a column holds the id of the viewer.
func (s *visibility) self(r row, column string) bool {
	return s.who.User != 0 && r.number(column) == int64(s.who.User)
}

// granted tells whether the viewer has a grant that covers an account and meets a condition.
func (s *visibility) granted(account gid.ID, how func(viewer.Grant) bool) bool {
	for _, g := range s.who.Grants {
		if slices.Contains(g.Accounts, account) && how(g) {
			return true
		}
	}
	return false
}

// member tells whether the viewer has any grant for an account.
func (s *visibility) member(account gid.ID) bool {
	return s.granted(account, func(viewer.Grant) bool { return true })
}

// rolesIn returns the roles that the viewer has in an account, in the order of the contract. Those that are limited to
// a product line count.
func (s *visibility) rolesIn(account gid.ID) []vocabulary.Role {
	list := []vocabulary.Role{}
	for _, name := range vocabulary.Role("").Values() {
		role := vocabulary.Role(name)
		if s.granted(account, func(g viewer.Grant) bool { return g.Roles.Has(role) }) {
			list = append(list, role)
		}
	}
	return list
}

// administers tells whether the viewer sees the members and audit entries of an account. A grant that is limited to a
// product line does not allow this.
func (s *visibility) administers(account gid.ID) bool {
	return s.granted(account, func(g viewer.Grant) bool {
		return g.ProductLine == 0 && g.Roles.Has(vocabulary.RoleAccountAdministrator)
	})
}

// knows tells whether a user is a member of an account that the viewer administers, or has requested access to one.
func (s *visibility) knows(user gid.ID) bool {
	for _, table := range []string{"memberships", "access_requests"} {
		for _, r := range s.base.having(table, "user_id", int64(user)) {
			if s.administers(gid.ID(r.number("account_id"))) {
				return true
			}
		}
	}
	return false
}

// licensed tells whether the viewer sees a row of the rights of an account: because they see all rights, or because
// the row belongs to the product line to which their grant is limited.
func (s *visibility) licensed(account gid.ID, isOf func(productLine int64) bool) bool {
	return s.granted(account, func(g viewer.Grant) bool {
		return g.Services.Has(vocabulary.ServiceLicensing) && (g.ProductLine == 0 || isOf(int64(g.ProductLine)))
	})
}

func (s *visibility) seesRight(table string, r row) bool {
	return s.licensed(gid.ID(r.number("account_id")), func(line int64) bool {
		switch table {
		case "line_items":
			return r.number("product_line_id") == line
		case "entitlements":
			return s.entitlementIsOf(r.number("id"), line)
		case "coverages":
			if r.number("product_line_id") == line {
				return true
			}
			return s.anyLine("coverage_items", "coverage_id", r.number("id"), line)
		case "devices":
			return s.anyLine("activations", "device_id", r.number("id"), line)
		case "license_servers":
			return s.anyLine("allocations", "license_server_id", r.number("id"), line)
		case "usage_records":
			return s.base.get("meters", r.number("meter_id")).number("product_line_id") == line
		case "decisions":
			return s.decisionIsOf(r.number("subject_id"), line)
		case "instalments":
			return s.decisionIsOf(r.number("period_id"), line)
		}
		return s.lineIsOf(r.number("line_item_id"), line)
	})
}

// hides tells whether a row of the rights is hidden from customers, or is a part of what is hidden.
func (s *visibility) hides(table string, r row) bool {
	switch table {
	case "entitlements", "line_items", "coverages":
		return !r.truth("visible")
	case "decisions":
		return s.isHidden(r.number("subject_id"))
	case "coverage_items":
		return s.isHidden(r.number("line_item_id")) || s.isHidden(r.number("coverage_id"))
	case "instalments":
		return s.isHidden(r.number("period_id"))
	case "lineage_steps":
		return s.isHidden(r.number("line_item_id")) || s.isHidden(r.number("counterpart_id"))
	case "periods", "ledger_entries", "allocations", "activations":
		return s.isHidden(r.number("line_item_id"))
	}
	return false
}

// isHidden tells whether the right, or the part of a right, that an id refers to is hidden from customers.
func (s *visibility) isHidden(id int64) bool {
	table := map[gid.Type]string{gid.Entitlement: "entitlements", gid.LineItem: "line_items",
		gid.Coverage: "coverages", gid.Decision: "decisions", gid.CoverageItem: "coverage_items",
		gid.Period: "periods", gid.Allocation: "allocations", gid.Activation: "activations"}[gid.ID(id).Type()]
	if table == "" {
		return false
	}
	r := s.base.get(table, gid.ID(id).Key())
	return r != nil && s.hides(table, r)
}

func (s *visibility) lineIsOf(id, productLine int64) bool {
	r := s.base.get("line_items", id)
	return r != nil && r.number("product_line_id") == productLine
}

func (s *visibility) entitlementIsOf(id, productLine int64) bool {
	for _, r := range s.base.having("line_items", "entitlement_id", id) {
		if r.number("product_line_id") == productLine {
			return true
		}
	}
	return false
}

// anyLine tells whether a table has a row whose column holds an id and whose line item is of a product line.
func (s *visibility) anyLine(table, column string, id, productLine int64) bool {
	for _, r := range s.base.having(table, column, id) {
		if s.lineIsOf(r.number("line_item_id"), productLine) {
			return true
		}
	}
	return false
}

func (s *visibility) decisionIsOf(subject, productLine int64) bool {
	switch gid.ID(subject).Type() {
	case gid.LineItem:
		return s.lineIsOf(subject, productLine)
	case gid.Entitlement:
		return s.entitlementIsOf(subject, productLine)
	case gid.Period:
		p := s.base.get("periods", subject)
		return p != nil && s.lineIsOf(p.number("line_item_id"), productLine)
	case gid.Coverage:
		c := s.base.get("coverages", subject)
		return c != nil && c.number("product_line_id") == productLine
	case gid.CoverageItem:
		i := s.base.get("coverage_items", subject)
		return i != nil && s.lineIsOf(i.number("line_item_id"), productLine)
	}
	return false
}

// seesName tells whether the viewer sees an external id: of a right, an account, a user, or an object without an
// owner.
func (s *visibility) seesName(r row) bool {
	entity := r.number("entity_id")
	if !r.null("account_id") && !s.isHidden(entity) &&
		s.licensed(gid.ID(r.number("account_id")), func(line int64) bool {
			return s.lineIsOf(entity, line) || s.entitlementIsOf(entity, line)
		}) {
		return true
	}
	switch gid.ID(entity).Type() {
	case gid.Account:
		return s.member(gid.ID(entity))
	case gid.User:
		return s.self(r, "entity_id") || s.memberKnown(gid.ID(entity))
	}
	return r.null("account_id")
}

// memberKnown tells whether a user is a member of an account that the viewer administers.
func (s *visibility) memberKnown(user gid.ID) bool {
	for _, r := range s.base.having("memberships", "user_id", int64(user)) {
		if s.administers(gid.ID(r.number("account_id"))) {
			return true
		}
	}
	return false
}
