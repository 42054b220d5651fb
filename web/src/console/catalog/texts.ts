import type { CatalogList, PartNumberGap, TermUnit } from '../../portal/contract/types.ts'
import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import type { StepName } from './steps.ts'
import type { PriceTime } from './prices.ts'
import type { CatalogTab } from './search.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** The title of the dialog of a change, what it means, and what its button says. */
type ChangeOf<Names extends unknown[]> = { title: (...names: Names) => string; means: string; action: string }

/** The dialog for something new: also what opens it. */
type NewOf = { open: string; means: string; action: string }

/** What the screens of the catalog say. */
export type CatalogTexts = {
  means: string
  mayNot: string
  sections: string
  tabs: Record<CatalogTab, string>
  none: Record<CatalogTab, string>
  noneNext: string
  noneSuch: string
  noneSuchNext: string
  noneIncomplete: string
  lookedThrough: (read: number, all: number) => string
  lookFurther: string
  actions: string
  actionsOf: (name: string) => string
  change: string
  retire: string
  bringBack: string
  offered: string
  retired: string
  retiredSince: (moment: string) => string
  notKnown: string
  nothing: string
  from: (day: string) => string
  between: (from: string, to: string) => string
  length: (count: number, unit: TermUnit) => string
  filter: {
    retired: string
    all: string
    onlyOffered: string
    onlyRetired: string
    product: string
    incomplete: string
    anyDetails: string
    onlyIncomplete: string
  }
  asCsv: string
  lists: Record<CatalogList, string>
  /** What leads to the first order. */
  steps: {
    ofCatalog: string
    ofCatalogMeans: string
    begin: string
    beginMeans: string
    orImport: string
    imports: string
    done: string
    next: string
    later: string
    names: Record<StepName, string>
    means: Record<StepName, string>
  }
  parts: {
    search: string
    searchMeans: string
    columns: Record<'code' | 'product' | 'term' | 'unit' | 'coverage' | 'price' | 'state', string>
    pieces: (count: number) => string
    /** Said of a part number under which rights renew by themselves. */
    evergreen: (cancelDays: number) => string
    asLong: string
    complete: string
    missing: (count: number) => string
    gaps: Record<PartNumberGap, string>
    noPrice: string
  }
  part: {
    back: string
    missing: string
    missingNext: string
    complete: string
    stillMissing: string
    listed: (gaps: readonly string[]) => string
    grants: string
    along: string
    afterwards: string
    ofProduct: (model: string) => string
    itself: string
    prices: string
    pricesMean: string
    noPrices: string
    priceColumns: { price: string; valid: string; state: string }
    priceTime: Record<PriceTime, string>
  }
  products: {
    search: string
    searchMeans: string
    columns: { name: string; line: string; kind: string; model: string; state: string }
    contains: (members: string) => string
    hasFeatures: (features: string) => string
    noneOfLine: string
    cut: (shown: number, all: number) => string
    parts: string
  }
  models: {
    columns: { name: string; activation: string; terms: string; valid: string }
    measured: string
    noTerms: string
    more: (count: number) => string
    lease: (hours: number) => string
    noLease: string
    grace: (days: number) => string
    overdraft: string
    noOverdraft: string
    moves: (count: number | null) => string
    offline: (days: number | null) => string
    notOffline: string
    stops: string
  }
  columns: { code: string; name: string; rank: string; rule: string; version: string; state: string }
  dialogs: {
    choose: string
    noneFound: string
    notDecided: string
    findProduct: string
    findMeans: string
    findSuccessor: string
    findUpgrades: string
    addMember: string
    findFeature: string
    addFeature: string
    howMany: (name: string) => string
    codeMeans: string
    ofTheProduct: string
    wholeRight: string
    lengthMeans: string
    packMeans: string
    overdraftMeans: string
    cancelDaysMean: string
    remove: (name: string) => string
    amount: string
    amountMeans: string
    currencyMeans: string
    firstDay: string
    firstPriceDay: string
    firstTermsDay: string
    leaseHours: string
    leaseMeans: string
    noLimitMeans: string
    yes: string
    no: string
    openPart: (code: string) => string
    newPart: NewOf
    changePart: ChangeOf<[code: string]>
    setPrice: ChangeOf<[code: string]> & { open: string }
    removePrice: ChangeOf<[price: string]> & { open: string }
    retire: ChangeOf<[name: string]>
    bringBack: ChangeOf<[name: string]>
    newLine: NewOf
    changeLine: ChangeOf<[name: string]>
    newProduct: NewOf
    changeProduct: ChangeOf<[name: string]>
    members: ChangeOf<[string]> & { open: string }
    features: ChangeOf<[string]> & { open: string }
    newModel: NewOf
    changeModel: ChangeOf<[name: string]>
    newTerms: ChangeOf<[name: string]> & { open: string }
    newUnit: NewOf
    changeUnit: ChangeOf<[name: string]>
    newLevel: NewOf
    changeLevel: ChangeOf<[name: string]>
    newFeature: NewOf
    changeFeature: ChangeOf<[name: string]>
  }
}

/** What the screens of the catalog say, in every language. */
export const texts: ScreenTexts<CatalogTexts> = { en, de }
