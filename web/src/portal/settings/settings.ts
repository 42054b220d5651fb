/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type OwnSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSettingsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', name: string, producerRole: Types.ProducerRole | null, user: { __typename: 'User', id: string, userName: string, email: string | null, displayName: string | null, firstName: string | null, lastName: string | null, phone: string | null, locale: string | null, timeZone: string | null, notificationLanguage: Types.Language | null, lastSignInAt: string | null } | null, sessions: Array<{ __typename: 'Session', id: string, method: Types.SignInMethod, userAgent: string | null, ipAddress: string | null, createdAt: string, lastSeenAt: string, expiresAt: string, isCurrent: boolean }>, apiKeys: Array<{ __typename: 'ApiKey', id: string, name: string, hint: string, producerRole: Types.ProducerRole | null, scopes: Array<Types.KeyScope>, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, isActive: boolean, viewerCanRevoke: boolean, createdBy: { __typename: 'Actor', name: string } | null }> } | null };

export type AccountKeysQueryVariables = Exact<{
  account: string;
}>;


export type AccountKeysQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, apiKeys: Array<{ __typename: 'ApiKey', id: string, name: string, hint: string, producerRole: Types.ProducerRole | null, scopes: Array<Types.KeyScope>, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, isActive: boolean, viewerCanRevoke: boolean, createdBy: { __typename: 'Actor', name: string } | null }> } | null };

export type KeyRowFragment = { __typename: 'ApiKey', id: string, name: string, hint: string, producerRole: Types.ProducerRole | null, scopes: Array<Types.KeyScope>, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, isActive: boolean, viewerCanRevoke: boolean, createdBy: { __typename: 'Actor', name: string } | null };

export type EndSessionsMutationVariables = Exact<{
  input: Types.EndSessionsInput;
}>;


export type EndSessionsMutation = { __typename: 'Mutation', change: { __typename: 'EndSessionsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: Types.CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { __typename: 'Mutation', change: { __typename: 'CreateApiKeyPayload', secret: string | null, apiKey: { __typename: 'ApiKey', id: string, name: string, hint: string, producerRole: Types.ProducerRole | null, scopes: Array<Types.KeyScope>, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, isActive: boolean, viewerCanRevoke: boolean, createdBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

export type RevokeApiKeyMutationVariables = Exact<{
  input: Types.RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { __typename: 'Mutation', change: { __typename: 'RevokeApiKeyPayload', apiKey: { __typename: 'ApiKey', id: string, name: string, hint: string, producerRole: Types.ProducerRole | null, scopes: Array<Types.KeyScope>, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, isActive: boolean, viewerCanRevoke: boolean, createdBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

export type SetNotificationLanguageMutationVariables = Exact<{
  input: Types.SetNotificationLanguageInput;
}>;


export type SetNotificationLanguageMutation = { __typename: 'Mutation', change: { __typename: 'SetNotificationLanguagePayload', user: { __typename: 'User', id: string, notificationLanguage: Types.Language | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

/** Query OwnSettings. */
export const OwnSettingsDocument = trusted<OwnSettingsQuery, OwnSettingsQueryVariables>(
  '20ba92446468645185c554f66f97edc6c78466c3f5eb913ce682030bbdb04a56',
  "query OwnSettings {\n  __typename\n  viewer {\n    __typename\n    name\n    producerRole\n    user {\n      __typename\n      id\n      userName\n      email\n      displayName\n      firstName\n      lastName\n      phone\n      locale\n      timeZone\n      notificationLanguage\n      lastSignInAt\n    }\n    sessions {\n      __typename\n      id\n      method\n      userAgent\n      ipAddress\n      createdAt\n      lastSeenAt\n      expiresAt\n      isCurrent\n    }\n    apiKeys {\n      __typename\n      ...KeyRow\n    }\n  }\n}\n\nfragment KeyRow on ApiKey {\n  __typename\n  id\n  name\n  hint\n  producerRole\n  scopes\n  roles\n  serviceAccess\n  includeSubAccounts\n  createdAt\n  createdBy {\n    __typename\n    name\n  }\n  expiresAt\n  lastUsedAt\n  revokedAt\n  isActive\n  viewerCanRevoke\n}",
)

/** Query AccountKeys. */
export const AccountKeysDocument = trusted<AccountKeysQuery, AccountKeysQueryVariables>(
  '7618c7659a30ed168bd0060cb2b1e85a6abe0fab5ce4edc77801a603e6bf01e0',
  "query AccountKeys($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    apiKeys {\n      __typename\n      ...KeyRow\n    }\n  }\n}\n\nfragment KeyRow on ApiKey {\n  __typename\n  id\n  name\n  hint\n  producerRole\n  scopes\n  roles\n  serviceAccess\n  includeSubAccounts\n  createdAt\n  createdBy {\n    __typename\n    name\n  }\n  expiresAt\n  lastUsedAt\n  revokedAt\n  isActive\n  viewerCanRevoke\n}",
)

/** Mutation EndSessions. */
export const EndSessionsDocument = trusted<EndSessionsMutation, EndSessionsMutationVariables>(
  '106cdb73b74469ba669b60c0fa1b6b0fd417f99dcaeb3b5a0b3d68b6ca26eae5',
  "mutation EndSessions($input: EndSessionsInput!) {\n  __typename\n  change: endSessions(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation CreateApiKey. */
export const CreateApiKeyDocument = trusted<CreateApiKeyMutation, CreateApiKeyMutationVariables>(
  'f9c152e8cce425088b091d83728eec0c422bf8fe0d451ba7f7e878977e0c5dad',
  "mutation CreateApiKey($input: CreateApiKeyInput!) {\n  __typename\n  change: createApiKey(input: $input) {\n    __typename\n    secret\n    apiKey {\n      __typename\n      ...KeyRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment KeyRow on ApiKey {\n  __typename\n  id\n  name\n  hint\n  producerRole\n  scopes\n  roles\n  serviceAccess\n  includeSubAccounts\n  createdAt\n  createdBy {\n    __typename\n    name\n  }\n  expiresAt\n  lastUsedAt\n  revokedAt\n  isActive\n  viewerCanRevoke\n}",
)

/** Mutation RevokeApiKey. */
export const RevokeApiKeyDocument = trusted<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>(
  'b15ea2f9c4043b60fb133ea985b0861433cdcdb865ab318bf7f3d8427ff38362',
  "mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n  __typename\n  change: revokeApiKey(input: $input) {\n    __typename\n    apiKey {\n      __typename\n      ...KeyRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment KeyRow on ApiKey {\n  __typename\n  id\n  name\n  hint\n  producerRole\n  scopes\n  roles\n  serviceAccess\n  includeSubAccounts\n  createdAt\n  createdBy {\n    __typename\n    name\n  }\n  expiresAt\n  lastUsedAt\n  revokedAt\n  isActive\n  viewerCanRevoke\n}",
)

/** Mutation SetNotificationLanguage. */
export const SetNotificationLanguageDocument = trusted<SetNotificationLanguageMutation, SetNotificationLanguageMutationVariables>(
  'db4117a14dc8e3d54b8eb0027947871122d6f7d7b83eab4a4813813dfff1703a',
  "mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {\n  __typename\n  change: setNotificationLanguage(input: $input) {\n    __typename\n    user {\n      __typename\n      id\n      notificationLanguage\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)
