package benchmark

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// inPostGraphile are the operations as clients of PostGraphile send them. Aliases give the fields the names of the contract, so that
// the answers are of the same shape and size. Search is not among them: PostGraphile has no search for words.
var inPostGraphile = map[string]string{
	"dashboard": `query Dashboard($id: BigInt!) {
  account: accountByRowId(rowId: $id) {
    id: rowId name
    entitlements: entitlementsByAccountId(first: 20, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) { nodes {
      id: rowId number
      lineItems: lineItemsByEntitlementId(first: 20, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { nodes {
        id: rowId activationId endsOn
        granted used
        product: productByProductId { name version }
        unit: unitsOfMeasureByUnitId { code plural }
        coverageEndsOn
        activations: activationsByLineItemId(first: 5, orderBy: [ACTIVATED_AT_DESC, ROW_ID_DESC]) { nodes {
          id: rowId startsOn returnedOn
        } }
      } }
    } }
  }
}`,
	"renewals": `query Renewals($from: Int!, $to: Int!) {
  coverages: allCoverages(first: 20, orderBy: [ENDS_ON_ASC, ROW_ID_ASC], condition: { endsFrom: $from, endsTo: $to }) { nodes {
    id: rowId activationId kind endsOn
    account: accountByAccountId { id: rowId name }
    level: coverageLevelByLevelId { code }
    items: coverageItemsByCoverageId(first: 5, orderBy: [ROW_ID_ASC]) { nodes {
      lineItem: lineItemByLineItemId { activationId product: productByProductId { name version } }
    } }
  } }
}`,
	"renewals of an account": `query AccountRenewals($id: BigInt!, $from: Int!, $to: Int!) {
  account: accountByRowId(rowId: $id) {
    id: rowId name
    lineItems: lineItemsByAccountId(first: 50, orderBy: [ENDS_ON_ASC, ROW_ID_ASC], condition: { endsFrom: $from, endsTo: $to }) { nodes {
      id: rowId activationId endsOn
      entitlement: entitlementByEntitlementId { number }
      product: productByProductId { name version }
      unit: unitsOfMeasureByUnitId { code }
      granted
    } }
    coverages: coveragesByAccountId(first: 50, orderBy: [ENDS_ON_ASC, ROW_ID_ASC], condition: { endsFrom: $from, endsTo: $to }) { nodes {
      id: rowId activationId kind endsOn
      level: coverageLevelByLevelId { code }
    } }
  }
}`,
	"entitlement": `query Entitlement($id: BigInt!) {
  entitlement: entitlementByRowId(rowId: $id) {
    id: rowId number orderReference
    account: accountByAccountId { id: rowId name }
    lineItems: lineItemsByEntitlementId(first: 20, orderBy: [CREATED_AT_ASC, ROW_ID_ASC]) { nodes {
      id: rowId activationId endsOn
      product: productByProductId { name version }
      unit: unitsOfMeasureByUnitId { code }
      granted used
    } }
  }
}`,
	"lookup": `query Lookup($value: String!) {
  lookup: systemByCode(code: "legacy") {
    externalIdsBySystemId(first: 1, condition: { kind: "activation", value: $value }) { nodes {
      lineItemByEntityId {
        id: rowId activationId endsOn
        account: accountByAccountId { name }
        entitlement: entitlementByEntitlementId { number }
        product: productByProductId { name version }
      }
    } }
  }
}`,
}

// toPostGraphile is what a client of PostGraphile sends for an operation: keys and days are the numbers of the database.
func toPostGraphile(o Operation, in Input) (any, error) {
	variables := map[string]any{}
	if in.ID != "" {
		id, err := gid.Parse(in.ID)
		if err != nil {
			return nil, err
		}
		variables["id"] = strconv.FormatInt(int64(id), 10)
	}
	for name, text := range map[string]string{"from": in.From, "to": in.To} {
		if text == "" {
			continue
		}
		on, err := day.Parse(text)
		if err != nil {
			return nil, err
		}
		variables[name] = int(on)
	}
	if in.Value != "" {
		variables["value"] = in.Value
	}
	return map[string]any{"query": inPostGraphile[o.Name], "variables": variables}, nil
}

// asPostGraphile rewrites an answer of the contract as PostGraphile writes the same: keys as text, days as numbers, amounts without
// their unit.
func asPostGraphile(value any) any {
	switch value := value.(type) {
	case map[string]any:
		if amount, ok := value["baseAmount"]; ok && len(value) == 1 {
			return amount
		}
		for name := range maps.Keys(value) {
			value[name] = asPostGraphile(value[name])
		}
		return value
	case []any:
		for i := range value {
			value[i] = asPostGraphile(value[i])
		}
		return value
	case string:
		if id, err := gid.Parse(value); err == nil {
			return strconv.FormatInt(int64(id), 10)
		}
		if on, err := day.Parse(value); err == nil {
			return json.Number(strconv.Itoa(int(on)))
		}
	}
	return value
}

// fromPostGraphile takes what only PostGraphile's answers have out of one: day.Forever, which the contract writes as null, and the
// way from a system to what it calls by a name.
func fromPostGraphile(value any) any {
	switch value := value.(type) {
	case map[string]any:
		if list, ok := value["externalIdsBySystemId"].(map[string]any); ok {
			nodes, _ := list["nodes"].([]any)
			if len(nodes) == 0 {
				return nil
			}
			node, _ := nodes[0].(map[string]any)
			return fromPostGraphile(node["lineItemByEntityId"])
		}
		for name := range maps.Keys(value) {
			value[name] = fromPostGraphile(value[name])
		}
		return value
	case []any:
		for i := range value {
			value[i] = fromPostGraphile(value[i])
		}
		return value
	case json.Number:
		if value == json.Number(strconv.Itoa(int(day.Forever))) {
			return nil
		}
	}
	return value
}

// operationsInPostGraphile are the operations that both sides know.
func operationsInPostGraphile() []Operation {
	return slices.DeleteFunc(Operations(), func(o Operation) bool { return inPostGraphile[o.Name] == "" })
}
