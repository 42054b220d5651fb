package graph

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/allocation"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/usagerecord"
	"github.com/muniment/muniment/ent/user"
)

// table says which columns the fields of an object need.
type table struct {
	columns []string
	// needs lists what a field needs where that is not the column of its own name. An empty list needs the id alone.
	needs map[string][]string
}

// tables are the wide tables, whose rows are fetched with only the columns that the asked fields need.
var tables = map[string]table{
	"Account": {account.Columns, map[string][]string{
		"address": {"street", "city", "state", "postal_code", "country", "region"},
		"parents": {}, "children": {}, "memberships": {}, "entitlements": {}, "lineItems": {}, "coverages": {},
		"devices": {}, "licenseServers": {}, "activations": {}, "usageRecords": {}, "externalIds": {},
		"invitations": {}, "accessRequests": {}, "joiningDomains": {}, "domains": {}, "directoryGroups": {}, "directoryRecords": {}, "apiKeys": {}, "auditEntries": {},
		"viewerRoles": {}, "viewerServices": {}, "viewerCanAdminister": {}, "viewerCanManageMembers": {},
	}},
	"User": {user.Columns, map[string][]string{"memberships": {}, "externalIds": {}}},
	"Membership": {membership.Columns, map[string][]string{
		"account": {"account_id", "user_id"}, "user": {"user_id"}, "productLine": {"product_line_id"},
		"isCurrent": {"ends_on", "suspended_at", "roles", "directory_roles"}, "roles": {"roles", "directory_roles"},
		"serviceAccess": {"service_access", "directory_services"}, "grantedBy": {"granted_by_id"}, "directoryGroups": {},
		"viewerCanChange": {"account_id"},
	}},
	"Product": {product.Columns, map[string][]string{
		"productLine": {"product_line_id"}, "licenseModel": {"license_model_id"}, "suiteMembers": {}, "features": {},
		"partNumbers": {}, "externalIds": {},
	}},
	"Entitlement": {entitlement.Columns, map[string][]string{
		"account": {"account_id"}, "channelPartner": {"channel_partner_id"}, "decisions": {}, "lineItems": {},
		"coverages": {}, "externalIds": {},
	}},
	"LineItem": {lineitem.Columns, map[string][]string{
		"account": {"account_id"}, "entitlement": {"entitlement_id"}, "product": {"product_id"},
		"productLine": {"product_line_id"}, "unit": {"unit_id"}, "quantity": {"unit_id"},
		"granted": {"granted", "unlimited", "unit_id"}, "overdraft": {"overdraft", "unit_id"},
		"excess": {"excess", "unit_id"}, "used": {"used", "unit_id"},
		"free":   {"granted", "overdraft", "excess", "used", "unlimited", "unit_id"},
		"status": {}, "decisions": {}, "isCovered": {}, "coverageEndsOn": {}, "daysLeft": {}, "periodInForce": {},
		"periods": {}, "coverageItems": {}, "activations": {}, "allocations": {}, "lineage": {}, "ledger": {},
		"externalIds": {},
	}},
	"Period": {period.Columns, map[string][]string{
		"lineItem": {"line_item_id"}, "quantity": {"quantity", "unlimited", "line_item_id"},
		"overdraft": {"overdraft", "line_item_id"}, "status": {"line_item_id"}, "renews": {"renews_id"},
		"partNumber": {"part_number_id"}, "licenseModelVersion": {"license_model_version_id"},
		"price": {"price_minor", "currency"},
	}},
	"Coverage": {coverage.Columns, map[string][]string{
		"account": {"account_id"}, "entitlement": {"entitlement_id"}, "level": {"level_id"}, "product": {"product_id"},
		"productLine": {"product_line_id"}, "partNumber": {"part_number_id"},
		"status":   {"kind", "starts_on", "ends_on", "perpetual", "decision"},
		"daysLeft": {"kind", "starts_on", "ends_on", "perpetual", "decision"}, "items": {}, "externalIds": {},
	}},
	"CoverageItem": {coverageitem.Columns, map[string][]string{
		"coverage": {"coverage_id"}, "lineItem": {"line_item_id"}, "quantity": {"quantity", "line_item_id"},
		"level": {"level_id"}, "price": {"price_minor", "currency"},
	}},
	"Device": {device.Columns, map[string][]string{
		"account": {"account_id"}, "licenseServer": {"license_server_id"}, "activations": {}, "externalIds": {},
	}},
	"LicenseServer": {licenseserver.Columns, map[string][]string{
		"account": {"account_id"}, "allocations": {}, "devices": {}, "externalIds": {},
	}},
	"Allocation": {allocation.Columns, map[string][]string{
		"licenseServer": {"license_server_id"}, "lineItem": {"line_item_id"}, "period": {"period_id"},
		"quantity": {"quantity", "line_item_id"}, "requested": {"requested", "line_item_id"},
	}},
	"Activation": {activation.Columns, map[string][]string{
		"account": {"account_id"}, "lineItem": {"line_item_id"}, "period": {"period_id"}, "device": {"device_id"},
		"quantity": {"quantity", "line_item_id"}, "overdraft": {"overdraft", "line_item_id"},
	}},
	"UsageRecord": {usagerecord.Columns, map[string][]string{
		"account": {"account_id"}, "meter": {"meter_id"}, "entitled": {"entitled", "meter_id"},
		"used": {"used_numerator", "denominator", "meter_id"}, "over": {"over_numerator", "denominator", "meter_id"},
	}},
}

