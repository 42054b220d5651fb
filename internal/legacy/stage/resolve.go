package stage

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
)

// Resolve joins the records, makes records invalid that refer to missing or invalid ones, and derives the resulting
// records of Muniment. It is called once, after Load.
//
// For every kind it fills a table r_<what> whose row number is the Ref; tables x_<kind> hold joins for later steps.
// A kind is resolved after those it refers to, so that one pass is enough to propagate invalidity.
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

// step runs in one transaction, because separate commits would evict the page cache.
func (s *Stage) step(ctx context.Context, run func(context.Context) error) error {
	if _, err := s.db.do(ctx, "BEGIN"); err != nil {
		return err
	}
	if err := run(ctx); err != nil {
		return err // no rollback: there is no journal, and the stage is unusable after an error
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

// Where selects the position of the row with the alias k: its file, then its line.
const Where = "(SELECT name FROM files WHERE id = k.pos >> 40), k.pos & 1099511627775"

// where selects Where, and then the key of the row.
func where(kind legacy.Kind) string { return Where + ", " + prefixed("k.", keyColumns(kind)) }

// reference describes values of one kind that refer to records of another.
type reference struct {
	from legacy.Kind
	to   legacy.Kind
	// rows selects the valid rows, as alias k, whose reference did not lead to a valid record; it begins with FROM.
	rows string
	// values are the SQL expressions of the reference, one for each part of the key of the kind to.
	values []string
	// warnAs is the rule of the finding for a row that stays valid; "" if the row becomes invalid.
	warnAs legacy.Rule
	done   string // what the import does, for warnAs
}

// refuse reports the rows with a broken reference and, unless warnAs is set, makes them invalid. It returns
// how many it made invalid.
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
		exists := r.Bool(at + len(keys))
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
		if exists {
			f.Rule, f.Remedy = legacy.DependsOnInvalid, "mend that row"
			f.Message = fmt.Sprintf("depends on %s %s, which is invalid", singular(ref.to), quoted(target))
		}
		if ref.warnAs != "" {
			f.Rule, f.Remedy = ref.warnAs, ref.done
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
