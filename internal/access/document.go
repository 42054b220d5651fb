package access

import (
	"context"
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/widgetdocument"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	longestDocument    = 64 << 10 // bytes
	mostDocumentTokens = 2000
)

// RegisterDocument allows widgets to run a GraphQL document: one query and its fragments. It returns the SHA-256 of
// the text in hexadecimal, by which widget tokens refer to it; widgets send the hash, or the text byte for byte. A
// document that is already registered is left as it is. Only the producer's operators may register documents. It
// returns BAD_INPUT for a document that is not exactly one query, or that no widget can ever run.
func (s *Service) RegisterDocument(ctx context.Context, r change.Request, name, text string) (outcome change.Outcome,
	hash string, err error) {
	hash = hashOf(text)
	outcome, err = s.changes.Do(ctx, r,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			if err := checkName("input.name", name, "Say what the document is for."); err != nil {
				return err
			}
			if err := s.checkDocument(text); err != nil {
				return err
			}
			if err := tx.AdvisoryLock(ctx, "document "+hash); err != nil {
				return err
			}
			known, err := tx.Client().WidgetDocument.Query().Where(widgetdocument.Hash(hash)).Exist(ctx)
			if err != nil {
				return fmt.Errorf("look for the document: %w", err)
			}
			if known {
				return nil
			}
			if err := tx.Client().WidgetDocument.Create().SetHash(hash).SetName(name).SetText(text).
				SetCreatedAt(done.Now()).Exec(ctx); err != nil {
				return fmt.Errorf("register a document: %w", err)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "WidgetDocumentRegistered", Label: name,
				Fields: change.Is("hash", hash)})
			return nil
		})
	if err != nil {
		return change.Outcome{}, "", err
	}
	return outcome, hash, nil
}

// RemoveDocument removes a document, so that no new widget token may run it. Tokens that exist may run its text until
// they expire. Only the producer's operators may remove documents. It returns the hash in the form in which
// it was stored, or DOCUMENT_UNKNOWN if the document is not registered.
func (s *Service) RemoveDocument(ctx context.Context, r change.Request, hash string) (change.Outcome, string, error) {
	hash = strings.ToLower(hash)
	outcome, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if err := tx.AdvisoryLock(ctx, "document "+hash); err != nil {
			return err
		}
		row, err := tx.Client().WidgetDocument.Query().Where(widgetdocument.Hash(hash)).Only(ctx)
		if ent.IsNotFound(err) {
			return documentUnknown("input.hash", "See the registered ones in widgetDocuments, or with muniment token "+
				"widget --list.")
		}
		if err != nil {
			return fmt.Errorf("look for the document: %w", err)
		}
		if err := tx.Client().WidgetDocument.DeleteOneID(row.ID).Exec(ctx); err != nil {
			return fmt.Errorf("remove a document: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "WidgetDocumentRemoved", Label: row.Name,
			Fields: change.Was("hash", hash)})
		return nil
	})
	return outcome, hash, err
}

// DocumentsByName is the order of the list of documents.
var DocumentsByName = page.Order{Name: "NAME", Columns: []string{widgetdocument.FieldName}}

func (s *Service) checkDocument(text string) error {
	if len(text) > longestDocument {
		return badInput("input.text", "The document is larger than {max} bytes.", "Ask for less.",
			fault.WithNumber("max", longestDocument), fault.WithNumber("given", len(text)))
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Name: "document", Input: text}, mostDocumentTokens)
	if err != nil {
		return badInput("input.text", "This is not a GraphQL document: {reason}.", "Try it in the playground.",
			fault.WithText("reason", err.Error()))
	}
	if len(document.Operations) != 1 || document.Operations[0].Operation != ast.Query {
		return badInput("input.text", "A document for widgets has exactly one operation, and that is a query.",
			"Register each query by itself.")
	}
	if err := s.fits(text); err != nil {
		return badInput("input.text", "Not all of the document can run: {reason}.",
			"Correct or leave out what the reason names; widgets read what customers do.",
			fault.WithText("reason", err.Error()))
	}
	return nil
}

// Documents returns all registered documents by name.
func (s *Service) Documents(ctx context.Context) ([]*ent.WidgetDocument, error) {
	rows, err := s.db().Client().WidgetDocument.Query().
		Order(ent.Asc(widgetdocument.FieldName, widgetdocument.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the documents: %w", err)
	}
	return rows, nil
}

// WidgetDocument returns the text of a registered document by its hash.
func (s *Service) WidgetDocument(ctx context.Context, hash string) (text string, found bool, err error) {
	row, err := s.db().Client().WidgetDocument.Query().Where(widgetdocument.Hash(hash)).
		Select(widgetdocument.FieldText).
		Only(store.Unscoped(ctx)) // documents belong to no account and are not secret
	if ent.IsNotFound(err) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("look for the document: %w", err)
	}
	return row.Text, true, nil
}
