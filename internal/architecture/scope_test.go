package architecture

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// unscopedInFilter matches code that reads a table without the scope that page.Query adds: a table or SQL text written
// directly, or a method of ent's selector that page.Query replaces.
var unscopedInFilter = regexp.MustCompile(`\bsql\.(Table|Select|SelectExpr|Dialect|Raw|Expr|ExprP|ExprFunc|P)\(|` +
	`\.Selector\.|\.(From|AppendFrom|FromExpr|AppendFromExpr|FromSelect|RightJoin|FullJoin|Union|UnionAll|Prefix)\(`)

// unscopedInHelper matches code that reads another table in a function that takes ent's selector. Such a function may
// write expressions, but only about the table of its selector.
var unscopedInHelper = regexp.MustCompile(`\bsql\.(Table|Select|SelectExpr|Dialect|Raw|Expr|ExprP|ExprFunc)\(|` +
	`\.(From|AppendFrom|FromExpr|AppendFromExpr|FromSelect|Join|LeftJoin|RightJoin|FullJoin|Union|UnionAll|Prefix|Has[A-Z]\w*)\(|` +
	`\bsqlgraph\.|(?i:"[^"]*\b(SELECT|FROM|JOIN|EXISTS)\b[^"]*")|` +
	"(?i:`[^`]*\\b(SELECT|FROM|JOIN|EXISTS)\\b[^`]*`)")

// subqueryFunctions are the functions of ent that make a condition from a subquery that page.Query has made.
var subqueryFunctions = []string{"In", "NotIn", "Exists", "NotExists"}

// unscopedAllowed are the files that may make a subquery or a join without a scope, with SubOf, JoinOf and JoinMaybe
// of page.Query. The comments of these methods say when that is allowed. The last three join the catalog, which
// everybody sees, and where the rights of a line are at home, which everybody sees who sees the line.
var unscopedAllowed = []string{"internal/search/where.go", "internal/coverage/coverage.go",
	"internal/entitlement/facts.go", "internal/entitlement/paid.go",
	"internal/entitlement/ending.go", "internal/entitlement/decision.go", "internal/history/source.go",
	"internal/catalog/soldview.go", "internal/entitlement/eligible.go", "internal/explain/facts.go"}

// program is the source code by file path, and the violations found in it.
type program struct {
	text     map[string]string
	files    map[string]*ast.File
	fset     *token.FileSet
	filters  int
	followed map[string]bool
	found    []string
}

// findUnscoped lists the places at which filters read tables without the scope, and returns the number of files with
// filters.
func findUnscoped(text map[string]string) (found []string, filters int, err error) {
	p := &program{text: text, files: map[string]*ast.File{}, fset: token.NewFileSet(), followed: map[string]bool{}}
	for _, name := range slices.Sorted(maps.Keys(text)) {
		if p.files[name], err = parser.ParseFile(p.fset, name, text[name], parser.SkipObjectResolution); err != nil {
			return nil, 0, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(text)) {
		if strings.Contains(text[name], "page.Query") {
			p.filters++
			p.filter(name)
		}
	}
	return p.found, p.filters, nil
}

func (p *program) report(name, format string, args ...any) {
	p.found = append(p.found, name+" "+fmt.Sprintf(format, args...))
}

// filter checks a file that writes conditions for page.Query.
func (p *program) filter(name string) {
	for line := range strings.Lines(p.text[name]) {
		if unscopedInFilter.MatchString(line) {
			p.report(name, "reads without the scope: %s", strings.TrimSpace(line))
		}
		if (strings.Contains(line, ".SubOf(") || strings.Contains(line, ".JoinOf(") ||
			strings.Contains(line, ".JoinMaybe(")) &&
			!slices.Contains(unscopedAllowed, name) {
			p.report(name, "asks for a subquery without a scope: %s", strings.TrimSpace(line))
		}
	}
	passed := map[ast.Node]bool{}
	ast.Inspect(p.files[name], func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for _, argument := range call.Args {
			if isSelector(argument) {
				passed[argument] = true
				p.passSelector(name, call.Fun)
			}
		}
		return true
	})
	ast.Inspect(p.files[name], func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && isSelector(s) && !passed[s] {
			if pkg, ok := s.X.(*ast.Ident); !ok || pkg.Name != "sql" { // the type
				p.report(name, "takes the selector out of its query: %s", p.source(name, s))
			}
		}
		return true
	})
}

func isSelector(n ast.Expr) bool {
	s, ok := n.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Selector"
}

