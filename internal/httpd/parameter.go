package httpd

import (
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
)

// parametersOf returns the parameters of an error in the form that UserError.parameters has in the schema.
func parametersOf(list []fault.Parameter) []map[string]any {
	out := make([]map[string]any, len(list))
	for i, p := range list {
		out[i] = map[string]any{"name": p.Name, "value": valueOf(p.Value)}
	}
	return out
}

func valueOf(v value.Value) map[string]any {
	out := map[string]any{"__typename": "TextValue", "text": shorten(v.String())}
	set := func(typename string, fields map[string]any) {
		out["__typename"] = typename
		for name, field := range fields {
			out[name] = field
		}
	}
	switch v.Kind {
	case value.Number:
		n, _ := v.Number()
		set("NumberValue", map[string]any{"number": n})
	case value.Boolean:
		set("BooleanValue", map[string]any{"isTrue": v.Boolean()})
	case value.Day:
		set("DayValue", map[string]any{"day": v.Form})
	case value.Moment:
		set("MomentValue", map[string]any{"moment": v.Form})
	case value.Enum:
		set("EnumValue", map[string]any{"enum": v.Enum, "value": v.Form})
	case value.EnumList:
		set("EnumListValue", map[string]any{"enum": v.Enum, "values": v.Names()})
	case value.Reference:
		id, label, _ := v.Reference()
		set("ReferenceValue", map[string]any{"subjectId": id.String(), "label": label})
	case value.Quantity:
		amount, unit, label, _ := v.Quantity()
		set("QuantityValue", map[string]any{"amount": amount, "unlimited": amount == "", "unitId": unit.String(),
			"unitLabel": label})
		if amount == "" {
			out["amount"] = nil
		}
	}
	return out
}
