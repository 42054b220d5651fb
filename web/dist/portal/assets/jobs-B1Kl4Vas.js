import{ao as e}from"./frame-BZ-GxDlq.js";var t=e(`2fceae86c736f89719999c4420bb7c5422b5bf150336fc9e05efde24b2be0d61`,`query FailedJobs {
  __typename
  jobs(filter: {state: [FAILED]}) {
    __typename
    totalCount
  }
}`),n=e(`35de8a3961b6a2b588a0dd50b55005c7c4ce3b93a58d8f0c1b522e620ebaa181`,`query Jobs($first: Int!, $after: String, $filter: JobFilterInput!) {
  __typename
  jobs(first: $first, after: $after, filter: $filter) {
    __typename
    totalCount
    pageInfo {
      __typename
      endCursor
      hasNextPage
    }
    nodes {
      __typename
      ...JobRow
    }
  }
}

fragment JobRow on Job {
  __typename
  id
  kind
  state
  createdAt
  attempts
  maxAttempts
  nextAttemptAt
  endedAt
  overdue
  failedAt
  lastError
  failures {
    __typename
    attempt
    at
    message
  }
  mail {
    __typename
    kind
    recipient
    linkEndsAt
  }
  account {
    __typename
    id
    name
  }
  retryRefusal
}`),r=e(`99e61cb8429a7604080bfcff0787e09da36444e23204a3bc777d77400216bc61`,`mutation RetryJob($input: RetryJobInput!) {
  __typename
  change: retryJob(input: $input) {
    __typename
    job {
      __typename
      ...JobRow
    }
    effects {
      __typename
      ...ChangeEffect
    }
    warnings {
      __typename
      ...ChangeWarning
    }
    errors {
      __typename
      ...ChangeError
    }
    auditEntry {
      __typename
      ...ChangeRecord
    }
  }
}

fragment ChangeEffect on Effect {
  __typename
  kind
  subjectId
  label
  field
  before {
    __typename
    text
    ... on BooleanValue {
      __typename
      isTrue
    }
    ... on DayValue {
      __typename
      day
    }
    ... on EnumValue {
      __typename
      enum
      value
    }
    ... on EnumListValue {
      __typename
      enum
      values
    }
    ... on MomentValue {
      __typename
      moment
    }
    ... on NumberValue {
      __typename
      number
    }
    ... on ReferenceValue {
      __typename
      subjectId
      label
    }
  }
  after {
    __typename
    text
    ... on BooleanValue {
      __typename
      isTrue
    }
    ... on DayValue {
      __typename
      day
    }
    ... on EnumValue {
      __typename
      enum
      value
    }
    ... on EnumListValue {
      __typename
      enum
      values
    }
    ... on MomentValue {
      __typename
      moment
    }
    ... on NumberValue {
      __typename
      number
    }
    ... on ReferenceValue {
      __typename
      subjectId
      label
    }
  }
}

fragment ChangeError on UserError {
  __typename
  code
  message
  field
  remedy
}

fragment ChangeRecord on AuditEntry {
  __typename
  id
  account {
    __typename
    id
  }
}

fragment ChangeWarning on Warning {
  __typename
  code
  message
}

fragment JobRow on Job {
  __typename
  id
  kind
  state
  createdAt
  attempts
  maxAttempts
  nextAttemptAt
  endedAt
  overdue
  failedAt
  lastError
  failures {
    __typename
    attempt
    at
    message
  }
  mail {
    __typename
    kind
    recipient
    linkEndsAt
  }
  account {
    __typename
    id
    name
  }
  retryRefusal
}`),i=e(`ac427dbcf9df5cf9af3dddb2c3a48644f3c70364724f32a8662307c0dfe44999`,`mutation DiscardJob($input: DiscardJobInput!) {
  __typename
  change: discardJob(input: $input) {
    __typename
    job {
      __typename
      ...JobRow
    }
    effects {
      __typename
      ...ChangeEffect
    }
    warnings {
      __typename
      ...ChangeWarning
    }
    errors {
      __typename
      ...ChangeError
    }
    auditEntry {
      __typename
      ...ChangeRecord
    }
  }
}

fragment ChangeEffect on Effect {
  __typename
  kind
  subjectId
  label
  field
  before {
    __typename
    text
    ... on BooleanValue {
      __typename
      isTrue
    }
    ... on DayValue {
      __typename
      day
    }
    ... on EnumValue {
      __typename
      enum
      value
    }
    ... on EnumListValue {
      __typename
      enum
      values
    }
    ... on MomentValue {
      __typename
      moment
    }
    ... on NumberValue {
      __typename
      number
    }
    ... on ReferenceValue {
      __typename
      subjectId
      label
    }
  }
  after {
    __typename
    text
    ... on BooleanValue {
      __typename
      isTrue
    }
    ... on DayValue {
      __typename
      day
    }
    ... on EnumValue {
      __typename
      enum
      value
    }
    ... on EnumListValue {
      __typename
      enum
      values
    }
    ... on MomentValue {
      __typename
      moment
    }
    ... on NumberValue {
      __typename
      number
    }
    ... on ReferenceValue {
      __typename
      subjectId
      label
    }
  }
}

fragment ChangeError on UserError {
  __typename
  code
  message
  field
  remedy
}

fragment ChangeRecord on AuditEntry {
  __typename
  id
  account {
    __typename
    id
  }
}

fragment ChangeWarning on Warning {
  __typename
  code
  message
}

fragment JobRow on Job {
  __typename
  id
  kind
  state
  createdAt
  attempts
  maxAttempts
  nextAttemptAt
  endedAt
  overdue
  failedAt
  lastError
  failures {
    __typename
    attempt
    at
    message
  }
  mail {
    __typename
    kind
    recipient
    linkEndsAt
  }
  account {
    __typename
    id
    name
  }
  retryRefusal
}`);export{r as i,t as n,n as r,i as t};