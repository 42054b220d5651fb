package stage

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
)

// judgeKeys creates an index on the key of every kind and reports rows with the same key, activation ids that differ in
// letter case only, and user names that look like others.
func (s *Stage) judgeKeys(ctx context.Context) error {
	for _, kind := range legacy.Kinds() {
		keys := strings.Join(keyColumns(kind), ", ")
		if _, err := s.db.do(ctx, fmt.Sprintf("CREATE INDEX %s_key ON %s (%s, valid)", kind, kind, keys)); err != nil {
			return err
		}
		if err := s.invalidateDuplicates(ctx, kind); err != nil {
			return err
		}
	}
	if err := s.judgeActivationIDs(ctx); err != nil {
		return err
	}
	return s.judgeUserNames(ctx)
}

// invalidateDuplicates keeps the first valid row of each key and makes the others invalid.
func (s *Stage) invalidateDuplicates(ctx context.Context, kind legacy.Kind) error {
	columns := keyColumns(kind)
	keys := strings.Join(columns, ", ")
	same := make([]string, len(columns))
	for i, c := range columns {
		same[i] = fmt.Sprintf("t.%s = k.%s", c, c)
	}
	query := fmt.Sprintf(`WITH k AS (SELECT %s FROM %s WHERE valid = 1 GROUP BY %s HAVING count(*) > 1)
		SELECT t.rid, t.digest, f.name, t.pos & 1099511627775, %s FROM k JOIN %s t ON %s AND t.valid = 1 JOIN files f
		ON f.id = t.pos >> 40
		ORDER BY %s,
		t.rid`, keys, kind, keys, prefixed("t.", columns), kind, strings.Join(same, " AND "), prefixed("t.", columns))
	var first struct {
		identity, file string
		digest, line   int64
	}
	var later []int64
	err := s.db.each(ctx, query, nil, func(r Row) error {
		// No staged text contains NUL, so it separates the parts of a key unambiguously.
		identity := strings.Join(keyParts(kind, r, 4), "\x00")
		if identity != first.identity {
			first.identity, first.file, first.digest, first.line = identity, r.Text(2), r.Int(1), r.Int(3)
			return nil
		}
		later = append(later, r.Int(0))
		f := legacy.Finding{Rule: legacy.DuplicateKey, Kind: kind, LegacyID: joinKey(kind, r, 4), File: r.Text(2),
			Line:    r.Int(3),
			Message: fmt.Sprintf("the same key is in %s line %d with other values", first.file, first.line),
			Remedy:  "leave one of the rows in the source"}
		if r.Int(1) == first.digest {
			f.Rule = legacy.RepeatedRow
			f.Message = fmt.Sprintf("the row repeats %s line %d", first.file, first.line)
			f.Remedy = ""
		}
		return s.Add(f)
	})
	if err != nil {
		return err
	}
	for _, rid := range later {
		if _, err := s.db.do(ctx, fmt.Sprintf("UPDATE %s SET valid = 0 WHERE rid = ?", kind), rid); err != nil {
			return err
		}
	}
	return nil
}

func prefixed(prefix string, columns []string) string {
	return prefix + strings.Join(columns, ", "+prefix)
}

// joinKey returns the key that begins at column i of a row, in the form of findings.
func joinKey(kind legacy.Kind, r Row, i int) string {
	return strings.Join(keyParts(kind, r, i), keySeparator)
}

func keyParts(kind legacy.Kind, r Row, i int) []string {
	var parts []string
	for _, c := range kind.Columns() {
		if !c.Key {
			continue
		}
		if c.Type == legacy.Day {
			parts = append(parts, r.Day(i).V.String())
		} else {
			parts = append(parts, r.Text(i))
		}
		i++
	}
	return parts
}
