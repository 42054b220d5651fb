/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type ChangeEffectFragment = { __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
   | null };

export type ChangeWarningFragment = { __typename: 'Warning', code: string, message: string };

export type ChangeErrorFragment = { __typename: 'UserError', code: string, message: string, field: string | null, remedy: string };

export type ChangeRecordFragment = { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null };

