// Signed notes, keys of signers, checkpoints and policies: C2SP signed-note, tlog-cosignature, tlog-checkpoint, tlog-policy.
import { ed25519 } from '@noble/curves/ed25519.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { Rejected } from './fouten.js';
import { concat, decoded, fromBase64, hash, hex, utf8 } from './bytes.js';

const START = '\u2014 ';
const LONGEST = 1 << 20;
const MOST_SIGNATURES = 64;
const MOST_NAMES = 64;
const ID_LENGTH = 4;
const TIME_LENGTH = 8;
const ROOT_LENGTH = 32;
const LONGEST_NAME = 255;
const LARGEST = 2n ** 63n - 1n;

const KINDS = new Map([
  [1, { keyLength: 32, signatureLength: 64, timed: false, ofLog: true, ofWitness: false }],
  [4, { keyLength: 32, signatureLength: 64, timed: true, ofLog: false, ofWitness: true }],
  [6, { keyLength: 1312, signatureLength: 2420, timed: true, ofLog: true, ofWitness: true }],
]);

const printable = (text) => !/[\u0000-\u0009\u000b-\u001f]/.test(text) && !/\p{Surrogate}/u.test(text);
const isName = (text) => text !== '' && printable(text) && !/[+\u0085\n\p{Zs}\p{Zl}\p{Zp}]/u.test(text);

/** The text and signatures of a note, or null where it is none. Nothing of it is checked but the form. */
export function note(value) {
  const split = value.lastIndexOf('\n\n');
  if (value.length > LONGEST || !printable(value) || split < 0 || !value.endsWith('\n') || split + 2 === value.length) {
    return null;
  }
  const signatures = value.slice(split + 2, -1).split('\n').map(signature);
  return signatures.length > MOST_SIGNATURES || signatures.includes(null)
    ? null : { text: value.slice(0, split + 1), signatures };
}

function signature(line) {
  const space = line.indexOf(' ', START.length);
  if (!line.startsWith(START) || space < 0) {
    return null;
  }
  const name = line.slice(START.length, space);
  const bytes = fromBase64(line.slice(space + 1));
  return bytes === null || bytes.length <= ID_LENGTH || !isName(name)
    ? null : { name, id: hex(bytes.subarray(0, ID_LENGTH)), value: bytes.subarray(ID_LENGTH) };
}

/** The key in a line `name+id+base64`. Throws where it has another form. */
export function verificationKey(line) {
  const [name, id, ...rest] = line.split('+');
  const typed = rest.length === 0 ? null : fromBase64(rest.join('+'));
  const kind = typed === null ? undefined : KINDS.get(typed[0]);
  const right = kind !== undefined && isName(name) && typed.length === 1 + kind.keyLength
    && id === hex(hash(utf8(`${name}\n`), typed)).slice(0, 2 * ID_LENGTH);
  if (!right) {
    throw new Rejected('Een sleutel heeft niet de vorm naam+nummer+base64, of het nummer hoort er niet bij.');
  }
  return { name, id, kind, code: typed[0], bytes: typed.subarray(1) };
}

/** Whether a line is said to be of a key. */
export const isOf = (line, key) => line.name === key.name && line.id === key.id;

/** Whether a line that is said to be of a key was made by it over the text. */
export function isRight(text, line, key) {
  const { keyLength, signatureLength, timed } = key.kind;
  const start = timed ? TIME_LENGTH : 0;
  if (line.value.length !== start + signatureLength || key.bytes.length !== keyLength) {
    return false;
  }
  const time = timed ? new DataView(line.value.buffer, line.value.byteOffset).getBigInt64(0) : 0n;
  const signed = line.value.subarray(start);
  try {
    return time >= 0n && (key.code === 6
      ? ml_dsa44.verify(signed, subtree(text, key.name, time), key.bytes)
      : ed25519.verify(signed, utf8((timed ? `cosignature/v1\ntime ${time}\n` : '') + text), key.bytes, { zip215: false }));
  } catch {
    return false;
  }
}

/** What is signed with ML-DSA-44: the checkpoint as a structure, with the name of the signer. */
function subtree(text, name, time) {
  const { origin, size, root } = checkpoint(text);
  const number = (value) => {
    const bytes = new Uint8Array(TIME_LENGTH);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
    return bytes;
  };
  const named = (value) => {
    const bytes = utf8(value);
    if (bytes.length > LONGEST_NAME) {
      throw new RangeError('a name that is too long');
    }
    return concat(Uint8Array.of(bytes.length), bytes);
  };
  return concat(utf8('subtree/v1\n\0'), named(name), number(time), named(origin), number(0), number(size), fromBase64(root));
}

