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
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// attemptLife is how long a sign-in at a provider may take.
const attemptLife = 10 * time.Minute

// newSecret returns 256 random bits in base64url.
func newSecret() string {
	var bits [32]byte
	_, _ = rand.Read(bits[:]) // it never fails
	return base64.RawURLEncoding.EncodeToString(bits[:])
}

// isSecret reports whether a text has the form that newSecret returns.
func isSecret(text string) bool {
	bits, err := base64.RawURLEncoding.Strict().DecodeString(text)
	return err == nil && len(bits) == 32
}

func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// attempt is one sign-in at a provider that has begun.
type attempt struct{ state, browser, provider, issuer, nonce, verifier, returnTo string }

// saveAttempt stores an attempt until the browser comes back, and deletes expired ones.
func (s *SignIn) saveAttempt(ctx context.Context, a attempt) error {
	now := s.now()
	// Unscoped, because there is no viewer yet.
	err := s.db.Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		client := tx.Client().SignInAttempt
		if _, err := client.Delete().Where(signinattempt.ExpiresAtLTE(now)).Exec(ctx); err != nil {
			return err
		}
		return client.Create().SetStateHash(hashOf(a.state)).SetBrowserHash(hashOf(a.browser)).SetProvider(a.provider).
			SetIssuer(a.issuer).SetNonce(a.nonce).SetVerifier(a.verifier).SetReturnTo(a.returnTo).SetCreatedAt(now).
			SetExpiresAt(now.Add(attemptLife)).Exec(ctx)
	})
	if err != nil {
		return fmt.Errorf("save a sign-in attempt: %w", err)
	}
	return nil
}

// takeAttempt returns the attempt that the browser began, and deletes it. It returns SIGN_IN_LOST if there is none.
func (s *SignIn) takeAttempt(ctx context.Context, state, browser string) (*ent.SignInAttempt, error) {
	var found *ent.SignInAttempt
	err := s.db.Write(store.Unscoped(ctx), func(ctx context.Context, tx store.Tx) error {
		found = nil
		client := tx.Client().SignInAttempt
		row, err := client.Query().Where(signinattempt.StateHash(hashOf(state)), signinattempt.ExpiresAtGT(s.now())).
			Only(ctx)
		if ent.IsNotFound(err) {
			return signInLost()
		}
		if err != nil {
			return err
		}
		// Another browser that has learned the state must not use up the attempt.
		if subtle.ConstantTimeCompare([]byte(row.BrowserHash), []byte(hashOf(browser))) != 1 {
			return signInLost()
		}
		gone, err := client.Delete().Where(signinattempt.ID(row.ID)).Exec(ctx)
		if err != nil {
			return err
		}
		if gone != 1 {
			return signInLost()
		}
		found = row
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read a sign-in attempt: %w", err)
	}
	return found, nil
}

func signInLost() error {
	return fault.New(SignInLost, "",
		"This sign-in cannot be continued. It was started in another browser, took longer than ten minutes, or was "+
			"completed before.",
		"Sign in again.")
}
