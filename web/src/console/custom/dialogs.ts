import { laterDialog } from '../../portal/kit/later.tsx'

/** Sets the values of custom fields of an object. */
export const CustomDialog = laterDialog(async () => (await import('./CustomDialog.tsx')).CustomDialog)

/** Declares a field for a kind of objects. */
export const DeclareDialog = laterDialog(async () => (await import('./FieldDialogs.tsx')).DeclareDialog)

/** Renames a field, or changes its choices and who sees it. */
export const ChangeFieldDialog = laterDialog(async () => (await import('./FieldDialogs.tsx')).ChangeFieldDialog)

/** Retires a field, or lets it get values again. */
export const RetireFieldDialog = laterDialog(async () => (await import('./FieldDialogs.tsx')).RetireFieldDialog)
