package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/ent/widgetdocument"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	maxMinutes, defaultMinutes = 10, 5
	maxOrigins                 = 10
	maxDocuments               = 100
)

// NewWidgetToken describes a widget token that is to be created. It lets a page of another site read with the rights
// of either User or Account.
type NewWidgetToken struct {
	User, Account gid.ID
	// Origins are the 1 to 10 web origins whose pages may use the token.
	Origins []string
	// Documents are the hashes of the documents that the token may run, registered ones or those of Muniment's own
	// widgets. Nil stands for all of them; an empty list is not allowed.
	Documents []string
	// Minutes is the lifetime in minutes, 1 to 10; nil stands for 5.
	Minutes *int
}

// Minted is a widget token that was created.
type Minted struct {
	Token     string
	ExpiresAt clock.Instant
}

// MintWidgetToken creates a widget token. The viewer must be a program whose key has the scope MINT_WIDGET_TOKENS.
// With the key of an account, the token is for a user with a membership in force in one of the accounts that the key
// reaches, or for one of these accounts, and gives access to no more than the services of the key. The token is
// returned only once: it is missing in a dry run and for a repeated request. It returns BAD_INPUT, NOT_FOUND,
// DOCUMENT_UNKNOWN, WIDGET_ORIGIN_NOT_LISTED, GRANT_TOO_WIDE for an account if the key lacks LICENSING, or the errors
// of change.Pipeline.Do.
func (s *Service) MintWidgetToken(ctx context.Context, r change.Request, n NewWidgetToken) (change.Outcome, Minted,
	error) {
	r.Needs = change.Needs{Right: change.Mint}
	var minted Minted
	outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		var err error
		minted, err = s.mint(ctx, tx, done, n)
		return err
	})
	if err != nil || outcome.DryRun || outcome.Replayed {
		minted = Minted{}
	}
	return outcome, minted, err
}

func (s *Service) mint(ctx context.Context, tx store.Tx, done *change.Record, n NewWidgetToken) (Minted, error) {
	who := viewer.From(ctx)
	if !who.OfProducer() && who.Account == 0 {
		return Minted{}, forbidden("Only a program of an account or of the producer may make widget tokens.",
			"Use the key of a program.")
	}
	origins, originFields, minutes, err := n.check()
	if err != nil {
		return Minted{}, err
	}
	ctx = store.Unscoped(ctx) // the key may lack READ; resolveTarget checks for whom it may mint tokens
	byList, unlisted, err := checkOrigins(ctx, tx, origins, originFields)
	if err == nil && !byList {
		// AddOrigin judges all tokens by the list when it gets its first origin: this one must not be made beside it.
		if err := lockOrigins(ctx, tx); err != nil {
			return Minted{}, err
		}
		byList, unlisted, err = checkOrigins(ctx, tx, origins, originFields)
	}
	if err := errors.Join(append(unlisted, err)...); err != nil {
		return Minted{}, err
	}
	documents, err := s.documentHashes(ctx, tx, n.Documents)
	if err != nil {
		return Minted{}, err
	}
	by, err := minterOf(ctx, tx, who)
	if err != nil {
		return Minted{}, err
	}
	recordedIn, label, err := s.resolveTarget(ctx, tx, by, n)
	if err != nil {
		return Minted{}, err
	}
	originList, err := json.Marshal(origins)
	if err != nil {
		return Minted{}, err
	}
	documentList, err := json.Marshal(documents)
	if err != nil {
		return Minted{}, err
	}
	minted := Minted{Token: newSecret(widgetPrefix), ExpiresAt: done.Now().Add(time.Duration(minutes) * time.Minute)}
	create := tx.Client().WidgetToken.Create().SetTokenHash(hashOf(minted.Token)).SetOrigins(string(originList)).
		SetByList(byList).SetDocuments(string(documentList)).SetCreatedAt(done.Now()).SetExpiresAt(minted.ExpiresAt)
	subject := n.User
	if n.User != 0 {
		create.SetUserID(n.User)
	} else {
		create.SetAccountID(n.Account)
		subject = n.Account
	}
	if who.Credential == vocabulary.CredentialKindAPIKey {
		create.SetAPIKeyID(who.CredentialID)
	}
	if err := create.Exec(ctx); err != nil {
		return Minted{}, fmt.Errorf("make a widget token: %w", err)
	}
	var fields []audit.Field
	for _, origin := range origins {
		fields = append(fields, change.Is("origins", origin)...)
	}
	for _, document := range documents {
		fields = append(fields, change.Is("documents", document)...)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "WidgetTokenMinted", Account: recordedIn,
		Subject: subject, Label: label,
		Fields: append(fields, change.Is("expiresAt", minted.ExpiresAt.String())...),
		// a widget token has no id: its effect names no subject, and its label says that it is a token
		Effects: change.Effects(vocabulary.EffectKindCreated, 0, "widget token for "+label, nil)})
	return minted, nil
}

