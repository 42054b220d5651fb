package naive

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
)

// wanted is what lookup is asked for; "" is any system or kind.
type wanted struct{ system, kind, value string }

func lookup(in asked) (any, error) {
	var f struct {
		System, Kind *string
		Value        string
	}
	if err := read(in.args["externalId"], &f, "externalId"); err != nil {
		return nil, err
	}
	w := wanted{orZero(f.System), orZero(f.Kind), f.Value}
	found := w.found(in, true)
	if len(found) == 0 {
		found = w.found(in, false)
	}
	if len(found) > 1 {
		return nil, fault.New(fault.Ambiguous, "externalId", "several objects have this name", "")
	}
	if len(found) == 1 {
		if o := in.node(found[0]); o != nil {
			return o, nil
		}
	}
	return nil, notFound("externalId.value")
}

// found are the objects with the name: exactly, or else in some spelling in which an activation id is found.
func (w wanted) found(in asked, exactly bool) []gid.ID {
	found := w.named(in, exactly)
	if w.system != "" && w.system != "muniment" {
		return found
	}
	if w.kind == "" || w.kind == "activation" {
		for _, r := range in.keep("line_items", in.Base.all("line_items")) {
			if w.isCalled(r.text("activation_id"), exactly) {
				found = append(found, gid.ID(r.number("id")))
			}
		}
	}
	spellings := []string{w.value}
	if !exactly {
		spellings = fold.Spellings(w.value)
	}
	for _, spelling := range spellings {
		if w.kind == "" || w.kind == "maintenance" {
			coverages := in.seenHaving("coverages", "activation_id", spelling)
			for _, r := range coverages {
				found = append(found, w.standsFor(in, connected(r, coverages)))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// isCalled tells whether the activation id of a line is the one wanted.
func (w wanted) isCalled(id string, exactly bool) bool {
	return id == w.value || !exactly && fold.Text(id) == fold.Text(w.value)
}

// named are the objects with the name among their external ids.
func (w wanted) named(in asked, exactly bool) (found []gid.ID) {
	for _, r := range in.keep("external_ids", in.Base.all("external_ids")) {
		id, kind, value := gid.ID(r.number("entity_id")), r.text("kind"), r.text("value")
		code := in.seen("systems", r.number("system_id")).text("code")
		is := value == w.value
		switch {
		case exactly:
		case kind == "activation":
			is = w.isCalled(value, false)
		default:
			is = kind == "maintenance" && slices.Contains(fold.Spellings(w.value), value)
		}
		if is && (w.kind == "" || kind == w.kind) && (w.system == "" || code == w.system) &&
			!slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	return found
}

// connected are the coverages that lead to one another by what they renew and replace.
func connected(of row, all []row) []row {
	together := []row{of}
	leads := func(a, b row) bool {
		return a.number("renews_id") == b.number("id") || a.number("replaces_id") == b.number("id")
	}
	for i := 0; i < len(together); i++ {
		for _, r := range all {
			if (leads(r, together[i]) || leads(together[i], r)) &&
				!slices.ContainsFunc(together, func(t row) bool { return t.number("id") == r.number("id") }) {
				together = append(together, r)
			}
		}
	}
	return together
}

// standsFor is the coverage as which connected ones are found: one with the name among its external ids, or the last.
func (w wanted) standsFor(in asked, together []row) gid.ID {
	names := append(w.named(in, true), w.named(in, false)...)
	var last []row
	for _, r := range together {
		if slices.Contains(names, gid.ID(r.number("id"))) {
			return gid.ID(r.number("id"))
		}
		if !slices.ContainsFunc(together, func(t row) bool {
			return t.number("renews_id") == r.number("id") || t.number("replaces_id") == r.number("id")
		}) {
			last = append(last, r)
		}
	}
	return gid.ID(slices.MaxFunc(last, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.number("created_at"), b.number("created_at")),
			cmp.Compare(a.number("id"), b.number("id")))
	}).number("id"))
}
