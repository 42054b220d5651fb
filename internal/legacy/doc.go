// Package legacy holds what all parts of the import of an older entitlement system share: the sixteen kinds of
// records of such a system, their columns, findings about them, and the interfaces between a reader,
// which knows the format of a source, and the stage, which does not.
//
// The import runs read → stage → lint → plan → apply:
//
//   - a Reader (csvbundle is the first) turns a source into Records and passes them to a Sink;
//   - stage stores them typed in a scratch database, joins them, and derives the records of Muniment;
//   - lint checks the staged records by rules and adds Findings;
//   - plan and apply compare the stage with the database and change it.
package legacy
