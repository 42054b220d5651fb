import type { RightWords } from './texts.ts'

/** What the console says of changes of rights in English. */
export const en = (): RightWords => ({
  refusals: {
    PERIOD_MISSING: (told) => `Nothing is granted on ${told('on')}. Give a day on which a period is in force.`,
    TERM_UNDATED: () =>
      'The term begins with its first activation, and has no days before. Correct the quantity alone.',
    RIGHT_WITHDRAWN: (told) =>
      `The right is withdrawn${told('on') === '' ? '' : ` on ${told('on')}`}. Release that decision first, or give an earlier day.`,
    PERIOD_VOIDED: () => 'The period was voided already. Correct the one that stands in its place.',
    LIVE_ACTIVATIONS: (told) =>
      `Devices use it: ${told('count')} activations are live on this day. Tick this to take the right from them, and see which they are.`,
    DECISION_LIFTED: () => 'Somebody released this decision already.',
    DECISION_ENDED: (told) => `The decision ends on ${told('endsOn')} by itself. Give an earlier day.`,
    DECISION_STAYS: () =>
      'This decision is not released. Deploy a draft; issue a test again; record anew what was voided.',
    ACTIVATION_ID_TAKEN: () =>
      'Something else has this id, or had it. Give another one, or none, and Muniment makes one.',
    PART_NUMBER_INCOMPLETE: (told) =>
      `Something is missing of the part number ${told('name')}. Fill it in in the catalog, or choose another one.`,
    TERMS_NOT_VALID: (told) =>
      `The license model has no terms on this day. Its first ones are valid from ${told('from')} on: give that day or a later one.`,
    ORDER_DIFFERS: (told) => `The order was issued with ${told('issued')}, and now has ${told('given')}.`,
    ORDER_OVERTAKEN: () =>
      'Another period is in force on that day than the one that the order recorded last, or it is not known what of its price changes. Give another day, or change the line item itself.',
    NOT_EVERGREEN: () => 'It does not renew by itself, or no longer does: nothing follows its last day.',
    RENEWAL_CANCELLED: (told) => `The renewal is cancelled already: it ends on ${told('endsOn')}.`,
    GRACE_EXISTS: (told) => `${told('lineItem')} has grace until ${told('graceUntil')} already. Give a later day.`,
    GRACE_TOO_LONG: (told) =>
      `Support agents grant grace until ${told('latest')} at the latest. Give an earlier day, or ask an operator.`,
    NUMBER_TAKEN: () => 'The customer has another entitlement with this number. Give another one, or none.',
    OTHER_PERIOD_FIRST: (told) =>
      `With these days the period would change places with another one${told('other') === '' ? '' : `, ${told('other')}`}. Correct or void that one first.`,
    OVERDRAFT_NOT_ALLOWED: () => 'The license model allows no overdraft. Leave it out, or grant more.',
    INSTALMENTS_DIFFER: (told) =>
      `The instalments add up to ${told('instalments')}, and the price is ${told('price')}. Change one of them.`,
    ALREADY_RENEWED: (told) =>
      told('successor') === ''
        ? `It is renewed from ${told('from')} to ${told('to')} already. Tick “One more term, although it is renewed already” if you mean another one.`
        : `The line item ${told('successor')} took its place already.`,
    STARTS_TOO_EARLY: (told) =>
      `What was granted has not ended before ${told('earliest')}. Give that day or a later one.`,
    NOTHING_TO_RENEW: () => 'Nothing of it counts any more. Issue it again.',
    RIGHT_HAS_NO_END: () => 'It has no end, so that there is nothing to renew. Extend its coverage.',
    IS_A_TRIAL: () => 'A trial is not renewed. Convert it.',
    NOT_A_TRIAL: () => 'This is no trial, or it was converted already. Renew it.',
    UPGRADE_NEEDED: (told) =>
      `${told('name')} sells another product, ${told('product')}. Choose one of the same product.`,
    UNIT_DIFFERS: (told) => `${told('name')} counts ${told('unit')}, and not ${told('lineUnit')}. Choose another one.`,
    ACTIVATION_DIFFERS: (told) => `${told('name')} is activated in another way. Choose another one.`,
    COPIES_END_APART: () => 'Each copy has an end of its own, so that they are not renewed together.',
    NOT_OFFERED: (told) =>
      `The product ${told('product')} is not offered on this day. Choose another part number, or make the product available in the catalog.`,
    TRIAL_USED: (told) =>
      `The customer had a trial of ${told('product')} not long ago. Another one may begin on ${told('again')}.`,
    DRAFT_CHANGED: () =>
      'Something was recorded since the draft was issued, so that its days are not moved. Leave the day out.',
    NOT_A_DRAFT: () => 'This is no draft any more. Close this, and look again.',
    NOT_LIVE: (told) =>
      told('decision') === 'WITHDRAWN'
        ? 'It is withdrawn, and would not be live. Release that decision first.'
        : told('decision') === 'TEST'
          ? 'It is for tests, and never becomes live. Issue a live one.'
          : 'It is not live. Deploy it first.',
    ALREADY_EXTENDED: () => 'Another coverage renews this one already. Extend that one, or tick “A further successor”.',
    COVERAGE_WITHDRAWN: () =>
      'The coverage is withdrawn on these days already. Give an earlier day, or choose another one.',
    COVERAGE_HAS_NO_END: () => 'The coverage has no end, so that there is nothing to extend.',
    NOTHING_TO_COVER: () => 'On these days decisions hold about everything that it covers. Give other days.',
    ALREADY_COVERED: (told) =>
      `The coverage ${told('coverage')} of the same kind covers it from ${told('from')} to ${told('to')} already. Extend that one, or tick “Beside another one”.`,
    ALREADY_IN_COVERAGE: () => 'The coverage has this line item already, perhaps on other days. Choose another one.',
    OTHER_ACCOUNT: (told) =>
      `The coverage belongs to another customer, ${told('coverageAccount')}. Choose one of the same customer.`,
    OTHER_PRODUCT_LINE: (told) =>
      `The coverage belongs to another product line, ${told('coverageProductLine')}. Choose one of the same.`,
    ALREADY_CORRECTED: () => 'The coverage was corrected already. Correct the one that stands in its place.',
    NOTHING_TO_CORRECT: () => 'This is how it was recorded. Change what was meant otherwise.',
    ACCOUNT_RETIRED: () => 'The customer is retired, and is granted nothing new. Reinstate it first.',
    RETIRED: (told) => `${told('name')} is retired. Choose another one.`,
    HOME_ELSEWHERE: (told) => `The system ${told('system')} still manages this. Change it there.`,
    CODE_TAKEN: () => 'Something else has this code already. Give another code, or change that one.',
    NAME_TAKEN: () => 'Something else has this name already. Give another name, or change that one.',
    ALREADY_SOLD: () =>
      'Rights were granted under this part number, so that what it stands for stays. Make another one, and name it as the successor.',
    NOT_A_SUITE: () => 'Only suites contain products. Choose a suite.',
    SUITE_IN_SUITE: (told) => `${told('name')} is a suite, and a suite contains none. Choose its products instead.`,
    DAY_TOO_EARLY: (told) =>
      `On this day terms or prices apply already, and do not change. Give ${told('from')} or a later day.`,
    ALREADY_VALID: () => 'This price is valid, or was, so that it stays. Set another one from tomorrow on.',
    CHOICE_IN_USE: (told) => `Something has the value ${told('choice')}. Keep it, or give that another value first.`,
    TOO_MANY_CUSTOM_FIELDS: (told) =>
      `There are ${told('max')} fields already, which is the maximum. Retire one first.`,
    ACCOUNT_CIRCLE: (told) =>
      `Then the account would be below itself${told('path') === '' ? '' : `: ${told('path')}`}. Choose another account.`,
    USER_NAME_TAKEN: () => 'Somebody else has this user name. Give another one, or change that person.',
    OWN_ROLE: () => 'You cannot do this to yourself. Ask another operator.',
    LAST_OPERATOR: () => 'Then nobody active would be an operator. Make somebody else one first.',
    KEY_LIMIT: () => 'There are as many keys as there may be. Revoke one that is not needed.',
    SCOPE_BEYOND: () => 'You may not do this yourself, so that a key of yours may not either. Leave it out.',
    SIGN_IN_AGAIN: () => 'You signed in more than 15 minutes ago. For this, sign out, sign in again, and repeat it.',
    DOCUMENT_UNKNOWN: () => 'The server does not know this document. Load the page again.',
    WIDGET_ORIGIN_NOT_LISTED: () => 'This site is not in the list of those that may show widgets. Add it first.',
    ORIGIN_LIMIT: (told) => `The list has ${told('max')} sites, which is the maximum. Remove one first.`,
    JOB_RUNNING: () => 'It is running. Wait until it has ended.',
    JOB_WAITING: () => 'It waits for its attempt already.',
    JOB_ENDED: () => 'It has ended. There is nothing to do.',
    LINK_ENDED: () => 'The link in the mail has ended. Invite again.',
    NOT_FOUND: () => 'It is not there any more, or not for you. Close this, and look again.',
    READ_ONLY: () => 'Your access may only read.',
    FORBIDDEN: () => 'Your role may not change this. Ask an operator.',
    TEXT_TOO_LONG: (told) =>
      `The text is too long${told('max') === '' ? '' : `: at most ${told('max')} characters`}. Write less.`,
    LIST_TOO_LONG: (told) => `These are too many at once${told('max') === '' ? '' : `: at most ${told('max')}`}.`,
    IDEMPOTENCY_CONFLICT: () => 'This was sent before with something else in it. Close this, and begin anew.',
    UNAUTHENTICATED: () => 'You are not signed in any more. Sign in, and try again.',
    RATE_LIMITED: (told) =>
      `This address has had as many mails as one hour allows. Try again${told('again') === '' ? ' later' : ` after ${told('again')}`}.`,
  },
  specific: [],
  wrong: {
    quantity: 'Give an amount that the unit can count, or tick that there is no limit, but not both.',
    overdraft: 'Give an amount that the unit can count.',
    startsOn: 'This first day does not fit. It is before the last day, and a right that an activation starts has none.',
    endsOn: 'This last day does not fit. It is not before the first day, and what has no end has none.',
    from: 'This day is not one of the days of the coverage.',
    after: 'Say what follows if the last day is before that of the amended period, and only then.',
    length: 'Give either the length or the last day.',
    pieces: 'Give a whole number of pieces, at least 1.',
    price: 'Give an amount with its currency, such as 1200.00 and EUR.',
    instalments: 'Each instalment has an amount, and a later day than the one before it. Only a price has instalments.',
    orderNumber: 'Give one line of at most 100 characters.',
    orderReference: 'Give one line of at most 100 characters.',
    orderLine: 'Give one line of at most 100 characters.',
    number: 'Give one line of at most 100 characters.',
    activationId: 'Give one line of at most 100 characters, without blanks at its ends.',
    shipToEmail: 'This is not an e-mail address. Type it again.',
    to: 'This is not an e-mail address. Type it again.',
    channelPartner: 'Choose an account that is a channel partner.',
    reason: 'Write why, in one line.',
    period: 'Nothing would change. Give what was recorded wrongly.',
  },
  wrongValue: 'This is not a value of the field. Type it again.',
  wrongAnyhow: 'This does not fit. Type it again.',
  nothingMeant: 'Nothing differs from what is recorded. Change what was recorded wrongly.',
  warnings: {
    COVERAGE_LASTS: (told) =>
      `The coverage of ${told('lineItem')} lasts as long as the one that is sold along, so that none is added.`,
    RENEWAL_GAP: (told) =>
      told('graceUntil') === ''
        ? `Nothing is granted from ${told('from')} to ${told('to')}.`
        : `No term contains the days from ${told('from')} to ${told('to')}. Until ${told('graceUntil')} the right is in grace, for known devices only.`,
    NEXT_TERM_STAYS: (told) =>
      `The next term, from ${told('from')} to ${told('to')}, is granted already and stays: it ends on ${told('to')}.`,
    SURPLUS: (told) =>
      `From ${told('on')} on, ${told('surplus')} in use do not fit, and are excess. No device stops on that day.`,
    DEVICES_LOSE_RIGHT: (told) => `On ${told('on')}, ${told('count')} activations lose their right.`,
    ADDRESS_SHARED: () => 'Somebody else who is active has the same address. Links to sign in go to the same mailbox.',
    ALREADY_ERASED: (told) =>
      `The personal data was erased already${told('erasedAt') === '' ? '' : `, ${told('erasedAt')}`}.`,
    MAY_BE_PROVISIONED: (told) =>
      `The directory of ${told('account')} may bring the person back. Ask its administrators to remove them there.`,
    MAY_BE_IMPORTED: () => 'The next import may bring the person back. Remove them in the other system first.',
    NOT_ERASED: (told) => `${told('values')} values that name the person stay in sealed records.`,
    CALLED_THE_SAME: () =>
      'Others have the same name or address. What names only this, and may be about them, is kept.',
    EVERY_ORIGIN: () => 'No site is left in the list, so that every site may show widgets. Add one to limit them.',
    COVERAGE_GROWS: (told) =>
      told('count') === '1'
        ? 'The coverage of the whole line item grows with it.'
        : `${told('count')} coverages of the whole line item grow with it.`,
    EXCESS: (told) =>
      `${told('used')} are in use, and ${told('granted')} are granted on ${told('on')}. What does not fit stays in use as excess: ${told('excess')}.`,
    ALREADY_ISSUED: (told) => `This order was issued before, as ${told('number')}. Nothing is issued a second time.`,
    COVERAGE_OVERLAP: (told) =>
      `From ${told('from')} to ${told('to')} the coverage is there already; there only the successor counts.`,
    NOTHING_TO_SEND: () => 'None of the rights is live, so that no activation ids are sent.',
    MAIL_NOT_SENT: () =>
      'No mail is sent, because this address has had as many as one hour allows. Send the activation ids later.',
    COVERAGE_GAP: (told) => `Nothing is covered from ${told('from')} to ${told('to')}.`,
    COVERAGE_OVERHANG: (told) =>
      told('on') === ''
        ? `The right ${told('lineItem')} ends on ${told('endsOn')}, before the coverage does. After that, the coverage is of no use.`
        : `The right ${told('lineItem')} grants nothing on ${told('on')} any more. Its coverage stays, and is of no use then.`,
  },
  leaseHours: 'Hours of a lease',
  things: {
    entitlement: (name, done) => `The entitlement ${name} ${done ? 'was' : 'is'} issued`,
    lineItem: (name, done) => `The line item ${name} ${done ? 'was' : 'is'} added`,
    period: (done) => `A period ${done ? 'was' : 'is'} added`,
    amendment: (place, done) =>
      `A period that amends ${place === undefined ? 'another one' : `no. ${place}`} ${done ? 'was' : 'is'} added`,
    price: {
      CREATED: (code, done) => `A list price of ${code} ${done ? 'was' : 'is'} added`,
      CHANGED: (code, done) => `A list price of ${code} ${done ? 'was changed' : 'changes'}`,
      REMOVED: (code, done) => `A list price of ${code} ${done ? 'was' : 'is'} removed`,
    },
    replacement: (done) => `A period in place of the voided one ${done ? 'was' : 'is'} added`,
    voided: (done) => `The recorded period ${done ? 'was' : 'is'} voided`,
    givesWay: (part, done) =>
      `The draft's days of the ${part === 'coverage' ? 'coverage' : 'right'} ${done ? 'gave' : 'give'} way to the new ones`,
    coverage: (done) => `A coverage ${done ? 'was' : 'is'} added`,
    covers: (name, done) => `The coverage ${done ? 'now covers' : 'covers'} ${name}`,
    decision: {
      WITHDRAWN: (name, done) => `${name} ${done ? 'was' : 'is'} withdrawn`,
      SUSPENDED: (name, done) => `${name} ${done ? 'was' : 'is'} suspended`,
      ON_HOLD: (name, done) => `${name} ${done ? 'was' : 'is'} put on hold`,
      RENEWAL_CANCELLED: (name, done) => `The renewal of ${name} ${done ? 'was' : 'is'} cancelled`,
      GRACE: (name, done) => `${name} ${done ? 'got' : 'gets'} grace`,
      DRAFT: (name) => `${name} is a draft`,
      TEST: (name) => `${name} is for tests only`,
    },
    released: (name, done) => `The decision about ${name} ${done ? 'was' : 'is'} released`,
    ends: (name, kind, day, done) =>
      `The decision about ${name}${kind === undefined ? '' : `, ${kind},`} ${done ? 'now ends' : 'ends'} on ${day}`,
    live: (name, done) => `${name} ${done ? 'became' : 'becomes'} live, and its customer sees it`,
    sent: (name, done) => `The activation ids of ${name} ${done ? 'were' : 'are'} sent`,
    replaced: (name, done) => `${name} ${done ? 'got' : 'gets'} another activation id, and stays known by this one`,
  },
})
