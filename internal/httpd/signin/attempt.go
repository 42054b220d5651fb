package signin

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/signinattempt"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// attemptLife is how long the way to a provider and back may take.
const attemptLife = 10 * time.Minute

// newSecret draws 256 random bits.
func newSecret() string {
	var bits [32]byte
	_, _ = rand.Read(bits[:]) // it never fails
	return base64.RawURLEncoding.EncodeToString(bits[:])
}

// isSecret tells whether a text has the form of newSecret.
func isSecret(text string) bool {
	bits, err := base64.RawURLEncoding.Strict().DecodeString(text)
	return err == nil && len(bits) == 32
}

func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// attempt is one way to a provider.
type attempt struct{ state, browser, provider, issuer, nonce, verifier, returnTo string }

// remember keeps an attempt until it comes back, and forgets those that did not.
func (s *SignIn) remember(ctx context.Context, a attempt) error {
	now := s.now()
	// Nobody is signed in yet, so that there is no scope to keep to.
	err := s.db.Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		client := tx.Client().SignInAttempt
		if _, err := client.Delete().Where(signinattempt.ExpiresAtLTE(now)).Exec(ctx); err != nil {
			return err
		}
		return client.Create().SetStateHash(hashOf(a.state)).SetBrowserHash(hashOf(a.browser)).SetProvider(a.provider).
			SetIssuer(a.issuer).SetNonce(a.nonce).SetVerifier(a.verifier).SetReturnTo(a.returnTo).SetCreatedAt(now).
			SetExpiresAt(now + clock.Instant(attemptLife.Microseconds())).Exec(ctx)
	})
	if err != nil {
		return fmt.Errorf("remember a sign-in: %w", err)
	}
	return nil
}

// recall returns the attempt that a browser began, once. It returns SIGN_IN_LOST where there is none (any more).
func (s *SignIn) recall(ctx context.Context, state, browser string) (*ent.SignInAttempt, error) {
	var found *ent.SignInAttempt
	err := s.db.Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		found = nil
		client := tx.Client().SignInAttempt
		row, err := client.Query().Where(signinattempt.StateHash(hashOf(state)), signinattempt.ExpiresAtGT(s.now())).Only(ctx)
		if ent.IsNotFound(err) {
			return lost()
		}
		if err != nil {
			return err
		}
		// A stranger who has learned of the state does not use it up.
		if subtle.ConstantTimeCompare([]byte(row.BrowserHash), []byte(hashOf(browser))) != 1 {
			return lost()
		}
		gone, err := client.Delete().Where(signinattempt.ID(row.ID)).Exec(ctx)
		if err != nil {
			return err
		}
		if gone != 1 {
			return lost()
		}
		found = row
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("recall a sign-in: %w", err)
	}
	return found, nil
}

func lost() error {
	return fault.New(SignInLost, "", "This sign-in cannot be continued. It was started in another browser, took longer than ten minutes, or was completed before.",
		"Sign in again.")
}
