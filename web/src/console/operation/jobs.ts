/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
import { trusted } from '../../portal/contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../portal/contract/types.ts';

export type FailedJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type FailedJobsQuery = { __typename: 'Query', jobs: { __typename: 'JobConnection', totalCount: number } | null };

export type JobsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: Types.JobFilterInput;
}>;


export type JobsQuery = { __typename: 'Query', jobs: { __typename: 'JobConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Job', id: string, kind: Types.JobKind, state: Types.JobState, createdAt: string, attempts: number, maxAttempts: number, nextAttemptAt: string | null, endedAt: string | null, overdue: boolean, failedAt: string | null, lastError: string | null, retryRefusal: string | null, failures: Array<{ __typename: 'JobFailure', attempt: number, at: string, message: string }>, mail: { __typename: 'JobMail', kind: Types.MailKind, recipient: string | null, linkEndsAt: string | null } | null, account: { __typename: 'Account', id: string, name: string } | null }> } | null };

export type JobRowFragment = { __typename: 'Job', id: string, kind: Types.JobKind, state: Types.JobState, createdAt: string, attempts: number, maxAttempts: number, nextAttemptAt: string | null, endedAt: string | null, overdue: boolean, failedAt: string | null, lastError: string | null, retryRefusal: string | null, failures: Array<{ __typename: 'JobFailure', attempt: number, at: string, message: string }>, mail: { __typename: 'JobMail', kind: Types.MailKind, recipient: string | null, linkEndsAt: string | null } | null, account: { __typename: 'Account', id: string, name: string } | null };

export type RetryJobMutationVariables = Exact<{
  input: Types.RetryJobInput;
}>;


export type RetryJobMutation = { __typename: 'Mutation', change: { __typename: 'RetryJobPayload', job: { __typename: 'Job', id: string, kind: Types.JobKind, state: Types.JobState, createdAt: string, attempts: number, maxAttempts: number, nextAttemptAt: string | null, endedAt: string | null, overdue: boolean, failedAt: string | null, lastError: string | null, retryRefusal: string | null, failures: Array<{ __typename: 'JobFailure', attempt: number, at: string, message: string }>, mail: { __typename: 'JobMail', kind: Types.MailKind, recipient: string | null, linkEndsAt: string | null } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
        | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
        | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

export type DiscardJobMutationVariables = Exact<{
  input: Types.DiscardJobInput;
}>;


export type DiscardJobMutation = { __typename: 'Mutation', change: { __typename: 'DiscardJobPayload', job: { __typename: 'Job', id: string, kind: Types.JobKind, state: Types.JobState, createdAt: string, attempts: number, maxAttempts: number, nextAttemptAt: string | null, endedAt: string | null, overdue: boolean, failedAt: string | null, lastError: string | null, retryRefusal: string | null, failures: Array<{ __typename: 'JobFailure', attempt: number, at: string, message: string }>, mail: { __typename: 'JobMail', kind: Types.MailKind, recipient: string | null, linkEndsAt: string | null } | null, account: { __typename: 'Account', id: string, name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
        | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
        | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

/** Query FailedJobs. */
export const FailedJobsDocument = trusted<FailedJobsQuery, FailedJobsQueryVariables>(
  'a57c78ff460afead041fdf6e4214c6fd2773c63ca6b6cf406221679a067e83cc',
  "query FailedJobs {\n__typename\njobs(filter: {state: [FAILED]}) {\n__typename\ntotalCount\n}\n}",
)

/** Query Jobs. */
export const JobsDocument = trusted<JobsQuery, JobsQueryVariables>(
  'e107728714f939fadd013746dde7bf9a1591115a68a63967326e4ecfa3f8fd19',
  "query Jobs($first: Int!, $after: String, $filter: JobFilterInput!) {\n__typename\njobs(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...JobRow\n}\n}\n}\n\nfragment JobRow on Job {\n__typename\nid\nkind\nstate\ncreatedAt\nattempts\nmaxAttempts\nnextAttemptAt\nendedAt\noverdue\nfailedAt\nlastError\nfailures {\n__typename\nattempt\nat\nmessage\n}\nmail {\n__typename\nkind\nrecipient\nlinkEndsAt\n}\naccount {\n__typename\nid\nname\n}\nretryRefusal\n}",
)

/** Mutation RetryJob. */
export const RetryJobDocument = trusted<RetryJobMutation, RetryJobMutationVariables>(
  '87d16a8455ad9bbea2a1dac5f33efc7b2cdb571ca12bc326bacbcbdfdd90346a',
  "mutation RetryJob($input: RetryJobInput!) {\n__typename\nchange: retryJob(input: $input) {\n__typename\njob {\n__typename\n...JobRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment JobRow on Job {\n__typename\nid\nkind\nstate\ncreatedAt\nattempts\nmaxAttempts\nnextAttemptAt\nendedAt\noverdue\nfailedAt\nlastError\nfailures {\n__typename\nattempt\nat\nmessage\n}\nmail {\n__typename\nkind\nrecipient\nlinkEndsAt\n}\naccount {\n__typename\nid\nname\n}\nretryRefusal\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation DiscardJob. */
export const DiscardJobDocument = trusted<DiscardJobMutation, DiscardJobMutationVariables>(
  'b22eb76555ff2f304b2e00956268dda0e52222627b1ebdec172d10b00545b910',
  "mutation DiscardJob($input: DiscardJobInput!) {\n__typename\nchange: discardJob(input: $input) {\n__typename\njob {\n__typename\n...JobRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment JobRow on Job {\n__typename\nid\nkind\nstate\ncreatedAt\nattempts\nmaxAttempts\nnextAttemptAt\nendedAt\noverdue\nfailedAt\nlastError\nfailures {\n__typename\nattempt\nat\nmessage\n}\nmail {\n__typename\nkind\nrecipient\nlinkEndsAt\n}\naccount {\n__typename\nid\nname\n}\nretryRefusal\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)
