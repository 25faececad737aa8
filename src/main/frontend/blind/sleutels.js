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
 * Where the first comes with an earlier one, which is used just as well, a person must have copied the beginning of both.
 * @param published as the page has it
 * @param before as published when it was last taken, null at first use
 * @param copied what a person filled in, blank for nothing
 */
export function objection(published, before, copied) {
  const begin = copied.replace(/\s/g, '').toLowerCase();
  if (before === published) {
    return '';
  }
  if (before === null) {
    return first(versions(published), begin);
  }
  const [newest, earlier] = published.split(';');
  const [seen] = before.split(';');
  if (earlier === undefined && newest === seen) {
    return '';
  }
  if (earlier === undefined || earlier !== seen) {
    return 'kanarie';
  }
  if (begin === '') {
    return 'bevestigen';
  }
  return agrees(versions(published)[0], begin) ? '' : 'overgenomen';
}

/** The same at first use; of two keys the beginnings are equally long. */
function first([newest, earlier], begin) {
  if (earlier !== undefined) {
    const half = begin.length / 2;
    return agrees(newest, begin.slice(0, half)) && agrees(earlier, begin.slice(half)) ? '' : 'beide';
  }
  return begin === '' || agrees(newest, begin) ? '' : 'overgenomen';
}

function agrees({ key }, begin) {
  return begin.length >= COPIED && key.startsWith(begin);
}
