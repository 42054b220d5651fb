import { laterDialog } from '../../portal/kit/later.tsx'

/** Makes a draft live. */
export const DeployDialog = laterDialog(async () => (await import('./DeployDialog.tsx')).DeployDialog)
