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

export type WidgetsQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetsQuery = { __typename: 'Query', widgetDocuments: Array<{ __typename: 'WidgetDocument', hash: string, name: string, text: string, createdAt: string }> | null, widgetOrigins: Array<{ __typename: 'WidgetOrigin', origin: string, createdAt: string }> | null };

export type RegisterWidgetDocumentMutationVariables = Exact<{
  input: Types.RegisterWidgetDocumentInput;
}>;


export type RegisterWidgetDocumentMutation = { __typename: 'Mutation', change: { __typename: 'RegisterWidgetDocumentPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RemoveWidgetDocumentMutationVariables = Exact<{
  input: Types.RemoveWidgetDocumentInput;
}>;


export type RemoveWidgetDocumentMutation = { __typename: 'Mutation', change: { __typename: 'RemoveWidgetDocumentPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type AddWidgetOriginMutationVariables = Exact<{
  input: Types.AddWidgetOriginInput;
}>;


export type AddWidgetOriginMutation = { __typename: 'Mutation', change: { __typename: 'AddWidgetOriginPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RemoveWidgetOriginMutationVariables = Exact<{
  input: Types.RemoveWidgetOriginInput;
}>;


export type RemoveWidgetOriginMutation = { __typename: 'Mutation', change: { __typename: 'RemoveWidgetOriginPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

/** Query Widgets. */
export const WidgetsDocument = trusted<WidgetsQuery, WidgetsQueryVariables>(
  'e1e1cbf8b47746cfa0c07f4aeac3ff9484b5f939dfbf0e25c8eccd21c5219828',
  "query Widgets {\n__typename\nwidgetDocuments {\n__typename\nhash\nname\ntext\ncreatedAt\n}\nwidgetOrigins {\n__typename\norigin\ncreatedAt\n}\n}",
)

/** Mutation RegisterWidgetDocument. */
export const RegisterWidgetDocumentDocument = trusted<RegisterWidgetDocumentMutation, RegisterWidgetDocumentMutationVariables>(
  '5760ea2f23032be5f7a285d25e8bcdde3192830dcb1b57c85c354948029f25b8',
  "mutation RegisterWidgetDocument($input: RegisterWidgetDocumentInput!) {\n__typename\nchange: registerWidgetDocument(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation RemoveWidgetDocument. */
export const RemoveWidgetDocumentDocument = trusted<RemoveWidgetDocumentMutation, RemoveWidgetDocumentMutationVariables>(
  'd4f3dc2c81c27250f75d0498fdb62569c6a1a7f3293b7015ff09140372bcb6ec',
  "mutation RemoveWidgetDocument($input: RemoveWidgetDocumentInput!) {\n__typename\nchange: removeWidgetDocument(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation AddWidgetOrigin. */
export const AddWidgetOriginDocument = trusted<AddWidgetOriginMutation, AddWidgetOriginMutationVariables>(
  '20cb70efed1cf51f54e669691857bfdad9352b0d797aba21911cf366ef56fe87',
  "mutation AddWidgetOrigin($input: AddWidgetOriginInput!) {\n__typename\nchange: addWidgetOrigin(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation RemoveWidgetOrigin. */
export const RemoveWidgetOriginDocument = trusted<RemoveWidgetOriginMutation, RemoveWidgetOriginMutationVariables>(
  '9c48f77f311f5eca7bef36e8bceb9af290dd412985852403fe8376cc41aebaa3',
  "mutation RemoveWidgetOrigin($input: RemoveWidgetOriginInput!) {\n__typename\nchange: removeWidgetOrigin(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)
