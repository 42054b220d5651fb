package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// SetNotificationLanguage sets the language of the mails that the viewer gets. The viewer must have signed in with a
// browser. Support agents may do it, who otherwise only read: the setting is their own. The outcome names the user. It
// returns READ_ONLY to a viewer who uses viewAs, or an error of change.Pipeline.Do.
func (s *Service) SetNotificationLanguage(ctx context.Context, r change.Request, language vocabulary.Language) (
	change.Outcome, error) {
	r.Needs = change.Needs{Right: change.OwnSession}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		who := viewer.From(ctx)
		if who.ViewingAs != 0 {
			return fault.New(change.ReadOnly, "", "Nothing can be changed while you view as a customer.",
				"End it with viewAs first.")
		}
		u, err := tx.Client().User.Query().Where(user.ID(who.User), store.Locked).
			Only(store.Unscoped(ctx)) // the viewer's own row
		if err != nil {
			return fmt.Errorf("read the viewer: %w", err)
		}
		done.Result(u.ID)
		if u.NotificationLanguage != nil && *u.NotificationLanguage == language {
			return nil
		}
		if err := tx.Client().User.UpdateOneID(u.ID).SetNotificationLanguage(language).
			SetUpdatedAt(clock.Later(u.UpdatedAt, done.Now())).Exec(ctx); err != nil {
			return fmt.Errorf("set the language: %w", err)
		}
		before := ""
		if u.NotificationLanguage != nil {
			before = string(*u.NotificationLanguage)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "NotificationLanguageSet", Subject: u.ID,
			Label:  u.UserName,
			Fields: change.Became("notificationLanguage", before, string(language))})
		return nil
	})
}

// languageOf returns the language of the mails to a user: the one that they chose, or English.
func languageOf(u *ent.User) vocabulary.Language {
	if u.NotificationLanguage == nil {
		return vocabulary.LanguageEN
	}
	return *u.NotificationLanguage
}

// viewerLanguage returns the language that the viewer chose for their own mails; English for programs.
func viewerLanguage(ctx context.Context, tx store.Tx) (vocabulary.Language, error) {
	who := viewer.From(ctx)
	if who.User == 0 {
		return vocabulary.LanguageEN, nil
	}
	u, err := tx.Client().User.Query().Where(user.ID(who.User)).Only(store.Unscoped(ctx)) // the viewer's own row
	if err != nil {
		return "", fmt.Errorf("read the viewer's language: %w", err)
	}
	return languageOf(u), nil
}
