package httpd

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// validationRules are the rules of the specification. Those that would tell a stranger names of the contract with "Did
// you mean" are taken in their silent form; the handler does the same for the names of fields.
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

// literalsOfCorrectType refuses what gqlparser's rule for literals lets pass: integers beyond 32 bits as Int, and {} as
// an enum value or a scalar of the specification.
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
