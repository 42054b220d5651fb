// Package benchmark compares the speed of the GraphQL API with handlers written by hand, which give the same response
// from the same database and HTTP server with one SQL statement that builds the JSON. docs/performance.md says how to
// run it, and the results.
package benchmark

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// Operation is one GraphQL operation, with the statement of the equivalent handler written by hand.
type Operation struct {
	Name string
	// Document is the GraphQL document. Its variables are the fields of Input with the same names.
	Document string
	// Statement is the SQL statement that returns the whole response. Values returns the values of its placeholders.
	Statement func(dialect) string
	Values    func(Input) ([]any, error)
	// Inputs makes inputs from a sample of the database.
	Inputs func(*Sample) []Input
}

// Input holds the variables of an operation. Both the GraphQL API and the handlers written by hand take it.
type Input struct {
	ID     string `json:"id,omitempty"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Text   string `json:"text,omitempty"`
	Number string `json:"number,omitempty"`
	Value  string `json:"value,omitempty"`
}

// Sample holds ids and names of rows that are spread evenly over a database.
type Sample struct {
	// Accounts are accounts with at least 20 entitlements each.
	Accounts     []gid.ID
	Entitlements []gid.ID
	// Words are prefixes of words of account names; Numbers are prefixes of entitlement numbers.
	Words, Numbers []string
	// Names are external ids of line items in the legacy system.
	Names []string
	Today day.Day
}

// renewalDays is the number of days that the renewals operation looks ahead.
const renewalDays = 90

func byID(ids []gid.ID) []Input {
	inputs := make([]Input, len(ids))
	for i, id := range ids {
		inputs[i] = Input{ID: id.String()}
	}
	return inputs
}

func idValue(in Input) (any, error) {
	id, err := gid.Parse(in.ID)
	return int64(id), err
}

func rangeValues(in Input) (from, to any, err error) {
	first, err := day.Parse(in.From)
	if err != nil {
		return nil, nil, err
	}
	last, err := day.Parse(in.To)
	return int64(first), int64(last), err
}

// Operations returns the operations that are measured.
func Operations() []Operation {
	return []Operation{dashboard(), renewals(), renewalsOfAccount(), entitlement(), search(), lookup()}
}

func dashboard() Operation {
	return Operation{
		Name: "dashboard",
		Document: `query Dashboard($id: ID!) {
  account(id: $id) {
    id name
    entitlements(first: 20) { nodes {
      id number
      lineItems(first: 20) { nodes {
        id activationId endsOn
        granted { baseAmount } used { baseAmount }
        product { name version }
        unit { code plural }
        coverageEndsOn
        activations(first: 5) { nodes { id startsOn returnedOn } }
      } }
    } }
  }
}`,
		Statement: func(d dialect) string {
			activations := d.nodes(d.object(`'id', t.id, 'startsOn', `+d.date("t.starts_on")+`, 'returnedOn', `+
				d.date("t.returned_on")),
				`(SELECT id, starts_on, returned_on FROM activations WHERE line_item_id = l.id
					ORDER BY activated_at DESC, id DESC LIMIT 5) t`, "")
			covered := `(SELECT max(c.ends_on) FROM coverage_items i JOIN coverages c ON c.id = i.coverage_id
				WHERE i.line_item_id = l.id AND NOT c.decided
				AND NOT EXISTS (SELECT 1 FROM entitlements h WHERE h.id = c.entitlement_id AND h.decided))`
			lines := d.nodes(d.object(`'id', l.id, 'activationId', l.activation_id, 'endsOn', `+d.date("l.ends_on")+
				`, 'granted', `+d.object(`'baseAmount', `+d.text("l.granted"))+`, 'used', `+
				d.object(`'baseAmount', `+d.text("l.used"))+
				`, 'product', `+d.object(`'name', p.name, 'version', p.version`)+`, 'unit', `+
				d.object(`'code', u.code, 'plural', u.plural`)+
				`, 'coverageEndsOn', `+d.date("l.covered")+`, 'activations', `+activations),
				`(SELECT l.*,
						`+covered+
					` AS covered FROM line_items l WHERE l.entitlement_id = e.id ORDER BY l.created_at, l.id
						LIMIT 20) l
				JOIN products p ON p.id = l.product_id JOIN units_of_measure u
					ON u.id = l.unit_id`, `l.created_at, l.id`)
			entitlements := d.nodes(d.object(`'id', e.id, 'number', e.number, 'lineItems', `+lines),
				`(SELECT id, number FROM entitlements WHERE account_id = a.id ORDER BY created_at DESC, id DESC
					LIMIT 20) e`, "")
			return `SELECT ` + d.object(`'account', `+
				d.object(`'id', a.id, 'name', a.name, 'entitlements', `+entitlements)) +
				` FROM accounts a WHERE /*scope:a.id*/ AND a.id = ?`
		},
		Values: func(in Input) ([]any, error) {
			id, err := idValue(in)
			return []any{id}, err
		},
		Inputs: func(s *Sample) []Input { return byID(s.Accounts) },
	}
}

func renewals() Operation {
	return Operation{
		Name: "renewals",
		Document: `query Renewals($from: Date!, $to: Date!) {
  coverages(first: 20, filter: { endsBetween: { from: $from, to: $to } }) { nodes {
    id activationId kind endsOn
    account { id name }
    level { code }
    items(first: 5) { nodes { lineItem { activationId product { name version } } } }
  } }
}`,
		Statement: func(d dialect) string {
			items := d.nodes(d.object(`'lineItem', `+
				d.object(`'activationId', l.activation_id, 'product', `+
					d.object(`'name', p.name, 'version', p.version`))),
				`(SELECT id, line_item_id FROM coverage_items WHERE coverage_id = c.id ORDER BY id LIMIT 5) i
				JOIN line_items l ON l.id = i.line_item_id JOIN products p ON p.id = l.product_id`, `i.id`)
			return `SELECT ` + d.object(`'coverages', `+
				d.nodes(d.object(`'id', c.id, 'activationId', c.activation_id, 'kind', c.kind, 'endsOn', `+
					d.date("c.ends_on")+
					`, 'account', `+d.object(`'id', a.id, 'name', a.name`)+`, 'level', `+d.object(`'code', v.code`)+
					`, 'items', `+items),
					`(SELECT * FROM coverages WHERE /*scope:account_id*/ AND ends_on >= ? AND ends_on <= ?
						ORDER BY ends_on, id LIMIT 20) c
				JOIN accounts a ON a.id = c.account_id JOIN coverage_levels v
					ON v.id = c.level_id`, `c.ends_on, c.id`))
		},
		Values: func(in Input) ([]any, error) {
			from, to, err := rangeValues(in)
			return []any{from, to}, err
		},
		Inputs: func(s *Sample) []Input {
			inputs := make([]Input, 64)
			for i := range inputs {
				from := s.Today + day.Day(i)
				inputs[i] = Input{From: from.String(), To: (from + renewalDays).String()}
			}
			return inputs
		},
	}
}

func renewalsOfAccount() Operation {
	return Operation{
		Name: "renewals of an account",
		Document: `query AccountRenewals($id: ID!, $from: Date!, $to: Date!) {
  account(id: $id) {
    id name
    lineItems(first: 50, filter: { endsBetween: { from: $from, to: $to } }) { nodes {
      id activationId endsOn
      entitlement { number }
      product { name version }
      unit { code }
      granted { baseAmount }
    } }
    coverages(first: 50, filter: { endsBetween: { from: $from, to: $to } }) { nodes {
      id activationId kind endsOn
      level { code }
    } }
  }
}`,
		Statement: func(d dialect) string {
			lines := d.nodes(d.object(`'id', l.id, 'activationId', l.activation_id, 'endsOn', `+d.date("l.ends_on")+
				`, 'entitlement', `+d.object(`'number', e.number`)+`, 'product', `+
				d.object(`'name', p.name, 'version', p.version`)+
				`, 'unit', `+d.object(`'code', u.code`)+`, 'granted', `+
				d.object(`'baseAmount', `+d.text("l.granted"))),
				`(SELECT * FROM line_items WHERE account_id = a.id AND ends_on >= ? AND ends_on <= ?
					ORDER BY ends_on, id LIMIT 50) l
				JOIN entitlements e ON e.id = l.entitlement_id JOIN products p ON p.id = l.product_id
					JOIN units_of_measure u ON u.id = l.unit_id`, `l.ends_on, l.id`)
			coverages := d.nodes(d.object(`'id', c.id, 'activationId', c.activation_id, 'kind', c.kind, 'endsOn', `+
				d.date("c.ends_on")+
				`, 'level', `+d.object(`'code', v.code`)),
				`(SELECT * FROM coverages WHERE account_id = a.id AND ends_on >= ? AND ends_on <= ?
					ORDER BY ends_on, id LIMIT 50) c
				JOIN coverage_levels v ON v.id = c.level_id`, `c.ends_on, c.id`)
			return `SELECT ` + d.object(`'account', `+
				d.object(`'id', a.id, 'name', a.name, 'lineItems', `+lines+`, 'coverages', `+coverages)) +
				` FROM accounts a WHERE /*scope:a.id*/ AND a.id = ?`
		},
		Values: func(in Input) ([]any, error) {
			from, to, err := rangeValues(in)
			if err != nil {
				return nil, err
			}
			id, err := idValue(in)
			return []any{from, to, from, to, id}, err
		},
		Inputs: func(s *Sample) []Input {
			inputs := byID(s.Accounts)
			for i := range inputs {
				inputs[i].From, inputs[i].To = s.Today.String(), (s.Today + renewalDays).String()
			}
			return inputs
		},
	}
}

func entitlement() Operation {
	return Operation{
		Name: "entitlement",
		Document: `query Entitlement($id: ID!) {
  entitlement(id: $id) {
    id number orderReference { number line }
    account { id name }
    lineItems { nodes {
      id activationId endsOn
      product { name version }
      unit { code }
      granted { baseAmount } used { baseAmount }
    } }
  }
}`,
		Statement: func(d dialect) string {
			lines := d.nodes(d.object(`'id', l.id, 'activationId', l.activation_id, 'endsOn', `+d.date("l.ends_on")+
				`, 'product', `+d.object(`'name', p.name, 'version', p.version`)+`, 'unit', `+
				d.object(`'code', u.code`)+
				`, 'granted', `+d.object(`'baseAmount', `+d.text("l.granted"))+`, 'used', `+
				d.object(`'baseAmount', `+d.text("l.used"))),
				`(SELECT * FROM line_items WHERE entitlement_id = e.id ORDER BY created_at, id LIMIT 20) l
				JOIN products p ON p.id = l.product_id JOIN units_of_measure u
					ON u.id = l.unit_id`, `l.created_at, l.id`)
			return `SELECT ` + d.object(`'entitlement', `+
				d.object(`'id', e.id, 'number', e.number, 'orderReference', `+
					`CASE WHEN e.order_reference <> '' THEN `+d.object(`'number', e.order_reference, 'line', NULL`)+
					` END, 'account', `+
					d.object(`'id', a.id, 'name', a.name`)+`, 'lineItems', `+lines)) +
				` FROM entitlements e JOIN accounts a ON a.id = e.account_id WHERE /*scope:e.account_id*/ AND e.id = ?`
		},
		Values: func(in Input) ([]any, error) {
			id, err := idValue(in)
			return []any{id}, err
		},
		Inputs: func(s *Sample) []Input { return byID(s.Entitlements) },
	}
}

func search() Operation {
	return Operation{
		Name: "search",
		Document: `query Search($text: String!, $number: String!) {
  accounts(first: 20, filter: { text: $text }) { nodes { id name kind } }
  entitlements(first: 20, orderBy: NUMBER, filter: { numberStartsWith: $number }) { nodes { id number account { name } } }
}`,
		Statement: func(d dialect) string {
			accounts := d.nodes(d.object(`'id', a.id, 'name', a.name, 'kind', a.kind`),
				`(SELECT id, name, kind FROM accounts WHERE /*scope:id*/ AND id IN (SELECT entity_id FROM search_words
					WHERE entity_type = 1 AND word >= ? AND word < ?)
				ORDER BY name_key, id LIMIT 20) a`, "")
			entitlements := d.nodes(d.object(`'id', e.id, 'number', e.number, 'account', `+d.object(`'name', a.name`)),
				`(SELECT id, number, account_id FROM entitlements WHERE /*scope:account_id*/ AND number >= ?
					AND number < ? ORDER BY number, id LIMIT 20) e
				JOIN accounts a ON a.id = e.account_id`, `e.number, e.id`)
			return `SELECT ` + d.object(`'accounts', `+accounts+`, 'entitlements', `+entitlements)
		},
		Values: func(in Input) ([]any, error) {
			return []any{in.Text, in.Text + "\U0010FFFF", in.Number, in.Number + "\U0010FFFF"}, nil
		},
		Inputs: func(s *Sample) []Input {
			inputs := make([]Input, min(len(s.Words), len(s.Numbers)))
			for i := range inputs {
				inputs[i] = Input{Text: s.Words[i], Number: s.Numbers[i]}
			}
			return inputs
		},
	}
}

func lookup() Operation {
	return Operation{
		Name: "lookup",
		Document: `query Lookup($value: String!) {
  lookup(externalId: { system: "legacy", kind: "activation", value: $value }) {
    ... on LineItem { id activationId endsOn account { name } entitlement { number } product { name version } }
  }
}`,
		Statement: func(d dialect) string {
			return `SELECT ` + d.object(`'lookup', `+
				d.object(`'id', l.id, 'activationId', l.activation_id, 'endsOn', `+d.date("l.ends_on")+
					`, 'account', `+d.object(`'name', a.name`)+`, 'entitlement', `+d.object(`'number', e.number`)+
					`, 'product', `+
					d.object(`'name', p.name, 'version', p.version`))) + `
				FROM external_ids x JOIN systems s ON s.id = x.system_id JOIN line_items l ON l.id = x.entity_id
				JOIN accounts a ON a.id = l.account_id JOIN entitlements e ON e.id = l.entitlement_id JOIN products p
				ON p.id = l.product_id
				WHERE /*scope:l.account_id*/ AND s.code = 'legacy' AND x.kind = 'activation' AND x.value = ?`
		},
		Values: func(in Input) ([]any, error) { return []any{in.Value}, nil },
		Inputs: func(s *Sample) []Input {
			inputs := make([]Input, len(s.Names))
			for i, name := range s.Names {
				inputs[i] = Input{Value: name}
			}
			return inputs
		},
	}
}
