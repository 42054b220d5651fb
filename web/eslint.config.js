import * as graphql from '@graphql-eslint/eslint-plugin'

const { rules: recommended } = graphql.configs['flat/schema-recommended']
const { rules: relay } = graphql.configs['flat/schema-relay']

/** Types whose objects are values or parts of another object, and have no id. */
const valueTypes = [
  'Position',
  'Renewal',
  'RenewalAmount',
  'RenewalForecast',
  'ForecastMonth',
  'ForecastSums',
  'ForecastLine',
  'ForecastLinePage',
  'CoveredQuantity',
  'CoverageSegment',
  'IssuedLine',
  'RenewedLine',
  'ImportedRow',
  'CustomFieldValue',
  'RightEvent',
  'RightEventPage',
  'EvergreenTerm',
  'UnitConversion',
  'ConvertedAmount',
  'Pace',
  'Eligibility',
  'EligibleLineItem',
  'EligibilityReason',
  'EligibilityRemedy',
  'EligibilityPerson',
  'LineItemResult',
  'Viewer',
  'ViewerService',
  'ViewerServiceAccount',
  'ServiceAdministrator',
  'JoinableAccount',
  'OutsideRequest',
  'Actor',
  'OrderReference',
  'AuditChange',
  'JoiningDomain',
  'DomainProof',
  'WidgetDocument',
  'WidgetOrigin',
  'ServiceLink',
  'ImportRecordCount',
  'ImportRuleCount',
  'JobFailure',
  'JobMail',
  'JobCount',
  'ServerState',
  'Routine',
  'ServerCounts',
  'ServerSample',
  'Holding',
  'AccessReview',
  'AccessReviewEntry',
  'UserError',
  'Warning',
  'Effect',
  'Parameter',
  'TextValue',
  'NumberValue',
  'BooleanValue',
  'DayValue',
  'MomentValue',
  'EnumValue',
  'EnumListValue',
  'ReferenceValue',
  'QuantityValue',
  'Address',
  'ExternalId',
  'Instalment',
  'LedgerEntry',
  'LineageStep',
  'Money',
  'PageInfo',
  'ProductFeature',
  'Quantity',
  'SuiteMember',
]

// ESLint checks the GraphQL schema only; oxlint checks TypeScript. Paths are relative to the repository: ESLint
// checks no files outside its working directory, so `npm run lint:schema` runs it from there.
export default [
  {
    files: ['**/*.graphqls'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: ['schema.graphqls', 'graph/*.graphqls'] },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended,
      ...relay,
      // Every element is described, not only types and root fields.
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      // Types are described in a block, their members in one line: the rule knows one style only.
      '@graphql-eslint/description-style': 'off',
      // Connections carry `nodes` beside `edges`, and short bounded lists are plain lists.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { types: valueTypes, suffixes: ['Connection', 'Edge', 'Payload'] } },
      ],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
    },
  },
  {
    // User.userName and Product.productLine: the user name and the product line are words of the
    // domain, not a prefix.
    files: ['graph/account.graphqls', 'graph/catalog.graphqls'],
    rules: { '@graphql-eslint/no-typename-prefix': 'off' },
  },
  {
    // Ledger entries are part of their line item. They are not Nodes and cannot be fetched again.
    files: ['graph/entitlement.graphqls'],
    rules: {
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
    },
  },
]