// fields says for each field of a wide table which columns it needs.
var fields = fieldsOf(tables)

func fieldsOf(tables map[string]table) map[string]map[string][]string {
	out := make(map[string]map[string][]string, len(tables))
	for object, t := range tables {
		out[object] = maps.Clone(t.needs)
		for i, column := range t.columns {
			if field := camel(column); t.needs[field] == nil {
				out[object][field] = t.columns[i : i+1 : i+1]
			}
		}
	}
	return out
}

// selectedColumns returns the columns that the current field needs of an object of this type.
func selectedColumns(ctx context.Context, object string) []string {
	return needed(ctx, object, []ast.SelectionSet{graphql.GetFieldContext(ctx).Field.Selections})
}

// connectionColumns returns the columns that the current field needs of the objects of a connection.
func connectionColumns(ctx context.Context, object string) []string {
	op := graphql.GetOperationContext(ctx)
	var nodes []ast.SelectionSet
	for _, f := range graphql.CollectFields(op, graphql.GetFieldContext(ctx).Field.Selections, []string{object + "Connection"}) {
		switch f.Name {
		case "nodes":
			nodes = append(nodes, f.Selections)
		case "edges":
			for _, e := range graphql.CollectFields(op, f.Selections, []string{object + "Edge"}) {
				if e.Name == "node" {
					nodes = append(nodes, e.Selections)
				}
			}
		}
	}
	return needed(ctx, object, nodes)
}

func needed(ctx context.Context, object string, selections []ast.SelectionSet) []string {
	op := graphql.GetOperationContext(ctx)
	columns := []string{"id"}
	for _, selection := range selections {
		for _, f := range graphql.CollectFields(op, selection, []string{object, "Node"}) {
			for _, c := range columnsOf(object, f.Name) {
				if !slices.Contains(columns, c) {
					columns = append(columns, c)
				}
			}
		}
	}
	return columns
}

// columnsOf returns what one field needs; a test walks the contract so that none is forgotten.
func columnsOf(object, field string) []string { return fields[object][field] }

// camel is the name in the contract of a column.
func camel(column string) string {
	var b strings.Builder
	for i, word := range strings.Split(column, "_") {
		if i > 0 {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		b.WriteString(word)
	}
	return b.String()
}
