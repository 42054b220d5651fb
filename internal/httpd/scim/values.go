package scim

// maxValues limits the values of an attribute in one document.
const maxValues = 5000

// values are the values of a multi-valued attribute while operations change them. They belong to the document; values
// from the client are copied into it.
type values struct {
	list []map[string]any
	// at maps the sub-attribute "value" to the index of the last value with it; nil if it has to be rebuilt.
	at map[string]int
	// primary is the index of the primary value, or -1.
	primary int
}

func newValues(from []any) *values {
	v := &values{primary: -1}
	for _, one := range from {
		if object, ok := one.(map[string]any); ok {
			if object["primary"] == true {
				v.primary = len(v.list)
			}
			v.list = append(v.list, object)
		}
	}
	return v
}

// document returns the values in the form of a document.
func (v *values) document() []any {
	list := make([]any, len(v.list))
	for i, object := range v.list {
		list[i] = object
	}
	return list
}

func (v *values) clear() { *v = values{primary: -1} }

// merge adds a value, or sets the sub-attributes of an existing value with the same "value". If it is primary, the
// previous primary value loses that mark.
func (v *values) merge(m *meter, object map[string]any) error {
	if err := m.spend(1); err != nil {
		return err
	}
	name, named := object["value"].(string)
	at, known := 0, false
	if named {
		if err := v.index(m); err != nil {
			return err
		}
		at, known = v.at[name]
	}
	if known {
		for part, value := range object {
			v.list[at][part] = value
		}
	} else {
		if len(v.list) == maxValues {
			return tooMany("An attribute has at most 5,000 values.")
		}
		at = len(v.list)
		v.list = append(v.list, copied(object))
		if named {
			v.at[name] = at
		}
	}
	v.updatePrimary(at)
	return nil
}

// index builds the index if there is none.
func (v *values) index(m *meter) error {
	if v.at != nil {
		return nil
	}
	if err := m.spend(len(v.list)); err != nil {
		return err
	}
	v.at = make(map[string]int, len(v.list))
	for i, object := range v.list {
		if name, named := object["value"].(string); named {
			v.at[name] = i
		}
	}
	return nil
}

// updatePrimary must be called after a value has changed. If the value is now primary, the previous primary value
// loses that mark.
func (v *values) updatePrimary(at int) {
	switch is := v.list[at]["primary"] == true; {
	case is && v.primary != at:
		if v.primary >= 0 {
			v.list[v.primary]["primary"] = false
		}
		v.primary = at
	case !is && v.primary == at:
		v.primary = -1
	}
}

// keep removes the values for which test returns false.
func (v *values) keep(m *meter, test func(map[string]any) bool) error {
	kept, primary := v.list[:0], -1
	for _, object := range v.list {
		if err := m.spend(1); err != nil {
			return err
		}
		if !test(object) {
			continue
		}
		if object["primary"] == true {
			primary = len(kept)
		}
		kept = append(kept, object)
	}
	*v = values{list: kept, primary: primary}
	return m.err
}
