package main

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of docs/errors.md anew")

// TestParametersOnErrorsPage compares the last column of the tables of docs/errors.md with the parameters that the
// sources give to each code, of errors and of warnings.
func TestParametersOnErrorsPage(t *testing.T) {
	real := parametersByCode(t)
	row := regexp.MustCompile("^\\| `([A-Z_]+)` \\|.* \\| ([^|]*) \\|$")
	codes := map[string]bool{}
	lines := strings.Split(page(t, "errors.md"), "\n")
	for i, line := range lines {
		found := row.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		codes[found[1]] = true
		if want := cell(real[found[1]]); found[2] != want {
			if *update {
				lines[i] = strings.TrimSuffix(line, found[2]+" |") + want + " |"
				continue
			}
			t.Errorf("%s has the parameters %s, the page says %s; run: go test ./cmd/muniment -run %s -update",
				found[1],
				want, found[2], t.Name())
		}
	}
	for code := range real {
		if !codes[code] {
			t.Errorf("%s has parameters, and no row of a table", code)
		}
	}
	if *update {
		err := os.WriteFile(filepath.Join(root, "docs", "errors.md"), []byte(strings.Join(lines, "\n")), 0o644)
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestParametersOfKnownCodes checks some codes by hand, so that the reading of the sources cannot miss a whole form.
func TestParametersOfKnownCodes(t *testing.T) {
	real := parametersByCode(t)
	for code, want := range map[string]string{
		"BAD_PAGE_SIZE":      "`given` NumberValue, `max` NumberValue, `min` NumberValue",
		"BAD_RANGE":          "`from` DayValue or MomentValue, `to` DayValue or MomentValue",
		"BODY_TOO_LARGE":     "`given` NumberValue, `max` NumberValue", // a list that is made before
		"GRANT_TOO_WIDE":     "`missing` EnumListValue",                // an argument of a function
		"LAST_ADMINISTRATOR": "`account` ReferenceValue",               // a warning
		"NOT_FOUND":          "`id` ReferenceValue, `name` TextValue, `type` TextValue",
		"RATE_LIMITED":       "`again` MomentValue, `given` NumberValue, `max` NumberValue", // a method
		"LAST_OPERATOR":      "—",
	} {
		if is := cell(real[code]); is != want {
			t.Errorf("%s: %s, want %s", code, is, want)
		}
	}
}

// types are the types of parameters by name.
type types map[string]map[string]bool

// cell writes the parameters of a code as the page has them.
func cell(of types) string {
	if len(of) == 0 {
		return "—"
	}
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(of)) {
		parts = append(parts, "`"+name+"` "+strings.Join(slices.Sorted(maps.Keys(of[name])), " or "))
	}
	return strings.Join(parts, ", ")
}

// valueTypes are the types of the contract by the functions that make their values.
var valueTypes = map[string]string{"OfText": "TextValue", "OfNumber": "NumberValue", "OfBoolean": "BooleanValue",
	"OfDay": "DayValue", "OfMoment": "MomentValue", "OfEnum": "EnumValue", "OfEnums": "EnumListValue",
	"OfReference": "ReferenceValue", "OfQuantity": "QuantityValue",
	"reference": "ReferenceValue", "quantity": "QuantityValue"}

// makers are the functions that make an error or a warning, with its code: "" if it is the first argument.
type makers map[string]string

// sources are the parsed files, by package.
type sources struct {
	t         *testing.T
	positions *token.FileSet
	files     map[string][]*ast.File
	codes     map[string]string // constants of codes, by package and name
	found     map[string]types
}

// parametersByCode returns the names and types of the parameters that the sources give to each code.
func parametersByCode(t *testing.T) map[string]types {
	t.Helper()
	s := sources{t, token.NewFileSet(), map[string][]*ast.File{}, map[string]string{}, map[string]types{}}
	for _, folder := range []string{"internal", "cmd", "graph"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
				strings.Contains(path, "generated") {
				return err
			}
			file, err := parser.ParseFile(s.positions, path, nil, parser.SkipObjectResolution)
			if err == nil {
				s.files[filepath.Dir(path)] = append(s.files[filepath.Dir(path)], file)
				s.readCodes(file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, files := range s.files {
		known := s.makers(files)
		for _, file := range files {
			for _, declaration := range file.Decls {
				if function, ok := declaration.(*ast.FuncDecl); ok && function.Body != nil {
					s.readFunction(file, files, function, known)
				}
			}
		}
	}
	return s.found
}

func (s *sources) readCodes(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != len(spec.Names) {
			return true
		}
		for i, name := range spec.Names {
			if code := literal(spec.Values[i]); codeForm.MatchString(code) {
				s.codes[file.Name.Name+"."+name.Name] = code
			}
		}
		return true
	})
}

// code returns the code that an expression names, or "".
func (s *sources) code(in *ast.File, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		return literal(e)
	case *ast.CallExpr: // string(Code)
		if len(e.Args) == 1 {
			return s.code(in, e.Args[0])
		}
	case *ast.Ident:
		return s.codes[in.Name.Name+"."+e.Name]
	case *ast.SelectorExpr:
		if of, ok := e.X.(*ast.Ident); ok {
			return s.codes[packageOf(in, of.Name)+"."+e.Sel.Name]
		}
	}
	return ""
}

// packageOf returns the name of the package that a file imports under a name.
func packageOf(in *ast.File, name string) string {
	for _, imported := range in.Imports {
		if imported.Name != nil && imported.Name.Name == name {
			path, _ := strconv.Unquote(imported.Path.Value)
			return filepath.Base(path)
		}
	}
	return name
}

// makers finds the functions of a package, and the functions inside them, that pass their own parameters on.
func (s *sources) makers(files []*ast.File) makers {
	known := makers{"New": "", "Warn": "", "Bad": "BAD_INPUT"}
	for before := 0; before != len(known); {
		before = len(known)
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				name, function, body := declared(n)
				if _, is := known[name]; is || body == nil {
					return true
				}
				own, many := variadic(function)
				if !many {
					return true
				}
				ast.Inspect(body, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if ok && call.Ellipsis.IsValid() && passes(call, own) {
						if code := s.codeOf(file, call, known); code != "" {
							known[name] = code
						}
					}
					return true
				})
				return true
			})
		}
	}
	return known
}

