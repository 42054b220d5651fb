package issuing

import (
	"cmp"
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/externalid"
	entsystem "github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The kinds of the external ids of orders, and of credit notes.
const (
	kindOrder  = "order"
	kindCredit = "credit"
)

// The system of the orders that name none. It is made with the first of them.
const (
	ordersCode = "orders"
	ordersName = "Orders"
)

// ordersSystem is the id of that system, the same in every installation.
func ordersSystem() gid.ID { return gid.Derive(gid.System, 0, "muniment", ordersCode, 0) }

// check says exactly what is wrong with the name of an order, which a program repeats as another system writes it. A
// name that differs from a line of text only by its normal form is taken in the normal form.
func (s *Source) check(field string) *fault.Error {
	plain := person.Line(s.Name, len(s.Name))
	composed := norm.NFC.String(s.Name)
	switch n := utf8.RuneCountInString(composed); {
	case s.Name == "":
		return fault.Bad(field, "The name of the order is empty.", "Give the name, or leave the source out.")
	case n > longestName:
		return fault.LongText(field, longestName, n)
	case plain == composed:
		s.Name = composed
		return nil
	case person.Visible(s.Name) != s.Name:
		return fault.Bad(field, "The name of the order has characters that nobody sees.", "Give it without them.")
	case strings.TrimSpace(s.Name) != s.Name:
		return fault.Bad(field, "The name of the order has blanks at its ends.", "Give it without them.")
	case strings.ContainsAny(s.Name, "\r\n\t"):
		return fault.Bad(field, "The name of the order has line breaks or tabs.", "Give it in one line, with blanks.")
	}
	return fault.Bad(field, "The name of the order has several blanks in a row, or blanks of another kind.",
		"Give it with single blanks between words.")
}

// checked returns the source, or nil after a refusal.
func (s *Source) checked(wrong *fault.List, field string) *Source {
	if s == nil {
		return nil
	}
	own := *s // the rule may run more than once
	if refusal := own.check(field); refusal != nil {
		wrong.Add(refusal)
		return nil
	}
	return &own
}

// isSame tells whether two names are given and are the same one in the same system.
func (s *Source) isSame(other *Source) bool {
	return s != nil && other != nil && s.Name == other.Name && s.systemID() == other.systemID()
}

// systemID is the system that uses the name.
func (s *Source) systemID() gid.ID {
	if s.System == 0 {
		return ordersSystem()
	}
	return s.System
}

// sourceOf is the source of an order, as the database knows it.
type sourceOf struct {
	system gid.ID
	kind   string
	// unknown says that the system is to be made.
	unknown bool
	name    string
	digest  int64
	// issued is the name, if the order was issued before.
	issued *ent.ExternalID
}

// findSource looks for the source of an order, which is nil if it has none.
func (o *Order) findSource(ctx context.Context, tx store.Tx) (*sourceOf, error) {
	if o.Source == nil {
		return nil, nil
	}
	s := &sourceOf{system: o.Source.systemID(), kind: kindOrder, name: o.Source.Name}
	if o.Credits != nil {
		s.kind = kindCredit
	}
	there, err := tx.Client().System.Query().Where(entsystem.ID(s.system)).Only(ctx)
	switch {
	case ent.IsNotFound(err) && o.Source.System != 0:
		return nil, fault.Missing("input.source.system", "System", o.Source.System)
	case ent.IsNotFound(err):
		s.unknown = true
	case err != nil:
		return nil, wrap("look for the system", err)
	case there.Code == system.Own:
		return nil, fault.Bad("input.source.system", "The names of this system are those that Muniment gives.",
			"Name the system that the order comes from, or leave the system out.")
	}
	if s.digest, err = o.digest(); err != nil {
		return nil, err
	}
	s.issued, err = findOrder(ctx, tx, o.Source, s.kind)
	return s, err
}

// findOrder returns the external id of an order or a credit note, or nil if there is none.
func findOrder(ctx context.Context, tx store.Tx, name *Source, kind string) (*ent.ExternalID, error) {
	found, err := tx.Client().ExternalID.Query().Where(externalid.SystemID(name.systemID()), externalid.Kind(kind),
		externalid.Value(name.Name)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return found, wrap("look for the order", err)
}

// isSame tells whether the order had the same content before.
func (s *sourceOf) isSame() bool {
	return s.issued.SourceDigest != nil && *s.issued.SourceDigest == s.digest
}

// orderNumber is the number that the amendments of the order have: the one by which people know it, or else its name.
func (s *sourceOf) orderNumber(header *ent.Entitlement) string {
	return cmp.Or(header.OrderReference, s.name)
}

// keep stores that an order became an entitlement, and what its lines said.
func (s *sourceOf) keep(ctx context.Context, tx store.Tx, header *ent.Entitlement, lines []saidLine) error {
	if s == nil {
		return nil
	}
	content, err := contentOf(lines)
	if err != nil {
		return err
	}
	if s.unknown {
		if err := tx.Client().System.Create().SetID(s.system).SetCode(ordersCode).SetName(ordersName).
			SetKind(vocabulary.SystemKindErp).Exec(ctx); err != nil {
			return wrap("create the system of orders", err)
		}
	}
	return wrap("store the name of the order", tx.Client().ExternalID.Create().SetSystemID(s.system).SetKind(s.kind).
		SetValue(s.name).SetEntityID(header.ID).SetAccountID(header.AccountID).SetSourceDigest(s.digest).
		SetSourceContent(content).Exec(ctx))
}

// keepAgain stores what an order says now that was issued before.
func (s *sourceOf) keepAgain(ctx context.Context, tx store.Tx, lines []saidLine) error {
	content, err := contentOf(lines)
	if err != nil {
		return err
	}
	return wrap("store the content of the order", tx.Client().ExternalID.UpdateOneID(s.issued.ID).
		SetSourceDigest(s.digest).SetSourceContent(content).Exec(ctx))
}

// note notes that the system of orders was made.
func (s *sourceOf) note(done *change.Record) {
	if s != nil && s.unknown {
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "SystemCreated", Subject: s.system,
			Label: ordersName, Fields: change.Is("code", ordersCode), Effects: []change.Effect{}})
	}
}
