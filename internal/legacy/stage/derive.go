package stage

import (
	"database/sql/driver"
	"fmt"
	"math"
	"math/big"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// sentinelYear is the first year that means "no end" in older systems that do not allow an empty date.
const sentinelYear = 2500

// trialSuffix is the suffix of part numbers of trials.
const trialSuffix = "-TRL"

// derivations returns the derived columns of a kind, and the function that computes them.
func derivations(kind legacy.Kind) ([]string, func(*encoding)) {
	switch kind {
	case legacy.Accounts:
		return []string{"nameKey"}, deriveAccount
	case legacy.Users:
		return []string{"emailKey"}, deriveUser
	case legacy.UserAccounts:
		return nil, deriveMembership
	case legacy.Entitlements:
		return nil, deriveEntitlement
	case legacy.Products:
		return nil, deriveProduct
	case legacy.SuiteMembers:
		return nil, deriveSuiteMember
	case legacy.LineItems:
		return []string{"firstDay", "lastDay", "perpetual", "unit", "currency", "pred", "reason"}, deriveLineItem
	case legacy.Maintenance:
		return []string{"lastDay", "perpetual", "level"}, deriveMaintenance
	case legacy.DeviceAddons:
		return nil, deriveAddon
	case legacy.Fulfillments:
		return []string{"live", "lastDay", "perpetual"}, deriveFulfillment
	case legacy.Usage:
		return []string{"unit", "currency", "entitledBase", "usedNumerator", "overNumerator", "denominator"},
			deriveUsage
	}
	return nil, nil
}

func (r *encoding) get(name string) driver.Value { return r.typed[r.places[name]] }

func (r *encoding) set(name string, v driver.Value) { r.typed[r.places[name]] = v }

func (r *encoding) string(name string) string {
	s, _ := r.get(name).(string)
	return s
}

func (r *encoding) integer(name string) (int64, bool) {
	n, ok := r.get(name).(int64)
	return n, ok
}

func (r *encoding) flag(name string) bool {
	n, _ := r.integer(name)
	return n != 0
}

func (r *encoding) column(name string) *legacy.Column { return &r.columns[r.places[name]] }

// source returns the original text of a column.
func (r *encoding) source(name string) string {
	if i := r.places[name]; i < len(r.record.Values) {
		return r.record.Values[i]
	}
	return ""
}

// atLeast makes the row invalid if one of the numbers is less than least. Missing numbers are allowed.
func (r *encoding) atLeast(least int64, names ...string) {
	for _, name := range names {
		if n, ok := r.integer(name); ok && n < least {
			r.fault(legacy.BadNumber, r.column(name), fmt.Sprintf("%d is less than %d", n, least),
				"correct it in the source")
		}
	}
}

// inOrder makes the row invalid if both days are known and last is before first.
func (r *encoding) inOrder(first, last string) {
	f, ok := r.integer(first)
	l, also := r.integer(last)
	if ok && also && l < f {
		r.valid = false
		r.reportRow(legacy.DayOrder, fmt.Sprintf("ends on %s, before it begins on %s", day.Day(l), day.Day(f)),
			"correct the days in the source")
	}
}

func boolean(b bool) driver.Value {
	if b {
		return int64(1)
	}
	return int64(0)
}

// nameKey removes differences that people ignore in names: Unicode composition, letter case, and blanks at the ends.
func nameKey(name string) string {
	return strings.TrimSpace(norm.NFC.String(cases.Fold().String(norm.NFC.String(name))))
}

func deriveAccount(r *encoding) {
	if name := r.string("name"); name != "" {
		r.set("nameKey", nameKey(name))
		r.judgeName(name)
	}
	r.judgeDescription(r.string("description"))
}

func deriveUser(r *encoding) {
	if name := r.string("displayName"); !ascii(name) {
		r.reportRow(legacy.I18nNames, "the name has letters beyond ASCII: "+quoted(name), "")
	}
	if address := r.string("emailAddress"); address != "" {
		r.set("emailKey", email.Key(address))
		r.judgeEmail(address)
	} else if r.valid {
		r.reportRow(legacy.NoEmail, "the user has no e-mail address",
			"enter one if the user is to be invited or notified by mail")
	}
}

func deriveEntitlement(r *encoding) { r.judgeDescription(r.string("description")) }

// dropSentinel makes a last day empty if it stands for "no end".
func (r *encoding) dropSentinel(name string) {
	if last, ok := r.integer(name); ok && endless(day.Day(last)) {
		r.set(name, nil)
		r.reportRow(legacy.SentinelDate, fmt.Sprintf("the %s %s means that there is none", name, day.Day(last)), "")
	}
}

func deriveMembership(r *encoding) { r.dropSentinel("expiryDate") }

func deriveProduct(r *encoding) {
	r.dropSentinel("endDate")
	r.inOrder("startDate", "endDate")
	if r.source("productType") == "MAINTENANCE" {
		r.reportRow(legacy.MaintenanceEnum,
			"the product type is spelled MAINTENANCE, not MAINTENENACE as in the older system's interface", "")
	}
	if r.string("productCategory") == "" && r.valid {
		r.reportRow(legacy.NoProductLine, "the product belongs to no product line", "give it a product category")
	}
}

func deriveSuiteMember(r *encoding) {
	r.atLeast(1, "count")
	if n, ok := r.integer("count"); ok && n > maxSuiteCount {
		r.fault(legacy.BadNumber, r.column("count"), fmt.Sprintf("%d is more than %d", n, maxSuiteCount),
			"correct it in the source")
	}
	if r.valid && r.string("suiteName") == r.string("productName") && r.string("suiteVersion") == r.string("version") {
		r.valid = false
		r.reportRow(legacy.SuiteCircle, "the suite holds itself", "take the row out of the source")
	}
}

// maxSuiteCount is the largest number of a product in a suite: an Int of the contract has 32 bits.
const maxSuiteCount = math.MaxInt32

// lastDay returns the last day of a term from its flag and its expiration date, or nil, and whether it has no end.
// nil and false mean a term that has not begun.
func (r *encoding) lastDay() (last driver.Value, perpetual bool) {
	expiration, ok := r.integer("expirationDate")
	if r.flag("isPermanent") || ok && endless(day.Day(expiration)) {
		return nil, true
	}
	if ok {
		return expiration, false
	}
	return nil, false
}

func deriveLineItem(r *encoding) {
	r.atLeast(0, "overdraftMax", "fulfilledAmount")
	r.atLeast(1, "termDuration")
	length, hasTerm := r.integer("termDuration")
	unit := r.string("termUnit")
	if hasTerm && unit == "" && r.source("termUnit") == "" {
		r.fault(legacy.EmptyValue, r.column("termUnit"), "is empty though there is a term", "fill it in the source")
	}
	if hasTerm && length > maxTerm {
		r.fault(legacy.BadNumber, r.column("termDuration"), fmt.Sprintf("%d is more than %d", length, maxTerm),
			"correct it in the source")
	}
	last, perpetual := r.lastDay()
	first := r.get("startDate")
	if !perpetual && last == nil {
		if !hasTerm {
			perpetual = true
		} else if start, ok := r.integer("startDate"); ok && r.valid {
			end := termEnd(day.Day(start), length, vocabulary.TermUnit(unit))
			if perpetual = endless(end); perpetual {
				r.reportRow(legacy.SentinelDate, endlessTerm(length, vocabulary.TermUnit(unit)), "")
			} else {
				last = int64(end)
			}
		}
	}
	r.set("firstDay", first)
	r.set("lastDay", last)
	r.set("perpetual", boolean(perpetual))
	r.inOrder("firstDay", "lastDay")

	r.deriveUnit()
	if n, ok := r.integer("numberOfCopies"); ok && n < 0 {
		r.reportRow(legacy.NegativeCounts, fmt.Sprintf("the number of copies is %d", n),
			"enter the quantity that was granted")
	}
	r.derivePredecessor()
	r.judgeLineItem(perpetual, hasTerm)
}

// maxTerm is the maximum length of a term, in its own unit: a thousand years of days.
const maxTerm = 366_000

// endless reports whether a last day stands for "no end".
func endless(last day.Day) bool { return last.Time().Year() >= sentinelYear }

// endlessTerm is the message about a term whose last day would be endless.
func endlessTerm(length int64, unit vocabulary.TermUnit) string {
	return fmt.Sprintf("the term of %d %s, which goes beyond the year %d, means that there is no end", length,
		strings.ToLower(string(unit)), sentinelYear)
}

// termEnd returns the inclusive last day of a term that starts on first. Months are calendar months, limited
// to the length of the month.
func termEnd(first day.Day, length int64, unit vocabulary.TermUnit) day.Day {
	n := int(length)
	switch unit {
	case vocabulary.TermUnitMonths:
		return first.AddMonths(n) - 1
	case vocabulary.TermUnitYears:
		return first.AddMonths(12*n) - 1
	case vocabulary.TermUnitWeeks:
		return first + day.Day(7*n) - 1
	default:
		return first + day.Day(n) - 1
	}
}

func term(partNumber string, perpetual bool) vocabulary.Term {
	switch {
	case strings.HasSuffix(partNumber, trialSuffix):
		return vocabulary.TermTrial
	case perpetual:
		return vocabulary.TermPerpetual
	default:
		return vocabulary.TermSubscription
	}
}

// deriveUnit leaves the unit empty if only the license model determines it: resolveUnits does that when all lines are
// staged.
func (r *encoding) deriveUnit() {
	text := r.string("unitOfMeasure")
	unit, ok := legacy.Unknown(), false
	switch {
	case text != "":
		if unit, ok = r.units.FromText(text); !ok && r.valid {
			r.reportRow(legacy.UndecidedUnit, fmt.Sprintf("the unit of measure %s does not say which unit is meant",
				quoted(text)),
				"write the unit in full, such as \"Gigabytes stored\"")
		}
	case r.string("licenseModel") != "":
		return
	case r.valid:
		remedy := "decide the unit of this line item"
		if part := r.string("partNumber"); part != "" {
			remedy += "; its part number is " + part
		}
		r.reportRow(legacy.MissingUnit, "the line item has neither a unit of measure nor a license model", remedy)
	}
	r.set("unit", unit.Code)
	if unit.Currency != "" {
		r.set("currency", unit.Currency)
	}
	if copies, _ := r.integer("numberOfCopies"); !fits(copies, unit.Base) {
		r.fault(legacy.BadNumber, r.column("numberOfCopies"), "is too large for its unit "+unit.Code,
			"correct it in the source")
	}
	if overdraft, _ := r.integer("overdraftMax"); !fits(overdraft, unit.Base) {
		r.fault(legacy.BadNumber, r.column("overdraftMax"), "is too large for its unit "+unit.Code,
			"correct it in the source")
	}
}

// derivePredecessor selects the one legacy line that this one follows: transfer has precedence over split, split over
// parent.
func (r *encoding) derivePredecessor() {
	parentReason := vocabulary.LineageReason(r.string("lineItemType"))
	if parentReason == "" {
		parentReason = vocabulary.LineageReasonParent
	}
	named := 0
	for _, from := range []struct {
		column string
		reason vocabulary.LineageReason
	}{
		{"transferredFromLineItem", vocabulary.LineageReasonTransfer},
		{"splitFromLineItem", vocabulary.LineageReasonSplit},
		{"parentLineItem", parentReason},
	} {
		id := r.string(from.column)
		if id == "" {
			continue
		}
		if named++; named == 1 {
			r.set("pred", id)
			r.set("reason", string(from.reason))
		}
	}
	if named > 1 && r.valid {
		r.reportRow(legacy.SeveralPredecessors, "the line item names more than one line item that it follows", "")
	}
}

func deriveMaintenance(r *encoding) {
	last, perpetual := r.lastDay()
	r.set("lastDay", last)
	r.set("perpetual", boolean(perpetual || last == nil))
	r.inOrder("startDate", "lastDay")
	r.set("level", level(r.string("maintenanceProduct")))
	r.judgeID(r.string("activationId"))
	r.judgeEnd(perpetual || last == nil, false)
}

// levels are the words in the name of a maintenance product that are its level.
var levels = [...]string{"STANDARD", "PREMIUM", "BASIC", "ENTERPRISE", "GOLD", "SILVER", "BRONZE", "PLATINUM"}

func level(product string) driver.Value {
	for _, word := range strings.Fields(strings.ToUpper(product)) {
		for _, l := range levels {
			if word == l {
				return l
			}
		}
	}
	return nil
}

func deriveAddon(r *encoding) {
	r.atLeast(0, "requestedCopies", "consumedCopies", "generatedCopies")
}

// liveState is the state of a fulfillment in use; all other states are history.
const liveState = "ACTIVE"

func deriveFulfillment(r *encoding) {
	r.atLeast(0, "fulfilledCount", "overDraftCount")
	last, perpetual := r.lastDay()
	r.set("live", boolean(r.string("state") == liveState))
	r.set("lastDay", last)
	r.set("perpetual", boolean(perpetual))
	r.inOrder("startDate", "lastDay")
}

// deriveUsage converts the raw numbers of a meter to base units. Used and over share one denominator.
func deriveUsage(r *encoding) {
	r.inOrder("periodStart", "periodEnd")
	r.atLeast(1, "scale")
	scale, ok := r.integer("scale")
	if !ok || !r.valid {
		return
	}
	unit, agreed := r.units.FromMeter(r.string("friendlyName"), r.string("usageUnitName"), scale)
	if !agreed {
		unit = legacy.Unknown()
		unit.SourceScale = 1
		r.reportRow(legacy.MeterScale, fmt.Sprintf("the unit %s, the text %s and the scale %d do not belong together",
			quoted(r.string("usageUnitName")), quoted(r.string("friendlyName")), scale),
			"decide the unit of the meter")
	}
	r.set("unit", unit.Code)
	if unit.Currency != "" {
		r.set("currency", unit.Currency)
	}
	factor := big.NewRat(unit.Base, unit.SourceScale)
	entitled, ok1 := r.base("entitled", factor)
	used, ok2 := r.base("usageSinceReset", factor)
	over, ok3 := r.base("overageSinceReset", factor)
	if !ok1 || !ok2 || !ok3 {
		return
	}
	if !entitled.IsInt() {
		r.fault(legacy.BadNumber, r.column("entitled"), "is no whole number of base units", "correct it in the source")
		return
	}
	den := new(big.Int).Mul(used.Denom(), over.Denom())
	den.Quo(den, new(big.Int).GCD(nil, nil, used.Denom(), over.Denom()))
	whole := new(big.Rat).SetInt(den)
	usedNum, overNum := used.Mul(used, whole).Num(), over.Mul(over, whole).Num()
	for _, n := range []*big.Int{entitled.Num(), usedNum, overNum, den} {
		if !n.IsInt64() {
			r.fault(legacy.BadNumber, r.column("usageSinceReset"), "is too large or too fine for its unit "+unit.Code,
				"correct it in the source")
			return
		}
	}
	r.set("entitledBase", entitled.Num().Int64())
	r.set("usedNumerator", usedNum.Int64())
	r.set("overNumerator", overNum.Int64())
	r.set("denominator", den.Int64())
}

// base parses a decimal and converts it to base units; it reports a negative number.
func (r *encoding) base(name string, factor *big.Rat) (*big.Rat, bool) {
	n, ok := parseDecimal(r.string(name))
	if !ok {
		return nil, false
	}
	if n.Sign() < 0 {
		r.fault(legacy.BadNumber, r.column(name), "is negative", "correct it in the source")
		return nil, false
	}
	return n.Mul(n, factor), true
}
