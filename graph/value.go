package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
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
