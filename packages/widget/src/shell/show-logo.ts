/** Shows the image at an address; hidden until it has come, and where it does not. */
export function showLogo(image: HTMLImageElement, address: string): void {
  if (image.getAttribute('src') === address) return
  image.alt = ''
  image.hidden = true
  image.onload = () => {
    image.hidden = false
  }
  image.src = address
}
