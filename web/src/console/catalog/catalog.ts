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

export type CatalogPartNumbersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.PartNumberFilterInput | null | undefined;
}>;


export type CatalogPartNumbersQuery = { __typename: 'Query', partNumbers: { __typename: 'PartNumberConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'PartNumber', id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, cancelDays: number | null, packSize: number | null, coverageKind: Types.CoverageKind | null, coverageLength: number | null, coverageLengthUnit: Types.TermUnit | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null } | null, coverageLevel: { __typename: 'CoverageLevel', id: string, name: string } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> }> } | null };

export type PartNumberRowFragment = { __typename: 'PartNumber', id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, cancelDays: number | null, packSize: number | null, coverageKind: Types.CoverageKind | null, coverageLength: number | null, coverageLengthUnit: Types.TermUnit | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null } | null, coverageLevel: { __typename: 'CoverageLevel', id: string, name: string } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> };

export type CatalogUnitFragment = { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null };

export type CatalogPartNumberQueryVariables = Exact<{
  id: string;
}>;


export type CatalogPartNumberQuery = { __typename: 'Query', partNumber: { __typename: 'PartNumber', startRule: Types.StartRule | null, overdraft: number, id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, cancelDays: number | null, packSize: number | null, coverageKind: Types.CoverageKind | null, coverageLength: number | null, coverageLengthUnit: Types.TermUnit | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null } | null, successor: { __typename: 'PartNumber', id: string, code: string } | null, upgradesFrom: Array<{ __typename: 'Product', id: string, name: string, version: string | null }>, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null } | null, coverageLevel: { __typename: 'CoverageLevel', id: string, name: string } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> } | null };

export type PartNumberDetailsFragment = { __typename: 'PartNumber', startRule: Types.StartRule | null, overdraft: number, id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, cancelDays: number | null, packSize: number | null, coverageKind: Types.CoverageKind | null, coverageLength: number | null, coverageLengthUnit: Types.TermUnit | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null } | null, successor: { __typename: 'PartNumber', id: string, code: string } | null, upgradesFrom: Array<{ __typename: 'Product', id: string, name: string, version: string | null }>, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null } | null, coverageLevel: { __typename: 'CoverageLevel', id: string, name: string } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> };

export type FeaturesNamedQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type FeaturesNamedQuery = { __typename: 'Query', features: { __typename: 'FeatureConnection', nodes: Array<{ __typename: 'Feature', id: string, code: string, version: string | null, name: string | null }> } | null };

export type PartNumbersNamedQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type PartNumbersNamedQuery = { __typename: 'Query', partNumbers: { __typename: 'PartNumberConnection', nodes: Array<{ __typename: 'PartNumber', id: string, code: string }> } | null };

