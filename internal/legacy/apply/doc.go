// Package apply runs an import of an older system: it reads a source into a stage, checks it with lint rules, compares
// it with the database and changes the database in small transactions. An interrupted import is continued by running
// it again; an import without differences changes nothing.
package apply