/** The text of a note whose one signature is right and of this key, or null. */
export function signedBy(value, key) {
  const read = note(value);
  const right = read !== null && read.signatures.length === 1
    && isOf(read.signatures[0], key) && isRight(read.text, read.signatures[0], key);
  return right ? read.text : null;
}

/** The origin, size (as text) and root (as base64) of a checkpoint, or null where it is none. */
export function checkpoint(text) {
  const [origin, size, root, end, ...more] = text.split('\n');
  const right = more.length === 0 && end === '' && isName(origin)
    && /^(0|[1-9][0-9]{0,18})$/.test(size) && BigInt(size) <= LARGEST && fromBase64(root)?.length === ROOT_LENGTH;
  return right ? { origin, size, root } : null;
}

/** The policy in the bytes of a file: its logs, its witnesses and whether witnesses are enough. Throws where it breaks a rule. */
export function policy(bytes) {
  // each byte is one character, so that nothing is lost of a name in whatever encoding
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (bytes.length > LONGEST || !text.endsWith('\n') || /[^\t\n\u0020-\u007e\u0080-\u00ff]/.test(text)) {
    throw new Rejected('Het beleid is te lang, eindigt niet op een nieuwe regel of bevat tekens die niet mogen.');
  }
  const reading = new PolicyReading();
  text.slice(0, -1).split('\n').forEach((line, index) => {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length > 0 && !words[0].startsWith('#')) {
      reading.read(words, index + 1);
    }
  });
  if (reading.quorum === null) {
    throw new Rejected('Het beleid heeft geen regel met quorum.');
  }
  if (reading.logs.length === 0) {
    throw new Rejected('Het beleid noemt geen logboek.');
  }
  return reading;
}

class PolicyReading {
  logs = [];
  witnesses = [];
  /** Tells whether a set of keys is enough; null as long as no line says so. */
  quorum = null;
  /** Whether no witness is needed at all. */
  needsNobody = false;
  #named = new Map();
  #members = new Set();

  read(words, line) {
    const require = (right) => {
      if (!right) {
        throw new Rejected(`Regel ${line} van het beleid klopt niet.`);
      }
    };
    const [keyword, ...rest] = words;
    const readers = { log: () => this.#log(rest, require), witness: () => this.#witness(rest, require),
      group: () => this.#group(rest, require), quorum: () => this.#quorum(rest, require) };
    require(Object.hasOwn(readers, keyword));
    readers[keyword]();
  }

  #key(word, require) {
    const text = decoded(Uint8Array.from(word, (c) => c.charCodeAt(0)));
    require(text !== null);
    return verificationKey(text);
  }

  #address(word, require) {
    require(word === undefined || /^https?:\/\/[!-~]+$/.test(word));
  }

  #define(name, meaning, require) {
    require(name !== 'none' && !this.#named.has(name) && this.#named.size < 2 * MOST_NAMES);
    this.#named.set(name, meaning);
  }

  #log([word, address, ...more], require) {
    require(word !== undefined && more.length === 0);
    const key = this.#key(word, require);
    require(key.kind.ofLog && this.logs.length < MOST_NAMES && !this.logs.some((log) => same(log, key)));
    this.#address(address, require);
    this.logs.push(key);
  }

  #witness([name, word, address, ...more], require) {
    require(word !== undefined && more.length === 0);
    const key = this.#key(word, require);
    require(key.kind.ofWitness && !this.witnesses.some((witness) => same(witness, key)));
    this.#address(address, require);
    this.#define(name, (signers) => signers.has(key), require);
    this.witnesses.push(key);
  }

  #group([name, threshold, ...names], require) {
    require(names.length > 0);
    const group = names.map((member) => {
      require(this.#named.has(member) && !this.#members.has(member));
      this.#members.add(member);
      return this.#named.get(member);
    });
    const least = new Map([['any', 1], ['all', group.length]]).get(threshold)
      ?? (/^[1-9][0-9]*$/.test(threshold) ? Number(threshold) : 0);
    require(least >= 1 && least <= group.length);
    this.#define(name, (signers) => group.filter((member) => member(signers)).length >= least, require);
  }

  #quorum([name, ...more], require) {
    require(name !== undefined && more.length === 0 && this.quorum === null);
    require(name === 'none' || this.#named.has(name));
    this.needsNobody = name === 'none';
    this.quorum = this.needsNobody ? () => true : this.#named.get(name);
  }
}

const same = (one, other) => hex(one.bytes) === hex(other.bytes);
