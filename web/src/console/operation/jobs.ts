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
  '2fceae86c736f89719999c4420bb7c5422b5bf150336fc9e05efde24b2be0d61',
  "query FailedJobs {\n  __typename\n  jobs(filter: {state: [FAILED]}) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query Jobs. */
export const JobsDocument = trusted<JobsQuery, JobsQueryVariables>(
  '35de8a3961b6a2b588a0dd50b55005c7c4ce3b93a58d8f0c1b522e620ebaa181',
  "query Jobs($first: Int!, $after: String, $filter: JobFilterInput!) {\n  __typename\n  jobs(first: $first, after: $after, filter: $filter) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...JobRow\n    }\n  }\n}\n\nfragment JobRow on Job {\n  __typename\n  id\n  kind\n  state\n  createdAt\n  attempts\n  maxAttempts\n  nextAttemptAt\n  endedAt\n  overdue\n  failedAt\n  lastError\n  failures {\n    __typename\n    attempt\n    at\n    message\n  }\n  mail {\n    __typename\n    kind\n    recipient\n    linkEndsAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  retryRefusal\n}",
)

/** Mutation RetryJob. */
export const RetryJobDocument = trusted<RetryJobMutation, RetryJobMutationVariables>(
  'fbf7289dbd7dec283a2175213f9324da661b3e24e54c4345d37e7344629d9d50',
  "mutation RetryJob($input: RetryJobInput!) {\n  __typename\n  change: retryJob(input: $input) {\n    __typename\n    job {\n      __typename\n      ...JobRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment JobRow on Job {\n  __typename\n  id\n  kind\n  state\n  createdAt\n  attempts\n  maxAttempts\n  nextAttemptAt\n  endedAt\n  overdue\n  failedAt\n  lastError\n  failures {\n    __typename\n    attempt\n    at\n    message\n  }\n  mail {\n    __typename\n    kind\n    recipient\n    linkEndsAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  retryRefusal\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation DiscardJob. */
export const DiscardJobDocument = trusted<DiscardJobMutation, DiscardJobMutationVariables>(
  '35123aa21b6448e6b28cb503e40af7fcc9ed705c08b0e5d2de4ccf6419cb71ed',
  "mutation DiscardJob($input: DiscardJobInput!) {\n  __typename\n  change: discardJob(input: $input) {\n    __typename\n    job {\n      __typename\n      ...JobRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment JobRow on Job {\n  __typename\n  id\n  kind\n  state\n  createdAt\n  attempts\n  maxAttempts\n  nextAttemptAt\n  endedAt\n  overdue\n  failedAt\n  lastError\n  failures {\n    __typename\n    attempt\n    at\n    message\n  }\n  mail {\n    __typename\n    kind\n    recipient\n    linkEndsAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  retryRefusal\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)
