/**
 * One page that makes it hard for a guest.
 *
 * @typedef {object} Host
 * @property {string} name its address, and its heading
 * @property {string} does what it does, in a sentence
 * @property {string} [html] attributes of its root
 * @property {string} [body] attributes of its body
 * @property {string} [script] runs before anything else of the page
 * @property {string} [style]
 * @property {string} [after] stands at the end of the body
 * @property {string} [tag] instead of our script tag
 * @property {string} [doctype] instead of that of HTML
 * @property {string} [type] instead of `text/html`
 * @property {(at: { nonce: string, waypost: string }) => Record<string, string>} [headers]
 * @property {true} [cover] reaches under what a phone cuts out of the screen
 * @property {string} [domain] where the test opens it; `localhost` unless said
 * @property {{ width: number, height: number }} [viewport] for the test; 1280 × 800 unless said
 * @property {number} [zoom] how many pixels of the screen are one of the page, for the test
 * @property {Media} [media] what the person has asked for, for the test
 * @property {number} [edge] from the launcher to the nearest edges; 20 unless said
 * @property {number} [lift] from the launcher to the lower edge, where that is another
 * @property {RegExp} [complains] what the console says of the host's own doing
 * @property {true} [looksOwn] the panel looks otherwise there than on the plain page
 * @property {true} [apart] the ordinary visit is not for this one: the test has one of its own
 * @property {true} [ownLauncher] no button of ours is in its corner
 *
 * @typedef {object} Media
 * @property {'active'} [forcedColors]
 * @property {'more'} [contrast]
 */

export {}
