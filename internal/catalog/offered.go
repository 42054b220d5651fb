package catalog

import (
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// CheckRetired returns RETIRED for a part number under which nothing is granted any more, because it, its product line
// or its license model is retired. field is the path of the input that names the part number, and remedy is what mends
// it.
func CheckRetired(field, remedy string, s *Sold) (wrong []*fault.Error) {
	retired := func(id gid.ID, name string, at *clock.Instant) {
		if at != nil {
			wrong = append(wrong, fault.New(Retired, field, "{name} is retired.", remedy,
				fault.With("name", value.OfReference(id, name))))
		}
	}
	retired(s.ID, s.Code, s.RetiredAt)
	if s.Model != nil {
		retired(s.Model.ID, s.Model.Name, s.Model.RetiredAt)
	}
	if s.Product == nil {
		return wrong
	}
	if line := s.Product.Edges.ProductLine; line != nil {
		retired(line.ID, line.Name, line.RetiredAt)
	}
	return wrong
}

// CheckOffered returns why nothing new is granted under a part number with a right that starts on a day: what
// CheckRetired returns, and NOT_OFFERED for its product. What was granted earlier stays, and is renewed.
func CheckOffered(field, remedy string, s *Sold, on day.Day) []*fault.Error {
	wrong := CheckRetired(field, remedy, s)
	if s.Product == nil {
		return wrong
	}
	id, label := s.Product.ID, LabelOfProduct(s.Product)
	switch from, until := s.Product.AvailableFrom, s.Product.AvailableUntil; {
	case s.Product.State != vocabulary.CatalogStateAvailable:
		wrong = append(wrong, fault.New(NotOffered, field,
			"The product {product} is not offered: its state is {state}.", remedy,
			fault.With("product", value.OfReference(id, label)),
			fault.With("state", value.OfEnum("CatalogState", s.Product.State))))
	case from != nil && on < *from:
		wrong = append(wrong, fault.New(NotOffered, field,
			"The product {product} is offered from {from} on, and the right would start on {on}.", remedy,
			fault.With("product", value.OfReference(id, label)),
			fault.With("from", value.OfDay(*from)), fault.With("on", value.OfDay(on))))
	case until != nil && *until < on:
		wrong = append(wrong, fault.New(NotOffered, field,
			"The product {product} is offered until {until}, and the right would start on {on}.", remedy,
			fault.With("product", value.OfReference(id, label)),
			fault.With("until", value.OfDay(*until)), fault.With("on", value.OfDay(on))))
	}
	return wrong
}
