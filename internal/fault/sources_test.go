package fault_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// maker is a function that returns a fault or a warning and takes its texts as the arguments with these indexes.
type maker struct {
	texts      []int
	parameters int // index of the first parameter; -1 if the function creates them
}

// makers finds the functions of a package that pass their own arguments on to a maker.
func makers(files []*ast.File) map[string]maker {
	found := map[string]maker{"fault.New": {[]int{2, 3}, 4}, "fault.Bad": {[]int{1, 2}, 3},
		"done.Warn": {[]int{1}, 2}}
	for again := true; again; {
		again = false
		for _, f := range files {
			for _, d := range f.Decls {
				function, ok := d.(*ast.FuncDecl)
				if !ok || found[function.Name.Name].texts != nil || function.Body == nil || function.Recv != nil {
					continue
				}
				if m := handsOn(function, found); m.texts != nil {
					found[function.Name.Name] = m
					again = true
				}
			}
		}
	}
	return found
}

func handsOn(function *ast.FuncDecl, known map[string]maker) (m maker) {
	var arguments []string
	for _, group := range function.Type.Params.List {
		for _, name := range group.Names {
			arguments = append(arguments, name.Name)
		}
	}
	m.parameters = -1
	if n := len(function.Type.Params.List); n > 0 {
		if _, many := function.Type.Params.List[n-1].Type.(*ast.Ellipsis); many {
			m.parameters = len(arguments) - 1
		}
	}
	ast.Inspect(function.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, at := range known[nameOf(call.Fun)].texts {
			if at >= len(call.Args) {
				continue
			}
			if id, ok := call.Args[at].(*ast.Ident); ok {
				if place := slices.Index(arguments, id.Name); place >= 0 && !slices.Contains(m.texts, place) {
					m.texts = append(m.texts, place)
				}
			}
		}
		return true
	})
	return m
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		switch x := e.X.(type) {
		case *ast.Ident:
			return x.Name + "." + e.Sel.Name
		case *ast.SelectorExpr:
			return x.Sel.Name + "." + e.Sel.Name
		}
	}
	return ""
}

var place = regexp.MustCompile(`\{([a-z][A-Za-z]*)\}`)

// examples are parts of texts whose digits are no value: days, moments and ids as examples, names of standards, of
// checksums and of characters, and addresses.
var examples = regexp.MustCompile(
	`\d{4}-\d\d-\d\d(T[\d:]+Z)?|SHA-256|sha256Hash|` +
		`RFC \d+|ISO \d+(-\d+)?|UTF-8|U\+[\dA-F]+|127\.0\.0\.1|\[::1\]|\b[a-z]{2,4}_[0-9A-Z]{13}\b`)

// Values in messages must be parameters, so that pages can translate the messages. Messages of commands are excluded,
// because they are only printed on a terminal.
func TestMessagesAreFixedTextsThatNameTheirParameters(t *testing.T) {
	root := filepath.Join("..", "..")
	packages := map[string][]*ast.File{}
	positions := token.NewFileSet()
	for _, top := range []string{"internal", "graph"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
				strings.Contains(path, "naive") || strings.Contains(path, "generated") {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(positions, path, source, 0)
			packages[filepath.Dir(path)] = append(packages[filepath.Dir(path)], f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	calls := 0
	for _, files := range packages {
		known := makers(files)
		for _, f := range files {
			for _, d := range f.Decls {
				ast.Inspect(d, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if !ok {
						return true
					}
					if m := known[nameOf(call.Fun)]; m.texts != nil && len(call.Args) > slices.Max(m.texts) {
						calls++
						check(t, positions, call, m)
					}
					return true
				})
			}
		}
	}
	t.Logf("%d messages", calls)
	if calls < 150 {
		t.Errorf("only %d messages were found", calls)
	}
}

func check(t *testing.T, positions *token.FileSet, call *ast.CallExpr, m maker) {
	t.Helper()
	given := map[string]bool{}
	defer func() { checkNames(t, positions, call, given) }()
	open := call.Ellipsis.IsValid() || m.parameters < 0
	for _, argument := range call.Args[max(0, min(m.parameters, len(call.Args))):] {
		inner, ok := argument.(*ast.CallExpr)
		if !ok {
			open = true
			continue
		}
		if len(inner.Args) > 0 {
			if name, ok := constant(inner.Args[0]); ok {
				given[name] = true
				continue
			}
			if nameOf(inner.Fun) == "fault.Again" {
				given["again"] = true
				continue
			}
		}
		open = true
	}
	for _, at := range m.texts {
		text, fixed := constant(call.Args[at])
		_, named := call.Args[at].(*ast.Ident) // an argument of the function, or a text that was chosen before
		if !fixed && !named {
			t.Errorf(
				"%s: a message or a remedy is put together: name its values in braces and give them as parameters",
				positions.Position(call.Args[at].Pos()))
			continue
		}
		if !open && len(given) == 0 && strings.ContainsAny(examples.ReplaceAllString(text, ""), "0123456789") {
			t.Errorf("%s: %q names a number that is not a parameter", positions.Position(call.Args[at].Pos()), text)
		}
		for _, found := range place.FindAllStringSubmatch(text, -1) {
			if !given[found[1]] && !open {
				t.Errorf("%s: {%s} is not among the parameters", positions.Position(call.Args[at].Pos()), found[1])
			}
		}
	}
}

// unnamed are names that are not used: limits are called max and min, what exceeds them given, and waits again.
var unnamed = []string{"limit", "most", "maximum", "measured", "counted", "seconds"}

// withoutGiven are the messages with a limit whose excess is not known, or is added later.
var withoutGiven = []string{"rows would have to be read one by one"}

// checkNames checks the names of the parameters of a message.
func checkNames(t *testing.T, positions *token.FileSet, call *ast.CallExpr, given map[string]bool) {
	t.Helper()
	at := positions.Position(call.Pos())
	for _, name := range unnamed {
		if given[name] {
			t.Errorf("%s: a parameter is called %s, not max, min, given or again", at, name)
		}
	}
	if message, _ := constant(call.Args[min(2, len(call.Args)-1)]); (given["max"] || given["min"]) &&
		!given["given"] &&
		!slices.ContainsFunc(withoutGiven, func(known string) bool { return strings.Contains(message, known) }) {
		t.Errorf("%s: the message has a limit and does not say what was given", at)
	}
	code := nameOf(call.Args[0])
	if (code == "fault.RateLimited" || code == "RateLimited") && !given["again"] && !call.Ellipsis.IsValid() {
		t.Errorf("%s: RATE_LIMITED without again", at)
	}
}

// constant returns the text of a constant expression.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		x, ok := constant(e.X)
		y, other := constant(e.Y)
		return x + y, ok && other
	case *ast.ParenExpr:
		return constant(e.X)
	}
	return "", false
}
