/** What an attribute says by being there, unless that is no; the script reads it so, too. */
export const isOn = (value: unknown) => !/^[fnu]/.test(`${value}`)
