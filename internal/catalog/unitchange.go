package catalog

import (
	"cmp"
	"context"
	"regexp"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// NewUnit describes a unit of measure that is to be created.
type NewUnit struct {
	Unit
	// Scale is the number of base units in one unit, as the client wrote it; 1 if it is empty.
	Scale string
}

// UnitChange holds what changes of a unit of measure; nil stays as it is. Code, kind, pool, aggregation, base unit,
// scale and currency never change, because amounts that were granted are counted in them.
type UnitChange struct {
	Singular, Plural, Rule *string
	// An empty text removes these.
	Symbol, OneEnglish, OneGerman *string
	Decimals                      *int
	Retired                       *bool
}

var wholeNumber = regexp.MustCompile(`^[0-9]+$`)

// CreateUnit creates a unit of measure. The outcome has its id. It returns CODE_TAKEN.
func (s *Service) CreateUnit(ctx context.Context, r change.Request, n NewUnit) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createUnit(n))
}

func (s *Service) createUnit(n NewUnit) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		scale, err := n.check()
		if err != nil {
			return err
		}
		taken, err := tx.Client().UnitOfMeasure.Query().Where(unitofmeasure.Code(n.Code)).Exist(ctx)
		if err != nil {
			return wrap("look for the code", err)
		}
		if taken {
			return fault.New(CodeTaken, "input.code", "Another unit of measure already has this code.",
				"Give another code, or change that unit with changeUnitOfMeasure.")
		}
		u, err := tx.Client().UnitOfMeasure.Create().SetID(gid.New(gid.UnitOfMeasure, 0)).SetCode(n.Code).
			SetSingular(n.Singular).SetPlural(n.Plural).SetNillableSymbol(nilIfEmpty(n.Symbol)).SetKind(n.Kind).
			SetPool(n.Pool).SetAggregation(n.Aggregation).SetBaseUnit(n.BaseUnit).SetScale(scale).
			SetDecimals(n.Decimals).SetRule(n.Rule).SetNillableCurrency(nilIfEmpty(n.Currency)).
			SetNillableCountsAsOneEnglish(nilIfEmpty(n.One.English)).
			SetNillableCountsAsOneGerman(nilIfEmpty(n.One.German)).Save(ctx)
		if err != nil {
			return wrap("create the unit", err)
		}
		noteNew(done, "UnitOfMeasureCreated", u.ID, u.Code, unitAttributes(u))
		return nil
	}
}

// ChangeUnit changes a unit of measure. The outcome has its id.
func (s *Service) ChangeUnit(ctx context.Context, r change.Request, id gid.ID, c UnitChange) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.changeUnit(id, c))
}

func (s *Service) changeUnit(id gid.ID, c UnitChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().UnitOfMeasure.Query().Where(unitofmeasure.ID(id), store.Locked).Only(ctx)
		before, err := found(row, err, "input.unitOfMeasure", "UnitOfMeasure", id)
		if err != nil {
			return err
		}
		after := *before
		set(&after.Singular, c.Singular)
		set(&after.Plural, c.Plural)
		set(&after.Rule, c.Rule)
		set(&after.Decimals, c.Decimals)
		setText(&after.Symbol, c.Symbol)
		setText(&after.CountsAsOneEnglish, c.OneEnglish)
		setText(&after.CountsAsOneGerman, c.OneGerman)
		after.RetiredAt = retiredAt(before.RetiredAt, c.Retired, done.Now())
		var wrong refusals
		wrong.unitWords(after.Singular, after.Plural, ofText(after.Symbol), after.Rule, after.Decimals)
		wrong.countsAsOne(CountsAsOne{ofText(after.CountsAsOneEnglish), ofText(after.CountsAsOneGerman)})
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		if !noteChange(done, "UnitOfMeasureChanged", id, before.Code, unitAttributes(before), unitAttributes(&after)) {
			return nil
		}
		update := tx.Client().UnitOfMeasure.UpdateOneID(id).SetSingular(after.Singular).SetPlural(after.Plural).
			SetRule(after.Rule).SetDecimals(after.Decimals)
		assign(after.Symbol, update.SetSymbol, update.ClearSymbol)
		assign(after.CountsAsOneEnglish, update.SetCountsAsOneEnglish, update.ClearCountsAsOneEnglish)
		assign(after.CountsAsOneGerman, update.SetCountsAsOneGerman, update.ClearCountsAsOneGerman)
		assign(after.RetiredAt, update.SetRetiredAt, update.ClearRetiredAt)
		return wrap("change the unit", update.Exec(ctx))
	}
}

