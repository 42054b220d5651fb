package oracle_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/testenv/database"
)

const contract = "../testdata/schema.golden.graphql"

// bench is a session over a schema, with the fake that answers.
type bench struct {
	*oracle.Session
	*oracle.Comparison
	fake fake
}

func start(t *testing.T, sdl string, pools oracle.Pools) bench {
	t.Helper()
	database.SkipPart(t, "web")
	session, err := oracle.Start(t.Context(), oracle.Options{Schema: sdl, Pools: pools, Stderr: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	comparison, err := oracle.NewComparison(sdl)
	if err != nil {
		t.Fatal(err)
	}
	return bench{session, comparison, fake{gqlparser.MustLoadSchema(&ast.Source{Input: sdl})}}
}

func startWithContract(t *testing.T) bench {
	sdl, err := os.ReadFile(contract)
	if err != nil {
		t.Fatal(err)
	}
	pools := oracle.Pools{}
	for i := range 12 {
		name := []string{"Account", "LineItem", "Entitlement"}[i%3]
		id := fmt.Sprintf("%s_%04d", strings.ToLower(name), i)
		pools["ID:"+name] = append(pools["ID:"+name], id)
		pools["ID"] = append(pools["ID"], id)
	}
	return start(t, string(sdl), pools)
}

func (b bench) generate(t *testing.T, draw oracle.Draw) []oracle.Document {
	t.Helper()
	documents, drafts, err := b.Generate(draw)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d documents, %d drafts: %d invalid, %d too large; about %d values and %d fields", len(documents), drafts.Drafts,
		drafts.Invalid, drafts.TooLarge, drafts.Values, drafts.Fields)
	if drafts.Invalid*20 > drafts.Drafts {
		t.Errorf("%d of %d drafts are invalid, such as %s", drafts.Invalid, drafts.Drafts, drafts.Example)
	}
	return documents
}

func (b bench) reference(t *testing.T, d oracle.Document) *oracle.Result {
	t.Helper()
	result, err := b.Execute(d, b.fake.answer)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func (b bench) server(t *testing.T, d oracle.Document) *oracle.Result {
	t.Helper()
	p := plain{schema: b.fake.schema, answer: b.fake.answer}
	body, err := p.execute(d)
	if err != nil {
		t.Fatal(err)
	}
	result, err := oracle.ReadResult(body)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestEqualExecutionsShowNoDifference(t *testing.T) {
	b := startWithContract(t)
	documents := b.generate(t, oracle.Draw{Seed: 1, Count: 300})
	began, failed, values := time.Now(), 0, 0
	for _, d := range documents {
		reference, server := b.reference(t, d), b.server(t, d)
		if difference := b.Compare(d, server, reference); difference != "" {
			if failed++; failed < 5 {
				t.Error(difference)
			}
		}
		if len(reference.Errors) > 0 {
			values++
		}
	}
	t.Logf("%d fields in %v; %d documents with errors, %d differ", b.Asked(), time.Since(began), values, failed)
}

func TestDocumentsDependOnTheirSeedAlone(t *testing.T) {
	b := startWithContract(t)
	all := b.generate(t, oracle.Draw{Seed: 3, Count: 20})
	if again := b.generate(t, oracle.Draw{Seed: 3, Count: 10}); !reflect.DeepEqual(again, all[:10]) {
		t.Error("the same seed gives other documents")
	}
	if other := b.generate(t, oracle.Draw{Seed: 4, Count: 1}); other[0].Text == all[0].Text {
		t.Error("another seed gives the same document")
	}
}
