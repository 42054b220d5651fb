package access_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAPlaygroundTokenIsTheSessionThatMaySendText(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		w.member(who, w.harbor, below, administrator)
		session := w.session(who)
		token, expires, err := w.NewPlaygroundToken(t.Context(), session)
		if err != nil || expires != w.clock.Now().Add(5*time.Minute) {
			t.Fatalf("expires at %v: %v, want in 5 minutes", expires, err)
		}
		plain := w.must(w.Session(t.Context(), session))
		got := w.must(w.Playground(t.Context(), session, token))
		if plain.SendsText() || plain.Playground || !got.SendsText() {
			t.Errorf("the session sends text: %v, the playground: %v; want false and true", plain.SendsText(),
				got.SendsText())
		}
		want := *plain
		want.Playground = true
		if diff := cmp.Diff(&want, got, sameViewer); diff != "" {
			t.Error(diff)
		}
	})
}

func TestPlaygroundTokensThatDoNotHold(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		session, other := w.session(who), w.session(who)
		token, _, err := w.NewPlaygroundToken(t.Context(), session)
		if err != nil {
			t.Fatal(err)
		}
		w.unauthenticated(w.Playground(t.Context(), "", token))
		w.unauthenticated(w.Playground(t.Context(), other, token))
		for _, bad := range []string{"", "mp_", token[:len(token)-1], token + "0", "ms_" + token[3:],
			strings.ToLower(token), "mp_" + strings.Repeat("Z", len(token)-3), session} {
			w.unauthenticated(w.Playground(t.Context(), session, bad))
		}

		w.clock.Advance(5*time.Minute - time.Microsecond)
		w.must(w.Playground(t.Context(), session, token))
		w.clock.Advance(time.Microsecond)
		w.unauthenticated(w.Playground(t.Context(), session, token))

		if token, _, err = w.NewPlaygroundToken(t.Context(), session); err != nil {
			t.Fatal(err)
		}
		if err := w.SignOut(t.Context(), session); err != nil {
			t.Fatal(err)
		}
		w.unauthenticated(w.Playground(t.Context(), session, token))
		if _, _, err := w.NewPlaygroundToken(t.Context(), session); err == nil {
			t.Error("a session that has ended is exchanged")
		}
	})
}
