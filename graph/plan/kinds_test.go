package plan_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/graph/plan"
)

type (
	said   struct{ Text string }
	amount struct {
		Text   string
		Number int
	}
	stranger struct{}
)

const ofKinds = `
	interface Value { text: String! }
	type Word implements Value { text: String! }
	type Amount implements Value { text: String! number: Int! }
	type Box { a: Value b: Value none: Value needed: Value! broken: Value strange: Value }
	type Query { box: Box boxes: [Box!]! }`

type box struct{ A, B any }

func kinds(t testing.TB) *tiny {
	fields := plan.Fields{
		"none":   plan.Plain(func(*plan.Call, plan.Row) any { return (*said)(nil) }),
		"needed": plan.Plain(func(*plan.Call, plan.Row) any { return nil }),
		"broken": plan.Value(func(*plan.Call, plan.Row) (any, error) { return nil, errors.New("it broke") }),
		"strange": plan.Plain(func(*plan.Call, plan.Row) any {
			return &stranger{}
		}),
	}
	one := &box{&said{"one"}, &amount{"two", 2}}
	return newTiny(t, schema(t, ofKinds), noDatabase,
		&plan.Object{Name: "Word", Value: (*said)(nil)}, &plan.Object{Name: "Amount", Value: (*amount)(nil)},
		&plan.Object{Name: "Box", Value: (*box)(nil), Fields: fields},
		&plan.Object{Name: "Query", Fields: plan.Fields{
			"box": plan.Plain(func(*plan.Call, plan.Row) any { return one }),
			"boxes": plan.Plain(func(*plan.Call, plan.Row) any {
				return []*box{one, {&amount{"three", 3}, nil}, one}
			}),
		}})
}

// A field with an abstract type returns, for each Go type, the fields that are selected on it.
func TestValuesOfSeveralTypes(t *testing.T) {
	const both = `{ __typename text ... on Amount { number } ... on Word { word: text } }`
	for document, want := range map[string]struct {
		data string
		errs []string
	}{
		`{ box { a ` + both + ` b ` + both + ` none ` + both + ` } }`: {
			data: `{"box":{"a":{"__typename":"Word","text":"one","word":"one"},"b":{"__typename":"Amount","text":"two","number":2},"none":null}}`},
		`{ boxes { a { text ... on Amount { number } } b { text } } }`: {
			data: `{"boxes":[{"a":{"text":"one"},"b":{"text":"two"}},{"a":{"text":"three","number":3},"b":null},{"a":{"text":"one"},"b":{"text":"two"}}]}`},
		`{ box { a { ... on Amount { number } } } }`: {data: `{"box":{"a":{}}}`},
		`{ box { needed { text } } }`: {data: `{"box":null}`,
			errs: []string{"box.needed a field that must not be null is null"}},
		`{ box { broken { text } a { text } } }`: {data: `{"box":{"broken":null,"a":{"text":"one"}}}`,
			errs: []string{"box.broken it broke"}},
		`{ box { strange { text } } }`: {data: `{"box":{"strange":null}}`,
			errs: []string{"box.strange a *plan_test.stranger is not one of the types of Value"}},
	} {
		answer := kinds(t).ask(t.Context(), t, document, nil)
		if got := string(answer.Data); got != want.data {
			t.Errorf("%s answers %s, want %v", document, got, want.data)
		}
		if d := cmp.Diff(want.errs, codes(answer.Errors)); d != "" {
			t.Errorf("%s: %s", document, d)
		}
	}
}

func TestAListOfValuesOfSeveralTypesIsRefused(t *testing.T) {
	_, err := plan.NewTable(schema(t, `interface Value { text: String! } type Word implements Value { text: String! }
		type Query { list: [Value!]! }`), asGiven, nil, &plan.Object{Name: "Word", Value: (*said)(nil)},
		&plan.Object{Name: "Query", Fields: plan.Fields{"list": plan.Plain(func(*plan.Call, plan.Row) any {
			return nil
		})}})
	if err == nil || !strings.Contains(err.Error(), "Query.list: a list of values of several types is not written") {
		t.Error(err)
	}
}
