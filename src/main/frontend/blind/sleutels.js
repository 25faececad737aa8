// Which key may be used: the canaries that the page publishes, beside those that this browser saw before.

/** How many characters of a new key a person copies from a letter. */
const COPIED = 20;

/**
 * The versions of the key in use, the newest first.
 * @param text of each version its number, public key and two outcomes, separated by spaces; versions by a semicolon
 */
export function versions(text) {
  return text.split(';').map((one) => {
    const [version, key, ...canaries] = one.split(' ');
    return { version, key, canaries };
  });
}

/**
 * Why nothing may be sent, as the name of a text of the page; nothing where all is well. The first key is taken as it is, or
 * as a person copied its beginning from elsewhere; a new key where the key that it replaces is the one seen before, and a person did so.
 * @param published as the page has it
 * @param before as published when it was last taken, null at first use
 * @param copied what a person filled in, blank for nothing
 */
export function objection(published, before, copied) {
  const begin = copied.replace(/\s/g, '').toLowerCase();
  if (before === published || (before === null && begin === '')) {
    return '';
  }
  if (before === null) {
    return agrees(published, begin);
  }
  const [newest, earlier] = published.split(';');
  const [seen] = before.split(';');
  if (earlier === undefined && newest === seen) {
    return '';
  }
  if (earlier === undefined || earlier !== seen) {
    return 'kanarie';
  }
  return begin === '' ? 'bevestigen' : agrees(published, begin);
}

/** Whether a person copied the beginning of the newest key, as the name of a text. */
function agrees(published, begin) {
  const { key } = versions(published)[0];
  return begin.length >= COPIED && key.startsWith(begin) ? '' : 'overgenomen';
}