func (n NewWidgetToken) check() (origins, fields []string, minutes int, err error) {
	var problems []error
	if (n.User == 0) == (n.Account == 0) {
		problems = append(problems, badInput("input.user", "A token needs either a user or an account.",
			"Give one of the two, and leave the other out."))
	}
	switch given := len(n.Origins); {
	case given == 0:
		problems = append(problems, badInput("input.origins", "The list of origins is empty.",
			"Name the origins of the pages."))
	case given > maxOrigins:
		problems = append(problems, fault.LongList("input.origins", maxOrigins, given))
	}
	for i, text := range n.Origins {
		if i == maxOrigins {
			break
		}
		canonical, ok := parseOrigin(text)
		if !ok {
			problems = append(problems, notAnOrigin(originField(i)))
		} else if !slices.Contains(origins, canonical) {
			origins, fields = append(origins, canonical), append(fields, originField(i))
		}
	}
	minutes = defaultMinutes
	if n.Minutes != nil {
		if minutes = *n.Minutes; minutes < 1 || minutes > maxMinutes {
			problems = append(problems, badInput("input.minutes", "The number of minutes must be {min} to {max}.",
				"Give a number of minutes from {min} to {max}, and make a new token when it has expired.",
				fault.WithNumber("min", 1), fault.WithNumber("max", maxMinutes), fault.WithNumber("given", minutes)))
		}
	}
	return origins, fields, minutes, errors.Join(problems...)
}

// documentHashes returns the hashes in asked, which must all be registered or those of Muniment's own widgets, or the
// hashes of both if asked is nil.
func (s *Service) documentHashes(ctx context.Context, tx store.Tx, asked []string) ([]string, error) {
	if len(asked) > maxDocuments {
		return nil, fault.LongList("input.documents", maxDocuments, len(asked))
	}
	if asked != nil && len(asked) == 0 {
		return nil, badInput("input.documents", "The list of documents is empty.",
			"Give the hashes of documents, or leave the list out for all that widgets may run.")
	}
	asked = lowered(asked)
	q := tx.Client().WidgetDocument.Query()
	if asked != nil {
		q.Where(widgetdocument.HashIn(asked...))
	}
	var known []string
	if err := q.Order(ent.Asc(widgetdocument.FieldHash)).Select(widgetdocument.FieldHash).Scan(ctx,
		&known); err != nil {
		return nil, fmt.Errorf("look for the documents: %w", err)
	}
	for _, hash := range s.shipped {
		if asked == nil || slices.Contains(asked, hash) {
			known = append(known, hash)
		}
	}
	slices.Sort(known)
	known = slices.Compact(known)
	var problems []error
	for i, hash := range asked {
		if !slices.Contains(known, hash) {
			problems = append(problems, documentUnknown("input.documents."+strconv.Itoa(i), registerDocument))
		}
	}
	if len(known) == 0 && asked == nil {
		problems = append(problems, documentUnknown("input.documents", registerDocument))
	}
	return known, errors.Join(problems...)
}

