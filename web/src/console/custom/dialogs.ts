import { laterDialog } from '../../portal/kit/later.tsx'

/** Sets the values of custom fields of an object. */
export const CustomDialog = laterDialog(async () => (await import('./CustomDialog.tsx')).CustomDialog)
