package linefile_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/app/linefile"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// contract answers with a list of so many line items.
type contract struct {
	rows int
	// asked is called with how many rows were asked for so far.
	asked func(rows int) error

	answered int
}

func (*contract) Schema() *ast.Schema { return graph.ContractSchema() }

func (*contract) Reading(ctx context.Context, read func(context.Context) error) error {
	return read(ctx)
}

func (c *contract) Keys(context.Context, string, map[string]any, int) ([]gid.ID, error) {
	ids := make([]gid.ID, c.rows)
	for i := range ids {
		ids[i] = gid.Derive(gid.LineItem, 1, "test", fmt.Sprint(i), 0)
	}
	return ids, nil
}

func (c *contract) Ask(_ context.Context, document string, variables map[string]any, into any) error {
	if strings.Contains(document, "ExportAccount") {
		return json.Unmarshal([]byte(`{"account": {"name": "Alder"}}`), into)
	}
	ids := variables["ids"].([]any)
	rows := make([]string, len(ids))
	for i, id := range ids {
		rows[i] = fmt.Sprintf(`{"id": %q, "activationId": "HLI-%d", "status": "ACTIVE", "startsOn": "2026-01-01", "daysLeft": %d,
			"product": {"name": "Harbor Packager %d", "version": "2026.1"}, "quantity": {"amount": "12.5"}}`,
			id, c.answered+i, 42-(c.answered+i)*21, c.answered+i)
	}
	c.answered += len(ids)
	if err := c.asked(c.answered); err != nil {
		return err
	}
	return json.Unmarshal([]byte(`{"nodes": [`+strings.Join(rows, ",")+`]}`), into)
}

func request(t *testing.T, query string) linefile.Request {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	r, err := linefile.Parse(values, graph.ContractSchema(), gid.Derive(gid.Account, 1, "test", "alder", 0),
		day.Date(2026, 11, 22))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Ten times as many rows take no more memory than the buffer of the library for workbooks, and the ids of the list.
func TestMemoryStaysBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 110,000 rows")
	}
	for _, format := range []string{"csv", "xlsx"} {
		t.Run(format, func(t *testing.T) {
			const most = 40 << 20
			held := func(rows int) uint64 {
				var highest uint64
				c := &contract{rows: rows, asked: func(asked int) error {
					if asked%5_000 == 0 {
						runtime.GC()
						var now runtime.MemStats
						runtime.ReadMemStats(&now)
						highest = max(highest, now.HeapAlloc)
					}
					return nil
				}}
				if err := linefile.Write(t.Context(), c, request(t, "format="+format), io.Discard); err != nil {
					t.Fatal(err)
				}
				return highest
			}
			few, many := held(10_000), held(100_000)
			t.Logf("%d and %d bytes are held", few, many)
			if many > few+most {
				t.Errorf("%d bytes for 100,000 rows, %d for 10,000", many, few)
			}
		})
	}
}

// The days left are those after the day of the file, as the portal counts them. Nothing is left of what has ended.
func TestDaysLeftAreThoseOfThePortal(t *testing.T) {
	var file bytes.Buffer
	c := &contract{rows: 3, asked: func(int) error { return nil }}
	if err := linefile.Write(t.Context(), c, request(t, "format=csv"), &file); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(file.Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(rows[0], "Days left")
	for i, want := range []string{"41", "20", ""} {
		if got := rows[i+1][column]; got != want {
			t.Errorf("row %d has %q days left, want %q", i, got, want)
		}
	}
}

// An export ends with the error of the contract, and reads no further.
func TestAnExportEndsWithTheError(t *testing.T) {
	broken := errors.New("broken")
	for _, format := range []string{"csv", "xlsx"} {
		c := &contract{rows: 1_000, asked: func(asked int) error {
			if asked > 300 {
				return broken
			}
			return nil
		}}
		err := linefile.Write(t.Context(), c, request(t, "format="+format), io.Discard)
		if !errors.Is(err, broken) || c.answered != 400 {
			t.Errorf("%s: %v after %d rows", format, err, c.answered)
		}
	}
}

// The address may not name a parameter that no filter has, or one twice.
func TestParametersThatAreRefused(t *testing.T) {
	for query, field := range map[string]string{"colour=red": "colour", "endsBetween=2026": "endsBetween",
		"endsBetween.from.x=1": "endsBetween.from.x", "product.name=x": "product.name", "text=a&text=b": "text",
		"format=pdf": "format", "language=fr": "language", "on=soon": "on", "filter=x": "filter"} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		_, err = linefile.Parse(values, graph.ContractSchema(), 1, 0)
		var refused *fault.Error
		if !errors.As(err, &refused) || refused.Code != fault.BadInput || refused.Field != field {
			t.Errorf("%s: %v, want BAD_INPUT at %s", query, err, field)
		}
	}
}