// lowered returns hashes in the letter case in which they are stored; nil for nil.
func lowered(hashes []string) []string {
	if hashes == nil {
		return nil
	}
	list := make([]string, len(hashes))
	for i, hash := range hashes {
		list[i] = strings.ToLower(hash)
	}
	return list
}

const registerDocument = "Register it with registerWidgetDocument, or with muniment token widget --document FILE."

func documentUnknown(field, remedy string) error {
	return fault.New(DocumentUnknown, field, "No document with this hash is registered for widgets.", remedy)
}

// minter describes what a program's key allows its widget tokens.
type minter struct {
	// account is the program's own account; 0 for the producer's programs, which reach every account.
	account  gid.ID
	accounts []gid.ID
	services vocabulary.ServiceSet
}

// minterOf reads what the viewer's key allows. The viewer's grants do not tell, because they are empty without READ.
func minterOf(ctx context.Context, tx store.Tx, who *viewer.Viewer) (minter, error) {
	if who.OfProducer() {
		return minter{services: vocabulary.EveryService}, nil
	}
	key, err := tx.Client().APIKey.Query().Where(apikey.ID(who.CredentialID), apikey.AccountID(who.Account)).Only(ctx)
	if err != nil {
		return minter{}, fmt.Errorf("read the key: %w", err)
	}
	m := minter{who.Account, []gid.ID{who.Account}, key.ServiceAccess}
	if !key.IncludeSubAccounts {
		return m, nil
	}
	m.accounts = nil
	err = tx.Client().AccountPath.Query().Where(accountpath.AncestorID(who.Account)).
		Select(accountpath.FieldDescendantID).Scan(ctx, &m.accounts)
	if err != nil {
		return minter{}, fmt.Errorf("read the accounts below: %w", err)
	}
	return m, nil
}

func (m minter) reaches(account gid.ID) bool {
	return m.account == 0 || slices.Contains(m.accounts, account)
}

// resolveTarget finds the user or account of a token. It returns the account in whose audit log the token is recorded,
// and the target's name.
func (s *Service) resolveTarget(ctx context.Context, tx store.Tx, by minter, n NewWidgetToken) (recordedIn gid.ID,
	label string, err error) {
	if n.Account != 0 {
		row, err := tx.Client().Account.Query().Where(account.ID(n.Account)).Select(account.FieldName).Only(ctx)
		if ent.IsNotFound(err) || err == nil && !by.reaches(n.Account) {
			return 0, "", fault.Missing("input.account", "Account", n.Account)
		}
		if err != nil {
			return 0, "", fmt.Errorf("look for the account: %w", err)
		}
		if !by.services.Has(vocabulary.ServiceLicensing) {
			return 0, "", fault.New(members.GrantTooWide, "input.account",
				"A token for an account shows its rights, but your key does not have the service LICENSING.",
				"Use a key with LICENSING, or make the token for a user.")
		}
		return n.Account, row.Name, nil
	}
	if by.account != 0 {
		member, err := tx.Client().Membership.Query().Where(membership.UserID(n.User),
			membership.AccountIDIn(by.accounts...),
			members.InForceOn(s.today())).Exist(ctx)
		if err != nil {
			return 0, "", fmt.Errorf("look for the membership: %w", err)
		}
		if !member {
			return 0, "", fault.Missing("input.user", "User", n.User)
		}
	}
	row, err := tx.Client().User.Query().Where(user.ID(n.User), user.Active(true)).Select(user.FieldUserName).Only(ctx)
	if ent.IsNotFound(err) {
		return 0, "", fault.Missing("input.user", "User", n.User)
	}
	if err != nil {
		return 0, "", fmt.Errorf("look for the user: %w", err)
	}
	return by.account, row.UserName, nil
}
