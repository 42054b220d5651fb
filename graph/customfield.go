package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/customfield"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// customFieldSubject declares custom fields, their values and their mutations.
func (s *contract) customFieldSubject() subject {
	one := func(name, field string) *plan.Object { return payloadObject(name, plan.Fields{field: changed(0)}) }
	return subject{
		objects: []*plan.Object{
			{Name: "CustomField", ID: gid.CustomField, Table: table("custom_fields"), Fields: plan.Fields{
				"choices": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return customfield.ChoicesOf(r.Text("choices"))
				}, "choices"),
			}},
			{Name: "CustomFieldValue", Table: table("custom_values"), Fields: plan.Fields{
				"field": plan.One("custom_field_id"),
				"text":  plan.Plain(func(_ *plan.Call, r plan.Row) any { return r.Text("value") }, "value"),
				"number": typedValue(vocabulary.CustomFieldTypeNumber,
					func(form string) any { return form }),
				"day": typedValue(vocabulary.CustomFieldTypeDay, func(form string) any {
					d, err := day.Parse(form)
					if err != nil {
						return nil // not written by this program
					}
					return d
				}),
				"boolean": typedValue(vocabulary.CustomFieldTypeBoolean,
					func(form string) any { return form == "true" }),
				"choice": typedValue(vocabulary.CustomFieldTypeChoice,
					func(form string) any { return form }),
			}},
			one("DeclareCustomFieldPayload", "customField"), one("ChangeCustomFieldPayload", "customField"),
			one("SetCustomFieldsPayload", "object"),
		},
		queries: plan.Fields{
			"customField": byID(),
			"customFields": plan.Short(plan.List{Filter: customFieldFilter,
				Order: page.Order{Name: "CODE", Columns: []string{"subject", "code"}}}),
		},
		mutations: plan.Fields{
			"declareCustomField": plan.Action(s.declareCustomField),
			"changeCustomField":  plan.Action(s.changeCustomField),
			"setCustomFields":    plan.Action(s.setCustomFields),
		},
	}
}

// customFields declares the values of the custom fields of an object, in one order for all objects.
func customFields() *plan.Field {
	return shortList("subject_id", page.Order{Name: "FIELD", Columns: []string{"custom_field_id"}})
}

// typedValue declares a value of a custom field that is null unless the field has a type.
func typedValue(of vocabulary.CustomFieldType, read func(form string) any) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		if r.Text("custom_field_id.type") != string(of) {
			return nil
		}
		return read(r.Text("value"))
	}, "custom_field_id.type", "value")
}

func customFieldFilter(c *plan.Call) (page.Where, any, error) {
	subject := plan.Arg[*vocabulary.CustomFieldSubject](c, "subject")
	return func(q *page.Query) {
		if subject != nil {
			q.Equal("subject", string(*subject))
		}
	}, orDefault(subject, ""), nil
}

func (s *contract) declareCustomField(c *plan.Call) (any, error) {
	in := plan.Arg[model.DeclareCustomFieldInput](c, "input")
	outcome, err := s.fields.Declare(c.Context,
		request("declareCustomField", in, in.IdempotencyKey, in.DryRun, in.Reason), customfield.New{
			Subject: in.Subject, Type: in.Type, Code: in.Code, LabelEnglish: in.LabelEnglish,
			LabelGerman: in.LabelGerman, Description: orEmpty(in.Description), Choices: in.Choices,
			ForCustomers: orFalse(in.ForCustomers)})
	return toPayload(outcome, err, nil)
}

func (s *contract) changeCustomField(c *plan.Call) (any, error) {
	in := plan.Arg[model.ChangeCustomFieldInput](c, "input")
	outcome, err := s.fields.Change(c.Context,
		request("changeCustomField", in, in.IdempotencyKey, in.DryRun, in.Reason), in.CustomField,
		customfield.FieldChange{LabelEnglish: in.LabelEnglish, LabelGerman: in.LabelGerman,
			Description: in.Description, Choices: listGiven(in.Choices), ForCustomers: in.ForCustomers,
			Retired: in.Retired})
	return toPayload(outcome, err, nil)
}

func (s *contract) setCustomFields(c *plan.Call) (any, error) {
	in := plan.Arg[model.SetCustomFieldsInput](c, "input")
	list := make([]customfield.Setting, len(in.Values))
	for i, v := range in.Values {
		list[i] = customfield.Setting{Field: v.Field, Text: v.Text, Number: v.Number, Choice: v.Choice, Day: v.Day,
			Boolean: v.Boolean}
	}
	outcome, err := s.fields.Set(c.Context,
		request("setCustomFields", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Object, list)
	return toPayload(outcome, err, nil)
}