// check returns the scale, or what is wrong with the unit.
func (n NewUnit) check() (int64, error) {
	var wrong refusals
	wrong.line("input.code", n.Code, longestCode)
	wrong.unitWords(n.Singular, n.Plural, n.Symbol, n.Rule, n.Decimals)
	wrong.countsAsOne(n.One)
	wrong.line("input.baseUnit", n.BaseUnit, longestName)
	n.Scale = cmp.Or(n.Scale, "1")
	scale, err := strconv.ParseInt(n.Scale, 10, 64)
	if err != nil || !wholeNumber.MatchString(n.Scale) || scale < 1 {
		wrong.add(badInput("input.scale", "The scale must be a positive whole number that is not too large.",
			"Give the number of base units in one unit, in digits."))
	}
	if n.Kind == vocabulary.UnitKindNone {
		wrong.add(badInput("input.kind", "The kind NONE is for amounts of older systems that do not say what they "+
			"count.", "Give the kind of what the unit counts."))
	}
	wrong.currencyOf(n, scale)
	return scale, wrong.err()
}

// currencyOf checks the currency of a unit. Amounts of money are stored in minor units, so one unit must be whole ones.
func (r *refusals) currencyOf(n NewUnit, scale int64) {
	if n.Currency == "" {
		if n.Kind == vocabulary.UnitKindMoney {
			r.add(badInput("input.currency", "A unit of money needs a currency.",
				"Give an ISO 4217 code, such as EUR."))
		}
		return
	}
	minor, err := quantity.MinorUnits(n.Currency)
	switch {
	case n.Kind != vocabulary.UnitKindMoney:
		r.add(badInput("input.currency", "Only a unit of money has a currency.",
			"Leave out the currency, or give the kind MONEY."))
	case err != nil || !quantity.IsCurrencyInUse(n.Currency):
		r.add(unknownCurrency("input.currency"))
	case scale > 0 && scale%minor != 0:
		r.add(badInput("input.scale", "The scale of money is counted in minor units of the currency, such as cents, "+
			"and must be whole main units.",
			"Give the number of minor units in a main unit, or a multiple of it."))
	}
}

func unknownCurrency(field string) *fault.Error {
	return badInput(field, "This is not the ISO 4217 code of a currency in which something is paid today.",
		"Give three capital letters, such as EUR.")
}

// unitWords checks what may change of a unit.
func (r *refusals) unitWords(singular, plural, symbol, rule string, decimals int) {
	r.line("input.singular", singular, longestName)
	r.line("input.plural", plural, longestName)
	r.maybeLine("input.symbol", symbol, longestCode)
	if rule == "" {
		r.add(badInput("input.rule", "A unit needs a rule.", "Write a sentence that tells a customer what is counted."))
	}
	r.text("input.rule", rule, longestRule)
	r.number("input.decimals", decimals, 0, maxDecimals)
}

// countsAsOne checks the texts that say what counts as one of a unit. Both are lines, because pages show them below a
// number.
func (r *refusals) countsAsOne(one CountsAsOne) {
	r.maybeLine("input.countsAsOneEnglish", one.English, longestOne)
	r.maybeLine("input.countsAsOneGerman", one.German, longestOne)
}

func unitAttributes(u *ent.UnitOfMeasure) []change.Attribute {
	return []change.Attribute{{"code", u.Code}, {"singular", u.Singular}, {"plural", u.Plural},
		{"symbol", ofText(u.Symbol)},
		{"kind", string(u.Kind)}, {"pool", string(u.Pool)}, {"aggregation", string(u.Aggregation)},
		{"baseUnit", u.BaseUnit}, {"scale", strconv.FormatInt(u.Scale, 10)}, {"decimals", ofNumber(u.Decimals)},
		{"currency", ofText(u.Currency)}, {"rule", u.Rule},
		{"countsAsOneEnglish", ofText(u.CountsAsOneEnglish)}, {"countsAsOneGerman", ofText(u.CountsAsOneGerman)},
		{"retiredAt", ofMoment(u.RetiredAt)}}
}
