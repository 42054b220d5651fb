package oracle_test

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// coerced returns the coerced arguments of a field or a directive, as the GraphQL specification says. It does not
// check types, because documents are validated and the variables of the generator fit.
func (p *plain) coerced(definitions ast.ArgumentDefinitionList, given ast.ArgumentList) (map[string]any, error) {
	args := map[string]any{}
	for _, definition := range definitions {
		var value *ast.Value
		if argument := given.ForName(definition.Name); argument != nil {
			value = argument.Value
		}
		fallback := definition.DefaultValue
		if p.mistake == ignoresDefault {
			fallback = nil
		}
		coerced, present := p.position(definition.Type, value, fallback)
		if present {
			args[definition.Name] = coerced
		}
		if coerced == nil && definition.Type.NonNull {
			return nil, fmt.Errorf("argument %s is null", definition.Name)
		}
	}
	return args, nil
}

// position coerces the value of an argument or an input field. An absent value has the default.
func (p *plain) position(t *ast.Type, value, fallback *ast.Value) (coerced any, present bool) {
	if value != nil && value.Kind == ast.Variable {
		coerced, present = p.variables[value.Raw]
		switch {
		case p.mistake == takesNullForAbsent && coerced == nil:
		case p.mistake == takesAbsentForNull && !present:
			return nil, true
		case present:
			return coerced, true
		}
		value = nil
	}
	if value == nil {
		value = fallback
	}
	if value == nil {
		return nil, false
	}
	return p.literal(t, value), true
}

func (p *plain) literal(t *ast.Type, value *ast.Value) any {
	if value.Kind == ast.NullValue {
		return nil
	}
	if t.Elem != nil {
		if value.Kind != ast.ListValue && p.mistake == keepsSingle {
			return p.literal(t.Elem, value)
		}
		if value.Kind != ast.ListValue {
			return []any{p.literal(t.Elem, value)}
		}
		list := make([]any, len(value.Children))
		for i, child := range value.Children {
			list[i], _ = p.position(t.Elem, child.Value, nil)
		}
		return list
	}
	switch value.Kind {
	case ast.ObjectValue:
		object := map[string]any{}
		for _, field := range p.schema.Types[t.Name()].Fields {
			fallback := field.DefaultValue
			if p.mistake == ignoresInputDefault {
				fallback = nil
			}
			if coerced, present := p.position(field.Type, value.Children.ForName(field.Name), fallback); present {
				object[field.Name] = coerced
			}
		}
		return object
	case ast.BooleanValue:
		return value.Raw == "true"
	case ast.IntValue:
		n, err := strconv.Atoi(value.Raw)
		if err != nil {
			panic(err)
		}
		return n
	}
	return value.Raw
}

// external coerces the value of a variable.
func (p *plain) external(t *ast.Type, value any) any {
	switch value := value.(type) {
	case map[string]any:
		for _, field := range p.schema.Types[t.Name()].Fields {
			if given, present := value[field.Name]; present {
				value[field.Name] = p.external(field.Type, given)
			} else if field.DefaultValue != nil && p.mistake != ignoresInputDefault {
				value[field.Name] = p.literal(field.Type, field.DefaultValue)
			}
		}
		return value
	case []any:
		for i := range value {
			value[i] = p.external(t.Elem, value[i])
		}
		return value
	case nil:
		return nil
	}
	if t.Elem != nil {
		return []any{p.external(t.Elem, value)}
	}
	return value
}

// coerceVariables fills in the values of the variables.
func (p *plain) coerceVariables(operation *ast.OperationDefinition, values json.RawMessage) error {
	given := map[string]any{}
	if len(values) > 0 {
		if err := json.Unmarshal(values, &given); err != nil {
			return err
		}
	}
	p.variables = map[string]any{}
	for _, definition := range operation.VariableDefinitions {
		if value, present := given[definition.Variable]; present {
			p.variables[definition.Variable] = p.external(definition.Type, value)
		} else if definition.DefaultValue != nil && p.mistake != ignoresVariable {
			p.variables[definition.Variable] = p.literal(definition.Type, definition.DefaultValue)
		}
		if p.variables[definition.Variable] == nil && definition.Type.NonNull {
			return fmt.Errorf("variable %s is null", definition.Variable)
		}
	}
	return nil
}
