package audit

import "github.com/muniment/muniment/internal/value"

// FieldTypes returns the types of all fields, including those of the field state.
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