export type CatalogLinesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogLinesQuery = { __typename: 'Query', productLines: { __typename: 'ProductLineConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'ProductLine', id: string, name: string, description: string | null, retiredAt: string | null, products: { __typename: 'ProductConnection', totalCount: number, nodes: Array<{ __typename: 'Product', id: string, name: string, version: string | null, description: string | null, kind: Types.ProductKind, state: Types.CatalogState, productLine: { __typename: 'ProductLine', id: string, name: string }, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, suiteMembers: Array<{ __typename: 'SuiteMember', quantity: number, product: { __typename: 'Product', id: string, name: string, version: string | null } }>, features: Array<{ __typename: 'ProductFeature', quantity: number, feature: { __typename: 'Feature', id: string, code: string, version: string | null, name: string | null } }> }> } | null }> } | null };

export type CatalogProductFragment = { __typename: 'Product', id: string, name: string, version: string | null, description: string | null, kind: Types.ProductKind, state: Types.CatalogState, productLine: { __typename: 'ProductLine', id: string, name: string }, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, suiteMembers: Array<{ __typename: 'SuiteMember', quantity: number, product: { __typename: 'Product', id: string, name: string, version: string | null } }>, features: Array<{ __typename: 'ProductFeature', quantity: number, feature: { __typename: 'Feature', id: string, code: string, version: string | null, name: string | null } }> };

export type CatalogProductsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type CatalogProductsQuery = { __typename: 'Query', products: { __typename: 'ProductConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Product', id: string, name: string, version: string | null, description: string | null, kind: Types.ProductKind, state: Types.CatalogState, productLine: { __typename: 'ProductLine', id: string, name: string }, licenseModel: { __typename: 'LicenseModel', id: string, name: string } | null, suiteMembers: Array<{ __typename: 'SuiteMember', quantity: number, product: { __typename: 'Product', id: string, name: string, version: string | null } }>, features: Array<{ __typename: 'ProductFeature', quantity: number, feature: { __typename: 'Feature', id: string, code: string, version: string | null, name: string | null } }> }> } | null };

export type ProductsNamedQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type ProductsNamedQuery = { __typename: 'Query', products: { __typename: 'ProductConnection', nodes: Array<{ __typename: 'Product', id: string, name: string, version: string | null }> } | null };

export type ProductNameQueryVariables = Exact<{
  id: string;
}>;


export type ProductNameQuery = { __typename: 'Query', product: { __typename: 'Product', id: string, name: string, version: string | null } | null };

export type ProductModelQueryVariables = Exact<{
  id: string;
}>;


export type ProductModelQuery = { __typename: 'Query', product: { __typename: 'Product', id: string, licenseModel: { __typename: 'LicenseModel', id: string } | null } | null };

export type CatalogChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogChoicesQuery = { __typename: 'Query', productLines: { __typename: 'ProductLineConnection', nodes: Array<{ __typename: 'ProductLine', id: string, name: string }> } | null, licenseModels: { __typename: 'LicenseModelConnection', nodes: Array<{ __typename: 'LicenseModel', id: string, name: string }> } | null, unitsOfMeasure: { __typename: 'UnitOfMeasureConnection', nodes: Array<{ __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null }> } | null, coverageLevels: { __typename: 'CoverageLevelConnection', nodes: Array<{ __typename: 'CoverageLevel', id: string, name: string }> } | null };

export type CatalogModelsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogModelsQuery = { __typename: 'Query', licenseModels: { __typename: 'LicenseModelConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'LicenseModel', id: string, name: string, technology: string | null, activationModel: Types.ActivationModel, metered: boolean, retiredAt: string | null, versions: Array<{ __typename: 'LicenseModelVersion', id: string, number: number, startsOn: string, endsOn: string | null, leaseSeconds: number | null, graceDays: number, overdraftAllowed: boolean, rehostLimit: number | null, offlineAllowed: boolean, offlineDays: number | null, surplus: Types.SurplusRule }> }> } | null };

export type CatalogModelFragment = { __typename: 'LicenseModel', id: string, name: string, technology: string | null, activationModel: Types.ActivationModel, metered: boolean, retiredAt: string | null, versions: Array<{ __typename: 'LicenseModelVersion', id: string, number: number, startsOn: string, endsOn: string | null, leaseSeconds: number | null, graceDays: number, overdraftAllowed: boolean, rehostLimit: number | null, offlineAllowed: boolean, offlineDays: number | null, surplus: Types.SurplusRule }> };

export type CatalogUnitsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogUnitsQuery = { __typename: 'Query', unitsOfMeasure: { __typename: 'UnitOfMeasureConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'UnitOfMeasure', symbol: string | null, decimals: number, kind: Types.UnitKind, id: string, code: string, singular: string, plural: string, rule: string, retiredAt: string | null }> } | null };

export type CatalogLevelsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogLevelsQuery = { __typename: 'Query', coverageLevels: { __typename: 'CoverageLevelConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageLevel', id: string, code: string, name: string, rank: number, retiredAt: string | null }> } | null };

export type CatalogFeaturesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogFeaturesQuery = { __typename: 'Query', features: { __typename: 'FeatureConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Feature', id: string, code: string, version: string | null, name: string | null, retiredAt: string | null }> } | null };

export type SetSuiteMembersMutationVariables = Exact<{
  input: Types.SetSuiteMembersInput;
}>;


export type SetSuiteMembersMutation = { __typename: 'Mutation', change: { __typename: 'SetSuiteMembersPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type SetProductFeaturesMutationVariables = Exact<{
  input: Types.SetProductFeaturesInput;
}>;


export type SetProductFeaturesMutation = { __typename: 'Mutation', change: { __typename: 'SetProductFeaturesPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreatePartNumberMutationVariables = Exact<{
  input: Types.CreatePartNumberInput;
}>;


export type CreatePartNumberMutation = { __typename: 'Mutation', change: { __typename: 'CreatePartNumberPayload', partNumber: { __typename: 'PartNumber', id: string, code: string } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangePartNumberMutationVariables = Exact<{
  input: Types.ChangePartNumberInput;
}>;


export type ChangePartNumberMutation = { __typename: 'Mutation', change: { __typename: 'ChangePartNumberPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type SetListPriceMutationVariables = Exact<{
  input: Types.SetListPriceInput;
}>;


export type SetListPriceMutation = { __typename: 'Mutation', change: { __typename: 'SetListPricePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RemoveListPriceMutationVariables = Exact<{
  input: Types.RemoveListPriceInput;
}>;


export type RemoveListPriceMutation = { __typename: 'Mutation', change: { __typename: 'RemoveListPricePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreateProductLineMutationVariables = Exact<{
  input: Types.CreateProductLineInput;
}>;


export type CreateProductLineMutation = { __typename: 'Mutation', change: { __typename: 'CreateProductLinePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeProductLineMutationVariables = Exact<{
  input: Types.ChangeProductLineInput;
}>;


export type ChangeProductLineMutation = { __typename: 'Mutation', change: { __typename: 'ChangeProductLinePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreateProductMutationVariables = Exact<{
  input: Types.CreateProductInput;
}>;


export type CreateProductMutation = { __typename: 'Mutation', change: { __typename: 'CreateProductPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeProductMutationVariables = Exact<{
  input: Types.ChangeProductInput;
}>;


export type ChangeProductMutation = { __typename: 'Mutation', change: { __typename: 'ChangeProductPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreateLicenseModelMutationVariables = Exact<{
  input: Types.CreateLicenseModelInput;
}>;


export type CreateLicenseModelMutation = { __typename: 'Mutation', change: { __typename: 'CreateLicenseModelPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeLicenseModelMutationVariables = Exact<{
  input: Types.ChangeLicenseModelInput;
}>;


export type ChangeLicenseModelMutation = { __typename: 'Mutation', change: { __typename: 'ChangeLicenseModelPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ReviseLicenseModelMutationVariables = Exact<{
  input: Types.ReviseLicenseModelInput;
}>;


export type ReviseLicenseModelMutation = { __typename: 'Mutation', change: { __typename: 'ReviseLicenseModelPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreateUnitOfMeasureMutationVariables = Exact<{
  input: Types.CreateUnitOfMeasureInput;
}>;


export type CreateUnitOfMeasureMutation = { __typename: 'Mutation', change: { __typename: 'CreateUnitOfMeasurePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeUnitOfMeasureMutationVariables = Exact<{
  input: Types.ChangeUnitOfMeasureInput;
}>;


export type ChangeUnitOfMeasureMutation = { __typename: 'Mutation', change: { __typename: 'ChangeUnitOfMeasurePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreateCoverageLevelMutationVariables = Exact<{
  input: Types.CreateCoverageLevelInput;
}>;


export type CreateCoverageLevelMutation = { __typename: 'Mutation', change: { __typename: 'CreateCoverageLevelPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeCoverageLevelMutationVariables = Exact<{
  input: Types.ChangeCoverageLevelInput;
}>;


export type ChangeCoverageLevelMutation = { __typename: 'Mutation', change: { __typename: 'ChangeCoverageLevelPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CreateFeatureMutationVariables = Exact<{
  input: Types.CreateFeatureInput;
}>;


export type CreateFeatureMutation = { __typename: 'Mutation', change: { __typename: 'CreateFeaturePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeFeatureMutationVariables = Exact<{
  input: Types.ChangeFeatureInput;
}>;


export type ChangeFeatureMutation = { __typename: 'Mutation', change: { __typename: 'ChangeFeaturePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type FirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstStepsQuery = { __typename: 'Query', productLines: { __typename: 'ProductLineConnection', nodes: Array<{ __typename: 'ProductLine', id: string }> } | null, products: { __typename: 'ProductConnection', nodes: Array<{ __typename: 'Product', id: string }> } | null, unitsOfMeasure: { __typename: 'UnitOfMeasureConnection', nodes: Array<{ __typename: 'UnitOfMeasure', id: string }> } | null, licenseModels: { __typename: 'LicenseModelConnection', nodes: Array<{ __typename: 'LicenseModel', id: string }> } | null, partNumbers: { __typename: 'PartNumberConnection', nodes: Array<{ __typename: 'PartNumber', id: string, code: string, gaps: Array<Types.PartNumberGap>, listPrices: Array<{ __typename: 'ListPrice', id: string }> }> } | null, accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string }> } | null, entitlements: { __typename: 'EntitlementConnection', nodes: Array<{ __typename: 'Entitlement', id: string }> } | null };

/** Query CatalogPartNumbers. */
export const CatalogPartNumbersDocument = trusted<CatalogPartNumbersQuery, CatalogPartNumbersQueryVariables>(
  'd6f2efcf80967f0e297a1393cce85a529ba70a7c97c824a07e151162fb78d163',
  "query CatalogPartNumbers($first: Int!, $after: String, $filter: PartNumberFilterInput) {\n__typename\npartNumbers(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...PartNumberRow\n}\n}\n}\n\nfragment CatalogUnit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nrule\nretiredAt\n}\n\nfragment PartNumberRow on PartNumber {\n__typename\nid\ncode\ndescription\nretiredAt\nproduct {\n__typename\nid\nname\nversion\n}\nlicenseModel {\n__typename\nid\nname\n}\nunit {\n__typename\n...CatalogUnit\n}\nterm\ntermLength\ntermUnit\ncancelDays\npackSize\ncoverageKind\ncoverageLength\ncoverageLengthUnit\ncoverageLevel {\n__typename\nid\nname\n}\ngaps\nlistPrices {\n__typename\nid\nprice {\n__typename\namount\ncurrency\n}\nstartsOn\nendsOn\n}\n}",
)

/** Query CatalogPartNumber. */
export const CatalogPartNumberDocument = trusted<CatalogPartNumberQuery, CatalogPartNumberQueryVariables>(
  '218b4bf5ecf2b9e9a9f8641f216706e4a419637891b3b9f26f6c644823dae9bf',
  "query CatalogPartNumber($id: ID!) {\n__typename\npartNumber(id: $id) {\n__typename\n...PartNumberDetails\n}\n}\n\nfragment CatalogUnit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nrule\nretiredAt\n}\n\nfragment PartNumberDetails on PartNumber {\n__typename\n...PartNumberRow\nstartRule\noverdraft\nproduct {\n__typename\nid\nlicenseModel {\n__typename\nid\nname\n}\n}\nsuccessor {\n__typename\nid\ncode\n}\nupgradesFrom {\n__typename\nid\nname\nversion\n}\n}\n\nfragment PartNumberRow on PartNumber {\n__typename\nid\ncode\ndescription\nretiredAt\nproduct {\n__typename\nid\nname\nversion\n}\nlicenseModel {\n__typename\nid\nname\n}\nunit {\n__typename\n...CatalogUnit\n}\nterm\ntermLength\ntermUnit\ncancelDays\npackSize\ncoverageKind\ncoverageLength\ncoverageLengthUnit\ncoverageLevel {\n__typename\nid\nname\n}\ngaps\nlistPrices {\n__typename\nid\nprice {\n__typename\namount\ncurrency\n}\nstartsOn\nendsOn\n}\n}",
)

/** Query FeaturesNamed. */
export const FeaturesNamedDocument = trusted<FeaturesNamedQuery, FeaturesNamedQueryVariables>(
  '3567ba76b257c0b92c545d2b685b6dd70d3c1efd387325b3bb6abd49e1d8bb5e',
  "query FeaturesNamed($code: String) {\n__typename\nfeatures(first: 20, filter: {codeStartsWith: $code, retired: false}) {\n__typename\nnodes {\n__typename\nid\ncode\nversion\nname\n}\n}\n}",
)

/** Query PartNumbersNamed. */
export const PartNumbersNamedDocument = trusted<PartNumbersNamedQuery, PartNumbersNamedQueryVariables>(
  '1123a773920a1232ed8da1c30261d34ddb18e5bc404d6f7b031a23799ee599ca',
  "query PartNumbersNamed($code: String) {\n__typename\npartNumbers(first: 20, filter: {codeStartsWith: $code, retired: false}) {\n__typename\nnodes {\n__typename\nid\ncode\n}\n}\n}",
)

/** Query CatalogLines. */
export const CatalogLinesDocument = trusted<CatalogLinesQuery, CatalogLinesQueryVariables>(
  '471e40000153cc70bf7a00fbeb61ef9cdb491e003a9ab45cb77333124f7b6c94',
  "query CatalogLines($first: Int!, $after: String) {\n__typename\nproductLines(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nname\ndescription\nretiredAt\nproducts(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\n...CatalogProduct\n}\n}\n}\n}\n}\n\nfragment CatalogProduct on Product {\n__typename\nid\nname\nversion\ndescription\nkind\nstate\nproductLine {\n__typename\nid\nname\n}\nlicenseModel {\n__typename\nid\nname\n}\nsuiteMembers {\n__typename\nquantity\nproduct {\n__typename\nid\nname\nversion\n}\n}\nfeatures {\n__typename\nquantity\nfeature {\n__typename\nid\ncode\nversion\nname\n}\n}\n}",
)

/** Query CatalogProducts. */
export const CatalogProductsDocument = trusted<CatalogProductsQuery, CatalogProductsQueryVariables>(
  'bd1f379e7a1123fe10818e45bb425badd38c4d0e23754a1115460f095918eff5',
  "query CatalogProducts($first: Int!, $after: String, $text: String) {\n__typename\nproducts(first: $first, after: $after, filter: {text: $text}) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...CatalogProduct\n}\n}\n}\n\nfragment CatalogProduct on Product {\n__typename\nid\nname\nversion\ndescription\nkind\nstate\nproductLine {\n__typename\nid\nname\n}\nlicenseModel {\n__typename\nid\nname\n}\nsuiteMembers {\n__typename\nquantity\nproduct {\n__typename\nid\nname\nversion\n}\n}\nfeatures {\n__typename\nquantity\nfeature {\n__typename\nid\ncode\nversion\nname\n}\n}\n}",
)

/** Query ProductsNamed. */
export const ProductsNamedDocument = trusted<ProductsNamedQuery, ProductsNamedQueryVariables>(
  '517a0058291adb3b9481096b40bd04aa54b8b3cf3f37de7632b7d7f35de7982f',
  "query ProductsNamed($text: String) {\n__typename\nproducts(first: 20, filter: {text: $text}) {\n__typename\nnodes {\n__typename\nid\nname\nversion\n}\n}\n}",
)

/** Query ProductName. */
export const ProductNameDocument = trusted<ProductNameQuery, ProductNameQueryVariables>(
  '91d06c2789e0a8f03689230b85c84e8cb6c405ababbf413c32992d1953464b23',
  "query ProductName($id: ID!) {\n__typename\nproduct(id: $id) {\n__typename\nid\nname\nversion\n}\n}",
)

/** Query ProductModel. */
export const ProductModelDocument = trusted<ProductModelQuery, ProductModelQueryVariables>(
  '6f62185baa4e14d6bee7526fbd0a851ceb06eb66e095aaf1ef89cd6787f51b2d',
  "query ProductModel($id: ID!) {\n__typename\nproduct(id: $id) {\n__typename\nid\nlicenseModel {\n__typename\nid\n}\n}\n}",
)

/** Query CatalogChoices. */
export const CatalogChoicesDocument = trusted<CatalogChoicesQuery, CatalogChoicesQueryVariables>(
  '0902aedb38730fa5dd5529a3efa35433b1e20dca45a0890cb9e2e0bf907a40e8',
  "query CatalogChoices {\n__typename\nproductLines(first: 100, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\nlicenseModels(first: 100, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\nunitsOfMeasure(first: 100, filter: {retired: false}) {\n__typename\nnodes {\n__typename\n...CatalogUnit\n}\n}\ncoverageLevels(first: 100, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\n}\n\nfragment CatalogUnit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nrule\nretiredAt\n}",
)

/** Query CatalogModels. */
export const CatalogModelsDocument = trusted<CatalogModelsQuery, CatalogModelsQueryVariables>(
  '5816f92ff9ca8563c839eede90985fd823e1fa89e7009302ed96a79653bd0bcc',
  "query CatalogModels($first: Int!, $after: String) {\n__typename\nlicenseModels(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...CatalogModel\n}\n}\n}\n\nfragment CatalogModel on LicenseModel {\n__typename\nid\nname\ntechnology\nactivationModel\nmetered\nretiredAt\nversions {\n__typename\nid\nnumber\nstartsOn\nendsOn\nleaseSeconds\ngraceDays\noverdraftAllowed\nrehostLimit\nofflineAllowed\nofflineDays\nsurplus\n}\n}",
)

/** Query CatalogUnits. */
export const CatalogUnitsDocument = trusted<CatalogUnitsQuery, CatalogUnitsQueryVariables>(
  '57c6b4e838d3912783c2b3b15224e47fcc69901789a2fac3f05f2ccdd1666053',
  "query CatalogUnits($first: Int!, $after: String) {\n__typename\nunitsOfMeasure(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...CatalogUnit\nsymbol\ndecimals\nkind\n}\n}\n}\n\nfragment CatalogUnit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nrule\nretiredAt\n}",
)

/** Query CatalogLevels. */
export const CatalogLevelsDocument = trusted<CatalogLevelsQuery, CatalogLevelsQueryVariables>(
  'd8b0a2ab5a7c123f1af03da8453a9b2143f1c172cca54ea035e60862f9b8d21a',
  "query CatalogLevels($first: Int!, $after: String) {\n__typename\ncoverageLevels(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\ncode\nname\nrank\nretiredAt\n}\n}\n}",
)

/** Query CatalogFeatures. */
export const CatalogFeaturesDocument = trusted<CatalogFeaturesQuery, CatalogFeaturesQueryVariables>(
  '9725a5cb0a405cb63966f21049cbaafcc5b56c12d5be241cd61ce56a20b73b45',
  "query CatalogFeatures($first: Int!, $after: String) {\n__typename\nfeatures(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\ncode\nversion\nname\nretiredAt\n}\n}\n}",
)

/** Mutation SetSuiteMembers. */
export const SetSuiteMembersDocument = trusted<SetSuiteMembersMutation, SetSuiteMembersMutationVariables>(
  '48d6d0ea469c5145948273a86df6a5274a08f6e1ad2cefec34bc654c7392cd38',
  "mutation SetSuiteMembers($input: SetSuiteMembersInput!) {\n__typename\nchange: setSuiteMembers(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation SetProductFeatures. */
export const SetProductFeaturesDocument = trusted<SetProductFeaturesMutation, SetProductFeaturesMutationVariables>(
  'f97a82b0788e10a5304073381cc2e7d2ec0d9523be60d438a516c16d161413e6',
  "mutation SetProductFeatures($input: SetProductFeaturesInput!) {\n__typename\nchange: setProductFeatures(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreatePartNumber. */
export const CreatePartNumberDocument = trusted<CreatePartNumberMutation, CreatePartNumberMutationVariables>(
  'a88f65948bf0add4c940afb3e0611b4d5ecb2b0f1e9bc9fdba9c2caf57bf76f8',
  "mutation CreatePartNumber($input: CreatePartNumberInput!) {\n__typename\nchange: createPartNumber(input: $input) {\n__typename\npartNumber {\n__typename\nid\ncode\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangePartNumber. */
export const ChangePartNumberDocument = trusted<ChangePartNumberMutation, ChangePartNumberMutationVariables>(
  '1e46745efb7b4506f90fabdc9b9de451fd12bbfb2aa83a9b4c892b225e1eca23',
  "mutation ChangePartNumber($input: ChangePartNumberInput!) {\n__typename\nchange: changePartNumber(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation SetListPrice. */
export const SetListPriceDocument = trusted<SetListPriceMutation, SetListPriceMutationVariables>(
  '41cac42e5733b9023b78f67740e493d97e136d9c04a46538600c0c5cfe2a719e',
  "mutation SetListPrice($input: SetListPriceInput!) {\n__typename\nchange: setListPrice(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation RemoveListPrice. */
export const RemoveListPriceDocument = trusted<RemoveListPriceMutation, RemoveListPriceMutationVariables>(
  '9e5c19c5a02ee92ec86e88bf0a1c5cda5cca482fe0492fa249dd9e44d774582e',
  "mutation RemoveListPrice($input: RemoveListPriceInput!) {\n__typename\nchange: removeListPrice(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreateProductLine. */
export const CreateProductLineDocument = trusted<CreateProductLineMutation, CreateProductLineMutationVariables>(
  '7a3626d200768ec9f1b5e15a34efee624e245e384b240153f925d971d34e5738',
  "mutation CreateProductLine($input: CreateProductLineInput!) {\n__typename\nchange: createProductLine(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangeProductLine. */
export const ChangeProductLineDocument = trusted<ChangeProductLineMutation, ChangeProductLineMutationVariables>(
  '0aa76acf2d0d8ca9f7396af2cb2ac9239a3ae6e1cc01e443153a8461f7115173',
  "mutation ChangeProductLine($input: ChangeProductLineInput!) {\n__typename\nchange: changeProductLine(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreateProduct. */
export const CreateProductDocument = trusted<CreateProductMutation, CreateProductMutationVariables>(
  '36e8695e4543f8c3ccc1d9551f24696e1994c868c3351be7355a35580fa21ac6',
  "mutation CreateProduct($input: CreateProductInput!) {\n__typename\nchange: createProduct(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangeProduct. */
export const ChangeProductDocument = trusted<ChangeProductMutation, ChangeProductMutationVariables>(
  '95a900ba8bd5bc43e70d4fa31bcbcdcf9f976f9757e228bd6a78fa242814af1e',
  "mutation ChangeProduct($input: ChangeProductInput!) {\n__typename\nchange: changeProduct(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreateLicenseModel. */
export const CreateLicenseModelDocument = trusted<CreateLicenseModelMutation, CreateLicenseModelMutationVariables>(
  '20128415e62f417a37a406da94ae05de64d4ea6491188e11f505174bde8de0d9',
  "mutation CreateLicenseModel($input: CreateLicenseModelInput!) {\n__typename\nchange: createLicenseModel(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangeLicenseModel. */
export const ChangeLicenseModelDocument = trusted<ChangeLicenseModelMutation, ChangeLicenseModelMutationVariables>(
  '6f42fadd79cb4b450d166eaf93742fd808cddf8b142793d2d7178ea388eb86d2',
  "mutation ChangeLicenseModel($input: ChangeLicenseModelInput!) {\n__typename\nchange: changeLicenseModel(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ReviseLicenseModel. */
export const ReviseLicenseModelDocument = trusted<ReviseLicenseModelMutation, ReviseLicenseModelMutationVariables>(
  '98844c698c713fc38032ffee4f9bfea8e8ebc2faae4140be3d24d2f8291d31ac',
  "mutation ReviseLicenseModel($input: ReviseLicenseModelInput!) {\n__typename\nchange: reviseLicenseModel(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreateUnitOfMeasure. */
export const CreateUnitOfMeasureDocument = trusted<CreateUnitOfMeasureMutation, CreateUnitOfMeasureMutationVariables>(
  'cccbbc4f6c79ae4717c89067a7ff48fde45af8f3af735fd612d55f40e78817e7',
  "mutation CreateUnitOfMeasure($input: CreateUnitOfMeasureInput!) {\n__typename\nchange: createUnitOfMeasure(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangeUnitOfMeasure. */
export const ChangeUnitOfMeasureDocument = trusted<ChangeUnitOfMeasureMutation, ChangeUnitOfMeasureMutationVariables>(
  '47405aab41cf00e02c9860c3d0afb3f5a371522dcc9f62cd05dd069dd5afed72',
  "mutation ChangeUnitOfMeasure($input: ChangeUnitOfMeasureInput!) {\n__typename\nchange: changeUnitOfMeasure(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreateCoverageLevel. */
export const CreateCoverageLevelDocument = trusted<CreateCoverageLevelMutation, CreateCoverageLevelMutationVariables>(
  '25a709f8fee906dd92690b9f94d4162fc02516ad7faa2cc781758ad88c82903b',
  "mutation CreateCoverageLevel($input: CreateCoverageLevelInput!) {\n__typename\nchange: createCoverageLevel(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangeCoverageLevel. */
export const ChangeCoverageLevelDocument = trusted<ChangeCoverageLevelMutation, ChangeCoverageLevelMutationVariables>(
  '0a3aa4fb2a3612510af75b2929d679ab17f15e177310622d3bc8daed5e2a7d0d',
  "mutation ChangeCoverageLevel($input: ChangeCoverageLevelInput!) {\n__typename\nchange: changeCoverageLevel(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CreateFeature. */
export const CreateFeatureDocument = trusted<CreateFeatureMutation, CreateFeatureMutationVariables>(
  'a8f9455a4374b3c15256601392a3efd279e41fde8a8ecdb0c477cf18d4601836',
  "mutation CreateFeature($input: CreateFeatureInput!) {\n__typename\nchange: createFeature(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ChangeFeature. */
export const ChangeFeatureDocument = trusted<ChangeFeatureMutation, ChangeFeatureMutationVariables>(
  'ee6d244211dd2ef3bc1ccb3d0d2231f78e6a8a5a5647ecdbf1c58f62595014cf',
  "mutation ChangeFeature($input: ChangeFeatureInput!) {\n__typename\nchange: changeFeature(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Query FirstSteps. */
export const FirstStepsDocument = trusted<FirstStepsQuery, FirstStepsQueryVariables>(
  '5a73f5051c9690f5baaf35a0aa81444ad9b9674840ae854939a0974fea200bee',
  "query FirstSteps {\n__typename\nproductLines(first: 1, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\n}\n}\nproducts(first: 1) {\n__typename\nnodes {\n__typename\nid\n}\n}\nunitsOfMeasure(first: 1, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\n}\n}\nlicenseModels(first: 1, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\n}\n}\npartNumbers(first: 100, filter: {retired: false}) {\n__typename\nnodes {\n__typename\nid\ncode\ngaps\nlistPrices {\n__typename\nid\n}\n}\n}\naccounts(first: 1) {\n__typename\nnodes {\n__typename\nid\n}\n}\nentitlements(first: 1) {\n__typename\nnodes {\n__typename\nid\n}\n}\n}",
)
