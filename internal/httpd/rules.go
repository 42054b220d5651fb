package httpd

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// validationRules returns the rules of the specification. Rules with "Did you mean" suggestions are replaced by
// variants without, so that clients cannot discover names of the schema.
func validationRules() *rules.Rules {
	set := rules.NewDefaultRules()
	for _, rule := range []struct{ loud, silent core.Rule }{
		{rules.FieldsOnCorrectTypeRule, rules.FieldsOnCorrectTypeRuleWithoutSuggestions},
		{rules.KnownArgumentNamesRule, rules.KnownArgumentNamesRuleWithoutSuggestions},
		{rules.KnownTypeNamesRule, rules.KnownTypeNamesRuleWithoutSuggestions},
		{rules.ScalarLeafsRule, rules.ScalarLeafsRuleWithoutSuggestions},
		{rules.ValuesOfCorrectTypeRule, rules.ValuesOfCorrectTypeRuleWithoutSuggestions},
	} {
		set.RemoveRule(rule.loud.Name)
		set.AddRule(rule.silent.Name, rule.silent.RuleFunc)
	}
	set.AddRule("LiteralsOfCorrectType", literalsOfCorrectType)
	return set
}

// literalsOfCorrectType refuses what gqlparser's rule for literals accepts: Int literals beyond 32 bits, and {} for an
// enum value or a built-in scalar.
func literalsOfCorrectType(observers *core.Events, addError core.AddErrFunc) {
	observers.OnValue(func(_ *core.Walker, value *ast.Value) {
		if value.Definition == nil || value.ExpectedType == nil {
			return
		}
		switch value.Kind {
		case ast.IntValue:
			if _, err := strconv.ParseInt(value.Raw, 10, 32); err != nil && value.Definition.Name == "Int" {
				addError(core.Message("Int cannot represent non 32-bit signed integer value: %s", value),
					core.At(value.Position))
			}
		case ast.ObjectValue:
			if value.Definition.Kind == ast.Enum || value.Definition.OneOf("Int", "Float", "String", "Boolean", "ID") {
				addError(core.Message(`Expected value of type "%s", found %s.`, value.ExpectedType, value),
					core.At(value.Position))
			}
		}
	})
}
