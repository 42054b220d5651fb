package released

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// contracts holds the printed schema of each release, named after its version: v1.2.0.graphql. README.md says how to
// add one. Only tests import this package, so no program contains these files.
//
//go:embed *
var contracts embed.FS

// Contracts returns the schema of each release, the oldest first.
func Contracts() ([]*ast.Schema, error) { return read(contracts) }

func read(files fs.FS) ([]*ast.Schema, error) {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		return nil, err
	}
	type release struct {
		version [3]int
		schema  *ast.Schema
	}
	list := make([]release, len(names))
	for i, name := range names {
		v := &list[i].version
		if n, err := fmt.Sscanf(name, "v%d.%d.%d.graphql", &v[0], &v[1], &v[2]); n != 3 || err != nil ||
			name != fmt.Sprintf("v%d.%d.%d.graphql", v[0], v[1], v[2]) {
			return nil, fmt.Errorf("%s is not named after a release, such as v1.2.0.graphql", path.Base(name))
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if list[i].schema, err = gqlparser.LoadSchema(&ast.Source{Name: name, Input: string(text)}); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(list, func(a, b release) int { return slices.Compare(a.version[:], b.version[:]) })
	schemas := make([]*ast.Schema, len(list))
	for i, r := range list {
		schemas[i] = r.schema
	}
	return schemas, nil
}
