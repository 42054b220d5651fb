package audit

import "github.com/muniment/muniment/internal/value"

// FieldTypes are the types of fields, with those of the states.
func FieldTypes() map[string]value.Type {
	all := map[string]value.Type{}
	for name, t := range fieldTypes {
		all[name] = t
	}
	for subject, t := range stateTypes {
		all["state of "+subject.Prefix()] = t
	}
	return all
}
