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
  'f4d727479fae638e1fb34d0dd7d59c84122711fb7ae82c350b403955f1321089',
  "query OwnSettings {\n__typename\nviewer {\n__typename\nname\nproducerRole\nuser {\n__typename\nid\nuserName\nemail\ndisplayName\nfirstName\nlastName\nphone\nlocale\ntimeZone\nnotificationLanguage\nlastSignInAt\n}\nsessions {\n__typename\nid\nmethod\nuserAgent\nipAddress\ncreatedAt\nlastSeenAt\nexpiresAt\nisCurrent\n}\napiKeys {\n__typename\n...KeyRow\n}\n}\n}\n\nfragment KeyRow on ApiKey {\n__typename\nid\nname\nhint\nproducerRole\nscopes\nroles\nserviceAccess\nincludeSubAccounts\ncreatedAt\ncreatedBy {\n__typename\nname\n}\nexpiresAt\nlastUsedAt\nrevokedAt\nisActive\nviewerCanRevoke\n}",
)

/** Query AccountKeys. */
export const AccountKeysDocument = trusted<AccountKeysQuery, AccountKeysQueryVariables>(
  '909cdefccdeafcfde7139f0fb191b4ccea7c724fac36371b6e2a630e123349b5',
  "query AccountKeys($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\napiKeys {\n__typename\n...KeyRow\n}\n}\n}\n\nfragment KeyRow on ApiKey {\n__typename\nid\nname\nhint\nproducerRole\nscopes\nroles\nserviceAccess\nincludeSubAccounts\ncreatedAt\ncreatedBy {\n__typename\nname\n}\nexpiresAt\nlastUsedAt\nrevokedAt\nisActive\nviewerCanRevoke\n}",
)

/** Mutation EndSessions. */
export const EndSessionsDocument = trusted<EndSessionsMutation, EndSessionsMutationVariables>(
  '5aa4c8b87eec9b20d27e73db2ecb08a711183becc7828e112ff2a7f64caee44c',
  "mutation EndSessions($input: EndSessionsInput!) {\n__typename\nchange: endSessions(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation CreateApiKey. */
export const CreateApiKeyDocument = trusted<CreateApiKeyMutation, CreateApiKeyMutationVariables>(
  '7e9494d29b13177fac8808a0817f57b1b5de94f861629461418601f76c63ac9f',
  "mutation CreateApiKey($input: CreateApiKeyInput!) {\n__typename\nchange: createApiKey(input: $input) {\n__typename\nsecret\napiKey {\n__typename\n...KeyRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment KeyRow on ApiKey {\n__typename\nid\nname\nhint\nproducerRole\nscopes\nroles\nserviceAccess\nincludeSubAccounts\ncreatedAt\ncreatedBy {\n__typename\nname\n}\nexpiresAt\nlastUsedAt\nrevokedAt\nisActive\nviewerCanRevoke\n}",
)

/** Mutation RevokeApiKey. */
export const RevokeApiKeyDocument = trusted<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>(
  '0e3be3b7494a986b7ded190db91b20fb06745e9cc1aa4990b2eec707a905b9fa',
  "mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n__typename\nchange: revokeApiKey(input: $input) {\n__typename\napiKey {\n__typename\n...KeyRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment KeyRow on ApiKey {\n__typename\nid\nname\nhint\nproducerRole\nscopes\nroles\nserviceAccess\nincludeSubAccounts\ncreatedAt\ncreatedBy {\n__typename\nname\n}\nexpiresAt\nlastUsedAt\nrevokedAt\nisActive\nviewerCanRevoke\n}",
)

/** Mutation SetNotificationLanguage. */
export const SetNotificationLanguageDocument = trusted<SetNotificationLanguageMutation, SetNotificationLanguageMutationVariables>(
  'd1a8e04d778be865de94ac0b925d1eac16ceae1a3cc01a63a3ac54a9d681a4d7',
  "mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {\n__typename\nchange: setNotificationLanguage(input: $input) {\n__typename\nuser {\n__typename\nid\nnotificationLanguage\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)
