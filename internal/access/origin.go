package access

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/widgetorigin"
	"github.com/muniment/muniment/ent/widgettoken"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxListedOrigins limits the list of origins of widget tokens.
const maxListedOrigins = 1000

// EveryOrigin is the code of the warning that tokens may name any origin, because the list of origins is empty.
const EveryOrigin fault.Code = "EVERY_ORIGIN"

// OriginsByText is the order of the list of origins.
var OriginsByText = page.Order{Name: "ORIGIN", Columns: []string{widgetorigin.FieldOrigin}}

// AddOrigin adds a web origin to the list of those whose pages may use widget tokens, and returns it in its canonical
// form. An origin that is already listed is left as it is. Only the producer's operators may add origins. It returns
// BAD_INPUT for a text that is not an origin, and ORIGIN_LIMIT.
func (s *Service) AddOrigin(ctx context.Context, r change.Request, text string) (outcome change.Outcome,
	canonical string, err error) {
	outcome, err = s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		var ok bool
		if canonical, ok = parseOrigin(text); !ok {
			return notAnOrigin("input.origin")
		}
		if err := lockOrigins(ctx, tx); err != nil {
			return err
		}
		listed, err := listedOrigins(ctx, tx)
		if err != nil || slices.Contains(listed, canonical) {
			return err
		}
		if len(listed) >= maxListedOrigins {
			return fault.New(OriginLimit, "input.origin", "The list already has {max} origins, which is the maximum.",
				"Remove one that is not needed.", fault.WithNumber("max", maxListedOrigins),
				fault.WithNumber("given", len(listed)))
		}
		if err := tx.Client().WidgetOrigin.Create().SetOrigin(canonical).SetCreatedAt(done.Now()).
			Exec(ctx); err != nil {
			return fmt.Errorf("add an origin: %w", err)
		}
		if len(listed) == 0 {
			// Tokens that were made without a list are judged by it from now on, so that they end with its entries too.
			if err := tx.Client().WidgetToken.Update().Where(widgettoken.ByList(false)).SetByList(true).
				Exec(ctx); err != nil {
				return fmt.Errorf("judge the tokens by the list: %w", err)
			}
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "WidgetOriginAdded", Label: canonical,
			Fields: change.Is("origins", canonical)})
		return nil
	})
	return outcome, canonical, err
}

// lockOrigins serializes the transactions that change the list, and those that make a token while it is empty.
func lockOrigins(ctx context.Context, tx store.Tx) error {
	return tx.AdvisoryLock(ctx, "widget origins")
}

// RemoveOrigin removes a web origin from the list, and returns it in its canonical form. Tokens that name it no longer
// work on its pages, also if the list becomes empty. Only the producer's operators may remove origins. It returns
// BAD_INPUT for a text that is not an origin, and WIDGET_ORIGIN_NOT_LISTED.
func (s *Service) RemoveOrigin(ctx context.Context, r change.Request, text string) (outcome change.Outcome,
	canonical string, err error) {
	outcome, err = s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		var ok bool
		if canonical, ok = parseOrigin(text); !ok {
			return notAnOrigin("input.origin")
		}
		if err := lockOrigins(ctx, tx); err != nil {
			return err
		}
		row, err := tx.Client().WidgetOrigin.Query().Where(widgetorigin.Origin(canonical)).Only(ctx)
		if ent.IsNotFound(err) {
			return originNotListed("input.origin", "See the listed ones in widgetOrigins.")
		}
		if err != nil {
			return fmt.Errorf("look for the origin: %w", err)
		}
		if err := tx.Client().WidgetOrigin.DeleteOneID(row.ID).Exec(ctx); err != nil {
			return fmt.Errorf("remove an origin: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "WidgetOriginRemoved", Label: canonical,
			Fields: change.Was("origins", canonical)})
		left, err := tx.Client().WidgetOrigin.Query().Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for the other origins: %w", err)
		}
		if !left {
			done.Warn(string(EveryOrigin), "The list of origins is empty now, so that new tokens may name any origin.")
		}
		return nil
	})
	return outcome, canonical, err
}

// listedOrigins returns the origins of the list.
func listedOrigins(ctx context.Context, tx store.Tx) ([]string, error) {
	listed, err := tx.Client().WidgetOrigin.Query().Select(widgetorigin.FieldOrigin).Strings(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the list of origins: %w", err)
	}
	return listed, nil
}

// checkOrigins returns an error for each origin that no token may name at present. byList says whether there is a list
// of origins. named are the canonical forms of the origins; fields are the fields that contain them.
func checkOrigins(ctx context.Context, tx store.Tx, named, fields []string) (byList bool, problems []error,
	err error) {
	listed, err := listedOrigins(ctx, tx)
	if err != nil || len(listed) == 0 {
		return false, nil, err
	}
	for i, origin := range named {
		if !slices.Contains(listed, origin) {
			problems = append(problems, originNotListed(fields[i],
				"Name a listed origin, or let an operator of the producer add this one with addWidgetOrigin."))
		}
	}
	return true, problems, nil
}

// acceptedOrigins is the one rule about the origins of a token that exists: it works on an origin that is listed, or on
// any that it names if there has been no list since it was created. A token that a list has judged ends with the entry,
// even with the last one. listed has the listed origins, at least those among named.
func acceptedOrigins(named, listed []string, listIsEmpty, byList bool) []string {
	if listIsEmpty && !byList {
		return named
	}
	return slices.DeleteFunc(slices.Clone(named), func(o string) bool { return !slices.Contains(listed, o) })
}

// parseOrigin returns an origin as browsers send it, in its canonical form.
func parseOrigin(text string) (string, bool) {
	at, err := url.Parse(text)
	if err != nil || at.Opaque != "" || at.User != nil || at.Path != "" || at.ForceQuery || at.RawQuery != "" ||
		strings.Contains(text, "#") || at.Scheme != "https" && (at.Scheme != "http" || !origin.Loopback(at.Host)) {
		return "", false
	}
	return origin.Of(at)
}

func notAnOrigin(field string) error {
	return badInput(field,
		"This is not a valid origin. An origin is https://, a host and perhaps a port, without a path. "+
			"Only this machine may use http://.",
		"Give an origin such as https://community.example.com.")
}

func originNotListed(field, remedy string) error {
	return fault.New(OriginNotListed, field,
		"This origin is not in the list of origins whose pages may use widget tokens.",
		remedy)
}

// originField returns the field that contains origin i of a request.
func originField(i int) string { return "input.origins." + strconv.Itoa(i) }