// passSelector checks the function to which a selector is passed: F(q.Selector), pkg.F(q.Selector), or
// F(...)(q.Selector).
func (p *program) passSelector(name string, function ast.Expr) {
	if made, ok := function.(*ast.CallExpr); ok {
		function = made.Fun
	}
	switch f := function.(type) {
	case *ast.Ident:
		p.follow(name, path.Dir(name), f.Name)
		return
	case *ast.SelectorExpr:
		pkg, ok := f.X.(*ast.Ident)
		if !ok {
			break
		}
		switch from := p.imported(name, pkg.Name); {
		case from == "entgo.io/ent/dialect/sql" && slices.Contains(subqueryFunctions, f.Sel.Name):
			return
		case strings.HasPrefix(from, module+"/ent/"): // a predicate of ent
			if !strings.HasPrefix(f.Sel.Name, "Has") {
				return
			}
		case relativePath(from) != "":
			p.follow(name, relativePath(from), f.Sel.Name)
			return
		}
	}
	p.report(name, "gives its selector to %s", p.source(name, function))
}

// imported returns the path of the package that a file imports under a name.
func (p *program) imported(file, name string) string {
	for _, i := range p.files[file].Imports {
		from, err := strconv.Unquote(i.Path.Value)
		if err == nil && (i.Name != nil && i.Name.Name == name || i.Name == nil && path.Base(from) == name) {
			return from
		}
	}
	return ""
}

// follow checks a function that takes a selector, and the functions of this module that it calls.
func (p *program) follow(by, dir, function string) {
	if key := dir + "." + function; p.followed[key] {
		return
	} else {
		p.followed[key] = true
	}
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		if path.Dir(name) != dir {
			continue
		}
		for _, d := range p.files[name].Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == function && f.Body != nil {
				p.helper(name, f)
				return
			}
		}
	}
	p.report(by, "gives its selector to %s, which is not found in %s", function, dir)
}

func (p *program) helper(name string, f *ast.FuncDecl) {
	if m := unscopedInHelper.FindString(p.source(name, f.Body)); m != "" {
		p.report(name, "reads without the scope in %s, which gets a selector: %s", f.Name.Name, m)
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch called := call.Fun.(type) {
		case *ast.Ident:
			if p.declares(path.Dir(name), called.Name) {
				p.follow(name, path.Dir(name), called.Name)
			}
		case *ast.SelectorExpr:
			pkg, ok := called.X.(*ast.Ident)
			if !ok {
				break
			}
			if dir := relativePath(p.imported(name, pkg.Name)); p.declares(dir, called.Sel.Name) {
				p.follow(name, dir, called.Sel.Name)
			}
		}
		return true
	})
}

// declares tells whether a directory declares a function with a name.
func (p *program) declares(dir, function string) bool {
	for name, file := range p.files {
		if path.Dir(name) != dir {
			continue
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == function {
				return true
			}
		}
	}
	return false
}

// source returns the text of a node.
func (p *program) source(name string, n ast.Node) string {
	return p.text[name][p.fset.Position(n.Pos()).Offset:p.fset.Position(n.End()).Offset]
}