// declared returns the name, the type and the body of a function, or of a function in a variable.
func declared(n ast.Node) (string, *ast.FuncType, *ast.BlockStmt) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		return n.Name.Name, n.Type, n.Body
	case *ast.AssignStmt:
		if function, ok := n.Rhs[0].(*ast.FuncLit); ok && len(n.Rhs) == 1 {
			if name, ok := n.Lhs[0].(*ast.Ident); ok {
				return name.Name, function.Type, function.Body
			}
		}
	}
	return "", nil, nil
}

// variadic returns the name of the last argument of a function that takes any number of parameters.
func variadic(function *ast.FuncType) (string, bool) {
	if function.Params.NumFields() == 0 {
		return "", false
	}
	last := function.Params.List[len(function.Params.List)-1]
	many, ok := last.Type.(*ast.Ellipsis)
	if !ok || len(last.Names) != 1 {
		return "", false
	}
	of, ok := many.Elt.(*ast.SelectorExpr)
	if !ok || of.Sel.Name != "Parameter" {
		return "", false
	}
	return last.Names[0].Name, true
}

// passes reports whether a call passes a list of parameters on, alone or with others appended.
func passes(call *ast.CallExpr, list string) bool {
	last := call.Args[len(call.Args)-1]
	if more, ok := last.(*ast.CallExpr); ok && called(more) == "append" {
		last = more.Args[0]
	}
	name, ok := last.(*ast.Ident)
	return ok && name.Name == list
}

// called returns the name of the function of a call, without the package or the receiver.
func called(call *ast.CallExpr) string {
	if call == nil {
		return ""
	}
	function := call.Fun
	if index, ok := function.(*ast.IndexExpr); ok {
		function = index.X
	}
	switch function := function.(type) {
	case *ast.Ident:
		return function.Name
	case *ast.SelectorExpr:
		return function.Sel.Name
	}
	return ""
}

