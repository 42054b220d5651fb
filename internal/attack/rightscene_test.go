package attack_test

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/vocabulary"
)

// grantedRight is an entitlement of the customer with one line item and one period.
type grantedRight struct{ entitlement, line, period gid.ID }

// right creates a right that was granted on 1 January 2020 without end.
func (s *scene) right() grantedRight {
	id := func(text string) gid.ID {
		parsed, err := gid.Parse(text)
		s.w.must(err)
		return parsed
	}
	unit := id(s.ofCatalog("createUnitOfMeasure", "unitOfMeasure", s.unitInput()))
	product := id(s.product("PRODUCT"))
	locality := s.c.account.Locality()
	r := grantedRight{s.w.entitlement(s.c.account, s.fresh("ENT")), gid.New(gid.LineItem, locality),
		gid.New(gid.Period, locality)}
	first, activation := day.Date(2020, 1, 1), s.fresh("line")
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.LineItem.Create().SetID(r.line).SetAccountID(s.c.account).SetEntitlementID(r.entitlement).
			SetProductID(product).SetProductLineID(s.w.productLine).SetUnitID(unit).SetActivationID(activation).
			SetActivationKey(system.ActivationKey(activation)).SetUnlimited(false).SetGranted(0).
			SetOverdraft(0).SetExcess(0).SetUsed(0).SetSettledOn(first).SetEndsOn(day.Forever).SetCreatedAt(1).
			SetUpdatedAt(1).Exec(ctx))
		s.w.must(c.Period.Create().SetID(r.period).SetAccountID(s.c.account).SetLineItemID(r.line).
			SetTerm(vocabulary.TermPerpetual).SetStartRule(vocabulary.StartRuleFixed).SetStartsOn(first).
			SetPerpetual(true).SetUnlimited(false).SetQuantity(10).SetOverdraft(0).SetCreatedAt(1).SetRankedAt(1).
			SetUpdatedAt(1).Exec(ctx))
	})
	return r
}

// endingRight is right with an end, 31 December 2030.
func (s *scene) endingRight() grantedRight {
	r := s.right()
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.Period.UpdateOneID(r.period).SetTerm(vocabulary.TermSubscription).SetPerpetual(false).
			SetEndsOn(day.Date(2030, 12, 31)).Exec(ctx))
	})
	return r
}

// evergreenRight is a right that is renewed by itself.
func (s *scene) evergreenRight() grantedRight {
	r := s.endingRight()
	s.w.write(func(ctx context.Context, c *ent.Client) {
		s.w.must(c.Period.UpdateOneID(r.period).SetCancelDays(30).SetCancelUntil(day.Date(2030, 12, 1)).
			SetRenewsOn(day.Date(2030, 12, 2)).Exec(ctx))
	})
	return r
}

// decision withdraws a new right, and returns the id of the decision.
func (s *scene) decision() string {
	return s.ofCatalog("withdrawEntitlement", "decision",
		input{"entitlement": s.right().entitlement.String(), "reason": "x"})
}
