/** Nobody has asked for it: it comes to pass or it does not. */
export const ignore = (work: Promise<unknown>): void => void work.catch(() => {})
