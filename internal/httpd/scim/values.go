package scim

// maxValues is how many values an attribute may have in one document.
const maxValues = 5000

// values are the values of an attribute that may have several, while operations change them. They belong to the document: what a
// client sent is copied into it.
type values struct {
	list []map[string]any
	// at finds a value by its part called value, the last of several; nil if it must be made anew.
	at map[string]int
	// primary is the position of the one primary value, or -1.
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

// document is the list as it stands in a document.
func (v *values) document() []any {
	list := make([]any, len(v.list))
	for i, object := range v.list {
		list[i] = object
	}
	return list
}

func (v *values) clear() { *v = values{primary: -1} }

// merge adds a value. One that is there already takes the parts of the new one, and a new one that is the primary makes the others
// none.
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
	v.follow(at)
	return nil
}

// index makes the index if there is none.
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

// follow takes in that a value has changed: if it is the primary one now, the one that was is so no more.
func (v *values) follow(at int) {
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

// keep drops the values that a test does not keep.
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
