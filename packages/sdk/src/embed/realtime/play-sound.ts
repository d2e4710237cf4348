/** In hertz: a fifth, upwards. */
const tones = [587.33, 880]
/** Of full strength; somebody may have headphones on. */
const QUIET = 0.06
const SECONDS = 0.22

/** Two quiet tones, made here. Nothing is left of them. */
export async function playSound(): Promise<void> {
  const context = new AudioContext()
  const ended = tones.map((frequency, index) => {
    const start = context.currentTime + index * SECONDS * 0.6
    const tone = new OscillatorNode(context, { frequency })
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(QUIET, start + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS)
    tone.connect(gain).connect(context.destination)
    tone.start(start)
    tone.stop(start + SECONDS)
    return new Promise((done) => tone.addEventListener('ended', done))
  })
  await Promise.all(ended)
  await context.close()
}
