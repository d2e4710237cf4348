/** Work waits for stores alone, which answer at once; what takes long waits for something else. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = milliseconds / 1000
      const hint = 'it may wait for nothing but its own stores'
      reject(new Error(`[waypost] storage: a transaction took over ${seconds} s; ${hint}`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
