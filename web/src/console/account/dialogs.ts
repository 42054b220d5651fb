import { laterDialog } from '../../portal/kit/later.tsx'

/** Creates an account. */
export const NewAccountDialog = laterDialog(async () => (await import('./AccountDialogs.tsx')).NewAccountDialog)

/** Changes the details of an account. */
export const ChangeAccountDialog = laterDialog(async () => (await import('./AccountDialogs.tsx')).ChangeAccountDialog)

/** Retires an account. */
export const RetireDialog = laterDialog(async () => (await import('./AccountDialogs.tsx')).RetireDialog)

/** Ends the retirement of an account. */
export const ReinstateDialog = laterDialog(async () => (await import('./AccountDialogs.tsx')).ReinstateDialog)

/** Places an account below another one. */
export const LinkDialog = laterDialog(async () => (await import('./LinkDialogs.tsx')).LinkDialog)

/** Removes an account from its place below another one. */
export const UnlinkDialog = laterDialog(async () => (await import('./LinkDialogs.tsx')).UnlinkDialog)

/** Changes the names and the telephone number of a person. */
export const ChangeUserDialog = laterDialog(async () => (await import('./ChangeUserDialog.tsx')).ChangeUserDialog)

/** Adds a user who works for a customer. */
export const NewUserDialog = laterDialog(async () => (await import('./NewUserDialog.tsx')).NewUserDialog)
