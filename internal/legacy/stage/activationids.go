package stage

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/system"
)

// judgeActivationIDs makes line items invalid whose activation ids differ from that of an earlier one in letter case or
// in the encoding of letters only.
//
// An id is looked for among the keys of the others in capital letters: of two ids with one key, at least one is not
// written so. Those are few in most sources.
func (s *Stage) judgeActivationIDs(ctx context.Context) error {
	if err := s.run(ctx, "CREATE TABLE x_spelled (rid INTEGER PRIMARY KEY, capital)",
		`INSERT INTO x_spelled SELECT rid, upper(activationId) FROM line_items
			WHERE valid = 1 AND activationId <> upper(activationId)`); err != nil {
		return err
	}
	if err := s.spellBeyondASCII(ctx); err != nil {
		return err
	}
	if err := s.run(ctx, "CREATE INDEX x_spelled_capital ON x_spelled (capital)"); err != nil {
		return err
	}
	type row struct {
		file, id string
		line     int64
	}
	var capital string
	var first map[string]row // by key: of a few letters that are two, the capital letter is one
	var later []int64
	err := s.db.each(ctx, `WITH twins AS MATERIALIZED (SELECT capital FROM x_spelled GROUP BY capital HAVING count(*) > 1
			UNION SELECT s.capital FROM x_spelled s CROSS JOIN line_items k
				ON k.activationId = s.capital AND k.valid = 1 AND k.rid <> s.rid),
			members AS (SELECT t.capital, s.rid FROM twins t CROSS JOIN x_spelled s ON s.capital = t.capital
				UNION SELECT t.capital, k.rid FROM twins t CROSS JOIN line_items k
					ON k.activationId = t.capital AND k.valid = 1)
		SELECT `+Where+`, k.activationId, m.capital, k.rid FROM members m CROSS JOIN line_items k ON k.rid = m.rid
		ORDER BY m.capital, k.rid`, nil, func(r Row) error {
		this := row{file: r.Text(0), line: r.Int(1), id: r.Text(2)}
		if first == nil || r.Text(3) != capital {
			capital, first = r.Text(3), map[string]row{}
		}
		key := system.ActivationKey(this.id)
		before, known := first[key]
		if !known {
			first[key] = this
			return nil
		}
		later = append(later, r.Int(4))
		return s.Add(legacy.Finding{Rule: legacy.SameActivationID, Kind: legacy.LineItems, LegacyID: this.id,
			RelatedIDs: []string{before.id}, File: this.file, Line: this.line,
			Message: fmt.Sprintf("the activation id differs from %s in %s line %d in letter case only, or in how "+
				"letters are encoded", quoted(before.id), before.file, before.line),
			Remedy: "give one of the line items another activation id in the source, or leave one of the rows"})
	})
	if err != nil {
		return err
	}
	return s.invalidate(ctx, legacy.LineItems, later)
}

// spellBeyondASCII adds the ids that SQLite does not fold, and replaces what it made of them.
func (s *Stage) spellBeyondASCII(ctx context.Context) error {
	add, err := s.db.prepare("INSERT OR REPLACE INTO x_spelled VALUES (?, ?)")
	if err != nil {
		return err
	}
	err = s.db.each(ctx, `SELECT rid, activationId FROM line_items WHERE valid = 1
			AND length(activationId) <> length(CAST(activationId AS BLOB))`, nil, func(r Row) error {
		return add.do(r.Int(0), strings.ToUpper(system.ActivationKey(r.Text(1))))
	})
	return errors.Join(err, add.close())
}
