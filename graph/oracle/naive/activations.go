package naive

// An activation ends with its line, whatever was recorded with it. If every activation of its period has a term of its
// own, what was recorded is its end.

// ownTerm is the period of an activation that has a term of its own; nil if it ends with its line.
func (in asked) ownTerm() row {
	p := in.seen("periods", in.row.number("period_id"))
	if p == nil || p.text("start_rule") != "EACH_ACTIVATION" {
		return nil
	}
	return p
}

func activationEndsOn(in asked) (any, error) {
	if in.ownTerm() != nil {
		return on("ends_on")(in)
	}
	if line := in.seen("line_items", in.row.number("line_item_id")); line != nil {
		in.row = line
		return on("ends_on")(in)
	}
	return nil, nil
}

func activationPerpetual(in asked) (any, error) {
	if p := in.ownTerm(); p != nil {
		return in.row.null("ends_on") && p.truth("perpetual"), nil
	}
	return in.isPerpetual(in.row.number("line_item_id")), nil
}

// allocationPerpetual: an allocation without a last day goes on for as long as its line.
func allocationPerpetual(in asked) (any, error) {
	return in.row.null("ends_on") && in.isPerpetual(in.row.number("line_item_id")), nil
}