func TestFiltersReachTablesThroughTheScope(t *testing.T) {
	text := map[string]string{}
	for _, below := range []string{"internal", "graph"} {
		err := filepath.WalkDir(filepath.Join(repository, below),
			func(file string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") ||
					strings.HasSuffix(file, "_test.go") {
					return err
				}
				name, err := filepath.Rel(repository, file)
				if err != nil {
					return err
				}
				// The code that gqlgen generates reads no tables, and parsing it takes long.
				if name = filepath.ToSlash(name); strings.HasPrefix(name, "graph/generated/") {
					return nil
				}
				content, err := os.ReadFile(file)
				text[name] = string(content)
				return err
			})
		if err != nil {
			t.Fatal(err)
		}
	}
	found, filters, err := findUnscoped(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
	if filters < 15 {
		t.Errorf("found only %d files with filters", filters)
	}
}

// TestFiltersBeyondTheScopeAreFound proves that TestFiltersReachTablesThroughTheScope can fail.
func TestUnscopedFiltersAreFound(t *testing.T) {
	const head = "import (\n\"entgo.io/ent/dialect/sql\"\n\"" + module + "/ent/membership\"\n\"" +
		module + "/internal/account\"\n\"" +
		module + "/internal/page\"\n\"" + module + "/internal/unknown\"\n)\n"
	filter := func(body string) map[string]string {
		return map[string]string{"graph/member.go": "package graph\n" + head + "func filter(q *page.Query) {\n" +
			body + "\n}"}
	}
	with := func(body, helper string) map[string]string {
		text := filter(body)
		text["internal/account/inforce.go"] = "package account\n" + head + helper
		return text
	}
	for name, c := range map[string]struct {
		text map[string]string
		want string // "" if nothing is wrong
	}{
		"a condition": {filter(`q.Where(sql.EQ(q.C("id"), 5))`), ""},
		"a subquery": {filter(
			`s := q.Sub("users", "u"); q.Where(sql.In(q.C("id"), s.Selector)); q.Where(sql.Exists(s.Selector))`), ""},
		"a predicate of ent": {filter(`membership.EndsOnIsNil()(q.Selector)`), ""},
		"a helper": {with(`account.Mine(q.Selector)`,
			`func Mine(q *sql.Selector) { q.Where(sql.NotNull(q.C("x"))) }`), ""},
		"a helper that is made": {with(`account.On(5)(q.Selector)`,
			`func On(d int) func(*sql.Selector) { return func(q *sql.Selector) { q.Where(sql.P(func(b *sql.Builder) { b.WriteString("(a | b) <> 0") })) } }`), ""},
		"no filter, with a read": {map[string]string{"internal/audit/seal.go": "package audit\nfunc f() { " +
			"sql.Table(\"users\") }"}, ""},

		"a table in graph": {filter(`s := sql.Select().From(sql.Table("users"))`),
			"graph/member.go reads without the scope"},
		"text in graph": {filter(`q.Where(sql.ExprP("id IN (SELECT user_id FROM memberships)"))`),
			"graph/member.go reads without the scope"},
		"SubOf in graph": {filter(`q.SubOf("users", "u")`),
			"graph/member.go asks for a subquery without a scope"},
		"a method of the selector": {filter(`q.Selector.Join(nil)`), "graph/member.go reads without the scope"},
		"a selector that is kept": {filter(`s := q.Selector`),
			"graph/member.go takes the selector out of its query"},
		"a selector in a struct": {filter(`_ = struct{ s *sql.Selector }{q.Selector}`),
			"graph/member.go takes the selector out of its query"},
		"an edge of ent": {filter(`membership.HasUserWith()(q.Selector)`),
			"graph/member.go gives its selector to membership.HasUserWith"},
		"a method": {filter(`s.service.Narrow(q.Selector)`),
			"graph/member.go gives its selector to s.service.Narrow"},
		"a function of another module": {filter(`sql.Narrow(q.Selector)`),
			"graph/member.go gives its selector to sql.Narrow"},
		"a function that is not there": {filter(`unknown.Narrow(q.Selector)`),
			"graph/member.go gives its selector to Narrow, which is not found"},
		"a helper with a table": {with(`account.Mine(q.Selector)`,
			`func Mine(q *sql.Selector) { q.Join(sql.Table("users")) }`),
			"internal/account/inforce.go reads without the scope in Mine"},
		"a helper with text": {with(`account.Mine(q.Selector)`,
			`func Mine(q *sql.Selector) { q.Where(sql.P(func(b *sql.Builder) { b.WriteString("id in (select user_id from m)") })) }`), "internal/account/inforce.go reads without the scope in Mine"},
		"a helper with an edge": {with(`account.Mine(q.Selector)`,
			`func Mine(q *sql.Selector) { membership.HasUser()(q) }`),
			"internal/account/inforce.go reads without the scope in Mine"},
		"a helper of a helper": {with(`account.Mine(q.Selector)`,
			"func Mine(q *sql.Selector) { deeper(q) }\nfunc deeper(q *sql.Selector) { q.LeftJoin(nil) }"),
			"internal/account/inforce.go reads without the scope in deeper"},
		"a made helper with a subquery": {with(`account.On(5)(q.Selector)`,
			`func On(d int) func(*sql.Selector) { return func(q *sql.Selector) { q.Where(sql.In("id", sql.Select("id"))) } }`), "internal/account/inforce.go reads without the scope in On"},
	} {
		t.Run(name, func(t *testing.T) {
			found, _, err := findUnscoped(c.text)
			switch {
			case err != nil:
				t.Fatal(err)
			case c.want == "" && len(found) > 0:
				t.Errorf("found %q", found)
			case c.want != "" && !slices.ContainsFunc(found,
				func(f string) bool { return strings.HasPrefix(f, c.want) }):
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}
