package audit

import "github.com/muniment/muniment/internal/value"

// FieldTypes returns the types of all fields, including those of the fields that depend on the subject.
func FieldTypes() map[string]value.Type {
	all := map[string]value.Type{}
	for name, t := range fieldTypes {
		all[name] = t
	}
	for name, types := range bySubject {
		for subject, t := range types {
			all[name+" of "+subject.Prefix()] = t
		}
	}
	return all
}

// DependsOnSubject tells whether the type of a field depends on that of the subject.
func DependsOnSubject(field string) bool { return bySubject[field] != nil }
