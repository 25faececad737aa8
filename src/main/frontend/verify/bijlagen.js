// Attachments, read beside the entries that they belong to and in the same order, so that one is held at a time.
import { Lines } from './regels.js';
import { Tree } from './boom.js';
import { canonicalObject } from './json.js';
import { fromBase64, fromHex, hash, hex, utf8 } from './bytes.js';
import { HASH, ID, isCount } from './vorm.js';
import { signedBy } from './nota.js';

const BLOCK = 1000;
const LENGTH = 32;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const VARIABLE = /^kenmerk [a-z0-9_]{1,60} ([a-z]{1,40}) (bezwaar|toestemming)$/;

const text = (form) => (value) => typeof value === 'string' && form.test(value);

/** The attachments of one kind. A line of another form is a fault and passed over. */
class Attachments {
  #lines;
  #left;
  #forms;
  #current = null;

  /** @param forms by the names of the members, in alphabetical order */
  constructor(blob, { offset, line, count }, forms, faults) {
    this.#lines = new Lines(blob, offset, line);
    this.#left = count;
    this.#forms = Object.entries(forms);
    this.faults = faults;
  }

  async #advance() {
    while (this.#current === null && this.#left > 0) {
      this.#left -= 1;
      await this.#lines.must();
      this.#current = this.#read();
    }
    return this.#current;
  }

  #read() {
    const line = this.#lines.text();
    const members = line === null ? null : canonicalObject(line);
    const place = { line: this.#lines.number };
    const named = members !== null && Object.keys(members).sort().join() === this.#forms.map(([name]) => name).join();
    const wrong = named ? this.#forms.find(([name, form]) => !form(members[name])) : [''];
    if (wrong !== undefined) {
      this.faults.add('LB-20', place, wrong[0]);
      return null;
    }
    return { ...members, line: place.line };
  }

  /** The next attachment, where its member has this value; else null. */
  async of(member, value) {
    const next = await this.#advance();
    return next !== null && next[member] === value ? next : null;
  }

  take() {
    this.#current = null;
  }

  async requireNoneLeft() {
    const next = await this.#advance();
    if (next !== null) {
      this.faults.add('LB-21', { line: next.line });
    }
  }
}

/** Private parts, held against priv = SHA-256(salt || detail). One that was erased is absent. */
export class Details extends Attachments {
  right = 0;
  erased = 0;

  constructor(blob, bundle, faults) {
    const forms = {
      detail: (value) => typeof value === 'string' && canonicalObject(value) !== null,
      id: text(ID),
      salt: text(HASH),
    };
    super(blob, bundle.details, forms, faults);
  }

  /** The private part of an entry, where it is in the bundle and fits; else nothing. */
  async detailOf(place, { id, priv }) {
    if (priv === null) {
      return {};
    }
    const found = await this.of('id', id);
    if (found === null) {
      this.erased += 1;
      return {};
    }
    this.take();
    if (hex(hash(fromHex(found.salt), utf8(found.detail))) !== priv) {
      this.faults.add('LB-22', { ...place, line: found.line });
      return {};
    }
    this.right += 1;
    return canonicalObject(found.detail);
  }
}

/** Lines of operations, all of an operation or none, held against the count and root in its entry. */
export class OperationLines extends Attachments {
  right = 0;
  leftOut = 0;

  constructor(blob, bundle, faults) {
    const subjects = (value) => {
      const bytes = typeof value === 'string' ? fromBase64(value) : null;
      return bytes !== null && bytes.length > 0 && bytes.length <= BLOCK * LENGTH && bytes.length % LENGTH === 0;
    };
    super(blob, bundle.operations, { n: isCount, operation: text(ID), subjects }, faults);
  }

  async check(place, { id, lines, root }) {
    if (lines === 0 || (await this.of('operation', id)) === null) {
      this.leftOut += lines;
      return;
    }
    const tree = await this.#read(place, id);
    if (tree.size !== lines) {
      this.faults.add('LB-23', place, 'lines');
    } else if (hex(tree.root()) !== root) {
      this.faults.add('LB-24', place, 'root');
    } else {
      this.right += lines;
    }
  }

  async #read(entry, id) {
    const tree = new Tree();
    let block = await this.of('operation', id);
    while (block !== null) {
      const place = { ...entry, line: block.line };
      if (block.n !== tree.size) {
        this.faults.add('LB-20', place, 'n');
      }
      const subjects = fromBase64(block.subjects);
      for (let at = 0; at < subjects.length; at += LENGTH) {
        tree.add(subjects.subarray(at, at + LENGTH));
      }
      this.take();
      block = await this.of('operation', id);
      if (block !== null && subjects.length < BLOCK * LENGTH) {
        this.faults.add('LB-20', place, 'subjects');
      }
    }
    return tree;
  }
}

/** The signed list of variables of each release, in the order of the entries that tell of one. */
export class Manifests extends Attachments {
  right = 0;
  #signer;

  constructor(blob, bundle, signer, faults) {
    const forms = { manifest: (value) => typeof value === 'string', release: text(new RegExp(`^${UUID}$`)) };
    super(blob, bundle.manifests, forms, faults);
    this.#signer = signer;
  }

  /** @param detail the private part of the entry, or nothing */
  async check(place, { obj }, detail) {
    const release = new RegExp(`^study/[^/]+/release/(${UUID})$`).exec(obj);
    const manifest = release === null ? null : await this.of('release', release[1]);
    if (manifest === null) {
      this.faults.add('LB-27', place, 'obj');
      return;
    }
    this.take();
    const fault = this.#signer === null ? 'LB-29' : this.#judged(manifest, detail);
    if (fault === null) {
      this.right += 1;
    } else {
      this.faults.add(fault, { ...place, line: manifest.line });
    }
  }

  #judged(manifest, detail) {
    const signed = signedBy(manifest.manifest, this.#signer);
    if (signed === null) {
      return 'LB-25';
    }
    const [title, release, digest, ...variables] = signed.slice(0, -1).split('\n');
    const isList = title === 'schakel/vrijgave/kenmerken/v1' && new RegExp(`^${UUID}$`).test(release)
      && /^sha256 [0-9a-f]{64}$/.test(digest) && variables.length > 0 && variables.every((line) => VARIABLE.test(line));
    if (!isList) {
      return 'LB-20';
    }
    if (release !== manifest.release || (Object.hasOwn(detail, 'sha256') && digest !== `sha256 ${detail.sha256}`)) {
      return 'LB-26';
    }
    const lacksConsent = variables.map((line) => VARIABLE.exec(line))
      .some(([, dataset, basis]) => dataset === 'sociaal' && basis !== 'toestemming');
    return lacksConsent ? 'LB-28' : null;
  }
}
