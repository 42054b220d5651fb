// Package legacy holds what every part of the import of an older entitlement system shares: the sixteen kinds of
// records that such a system has, their columns, the findings made about them, and the contract between a reader,
// which knows a source's form, and the stage, which does not.
//
// The import runs read → stage → lint → plan → apply:
//
//   - a Reader (csvbundle is the first) turns a source into Records and hands them to a Sink;
//   - stage keeps them typed in a scratch database, joins them, and works out what each becomes here;
//   - lint judges the staged base by rules and adds Findings;
//   - plan and apply compare the stage with the database and change it.
package legacy
