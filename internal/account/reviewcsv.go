package account

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/spreadsheet"
)

// ReviewCSV writes the whole review of an account as CSV for spreadsheets. A text that a spreadsheet could run as a
// formula gets an apostrophe in front. It returns NOT_FOUND, before it writes anything, if the viewer does not
// administer the account.
func (s *Service) ReviewCSV(ctx context.Context, of gid.ID, w io.Writer) error {
	entries, err := s.review(ctx, of)
	if err != nil {
		return err
	}
	if entries == nil {
		return fault.Missing("account", "Account", of)
	}
	out := csv.NewWriter(w)
	lines := make([][]string, 1, len(entries)+1)
	lines[0] = []string{"name", "displayName", "email", "through", "throughLabel", "roles", "serviceAccess",
		"productLine", "origin",
		"grantedBy", "grantedAt", "endsOn", "lastUsedAt", "leaver", "scopes", "includeSubAccounts", "user",
		"membership", "directoryGroup", "apiKey"}
	for _, e := range entries {
		lines = append(lines, e.cells())
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("export the review: %w", err)
	}
	return nil
}

func (e ReviewEntry) cells() []string {
	used := ""
	if e.LastUsedAt != nil {
		used = e.LastUsedAt.String()
	}
	why := make([]string, len(e.Leaver))
	for i, l := range e.Leaver {
		why[i] = string(l)
	}
	return []string{spreadsheet.Harmless(e.Name), spreadsheet.Harmless(e.DisplayName), spreadsheet.Harmless(e.Email),
		string(e.Through), spreadsheet.Harmless(e.ThroughLabel),
		e.Roles.String(), e.Services.String(), spreadsheet.Harmless(e.ProductLine), string(e.Origin),
		spreadsheet.Harmless(e.GrantedBy), e.GrantedAt.String(),
		dayText(e.EndsOn), used, strings.Join(why, ","), e.Scopes.String(), strconv.FormatBool(e.Below),
		e.User.String(),
		e.Membership.String(), e.Group.String(), e.Key.String()}
}
