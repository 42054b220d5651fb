package signin

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/vocabulary"
)

// An error is shown in German with the values that it has, and in English if no German text is known.
func TestProblemsInGerman(t *testing.T) {
	for _, known := range germanProblems {
		provider := fault.WithText("provider", "Example")
		f := fault.New("X", "", known.message, known.remedy, provider)
		got := shownIn(vocabulary.LanguageDE, f)[0]
		if got.Untranslated || got.Message == f.Message || got.Remedy == f.Remedy ||
			strings.Contains(got.Message+got.Remedy, "{provider}") {
			t.Errorf("%+v", got)
		}
		if got := shownIn(vocabulary.LanguageEN, f)[0]; got.Message != f.Message || got.Remedy != f.Remedy ||
			got.Untranslated {
			t.Errorf("%+v", got)
		}
	}
	var link *fault.Error = account.InvalidLink().(*fault.Error)
	if got := shownIn(vocabulary.LanguageDE, link)[0]; got.Untranslated {
		t.Errorf("%+v", got)
	}
	if got := shownIn(vocabulary.LanguageDE, fault.New("X", "", "Nobody knows {a}.", "No.",
		fault.WithText("a", "b")))[0]; !got.Untranslated || got.Message != "Nobody knows b." {
		t.Errorf("%+v", got)
	}
	if phrase(vocabulary.LanguageDE, "No such phrase") != "No such phrase" ||
		phrase(vocabulary.LanguageEN, "Sign in") != "Sign in" {
		t.Error("a phrase is in another language")
	}
}

// The table of German texts goes by the English ones, so an error whose English text was changed would be shown in
// English. Every English text of the table must still be a text of the program.
func TestGermanTextsOfRealProblems(t *testing.T) {
	texts := textsOfProgram(t)
	for _, known := range germanProblems {
		for _, english := range []string{known.message, known.remedy} {
			if !texts[english] {
				t.Errorf("no error says %q", english)
			}
		}
	}
}

// textsOfProgram returns the constant texts of all Go files of internal but tests and the German table.
func textsOfProgram(t *testing.T) map[string]bool {
	t.Helper()
	texts := map[string]bool{}
	visit := func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == "german.go" {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(node ast.Node) bool {
			expression, is := node.(ast.Expr)
			if !is {
				return true
			}
			text, is := constant(expression)
			if is {
				texts[text] = true
			}
			return !is
		})
		return nil
	}
	if err := filepath.WalkDir(filepath.Join("..", ".."), visit); err != nil {
		t.Fatal(err)
	}
	return texts
}

// constant returns the text of a literal or of a sum of literals.
func constant(expression ast.Expr) (string, bool) {
	switch e := expression.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, first := constant(e.X)
		right, second := constant(e.Y)
		return left + right, first && second && e.Op == token.ADD
	}
	return "", false
}
