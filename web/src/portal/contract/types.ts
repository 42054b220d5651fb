/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A Date is a calendar day without a time zone, written YYYY-MM-DD. The last day of an interval is always part of it. */
  Date: { input: string; output: string; }
  /** A DateTime is a moment in UTC, written as RFC 3339 says, such as 2026-11-28T09:30:00Z. */
  DateTime: { input: string; output: string; }
  /** A Decimal is an exact decimal number. It is sent as text, so that no client rounds it. */
  Decimal: { input: string; output: string; }
};

/** A list runs in one of these directions. */
export type OrderDirection =
  /** The list runs from the smallest to the largest: A to Z, the earliest day or moment first. */
  | 'ASCENDING'
  /** The list runs from the largest to the smallest: Z to A, the latest day or moment first. */
  | 'DESCENDING';

/**
 * A DayRangeInput is a range of days. Both days are part of it. If to is before from, the range is refused with
 * BAD_RANGE.
 */
export type DayRangeInput = {
  /** The range starts on this day. It has no start if this is null. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The range ends on this day. It has no end if this is null. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** An actor is of one of these kinds. */
export type ActorKind =
  /** The actor is a person. */
  | 'USER'
  /** The actor is a program with an API key, or with a token that was made with one. */
  | 'PROGRAM'
  /** The actor is Muniment itself, an import, or a command on the server. */
  | 'SYSTEM';

/** A change does one of these things to an object. */
export type EffectKind =
  /** The change creates the object. */
  | 'CREATED'
  /**
   * The change gives a field of the object another value, also when the object is created or removed. If field is null,
   * the object changes as a whole.
   */
  | 'CHANGED'
  /** The change removes the object. */
  | 'REMOVED';

/** A producer role allows a person or a program of the producer to work for all customers. */
export type ProducerRole =
  /** An operator reads and changes everything. */
  | 'OPERATOR'
  /** A support agent reads everything that a customer sees, and changes nothing, except that they may grant grace. */
  | 'SUPPORT_AGENT'
  /** An integration is a program that reads everything, and changes what its API key allows. */
  | 'INTEGRATION';

/** A viewer proves who they are with one of these credentials. */
export type CredentialKind =
  /** The viewer is a person who signed in with a browser. */
  | 'SESSION'
  /** The request has an API key of a person or a program. */
  | 'API_KEY'
  /** The request has an access token of an identity provider. */
  | 'ACCESS_TOKEN'
  /** A page of another site has a short-lived token, with which it may run a few queries. */
  | 'WIDGET_TOKEN'
  /** The viewer followed a link from an e-mail, which works for one purpose only. */
  | 'LINK'
  /** Somebody ran a command on the server. */
  | 'COMMAND_LINE'
  /** Muniment itself acted, for example in its daily work. */
  | 'SYSTEM';

/** A session starts with one of these ways to sign in. */
export type SignInMethod =
  /** The user signed in at an identity provider, with OpenID Connect. */
  | 'OPENID'
  /** The user followed a link from an e-mail. */
  | 'LINK'
  /** The user chose a sample user of the demonstration. */
  | 'DEMO';

/** A scope is something for which an API key may be used. A scope never allows more than the owner of the key may do. */
export type KeyScope =
  /** The key may read what its owner may read. */
  | 'READ'
  /** The key may make the changes that its owner may make. */
  | 'WRITE'
  /** The customer's directory may manage the members of the account with the key. */
  | 'PROVISION'
  /** The key may make widget tokens. */
  | 'MINT_WIDGET_TOKENS';

/** A service is closed to the viewer in an account for one of these reasons. */
export type ServiceClosedReason =
  /** Neither the membership nor the API key grants the service. */
  | 'NOT_GRANTED'
  /** The membership is suspended. */
  | 'SUSPENDED'
  /** The membership has ended. */
  | 'ENDED'
  /** The session is narrowed to another account, whatever the membership grants. The mutation switchAccount widens it. */
  | 'NARROWED'
  /** The API key does not have the scope READ. */
  | 'KEY_SCOPE';

/** Input of createApiKey. */
export type CreateApiKeyInput = {
  /**
   * This name tells people what the key is for. It is one line of 1 to 100 characters, without control characters,
   * invisible characters and blanks at its ends. Two active keys may have the same name, so that one can replace the
   * other.
   */
  name: Scalars['String']['input'];
  /** The key acts for this account. The key acts for the viewer if this is null. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** The key may be used for these purposes. At least one is required. */
  scopes: Array<KeyScope>;
  /** The key of an account has these roles in it. The default is READER. */
  roles?: InputMaybe<Array<Role>>;
  /**
   * The key of an account may use these services. The default is LICENSING, and no service if the key has only the
   * scope PROVISION.
   */
  serviceAccess?: InputMaybe<Array<Service>>;
  /**
   * If this is true, the key of an account also works for the accounts below it. The viewer's own access must reach
   * them. The default is false.
   */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The key of a program of the producer has this role for all customers. Only operators may set it. */
  producerRole?: InputMaybe<ProducerRole>;
  /** The key stops working after this many days, 1 to 730. The default is 365. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /**
   * This text, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same text again, no second API key is created, and the answer is that of the first request, but without the secret.
   * The text is ignored in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of revokeApiKey. */
export type RevokeApiKeyInput = {
  /** This API key is revoked. */
  apiKey: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of mintWidgetToken. */
export type MintWidgetTokenInput = {
  /** The page reads for this user. Give either user or account. */
  user?: InputMaybe<Scalars['ID']['input']>;
  /** The page reads for this account. Give either account or user. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Pages of these origins may use the token. Give 1 to 10, such as https://community.example.com. If the producer's
   * operators keep a list of origins, each must be in it.
   */
  origins: Array<Scalars['String']['input']>;
  /**
   * The token may run the registered documents with these SHA-256 hashes, written in hexadecimal. The default is every
   * registered document and those of Muniment's own widgets. An empty list is refused.
   */
  documents?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The token works for this many minutes, 1 to 10. The default is 5. */
  minutes?: InputMaybe<Scalars['Int']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of switchAccount. */
export type SwitchAccountInput = {
  /** The session shows this account only. The session shows all accounts of the viewer if this is null. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of viewAs. */
export type ViewAsInput = {
  /** The viewer sees what an administrator of this account sees. The viewer stops doing so if this is null. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of endSessions. */
export type EndSessionsInput = {
  /** This session ends. Every session but the current one ends if this is null. */
  session?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** An account is one of these things to the producer. */
export type AccountKind =
  /** The account is an organization that uses the software. */
  | 'CUSTOMER'
  /** The account is an organization that resells the software. */
  | 'CHANNEL_PARTNER'
  /** The account is the company that runs Muniment. */
  | 'PRODUCER'
  /** The account is an organization that registered itself. */
  | 'SELF_REGISTERED';

/** A role allows a member to do something in an account. */
export type Role =
  /** An account administrator manages the members, and may do what every other role allows. */
  | 'ACCOUNT_ADMINISTRATOR'
  /** A license manager activates, returns and moves seats. */
  | 'LICENSE_MANAGER'
  /** A renewals manager plans and orders renewals. */
  | 'RENEWALS_MANAGER'
  /** A downloader downloads software. */
  | 'DOWNLOADER'
  /** A reader changes nothing. What they see depends on their services, as for every role. */
  | 'READER';

/** A service is a part of the customer's portal. The customer's own administrators open and close it for each member. */
export type Service =
  /** The member uses the community site. */
  | 'COMMUNITY'
  /** The member sees and uses rights. */
  | 'LICENSING'
  /** The member downloads software. */
  | 'DOWNLOADS';

/** E-mails are written in one of these languages. */
export type Language =
  /** The e-mails are in English. */
  | 'EN'
  /** The e-mails are in German. */
  | 'DE';

/** A membership is created in one of these ways. */
export type MembershipOrigin =
  /** The membership came from an older system. */
  | 'IMPORT'
  /** The user accepted an invitation. */
  | 'INVITATION'
  /** The user joined because the account allows the domain of their e-mail address. */
  | 'DOMAIN'
  /** An administrator granted the user's request for access. */
  | 'REQUEST'
  /** The customer's directory provisioned the membership. */
  | 'DIRECTORY'
  /** The producer created the membership. */
  | 'OPERATOR';

/** These are the filters for a list of accounts. docs/filters.md lists the combinations that are allowed. */
export type AccountFilterInput = {
  /** The list has only accounts below this account, at any depth. */
  below?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only accounts of one of these kinds. */
  kind?: InputMaybe<Array<AccountKind>>;
  /** The list has only accounts that are retired, or only accounts that are not. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only accounts whose name has these words. Each word may be the beginning of a word of the name. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of accounts is sorted in one of these orders. */
export type AccountOrder =
  /** The list is sorted by name, A to Z by default. */
  | 'NAME'
  /** The list is sorted by the moment of creation, newest first by default. */
  | 'CREATED'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** These are the filters for a list of users. docs/filters.md lists the combinations that are allowed. */
export type UserFilterInput = {
  /** The list has only members of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has members of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The list has only users whose name, user name or e-mail address has these words. Each word may be the beginning of
   * a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of users is sorted in one of these orders. */
export type UserOrder =
  /** The list is sorted by user name, A to Z by default. */
  | 'USER_NAME'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** These are the filters for a list of memberships. docs/filters.md lists the combinations that are allowed. */
export type MembershipFilterInput = {
  /** The list has only memberships in this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The list has only members whose name, user name or e-mail address has these words. Each word may be the beginning
   * of a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only members with one of these roles, granted directly or through the directory. */
  role?: InputMaybe<Array<Role>>;
  /**
   * The list has only members to whom at least one of these services is granted neither directly nor through the
   * directory.
   */
  lacksService?: InputMaybe<Array<Service>>;
  /** The list has only memberships that are current on the day if this is true, and only others if it is false. */
  current?: InputMaybe<Scalars['Boolean']['input']>;
  /** The filter current asks about this day. The default is today. A day without the filter current is refused. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the memberships in one account. */
export type AccountMembershipFilterInput = {
  /**
   * The list has only members whose name, user name or e-mail address has these words. Each word may be the beginning
   * of a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only members with one of these roles, granted directly or through the directory. */
  role?: InputMaybe<Array<Role>>;
  /**
   * The list has only members to whom at least one of these services is granted neither directly nor through the
   * directory.
   */
  lacksService?: InputMaybe<Array<Service>>;
  /** The list has only memberships that are current on the day if this is true, and only others if it is false. */
  current?: InputMaybe<Scalars['Boolean']['input']>;
  /** The filter current asks about this day. The default is today. A day without the filter current is refused. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of memberships is sorted in one of these orders. */
export type MembershipOrder =
  /** The list is sorted by id. */
  | 'ID'
  /** The list is sorted by the user name of the member, A to Z by default. */
  | 'USER_NAME'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** Input of setNotificationLanguage. */
export type SetNotificationLanguageInput = {
  /** The viewer gets e-mails in this language. */
  language: Language;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/**
 * An AddressInput is a postal address, or the parts of one that change. In a change, a part that is left out stays as it
 * is, and a part that is null is removed.
 */
export type AddressInput = {
  /** This is the street with the number of the house. It has at most 200 characters. */
  street?: InputMaybe<Scalars['String']['input']>;
  /** This is the town or city. It has at most 200 characters. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** This is the state or province. It has at most 200 characters. */
  state?: InputMaybe<Scalars['String']['input']>;
  /** This is the postal code. It has at most 200 characters. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** This is the code of the country with two letters, as ISO 3166 has it, such as DE. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** The producer's sales region has this name. It has at most 200 characters. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** Input of createAccount. */
export type CreateAccountInput = {
  /** The account has this name, of 1 to 200 characters. Other accounts may have the same name. */
  name: Scalars['String']['input'];
  /** The account is this to the producer. */
  kind: AccountKind;
  /** This note describes the account. It has at most 500 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The account has this postal address. */
  address?: InputMaybe<AddressInput>;
  /** This is true if customers see the account in the portal. They do if this is null. */
  visible?: InputMaybe<Scalars['Boolean']['input']>;
  /** The account is directly below these accounts. It is below none if this is null. */
  parents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeAccount. */
export type ChangeAccountInput = {
  /** This account is changed. */
  account: Scalars['ID']['input'];
  /** The account gets this name, of 1 to 200 characters. The name stays as it is if this is null. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The account becomes this to the producer. It stays what it is if this is null. */
  kind?: InputMaybe<AccountKind>;
  /**
   * This note describes the account. It has at most 500 characters. The note stays as it is if this is left out, and is
   * removed if this is null.
   */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * These parts of the postal address change. The address stays as it is if this is left out, and is removed if this is
   * null.
   */
  address?: InputMaybe<AddressInput>;
  /** This is true if customers see the account in the portal. It stays as it is if this is null. */
  visible?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of linkAccounts. */
export type LinkAccountsInput = {
  /** This account gets the other one directly below it. */
  parent: Scalars['ID']['input'];
  /** This account is placed directly below the other one. It keeps the parents that it has. */
  child: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of unlinkAccounts. */
export type UnlinkAccountsInput = {
  /** The other account is directly below this account. */
  parent: Scalars['ID']['input'];
  /** This account is no longer directly below the other one. It keeps its other parents. */
  child: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of retireAccount. */
export type RetireAccountInput = {
  /** This account takes no new grants. */
  account: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of reinstateAccount. */
export type ReinstateAccountInput = {
  /** This account takes new grants again. */
  account: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A device is of one of these kinds. */
export type DeviceKind =
  /** The device is a machine that activates by itself. */
  | 'CLIENT'
  /** The device is a machine or a user that borrows from a license server. */
  | 'SERVED_CLIENT'
  /** The device is a machine that is known only by a host name or a host id. */
  | 'HOST';

/** A device or a license server is in one of these states. */
export type DeviceStatus =
  /** The device is in use. */
  | 'ACTIVE'
  /** The device is retired. */
  | 'OBSOLETE'
  /** The device is for tests only. */
  | 'TEST'
  /** The device was returned. */
  | 'RETURNED';

/** A device or a license server is one of these kinds of machine. */
export type MachineKind =
  /** The machine is hardware. */
  | 'PHYSICAL'
  /** The machine is virtual. */
  | 'VIRTUAL';

/** A license server runs in one of these places. */
export type Deployment =
  /** The license server runs at the producer. */
  | 'CLOUD'
  /** The license server runs at the customer. */
  | 'LOCAL';

/** These are the filters for a list of devices. docs/filters.md lists the combinations that are allowed. */
export type DeviceFilterInput = {
  /** The list has only devices of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only devices of one of these kinds. */
  kind?: InputMaybe<Array<DeviceKind>>;
  /** The list has only devices in one of these states. */
  status?: InputMaybe<Array<DeviceStatus>>;
  /**
   * The list has only devices whose name, machine, user or fingerprint has these words. Each word may be the beginning
   * of a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /**
   * The list has only devices with an activation of this product line that counts today: it was not returned, and if it
   * has a term of its own, this has not ended.
   */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only devices that were not seen at this moment or later, or never. */
  notSeenSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the devices of one account. They may all be combined. */
export type AccountDeviceFilterInput = {
  /** The list has only devices of one of these kinds. */
  kind?: InputMaybe<Array<DeviceKind>>;
  /** The list has only devices in one of these states. */
  status?: InputMaybe<Array<DeviceStatus>>;
  /**
   * The list has only devices whose name, machine, user or fingerprint has these words. Each word may be the beginning
   * of a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /**
   * The list has only devices with an activation of this product line that counts today: it was not returned, and if it
   * has a term of its own, this has not ended.
   */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only devices that were not seen at this moment or later, or never. */
  notSeenSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of devices is sorted in one of these orders. */
export type DeviceOrder =
  /** The list is sorted by name, A to Z by default. */
  | 'NAME'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** These are the filters for a list of activations. docs/filters.md lists the combinations that are allowed. */
export type ActivationFilterInput = {
  /** The list has only activations of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only activations of this line item. */
  lineItem?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only activations on this device. */
  device?: InputMaybe<Scalars['ID']['input']>;
  /**
   * If this is true, the list has only activations that count today: they were not returned, and if they have a term
   * of their own, it has not ended.
   */
  liveOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the activations of one account. They may all be combined. */
export type AccountActivationFilterInput = {
  /** The list has only activations of this line item. */
  lineItem?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only activations on this device. */
  device?: InputMaybe<Scalars['ID']['input']>;
  /**
   * If this is true, the list has only activations that count today: they were not returned, and if they have a term
   * of their own, it has not ended.
   */
  liveOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the activations of one line item or one device. They may all be combined. */
export type OwnActivationFilterInput = {
  /**
   * If this is true, the list has only activations that count today: they were not returned, and if they have a term
   * of their own, it has not ended.
   */
  liveOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of activations is sorted in one of these orders. */
export type ActivationOrder =
  /** The list is sorted by the moment of activation, newest first by default. */
  | 'ACTIVATED'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** These are the filters for a list of license servers. docs/filters.md lists the combinations that are allowed. */
export type LicenseServerFilterInput = {
  /** The list has only license servers of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only license servers that run in one of these places. */
  deployment?: InputMaybe<Array<Deployment>>;
  /** The list has only license servers in one of these states. */
  status?: InputMaybe<Array<DeviceStatus>>;
  /**
   * The list has only license servers whose name, machine or fingerprint has these words. Each word may be the beginning
   * of a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the license servers of one account. They may all be combined. */
export type AccountLicenseServerFilterInput = {
  /** The list has only license servers that run in one of these places. */
  deployment?: InputMaybe<Array<Deployment>>;
  /** The list has only license servers in one of these states. */
  status?: InputMaybe<Array<DeviceStatus>>;
  /**
   * The list has only license servers whose name, machine or fingerprint has these words. Each word may be the beginning
   * of a word there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of license servers is sorted in one of these orders. */
export type LicenseServerOrder =
  /** The list is sorted by name, A to Z by default. */
  | 'NAME'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/**
 * These are the filters for a list of audit entries. At most one of actor, subject and action may be given, with or
 * without recordedSince and recordedBefore. The producer's people cannot filter the entries of all accounts together by
 * time alone.
 */
export type AuditFilterInput = {
  /**
   * The list has only changes that this user made. What a program did has no user, so that it is found by subject or
   * action.
   */
  actor?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only changes of the object with this id. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The list has only changes of this line item, of its entitlement, of its periods, and of the coverages that cover it
   * with their items.
   */
  lineItem?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The list has only entries with exactly this action: the name of a mutation, such as inviteMembers, or another action
   * that docs/filters.md lists.
   */
  action?: InputMaybe<Scalars['String']['input']>;
  /** The list has only entries that were recorded at this moment or later. */
  recordedSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** The list has only entries that were recorded before this moment. An entry of this moment is not in the list. */
  recordedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A product is of one of these kinds. */
export type ProductKind =
  /** The product is licensed on its own. */
  | 'PRODUCT'
  /** The product is a suite: several products that are sold together. */
  | 'SUITE'
  /** The product is the maintenance of other products. */
  | 'MAINTENANCE';

/** A product is in one of these states of sale. */
export type CatalogState =
  /** The product is not offered yet. */
  | 'DRAFT'
  /** The product is offered. */
  | 'AVAILABLE'
  /** The product is not offered for now. */
  | 'INACTIVE'
  /** The product is no longer offered. Rights to it stay. */
  | 'OBSOLETE';

/** A right is activated in one of these ways. */
export type ActivationModel =
  /** The right is bound to one device. */
  | 'NODE_LOCKED'
  /** Devices share the right through a license server of the customer. */
  | 'FLOATING'
  /** Devices share the right through a license server in the cloud. */
  | 'CLOUD_SERVED'
  /** The use is measured, and nothing is activated. */
  | 'USAGE';

/** One of these things happens to copies in use that no longer fit after a renewal with fewer copies. */
export type SurplusRule =
  /** No device stops. The surplus is shown as excess, with a warning. */
  | 'WARN'
  /**
   * After the grace days, the devices stop that the customer picked, or else those that were not seen for the longest
   * time.
   */
  | 'STOP_AFTER_GRACE';

/** A unit of measure counts one of these kinds of things. */
export type UnitKind =
  /** The unit counts people, places or things. */
  | 'COUNT'
  /** The unit counts computing capacity. */
  | 'CAPACITY'
  /** The unit counts an amount of data. */
  | 'VOLUME'
  /** The unit counts an amount of data in a time. */
  | 'RATE'
  /** The unit counts time. */
  | 'TIME'
  /** The unit counts weighted points. */
  | 'POINTS'
  /** The unit counts money. */
  | 'MONEY'
  /** The kind is not known. */
  | 'NONE';

/** A counted thing is held in one of these ways. */
export type UnitPool =
  /** The thing is assigned to one holder. */
  | 'NAMED'
  /** Holders share the thing, and each one holds it only while they use it. */
  | 'CONCURRENT'
  /** The thing is bound to a machine. */
  | 'NODE'
  /** The thing is bound to a postal address. */
  | 'SITE'
  /** Everybody in a defined group holds the thing. */
  | 'POPULATION'
  /** Nobody in particular holds the thing. */
  | 'NONE';

/** The values that are measured in an interval become one number in one of these ways. */
export type Aggregation =
  /** The number is the last value. */
  | 'LAST'
  /** The number is the largest value. */
  | 'PEAK'
  /** The number is the mean of the values. */
  | 'AVERAGE'
  /** The number is the sum of the values. */
  | 'SUM'
  /** Use is never measured, so there is only the granted amount. */
  | 'ENTITLED';

/** These are the filters for a list of products. They may all be combined. */
export type ProductFilterInput = {
  /** The list has only products of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only products of one of these kinds. */
  kind?: InputMaybe<Array<ProductKind>>;
  /** The list has only products whose name has these words. Each word may be the beginning of a word of the name. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** These are the filters for a list of features. */
export type FeatureFilterInput = {
  /** The list has only features whose code starts with this text, compared as it is written. */
  codeStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** The list has only features that are retired if this is true, and only those that are not if it is false. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** These are the filters for a list of part numbers. They may be combined. */
export type PartNumberFilterInput = {
  /** The list has only part numbers of this product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only part numbers whose code starts with this text, compared as it is written. */
  codeStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** The list has only part numbers that are retired if this is true, and only those that are not if it is false. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** This is the filter for a list of product lines. */
export type ProductLineFilterInput = {
  /** The list has only product lines that are retired if this is true, and only those that are not if it is false. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** This is the filter for a list of units of measure. */
export type UnitOfMeasureFilterInput = {
  /** The list has only units of measure that are retired if this is true, and only those that are not if it is false. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** This is the filter for a list of license models. */
export type LicenseModelFilterInput = {
  /** The list has only license models that are retired if this is true, and only those that are not if it is false. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** This is the filter for a list of coverage levels. */
export type CoverageLevelFilterInput = {
  /** The list has only coverage levels that are retired if this is true, and only those that are not if it is false. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One of these lists of the catalog can be written and read as a table. */
export type CatalogList =
  /** The table has a row for each product line. */
  | 'PRODUCT_LINES'
  /** The table has a row for each product, with its features and the products of a suite. */
  | 'PRODUCTS'
  /** The table has a row for each license model, with its newest terms. */
  | 'LICENSE_MODELS'
  /** The table has a row for each unit of measure. */
  | 'UNITS_OF_MEASURE'
  /** The table has a row for each coverage level. */
  | 'COVERAGE_LEVELS'
  /** The table has a row for each feature. */
  | 'FEATURES'
  /** The table has a row for each part number. */
  | 'PART_NUMBERS'
  /** The table has a row for each list price. */
  | 'LIST_PRICES';

/** A change does one of these things with a row of a table. */
export type RowResult =
  /** The object of the row is created. */
  | 'CREATED'
  /** The object of the row gets other values. */
  | 'CHANGED'
  /** The object of the row has these values already. */
  | 'UNCHANGED';

/** Input of importCatalog. */
export type ImportCatalogInput = {
  /** The table has the objects of this list. */
  list: CatalogList;
  /**
   * This is the table as CSV, with commas. It has at most 1000 rows and 250000 characters. The first row has the names of
   * columns of the export of the list, in any order. Columns may be left out, but not those that identify an object. An
   * empty cell leaves a value as it is, and a hyphen alone removes it.
   */
  csv: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** These are the terms of a license model. */
export type LicenseTermsInput = {
  /** A lease lasts this many seconds. There are no leases if this is null. */
  leaseSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** A right serves the devices that it has for this many days after its last day, on which it is IN_GRACE. */
  graceDays: Scalars['Int']['input'];
  /** This is true if more may be used than was granted. */
  overdraftAllowed: Scalars['Boolean']['input'];
  /** An activation may move to another device this many times. There is no limit if this is null. */
  rehostLimit?: InputMaybe<Scalars['Int']['input']>;
  /** This is true if a device may activate without a connection. */
  offlineAllowed: Scalars['Boolean']['input'];
  /** An offline activation lasts this many days. There is no limit if this is null. */
  offlineDays?: InputMaybe<Scalars['Int']['input']>;
  /** This happens to copies in use that no longer fit after a renewal with fewer copies. The default is WARN. */
  surplus?: InputMaybe<SurplusRule>;
};

/** Input of createLicenseModel. */
export type CreateLicenseModelInput = {
  /** The license model has this name, of 1 to 200 characters. No two license models have the same. */
  name: Scalars['String']['input'];
  /** The license model uses this licensing technology. */
  technology?: InputMaybe<Scalars['String']['input']>;
  /** Rights are activated in this way. */
  activationModel: ActivationModel;
  /** This is true if use is measured, which USAGE always is. The default is false for the other activation models. */
  metered?: InputMaybe<Scalars['Boolean']['input']>;
  /** These are the terms of the first version. */
  terms: LicenseTermsInput;
  /** The first version is valid from this day on. The default is today. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeLicenseModel. */
export type ChangeLicenseModelInput = {
  /** This license model changes. */
  licenseModel: Scalars['ID']['input'];
  /** The license model has this name, of 1 to 200 characters. It stays as it is if this is null. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The license model uses this licensing technology. An empty text removes it, and it stays as it is if this is null. */
  technology?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, the license model is not offered for new rights any more, and everything that was granted stays
   * as it is. If it is false, the license model is offered again.
   */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of reviseLicenseModel. */
export type ReviseLicenseModelInput = {
  /** This license model gets other terms. */
  licenseModel: Scalars['ID']['input'];
  /** These are all of the terms. What is left out is not taken from the version before. */
  terms: LicenseTermsInput;
  /**
   * The terms are valid from this day on, which is today or later, and later than the first day of the newest version.
   * The first version may be replaced by one of an earlier day as long as no period uses it. The default is today.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** One of these is missing in a part number, so that nothing can be issued under it. */
export type PartNumberGap =
  /** The product is not known. */
  | 'PRODUCT'
  /** Neither the part number nor its product names a license model. */
  | 'LICENSE_MODEL'
  /** The license model has no version of its terms. */
  | 'LICENSE_TERMS'
  /** The unit is not known. */
  | 'UNIT'
  /** The term is not known. */
  | 'TERM'
  /** The term ends, and its length is not known. */
  | 'TERM_LENGTH'
  /** It is not known how the term starts. */
  | 'START_RULE'
  /** It is not known how many of the unit one ordered piece grants. */
  | 'PACK_SIZE'
  /** The term is perpetual, and it is not known how long the coverage that is sold along lasts. */
  | 'COVERAGE_LENGTH';

/** One of these details can be removed from a part number. */
export type PartNumberDetail =
  /** The license model is removed, so that that of the product applies. */
  | 'LICENSE_MODEL'
  /** The length of the term is removed, with its unit. */
  | 'TERM_LENGTH'
  /** The coverage that is sold along is removed, with its length and level. */
  | 'COVERAGE'
  /** The length of the coverage is removed, so that it lasts as long as the right. */
  | 'COVERAGE_LENGTH'
  /** The level of the coverage is removed. */
  | 'COVERAGE_LEVEL'
  /** The successor is removed, so that rights are renewed under the same part number. */
  | 'SUCCESSOR'
  /** The days before the end are removed until which a renewal can be cancelled, so that rights are no longer evergreen. */
  | 'CANCEL_DAYS';

/** Input of createPartNumber. */
export type CreatePartNumberInput = {
  /** The part number gets this code, of 1 to 100 characters. No two part numbers have the same. */
  code: Scalars['String']['input'];
  /** This text describes the part number. It has at most 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The part number stands for this product. It is null if it is not known. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The part number stands for this license model. If this is null, that of the product applies. */
  licenseModel?: InputMaybe<Scalars['ID']['input']>;
  /** The part number is counted in this unit. It is null if it is not known. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /** Rights are granted for this term. It is null if it is not known. */
  term?: InputMaybe<Term>;
  /** The term starts in this way. It is null if it is not known. */
  startRule?: InputMaybe<StartRule>;
  /** The term lasts this many units of termUnit, at most about a hundred years. A perpetual term has no length. */
  termLength?: InputMaybe<Scalars['Int']['input']>;
  /** The length of the term is counted in this unit. */
  termUnit?: InputMaybe<TermUnit>;
  /** One ordered piece grants this many of the unit, at least 1. The default is 1. */
  packSize?: InputMaybe<Scalars['Int']['input']>;
  /**
   * With one ordered piece, this many of the unit may be used beyond what is granted, if the terms of the license
   * model allow it. The default is 0.
   */
  overdraft?: InputMaybe<Scalars['Int']['input']>;
  /** A coverage of this kind is sold along. None is sold along if this is null. */
  coverageKind?: InputMaybe<CoverageKind>;
  /** The coverage lasts this many units of coverageLengthUnit. It lasts as long as the right if this is null. */
  coverageLength?: InputMaybe<Scalars['Int']['input']>;
  /** The length of the coverage is counted in this unit. */
  coverageLengthUnit?: InputMaybe<TermUnit>;
  /** The coverage has this level. */
  coverageLevel?: InputMaybe<Scalars['ID']['input']>;
  /** The right is renewed under this part number. If this is null, it is renewed under the same one. */
  successor?: InputMaybe<Scalars['ID']['input']>;
  /**
   * If this is given, rights under the part number are evergreen: they are renewed by themselves, unless the renewal is
   * cancelled so many days before the last one of their term at the latest. It is 1 to 3650, and less than the length of
   * the term. Only a subscription with a length can be evergreen, and none of which each activation starts its own term.
   */
  cancelDays?: InputMaybe<Scalars['Int']['input']>;
  /** The part number upgrades rights in exactly these products, at most 100. The default is none. */
  upgradesFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changePartNumber. */
export type ChangePartNumberInput = {
  /** This part number changes. */
  partNumber: Scalars['ID']['input'];
  /** This text describes the part number. An empty text removes it, and it stays as it is if this is null. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The part number stands for this product. It stays as it is if this is null. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The part number stands for this license model. It stays as it is if this is null. */
  licenseModel?: InputMaybe<Scalars['ID']['input']>;
  /** The part number is counted in this unit. It stays as it is if this is null. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /** Rights are granted for this term. It stays as it is if this is null. */
  term?: InputMaybe<Term>;
  /** The term starts in this way. It stays as it is if this is null. */
  startRule?: InputMaybe<StartRule>;
  /**
   * The term lasts this many units of termUnit, at most about a hundred years. A perpetual term has no length. It
   * stays as it is if this is null.
   */
  termLength?: InputMaybe<Scalars['Int']['input']>;
  /** The length of the term is counted in this unit. It stays as it is if this is null. */
  termUnit?: InputMaybe<TermUnit>;
  /** One ordered piece grants this many of the unit, at least 1. It stays as it is if this is null. */
  packSize?: InputMaybe<Scalars['Int']['input']>;
  /**
   * With one ordered piece, this many of the unit may be used beyond what is granted, if the terms of the license
   * model allow it. It stays as it is if this is null.
   */
  overdraft?: InputMaybe<Scalars['Int']['input']>;
  /** A coverage of this kind is sold along. It stays as it is if this is null. */
  coverageKind?: InputMaybe<CoverageKind>;
  /** The coverage lasts this many units of coverageLengthUnit. It stays as it is if this is null. */
  coverageLength?: InputMaybe<Scalars['Int']['input']>;
  /** The length of the coverage is counted in this unit. It stays as it is if this is null. */
  coverageLengthUnit?: InputMaybe<TermUnit>;
  /** The coverage has this level. It stays as it is if this is null. */
  coverageLevel?: InputMaybe<Scalars['ID']['input']>;
  /** The right is renewed under this part number. It stays as it is if this is null. */
  successor?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Rights under the part number are evergreen, and the renewal can be cancelled until so many days before the last one of
   * their term, as createPartNumber says. It may change after rights were granted: their terms keep what they were
   * granted with, and the next ones have what is changed. It stays as it is if this is null.
   */
  cancelDays?: InputMaybe<Scalars['Int']['input']>;
  /** The part number upgrades rights in exactly these products, at most 100. The list stays as it is if this is null. */
  upgradesFrom?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** These details are removed, before those that the input gives are set. */
  removes?: InputMaybe<Array<PartNumberDetail>>;
  /**
   * If this is true, the part number is not offered for new rights any more, and everything that was granted stays as
   * it is. If it is false, the part number is offered again.
   */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Money is an amount in a currency. */
export type MoneyInput = {
  /**
   * This is the amount in the main unit of the currency, such as dollars. It is not negative, and has no more decimals
   * than the currency.
   */
  amount: Scalars['Decimal']['input'];
  /** This is the ISO 4217 code of the currency, such as USD. */
  currency: Scalars['String']['input'];
};

/** Input of setListPrice. */
export type SetListPriceInput = {
  /** The price is that of this part number, for one of its unit and for its term. */
  partNumber: Scalars['ID']['input'];
  /** This is the price. */
  price: MoneyInput;
  /**
   * The price is valid from this day on, which is today or later. Only the first price in a currency may start
   * earlier. The default is today.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of removeListPrice. */
export type RemoveListPriceInput = {
  /** This list price is removed. */
  listPrice: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** This is a feature of a product. */
export type ProductFeatureInput = {
  /** The product has this feature. */
  feature: Scalars['ID']['input'];
  /** One product grants this many of the feature. The default is 1. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
};

/** This is one product of a suite. */
export type SuiteMemberInput = {
  /** The suite contains this product. */
  product: Scalars['ID']['input'];
  /** One suite contains this many of the product. The default is 1. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
};

/** Input of createProductLine. */
export type CreateProductLineInput = {
  /** The product line has this name, of 1 to 200 characters. No two product lines have the same. */
  name: Scalars['String']['input'];
  /** This text describes the product line. It has at most 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeProductLine. */
export type ChangeProductLineInput = {
  /** This product line changes. */
  productLine: Scalars['ID']['input'];
  /** The product line has this name, of 1 to 200 characters. It stays as it is if this is null. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** This text describes the product line. An empty text removes it, and it stays as it is if this is null. */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, the product line is not offered for new rights any more, and everything that was granted stays as
   * it is. If it is false, the product line is offered again.
   */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of createProduct. */
export type CreateProductInput = {
  /** The product belongs to this product line. */
  productLine: Scalars['ID']['input'];
  /** The product has this name, of 1 to 200 characters. No two products have the same name and version. */
  name: Scalars['String']['input'];
  /** The product has this version. It has none if this is null or empty. */
  version?: InputMaybe<Scalars['String']['input']>;
  /** This text describes the product. It has at most 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The product is of this kind. The default is PRODUCT. */
  kind?: InputMaybe<ProductKind>;
  /** The product is in this state of sale. The default is DRAFT. */
  state?: InputMaybe<CatalogState>;
  /** The product is sold with this license model, unless the part number names another. */
  licenseModel?: InputMaybe<Scalars['ID']['input']>;
  /** The product is offered from this day on. It is null if the day is not decided. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The product is offered until this day, which is the last one. It is null if the day is not decided, or if there is
   * none.
   */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeProduct. */
export type ChangeProductInput = {
  /** This product changes. */
  product: Scalars['ID']['input'];
  /** The product has this name, of 1 to 200 characters. It stays as it is if this is null. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The product has this version. An empty text removes it, and it stays as it is if this is null. */
  version?: InputMaybe<Scalars['String']['input']>;
  /** This text describes the product. An empty text removes it, and it stays as it is if this is null. */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * The product is in this state of sale. A product that is not a draft cannot become one again. The state stays as it
   * is if this is null.
   */
  state?: InputMaybe<CatalogState>;
  /**
   * The product is sold with this license model, unless the part number names another. It stays as it is if this is
   * null.
   */
  licenseModel?: InputMaybe<Scalars['ID']['input']>;
  /** The product is offered from this day on. It stays as it is if this is null. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The product is offered until this day, which is the last one. It stays as it is if this is null. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** If this is true, the product has no last day. Then endsOn must be null. */
  perpetual?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of setProductFeatures. */
export type SetProductFeaturesInput = {
  /** This product gets the features. */
  product: Scalars['ID']['input'];
  /** The product has exactly these features, at most 100. */
  features: Array<ProductFeatureInput>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of setSuiteMembers. */
export type SetSuiteMembersInput = {
  /** This suite gets the products. */
  suite: Scalars['ID']['input'];
  /** The suite has exactly these products, at most 100. */
  members: Array<SuiteMemberInput>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of createUnitOfMeasure. */
export type CreateUnitOfMeasureInput = {
  /** The unit gets this code, of 1 to 100 characters. No two units have the same. */
  code: Scalars['String']['input'];
  /** One of the unit is called this. */
  singular: Scalars['String']['input'];
  /** Several of the unit are called this. */
  plural: Scalars['String']['input'];
  /** This is the short symbol of the unit. The unit has none if this is null or empty. */
  symbol?: InputMaybe<Scalars['String']['input']>;
  /** The unit counts things of this kind, which is not NONE. */
  kind: UnitKind;
  /** Counted things are held in this way. */
  pool: UnitPool;
  /** The values that are measured in an interval become one number in this way. */
  aggregation: Aggregation;
  /**
   * Amounts are stored in this base unit. Two units convert into each other only if they have the same kind and base
   * unit.
   */
  baseUnit: Scalars['String']['input'];
  /** One unit is this many base units, as a whole number. The default is 1. */
  scale?: InputMaybe<Scalars['Decimal']['input']>;
  /** Pages show amounts with this many decimals: 0 to 9. The default is 0. */
  decimals?: InputMaybe<Scalars['Int']['input']>;
  /**
   * This is the ISO 4217 code of the currency of a unit that counts money. Then the scale is counted in minor units of
   * the currency.
   */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** This text explains in plain words how the unit is counted. It has at most 500 characters. */
  rule: Scalars['String']['input'];
  /**
   * This line says in English what counts as one of the unit, such as "One named person who may sign in." It has at most
   * 300 characters. The unit has none if this is null or empty.
   */
  countsAsOneEnglish?: InputMaybe<Scalars['String']['input']>;
  /**
   * This line says in German what counts as one of the unit. It has at most 300 characters. The unit has none if this is
   * null or empty.
   */
  countsAsOneGerman?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeUnitOfMeasure. */
export type ChangeUnitOfMeasureInput = {
  /** This unit changes. */
  unitOfMeasure: Scalars['ID']['input'];
  /** One of the unit is called this. It stays as it is if this is null. */
  singular?: InputMaybe<Scalars['String']['input']>;
  /** Several of the unit are called this. It stays as it is if this is null. */
  plural?: InputMaybe<Scalars['String']['input']>;
  /** This is the short symbol of the unit. An empty text removes it, and it stays as it is if this is null. */
  symbol?: InputMaybe<Scalars['String']['input']>;
  /** Pages show amounts with this many decimals: 0 to 9. It stays as it is if this is null. */
  decimals?: InputMaybe<Scalars['Int']['input']>;
  /**
   * This text explains in plain words how the unit is counted. It has at most 500 characters. It stays as it is if
   * this is null.
   */
  rule?: InputMaybe<Scalars['String']['input']>;
  /**
   * This line says in English what counts as one of the unit, such as "One named person who may sign in." It has at most
   * 300 characters. An empty text removes it, and it stays as it is if this is null.
   */
  countsAsOneEnglish?: InputMaybe<Scalars['String']['input']>;
  /**
   * This line says in German what counts as one of the unit. It has at most 300 characters. An empty text removes it, and
   * it stays as it is if this is null.
   */
  countsAsOneGerman?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, the unit is not offered for new rights any more, and everything that was granted stays as it is.
   * If it is false, the unit is offered again.
   */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of createCoverageLevel. */
export type CreateCoverageLevelInput = {
  /** The level gets this code, of 1 to 100 characters. No two levels have the same. */
  code: Scalars['String']['input'];
  /** People know the level by this name. */
  name: Scalars['String']['input'];
  /** A level with a higher rank promises more. The rank is at least 0. */
  rank: Scalars['Int']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeCoverageLevel. */
export type ChangeCoverageLevelInput = {
  /** This level changes. */
  coverageLevel: Scalars['ID']['input'];
  /** People know the level by this name. It stays as it is if this is null. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A level with a higher rank promises more. The rank is at least 0. It stays as it is if this is null. */
  rank?: InputMaybe<Scalars['Int']['input']>;
  /**
   * If this is true, the level is not offered for new rights any more, and everything that was granted stays as it is.
   * If it is false, the level is offered again.
   */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of createFeature. */
export type CreateFeatureInput = {
  /** Programs know the feature by this code, of 1 to 100 characters. No two features have the same code and version. */
  code: Scalars['String']['input'];
  /** The feature has this version. It has none if this is null or empty. */
  version?: InputMaybe<Scalars['String']['input']>;
  /** People know the feature by this name. It has none if this is null or empty. */
  name?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeFeature. */
export type ChangeFeatureInput = {
  /** This feature changes. */
  feature: Scalars['ID']['input'];
  /** People know the feature by this name. An empty text removes it, and it stays as it is if this is null. */
  name?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, the feature is not offered for new rights any more, and everything that was granted stays as it
   * is. If it is false, the feature is offered again.
   */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A coverage is of one of these kinds. */
export type CoverageKind =
  /** The coverage gives new versions. */
  | 'MAINTENANCE'
  /** The coverage gives help. */
  | 'SUPPORT'
  /** The coverage gives use, new versions and help together. */
  | 'SUBSCRIPTION';

/** These are the filters for a list of coverages. docs/filters.md lists the combinations that are allowed. */
export type CoverageFilterInput = {
  /** The list has only coverages of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only coverages of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only coverages that were sold as this maintenance product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only coverages of this level. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only coverages of one of these kinds. */
  kind?: InputMaybe<Array<CoverageKind>>;
  /** The list has only coverages about which one of these decisions holds on the day. */
  decision?: InputMaybe<Array<Decision>>;
  /** The list has only coverages in one of these states on the day. */
  status?: InputMaybe<Array<Status>>;
  /**
   * The filters status and decision ask about this day. The default is today. A day without one of these filters is
   * refused.
   */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** The list has only coverages whose last day is in this range. */
  endsBetween?: InputMaybe<DayRangeInput>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the coverages of one account. They may all be combined. */
export type AccountCoverageFilterInput = {
  /** The list has only coverages of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only coverages that were sold as this maintenance product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only coverages of this level. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only coverages of one of these kinds. */
  kind?: InputMaybe<Array<CoverageKind>>;
  /** The list has only coverages about which one of these decisions holds on the day. */
  decision?: InputMaybe<Array<Decision>>;
  /** The list has only coverages in one of these states on the day. */
  status?: InputMaybe<Array<Status>>;
  /**
   * The filters status and decision ask about this day. The default is today. A day without one of these filters is
   * refused.
   */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** The list has only coverages whose last day is in this range. */
  endsBetween?: InputMaybe<DayRangeInput>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of coverages is sorted in one of these orders. */
export type CoverageOrder =
  /** The list is sorted by the last day, earliest first by default. */
  | 'ENDS_ON'
  /** The list is sorted by the moment of creation, newest first by default. It is allowed only for one account. */
  | 'CREATED'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** An OrderReferenceInput is the order from which something came. */
export type OrderReferenceInput = {
  /** The order has this number, of at most 100 characters. */
  number: Scalars['String']['input'];
  /** This is the line of the order. It has at most 100 characters. */
  line?: InputMaybe<Scalars['String']['input']>;
};

/** A CoverageItemPriceInput is what is paid for an item of a coverage. */
export type CoverageItemPriceInput = {
  /** The price is that of this item. The item that the new coverage has in its place gets it. */
  coverageItem: Scalars['ID']['input'];
  /** This amount is paid. */
  price: MoneyInput;
};

/** Input of addCoverage. */
export type AddCoverageInput = {
  /** This line item is covered. */
  lineItem: Scalars['ID']['input'];
  /** The coverage is of this kind. */
  kind: CoverageKind;
  /** The coverage starts on this day. The default is today. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The coverage ends on this day, which is its last one. Give either this or the length. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The coverage lasts this many units of lengthUnit. */
  length?: InputMaybe<Scalars['Int']['input']>;
  /** The length is counted in this unit. */
  lengthUnit?: InputMaybe<TermUnit>;
  /** The coverage has this level. It has none if this is null. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /** This much of the line item is covered, in its unit. It is all of it if this is null. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** The coverage comes from this order. */
  order?: InputMaybe<OrderReferenceInput>;
  /** This is paid for all days of the coverage. */
  price?: InputMaybe<MoneyInput>;
  /** If this is true, the line item may be covered by another coverage of the kind on the same days. */
  again?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of extendCoverage. */
export type ExtendCoverageInput = {
  /** This coverage gets a successor. The coverage itself does not change. */
  coverage: Scalars['ID']['input'];
  /**
   * The successor starts on this day. The default is the day after the last end: of the coverage, or of a successor that
   * it has already. On days that the coverage covers, too, only the successor counts, with the warning COVERAGE_OVERLAP.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The successor ends on this day, which is its last one. Give either this or the length. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The successor lasts this many units of lengthUnit. If endsOn and length are both null, it lasts as long as the
   * part number of the coverage says or, if that says nothing, as long as the coverage.
   */
  length?: InputMaybe<Scalars['Int']['input']>;
  /** The length is counted in this unit. */
  lengthUnit?: InputMaybe<TermUnit>;
  /** All items of the successor have this level. If it is null, they keep the levels that they have. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /** The successor comes from this order. */
  order?: InputMaybe<OrderReferenceInput>;
  /** These prices are paid for items, at most 1,000. The other items have no price. */
  prices?: InputMaybe<Array<CoverageItemPriceInput>>;
  /** If this is true, the coverage gets a further successor beside the one that it has. */
  again?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of linkCoverage. */
export type LinkCoverageInput = {
  /** This coverage covers one more line item. */
  coverage: Scalars['ID']['input'];
  /** The coverage covers this line item, which belongs to the same account and product line. */
  lineItem: Scalars['ID']['input'];
  /** The line item is covered from this day on, one of the days of the coverage. */
  from: Scalars['Date']['input'];
  /** This much of the line item is covered, in its unit. It is all of it if this is null. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** The line item is covered at this level. The default is the level of the coverage. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of unlinkCoverage. */
export type UnlinkCoverageInput = {
  /** The line item of this coverage item is no longer covered by the coverage. */
  coverageItem: Scalars['ID']['input'];
  /** It is not covered from this day on. The default is today. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of endCoverage. */
export type EndCoverageInput = {
  /** This coverage covers nothing any more. */
  coverage: Scalars['ID']['input'];
  /** It covers nothing from this day on. The default is today. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A CoverageItemCorrectionInput says what was meant when an item of a coverage was recorded. What is null was recorded
 * rightly.
 */
export type CoverageItemCorrectionInput = {
  /** This item of the corrected coverage was recorded wrongly. */
  coverageItem: Scalars['ID']['input'];
  /** This much of the line item is covered, in its unit. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** If this is true, all of the line item is covered. */
  all?: InputMaybe<Scalars['Boolean']['input']>;
  /** The line item is covered at this level. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the line item is covered at the level of the coverage. */
  withoutLevel?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Input of correctCoverage. What is null was recorded rightly. */
export type CorrectCoverageInput = {
  /** This coverage was recorded wrongly. */
  coverage: Scalars['ID']['input'];
  /** The coverage starts on this day. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The coverage ends on this day, which is its last one. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** This says whether the coverage has no end. If it is false, endsOn tells the last day. */
  perpetual?: InputMaybe<Scalars['Boolean']['input']>;
  /** The coverage is of this kind. */
  kind?: InputMaybe<CoverageKind>;
  /** The coverage has this level. */
  level?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the coverage has no level. */
  withoutLevel?: InputMaybe<Scalars['Boolean']['input']>;
  /** The coverage comes from this order. */
  order?: InputMaybe<OrderReferenceInput>;
  /** These items were recorded wrongly, at most 1,000. The other items were recorded rightly. */
  items?: InputMaybe<Array<CoverageItemCorrectionInput>>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The right and the coverage of a line item meet in one of these ways on a day. */
export type CoverageState =
  /** The line item can be used, and a coverage covers it. */
  | 'COVERED'
  /** The line item is ACTIVE, and no coverage covers it. */
  | 'GAP'
  /**
   * The line item is IN_GRACE, and no coverage covers it: it serves the devices that it has, and gives no newer release.
   * If the line item is renewed, these days belong to the term that follows.
   */
  | 'GRACE'
  /** There is a coverage, and the line item cannot be used, so that nothing is covered. */
  | 'OVERHANG'
  /** The line item cannot be used, and there is no coverage. */
  | 'NONE';

/** Custom fields are declared for one of these kinds of objects. */
export type CustomFieldSubject =
  /** The field belongs to accounts. */
  | 'ACCOUNT'
  /** The field belongs to entitlements. */
  | 'ENTITLEMENT'
  /** The field belongs to line items. */
  | 'LINE_ITEM'
  /** The field belongs to devices. */
  | 'DEVICE';

/** The values of a custom field have one of these types. */
export type CustomFieldType =
  /** A value is one line of text, of at most 500 characters. */
  | 'TEXT'
  /** A value is a decimal number with at most six decimals. It may be negative. */
  | 'NUMBER'
  /** A value is a calendar day. */
  | 'DAY'
  /** A value is yes or no. */
  | 'BOOLEAN'
  /** A value is one of the choices of the field. */
  | 'CHOICE';

/** Input of declareCustomField. */
export type DeclareCustomFieldInput = {
  /** Objects of this kind get the field. */
  subject: CustomFieldSubject;
  /**
   * Programs know the field by this code, of 1 to 64 letters without accents, digits, hyphens and underscores. It begins
   * with a letter, and never changes.
   */
  code: Scalars['String']['input'];
  /** The values of the field have this type, which never changes. */
  type: CustomFieldType;
  /** People who read English know the field by this name, of 1 to 200 characters. */
  labelEnglish: Scalars['String']['input'];
  /** People who read German know the field by this name, of 1 to 200 characters. */
  labelGerman: Scalars['String']['input'];
  /** This text describes the field. It has at most 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** A value is one of these choices, 1 to 100 of at most 100 characters. Only a field of the type CHOICE has choices. */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** This is true if customers see the field and its values. The default is false. */
  forCustomers?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeCustomField. */
export type ChangeCustomFieldInput = {
  /** This custom field changes. */
  customField: Scalars['ID']['input'];
  /** People who read English know the field by this name. It stays as it is if this is null. */
  labelEnglish?: InputMaybe<Scalars['String']['input']>;
  /** People who read German know the field by this name. It stays as it is if this is null. */
  labelGerman?: InputMaybe<Scalars['String']['input']>;
  /** This text describes the field. An empty text removes it, and it stays as it is if this is null. */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * This is the full list of choices. Choices may be added, and one that no object has as its value may be removed. They
   * stay as they are if this is null.
   */
  choices?: InputMaybe<Array<Scalars['String']['input']>>;
  /** This is true if customers see the field and its values. It stays as it is if this is null. */
  forCustomers?: InputMaybe<Scalars['Boolean']['input']>;
  /** The field gets no new values if this is true, and gets them again if it is false. It stays as it is if this is null. */
  retired?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/**
 * This is the value that a custom field of an object gets, in the field for its type. If all of them are null, the value
 * is removed.
 */
export type CustomFieldValueInput = {
  /** The value is for this custom field. */
  field: Scalars['ID']['input'];
  /** This is the value of a field of the type TEXT, one line of 1 to 500 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** This is the value of a field of the type NUMBER, with at most six decimals. */
  number?: InputMaybe<Scalars['Decimal']['input']>;
  /** This is the value of a field of the type DAY. */
  day?: InputMaybe<Scalars['Date']['input']>;
  /** This is the value of a field of the type BOOLEAN. */
  boolean?: InputMaybe<Scalars['Boolean']['input']>;
  /** This is the value of a field of the type CHOICE, one of its choices. */
  choice?: InputMaybe<Scalars['String']['input']>;
};

/** Input of setCustomFields. */
export type SetCustomFieldsInput = {
  /** This account, entitlement, line item or device gets the values. */
  object: Scalars['ID']['input'];
  /** The object gets these values, at most 100. Its other values stay as they are. */
  values: Array<CustomFieldValueInput>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The audit records this reason for the change. It has at most 500 characters. The customer can read it if one of the
   * fields is for customers.
   */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** These are the filters for a list of directory records. docs/filters.md lists the combinations that are allowed. */
export type DirectoryRecordFilterInput = {
  /** The list has only records that are linked to a user if this is true, and only others if it is false. */
  linked?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only active records if this is true, and only inactive ones if it is false. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only records that an upgrade created if this is true, and only others if it is false. */
  adopted?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What somebody may do with a right is one of these actions. */
export type EligibilityAction =
  /** A device that is not known yet starts to use the right. */
  | 'ACTIVATE'
  /** Somebody downloads the software. */
  | 'DOWNLOAD'
  /** Somebody opens a case. */
  | 'SUPPORT'
  /** Somebody orders the next term. */
  | 'RENEW';

/** An action is refused for one of these reasons, or one of them has to be known. */
export type EligibilityCode =
  /** A decision withdraws the right on the day. It refuses a renewal also if it does so on any day after the last one. */
  | 'WITHDRAWN'
  /** The right is still being prepared. */
  | 'DRAFT'
  /** The right exists for tests only. */
  | 'TEST'
  /** A decision suspends the right. It does not refuse a renewal. */
  | 'SUSPENDED'
  /** A decision holds the right. It does not refuse a renewal. */
  | 'ON_HOLD'
  /** No term has begun. A term that starts with its first activation refuses neither that nor a download. */
  | 'NOT_BEGUN'
  /** No term is in force any more, or the right pauses. It does not refuse a renewal. */
  | 'EXPIRED'
  /** Another right has taken the place of this one. */
  | 'SUPERSEDED'
  /** It is not known how much the right grants. It refuses an activation and a renewal. */
  | 'QUANTITY_UNKNOWN'
  /** Another system holds the rights of the account in the product line. */
  | 'HOME_ELSEWHERE'
  /** The account is retired, and takes no new rights. It refuses a renewal. */
  | 'ACCOUNT_RETIRED'
  /** The viewer does not have the role that the action needs. */
  | 'ROLE_MISSING'
  /** A service that the action needs is not open to the viewer. */
  | 'SERVICE_CLOSED'
  /** The account has no right to the product that the viewer may see. */
  | 'NO_RIGHT'
  /** Everything that the right grants is in use. */
  | 'NO_FREE_COPY'
  /** The right grants nothing: all of it was given back. It refuses a download and a case. */
  | 'NOTHING_GRANTED'
  /** The right is in grace, which serves known devices only. */
  | 'IN_GRACE'
  /** No coverage counts for the right. */
  | 'NOT_COVERED'
  /** Coverages cover only a part of the right. It refuses nothing. */
  | 'PARTLY_COVERED'
  /** The next term is ordered already, or another right has taken the place of this one. */
  | 'ALREADY_RENEWED'
  /** No part number sells the next term of the right. */
  | 'NO_SUCCESSOR'
  /** The right was sold through a channel partner, who also sells its renewal. */
  | 'VIA_PARTNER'
  /** No term of the right counts, or the last one grants nothing. */
  | 'NOTHING_TO_RENEW'
  /** The right has no last day after which it could be renewed. */
  | 'NO_END'
  /** The right is a trial, which is converted and not renewed. */
  | 'IS_A_TRIAL'
  /** Each copy of the right has an end of its own, so that they are not renewed together. */
  | 'COPIES_END_APART';

/** A reason is taken away in one of these ways. */
export type EligibilityRemedyKind =
  /** The decisions are released. */
  | 'RELEASE_DECISION'
  /** The draft is deployed. */
  | 'DEPLOY'
  /** The reason ends by itself. */
  | 'WAIT'
  /** The first activation starts the term. */
  | 'ACTIVATE_FIRST'
  /** The right is renewed with a term that contains the day. */
  | 'RENEW'
  /** A paid term follows the trial. */
  | 'CONVERT_TRIAL'
  /** The right gets grace. */
  | 'GRANT_GRACE'
  /** The right that took the place of this one is used instead. */
  | 'USE_SUCCESSOR'
  /** The quantity is recorded. */
  | 'CORRECT_QUANTITY'
  /** It is done in the system that holds the rights. */
  | 'USE_OTHER_SYSTEM'
  /** The account is reinstated. */
  | 'REINSTATE_ACCOUNT'
  /** The viewer gets the role. */
  | 'GIVE_ROLE'
  /** The viewer gets the service. */
  | 'OPEN_SERVICE'
  /** A right to the product is bought. */
  | 'BUY'
  /** Devices or license servers return copies until one is free. */
  | 'RETURN_COPY'
  /** More is granted. */
  | 'BUY_MORE'
  /** The coverage is extended. */
  | 'EXTEND_COVERAGE'
  /** A coverage is bought. */
  | 'BUY_COVERAGE'
  /** The coverage covers all of the right. */
  | 'COVER_THE_REST'
  /** The renewal names a part number. */
  | 'NAME_PART_NUMBER'
  /** The part number of the last term gets a successor that fits, or is offered again. */
  | 'NAME_SUCCESSOR'
  /** The channel partner orders the renewal. */
  | 'ASK_PARTNER';

/** A reason is taken away by one of these. */
export type EligibilityActor =
  /** Somebody at the customer does it. */
  | 'CUSTOMER'
  /** The producer does it. */
  | 'PRODUCER'
  /** The channel partner does it. */
  | 'PARTNER'
  /** Nobody has to do anything. */
  | 'NOBODY';

/**
 * A decision is a recorded ruling about a right, which counts whatever the dates of the right say. It holds from a first
 * to a last day. The first five kinds rule the right in or out, the first of them most severely; the last one does not.
 */
export type Decision =
  /** The right was withdrawn. */
  | 'WITHDRAWN'
  /** The right is still being prepared. */
  | 'DRAFT'
  /** The right exists for tests only. */
  | 'TEST'
  /** The right may not be used until the decision is lifted. */
  | 'SUSPENDED'
  /** The right waits for a decision. */
  | 'ON_HOLD'
  /**
   * The right serves the devices that it has until the last day of the decision. The decision begins on the day after the
   * end of a period, which it extends.
   */
  | 'GRACE'
  /** The line item is evergreen, and is not renewed by itself as long as the decision holds on the last day of its term. */
  | 'RENEWAL_CANCELLED';

/** A right has one of these states on a day. The state follows from decisions and dates. */
export type Status =
  /** The right was withdrawn by a decision. */
  | 'WITHDRAWN'
  /** The right is still being prepared. */
  | 'DRAFT'
  /** The right exists for tests only. */
  | 'TEST'
  /** The right may not be used until a decision is lifted. */
  | 'SUSPENDED'
  /** The right waits for a decision. */
  | 'ON_HOLD'
  /** The right starts with its first activation, which has not happened yet. */
  | 'AWAITING_ACTIVATION'
  /** The right has not started yet. */
  | 'FUTURE'
  /** Another right has taken the place of this one. */
  | 'SUPERSEDED'
  /**
   * The right has ended, but serves the devices that it has for some more days, and grants what it granted on its last day.
   * The license model gives these days, or grantGrace does.
   */
  | 'IN_GRACE'
  /**
   * No period is in force any more: the last one has ended, or the right pauses until its next period begins. In a pause,
   * LineItem.endsOn is later than today.
   */
  | 'EXPIRED'
  /** The right is in force. */
  | 'ACTIVE';

/** A period grants a right for one of these terms. */
export type Term =
  /** The period has no end. */
  | 'PERPETUAL'
  /** The period ends on its last day, and can be renewed. */
  | 'SUBSCRIPTION'
  /** The period is a trial and ends on its last day. */
  | 'TRIAL';

/** A period starts in one of these ways. */
export type StartRule =
  /** The first day was set when the period was granted. */
  | 'FIXED'
  /** The first activation starts the period for all activations. */
  | 'FIRST_ACTIVATION'
  /** Each activation starts a term of its own. */
  | 'EACH_ACTIVATION';

/** The length of a term is counted in one of these units. */
export type TermUnit =
  /** The length is counted in calendar days. */
  | 'DAYS'
  /** The length is counted in weeks of seven days. */
  | 'WEEKS'
  /** The length is counted in calendar months. */
  | 'MONTHS'
  /** The length is counted in calendar years. */
  | 'YEARS';

/** A granted or used amount changes for one of these reasons. */
export type LedgerKind =
  /** The amount is the one with which the line item started in Muniment. */
  | 'OPEN'
  /** Another period came into force. */
  | 'STEP'
  /** A part moved to a new line item of the same account. */
  | 'SPLIT_OUT'
  /** A part came from a line item of the same account. */
  | 'SPLIT_IN'
  /** A part moved to another account. */
  | 'TRANSFER_OUT'
  /** A part came from another account. */
  | 'TRANSFER_IN'
  /** The granted amount was reduced. */
  | 'REDUCE'
  /** Somebody corrected the amount. */
  | 'ADJUST'
  /** A device started to use an amount. */
  | 'ACTIVATE'
  /** A device returned an amount. */
  | 'RETURN'
  /** A license server received an amount. */
  | 'ALLOCATE'
  /** A license server returned an amount. */
  | 'RELEASE';

/** A line item follows another one for one of these reasons. */
export type LineageReason =
  /** The right was renewed. */
  | 'RENEWAL'
  /** A newer or larger product took the place of the earlier one. */
  | 'UPGRADE'
  /** The customer bought more. */
  | 'UPSELL'
  /** The right moved to another account. */
  | 'TRANSFER'
  /** The right was split into several. */
  | 'SPLIT'
  /** Several rights were merged into one. */
  | 'MERGE'
  /** The older system names a parent, but no reason. */
  | 'PARENT';

/** A step of lineage points in one of these directions. */
export type LineageDirection =
  /** The other line item came before this one. */
  | 'FROM'
  /** The other line item came after this one. */
  | 'TO';

/** These are the filters for a list of entitlements. docs/filters.md lists the combinations that are allowed. */
export type EntitlementFilterInput = {
  /** The list has only entitlements of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only entitlements that were sold through this partner. */
  channelPartner?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only entitlements with a line item of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only entitlements with a line item of this product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only entitlements whose number starts with exactly this text. */
  numberStartsWith?: InputMaybe<Scalars['String']['input']>;
  /**
   * The list has only entitlements about which one of these decisions holds today. Those with DRAFT are the drafts, which
   * only the producer's people see.
   */
  decision?: InputMaybe<Array<Decision>>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the entitlements of one account. They may all be combined. */
export type AccountEntitlementFilterInput = {
  /** The list has only entitlements that were sold through this partner. */
  channelPartner?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only entitlements with a line item of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only entitlements with a line item of this product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only entitlements whose number starts with exactly this text. */
  numberStartsWith?: InputMaybe<Scalars['String']['input']>;
  /**
   * The list has only entitlements about which one of these decisions holds today. Those with DRAFT are the drafts, which
   * only the producer's people see.
   */
  decision?: InputMaybe<Array<Decision>>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for a list of line items. docs/filters.md lists the combinations that are allowed. */
export type LineItemFilterInput = {
  /** The list has only line items of this account. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the list also has rows of the accounts below filter.account. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only line items of this entitlement. */
  entitlement?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only line items of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only line items of this product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only line items that are counted in this unit. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The list has only line items with all of these words. Each word is the beginning of a word of the product's name,
   * of the activation id, or of the entitlement's number.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only line items in one of these states on the day. */
  status?: InputMaybe<Array<Status>>;
  /**
   * If this is true, the list has only line items for which isCovered is true on the day. If it is false, it has only
   * the others.
   */
  covered?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The filters status, covered, hasFree and hasExcess ask about this day. The default is today. A day without one of
   * these filters is refused.
   */
  on?: InputMaybe<Scalars['Date']['input']>;
  /**
   * If this is true, the list has only line items of which something is free on the day. They are ACTIVE: nothing is free in grace.
   * If it is false, it has only the others.
   */
  hasFree?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * If this is true, the list has only line items with an excess above 0 on the day. If it is false, it has only the
   * others.
   */
  hasExcess?: InputMaybe<Scalars['Boolean']['input']>;
  /** If this is true, the list has only line items for which perpetual is true. If it is false, it has only the others. */
  perpetual?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * If this is true, the list has only line items that are renewed by themselves after their last day, as
   * LineItem.evergreen tells on that day, and of which the renewal is not cancelled. If it is false, it has only the
   * others.
   */
  evergreen?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only line items whose endsOn is in this range. A line item without a last day is in no range. */
  endsBetween?: InputMaybe<DayRangeInput>;
  /** The list has only line items with a coverage that ends in this range, and about which no decision holds then. */
  coverageEndsBetween?: InputMaybe<DayRangeInput>;
  /** The list has only line items whose activation id starts with this text, in any letter case. */
  activationIdStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** These are the filters for the line items of one account. They may all be combined. */
export type AccountLineItemFilterInput = {
  /** The list has only line items of this entitlement. */
  entitlement?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only line items of this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only line items of this product. */
  product?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only line items that are counted in this unit. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The list has only line items with all of these words. Each word is the beginning of a word of the product's name,
   * of the activation id, or of the entitlement's number.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The list has only line items in one of these states on the day. */
  status?: InputMaybe<Array<Status>>;
  /**
   * If this is true, the list has only line items for which isCovered is true on the day. If it is false, it has only
   * the others.
   */
  covered?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The filters status, covered, hasFree and hasExcess ask about this day. The default is today. A day without one of
   * these filters is refused.
   */
  on?: InputMaybe<Scalars['Date']['input']>;
  /**
   * If this is true, the list has only line items of which something is free on the day. They are ACTIVE: nothing is free in grace.
   * If it is false, it has only the others.
   */
  hasFree?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * If this is true, the list has only line items with an excess above 0 on the day. If it is false, it has only the
   * others.
   */
  hasExcess?: InputMaybe<Scalars['Boolean']['input']>;
  /** If this is true, the list has only line items for which perpetual is true. If it is false, it has only the others. */
  perpetual?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * If this is true, the list has only line items that are renewed by themselves after their last day, as
   * LineItem.evergreen tells on that day, and of which the renewal is not cancelled. If it is false, it has only the
   * others.
   */
  evergreen?: InputMaybe<Scalars['Boolean']['input']>;
  /** The list has only line items whose endsOn is in this range. A line item without a last day is in no range. */
  endsBetween?: InputMaybe<DayRangeInput>;
  /** The list has only line items with a coverage that ends in this range, and about which no decision holds then. */
  coverageEndsBetween?: InputMaybe<DayRangeInput>;
  /** The list has only line items whose activation id starts with this text, in any letter case. */
  activationIdStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** The list has only rows that were changed at this moment or later. */
  updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A list of entitlements is sorted in one of these orders. */
export type EntitlementOrder =
  /** The list is sorted by the moment of creation, newest first by default. */
  | 'CREATED'
  /** The list is sorted by number, A to Z by default. */
  | 'NUMBER'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** A list of line items is sorted in one of these orders. */
export type LineItemOrder =
  /** The list is sorted by the last day, earliest first by default. Rows without a last day count as the latest. */
  | 'ENDS_ON'
  /**
   * The list is sorted by the moment of creation, newest first by default. Entitlement.lineItems begins with the oldest
   * by default.
   */
  | 'CREATED'
  /** The list is sorted by the moment of the last change, earliest first by default. */
  | 'UPDATED';

/** Input of eraseUser. */
export type EraseUserInput = {
  /** The personal data of this user is erased. */
  user: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason. It must not name the person. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A ForecastDayInput is a day of a year. */
export type ForecastDayInput = {
  /** This is the month, from 1 to 12. */
  month: Scalars['Int']['input'];
  /** This is the day of the month. The 29th of February stands for the last day of February in every year. */
  day: Scalars['Int']['input'];
};

/** A ForecastQuantityInput says how much of a line item is renewed. */
export type ForecastQuantityInput = {
  /** The quantity is that of this line item. If nothing of it is due in the months of the forecast, it is ignored. */
  lineItem: Scalars['ID']['input'];
  /**
   * This much is renewed, in the unit of the line item: more than nothing, and at most what is due. What has no limit, or
   * is not known, is renewed as a whole only.
   */
  quantity: Scalars['Decimal']['input'];
};

/** A ForecastScenarioInput says what a forecast assumes of what is due. What is ordered already does not change. */
export type ForecastScenarioInput = {
  /** These line items are not renewed: at most 100. The viewer must see them, and they must be part of the forecast. */
  drop?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Less is renewed of these line items: at most 100, none of which is in drop. The same must hold for them. */
  quantities?: InputMaybe<Array<ForecastQuantityInput>>;
  /**
   * All next terms end on this day of a year. Each is lengthened to the first such day on which it ends or after it, and
   * its price is multiplied by its days and divided by those of its full length, the first and the last day included.
   * Terms are never shortened, and terms without an end stay as they are.
   */
  alignTo?: InputMaybe<ForecastDayInput>;
  /** The prices of what is due rise by this percentage, from -100 to 1000, with at most 6 decimals. */
  upliftPercent?: InputMaybe<Scalars['Decimal']['input']>;
};

/** This was recorded about a right. */
export type RightEventKind =
  /** An entitlement was recorded: an order was issued, or an import brought it. */
  | 'ISSUED'
  /** A period was recorded that renews and amends no other. */
  | 'GRANTED'
  /** A period was recorded that amends another: the line item has another total from a day on. */
  | 'AMENDED'
  /** A period was recorded that renews another. */
  | 'RENEWED'
  /** A coverage was recorded that renews no other. */
  | 'COVERED'
  /** A coverage was recorded that renews another. */
  | 'EXTENDED'
  /** A line item was linked to a coverage that was there before. */
  | 'LINKED'
  /** A period or a coverage was recorded in the place of one that had been recorded wrongly, which its replaces names. */
  | 'CORRECTED'
  /** A period or a coverage was voided: it should never have been recorded, and nothing took its place. */
  | 'VOIDED'
  /** Something was decided about the right, such as a hold. */
  | 'DECIDED'
  /** A decision was lifted. */
  | 'RELEASED';

/** An InstalmentInput is a part of a price that is due on a day. */
export type InstalmentInput = {
  /** The instalment is due on this day, which may lie before, in or after the period. */
  dueOn: Scalars['Date']['input'];
  /**
   * This amount is due, in the main unit of the currency of the price, such as dollars. It is more than nothing, and has
   * no more decimals than the currency.
   */
  amount: Scalars['Decimal']['input'];
};

/** An entitlement is issued in one of these states. */
export type IssueState =
  /** The rights can be used on their days. */
  | 'LIVE'
  /** The rights are still being prepared, and customers do not see them. deployEntitlement makes them live. */
  | 'DRAFT'
  /** The rights are for tests only. They never become live. */
  | 'TEST';

/** If an order was issued before with another content, one of these things happens. */
export type OrderDifference =
  /** The change is refused with ORDER_DIFFERS, which tells what differs, line by line. */
  | 'REPORT'
  /**
   * Other numbers of pieces become amendments, as with amendLineItem: from amendsFrom on, each line item has as many as
   * the order says now. What else differs is refused with ORDER_DIFFERS.
   */
  | 'AMEND'
  /**
   * What differs was recorded wrongly, and is corrected as with correctPeriod and correctCoverage: numbers of pieces,
   * days, prices, instalments and numbers of lines. What else differs is refused with ORDER_DIFFERS. This needs a reason.
   */
  | 'CORRECT';

/** An OrderSourceInput is the name of an order in the system of orders. */
export type OrderSourceInput = {
  /**
   * This system uses the name. If this is null, it is the system with the code orders, which Muniment makes with the
   * first such order.
   */
  system?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This is the name of the order, as the other system writes it: one line of 1 to 100 characters, with single blanks
   * between words.
   */
  externalId: Scalars['String']['input'];
};

/** An IssueLineInput is a line of an order. It becomes a line item with one period and the coverage that is sold along. */
export type IssueLineInput = {
  /** This part number was ordered. It must have no gaps. */
  partNumber: Scalars['ID']['input'];
  /**
   * So many pieces of the part number were ordered, 1 to 1000000000. The right has this many times the pack size of the
   * part number, in its unit. The default is 1. In a line of a credit note the number is negative: so many pieces were
   * given back.
   */
  pieces?: InputMaybe<Scalars['Int']['input']>;
  /**
   * The right starts on this day. The default is today. A right whose term the first activation starts has no days yet,
   * and must not have this. A right whose terms each activation starts is in force from this day on. A line of a credit
   * note reduces the right from this day on. Its default is today, or the first day of a right that starts later.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The term is to start by itself on this day, if no activation has started it before. Only a term that the first
   * activation starts can have this. It is today or a later day. It is null if the term waits for ever.
   */
  startsLatestOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The right ends on this day, which is its last one. The default follows from the length of the part number's term: a
   * year from 1 March 2026 ends on 28 February 2027. A perpetual right must not have this, nor a right that an activation
   * starts.
   */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** This amount was paid for all pieces together. It is null if it is not known. */
  price?: InputMaybe<MoneyInput>;
  /**
   * The price is paid in these instalments, at most 120, each due on a later day than the one before it. Together they are
   * the price. If this is null or empty, it is paid at once. A line of a
   * credit note must not have this.
   */
  instalments?: InputMaybe<Array<InstalmentInput>>;
  /**
   * The order system gives the line this number, of at most 100 characters. In a credit note it is the number of the line
   * that is reduced.
   */
  orderLine?: InputMaybe<Scalars['String']['input']>;
  /** The line item gets this activation id, of at most 100 characters, which no other has. The default is a new one. */
  activationId?: InputMaybe<Scalars['String']['input']>;
};

/** Input of issueEntitlement. */
export type IssueEntitlementInput = {
  /** This account is granted the entitlement. */
  account: Scalars['ID']['input'];
  /**
   * People know the entitlement by this number, of at most 100 characters. No other entitlement of the account has it. The
   * default is the orderReference or the name of the source, with a number behind it if that is taken, or else a new one.
   */
  number?: InputMaybe<Scalars['String']['input']>;
  /** This note describes the entitlement. It has at most 2000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The entitlement was sold through this account of the kind CHANNEL_PARTNER. It is null if it was sold directly. */
  channelPartner?: InputMaybe<Scalars['ID']['input']>;
  /** This e-mail address gets the activation ids, if the entitlement is live. It is null if nobody gets them. */
  shipToEmail?: InputMaybe<Scalars['String']['input']>;
  /** The mail with the activation ids is in this language. The default is English. */
  language?: InputMaybe<Language>;
  /**
   * People know the order by this number, of at most 100 characters. It is not kept of a credit note, which has the number
   * that its source gives.
   */
  orderReference?: InputMaybe<Scalars['String']['input']>;
  /** The entitlement is issued in this state. The default is LIVE. */
  state?: InputMaybe<IssueState>;
  /**
   * The order has this name in the system of orders. It makes the request safe to repeat for ever: the same order with the
   * same content is issued once. If this is null, each request issues another entitlement.
   */
  source?: InputMaybe<OrderSourceInput>;
  /** This happens if the order was issued before with another content. The default is REPORT. */
  onDifference?: InputMaybe<OrderDifference>;
  /**
   * The amendments of onDifference: AMEND count from this day on. The default is today, or the first day of a right that
   * starts later. Only AMEND takes it.
   */
  amendsFrom?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The order is a credit note for the order with this name, which was issued to the account before. Each of its lines has
   * a negative number of pieces, and reduces the line of that order that has its orderLine, from its startsOn on. It
   * issues nothing. It needs a source of its own, with another name than the number of the order.
   */
  credits?: InputMaybe<OrderSourceInput>;
  /** These lines were ordered, 1 to 1000. */
  lines: Array<IssueLineInput>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of deployEntitlement. */
export type DeployEntitlementInput = {
  /** This entitlement becomes live. It must be a draft that is not withdrawn. */
  entitlement: Scalars['ID']['input'];
  /**
   * The rights start on this day, unless the first activation starts them. Their part numbers must be offered on it.
   * What lasts as long as its part number says does so from this day on, and a last day that the order gave stays, as do
   * the days of instalments. The periods and coverages of the order are voided, and others take their places. If
   * something was recorded or decided about them since, this is refused with DRAFT_CHANGED. If this is null, the days
   * stay as they are.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The mail with the activation ids is in this language. The default is English. */
  language?: InputMaybe<Language>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of sendActivationIds. */
export type SendActivationIdsInput = {
  /** The activation ids of this entitlement are sent. */
  entitlement: Scalars['ID']['input'];
  /** They are sent to this e-mail address. The default is the shipToEmail of the entitlement. */
  to?: InputMaybe<Scalars['String']['input']>;
  /** The mail with the activation ids is in this language. The default is English. */
  language?: InputMaybe<Language>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change, and the customer can read it there. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** An invitation is in one of these states. */
export type InvitationState =
  /** The invitation waits for an answer. */
  | 'OPEN'
  /** Somebody accepted the invitation and became a member. */
  | 'ACCEPTED'
  /** The invitation was revoked. */
  | 'REVOKED'
  /** Nobody accepted the invitation in time. */
  | 'EXPIRED';

/** A request for access is in one of these states. */
export type AccessRequestState =
  /** The request waits for an administrator. */
  | 'OPEN'
  /** The request was granted. */
  | 'GRANTED'
  /** The request was declined. */
  | 'DECLINED';

/** The proof of a domain is in one of these states. */
export type DomainState =
  /** The account claims the domain, and nothing proves it yet. */
  | 'CLAIMED'
  /** A DNS record proves the domain. */
  | 'PROVEN'
  /** An operator of the producer approved the domain. */
  | 'APPROVED'
  /** The DNS record is missing. The domain still counts as proven until the day lapsesOn. */
  | 'FAILING'
  /** The domain no longer counts as proven. It is proven again as soon as the DNS record is back. */
  | 'LAPSED';

/** A member can hold one of these things besides a membership. */
export type HoldingKind =
  /** The member's name is on a device. */
  | 'DEVICE'
  /** The member owns an API key. */
  | 'API_KEY'
  /** The member is signed in with a browser. */
  | 'SESSION'
  /** The member sent an invitation that is still open. */
  | 'INVITATION';

/** One of these things happens to what a removed member held. */
export type HoldingFate =
  /** The thing stays as it is. */
  | 'KEPT'
  /** Another member gets the thing. */
  | 'REASSIGNED'
  /** The thing ended. */
  | 'ENDED';

/** A person or a program has access to an account through one of these things. */
export type AccessThrough =
  /** The person is a member of the account. */
  | 'MEMBERSHIP'
  /** The person is in a group of the customer's directory. */
  | 'DIRECTORY_GROUP'
  /** The person is a member of an account above, with access to the accounts below. */
  | 'ACCOUNT_ABOVE'
  /** The program has an API key. */
  | 'API_KEY';

/** A person looks as if they had left for one of these reasons. */
export type LeaverReason =
  /** The membership has ended. */
  | 'ENDED'
  /** The membership is suspended. */
  | 'SUSPENDED'
  /** The user is deactivated and cannot sign in. */
  | 'INACTIVE'
  /** The user did not sign in, or the API key was not used, for 180 days. */
  | 'NOT_SEEN';

/** These are the filters for a list of invitations. */
export type InvitationFilterInput = {
  /** The list has only invitations in one of these states. */
  state?: InputMaybe<Array<InvitationState>>;
};

/** These are the filters for a list of requests for access. */
export type AccessRequestFilterInput = {
  /** The list has only requests in one of these states. */
  state?: InputMaybe<Array<AccessRequestState>>;
};

/** Input of inviteMembers. */
export type InviteMembersInput = {
  /** The people are invited to this account. */
  account: Scalars['ID']['input'];
  /** Invitations are sent to these e-mail addresses. Give 1 to 100, each of them once. */
  emails: Array<Scalars['String']['input']>;
  /** The e-mail contains these words to the people. They have at most 500 characters. */
  greeting?: InputMaybe<Scalars['String']['input']>;
  /** The members get these roles. At least one is required. */
  roles: Array<Role>;
  /** The members get these services. */
  serviceAccess: Array<Service>;
  /** The memberships are limited to this product line. There is no limit if this is null. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /** If this is true, the memberships also give access to the accounts below. The default is false. */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The memberships end on this day, which is their last one. They have no end if this is null. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of resendInvitation. */
export type ResendInvitationInput = {
  /** This invitation is sent again. */
  invitation: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of revokeInvitation. */
export type RevokeInvitationInput = {
  /** This invitation is revoked. */
  invitation: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of acceptInvitation. */
export type AcceptInvitationInput = {
  /** The link in the e-mail contains this token. */
  token: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeMemberAccess. */
export type ChangeMemberAccessInput = {
  /** This membership changes. */
  membership: Scalars['ID']['input'];
  /**
   * The member gets these roles instead of those before. At least one is required. The roles stay as they are if this
   * is null.
   */
  roles?: InputMaybe<Array<Role>>;
  /** The member gets these services instead of those before. The services stay as they are if this is null. */
  serviceAccess?: InputMaybe<Array<Service>>;
  /** The membership is limited to this product line. The limit stays as it is if this is null. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
  /**
   * If this is true, the membership is no longer limited to a product line. False is accepted only together with
   * productLine.
   */
  everyProductLine?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * If this is true, the membership also gives access to the accounts below; if it is false, it does not. It stays as
   * it is if this is null.
   */
  includeSubAccounts?: InputMaybe<Scalars['Boolean']['input']>;
  /** The membership ends on this day, which is its last one. The last day stays as it is if this is null. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** If this is true, the membership has no end. False is accepted only together with endsOn. */
  perpetual?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of suspendMember. */
export type SuspendMemberInput = {
  /** This membership is suspended. */
  membership: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of reinstateMember. */
export type ReinstateMemberInput = {
  /** This membership gives access again. */
  membership: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of removeMember. */
export type RemoveMemberInput = {
  /** This membership is removed. */
  membership: Scalars['ID']['input'];
  /** Devices with the member's name get the name of the member of this membership. They keep the name if this is null. */
  reassignTo?: InputMaybe<Scalars['ID']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of requestAccess. */
export type RequestAccessInput = {
  /** The viewer asks for access to this account. Give either account or reference. */
  account?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The viewer asks for access to the account that another system calls by this text, such as an account number from an
   * invoice, or that has the line item with this activation id. It has at most 200 characters. The answer is the same
   * whether there is such an account or not, and the request is made about a second after it. Viewer.outsideRequests tells
   * how it stands; Viewer.accessRequests shows it once it is granted.
   */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** The viewer asks for these roles. The default is READER. */
  roles?: InputMaybe<Array<Role>>;
  /** The viewer asks for these services. */
  serviceAccess: Array<Service>;
  /** The viewer writes these words to the administrators. They have at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of decideAccessRequest. */
export type DecideAccessRequestInput = {
  /** This request is decided. */
  accessRequest: Scalars['ID']['input'];
  /** The request is granted if this is true, and declined if it is false. */
  grant: Scalars['Boolean']['input'];
  /** The member gets these roles. The default is the roles that were asked for. */
  roles?: InputMaybe<Array<Role>>;
  /** The member gets these services. The default is the services that were asked for. */
  serviceAccess?: InputMaybe<Array<Service>>;
  /** The e-mail to the user contains these words. They have at most 500 characters. */
  answer?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of joinAccount. */
export type JoinAccountInput = {
  /** The viewer joins this account, which is one of viewer.joinableAccounts. */
  account: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of allowJoiningDomain. */
export type AllowJoiningDomainInput = {
  /** People may join this account. */
  account: Scalars['ID']['input'];
  /**
   * People with e-mail addresses of this domain may join, such as example.com. The domain must be proven for the
   * account, or be below one that is. The mutation claimDomain starts a proof.
   */
  domain: Scalars['String']['input'];
  /** People who join get these roles. The default is READER. */
  roles?: InputMaybe<Array<Role>>;
  /** People who join get these services. */
  serviceAccess: Array<Service>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of disallowJoiningDomain. */
export type DisallowJoiningDomainInput = {
  /** People may no longer join this account. */
  account: Scalars['ID']['input'];
  /** People with e-mail addresses of this domain may no longer join. */
  domain: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of claimDomain. */
export type ClaimDomainInput = {
  /** This account claims the domain. */
  account: Scalars['ID']['input'];
  /**
   * This domain is claimed, such as example.com. Domains of public mail services are refused, and so are those under
   * which anybody can register names.
   */
  domain: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of checkDomain. */
export type CheckDomainInput = {
  /** This account claims the domain. */
  account: Scalars['ID']['input'];
  /** DNS is asked for the proof of this domain. */
  domain: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of approveDomain. */
export type ApproveDomainInput = {
  /** The domain belongs to this account. */
  account: Scalars['ID']['input'];
  /**
   * This domain is approved, such as example.com. Domains of public mail services are refused, and so are those under
   * which anybody can register names.
   */
  domain: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** This text says how the operator knows whose domain it is. It is required, and the audit records it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of releaseDomain. */
export type ReleaseDomainInput = {
  /** This account no longer claims the domain. */
  account: Scalars['ID']['input'];
  /** This domain is released. */
  domain: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of grantDirectoryGroup. */
export type GrantDirectoryGroupInput = {
  /** Each member of this group gets the roles and services. */
  directoryGroup: Scalars['ID']['input'];
  /** Members of the group get these roles. An empty list takes the grant back. */
  roles: Array<Role>;
  /** Members of the group get these services. */
  serviceAccess: Array<Service>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A run of an import is in one of these states. */
export type ImportRunState =
  /** The import is running. */
  | 'RUNNING'
  /** The import has ended, and what could be imported was imported. */
  | 'FINISHED'
  /** Rows of the source cannot be imported, so that nothing was changed. The findings of the severity ERROR name them. */
  | 'REFUSED'
  /** The import ended with an error. What was imported until then stays, and another run continues. */
  | 'FAILED'
  /**
   * The import was stopped, or its process ended without a word. What was imported until then stays, and another run
   * continues.
   */
  | 'INTERRUPTED';

/** A finding has one of these severities. */
export type FindingSeverity =
  /** The row cannot be imported as it is. */
  | 'ERROR'
  /** The row is imported by a documented rule, but somebody should look at it. */
  | 'WARNING'
  /** Nothing needs to be done. */
  | 'INFO';

/** These are the filters for the findings of a run of an import. They can be combined. */
export type FindingFilterInput = {
  /** The list has only findings of one of these rules. */
  rule?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The list has only findings of one of these severities. */
  severity?: InputMaybe<Array<FindingSeverity>>;
  /**
   * The list has only findings whose message, key or file has these words. Each word may be the beginning of a word
   * there.
   */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A background job does one of these things. */
export type JobKind =
  /** The job sends a mail. */
  | 'MAIL'
  /** The job delivers a request for access to an account that the requester named by words. */
  | 'ACCESS_REQUEST'
  /** The job was recorded by another version of the program. */
  | 'OTHER';

/** A background job is in one of these states. */
export type JobState =
  /** The job waits for an attempt that can begin now. */
  | 'WAITING'
  /** A process works on the job. */
  | 'RUNNING'
  /** The last attempt failed, and there will be another one. */
  | 'RETRYING'
  /** The last attempt failed, and there will be none after it. */
  | 'FAILED'
  /** An operator gave the job up. */
  | 'DISCARDED'
  /**
   * The job succeeded, or what it had to send was no longer wanted, such as an invitation that was revoked. Such jobs are
   * kept for an hour.
   */
  | 'DONE';

/** A mail is about one of these things. */
export type MailKind =
  /** The mail invites somebody to become a member of an account. */
  | 'INVITATION'
  /** The mail has a link to sign in. */
  | 'SIGN_IN_LINK'
  /** The mail tells an administrator that somebody requests access. */
  | 'ACCESS_REQUEST'
  /** The mail tells somebody what was decided about their request. */
  | 'ACCESS_DECISION'
  /** The mail tells somebody that their membership has ended. */
  | 'MEMBERSHIP_ENDED'
  /** The mail tells somebody that an API key was created. */
  | 'KEY_CREATED'
  /** The mail tells an administrator that there is another one. */
  | 'ADMINISTRATOR_ADDED'
  /** The mail tells somebody that their e-mail address was changed. */
  | 'ADDRESS_CHANGED'
  /** The mail tells an administrator that the record is missing that proves a domain. */
  | 'DOMAIN_FAILING'
  /** The mail tells the activation ids of what was issued. */
  | 'ACTIVATION_IDS'
  /** The mail was written by another version of the program. */
  | 'OTHER';

/** These are the filters for a list of background jobs. They can be combined. */
export type JobFilterInput = {
  /** The list has only jobs in one of these states. */
  state?: InputMaybe<Array<JobState>>;
  /** The list has only jobs of one of these kinds. */
  kind?: InputMaybe<Array<JobKind>>;
  /** If this is true, the list has only jobs that are overdue, and if it is false, only the others. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Input of retryJob. */
export type RetryJobInput = {
  /** The job with this id is tried at once. A job that has used all its attempts gets one more. */
  job: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of discardJob. */
export type DiscardJobInput = {
  /** The job with this id is given up. */
  job: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A database is of one of these kinds. */
export type DatabaseEngine =
  /** The database is a SQLite file in the data directory. */
  | 'SQLITE'
  /** The database is on a PostgreSQL server. */
  | 'POSTGRESQL';

/** The server does one of these things again and again. */
export type RoutineKind =
  /** Audit entries get their place in the chain of hashes. */
  | 'SEAL_AUDIT'
  /** Events get their position in the feed. */
  | 'PLACE_EVENTS'
  /** The records that prove domains are looked up again. */
  | 'CHECK_DOMAINS'
  /** Line items are settled whose periods begin or end. */
  | 'SETTLE_LINE_ITEMS'
  /** Evergreen line items are renewed whose renewal can no longer be cancelled. */
  | 'RENEW_EVERGREENS'
  /** Sessions, links, tokens and findings are deleted that have expired. */
  | 'DELETE_EXPIRED';

/**
 * The position of an account is grouped by one of these. Amounts in different units are never added, so that each
 * group has one row for each unit.
 */
export type PositionGrouping =
  /** The rows are grouped by product and unit. */
  | 'PRODUCT'
  /** The rows are grouped by product line and unit. */
  | 'PRODUCT_LINE'
  /** The rows are grouped by unit alone. */
  | 'UNIT'
  /** The rows are grouped by account and unit: the account itself, and every account below it that has line items. */
  | 'ACCOUNT';

/** The pace of a position is found in one of these ways. The aggregation of the unit chooses. */
export type PaceRule =
  /**
   * The unit has the aggregation SUM. The reports of its meters on the last 28 complete days before the day asked about are
   * added up and divided by 28. A report over several days counts evenly on each of them; imported totals do not count.
   * There is no pace if a meter of the row has no report for one of these days, or if its meters start at zero at different
   * times. Meters measure product lines, so rows by product have none. What runs out is granted and overdraft, less what
   * was reported since the meters last started at zero, imported totals included.
   */
  | 'MEAN_OF_28_DAYS'
  /**
   * The unit has the aggregation LAST or PEAK. What is in use on the day asked about, less what was in use of the same line
   * items 90 days before, is divided by 90. There is no pace if no line item of the row had begun 90 days before. What runs
   * out is what is free.
   */
  | 'GROWTH_OVER_90_DAYS';

/** Input of addUser. */
export type AddUserInput = {
  /** The user signs in with this name, which no other user may have. It has 1 to 254 bytes. */
  userName: Scalars['String']['input'];
  /** Links to sign in are sent to this e-mail address. The user has no address if this is null. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The user has this first name. It has at most 200 characters. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** The user has this last name. It has at most 200 characters. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Pages show this name. It has at most 200 characters. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** The user gets e-mails in this language, until they choose one themselves. It is English if this is null. */
  notificationLanguage?: InputMaybe<Language>;
  /** The user gets this role for all customers: OPERATOR or SUPPORT_AGENT. The user gets none if this is null. */
  producerRole?: InputMaybe<ProducerRole>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeUser. */
export type ChangeUserInput = {
  /** This user is changed. */
  user: Scalars['ID']['input'];
  /**
   * The user has this first name. It has at most 200 characters. It stays as it is if this is left out, and is removed if
   * this is null.
   */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /**
   * The user has this last name. It has at most 200 characters. It stays as it is if this is left out, and is removed if
   * this is null.
   */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Pages show this name. It has at most 200 characters. It stays as it is if this is left out, and is removed if this is
   * null.
   */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /**
   * The user has this telephone number. It has at most 200 characters. It stays as it is if this is left out, and is
   * removed if this is null.
   */
  phone?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeUserEmail. */
export type ChangeUserEmailInput = {
  /** This user gets another address. */
  user: Scalars['ID']['input'];
  /** This is the new e-mail address. The user has no address if this is null. */
  email?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of changeProducerRole. */
export type ChangeProducerRoleInput = {
  /** This user gets another role. */
  user: Scalars['ID']['input'];
  /** The user gets this role for all customers: OPERATOR or SUPPORT_AGENT. The user has none if this is null. */
  role?: InputMaybe<ProducerRole>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of deactivateUser. */
export type DeactivateUserInput = {
  /** This user can no longer sign in. */
  user: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of reactivateUser. */
export type ReactivateUserInput = {
  /** This user can sign in again. */
  user: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What ends is grouped by one of these. */
export type RenewalGrouping =
  /** The rows are grouped by the calendar month in which the rights end. */
  | 'MONTH'
  /** The rows are grouped by product line. */
  | 'PRODUCT_LINE'
  /** The rows are grouped by unit. */
  | 'UNIT';

/** An amount comes from one of these. */
export type PriceBasis =
  /** The amount is ordered. Only a forecast has it. */
  | 'ORDERED'
  /** The amount follows from what was paid for the last term. */
  | 'LAST_PRICE'
  /** The amount follows from the list price of the part number. */
  | 'LIST_PRICE';

/** A change of many objects treats refusals in one of these ways. */
export type BulkMode =
  /** If one of the objects is refused, nothing is changed, and errors has all refusals. */
  | 'ALL_OR_NOTHING'
  /** Objects that are refused stay as they are, and the others are changed. Each refusal is in the result of its object. */
  | 'EACH';

/** Input of holdLineItems. */
export type HoldLineItemsInput = {
  /** The decision is about these line items, 1 to 1,000 different ones. */
  lineItems: Array<Scalars['ID']['input']>;
  /** The decision holds from this day on. The default is today. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The decision holds until this day, which is its last one. If it is null, it holds until it is released. */
  until?: InputMaybe<Scalars['Date']['input']>;
  /** This says what happens if some of the line items are refused. */
  mode?: InputMaybe<BulkMode>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of grantGrace. */
export type GrantGraceInput = {
  /** These line items get grace, 1 to 1,000 different ones. */
  lineItems: Array<Scalars['ID']['input']>;
  /**
   * The grace of each line item begins on the day after its last one, and lasts until this day, which is its last one. If
   * a renewal begins later, after a gap, grace for the gap ends in it: no period is in force on this day.
   */
  until: Scalars['Date']['input'];
  /** This says what happens if some of the line items are refused. */
  mode?: InputMaybe<BulkMode>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of suspendLineItems. */
export type SuspendLineItemsInput = {
  /** The decision is about these line items, 1 to 1,000 different ones. */
  lineItems: Array<Scalars['ID']['input']>;
  /** The decision holds from this day on. The default is today. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The decision holds until this day, which is its last one. If it is null, it holds until it is released. */
  until?: InputMaybe<Scalars['Date']['input']>;
  /** This says what happens if some of the line items are refused. */
  mode?: InputMaybe<BulkMode>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of withdrawEntitlement. */
export type WithdrawEntitlementInput = {
  /** This entitlement is withdrawn. */
  entitlement: Scalars['ID']['input'];
  /** The entitlement is withdrawn from this day on. The default is today. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** This must be true if devices use the entitlement on that day. They lose the right. */
  acceptLive?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of releaseDecision. */
export type ReleaseDecisionInput = {
  /** This decision is released. */
  decision: Scalars['ID']['input'];
  /**
   * The decision holds until this day, which is its last one. The default is yesterday. A day before the first day of the
   * decision lets it hold on no day. If the day has not passed, the decision is lifted, and another one, which the effects
   * name and which can be released again, holds until that day.
   */
  lastDay?: InputMaybe<Scalars['Date']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of replaceActivationId. */
export type ReplaceActivationIdInput = {
  /** This line item gets another activation id. */
  lineItem: Scalars['ID']['input'];
  /**
   * The line item gets this activation id, of 1 to 100 characters, which nothing else has or had. If it is null, Muniment
   * makes one.
   */
  activationId?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The audit and the ledger record this reason for the change, and the customer can read it there. It has at most 500
   * characters.
   */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of cancelRenewals. */
export type CancelRenewalsInput = {
  /** The renewals of these evergreen line items are cancelled, 1 to 1,000 different ones. */
  lineItems: Array<Scalars['ID']['input']>;
  /** This says what happens if some of the line items are refused. */
  mode?: InputMaybe<BulkMode>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** An amendment that ends before the period that it amends is followed by one of these. */
export type AmendmentEnd =
  /** The older period is in force again. */
  | 'RETURN'
  /** The line item ends: none of its periods is in force any more. */
  | 'END';

/** Input of amendLineItem. */
export type AmendLineItemInput = {
  /** This line item is amended. */
  lineItem: Scalars['ID']['input'];
  /** The new total is granted from this day on. A period of the line item is in force on it. */
  startsOn: Scalars['Date']['input'];
  /** From then on, this much is granted in all, in the unit of the line item. It is null if unlimited is true. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** This is true if there is no limit from then on. */
  unlimited?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * From then on, this much may be used beyond the granted amount, in the unit of the line item. If it is null, the
   * overdraft of the amended period stays.
   */
  overdraft?: InputMaybe<Scalars['Decimal']['input']>;
  /**
   * The new total is granted until this day, which is its last one. The default is the last day of the amended period, and
   * a later day is refused.
   */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** This follows if endsOn is before the last day of the amended period. It is null in every other case. */
  after?: InputMaybe<AmendmentEnd>;
  /** The amendment came from the order with this number, of at most 100 characters. */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /** The amendment came from this line of the order, of at most 100 characters. */
  orderLine?: InputMaybe<Scalars['String']['input']>;
  /** This was paid for the amendment. */
  price?: InputMaybe<MoneyInput>;
  /**
   * The price is paid in these instalments, at most 120, each due on a later day than the one before it. Together they are
   * the price. If this is null or empty, it is paid at once.
   */
  instalments?: InputMaybe<Array<InstalmentInput>>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The audit and the ledger record this reason for the change, and the customer can read it there. It has at most 500
   * characters.
   */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of correctPeriod. */
export type CorrectPeriodInput = {
  /** This period was recorded wrongly. */
  period: Scalars['ID']['input'];
  /** The period grants this much, in the unit of the line item. The recorded amount was right if this is null. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /**
   * If this is true, the period has no limit. If it is false, it has the limit that quantity gives. The record was right
   * if this is null.
   */
  unlimited?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * This much may be used beyond the granted amount, in the unit of the line item. The recorded amount was right if this
   * is null.
   */
  overdraft?: InputMaybe<Scalars['Decimal']['input']>;
  /** The period starts on this day. The recorded day was right if this is null. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** The period ends on this day, which is its last one. The recorded day was right if this is null. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * If this is true, the period has no end. If it is false, it ends on the day that endsOn gives. The record was right if
   * this is null.
   */
  perpetual?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The period came from the order with this number, of at most 100 characters. An empty text removes it, and the recorded
   * number was right if this is null.
   */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /**
   * The period came from this line of the order, of at most 100 characters. An empty text removes it, and the recorded
   * line was right if this is null.
   */
  orderLine?: InputMaybe<Scalars['String']['input']>;
  /** This was paid for the period. The recorded amount was right if this is null. */
  price?: InputMaybe<MoneyInput>;
  /**
   * The price is paid in these instalments, at most 120, each due on a later day than the one before it. Together they are
   * the price. An empty list says that it is paid at once. The recorded instalments were right if this is null: if they
   * are not the price together, the change is refused with INSTALMENTS_DIFFER.
   */
  instalments?: InputMaybe<Array<InstalmentInput>>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of voidPeriod. */
export type VoidPeriodInput = {
  /** This period should never have been recorded. */
  period: Scalars['ID']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The change needs this reason, of 1 to 500 characters. Its records keep it, and the customer can read it there. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A RenewLineInput says how a line item is renewed. */
export type RenewLineInput = {
  /** This line item is renewed. */
  lineItem: Scalars['ID']['input'];
  /**
   * The renewal is sold under this part number, of the same product. The default is the successor of the part number
   * of the last term or, if there is none, the same part number.
   */
  partNumber?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The renewal grants this much in all, in the unit of the line item. If this, pieces and unlimited are null, it
   * grants what the last term grants, amendments included.
   */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /**
   * The renewal grants so many pieces of the part number, 1 to 1000000000: this many times its pack size. At most one of
   * quantity, pieces and unlimited is given.
   */
  pieces?: InputMaybe<Scalars['Int']['input']>;
  /** This is true if the renewal has no limit. If it is false, quantity or pieces gives the limit. */
  unlimited?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The renewal starts on this day. The default is the day after the last one of the line item, however late it is
   * ordered. An earlier day is refused, and a later one leaves a gap.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The renewal ends on this day, which is its last one. The default follows from the length of the part number's
   * term. A perpetual right must not have this.
   */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** This was paid for the whole renewal. It is null if it is not known. */
  price?: InputMaybe<MoneyInput>;
  /**
   * The price is paid in these instalments, at most 120, each due on a later day than the one before it. Together they are
   * the price. If this is null or empty, it is paid at once.
   */
  instalments?: InputMaybe<Array<InstalmentInput>>;
  /** The renewal came from the order with this number, of at most 100 characters. */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /** The renewal came from this line of the order, of at most 100 characters. */
  orderLine?: InputMaybe<Scalars['String']['input']>;
  /** This must be true if the term is renewed already and another term is to be added. */
  again?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Input of renewLineItems. */
export type RenewLineItemsInput = {
  /** These line items are renewed, 1 to 1,000 different ones. */
  lines: Array<RenewLineInput>;
  /** This says what happens if some of the line items are refused. */
  mode?: InputMaybe<BulkMode>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The audit and the ledger record this reason for the change, and the customer can read it there. It has at most 500
   * characters.
   */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of convertTrial. */
export type ConvertTrialInput = {
  /** This line item is a trial. It becomes a paid right. */
  lineItem: Scalars['ID']['input'];
  /** The paid right is sold under this part number, of the same product. */
  partNumber: Scalars['ID']['input'];
  /**
   * The paid term grants this much in all, in the unit of the line item. If this, pieces and unlimited are null, it
   * grants what the trial grants, amendments included.
   */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /**
   * The paid term grants so many pieces of the part number, 1 to 1000000000: this many times its pack size. At most
   * one of quantity, pieces and unlimited is given.
   */
  pieces?: InputMaybe<Scalars['Int']['input']>;
  /** This is true if the paid term has no limit. If it is false, quantity or pieces gives the limit. */
  unlimited?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The paid term starts on this day. The default is today, or the day after the trial if it is over, or the first day of an
   * amendment of the trial that is still to come. On and after this day, the trial is no longer in force.
   */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The paid term ends on this day, which is its last one. The default follows from the length of the part number's
   * term. A perpetual right must not have this.
   */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** This was paid for the paid term. It is null if it is not known. */
  price?: InputMaybe<MoneyInput>;
  /**
   * The price is paid in these instalments, at most 120, each due on a later day than the one before it. Together they are
   * the price. If this is null or empty, it is paid at once.
   */
  instalments?: InputMaybe<Array<InstalmentInput>>;
  /** The paid term came from the order with this number, of at most 100 characters. */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /** The paid term came from this line of the order, of at most 100 characters. */
  orderLine?: InputMaybe<Scalars['String']['input']>;
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The audit and the ledger record this reason for the change, and the customer can read it there. It has at most 500
   * characters.
   */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Another system of record is of one of these kinds. */
export type SystemKind =
  /** The system is an older entitlement system. */
  | 'ENTITLEMENT'
  /** The system manages customer relationships. */
  | 'CRM'
  /** The system manages orders. */
  | 'ERP';

/** An ExternalIdInput is the name of an object in another system, or the activation id of a line item or coverage. */
export type ExternalIdInput = {
  /**
   * The system with this code uses the name. Every system is searched if this is null. Activation ids that line items and
   * coverages have now are names of the system muniment, whoever gave them.
   */
  system?: InputMaybe<Scalars['String']['input']>;
  /**
   * The other system calls the object this, such as activation for a line item and maintenance for a coverage. Every kind
   * is searched if this is null.
   */
  kind?: InputMaybe<Scalars['String']['input']>;
  /**
   * This is the name, exactly as the other system writes it. The activation id of a line item is also found in any letter
   * case, and that of a coverage in capital and in small letters.
   */
  value: Scalars['String']['input'];
};

/** A meter starts at zero again at one of these times. */
export type ResetInterval =
  /** The meter only grows. */
  | 'NEVER'
  /** The meter starts at zero on the first day of each month. */
  | 'MONTH'
  /** The meter starts at zero on the first day of each quarter. */
  | 'QUARTER'
  /** The meter starts at zero on the first day of each year. */
  | 'YEAR';

/** These are the filters for a list of usage records. They may both be combined. */
export type UsageRecordFilterInput = {
  /** The list has only usage records of this meter. */
  meter?: InputMaybe<Scalars['ID']['input']>;
  /** The list has only usage records with at least one day in this range. */
  days?: InputMaybe<DayRangeInput>;
};

/** These are the filters for a list of meters. */
export type MeterFilterInput = {
  /** The list has only meters that measure this product line. */
  productLine?: InputMaybe<Scalars['ID']['input']>;
};

/** Input of registerWidgetDocument. */
export type RegisterWidgetDocumentInput = {
  /** This name tells people what the document is for. */
  name: Scalars['String']['input'];
  /** This is the text of the document: one query and its fragments, which must fit the contract. It has at most 64 KiB. */
  text: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of removeWidgetDocument. */
export type RemoveWidgetDocumentInput = {
  /** The document with this hash is removed. */
  hash: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of addWidgetOrigin. */
export type AddWidgetOriginInput = {
  /**
   * This is the origin: https://, a host and perhaps a port, without a path. Only this machine may use http://. It is
   * stored in the form in which browsers send it.
   */
  origin: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Input of removeWidgetOrigin. */
export type RemoveWidgetOriginInput = {
  /** This origin is removed. It may be written in any form that names the same origin. */
  origin: Scalars['String']['input'];
  /**
   * This key, of 1 to 255 bytes, makes the request safe to repeat for 24 hours: if the same input is sent with the
   * same key again, nothing is changed a second time, and the answer is that of the first request. The key is ignored
   * in a dry run.
   */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * If this is true, nothing is changed, and the answer tells in effects, warnings and errors what the change would
   * do.
   */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The audit records this reason for the change. It has at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};
