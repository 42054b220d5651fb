package httpd

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// validationRules returns the rules of the specification. Rules with "Did you mean" suggestions are replaced by
// variants without, so that clients cannot discover names of the schema. SetDisableSuggestion does the same for the
// names of fields.
func validationRules() *rules.Rules {
	set := rules.NewDefaultRules()
	set.RemoveRule(rules.KnownArgumentNamesRule.Name)
	set.RemoveRule(rules.ValuesOfCorrectTypeRule.Name)
	set.RemoveRule(rules.KnownTypeNamesRule.Name)
	for _, silent := range []core.Rule{rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRuleWithoutSuggestions, rules.KnownTypeNamesRuleWithoutSuggestions} {
		set.AddRule(silent.Name, silent.RuleFunc)
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
