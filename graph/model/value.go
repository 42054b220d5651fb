package model

import (
	"math"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
)

// ValueOf converts a value to its GraphQL type. A value that does not fit its type, such as a number of more than 32
// bits, becomes a TextValue.
func ValueOf(v *value.Value) Value {
	if v == nil {
		return nil
	}
	text := v.String()
	switch v.Kind {
	case value.Number:
		if n, ok := v.Number(); ok && n >= math.MinInt32 && n <= math.MaxInt32 {
			return &NumberValue{Text: text, Number: int(n)}
		}
	case value.Boolean:
		return &BooleanValue{Text: text, IsTrue: v.Boolean()}
	case value.Day:
		if d, ok := v.Day(); ok {
			return &DayValue{Text: text, Day: d}
		}
	case value.Moment:
		if i, ok := v.Moment(); ok {
			return &MomentValue{Text: text, Moment: i}
		}
	case value.Enum:
		return &EnumValue{Text: text, Enum: v.Enum, Value: v.Form}
	case value.EnumList:
		return &EnumListValue{Text: text, Enum: v.Enum, Values: v.Names()}
	case value.Reference:
		if id, label, ok := v.Reference(); ok {
			return &ReferenceValue{Text: text, SubjectID: id, Label: label}
		}
	case value.Quantity:
		if amount, unit, label, ok := v.Quantity(); ok {
			var limit *string
			if amount != "" {
				limit = &amount
			}
			return &QuantityValue{Text: text, Amount: limit, Unlimited: limit == nil, UnitID: unit,
				UnitLabel: label}
		}
	}
	return &TextValue{Text: text}
}

// ParametersOf converts the parameters of a message to their GraphQL type.
func ParametersOf(list []fault.Parameter) []*Parameter {
	out := make([]*Parameter, len(list))
	for i, p := range list {
		out[i] = &Parameter{Name: p.Name, Value: ValueOf(&p.Value)}
	}
	return out
}
