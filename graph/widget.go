package graph

import (
	"errors"
	"sync"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/page"
)

func (s *contract) widgetSubject() subject {
	hash := plan.Plain(func(_ *plan.Call, r plan.Row) any {
		hash, _ := r.Value().(*payload).more.(string)
		return orNull(hash)
	})
	return subject{
		objects: []*plan.Object{
			{Name: "WidgetDocument", Table: table("widget_documents")},
			payloadObject("RegisterWidgetDocumentPayload", plan.Fields{"hash": hash}),
			payloadObject("RemoveWidgetDocumentPayload", plan.Fields{"hash": hash}),
		},
		queries: plan.Fields{"widgetDocuments": plan.Short(plan.List{Order: access.DocumentsByName,
			Filter: widgetDocuments})},
		mutations: plan.Fields{
			"registerWidgetDocument": plan.Action(s.registerWidgetDocument),
			"removeWidgetDocument":   plan.Action(s.removeWidgetDocument),
		},
	}
}

func widgetDocuments(c *plan.Call) (page.Where, any, error) {
	return nil, nil, requireOperator(c)
}

func (s *contract) registerWidgetDocument(c *plan.Call) (any, error) {
	in := plan.Arg[model.RegisterWidgetDocumentInput](c, "input")
	outcome, hash, err := s.access.RegisterDocument(c.Context,
		request("registerWidgetDocument", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Name, in.Text)
	return toPayload(outcome, err, hash)
}

func (s *contract) removeWidgetDocument(c *plan.Call) (any, error) {
	in := plan.Arg[model.RemoveWidgetDocumentInput](c, "input")
	outcome, err := s.access.RemoveDocument(c.Context,
		request("removeWidgetDocument", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Hash)
	return toPayload(outcome, err, hashUnless(err, in.Hash))
}

func hashUnless(err error, hash string) string {
	if change.Refusals(err) != nil {
		return ""
	}
	return hash
}

var contractSchema = sync.OnceValue(func() *ast.Schema {
	return withoutDefer(generated.NewExecutableSchema(generated.Config{}).Schema())
})

// CheckDocument returns why a document does not fit the contract, or nil if it does.
func CheckDocument(text string) error {
	if _, err := gqlparser.LoadQueryWithRules(contractSchema(), text, rules.NewDefaultRules()); len(err) > 0 {
		return errors.New(err[0].Message)
	}
	return nil
}
