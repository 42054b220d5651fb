package access_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

func (w *world) addOrigin(text string) string {
	w.t.Helper()
	_, canonical, err := w.AddOrigin(w.operator(), change.Request{Action: "addWidgetOrigin"}, text)
	if err != nil {
		w.t.Fatal(err)
	}
	return canonical
}

func (w *world) removeOrigin(text string) change.Outcome {
	w.t.Helper()
	outcome, _, err := w.RemoveOrigin(w.operator(), change.Request{Action: "removeWidgetOrigin"}, text)
	if err != nil {
		w.t.Fatal(err)
	}
	return outcome
}

// A token works on the origins that it names and that are listed; while there is no list, on all that it names.
func TestOriginsOfWidgetTokensAreListed(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.register(document)
		site, _ := w.minter(w.dock)
		of := func(origins ...string) access.NewWidgetToken {
			return access.NewWidgetToken{Account: w.dock, Origins: origins}
		}
		mint := func(origins ...string) string {
			t.Helper()
			minted, err := w.mint(site, of(origins...))
			if err != nil {
				t.Fatal(err)
			}
			return minted.Token
		}
		accepts := func(token string, want ...string) {
			t.Helper()
			ctx, counter := store.WithCounter(t.Context())
			v, err := w.Bearer(ctx, token)
			if len(want) == 0 {
				if fault.CodeOf(err) != change.Unauthenticated {
					t.Errorf("the token is accepted: %+v, %v", v, err)
				}
			} else if got := w.must(v, err).Widget.Origins; !cmp.Equal(got, want) {
				t.Errorf("the token works on %v, not on %v", got, want)
			}
			if counter.Count() != 1 {
				t.Errorf("%d statements", counter.Count())
			}
		}
		refused := func(want string, origins ...string) {
			t.Helper()
			_, err := w.mint(site, of(origins...))
			var got string
			for _, f := range change.Refusals(err) {
				got += fmt.Sprint(f.Code, " ", f.Field, "; ")
			}
			if got != want {
				t.Errorf("%v: %q, want %q (%v)", origins, got, want, err)
			}
		}
		const a, b, c = "https://a.example", "https://b.example", "https://c.example"
		before := mint(a, b)
		accepts(before, a, b)
		if got := w.addOrigin("HTTPS://A.Example:443"); got != a {
			t.Errorf("added %s, not %s", got, a)
		}
		accepts(before, a)
		w.addOrigin(c)
		w.addOrigin(a) // nothing happens
		refused("WIDGET_ORIGIN_NOT_LISTED input.origins.1; WIDGET_ORIGIN_NOT_LISTED input.origins.3; ", a, b, c,
			"https://d.example")
		refused("WIDGET_ORIGIN_NOT_LISTED input.origins.0; ", "https://a_example")
		under := mint("https://A.example", c)
		accepts(under, a, c)
		// What was removed ends at the next request, and comes back only if it is listed again.
		if outcome := w.removeOrigin("https://c.example:443"); len(outcome.Warnings) != 0 {
			t.Errorf("%+v", outcome.Warnings)
		}
		accepts(under, a)
		outcome := w.removeOrigin(a)
		if len(outcome.Warnings) != 1 || outcome.Warnings[0].Code != string(access.EveryOrigin) {
			t.Errorf("%+v", outcome.Warnings)
		}
		accepts(under)  // the list is empty, but the token was made by it
		accepts(before) // it is older than the list, which ended it all the same
		accepts(mint(b), b)
		w.addOrigin("https://a_b.example")
		accepts(before)
		refused("WIDGET_ORIGIN_NOT_LISTED input.origins.0; ", "https://axb.example")
		accepts(mint("https://a_b.example"), "https://a_b.example")
		for text, want := range map[string]fault.Code{"https://a.example": access.OriginNotListed,
			"community": fault.BadInput} {
			_, _, err := w.RemoveOrigin(w.operator(), change.Request{Action: "removeWidgetOrigin"}, text)
			if fault.CodeOf(err) != want || change.Refusals(err)[0].Field != "input.origin" {
				t.Errorf("%s: %v", text, err)
			}
		}
		if _, _, err := w.AddOrigin(w.operator(), change.Request{Action: "addWidgetOrigin"},
			"https://a.example/x"); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%v", err)
		}
		dry, _, err := w.AddOrigin(w.operator(), change.Request{Action: "addWidgetOrigin", DryRun: true}, b)
		if err != nil || len(dry.Effects) != 2 {
			t.Errorf("%+v %v", dry, err)
		}
		refused("WIDGET_ORIGIN_NOT_LISTED input.origins.0; ", b)
	})
}

func TestTheListOfOriginsHasAMaximum(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.write(func(ctx context.Context, c *ent.Client) error {
			var rows []*ent.WidgetOriginCreate
			for i := range 1000 {
				rows = append(rows, c.WidgetOrigin.Create().SetOrigin(fmt.Sprintf("https://o%d.example", i)).
					SetCreatedAt(1))
			}
			return c.WidgetOrigin.CreateBulk(rows...).Exec(ctx)
		})
		w.addOrigin("https://o7.example")
		_, _, err := w.AddOrigin(w.operator(), change.Request{Action: "addWidgetOrigin"}, "https://more.example")
		if fault.CodeOf(err) != access.OriginLimit {
			t.Errorf("%v", err)
		}
	})
}
