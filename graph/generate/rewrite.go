package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/imports"
)

// tally counts what was rewritten, so that a new form of the generated code is noticed.
type tally struct{ lists, plain, resolved, objects, memos, maps int }

func (t *tally) add(o tally) {
	t.lists += o.lists
	t.plain += o.plain
	t.resolved += o.resolved
	t.objects += o.objects
	t.memos += o.memos
	t.maps += o.maps
}

func (t *tally) check() error {
	if slices.Contains([]int{t.lists, t.plain, t.resolved, t.objects, t.maps}, 0) || t.memos != 1 {
		return fmt.Errorf("rewrote %+v: the generated code has another form than expected", *t)
	}
	return nil
}

// file is one generated file with the changes to it.
type file struct {
	source  []byte
	set     *token.FileSet
	changes []change
	tally   tally
	// dropped are functions that nothing calls any more.
	dropped map[string]bool
}

type change struct {
	from, to int
	text     string
}

// rewrite changes one file: see the comment of the package.
func rewrite(name string) (tally, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return tally{}, err
	}
	f := &file{source: source, set: token.NewFileSet(), dropped: map[string]bool{}}
	parsed, err := parser.ParseFile(f.set, name, source, parser.SkipObjectResolution)
	if err != nil {
		return tally{}, err
	}
	var functions []*ast.FuncDecl
	for _, d := range parsed.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			functions = append(functions, d)
		case *ast.GenDecl:
			f.memo(d)
		}
	}
	for _, function := range functions {
		switch {
		case introspects(function.Name.Name) || function.Recv == nil:
		case strings.HasPrefix(function.Name.Name, "childFields_"):
			f.dropped[function.Name.Name] = true
		case function.Name.Name == "Exec":
			f.exec(function)
		case strings.HasPrefix(function.Name.Name, "_"):
			if err := f.function(function); err != nil {
				return tally{}, fmt.Errorf("%s: %w", function.Name.Name, err)
			}
		}
	}
	for _, function := range functions {
		if f.dropped[function.Name.Name] {
			f.replace(function, "")
		}
	}
	f.lists()
	if f.tally == (tally{}) && len(f.dropped) == 0 {
		return f.tally, nil
	}
	out, err := imports.Process(name, f.apply(), nil)
	if err != nil {
		return tally{}, err
	}
	return f.tally, os.WriteFile(name, out, 0o644)
}

// introspects tells whether a function belongs to the introspection of the contract, which is left as it is.
func introspects(function string) bool {
	return strings.Contains(function, "___") || strings.Contains(function, "s__")
}

// exec leaves out the map by which a resolver could read an input object by itself: none does, and it is made anew for
// each operation. The answer gets room, so that it seldom moves while it grows.
func (f *file) exec(d *ast.FuncDecl) {
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if text := f.text(n); strings.HasPrefix(text, "inputUnmarshalMap :=") || strings.HasPrefix(text, "ctx = graphql.WithUnmarshalerMap(") {
				f.replace(n, "")
				f.tally.maps++
			}
		case *ast.DeclStmt:
			if f.text(n) == "var buf bytes.Buffer" {
				f.replace(n, "buf := bytes.NewBuffer(make([]byte, 0, serial.Room))")
			}
		case *ast.UnaryExpr:
			if f.text(n) == "&buf" {
				f.replace(n, "buf")
			}
		}
		return true
	})
}

// memo gives each operation a place for what is the same for all rows.
func (f *file) memo(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		t, ok := spec.(*ast.TypeSpec)
		if !ok || t.Name.Name != "executionContext" {
			continue
		}
		fields := t.Type.(*ast.StructType).Fields
		at := f.offset(fields.Closing)
		f.changes = append(f.changes, change{at, at, "\tmemo serial.Memo\n"})
		f.tally.memos++
	}
}

func (f *file) function(d *ast.FuncDecl) error {
	if len(d.Body.List) == 1 {
		if call := returned(d.Body.List[0], 1); call != nil {
			if c, ok := call[0].(*ast.CallExpr); ok && f.text(c.Fun) == "graphql.ResolveField" {
				return f.field(d, c)
			}
		}
	}
	if strings.Contains(f.text(d.Body), "graphql.NewFieldSet(fields)") && d.Name.Name != "_Query" && d.Name.Name != "_Mutation" {
		return f.object(d)
	}
	return nil
}

var concurrentList = regexp.MustCompile(`graphql\.MarshalSliceConcurrently\(`)

func (f *file) lists() {
	for _, at := range concurrentList.FindAllIndex(f.source, -1) {
		f.changes = append(f.changes, change{at[0], at[1], "serial.MarshalSlice("})
		f.tally.lists++
	}
}

// returned gives the n results of a return statement, or nil for anything else.
func returned(s ast.Stmt, n int) []ast.Expr {
	if r, ok := s.(*ast.ReturnStmt); ok && len(r.Results) == n {
		return r.Results
	}
	return nil
}

func (f *file) offset(p token.Pos) int { return f.set.Position(p).Offset }

func (f *file) text(n ast.Node) string { return string(f.source[f.offset(n.Pos()):f.offset(n.End())]) }

func (f *file) replace(n ast.Node, text string) {
	f.changes = append(f.changes, change{f.offset(n.Pos()), f.offset(n.End()), text})
}

// apply makes the changes. A change inside another one is dropped with it.
func (f *file) apply() []byte {
	slices.SortStableFunc(f.changes, func(a, b change) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, c := range f.changes {
		if c.from < at {
			continue
		}
		out.Write(f.source[at:c.from])
		out.WriteString(c.text)
		at = c.to
	}
	out.Write(f.source[at:])
	return bytes.Replace(out.Bytes(), []byte("import ("), []byte("import (\n\t\"github.com/muniment/muniment/graph/serial\""), 1)
}