// readFunction collects the parameters in the calls of makers in a function. Parameters that a function puts into a
// list first belong to the maker that gets the list.
func (s *sources) readFunction(file *ast.File, files []*ast.File, function *ast.FuncDecl, known makers) {
	if file.Name.Name == "fault" && (strings.HasPrefix(function.Name.Name, "With") || function.Name.Name == "Again") {
		return
	}
	var (
		loose []*ast.CallExpr
		lists = map[string]bool{} // codes of the makers that get a list
		stack []ast.Node
	)
	ast.Inspect(function.Body, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if code := s.codeOf(file, call, known); code != "" && call.Ellipsis.IsValid() {
			lists[code] = true
		}
		if parameterName(call) == "" {
			return true
		}
		for _, around := range slices.Backward(stack[:len(stack)-1]) {
			outer, ok := around.(*ast.CallExpr)
			if code := s.codeOf(file, outer, known); ok && code != "" {
				s.add(files, function, call, code)
				return true
			}
		}
		loose = append(loose, call)
		return true
	})
	for _, call := range loose {
		if len(lists) == 0 {
			s.t.Errorf("%s: the code of this parameter is not known", s.positions.Position(call.Pos()))
		}
		for code := range lists {
			s.add(files, function, call, code)
		}
	}
}

// codeOf returns the code of the error or warning that a call makes, or "" if it makes none.
func (s *sources) codeOf(file *ast.File, call *ast.CallExpr, known makers) string {
	code, is := known[called(call)]
	if is && code == "" && len(call.Args) > 0 {
		return s.code(file, call.Args[0])
	}
	return code
}

// parameterName returns the name of the parameter that a call makes, or "".
func parameterName(call *ast.CallExpr) string {
	if of, ok := call.Fun.(*ast.SelectorExpr); ok {
		if from, ok := of.X.(*ast.Ident); !ok || from.Name != "fault" {
			return ""
		}
	}
	switch name := called(call); {
	case name == "Again":
		return "again"
	case len(call.Args) == 2 && (name == "With" || name == "WithText" || name == "WithNumber"):
		return literal(call.Args[0])
	}
	return ""
}

// add adds the parameter that a call makes to those of a code.
func (s *sources) add(files []*ast.File, function *ast.FuncDecl, call *ast.CallExpr, code string) {
	name := parameterName(call)
	if s.found[code] == nil {
		s.found[code] = types{}
	}
	if s.found[code][name] == nil {
		s.found[code][name] = map[string]bool{}
	}
	var of []string
	switch called(call) {
	case "Again":
		of = []string{"MomentValue"}
	case "WithText":
		of = []string{"TextValue"}
	case "WithNumber":
		of = []string{"NumberValue"}
	default:
		of = typesOf(files, function, call.Args[1])
	}
	if len(of) == 0 {
		s.t.Errorf("%s: the type of this parameter is not known", s.positions.Position(call.Pos()))
	}
	for _, one := range of {
		s.found[code][name][one] = true
	}
}

// typesOf returns the types that a value may have: of a call of a constructor, or of an argument of the function, in
// whose place the callers in the package have such calls.
func typesOf(files []*ast.File, function *ast.FuncDecl, e ast.Expr) (of []string) {
	if call, ok := e.(*ast.CallExpr); ok {
		if name := valueTypes[called(call)]; name != "" {
			return []string{name}
		}
		return nil
	}
	argument, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	at, n := -1, 0
	for _, group := range function.Type.Params.List {
		for _, name := range group.Names {
			if name.Name == argument.Name {
				at = n
			}
			n++
		}
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && at >= 0 && called(call) == function.Name.Name && at < len(call.Args) {
				if made, ok := call.Args[at].(*ast.CallExpr); ok {
					of = append(of, typesOf(files, function, made)...)
				}
			}
			return true
		})
	}
	return of
}

// literal returns the text of a literal, or "".
func literal(e ast.Expr) string {
	basic, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	text, err := strconv.Unquote(basic.Value)
	if err != nil {
		return ""
	}
	return text
}
