/** Whether a mode begins with the form: known before the plans of the panel are there. */
export const beginsAtForm = (mode = ''): boolean => /^(form|ask)/.test(mode)
