import { laterDialog } from '../../portal/kit/later.tsx'

/** Creates a part number. */
export const NewPartDialog = laterDialog(async () => (await import('./PartNumberDialogs.tsx')).NewPartDialog)

/** Changes a part number. */
export const ChangePartDialog = laterDialog(async () => (await import('./PartNumberDialogs.tsx')).ChangePartDialog)

/** Sets a list price. */
export const SetPriceDialog = laterDialog(async () => (await import('./PriceDialogs.tsx')).SetPriceDialog)

/** Removes a list price whose day has not come. */
export const RemovePriceDialog = laterDialog(async () => (await import('./PriceDialogs.tsx')).RemovePriceDialog)

/** Retires something of the catalog, or brings it back. */
export const RetireDialog = laterDialog(async () => (await import('./RetireDialog.tsx')).RetireDialog)

/** Creates or changes a product line. */
export const LineDialog = laterDialog(async () => (await import('./ProductDialogs.tsx')).LineDialog)

/** Creates or changes a product. */
export const ProductDialog = laterDialog(async () => (await import('./ProductDialogs.tsx')).ProductDialog)

/** Sets the products of a suite. */
export const MembersDialog = laterDialog(async () => (await import('./ContentDialogs.tsx')).MembersDialog)

/** Sets the features of a product. */
export const FeaturesDialog = laterDialog(async () => (await import('./ContentDialogs.tsx')).FeaturesDialog)

/** Creates a license model. */
export const NewModelDialog = laterDialog(async () => (await import('./ModelDialogs.tsx')).NewModelDialog)

/** Changes the name or the technology of a license model. */
export const ChangeModelDialog = laterDialog(async () => (await import('./ModelDialogs.tsx')).ChangeModelDialog)

/** Gives a license model other terms from a day on. */
export const NewTermsDialog = laterDialog(async () => (await import('./ModelDialogs.tsx')).NewTermsDialog)

/** Creates a unit of measure. */
export const NewUnitDialog = laterDialog(async () => (await import('./BasicDialogs.tsx')).NewUnitDialog)

/** Changes a unit of measure. */
export const ChangeUnitDialog = laterDialog(async () => (await import('./BasicDialogs.tsx')).ChangeUnitDialog)

/** Creates or changes a coverage level. */
export const LevelDialog = laterDialog(async () => (await import('./BasicDialogs.tsx')).LevelDialog)

/** Creates or changes a feature. */
export const FeatureDialog = laterDialog(async () => (await import('./BasicDialogs.tsx')).FeatureDialog)
