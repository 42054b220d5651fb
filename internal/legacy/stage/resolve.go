package stage

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
)

// Resolve joins the records, makes those invalid that refer to nothing or to something invalid, and works out what
// each of the others becomes here. It is called once, after Load.
//
// For every kind it fills a table r_<what> whose number is the Ref; tables x_<kind> hold joins that later steps need.
// A kind is resolved after those it refers to, so that invalidity spreads in one pass.
func (s *Stage) Resolve(ctx context.Context) error {
	steps := []struct {
		name string
		run  func(context.Context) error
	}{
		{"accounts", s.resolveAccounts},
		{"catalog", s.resolveCatalog},
		{"users", s.resolveUsers},
		{"entitlements", s.resolveEntitlements},
		{"line items", s.joinLineItems},
		{"units", s.resolveUnits},
		{"lineage", s.resolveLineage},
		{"uses", s.joinUses},
		{"terms", s.startTerms},
		{"renewals", s.foldRenewals},
		{"periods", s.numberLineItems},
		{"coverage", s.resolveCoverage},
		{"devices", s.resolveDevices},
		{"usage", s.resolveUsage},
		{"product lines", s.resolveProductLines},
	}
	for _, step := range steps {
		if err := s.step(ctx, step.run); err != nil {
			return fmt.Errorf("resolve %s: %w", step.name, err)
		}
	}
	return nil
}

// step runs in one transaction, since a statement of its own commit would give back the pages it has read.
func (s *Stage) step(ctx context.Context, run func(context.Context) error) error {
	if _, err := s.db.do(ctx, "BEGIN"); err != nil {
		return err
	}
	if err := run(ctx); err != nil {
		return err // without a journal there is no way back; the stage is of no use any more
	}
	_, err := s.db.do(ctx, "COMMIT")
	return err
}

// run executes statements one after the other.
func (s *Stage) run(ctx context.Context, statements ...string) error {
	for _, statement := range statements {
		if _, err := s.db.do(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// Where is the part of a query that tells where the row of alias k stands: its file, then its line.
const Where = "(SELECT name FROM files WHERE id = k.pos >> 40), k.pos & 1099511627775"

// where is Where, and the key of the row.
func where(kind legacy.Kind) string { return Where + ", " + prefixed("k.", keyColumns(kind)) }

// reference is a value of one kind that names a record of another.
type reference struct {
	from legacy.Kind
	to   legacy.Kind
	// rows selects the valid rows, as alias k, whose reference led to no valid record; it begins with FROM.
	rows string
	// values are the expressions of the reference, one for each part of the key of the kind referred to.
	values []string
	// softly makes the row stay valid, with a finding of this rule instead.
	softly legacy.Rule
	done   string // what is done, for softly
}

// refuse reports the rows of a reference that leads nowhere and, unless it is soft, makes them invalid. It returns
// how many there are.
func (s *Stage) refuse(ctx context.Context, ref reference) (int, error) {
	keys := keyColumns(ref.to)
	same := make([]string, len(keys))
	for i, key := range keys {
		same[i] = fmt.Sprintf("p.%s = %s", key, ref.values[i])
	}
	width := len(keyColumns(ref.from))
	query := fmt.Sprintf("SELECT %s, %s, EXISTS (SELECT 1 FROM %s p WHERE %s), k.rid %s ORDER BY k.rid",
		where(ref.from), strings.Join(ref.values, ", "), ref.to, strings.Join(same, " AND "), ref.rows)
	var refused []int64
	err := s.db.each(ctx, query, nil, func(r Row) error {
		at := 2 + width
		target := joinKey(ref.to, r, at)
		there := r.Bool(at + len(keys))
		related := []string{target}
		if width > 1 {
			for _, part := range keyParts(ref.from, r, 2) {
				if part != target {
					related = append(related, part)
				}
			}
		}
		f := legacy.Finding{Rule: legacy.UnknownReference, Kind: ref.from, LegacyID: joinKey(ref.from, r, 2),
			RelatedIDs: related, File: r.Text(0), Line: r.Int(1),
			Message: fmt.Sprintf("refers to %s %s, which the source does not have", singular(ref.to), quoted(target)),
			Remedy:  "export it as well, or leave this row out"}
		if there {
			f.Rule, f.Remedy = legacy.DependsOnInvalid, "mend that row"
			f.Message = fmt.Sprintf("depends on %s %s, which is invalid", singular(ref.to), quoted(target))
		}
		if ref.softly != "" {
			f.Rule, f.Remedy = ref.softly, ref.done
		} else {
			refused = append(refused, r.Int(at+len(keys)+1))
		}
		return s.Add(f)
	})
	if err != nil {
		return 0, err
	}
	return len(refused), s.invalidate(ctx, ref.from, refused)
}

// invalidate marks rows as invalid.
func (s *Stage) invalidate(ctx context.Context, kind legacy.Kind, rids []int64) error {
	if len(rids) == 0 {
		return nil
	}
	mark, err := s.db.prepare(fmt.Sprintf("UPDATE %s SET valid = 0 WHERE rid = ?", kind))
	if err != nil {
		return err
	}
	for _, rid := range rids {
		if err := mark.do(rid); err != nil {
			return err
		}
	}
	return mark.close()
}

func singular(kind legacy.Kind) string {
	switch kind {
	case legacy.Maintenance, legacy.Usage:
		return kind.String()
	case legacy.AccountLinks:
		return "account link"
	default:
		return strings.ReplaceAll(strings.TrimSuffix(kind.String(), "s"), "_", " ")
	}
}
