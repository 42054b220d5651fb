package graph

import (
	"math"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
)

// valueObjects declares the types that implement the interface Value, and Parameter, which has a Value.
func valueObjects() []*plan.Object {
	return []*plan.Object{
		{Name: "TextValue", Value: (*model.TextValue)(nil)},
		{Name: "NumberValue", Value: (*model.NumberValue)(nil)},
		{Name: "BooleanValue", Value: (*model.BooleanValue)(nil)},
		{Name: "DayValue", Value: (*model.DayValue)(nil)},
		{Name: "MomentValue", Value: (*model.MomentValue)(nil)},
		{Name: "EnumValue", Value: (*model.EnumValue)(nil)},
		{Name: "EnumListValue", Value: (*model.EnumListValue)(nil)},
		{Name: "ReferenceValue", Value: (*model.ReferenceValue)(nil)},
		{Name: "QuantityValue", Value: (*model.QuantityValue)(nil)},
		{Name: "Parameter", Value: (*model.Parameter)(nil)},
	}
}

// valueOf converts a value to its GraphQL type. A value that does not fit its type, such as a number of more than 32
// bits, becomes a TextValue.
func valueOf(v *value.Value) model.Value {
	if v == nil {
		return nil
	}
	text := v.String()
	switch v.Kind {
	case value.Number:
		if n, ok := v.Number(); ok && n >= math.MinInt32 && n <= math.MaxInt32 {
			return &model.NumberValue{Text: text, Number: int(n)}
		}
	case value.Boolean:
		return &model.BooleanValue{Text: text, IsTrue: v.Boolean()}
	case value.Day:
		if d, ok := v.Day(); ok {
			return &model.DayValue{Text: text, Day: d}
		}
	case value.Moment:
		if i, ok := v.Moment(); ok {
			return &model.MomentValue{Text: text, Moment: i}
		}
	case value.Enum:
		return &model.EnumValue{Text: text, Enum: v.Enum, Value: v.Form}
	case value.EnumList:
		return &model.EnumListValue{Text: text, Enum: v.Enum, Values: v.Names()}
	case value.Reference:
		if id, label, ok := v.Reference(); ok {
			return &model.ReferenceValue{Text: text, SubjectID: id, Label: label}
		}
	case value.Quantity:
		if amount, unit, label, ok := v.Quantity(); ok {
			return &model.QuantityValue{Text: text, Amount: orNull(amount), Unlimited: amount == "", UnitID: unit,
				UnitLabel: label}
		}
	}
	return &model.TextValue{Text: text}
}

func parametersOf(list []fault.Parameter) []*model.Parameter {
	out := make([]*model.Parameter, len(list))
	for i, p := range list {
		out[i] = &model.Parameter{Name: p.Name, Value: valueOf(&p.Value)}
	}
	return out
}
