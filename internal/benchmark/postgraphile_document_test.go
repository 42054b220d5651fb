package benchmark

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// inPostGraphile are the operations as clients of PostGraphile send them. Aliases give the fields the names of the
// contract, so that the answers are of the same shape. Search is not among them: PostGraphile has no search for words.
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
  coverages: allCoverages(
    first: 20, orderBy: [ENDS_ON_ASC, ROW_ID_ASC], condition: { endsFrom: $from, endsTo: $to }
  ) { nodes {
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
    lineItems: lineItemsByAccountId(
      first: 50, orderBy: [ENDS_ON_ASC, ROW_ID_ASC], condition: { endsFrom: $from, endsTo: $to }
    ) { nodes {
      id: rowId activationId endsOn
      entitlement: entitlementByEntitlementId { number }
      product: productByProductId { name version }
      unit: unitsOfMeasureByUnitId { code }
      granted
    } }
    coverages: coveragesByAccountId(
      first: 50, orderBy: [ENDS_ON_ASC, ROW_ID_ASC], condition: { endsFrom: $from, endsTo: $to }
    ) { nodes {
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

// toPostGraphile is what a client of PostGraphile sends for an operation: keys and days are the numbers of the
// database.
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

// asPostGraphile rewrites an answer of the contract as PostGraphile writes the same: keys as text, days as numbers,
// amounts and references to orders without an object around them.
func asPostGraphile(value any) any {
	return rewritten(value, func(value any) any {
		switch value := value.(type) {
		case map[string]any:
			if amount, ok := value["baseAmount"]; ok {
				return amount
			}
			if line, ok := value["line"]; ok && line == nil {
				return value["number"]
			}
		case string:
			if id, err := gid.Parse(value); err == nil {
				return strconv.FormatInt(int64(id), 10)
			}
			if on, err := day.Parse(value); err == nil {
				return number(on)
			}
		}
		return value
	})
}

// fromPostGraphile rewrites an answer of PostGraphile where it says the same in another way than the contract: the
// contract has null for day.Forever, and a line without the system and the external id above it.
func fromPostGraphile(value any) any {
	return rewritten(value, func(value any) any {
		switch value := value.(type) {
		case map[string]any:
			if list, ok := value["externalIdsBySystemId"].(map[string]any); ok {
				return list["nodes"].([]any)[0].(map[string]any)["lineItemByEntityId"]
			}
		case json.Number:
			if value == number(day.Forever) {
				return nil
			}
		}
		return value
	})
}

func number(on day.Day) json.Number { return json.Number(strconv.Itoa(int(on))) }

// operationsInPostGraphile are the operations that both sides know.
func operationsInPostGraphile() []Operation {
	return slices.DeleteFunc(Operations(), func(o Operation) bool { return inPostGraphile[o.Name] == "" })
}
