// Package apply carries out an import of an older system: it reads a source into a stage, has it judged, compares it
// with the database and changes the database in small transactions. An import that was interrupted is continued by
// running it again; one that has nothing to do changes nothing.
package apply
